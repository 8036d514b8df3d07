package layout

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
)

// divider is a band of its own with a dashed line across the map. Its label
// stands in the lane's header.
type divider struct{}

func (divider) whole() {}

const dividerHeight = 28

func (divider) lay(c *cell) laid {
	return laid{dividerHeight, func(height float64) []scene.Item {
		ops := c.dividerLine(0, c.w, height/2)
		return []scene.Item{scene.NewItem(string(c.lane.ID), LanePart, geom.Point{}, geom.Box(0, 0, c.w, height), ops...)}
	}}
}

// dividerLine is the line from x0 to x1.
func (f *frame) dividerLine(x0, x1, y float64) []scene.Op {
	return []scene.Op{&scene.Stroke{
		Path: geom.Segment(geom.Pt(x0, y), geom.Pt(x1, y)), Paint: scene.Solid(f.Theme.Ink3),
		Pen: geom.Pen{Width: 1.5, Dash: []float64{5, 4}}, Least: 1,
	}}
}
