package layout

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// Draw is what a map and other views of the same cards are drawn with alike:
// words, icons, faces, curves, and cards as the map has them.
type Draw struct{ *frame }

// NewDraw draws rows of p.
func NewDraw(o *Options, p *journey.Project) Draw { return Draw{newFrame(o, p)} }

// Lanes is the lanes of a map that are shown, in order.
func (d Draw) Lanes(mp journey.ID) []journey.Lane { return d.lanes(mp) }

// Cards is the cards of a cell that are shown; column is a step or a stage.
func (d Draw) Cards(lane, column journey.ID) []journey.Card { return d.cards(lane, column) }

// StageCards is the cards of a lane under one stage that are shown.
func (d Draw) StageCards(lane, stage journey.ID) []journey.Card { return d.stageCards(lane, stage) }

// LaneCards is the cards of a lane that are shown.
func (d Draw) LaneCards(l journey.Lane) []journey.Card { return d.laneCards(l) }

// Boxes is the stages of a map that are shown, without a place.
func (d Draw) Boxes(mp journey.ID) []StageBox {
	m, _ := journey.Get[journey.Map](d.p, mp)
	s := &Sheet{Map: m}
	s.columns(d.frame)
	return s.Stages
}

// Words draws a block of text with its top left at (x, y), its lines moved
// right by share of what they leave of the block's width: 0.5 centres them.
func (d Draw) Words(b *text.Block, x, y, share float64, c scene.Color) []scene.Op {
	return d.aligned(b, x, y, share, c, 0, 0)
}

// Line is a line of text on a scene of its own, for what stands beside the map.
func (o *Options) Line(s string, st text.Style, c scene.Color) *scene.Scene {
	d := Draw{&frame{Options: o}}
	b := o.Fonts.Set(s, st, lineWidth, text.Greedy)
	size := geom.Pt(b.Width, b.Height)
	it := scene.NewItem("", "", geom.Point{}, geom.Rect{Max: size}, d.Words(b, 0, 0, 0, c)...)
	return &scene.Scene{Size: size, Blocks: []scene.Placed{{Block: scene.NewBlock([]scene.Item{it}), Name: "line"}}}
}

// Passage is a text on a scene of its own, at the side from which it is read: in
// lines of a width, or in one, which is cut off at its end. What is below height
// is cut off, too; where that is 0, nothing is.
func (o *Options) Passage(s string, st text.Style, lines bool, width, height float64, c scene.Color) *scene.Scene {
	d := Draw{&frame{Options: o}}
	wrap := width
	if !lines {
		wrap = text.NoWrap
	}
	b := o.Fonts.Set(s, st, wrap, text.Greedy)
	if height == 0 {
		height = b.Height
	}
	size := geom.Pt(width, height)
	it := scene.NewItem("", "", geom.Point{}, geom.Rect{Max: size}, d.Words(b, (width-b.Width)*flush(b), 0, 0, c)...)
	return &scene.Scene{Size: size, Blocks: []scene.Placed{{Block: scene.NewBlock([]scene.Item{it}), Name: "passage"}}}
}

// lineWidth is more than any line takes.
const lineWidth = 1e5

// Say is a sentence of the program's own in the language of who reads it.
func (d Draw) Say(english string) string { return d.say(english) }

// Rich is a text with small markup, set to a width: how high it is, and its
// drawing with its top left at (x, y).
func (d Draw) Rich(s string, st text.Style, width float64) (height float64, draw func(x, y float64, ink scene.Color) []scene.Op) {
	r := d.setRich(s, st, width)
	return r.height, func(x, y float64, ink scene.Color) []scene.Op { return d.rich(r, x, y, ink, 0, 0) }
}

// Flush is 1 for a block that reads from right to left and stands at the right
// edge of its room, and 0 for all others.
func Flush(b *text.Block) float64 { return flush(b) }

// Halo parts the letters of a block from what is under them, which is ground.
func (d Draw) Halo(b *text.Block, x, y, share float64, ground scene.Color) []scene.Op {
	return d.halo(b, geom.Pt(x, y), share, ground)
}

// Icon draws an icon with its top left at (x, y); an unknown name draws nothing.
func (d Draw) Icon(name string, x, y, size float64, c scene.Color) []scene.Op {
	return d.Icons.use(name, x, y, size, c)
}

// Face draws the face of a feeling, −2 to +2, in a circle around c.
func (d Draw) Face(v float64, c geom.Point, r float64) []scene.Op { return d.face(faceOf(v), c, r) }

// Tone is the colour of a feeling, −2 to +2.
func (d Draw) Tone(v float64) scene.Color { return d.Theme.Feelings[faceOf(v)] }

// Monogram is the initials of a name around a point, no wider than most.
func (d Draw) Monogram(name string, st text.Style, center geom.Point, most float64, c scene.Color) scene.Op {
	g := d.monogram(name, st, center, most, c)
	g.From = 0
	return g
}

// Picture draws the middle of a medium that has the shape of r; nil where there
// is no picture to draw.
func (d Draw) Picture(id journey.ID, r geom.Rect, radius float64, alt string) scene.Op {
	return d.picture(id, r, radius, alt)
}

// Fill is an area of one colour.
func Fill(p geom.Path, c scene.Color) scene.Op { return fill(p, c) }

// Edged is a box with a fill and an edge of one u inside its bounds, in dashes
// where there are some.
func Edged(r geom.Rect, radius float64, ground, edge scene.Color, dash ...float64) []scene.Op {
	return edged(r, radius, ground, edge, dash...)
}

// Thicken is a block with lines as thick as the theme wants them.
func (t *Theme) Thicken(b *scene.Block) *scene.Block { return t.thicken(b) }

// Quoted is s between quotation marks, unless it brings its own, and how many
// bytes of it are not the row's own.
func Quoted(s string) (says string, lead int) {
	if says = quoted(s); says != s {
		lead = len(openQuote)
	}
	return says, lead
}

// Figure is a card's number for people, with its unit; "" where it has none.
func (d Draw) Figure(card journey.Card) string {
	if !card.Value.Set {
		return ""
	}
	return d.withUnit(card.Value, card.Unit)
}

// Card is a card as its lane draws it in a map, w wide: how high it is at
// least, and its drawing at that height or more, with its top left at (0, 0).
// It is nil where the lane is one drawing and has no cards to take out of it.
func (d Draw) Card(lane journey.Lane, st StageBox, card journey.Card, w float64) (need float64, draw func(h float64) scene.Item) {
	var b box
	view := viewOf(lane.LaneKind)
	switch v := view.(type) {
	case stack:
		b = v.box
	case process:
		b = v.box
	case durations:
		b = v.box
	default:
		return 0, nil
	}
	c := &cell{frame: d.frame, lane: lane, stage: &st, w: w}
	if v, ok := view.(scaled); ok {
		c.scale = v.scale(d.laneCards(lane))
	}
	laid := c.badged(b, card, w)
	if !d.mirrored {
		return laid.need, laid.draw
	}
	return laid.need, func(h float64) scene.Item {
		it := laid.draw(h)
		return it.Mirrored()
	}
}

// FromRight draws cards as a map has them that reads from the right.
func (d Draw) FromRight() Draw { return Draw{d.toMirror()} }
