package layout

import (
	"strings"
	"unicode"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// personBox draws somebody who takes part: a disc with initials, and a name.
type personBox struct{}

const (
	avatar, avatarGap = 20, 8
	personMin         = 28
)

var initialsStyle = text.Style{Weight: text.SemiBold, Size: 11, Line: 14}

func (personBox) lay(c *cell, card journey.Card, w float64) laidBox {
	name := card.Title
	if p, ok := journey.Get[journey.Person](c.p, card.Owner); ok && name == "" {
		name = p.Name
	}
	h := c.hue(card.Hue)
	x := float64(cardPadX + avatar + avatarGap)
	inner := w - x - cardPadX
	title := c.set(name, legendText, inner, text.Greedy)
	note := c.set(card.Text, caption, inner, text.Greedy)
	noteHeight := 0.0
	if card.Text != "" {
		noteHeight = note.Height
	}
	return laidBox{max(personMin, title.Height+noteHeight+8), func(height float64) scene.Item {
		center := geom.Pt(cardPadX+avatar/2, 4+avatar/2)
		ops := c.avatar(name, center, h.Solid)
		tx := x + (inner-title.Width)*flush(title)
		ty := 4 + (avatar-title.Style.Line)/2
		ops = append(ops, c.words(title, tx, ty, c.Theme.Ink, zoomTitles, zoomTiles)...)
		ops = append(ops, c.words(note, x+(inner-note.Width)*flush(note), ty+title.Height, c.Theme.Ink3, zoomAll, zoomAll)...)
		it := scene.NewItem(string(card.ID), CardPart, geom.Point{}, geom.Box(0, 0, w, height), ops...)
		it.Fields = []scene.Field{{Part: TitlePart, At: geom.Pt(tx, ty), Block: title, Width: inner}}
		return it
	}}
}

// avatar is a disc with the initials of a name.
func (f *frame) avatar(name string, center geom.Point, ground scene.Color) []scene.Op {
	mark := f.set(initials(name), initialsStyle, text.NoWrap, text.Greedy)
	k := min(1, 16/max(mark.Width, 1))
	var letters []scene.Op
	for _, l := range mark.Lines {
		for i := range l.Runs {
			letters = append(letters, &scene.Glyphs{Run: &l.Runs[i], At: geom.Pt(l.Runs[i].X, l.Baseline), Color: f.Theme.On})
		}
	}
	return []scene.Op{fill(geom.Circle(center, avatar/2), ground), &scene.Group{
		Move: geom.Transform{K: k, D: geom.Pt(center.X-mark.Width*k/2, center.Y-mark.Height*k/2)}, From: zoomAll, Ops: letters,
	}}
}

// initials is the first letters of the first and the last word of a name.
func initials(name string) string {
	words := strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.Is(unicode.M, r) })
	if len(words) == 0 {
		return ""
	}
	first := func(s string) string {
		return strings.ToUpper(s[:text.Next(s, 0)])
	}
	if len(words) == 1 {
		return first(words[0])
	}
	return first(words[0]) + first(words[len(words)-1])
}
