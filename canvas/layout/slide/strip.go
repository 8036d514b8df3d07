package slide

import (
	"slices"
	"strconv"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
)

// The slides of a strip are drawn in layers, so that one may glide into the
// next: the base with the stages' bars and the curve from afar, the strip of
// all panels, and the curve in focus, of which a window is seen.

const (
	faintShare      = 0.3
	faintSaturation = 0.6
)

// Scene is a slide as one picture.
func (d *Deck) Scene(i int) *scene.Scene {
	s := &d.Slides[i]
	if s.panel < 0 {
		return d.single(i)
	}
	out := d.Base(i)
	panels := d.panels
	if s.Deep {
		panels = d.deep
	}
	x := d.panelX()
	if !s.Deep {
		step := d.left(PanelWidth+panelGap, 0, 0)
		for i, name := range []string{"before", "after"} {
			k := 2*i - 1
			if n := s.panel + k; n >= 0 && n < len(panels) {
				d.add(out, name, geom.Point{}, d.beyond(panels[n], x+float64(k)*step)...)
			}
		}
	}
	d.add(out, "panel", geom.Pt(x, panelTop), panels[s.panel].items...)
	if d.curved(i) {
		d.add(out, "focus", geom.Point{}, d.curve.strong(s.column))
		d.add(out, "points", geom.Point{}, d.curve.points(s.column)...)
	}
	return out
}

// panelX is where the panel in focus stands.
func (d *Deck) panelX() float64 { return (d.Width - PanelWidth) / 2 }

// beyond is what is seen of a panel at x beside the slide's own: faint, and cut
// off at the slide's edges.
func (d *Deck) beyond(p *panel, x float64) []scene.Item {
	var ops []scene.Op
	for i := range p.items {
		it := &p.items[i]
		at := it.At.Add(geom.Pt(x, panelTop))
		if it.Bounds.Add(at).Overlaps(d.size()) && !slices.Contains(p.near, i) {
			ops = append(ops, &scene.Group{Move: geom.Transform{K: 1, D: at}, Ops: it.Ops})
		}
	}
	if len(ops) == 0 {
		return nil
	}
	clip := geom.Rectangle(d.size())
	ops = faint(ops, d.Theme.Present, faintShare, faintSaturation)
	return []scene.Item{scene.NewItem("", "beside", geom.Point{}, geom.Rect{}, &scene.Group{Move: geom.Identity, Clip: &clip, Ops: ops})}
}

// Base is what stays in place from slide to slide.
func (d *Deck) Base(i int) *scene.Scene {
	s := &d.Slides[i]
	out := d.scene()
	d.add(out, "bar", geom.Point{}, d.bar(s.Index)...)
	switch {
	case d.Metrics:
		d.addMetrics(out, s.Index)
	case d.curved(i):
		d.add(out, "curve", geom.Point{}, d.curve.dim()...)
	}
	d.add(out, "foot", geom.Point{}, d.foot(s.Count)...)
	return out
}

// curved reports whether a slide shows the curve below its panel.
func (d *Deck) curved(i int) bool {
	return d.curve != nil && (!d.Slides[i].Deep && d.Kind == Feelings || d.Kind != Feelings && !d.Metrics)
}

// Glides reports whether two slides stand side by side on the strip, so that
// one can glide into the other.
func (d *Deck) Glides(from, to int) bool {
	a, b := &d.Slides[from], &d.Slides[to]
	if a.panel < 0 || b.panel < 0 || a.Deep || b.Deep {
		return false
	}
	return a.panel == b.panel+1 || b.panel == a.panel+1
}

// Strip is all panels side by side, those of some slides in full strength. Its
// top is that of the panels on a slide.
func (d *Deck) Strip(focus ...int) *scene.Scene {
	out := &scene.Scene{Ground: d.Theme.Present, Size: geom.Pt(float64(len(d.panels))*(PanelWidth+panelGap)-panelGap, d.low())}
	for k, p := range d.panels {
		full := false
		for _, i := range focus {
			full = full || d.Slides[i].panel == k && !d.Slides[i].Deep
		}
		block := p.block(d, full)
		out.Blocks = append(out.Blocks, scene.Placed{Block: block, Name: blockName(k), At: geom.Pt(d.stripX(k), 0)})
	}
	return out
}

// block is a panel in full strength or faint, made once.
func (p *panel) block(d *Deck, full bool) *scene.Block {
	if full {
		p.strong.Do(func() { p.whole = d.Theme.Thicken(scene.NewBlock(p.items)) })
		return p.whole
	}
	p.weak.Do(func() {
		var items []scene.Item
		for i, it := range p.items {
			if !slices.Contains(p.near, i) {
				items = append(items, scene.NewItem("", it.Part, it.At, it.Box, faint(it.Ops, d.Theme.Present, faintShare, faintSaturation)...))
			}
		}
		p.pale = d.Theme.Thicken(scene.NewBlock(items))
	})
	return p.pale
}

// stripX is where a panel stands on the strip.
func (d *Deck) stripX(panel int) float64 {
	all := float64(len(d.panels))*(PanelWidth+panelGap) - panelGap
	return d.left(float64(panel)*(PanelWidth+panelGap), PanelWidth, all)
}

// StripAt is the box of a slide in which the strip is seen, and the point of the
// strip at its top left.
func (d *Deck) StripAt(i int) (box geom.Rect, at geom.Point) {
	box = geom.Box(0, panelTop, d.Width, d.low())
	return box, geom.Pt(d.stripX(d.Slides[i].panel)-d.panelX(), 0)
}

// Strong is the curve in full strength, each stage over its tint; what is seen
// of it on a slide is Window.
func (d *Deck) Strong() *scene.Scene {
	out := d.scene()
	if d.curve == nil || d.Metrics || d.Kind == Feelings {
		return out
	}
	for i := range d.cols {
		if i > 0 && d.curve.in(i)(i-1) {
			continue
		}
		d.add(out, blockName(i), geom.Point{}, d.curve.strong(i))
		d.add(out, "points/"+blockName(i), geom.Point{}, d.curve.points(i)...)
	}
	return out
}

// Window is the part of the curve that is in full strength on a slide; it is
// empty where there is no curve.
func (d *Deck) Window(i int) geom.Rect {
	if !d.curved(i) || d.Slides[i].panel < 0 {
		return geom.Rect{}
	}
	return d.curve.band(d.Slides[i].column)
}

func blockName(i int) string { return "panel" + strconv.Itoa(i) }

// single is a slide without a panel.
func (d *Deck) single(i int) *scene.Scene {
	out := d.scene()
	switch {
	case len(d.stages) == 0:
		d.nothing(out, i, "This map has no stages yet.")
	case d.Kind == Feelings && d.curve == nil:
		d.nothing(out, i, "This map has no feelings yet.")
	case d.Kind == Feelings:
		d.feelingSlide(out, i)
	default:
		d.mapSlide(out, i)
	}
	return out
}

// nothing says on a slide why there is nothing on it.
func (d *Deck) nothing(out *scene.Scene, i int, says string) {
	x, y := d.panelX(), float64(panelTop)
	d.add(out, "bar", geom.Point{}, d.bar(-1)...)
	if it, ok := d.titled(d.Map.Title, x, PanelWidth, d.Theme.Ink); ok {
		d.add(out, "title", geom.Point{}, it)
		y = it.Box.Max.Y + usual.top
	}
	d.add(out, "empty", geom.Pt(x, y), d.empty(says).draw(emptyHigh))
	d.addMetrics(out, -1)
	d.add(out, "foot", geom.Point{}, d.foot(d.Slides[i].Count)...)
}
