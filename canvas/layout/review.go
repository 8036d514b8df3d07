package layout

import (
	"time"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// due reports whether the day on which a map was to be looked at again lies
// before today. Exports ask with the day of the map's version, for two of them
// are the same whenever they are made; the screen asks with the clock's.
func due(m journey.Map, today string) bool {
	review, err := time.Parse(time.DateOnly, m.Review)
	day, err2 := time.Parse(time.DateOnly, today)
	return err == nil && err2 == nil && review.Before(day)
}

func (o *Options) dueWords(m journey.Map) string {
	return o.about("Review was due on DATE", "DATE", o.date(m.Review))
}

const dueIcon = 14 + 6 // with the gap behind it

// dueMark draws the words with a clock before them, top left at (x, y).
func (f *frame) dueMark(words *text.Block, x, y float64) []scene.Op {
	ops := f.Icons.use("clock", x, y+(words.Style.Line-14)/2, 14, f.Theme.Warn)
	return append(ops, f.words(words, x+dueIcon, y, f.Theme.Warn, 0, 0)...)
}

// dueCorner is the mark in the corner of the sheet, on a screen only: a poster
// has it below its title.
func (f *frame) dueCorner(m journey.Map, width float64) []scene.Item {
	if f.Bare || !due(m, f.Today) {
		return nil
	}
	b := f.set(f.dueWords(m), captionBold, width-2*headerPadX-dueIcon, text.Greedy)
	at := geom.Pt(headerPadX, bandTop+4)
	return []scene.Item{scene.NewItem(string(m.ID), "review", at, geom.Box(0, 0, b.Width+dueIcon, b.Height), f.dueMark(b, 0, 0)...)}
}
