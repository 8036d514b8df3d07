package window

import (
	"fmt"
	"image/color"
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	mapview "throughline/canvas"
	"throughline/canvas/layout"
	slides "throughline/canvas/layout/slide"
	"throughline/canvas/scene"
	"throughline/editor"
)

// speaker is the speaker's window: what the audience sees, what comes next, the
// notes, the clock, and the stages.
type speaker struct {
	r        *showing
	win      fyne.Window
	over     *fyne.Container
	now      *mapview.View
	next     *mapview.View
	notes    *mapview.View
	says     *notesModel
	clock    clockRow
	on, then *canvas.Text
	kinds    []*plate
	black    *plate
	light    *plate
	strip    *fyne.Container
	stages   []*plate
	names    []string
	box      *fyne.Container
}

// clockRow is the time that has passed, and what there is to do about it.
type clockRow struct {
	passed, of, day *canvas.Text
	pause           *plate
}

// newClock makes a clock with its buttons.
func (r *showing) newClock() (c clockRow, all []fyne.CanvasObject) {
	th := &layout.Dark
	c.passed, c.of, c.day = label(32, true, th.Ink), label(14, false, th.Ink2), label(15, false, th.Ink2)
	c.pause = r.w.newPlate("pause", tr("Pause"), func() { r.p.Pause(r.w.Now()) })
	reset := r.w.newPlate("undo", tr("Reset"), func() { r.p.Reset(r.w.Now()) })
	end := r.w.newPlate("close", tr("End"), r.end)
	rule := canvas.NewRectangle(rgb(th.Hair2, 255))
	rule.SetMinSize(fyne.NewSize(1, 24))
	return c, []fyne.CanvasObject{c.passed, c.of, c.pause, reset, rule, c.day, end}
}

// refresh says what time it is.
func (c *clockRow) refresh(r *showing) {
	th, now := &layout.Dark, r.w.Now()
	passed, planned, late := r.p.Time(now)
	ink := map[editor.Lateness]scene.Color{editor.InTime: th.Ink, editor.NearEnd: th.Warn, editor.Over: th.Pain}
	put(c.passed, clockText(passed), ink[late])
	says := ""
	if planned > 0 {
		all := int(planned.Round(time.Second).Seconds())
		m, s := all/60, all%60
		if says = tr(fmt.Sprintf("of %d min", m)); s > 0 {
			says = tr(fmt.Sprintf("of %d min %d s", m, s))
		}
	}
	put(c.of, says, th.Ink2)
	put(c.day, now.Format("15:04"), th.Ink2)
	if r.p.Stopped() {
		c.pause.set("play", tr("Go on"), false)
	} else {
		c.pause.set("pause", tr("Pause"), false)
	}
}

func (r *showing) newSpeaker() *speaker {
	w, th := r.w, &layout.Dark
	s := &speaker{r: r, win: w.app.NewWindow(Title + " – " + tr("Speaker"))}
	s.win.SetPadded(false)
	set := w.settingOf(s.win)
	s.now, s.next = mapview.NewView(r.p.Mirror(), set), mapview.NewView(besides{r.p.Ahead(), r}, set)
	s.says = &notesModel{p: r.p, colors: th, ground: th.Present, letter: 19}
	s.notes = mapview.NewView(besides{s.says, r}, set)
	mark := canvas.NewImageFromResource(w.markIn(th))
	name := label(15, true, th.Ink)
	name.Text = r.p.Deck().Map.Title
	c, clock := r.newClock()
	s.clock = c
	s.on, s.then = label(13, true, th.Ink2), label(13, true, th.Ink2)
	notes := label(13, true, th.Ink2)
	notes.Text = tr("Notes")
	less := w.newPlate("minus", "", func() { s.says.larger(-2); r.refresh() })
	more := w.newPlate("plus", "", func() { s.says.larger(2); r.refresh() })
	less.quiet, more.quiet = true, true
	var seg []fyne.CanvasObject
	for _, k := range slides.Kinds {
		p := w.newPlate("", tr(k.Title), func() { r.p.SetKind(k.Kind) })
		p.quiet = true
		s.kinds = append(s.kinds, p)
		seg = append(seg, p)
	}
	sunk := canvas.NewRectangle(rgb(th.Sunk, 255))
	sunk.CornerRadius = 8
	segment := container.NewStack(sunk, container.NewHBox(seg...))
	s.black = w.newPlate("eye", tr("Black out"), func() { r.p.Do("present.black") })
	s.light = w.newPlate("select", tr("Pointer"), func() { r.p.Do("present.pointer") })
	s.strip = container.New(row{})
	ground := canvas.NewRectangle(rgb(th.Present, 255))
	rule := canvas.NewRectangle(rgb(th.Hair2, 255))
	s.box = container.New(s, append([]fyne.CanvasObject{ground, mark, name, s.on, s.then, notes, s.now, s.next, s.notes,
		less, more, segment, s.black, s.light, rule, s.strip, slideEdge(), slideEdge()}, clock...)...)
	s.over = container.NewStack()
	s.win.SetContent(container.NewStack(s.box, s.over))
	s.win.Resize(w.win.Canvas().Size()) // it lies over the editor, which has found a size for this display
	s.win.SetCloseIntercept(r.end)
	s.refresh()
	return s
}

