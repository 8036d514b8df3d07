package editor

import (
	"math"
	"slices"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
)

// Camera is what part of the map a view shows. The bands stay where they are;
// At is the point of the body beside them.
type Camera struct {
	At   geom.Point // of the body at the top left of its pane, u
	Zoom float64    // device-independent pixels a map unit
}

// The limits of the zoom and the steps of its keys.
const (
	MinZoom, MaxZoom = 0.1, 4
	leastKept        = 0.001 // of the zoom of a map that is not shown
	overscroll       = 160   // pixels of nothing that may show right and below
)

var zoomSteps = []float64{0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.25, 1.5, 2, 3, 4}

// viewport is a view of a sheet: the camera and the size it has to fill.
type viewport struct {
	Camera
	size  geom.Point // pixels
	sheet *layout.Sheet
}

// body is the rectangle of the body's pane.
func (v *viewport) body() geom.Rect {
	x, y := math.Round(v.sheet.HeaderWidth*v.Zoom), math.Round(v.sheet.BandHeight*v.Zoom)
	return geom.Rect{Min: geom.Pt(min(x, v.size.X), min(y, v.size.Y)), Max: v.size}
}

// toBody is a point of the view as one of the body.
func (v *viewport) toBody(p geom.Point) geom.Point {
	return p.Sub(v.body().Min).Mul(1 / v.Zoom).Add(v.At)
}

// toView is a box of the body as one of the view.
func (v *viewport) toView(r geom.Rect) geom.Rect {
	return r.Add(geom.Point{}.Sub(v.At)).Mul(v.Zoom).Add(v.body().Min)
}

// clamp keeps the map in sight.
func (v *viewport) clamp() {
	b := v.body()
	room := func(map_, pane float64) float64 {
		return max(0, map_-(pane-overscroll)/v.Zoom)
	}
	if v.sheet.Body.Size.X*v.Zoom <= b.W() {
		v.At.X = 0
	}
	if v.sheet.Body.Size.Y*v.Zoom <= b.H() {
		v.At.Y = 0
	}
	v.At.X = min(max(v.At.X, 0), room(v.sheet.Body.Size.X, b.W()))
	v.At.Y = min(max(v.At.Y, 0), room(v.sheet.Body.Size.Y, b.H()))
	if v.sheet.Looped() { // with no bands to stand beside, it stands in the middle
		v.At.X -= math.Round(max(0, b.W()-v.sheet.Body.Size.X*v.Zoom)/2) / v.Zoom
		v.At.Y -= math.Round(max(0, b.H()-v.sheet.Body.Size.Y*v.Zoom)/2) / v.Zoom
	}
}

// pan moves the map by a number of pixels: positive d shows what lies right
// and below. It lands on whole pixels, so that tiles stay sharp.
func (v *viewport) pan(d geom.Point) {
	v.At = v.At.Add(d.Mul(1 / v.Zoom))
	v.clamp()
	v.snap()
}

func (v *viewport) snap() {
	v.At.X = math.Round(v.At.X*v.Zoom) / v.Zoom
	v.At.Y = math.Round(v.At.Y*v.Zoom) / v.Zoom
}

// least is the smallest zoom: 10 %, or what shows the whole map if that is
// smaller.
func (v *viewport) least() float64 { return min(MinZoom, v.fit(geom.Rect{Max: v.whole()})) }

// whole is the size of the map with its bands, u.
func (v *viewport) whole() geom.Point {
	return geom.Pt(v.sheet.HeaderWidth, v.sheet.BandHeight).Add(v.sheet.Body.Size)
}

// fit is the zoom at which a box as large as r fills the view.
func (v *viewport) fit(r geom.Rect) float64 {
	if r.W() <= 0 || r.H() <= 0 || v.size.X <= 0 || v.size.Y <= 0 {
		return 1
	}
	return min(v.size.X/r.W(), v.size.Y/r.H())
}

// zoomTo changes the zoom and keeps the map where it is under a point of the
// view. Beside the body, that is what stands at the body's edge.
func (v *viewport) zoomTo(zoom float64, at geom.Point) {
	was, p := v.At, v.toBody(at)
	beside := v.body().Min
	v.Zoom = min(max(zoom, v.least()), MaxZoom)
	v.At = v.At.Add(p.Sub(v.toBody(at)))
	if at.X < beside.X {
		v.At.X = was.X
	}
	if at.Y < beside.Y {
		v.At.Y = was.Y
	}
	v.clamp()
	v.snap()
}

// zoomStep is the next step of the keys after the zoom, in the direction of way.
func zoomStep(zoom float64, way int) float64 {
	if way > 0 {
		for _, z := range zoomSteps {
			if z > zoom*1.001 {
				return z
			}
		}
		return MaxZoom
	}
	for _, z := range slices.Backward(zoomSteps) {
		if z < zoom*0.999 {
			return z
		}
	}
	return zoom / 2
}

// show brings a box of the body into sight with as little movement as it takes.
func (v *viewport) show(r geom.Rect) {
	b := v.body()
	w, h := b.W()/v.Zoom, b.H()/v.Zoom
	const margin = 16
	r = r.Grow(margin)
	move := func(at, lo, hi, size float64) float64 {
		switch {
		case lo < at || hi-lo > size:
			return lo
		case hi > at+size:
			return hi - size
		}
		return at
	}
	v.At = geom.Pt(move(v.At.X, r.Min.X, r.Max.X, w), move(v.At.Y, r.Min.Y, r.Max.Y, h))
	v.clamp()
	v.snap()
}

// Sight is the part of the body that is in sight, u.
func (e *Editor) Sight() geom.Rect { return e.view.sight(bodyPane) }
