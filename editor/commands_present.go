package editor

import (
	"slices"
	"strconv"

	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/canvas/layout/slide"
)

// PresentCommand is one thing that a speaker can do while a map is presented.
type PresentCommand struct {
	Name  string // unique: "present.next"
	Title string // in menus and in the list of keys
	Icon  string
	Keys  []input.Chord // the first one is shown
	Run   func(*Presentation)
}

func key(k input.Key) input.Chord { return input.Chord{Key: k} }

// PresentCommands is every command of a presentation, those of a remote control
// among their keys. In a map that reads from the right the arrows are the other
// way round.
var PresentCommands = append([]PresentCommand{
	{"present.next", "Next slide", "right", []input.Chord{key(input.KeyRight), key(input.KeySpace), key(input.KeyPageDown), key(input.KeyEnter)}, func(p *Presentation) { p.Go(p.beside(1)) }},
	{"present.back", "Previous slide", "left", []input.Chord{key(input.KeyLeft), key(input.KeyPageUp), key(input.KeyBackspace), {Mods: input.Shift, Key: input.KeySpace}}, func(p *Presentation) { p.Go(p.beside(-1)) }},
	{"present.first", "First slide", "", []input.Chord{key(input.KeyHome)}, func(p *Presentation) { p.Go(0) }},
	{"present.last", "Last slide", "", []input.Chord{key(input.KeyEnd)}, func(p *Presentation) { p.Go(p.last()) }},
	{"present.deeper", "Details of the stage", "down", []input.Chord{key(input.KeyArrowDown)}, func(p *Presentation) { p.deeper(1) }},
	{"present.higher", "Back from the details", "", []input.Chord{key(input.KeyArrowUp)}, func(p *Presentation) { p.deeper(-1) }},
	{"present.goto", "Go to a slide", "search", []input.Chord{key("G"), {Mods: input.Ctrl, Key: "F"}, key("/")}, func(p *Presentation) { p.ask(AskWhere) }},
	{"present.black", "Black screen", "eye", []input.Chord{key("B"), key(".")}, func(p *Presentation) { p.black, p.white = !p.black, false }},
	{"present.white", "White screen", "", []input.Chord{key("W")}, func(p *Presentation) { p.white, p.black = !p.white, false }},
	{"present.pointer", "Pointer", "select", []input.Chord{key("L")}, func(p *Presentation) { p.pointing = !p.pointing }},
	{"present.spotlight", "Spotlight", "spark", []input.Chord{key("S")}, func(p *Presentation) { p.spot, p.lensed = !p.spot, true }},
	{"present.notes", "Notes and clock", "comment", []input.Chord{key("N")}, func(p *Presentation) { p.aids = !p.aids }},
	{"present.zoom", "Zoom into the card", "plus", []input.Chord{key("Z")}, func(p *Presentation) { p.zoom(p.focus) }},
	{"present.focus", "Next card", "", []input.Chord{key(input.KeyTab)}, func(p *Presentation) { p.walk(1) }},
	{"present.focusBack", "Previous card", "", []input.Chord{{Mods: input.Shift, Key: input.KeyTab}}, func(p *Presentation) { p.walk(-1) }},
	{"present.metrics", "Metrics", "chart", []input.Chord{key("M")}, func(p *Presentation) { p.opt.Metrics = !p.opt.Metrics; p.again() }},
	{"present.view", "Next view", "layers", []input.Chord{key("V")}, func(p *Presentation) { p.SetKind((p.opt.Kind + 1) % slide.Kind(len(slide.Kinds))) }},
	{"present.theme", "Light, dark or high contrast", "sun", []input.Chord{key("T")}, (*Presentation).turnTheme},
	{"present.edit", "Edit the card", "cardtool", []input.Chord{key("E"), key(input.KeyF2)}, (*Presentation).write},
	{"present.comment", "Add a comment", "comment", []input.Chord{key("+"), key("=")}, func(p *Presentation) { p.ask(AskComment) }},
	{"present.idea", "Mark an idea", "bulb", []input.Chord{key("D")}, (*Presentation).Idea},
	{"present.undo", "Undo", "undo", []input.Chord{{Mods: input.Ctrl, Key: "Z"}}, func(p *Presentation) { p.turn((*Document).Undo) }},
	{"present.redo", "Redo", "redo", []input.Chord{{Mods: input.Ctrl | input.Shift, Key: "Z"}, {Mods: input.Ctrl, Key: "Y"}}, func(p *Presentation) { p.turn((*Document).Redo) }},
	{"present.end", "End", "close", []input.Chord{key(input.KeyEscape)}, (*Presentation).escape},
}, votes()...)