// MinSize is part of Fyne's layout interface.
func (s *speaker) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(960, 600) }

// Layout is part of Fyne's layout interface: as drawn at 1440 × 900, with more
// room for the slides in a larger window.
func (s *speaker) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const edge, gap, top, foot = 32, 32, 108, 88
	at := func(x fyne.CanvasObject, l, t, w, h float32) {
		x.Resize(fyne.NewSize(w, h))
		x.Move(fyne.NewPos(l, t))
	}
	middle := func(x fyne.CanvasObject, l, y float32) float32 { // around a height
		m := x.MinSize()
		at(x, l, y-m.Height/2, m.Width, m.Height)
		return m.Width
	}
	at(o[0], 0, 0, size.Width, size.Height)
	at(o[1], edge, 24, 24, 24)
	room := size.Width - 2*edge - gap
	d := s.r.p.Deck()
	shape := float32(d.Width / slides.Height)
	w := min(room*912/1344, (size.Height-top-foot-84)*shape)
	side := room - w
	h, nh := w/shape, side/shape
	right := edge + w + gap
	at(o[6], edge, top, w, h)
	at(o[7], right, top, side, nh)
	at(o[16], edge-slideMask, top-slideMask, w+2*slideMask, h+2*slideMask)
	at(o[17], right-slideMask, top-slideMask, side+2*slideMask, nh+2*slideMask)
	middle(o[3], edge, 90)
	middle(o[4], right, 90)
	ny := top + nh + 36
	middle(o[5], right, ny)
	middle(o[10], size.Width-edge-32, ny)
	middle(o[9], size.Width-edge-68, ny)
	at(o[8], right, ny+22, side, size.Height-foot-24-ny-22)
	y := top + h + 38
	x := edge + middle(o[11], edge, y) + 16
	x = max(x, edge+w-o[13].MinSize().Width-8-o[12].MinSize().Width)
	x += middle(o[12], x, y) + 8
	middle(o[13], x, y)
	at(o[14], edge, size.Height-foot, size.Width-2*edge, 1)
	at(o[15], edge, size.Height-foot+20, size.Width-2*edge, 48)
	x = size.Width - edge // the clock, from its end
	for i := len(o) - 1; i >= 18; i-- {
		m := o[i].MinSize()
		x -= m.Width
		middle(o[i], x, 36)
		if x -= 24; i == 19 {
			x += 12
		}
	}
	name := o[2].(*canvas.Text)
	name.Text = shortened(name, d.Map.Title, x-edge-34)
	middle(name, edge+34, 36)
}

const slideMask, slideRound = 8, 8

// slideEdge is around a slide, which may be as dark as the window: the window's
// ground over its corners, and a line.
func slideEdge() fyne.CanvasObject {
	mask, line := canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	mask.StrokeColor, mask.StrokeWidth, mask.CornerRadius = rgb(layout.Dark.Present, 255), slideMask, slideMask+slideRound
	line.StrokeColor, line.StrokeWidth, line.CornerRadius = rgb(layout.Dark.Hair2, 255), 1, slideRound+1
	return container.NewStack(mask, container.New(inset{slideMask - 1, slideMask - 1}, line))
}

// row is a layout: boxes of one width, the first and the last narrow. Where names
// have no room, only the box that is chosen has one.
type row struct{}

func (row) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 48) }

