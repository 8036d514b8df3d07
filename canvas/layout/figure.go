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

// figure is a number with its unit, behind it or, where there is no room, below.
type figure struct {
	number, unit *text.Block // nil where the card has no value
	ux, uy       float64     // of the unit
	w, h         float64
	baseline     float64 // of the number's first line
}

const unitGap = 4

// figure sets a card's value in a width.
func (c *cell) figure(card journey.Card, big, small text.Style, width float64) figure {
	if !card.Value.Set {
		return figure{}
	}
	before, unit := c.currency(card.Unit)
	s := c.number(card.Value)
	if rest, minus := strings.CutPrefix(s, "−"); minus {
		s = "−" + before + rest
	} else {
		s = before + s
	}
	f := figure{number: c.set(s, big, width, text.Greedy), unit: c.set(unit, small, width, text.Greedy)}
	f.w, f.h, f.baseline = f.number.Width, f.number.Height, f.number.Lines[0].Baseline
	if unit == "" {
		return f
	}
	if f.ux, f.uy = f.number.Width+unitGap, f.baseline-f.unit.Lines[0].Baseline; f.ux+f.unit.Width > width || len(f.number.Lines) > 1 {
		f.ux, f.uy = 0, f.number.Height
	}
	f.w, f.h = max(f.w, f.ux+f.unit.Width), max(f.h, f.uy+f.unit.Height)
	return f
}

// draw draws the figure with its top left at (x, y).
func (f figure) draw(c *cell, x, y float64, ink scene.Color) []scene.Op {
	if f.number == nil {
		return nil
	}
	ops := c.words(f.number, x, y, ink, zoomTiles, zoomTiles)
	ops = append(ops, c.words(f.unit, x+f.ux, y+f.uy, ink, zoomTitles, zoomTitles)...)
	if f.ux > 0 && !f.unit.Lines[0].RTL { // “62 %” is one word, whichever way the map reads
		ops = c.upright(geom.Box(x, y, f.w, f.h), ops...)
	}
	return ops
}

// currency parts a unit into what stands before a number and what behind it. A
// language says by one sentence where the signs of its money stand.
func (f *frame) currency(unit string) (before, behind string) {
	switch unit {
	case "€", "$", "£", "¥", "₹", "₩", "₺", "₽", "₿":
		if strings.HasPrefix(f.say("€AMOUNT"), "€") {
			return unit, ""
		}
	}
	return "", unit
}

// formatNumber is a number for people: thousands are parted; what is very large
// or very small is a power of ten.
func formatNumber(n journey.Number) string {
	const large, small = 1e15, 1e-5
	if !n.Set {
		return ""
	}
	v, sign := n.Value, ""
	if v < 0 {
		v, sign = -v, "−"
	}
	if v >= large || v > 0 && v < small {
		mantissa, power, _ := strings.Cut(strconv.FormatFloat(v, 'e', 2, 64), "e")
		exponent, _ := strconv.Atoi(power)
		return sign + strings.TrimSuffix(strings.TrimRight(mantissa, "0"), ".") + " × 10" + superscript(exponent)
	}
	if v < large/1e6 {
		v = math.Round(v*1e6) / 1e6
	}
	whole, part, _ := strings.Cut(strconv.FormatFloat(v, 'f', -1, 64), ".")
	var b strings.Builder
	for i, r := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(r)
	}
	if part != "" {
		b.WriteString("." + part)
	}
	return sign + b.String()
}

// superscript is a whole number in raised digits.
func superscript(n int) string {
	return strings.NewReplacer("-", "⁻", "0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴",
		"5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹").Replace(strconv.Itoa(n))
}
