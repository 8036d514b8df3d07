package layout

import (
	"math"
	"strconv"

	"throughline/canvas/scene"
)

// The contrasts that text needs (WCAG 2.2, 1.4.3): small text, and large text
// and signs.
const (
	textContrast  = 4.5
	largeContrast = 3
)

// contrast is how much two opaque colours differ in luminance, 1 to 21 (WCAG
// 2.2, contrast ratio).
func contrast(a, b scene.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// luminance is a colour's relative luminance, 0 to 1.
func luminance(c scene.Color) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// pair is a colour that text or a sign has, and the ground on which it stands.
type pair struct {
	what         string
	text, ground scene.Color
	least        float64 // contrast
}

// pairs is every pair of colours that a map or the window sets text in.
func (t *Theme) pairs() []pair {
	var out []pair
	add := func(what string, text scene.Color, least float64, grounds ...scene.Color) {
		for _, g := range grounds {
			out = append(out, pair{what, text, g, least})
		}
	}
	add("titles", t.Ink, textContrast, t.Map, t.Present, t.Card, t.Sunk, t.Panel, t.Field, t.PainBg, t.OppBg, t.AccTint)
	add("card text", t.Ink2, textContrast, t.Map, t.Present, t.Card, t.Sunk, t.Panel)
	add("captions", t.Ink3, textContrast, t.Map, t.Present, t.Card, t.Panel)
	add("the line above the title", t.Acc, textContrast, t.Map)
	add("buttons", t.OnAcc, textContrast, t.Acc)
	add("pain points", t.Pain, textContrast, t.PainBg, t.Map)
	add("badges", t.Map, largeContrast, t.Pain)
	add("opportunities", t.Opp, textContrast, t.OppBg, t.Map)
	add("warnings", t.Warn, textContrast, t.Map, t.Panel)
	add("what went well", t.OK, textContrast, t.Panel)
	add("notes", t.NoteText, textContrast, t.Note)
	add("messages", t.SnackText, textContrast, t.Snack)
	add("their buttons", t.SnackAction, textContrast, t.Snack)
	if t.Window { // what stands around the map
		add("the window's titles", t.Ink, textContrast, t.App)
		add("the window's text", t.Ink2, textContrast, t.App)
		add("what explains and what is empty", t.Ink3, textContrast, t.App, t.Field, t.AccTint)
		add("what is on", t.Acc, textContrast, t.Panel, t.AccTint)
		add("errors", t.Pain, textContrast, t.Panel)
	}
	for i, h := range t.Hues {
		n := "hue " + strconv.Itoa(i+1)
		add("stage names on "+n, t.On, textContrast, h.Solid)
		add("stage numbers on "+n, t.On.Over(h.Solid, numberShare), textContrast, h.Solid)
		add("text in "+n, h.Text, textContrast, h.Tint, h.Line, t.Map, t.Card)
	}
	for i, c := range t.Feelings {
		add("the face of "+FeelingNames[i], t.OnFeel, largeContrast, c)
	}
	return out
}

// lines is every colour of a line that means something, or parts what does.
func (t *Theme) lines() []scene.Color {
	out := []scene.Color{t.Hair, t.Hair2, t.Wire, t.AccLine, t.PainLine, t.OppLine, t.NoteLine}
	for _, h := range t.Hues {
		out = append(out, h.Line)
	}
	return append(out, t.Feelings[:]...)
}