func (row) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const gap, narrow, least = 8, 56, 40
	n := float32(len(o) - 2)
	all := size.Width - 2*narrow - gap*(n+1)
	w, chosen := all/max(n, 1), all/max(n, 1)
	if some := slices.ContainsFunc(o, func(p fyne.CanvasObject) bool { b, ok := p.(*plate); return ok && b.on }); some && w < named {
		w = max(least, min(w, (all-240)/max(n-1, 1)))
		chosen = max(all-w*(n-1), w)
	}
	x := float32(0)
	for i, p := range o {
		width := w
		switch b, ok := p.(*plate); {
		case i == 0 || i == len(o)-1:
			width = narrow
		case ok && b.on:
			width = chosen
		}
		if i > 0 && i == len(o)-1 {
			x = size.Width - narrow
		}
		p.Resize(fyne.NewSize(width, 48))
		p.Move(fyne.NewPos(x, 0))
		x += width + gap
	}
}

// refresh brings the window up to date.
func (s *speaker) refresh() {
	r, p := s.r, s.r.p
	th := &layout.Dark
	s.clock.refresh(r)
	put(s.on, shortened(s.on, r.onScreen(), s.now.Size().Width), th.Ink2)
	put(s.then, shortened(s.then, r.comesNext(), s.next.Size().Width), th.Ink2)
	for i, k := range slides.Kinds {
		s.kinds[i].set("", s.kinds[i].label, p.Kind() == k.Kind)
	}
	s.black.set("eye", s.black.label, p.Black())
	s.light.set("select", s.light.label, p.Pointing())
	s.restrip()
	for _, v := range []*mapview.View{s.now, s.next, s.notes} {
		v.Update()
	}
	r.w.repaintOf(s.win)
}

// onScreen says which slide the audience sees.
func (r *showing) onScreen() string {
	s := r.p.Slide()
	if s.Index >= 0 && r.p.Kind() != slides.Walk {
		return tr(fmt.Sprintf("On screen: stage %d of %d", s.Index+1, len(r.p.Deck().Names())))
	}
	return tr(fmt.Sprintf("On screen: “%s”", s.Title))
}

// comesNext says which slide is the next.
func (r *showing) comesNext() string {
	if i := r.p.Next(); i >= 0 {
		s := r.p.Deck().Slides[i]
		if s.Page > 0 {
			return tr(fmt.Sprintf("Next: “%s”, page %d", s.Title, s.Page+1))
		}
		return tr(fmt.Sprintf("Next: “%s”", s.Title))
	}
	return tr("This is the last slide.")
}

// restrip brings the strip of stages up to date.
func (s *speaker) restrip() {
	p := s.r.p
	names := p.Deck().Names()
	same := len(names) == len(s.names)
	for i := range names {
		same = same && names[i] == s.names[i]
	}
	if !same || len(s.strip.Objects) == 0 {
		s.names, s.stages = names, nil
		icons := []string{"left", "right"}
		if p.Deck().RTL {
			slices.Reverse(icons)
		}
		back := s.r.w.newPlate(icons[0], "", func() { p.Do("present.back") })
		next := s.r.w.newPlate(icons[1], "", func() { p.Do("present.next") })
		next.fill = true
		s.strip.Objects = []fyne.CanvasObject{back}
		for i, name := range names {
			b := s.r.w.newPlate("", name, func() { p.Find(strconv.Itoa(i + 1)) })
			b.number = strconv.Itoa(i + 1)
			b.hue = &layout.Dark.Hues[p.Deck().HueOf(i)]
			s.stages = append(s.stages, b)
			s.strip.Objects = append(s.strip.Objects, b)
		}
		s.strip.Objects = append(s.strip.Objects, next)
		if p.Deck().RTL { // as it is read
			slices.Reverse(s.strip.Objects)
		}
	}
	moved := !same
	for i, b := range s.stages {
		moved = moved || b.on != (p.Slide().Index == i)
		b.set("", b.label, p.Slide().Index == i)
	}
	if moved {
		s.strip.Refresh()
	}
}

// focus gives the keyboard to the slide.
func (s *speaker) focus() { s.win.Canvas().Focus(s.now) }

func (s *speaker) close() {
	s.now.Close()
	s.next.Close()
	s.notes.Close()
	s.win.SetCloseIntercept(nil)
	s.win.Close()
}
