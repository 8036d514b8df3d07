package editor

import (
	"time"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout/slide"
	"throughline/canvas/scene"
	"throughline/journey"
)

// glideTime is how long one slide takes to become the next. The layers stay for
// settleTime after that, while the slide is painted as one.
const (
	glideTime  = 420 * time.Millisecond
	settleTime = 150 * time.Millisecond
)

// glide is one slide on its way to the next: the strip moves, the curve stays,
// and what is in focus of it wanders.
type glide struct {
	from, to int
	begin    time.Time
}

// share is how much of the way lies behind, 0 to 1, slow at both ends; it is
// not on its way before it has begun and after it has settled.
func (g *glide) share(now time.Time) (t float64, on bool) {
	if g == nil {
		return 1, false
	}
	t, _ = eased(now.Sub(g.begin), glideTime)
	return t, now.Sub(g.begin) < glideTime+settleTime
}

// eased is how much of a time lies behind, in a movement that is slow at both
// ends (cubic).
func eased(passed, all time.Duration) (t float64, on bool) {
	t = float64(passed) / float64(all)
	switch {
	case t >= 1:
		return 1, false
	case t <= 0:
		return 0, true
	case t < 0.5:
		return 4 * t * t * t, true
	}
	u := 2 - 2*t
	return 1 - u*u*u/2, true
}

func between(a, b, t float64) float64 { return a + (b-a)*t }

// faintShare is how much is seen of a panel beside the slide.
const faintShare = 0.3

// layers is the base, the strip and the curve in focus, of which slides are made
// while one glides into the next. When none does, they wait out of sight with
// their pixels, so that the first frame is there at once.
func (s *Screen) layers(k float64, at geom.Point, t float64, gliding bool, f *input.Frame) []input.Pane {
	p := s.p
	from, to := p.at, p.at
	if gliding {
		from, to = p.glide.from, p.glide.to
	} else if p.deck.Slides[p.at].Deep || !p.scenes.strips(p.deck) {
		none := input.Pane{Scene: &scene.Scene{}, Zoom: 1} // a view keeps what a pane that is left out has shown
		return []input.Pane{none, none, none}
	}
	base := s.pane(to, p.scenes.base(p.deck, to), k, at)
	box, a := p.deck.StripAt(from)
	_, b := p.deck.StripAt(to)
	strip := input.Pane{Scene: p.scenes.strip(p.deck, from, to), Rect: box.Mul(k).Add(at), At: geom.Pt(between(a.X, b.X, t), 0), Zoom: k, Detail: 1}
	panes := []input.Pane{base, strip}
	wa, wb := p.deck.Window(from), p.deck.Window(to)
	if !wa.Empty() && !wb.Empty() {
		w := geom.Rect{Min: geom.Pt(between(wa.Min.X, wb.Min.X, t), wa.Min.Y), Max: geom.Pt(between(wa.Max.X, wb.Max.X, t), wa.Max.Y)}
		panes = append(panes, input.Pane{Scene: p.scenes.strong(p.deck), Rect: w.Mul(k).Add(at), At: w.Min, Zoom: k, Detail: 1, Cut: true})
	} else {
		panes = append(panes, input.Pane{Scene: &scene.Scene{}, Zoom: 1})
	}
	if !gliding {
		for i := range panes {
			panes[i].Rect = panes[i].Rect.Add(geom.Pt(0, 3*s.size.Y))
		}
		return panes
	}
	f.Marks = append(f.Marks, s.edges(k, at)...)
	f.Marks = append(f.Marks, s.veils(strip, t)...)
	return panes
}

// veils lie over the panel that goes and the one that comes, which are both
// drawn in full strength.
func (s *Screen) veils(strip input.Pane, t float64) []input.Mark {
	d := s.p.deck
	var out []input.Mark
	for i, n := range []int{s.p.glide.from, s.p.glide.to} {
		share := t
		if i == 1 {
			share = 1 - t
		}
		box, at := d.StripAt(n)
		x := at.X + (box.W()-slide.PanelWidth)/2
		r := geom.Box(x, 0, slide.PanelWidth, box.H()).Add(geom.Point{}.Sub(strip.At)).Mul(strip.Zoom).Add(strip.Rect.Min).Intersect(strip.Rect)
		if r.Empty() {
			continue
		}
		c := s.p.Theme().Present
		c.A = uint8(255*(1-faintShare)*share + 0.5)
		out = append(out, input.Mark{Rect: r, Clip: strip.Rect, Fill: c})
	}
	return out
}

