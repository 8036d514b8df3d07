package editor

import (
	"time"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/canvas/layout/slide"
	"throughline/canvas/scene"
	"throughline/journey"
)

// PresentOptions is how a map is presented.
type PresentOptions struct {
	Layout layout.Options // with the view that is shown, and the theme
	Kind   slide.Kind
	// Planned is how long it may take; 0 takes what the stages are planned for.
	Planned time.Duration
	// Still leaves out what glides, for those whom it makes unwell.
	Still bool
	// At is the stage to begin with; "" is the first.
	At  journey.ID
	Now time.Time
}

// Presentation is a map on its way through a room: which slide is shown, what
// points at it, and what the room says. Screens show it. All that it changes,
// it changes as the editor does, so that it can be undone. It belongs to the
// editor's goroutine.
type Presentation struct {
	e    *Editor
	opt  slide.Options
	deck *slide.Deck
	at   int        // the slide that is shown
	of   journey.ID // the stage that was shown last
	done bool

	black, white, pointing bool
	spot, aids             bool
	wheeled                wheeled
	lensed                 bool       // the spotlight has been on: screens have a pane for what it shows large
	pointer                geom.Point // on the slide, u
	focus                  journey.ID // the card that has the focus; "" is none
	glide                  *glide
	near                   *near // into what it is zoomed
	clock                  clock
	now                    time.Time
	still                  bool
	edit                   *cardEdit // in a field of the window
	typing                 *typing   // on the slide
	said                   string    // what has just been done
	begun                  map[journey.ID]bool

	scenes scenes
	lead   *Screen
	// changed is called whenever what a screen or the speaker sees may be other.
	changed []func()
	// Ask has the window ask for words: a comment, or where to go.
	Ask func(Question)
}

// Question is what a presentation asks the speaker for.
type Question uint8

// The questions.
const (
	AskEdit    Question = iota // the words of the card in focus
	AskComment                 // what somebody says of it
	AskWhere                   // the number of a slide, or words on it
)

// usualWidth is how wide slides are before their screen says how wide it is:
// 16 to 9, so that most are laid out once.
const usualWidth = slide.Height * 16 / 9.0

// Present begins to present the editor's map. There is one presentation at a
// time; the editor stays where it is.
func (e *Editor) Present(o PresentOptions) *Presentation {
	e.Settle()
	p := &Presentation{e: e, still: o.Still, now: o.Now, begun: map[journey.ID]bool{}}
	p.opt = slide.Options{Options: o.Layout, Kind: o.Kind, Width: usualWidth}
	p.opt.Screen = true
	for _, c := range e.gathered() {
		p.begun[c.ID] = true
	}
	p.lay()
	p.pointer = geom.Pt(p.opt.Width/2, slide.Height/2.0)
	planned := o.Planned
	if planned == 0 {
		planned = time.Duration(p.deck.Minutes() * float64(time.Minute))
	}
	p.clock = clock{planned: planned, from: o.Now}
	for i, s := range p.deck.Slides {
		if o.At != "" && s.Stage == o.At {
			p.at = i
			break
		}
	}
	e.presenting = p
	return p
}

// Presenting is the presentation that is going on; nil where there is none.
func (e *Editor) Presenting() *Presentation { return e.presenting }

// End ends the presentation. The editor is where it was.
func (p *Presentation) End() {
	if p.done {
		return
	}
	p.KeepEdit()
	p.done = true
	p.e.presenting = nil
	p.notify()
}

// Ended reports whether the presentation is over.
func (p *Presentation) Ended() bool { return p.done }

// Changed calls f whenever what a screen or the speaker sees may be other.
func (p *Presentation) Changed(f func()) { p.changed = append(p.changed, f) }

func (p *Presentation) notify() {
	for _, f := range p.changed {
		f()
	}
}

// lay lays the deck out anew, and stays on the same stage and page.
func (p *Presentation) lay() {
	var was slide.Slide
	if p.deck != nil {
		if was = p.deck.Slides[p.at]; was.Stage == "" {
			was.Stage = p.of
		}
	}
	p.show(slide.New(p.opt, p.e.Doc.Project(), p.e.mp), was)
}

// follow shows what has become of the project.
func (p *Presentation) follow(q *journey.Project) {
	if _, ok := journey.Get[journey.Map](q, p.deck.Map.ID); !ok {
		p.End()
		return
	}
	p.show(p.deck.Update(q), p.deck.Slides[p.at])
	if _, ok := q.Row(p.focus); !ok {
		p.focus = ""
	}
	p.notify()
}

