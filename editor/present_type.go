package editor

import (
	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout"
)

// On a slide people type on the letters themselves, as they do on the map. Where
// a slide does not show the whole of a text in one place, the window asks for it
// in a field.

// spotOf finds a field on the slide that is shown, in units of the slide.
func (p *Presentation) spotOf(f field) (spot, bool) {
	s := p.scenes.whole(p.deck, p.at)
	for i := range s.Blocks {
		b := &s.Blocks[i]
		for k := range b.Items {
			it := &b.Items[k]
			if it.Owner != string(f.owner) {
				continue
			}
			for _, x := range it.Fields {
				if x.Part == f.part {
					return spot{x, b.At.Add(it.At).Add(x.At), x.Larger(), geom.Rect{Max: s.Size}, false}, true
				}
			}
		}
	}
	return spot{}, false
}

// write begins to type in the title of the card in focus, or of the first on the
// slide.
func (p *Presentation) write() {
	p.KeepEdit()
	if p.focus == "" {
		p.walk(1)
	}
	if p.focus == "" {
		return
	}
	f := field{p.focus, layout.TitlePart}
	if _, ok := p.spotOf(f); !ok {
		p.ask(AskEdit)
		return
	}
	g := p.visit(f)
	if g == nil {
		return
	}
	if p.Slide().Map > 0 && p.near == nil { // letters of the map are small
		p.zoom(p.focus)
	}
	p.typing = &typing{draft: draft{field: f}, g: g, saved: p.now, typed: p.now, now: p.now, goal: -1}
	p.typing.open(p.e, f)
}

// visit begins a gesture for the words of a card; nil where they are locked.
func (p *Presentation) visit(f field) *Gesture {
	if err := p.e.locked(f.owner); err != nil {
		p.e.fail(err)
		return nil
	}
	g, err := p.e.Doc.Begin("Edit " + kindWord(p.e.Doc.Project(), f.owner))
	p.e.fail(err)
	return g
}

// typed answers what happens while somebody types, and reports whether that was
// about the text. What is not, ends it.
func (p *Presentation) typed(ev input.Event) bool {
	t := p.typing
	t.now = ev.Now
	switch ev.Kind {
	case input.KeyDown:
		if ev.Key == "" || p.typedKey(ev) {
			return true
		}
	case input.Press:
		if t.pressed(p.e, ev) {
			return true
		}
	case input.Scroll:
		return true
	case input.Move:
		t.Handle(p.e, ev)
		return false // it may move a light, too
	default:
		if t.Handle(p.e, ev) == t {
			return ev.Kind != input.Tick
		}
		p.typing = nil
		return true
	}
	p.KeepEdit()
	return ev.Kind == input.Press && ev.Button == input.Left // which would go on to the next slide
}

// typedKey is what a key does in the text; it reports whether it does anything.
func (p *Presentation) typedKey(ev input.Event) bool {
	t := p.typing
	switch ev.Key {
	case input.KeyEscape:
		p.KeepEdit()
		return true
	case input.KeyEnter:
		if !ev.Mods.Has(input.Shift) {
			p.KeepEdit()
			return true
		}
	case input.KeyTab:
		other, way := field{t.field.owner, layout.TextPart}, 1
		if ev.Mods.Has(input.Shift) {
			other.part, way = layout.TitlePart, -1
		}
		if _, ok := p.spotOf(other); !ok || other == t.field {
			p.KeepEdit()
			p.walk(way)
			return true
		}
	}
	_, took := t.take(p.e, ev)
	return took
}

// caret is the text in which somebody types, on a screen where a unit of the
// slide is k pixels and its top left is at a place.
func (s *Screen) caret(k float64, at geom.Point) []input.Mark {
	t := s.p.typing
	if t == nil {
		return nil
	}
	x, ok := s.p.spotOf(t.field)
	if !ok {
		return nil
	}
	x.at, x.zoom, x.pane = x.at.Mul(k).Add(at), x.zoom*k, geom.Rect{Max: s.size}
	return t.seen(x, s.p.Theme().Acc)
}
