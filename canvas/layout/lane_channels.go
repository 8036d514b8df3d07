package layout

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// channels draws a matrix: a row a channel, a disc where it is the main one, a
// ring where it is also used, and a line between neighbouring steps in use.
type channels struct{}

func (channels) whole() {}

const (
	matrixTop, matrixRow, matrixBottom = 34, 24, 10
	mainR, alsoR, alsoWidth            = 6.5, 4.5, 2
	dotHalo                            = 1.5
	matrixIcon, matrixIconGap          = 14, 6
	matrixAbove, headerBelow           = 2, 12 // between a header's text and the names, the text and the edge
)

// matrixLine is a row of the matrix.
type matrixLine struct {
	name, icon string
	cards      []matrixDot
	block      *text.Block // its name
	y, h       float64     // in the lane
}

type matrixDot struct {
	card   journey.Card
	column int
}

// matrix is the lines of a channels lane: those that it lists, or all of the
// file; and one a name for the cards that have no channel. Names wrap beside
// them, in a header of the given width.
func (f *frame) matrix(l journey.Lane, columns []Column, header float64) []matrixLine {
	var lines []matrixLine
	at := map[journey.ID]int{}
	add := func(c journey.Channel) {
		if _, ok := at[c.ID]; !ok {
			at[c.ID] = len(lines)
			lines = append(lines, matrixLine{name: c.Name, icon: c.Icon})
		}
	}
	for _, id := range l.Entries.All() {
		if c, ok := journey.Get[journey.Channel](f.p, journey.ID(id)); ok {
			add(c)
		}
	}
	if len(lines) == 0 {
		for _, c := range f.p.Channels() {
			add(c)
		}
	}
	named := map[string]int{}
	put := func(card journey.Card, column int) {
		i, ok := at[card.Channel]
		if !ok {
			if c, has := journey.Get[journey.Channel](f.p, card.Channel); has {
				add(c) // used, but not in the lane's list
				i = at[c.ID]
			} else if i, ok = named[card.Title]; !ok {
				i = len(lines)
				named[card.Title] = i
				lines = append(lines, matrixLine{name: card.Title, icon: card.Icon})
			}
		}
		lines[i].cards = append(lines[i].cards, matrixDot{card, column})
	}
	for i := range columns {
		for _, c := range f.cardsAt(l.ID, columns, i) {
			put(c, i)
		}
	}
	var h headerState
	y := max(matrixTop, h.measure(f, l, header, true)-headerBelow+matrixAbove)
	for i := range lines {
		line := &lines[i]
		room := header - headerPadX - f.headerX()
		if f.Icons.Has(line.icon) {
			room -= matrixIcon + matrixIconGap
		}
		line.block = f.set(line.name, caption, room, text.Balanced)
		line.y, line.h = y, max(matrixRow, line.block.Height+matrixRow-caption.Line)
		y += line.h
	}
	return lines
}

func (channels) lay(c *cell) laid {
	m, _ := journey.Get[journey.Map](c.p, c.lane.Map)
	lines := c.matrix(c.lane, c.columns, headerWidth(m))
	need := float64(matrixTop + matrixBottom)
	if n := len(lines); n > 0 {
		need = lines[n-1].y + lines[n-1].h + matrixBottom
	}
	return laid{need, func(float64) []scene.Item {
		var items []scene.Item
		for _, l := range lines {
			items = append(items, c.matrixRow(l, l.y+l.h/2)...)
		}
		return items
	}}
}

// matrixRow draws one channel at height y.
func (c *cell) matrixRow(l matrixLine, y float64) []scene.Item {
	guide := &scene.Stroke{Path: geom.Segment(geom.Pt(0, y), geom.Pt(c.w, y)), Paint: scene.Solid(c.Theme.Hair),
		Pen: geom.Pen{Width: 1, Cap: geom.RoundCap, Dash: []float64{1, 5}}, Least: 1}
	lines := []scene.Op{scene.Detail(zoomTitles, 0, guide)}
	x := func(d matrixDot) float64 { return c.columns[d.column].X + c.columns[d.column].W/2 }
	for i := 1; i < len(l.cards); i++ {
		if a, b := l.cards[i-1], l.cards[i]; b.column == a.column+1 && c.columns[a.column].skipped == c.columns[b.column].skipped {
			lines = append(lines, c.channelLink(x(a), x(b), y, c.columnHue(a), c.columnHue(b)))
		}
	}
	items := []scene.Item{scene.NewItem("", "channel", geom.Point{}, geom.Rect{}, lines...)}
	for _, d := range l.cards {
		o, ground, colour := geom.Point{}, c.Theme.Map, c.columnHue(d)
		ops := []scene.Op{fill(geom.Circle(o, mainR+dotHalo), ground), fill(geom.Circle(o, mainR), colour)}
		use := "main channel"
		if d.card.Use == journey.AlsoUse {
			use = "also used"
			ops = []scene.Op{fill(geom.Circle(o, alsoR+alsoWidth/2+dotHalo), ground),
				&scene.Stroke{Path: geom.Circle(o, alsoR), Paint: scene.Solid(colour), Pen: geom.Pen{Width: alsoWidth}}}
		}
		it := scene.NewItem(string(d.card.ID), PointPart, geom.Pt(x(d), y), geom.Box(-9, -9, 18, 18), ops...)
		it.Alt = l.name + ": " + use
		items = append(items, it)
	}
	return items
}

// columnHue is the colour of a dot.
func (c *cell) columnHue(d matrixDot) scene.Color {
	if own := d.card.Hue; own > 0 {
		return c.Theme.Hues[(own-1)%8].Solid
	}
	return c.Theme.Hues[c.stageHue(c.columns[d.column].Stage)].Solid
}

// stageHue is the hue, 0 to 7, of a stage of the map, or the lane's own.
func (c *cell) stageHue(id journey.ID) int {
	if c.lane.Hue > 0 {
		return (c.lane.Hue - 1) % 8
	}
	for _, s := range c.stages {
		if s.ID == id {
			return s.Hue
		}
	}
	return 0
}

// channelLink joins two dots; from one stage to the next it blends in its
// middle fifth.
func (c *cell) channelLink(x0, x1, y float64, a, b scene.Color) scene.Op {
	s := &scene.Stroke{Path: geom.Segment(geom.Pt(x0, y), geom.Pt(x1, y)), Paint: scene.Solid(a), Pen: geom.Pen{Width: 2}, Least: 1}
	if a != b {
		s.Paint = scene.Paint{Gradient: &scene.Gradient{From: geom.Pt(x0, y), To: geom.Pt(x1, y), Stops: []scene.Stop{{At: 0.4, Color: a}, {At: 0.6, Color: b}}}}
	}
	return s
}

// side is the channels' names beside their rows.
func (channels) side(f *frame, s *Sheet, l journey.Lane, w, _ float64) []scene.Op {
	var ops []scene.Op
	for _, line := range f.matrix(l, s.Columns, w) {
		middle := line.y + line.h/2
		right := w - headerPadX
		if f.Icons.Has(line.icon) {
			ops = append(ops, f.Icons.use(line.icon, right-matrixIcon, middle-matrixIcon/2, matrixIcon, f.Theme.Ink2)...)
			right -= matrixIcon + matrixIconGap
		}
		ops = append(ops, f.aligned(line.block, right-line.block.Width, middle-line.block.Height/2, 1, f.Theme.Ink2, zoomTitles, zoomTitles)...)
	}
	return ops
}

func (channels) room() float64 { return 0 }