// show shows another deck at the slide that is most like one of the old deck.
func (p *Presentation) show(d *slide.Deck, was slide.Slide) {
	if p.deck == d {
		return
	}
	p.deck = d
	p.scenes.forget(d)
	best, score := 0, -1
	for i, s := range d.Slides {
		n := 0
		if s.Stage == was.Stage {
			n += 4
			if s.Step == was.Step {
				n += 4
			}
			if s.Deep == was.Deep {
				n += 2
			}
			if s.Page == was.Page || s.Deep && s.Page >= was.Page {
				n++
			}
			if s.Stage == "" && s.Title == was.Title { // a lane
				n += 4
			}
		}
		if n > score {
			best, score = i, n
		}
	}
	p.at = min(best, len(d.Slides)-1)
	p.keepStage()
	if g := p.glide; g != nil && (g.to >= len(d.Slides) || g.from >= len(d.Slides) || g.to != p.at) {
		p.glide = nil
	}
}

// Deck is the slides.
func (p *Presentation) Deck() *slide.Deck { return p.deck }

// At is the number of the slide that is shown.
func (p *Presentation) At() int { return p.at }

// Slide is the slide that is shown.
func (p *Presentation) Slide() slide.Slide { return p.deck.Slides[p.at] }

// Next is the number of the slide that comes next; −1 after the last.
func (p *Presentation) Next() int { return p.beside(1) }

// beside is the next slide in a direction, those left out that stand behind a
// stage's story unless that is where we are.
func (p *Presentation) beside(way int) int {
	for i := p.at + way; i >= 0 && i < len(p.deck.Slides); i += way {
		if !p.deck.Slides[i].Deep {
			return i
		}
	}
	return -1
}

// Go shows another slide.
func (p *Presentation) Go(i int) {
	if i < 0 || i >= len(p.deck.Slides) || i == p.at && p.near == nil {
		return
	}
	p.KeepEdit()
	p.near, p.said = nil, ""
	p.glide = nil
	if p.focus = ""; !p.still && p.deck.Glides(p.at, i) {
		p.glide = &glide{from: p.at, to: i, begin: p.now}
	}
	p.at = i
	p.keepStage()
	p.notify()
}

// keepStage remembers the stage for the views that show all.
func (p *Presentation) keepStage() {
	if s := p.deck.Slides[p.at].Stage; s != "" {
		p.of = s
	}
}

// deeper shows what stands behind the stage's story, or comes back from there.
func (p *Presentation) deeper(way int) {
	all, is := p.deck.Slides, p.Slide()
	for i := p.at + way; i >= 0 && i < len(all) && all[i].Stage == is.Stage; i += way {
		if is.Deep || all[i].Deep {
			p.Go(i)
			return
		}
	}
}

// SetKind shows the map in another view, at the same stage.
func (p *Presentation) SetKind(k slide.Kind) {
	if k == p.opt.Kind {
		return
	}
	p.KeepEdit()
	p.opt.Kind = k
	p.again()
}

// Kind is the view in which the map is shown.
func (p *Presentation) Kind() slide.Kind { return p.opt.Kind }

// SetTheme shows the slides in another theme.
func (p *Presentation) SetTheme(t *layout.Theme) {
	p.opt.Theme = t
	p.again()
}

// Theme is the theme of the slides.
func (p *Presentation) Theme() *layout.Theme { return p.opt.Theme }

func (p *Presentation) again() {
	p.glide, p.near = nil, nil
	p.lay()
	if _, _, ok := p.card(p.focus); !ok {
		p.focus = ""
	}
	p.notify()
}

// widen makes the slides as wide as the audience's screen has room for.
func (p *Presentation) widen(w float64) {
	if w = max(w, slide.Width); w-p.opt.Width > 0.01 || p.opt.Width-w > 0.01 {
		p.opt.Width = w
		p.again()
	}
}

// Black reports whether the screen is black.
func (p *Presentation) Black() bool { return p.black }

// Aids reports whether the speaker wants notes and clock on the audience's
// screen, where that is the only one.
func (p *Presentation) Aids() bool { return p.aids }

// Pointing reports whether the pointer is a light.
func (p *Presentation) Pointing() bool { return p.pointing }

// Said is what has just been done, once.
func (p *Presentation) Said() string {
	s := p.said
	p.said = ""
	return s
}

// card is the item of a card on the slide that is shown, and where it is.
func (p *Presentation) card(id journey.ID) (it *scene.Item, at geom.Point, ok bool) {
	s := p.scenes.whole(p.deck, p.at)
	for i := range s.Blocks {
		b := &s.Blocks[i]
		for k := range b.Items {
			if x := &b.Items[k]; x.Owner == string(id) && id != "" && (x.Part == layout.CardPart || x.Part == layout.PointPart) {
				return x, b.At.Add(x.At), true
			}
		}
	}
	return nil, geom.Point{}, false
}
