package layout

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/journey"
)

// CurvePoint is a point of a curve of feelings.
type CurvePoint struct {
	Card  journey.Card
	X, V  float64 // u; −2 to +2
	Loose bool    // the card has no feeling yet
}

// Curve is the feelings of one persona, as things are or as they shall be.
type Curve struct {
	Name   string // where there is more than one
	Points []CurvePoint
}

// Curves is the curves of a lane over columns, the main one first.
func (d Draw) Curves(lane journey.Lane, columns []Column) []Curve {
	c := &cell{frame: d.frame, lane: lane, columns: columns}
	var out []Curve
	for _, k := range c.curves() {
		cv := Curve{Name: k.name}
		for _, p := range k.pts {
			cv.Points = append(cv.Points, CurvePoint{p.card, p.x, p.v, p.loose})
		}
		out = append(out, cv)
	}
	return out
}

// On is the points that have a feeling.
func (k Curve) On() []CurvePoint {
	var out []CurvePoint
	for _, p := range k.Points {
		if !p.Loose {
			out = append(out, p)
		}
	}
	return out
}

// Way is the line through points from left to right, flat out to 0 and w.
func Way(pts []CurvePoint, y func(v float64) float64, w float64) geom.Path {
	in := make([]feelingPoint, len(pts))
	for i, p := range pts {
		in[i] = feelingPoint{x: p.X, v: p.V}
	}
	return monotone(in, y, w)
}

// Spectrum runs through the feelings' colours from +2 down to −2.
func (d Draw) Spectrum(y func(float64) float64) *scene.Gradient { return d.spectrum(y) }

// Shade is the tint between a curve and its zero line, blended over a ground.
func (d Draw) Shade(y func(float64) float64, ground scene.Color) *scene.Gradient {
	return d.shade(y, ground)
}

// Describe says in words what a curve shows.
func (d Draw) Describe(lane journey.Lane, k Curve) string {
	pts := make([]feelingPoint, len(k.Points))
	for i, p := range k.Points {
		pts[i] = feelingPoint{card: p.Card}
	}
	return describe(lane, k.Name, pts)
}