// near is what of a slide is seen large.
type near struct {
	box   geom.Rect // of the slide
	begin time.Time
	back  bool // on the way back
	still bool
}

// nearMost is how large a card is shown at most.
const nearMost = 3

func (n *near) share(now time.Time) float64 {
	t, _ := eased(now.Sub(n.begin), glideTime)
	if n.still {
		t = 1
	}
	if n.back {
		return 1 - t
	}
	return t
}

func (n *near) moves(now time.Time) bool {
	if n == nil || n.still {
		return false
	}
	_, on := eased(now.Sub(n.begin), glideTime)
	return on
}

// seen is how large a unit of the slide is and where its top left is, heeding
// what is shown large.
func (p *Presentation) seen(k float64, at geom.Point, size geom.Point) (float64, geom.Point) {
	if p.near == nil {
		return k, at
	}
	t := p.near.share(p.now)
	b := p.near.box
	zoom := min(nearMost, 0.7*size.X/(b.W()*k), 0.7*size.Y/(b.H()*k))
	zoom = between(1, max(1, zoom), t)
	c := b.Center()
	whole := geom.Pt(p.deck.Width/2, slide.Height/2)
	mid := geom.Pt(between(whole.X, c.X, t), between(whole.Y, c.Y, t))
	kk := k * zoom
	out := geom.Pt(size.X/2-mid.X*kk, size.Y/2-mid.Y*kk)
	fix := func(o, room, all float64) float64 { // no edge is seen where the slide is larger than the screen
		if all <= room {
			return (room - all) / 2
		}
		return min(0, max(o, room-all))
	}
	return kk, geom.Pt(fix(out.X, size.X, p.deck.Width*kk), fix(out.Y, size.Y, slide.Height*kk))
}

// seenBy reports whether a screen shows the slide as the audience sees it.
func (p *Presentation) seenBy(s *Screen) bool { return !s.next }

// zoom shows the card in focus large, or all of the slide again.
func (p *Presentation) zoom(id journey.ID) {
	if p.near != nil && !p.near.back {
		p.near = &near{box: p.near.box, begin: p.now, back: true, still: p.still}
		if p.still {
			p.near = nil
		}
		p.notify()
		return
	}
	if it, at, ok := p.card(id); ok {
		p.near = &near{box: it.Box.Add(at), begin: p.now, still: p.still}
		p.notify()
	}
}

// scenes is what has been drawn of a deck.
type scenes struct {
	of     *slide.Deck
	wholes map[int]*scene.Scene
	bases  map[int]*scene.Scene
	belts  map[[2]int]*scene.Scene
	curve  *scene.Scene
}

func (s *scenes) forget(d *slide.Deck) {
	if s.of != d {
		*s = scenes{of: d, wholes: map[int]*scene.Scene{}, bases: map[int]*scene.Scene{}, belts: map[[2]int]*scene.Scene{}}
	}
}

// sceneMost bounds how many are kept of each.
const sceneMost = 12

func kept[K comparable](m map[K]*scene.Scene, k K, draw func() *scene.Scene) *scene.Scene {
	if m[k] == nil {
		if len(m) >= sceneMost {
			clear(m)
		}
		m[k] = draw()
	}
	return m[k]
}

func (s *scenes) whole(d *slide.Deck, i int) *scene.Scene {
	return kept(s.wholes, i, func() *scene.Scene { return d.Scene(i) })
}

func (s *scenes) base(d *slide.Deck, i int) *scene.Scene {
	return kept(s.bases, i, func() *scene.Scene { return d.Base(i) })
}

func (s *scenes) strip(d *slide.Deck, i, k int) *scene.Scene {
	return kept(s.belts, [2]int{i, k}, func() *scene.Scene { return d.Strip(i, k) })
}

func (s *scenes) strong(d *slide.Deck) *scene.Scene {
	if s.curve == nil {
		s.curve = d.Strong()
	}
	return s.curve
}

// strips reports whether the deck has slides that glide.
func (s *scenes) strips(d *slide.Deck) bool {
	return len(d.Slides) > 0 && d.Kind != slide.Whole && d.Kind != slide.Lanes && d.Kind != slide.Feelings
}
