package slide

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

const (
	barTop, barHigh, barBelow = 28, 4, 8
	barThick                  = 12 // of the stage that is shown, where colours mean little
	barGap                    = 8
	restShare                 = 0.75 // of an edge's colour in a bar whose stage is to come
)

// bar is the stages as equal bars, those that are done, the one that is shown,
// and those to come, with their names where there is room.
func (d *Deck) bar(current int) []scene.Item {
	n := len(d.stages)
	if n == 0 {
		return nil
	}
	all := d.Width - 2*side
	gap := min(barGap, all/float64(n)/5)
	w := (all - gap*float64(n-1)) / float64(n)
	usual, shown, names := d.named(w)
	var ops []scene.Op
	for i := range d.stages {
		x := side + d.left(float64(i)*(w+gap), w, all)
		hue, high := d.hue(i), float64(barHigh)
		c, ink := d.Theme.Hair2.Over(d.Theme.Present, restShare), d.Theme.Ink2
		switch loud := d.Theme.Thick > 1; {
		case i == current:
			if c, ink = hue.Solid, hue.Text; loud {
				high = barThick
			}
		case loud && i < current:
			c = hue.Solid
		case loud || i < current:
			c = hue.Line
		}
		ops = append(ops, layout.Fill(geom.RoundRect(geom.Box(x, barTop+barHigh-high, w, high), barHigh/2), c))
		if !names && i != current {
			continue
		}
		st := usual
		if i == current {
			st = shown
		}
		b := d.set(d.stages[i].Title, st, w)
		if !names {
			if b = d.line(d.stages[i].Title, st); b.Width > all || len(b.Lines) > 1 {
				continue
			}
			x = min(max(x+(w-b.Width)/2, side), side+all-b.Width)
			ops = append(ops, d.draw.Words(b, x, barTop+barHigh+barBelow, 0, ink)...)
			continue
		}
		o, _ := d.put(b, x, barTop+barHigh+barBelow, w, ink)
		ops = append(ops, o...)
	}
	return []scene.Item{scene.NewItem("", "bar", geom.Point{}, geom.Rect{}, ops...)}
}

// named is the letters of the stages' names below their bars, and of the one that
// is shown: the largest at which all of them have room. It is not ok where there
// are none.
func (d *Deck) named(w float64) (usual, current text.Style, ok bool) {
	strong := func(st text.Style) text.Style {
		st.Weight = text.SemiBold
		return st
	}
	for _, st := range [][2]text.Style{{barText, strong(barText)}, {footText, strong(footText)}, {footText, footText}} {
		fits := w >= 40
		for i := range d.stages {
			for _, x := range st {
				b := d.set(d.stages[i].Title, x, w)
				fits = fits && len(b.Lines) <= 2 && b.Width <= w && !broken(b)
			}
		}
		if fits {
			return st[0], st[1], true
		}
	}
	return barText, strong(barText), false
}

// broken reports whether a line ends within a word.
func broken(b *text.Block) bool {
	for i := range b.Lines[:max(0, len(b.Lines)-1)] {
		last, _ := utf8.DecodeLastRuneInString(b.Text[:b.Lines[i].End])
		next, _ := utf8.DecodeRuneInString(b.Text[b.Lines[i].End:])
		if letter(last) && letter(next) {
			return true
		}
	}
	return false
}

// letter reports whether a rune belongs to words that are not to be broken, as
// those of Chinese and Japanese are.
func letter(r rune) bool { return unicode.IsLetter(r) && r < 0x2E80 }

// foot is which map it is, of whom, and where in it the slide is.
func (d *Deck) foot(says string) []scene.Item {
	var ops []scene.Op
	end := d.line(says, countText)
	room := d.Width - 2*side
	base := d.line("", footText).Lines[0].Baseline - end.Lines[0].Baseline // on one line with what stands at the other end
	ops = append(ops, d.draw.Words(end, d.left(d.Width-side-end.Width, end.Width, d.Width), footTop+base, 0, d.Theme.Ink2)...)
	for _, s := range []string{d.about(), d.Map.Title} {
		if b := d.line(s, footText); len(b.Lines) == 1 && b.Width < room-end.Width-colGap {
			ops = append(ops, d.draw.Words(b, d.left(side, b.Width, d.Width), footTop, 0, d.Theme.Ink3)...)
			break
		}
	}
	return []scene.Item{scene.NewItem("", "foot", geom.Point{}, geom.Rect{}, ops...)}
}

// about is which map it is, and of whom.
func (d *Deck) about() string {
	who, _ := journey.Get[journey.Persona](d.p, d.Map.Persona)
	if d.Kind == Walk {
		who, _ = journey.Get[journey.Persona](d.p, d.Persona)
	}
	name := strings.Trim(who.Name+", "+who.Facts, ", ")
	if d.Map.Title == "" || name == "" {
		return d.Map.Title + name
	}
	return d.Map.Title + ". " + name
}
