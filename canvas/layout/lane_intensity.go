package layout

import (
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// intensity draws how engaged somebody is: an arc that rises from the lane's
// foot, in one colour, for it says how much and not how good.
type intensity struct{}

func (intensity) whole() {}

const (
	arcRow   = 148
	arcNames = 52 // width of the scale's names beside the lane's title
)

func (intensity) lay(c *cell) laid {
	d := c.drawing(curveLook{row: arcRow, foot: -2})
	names := 0.0 // the row is as high as those beside it need
	blocks := c.scaleNames(c.lane)
	for _, b := range blocks {
		names = max(names, b.Height)
	}
	return laid{max(d.need, names*float64(len(blocks)-1)+2*CurvePad, names+2*CurvePad), d.draw}
}

func (intensity) room() float64 { return 0 }

// besides is what the names of the scale take beside the lane's title.
func (intensity) besides(f *frame, l journey.Lane) float64 {
	w := 0.0
	for _, b := range f.scaleNames(l) {
		w = max(w, b.Width)
	}
	return w + 8
}

// scaleNames is the names of a lane's scale, least first, or its ends where it
// has none.
func (f *frame) scaleNames(l journey.Lane) []*text.Block {
	s := l.Scale()
	names := s.Names
	if len(names) < 2 {
		names = []string{f.number(journey.Num(s.Least)), f.number(journey.Num(s.Greatest))}
	}
	out := make([]*text.Block, len(names))
	for i, name := range names {
		out[i] = f.set(name, caption, arcNames, text.Greedy)
	}
	return out
}

// side is the names of the scale at their heights.
func (intensity) side(f *frame, s *Sheet, l journey.Lane, w, height float64) []scene.Op {
	var ops []scene.Op
	names, pads := f.scaleNames(l), s.curvePads(l.ID)
	for i, b := range names {
		y := height - pads[1] - float64(i)/float64(len(names)-1)*(height-pads[0]-pads[1])
		ops = append(ops, f.aligned(b, w-headerPadX-b.Width, y-b.Height/2, 1, f.Theme.Ink3, zoomTitles, zoomTitles)...)
	}
	return ops
}