// votes is a command for each feeling.
func votes() []PresentCommand {
	var out []PresentCommand
	for n := 1; n <= 5; n++ {
		s := strconv.Itoa(n)
		out = append(out, PresentCommand{Name: "present.vote" + s, Title: "Vote " + s, Keys: []input.Chord{key(input.Key(s))}, Run: func(p *Presentation) { p.Vote(n) }})
	}
	return out
}

// turnTheme shows the slides in the next theme for a room.
func (p *Presentation) turnTheme() {
	all := []*layout.Theme{&layout.Light, &layout.Dark, &layout.Contrast}
	p.SetTheme(all[(slices.Index(all, p.Theme())+1)%len(all)])
}

// Do runs a command of the presentation by its name.
func (p *Presentation) Do(name string) {
	for i := range PresentCommands {
		if PresentCommands[i].Name == name && !p.done {
			PresentCommands[i].Run(p)
			p.notify()
			return
		}
	}
}

// key runs the command of a key.
func (p *Presentation) key(k input.Chord) {
	k = asSeen(p.deck.RTL, k)
	for i := range PresentCommands {
		c := &PresentCommands[i]
		if !slices.Contains(c.Keys, k) {
			continue
		}
		if !p.Blank() || c.Name != "present.next" && c.Name != "present.back" && c.Name != "present.end" {
			c.Run(p)
		} else {
			p.unblank()
		}
		return
	}
}

// Blank reports whether the screen is black or white. What would go on brings the
// slide back first, as presentations do everywhere.
func (p *Presentation) Blank() bool { return p.black || p.white }

func (p *Presentation) unblank() { p.black, p.white = false, false }

// event answers what happens on a screen; places are those on the slide, u.
func (p *Presentation) event(ev input.Event) {
	p.now = ev.Now
	if p.typing != nil && p.typed(ev) {
		p.notify()
		return
	}
	switch ev.Kind {
	case input.KeyDown:
		p.key(input.Chord{Mods: ev.Mods, Key: ev.Key})
	case input.Move:
		if p.pointer = ev.At; !p.pointing && !p.spot {
			return
		}
	case input.Press:
		p.press(ev)
	case input.Scroll:
		p.wheel(ev)
	case input.Tick:
		p.tick()
		return
	default:
		return
	}
	p.notify()
}

// press gives the focus to a card, or goes on where there is none. Two presses
// zoom into it.
func (p *Presentation) press(ev input.Event) {
	if p.Blank() {
		p.unblank()
		return
	}
	if ev.Button != input.Left {
		p.Go(p.beside(-1))
		return
	}
	if p.near != nil {
		p.zoom("")
		return
	}
	h, ok := p.scenes.whole(p.deck, p.at).Hit(ev.At, 0)
	if ok {
		for _, id := range p.Slide().Cards {
			if string(id) == h.Owner {
				p.KeepEdit()
				p.focus = id
				if ev.Clicks == 2 {
					p.zoom(id)
				}
				return
			}
		}
	}
	if p.focus != "" {
		p.KeepEdit()
		p.focus = ""
		return
	}
	p.Go(p.beside(1))
}

// tick moves what glides, and writes what is typed.
func (p *Presentation) tick() {
	moved := false
	if p.glide != nil {
		moved = true
		if _, on := p.glide.share(p.now); !on {
			p.glide = nil
		}
	}
	if p.near != nil && !p.near.moves(p.now) && p.near.back {
		p.near, moved = nil, true
	}
	if x := p.edit; x != nil && p.now.Sub(x.saved) >= saveEvery {
		x.saved = p.now
		p.e.fail(x.g.Save())
	}
	if moved && p.glide == nil {
		p.notify()
	}
}

// busy reports whether the presentation wants to know that time passes.
func (p *Presentation) busy() bool { return p.glide != nil || p.near != nil || p.Editing() }

// cursor is the shape of the pointer.
func (p *Presentation) cursor() input.Cursor {
	if p.pointing || p.Blank() {
		return input.Hidden
	}
	return input.Arrow
}

// escape goes back one thing: out of the card, or to the editor.
func (p *Presentation) escape() {
	switch {
	case p.Editing():
		p.KeepEdit()
	case p.near != nil && !p.near.back:
		p.zoom("")
	default:
		p.End()
	}
}

func (p *Presentation) ask(q Question) {
	if p.Ask != nil {
		p.Ask(q)
	}
}

// turn takes a step of the document back, or does it again.
func (p *Presentation) turn(f func(*Document) (string, error)) {
	p.KeepEdit()
	if _, err := f(p.e.Doc); err != nil && err != ErrNothing {
		p.e.fail(err)
	}
}

// last is the last slide that is not left out.
func (p *Presentation) last() int {
	for i := len(p.deck.Slides) - 1; i > 0; i-- {
		if !p.deck.Slides[i].Deep {
			return i
		}
	}
	return 0
}
