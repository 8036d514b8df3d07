package layout

import (
	"math"
	"strconv"
	"strings"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// durations draws how long things take, as bars on one scale for the whole lane.
type durations struct{ stack }

// scale is the longest time of the lane, minutes.
func (durations) scale(cards []journey.Card) float64 {
	most := 0.0
	for _, c := range cards {
		most = max(most, c.Minutes.Value, c.Longest.Value)
	}
	return most
}

// durationBox draws a time, what it is for, and a bar: solid for how long it
// takes, lighter up to the longest it may take. Where nothing but waiting
// happens (the card's role is a wait), the bar is a dashed edge.
type durationBox struct{}

const (
	durationPadY           = 4
	durationBar, durationR = 8, 4
	durationAbove          = 6
	durationLeast          = 8 // of a bar that stands for some time
)

func (durationBox) lay(c *cell, card journey.Card, w float64) laidBox {
	h := c.hue(card.Hue)
	takes, most := max(0, card.Minutes.Value), max(0, card.Longest.Value)
	says := ""
	switch {
	case card.Minutes.Set && most > takes:
		says = c.between(c.say(lasting(takes)), c.say(lasting(most)))
	case card.Minutes.Set:
		says = c.say(lasting(takes))
	case card.Longest.Set:
		says = c.about("up to TIME", "TIME", c.say(lasting(most)))
	}
	time := c.set(says, cardTitle, w, text.Greedy)
	name := c.set(card.Title, cardText, w, text.Greedy)
	note := c.set(card.Text, caption, w, text.Greedy)
	y := float64(durationPadY)
	ty := y
	if says != "" {
		y += time.Height
	}
	ny := y
	if card.Title != "" || says == "" {
		y += name.Height
	}
	by := y
	if card.Text != "" {
		y += note.Height
	}
	bar := y + durationAbove
	return laidBox{bar + durationBar + durationPadY, func(height float64) scene.Item {
		ops := c.words(time, (w-time.Width)*flush(time), ty, h.Text, zoomTitles, zoomTiles)
		nx, bx := (w-name.Width)*flush(name), (w-note.Width)*flush(note)
		ops = append(ops, c.words(name, nx, ny, c.Theme.Ink2, zoomTitles, zoomTiles)...)
		ops = append(ops, c.words(note, bx, by, c.Theme.Ink3, zoomAll, zoomAll)...)
		ops = append(ops, c.timeBar(card, takes, most, h, w, bar)...)
		it := scene.NewItem(string(card.ID), CardPart, geom.Point{}, geom.Box(0, 0, w, height), ops...)
		it.Fields = []scene.Field{
			{Part: TitlePart, At: geom.Pt(nx, ny), Block: name, Width: w},
			{Part: TextPart, At: geom.Pt(bx, by), Block: note, Width: w},
		}
		return it
	}}
}

// timeBar is the bar of a card at height y.
func (c *cell) timeBar(card journey.Card, takes, most float64, h *Hue, w, y float64) []scene.Op {
	ops := []scene.Op{fill(geom.RoundRect(geom.Box(0, y, w, durationBar), durationR), h.Tint)}
	length := func(v float64) float64 {
		if v <= 0 || c.scale <= 0 {
			return 0
		}
		return min(w, max(durationLeast, w*v/c.scale))
	}
	if l := length(most); most > takes && l > 0 {
		ops = append(ops, fill(geom.RoundRect(geom.Box(0, y, l, durationBar), durationR), h.Line))
	}
	l := length(takes)
	r := geom.Box(0, y, l, durationBar)
	switch {
	case l == 0:
	case card.Role == journey.Wait:
		ops = append(ops, edged(r, durationR, c.Theme.Map, h.Solid, 3, 3)...)
	default:
		ops = append(ops, fill(geom.RoundRect(r, durationR), h.Solid))
	}
	return ops
}

// lasting is a time for people: “20 min”, “2 h”, “1 h 30 min”, “3 days”.
func lasting(m float64) string {
	const hour, day = 60, 24 * 60
	number := func(v float64) string { return formatNumber(journey.Num(math.Round(v*10) / 10)) }
	switch {
	case m > 0 && m < 1:
		return strconv.Itoa(max(1, int(math.Round(m*60)))) + " s"
	case math.Round(m) < hour:
		return number(m) + " min"
	case math.Round(m) < day:
		h, rest := math.Floor(math.Round(m)/hour), math.Mod(math.Round(m), hour)
		if rest == 0 {
			return number(h) + " h"
		}
		return number(h) + " h " + number(rest) + " min"
	case math.Round(m/day*10) == 10:
		return "1 day"
	}
	return number(m/day) + " days"
}

// between is a range of times; where both have one unit, it stands once.
func (f *frame) between(from, to string) string {
	n, unit, _ := strings.Cut(from, " ")
	if _, other, _ := strings.Cut(to, " "); unit == other {
		from = n
	}
	return strings.NewReplacer("FROM", from, "UNTIL", to).Replace(f.say("FROM to UNTIL"))
}
