package window

import (
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	mapview "throughline/canvas"
	"throughline/canvas/input"
	"throughline/canvas/layout"
	slides "throughline/canvas/layout/slide"
	"throughline/editor"
	"throughline/journey"
)

// showing is a presentation in its windows: the audience's, and on a second display
// the speaker's.
type showing struct {
	w        *Window
	doc      *document
	p        *editor.Presentation
	audience fyne.Window
	view     *mapview.View // of the audience
	over     *fyne.Container
	speaker  *speaker // nil with one display
	aids     *aids    // over the audience's slide; nil while nobody wants them
	ask      *askPanel
	two      bool // there is a second display
	stop     chan struct{}
	ended    bool
}

// presentCommands are the window's commands for presenting.
func (w *Window) presentCommands() []command {
	idle := func() bool { return w.doc != nil && w.room == nil }
	all := []command{
		{name: "present.start", title: "Present", menu: "Present", keys: []input.Chord{{Key: "F5"}}, can: idle, run: func() { w.Present(slides.Stages, "") }},
		{name: "present.here", title: "Present from here", menu: "Present", keys: []input.Chord{{Mods: input.Shift, Key: "F5"}}, can: idle, run: func() { w.Present(slides.Stages, w.stageHere()) }},
	}
	for _, k := range slides.Kinds {
		all = append(all, command{name: "present." + k.Name, title: k.Title, menu: "Present", group: 1, can: idle, run: func() { w.Present(k.Kind, "") }})
	}
	return append(all,
		command{name: "present.gathered", title: "What the room said", menu: "Present", group: 2, can: w.hasMap, run: w.showGathered},
	)
}

// stageHere is the stage of what is selected, or the one at the left of the view.
func (w *Window) stageHere() journey.ID {
	e := w.doc.editor
	for _, id := range e.Selection() {
		r, _ := e.Doc.Project().Row(id)
		switch r := r.(type) {
		case journey.Card:
			return r.Stage
		case journey.Stage:
			return r.ID
		case journey.Step:
			return r.Stage
		}
	}
	st, _ := e.Sheet().StageAt(max(0, e.Camera().At.X))
	return st.ID
}

// StartPresenting opens a file and presents it: in the view of its map that is
// called so, or in the one of ours that is; "" is stage by stage.
func (w *Window) StartPresenting(path, view string) {
	w.toPresent = &view
	w.Open(path)
}

// presentNamed presents the map in a view by its name.
func (w *Window) presentNamed(name string) {
	e := w.doc.editor
	if k, ok := slides.KindNamed(name); ok || name == "" {
		w.Present(k, "")
		return
	}
	for _, v := range e.Doc.Project().Views(e.Map().ID) {
		if strings.EqualFold(v.Title, name) {
			w.present(slides.Stages, "", v)
			return
		}
	}
	w.say(sentence(fmt.Sprintf("This map has no view “%s”. Choose one from the menu Present.", name)))
}

// Present shows the map to a room, in a view, from a stage on; "" begins with
// the first.
func (w *Window) Present(k slides.Kind, at journey.ID) {
	if w.doc != nil && w.room == nil {
		w.present(k, at, w.doc.editor.Options().View)
	}
}

// present shows what a saved view names of the map.
func (w *Window) present(k slides.Kind, at journey.ID, v journey.View) {
	w.doc.editor.Settle()
	o := w.doc.editor.Options()
	o.View = v
	r := &showing{w: w, doc: w.doc, two: w.displays().Second(), stop: make(chan struct{})}
	r.p = w.doc.editor.Present(editor.PresentOptions{Layout: o, Kind: k, At: at, Still: w.still(), Now: w.Now()})
	r.p.Ask = r.question
	w.room = r
	r.open()
	r.p.Changed(r.refresh)
	go r.pulse()
	w.refresh()
}

// open opens a window on each of the displays that there are: the audience's on
// the second one with the speaker's on the first, or the audience's on the only
// one.
func (r *showing) open() {
	w := r.w
	w.app.Driver().SetDisableScreenBlanking(true)
	r.audience = w.app.NewWindow(Title + " – " + tr("Presentation"))
	r.audience.SetPadded(false)
	r.view = mapview.NewView(r.p.Audience(), w.settingOf(r.audience))
	r.over = container.NewStack()
	r.audience.SetContent(container.NewStack(r.view, r.over))
	r.audience.SetCloseIntercept(r.end)
	w.displays().Fill(r.audience, r.two)
	if r.two {
		r.speaker = r.newSpeaker()
		r.w.displays().Open(r.speaker.win)
	} else {
		r.audience.Canvas().Focus(r.view)
	}
	r.window().RequestFocus()
	r.hearKeys()
	r.focus()
}

// hearKeys has the slide hear keys that come while nothing has the keyboard, as
// for a moment after each click.
func (r *showing) hearKeys() {
	v := r.view
	if r.speaker != nil {
		v = r.speaker.now
	}
	c := r.window().Canvas()
	c.SetOnTypedKey(v.TypedKey)
	c.SetOnTypedRune(v.TypedRune)
	if c, ok := c.(desktop.Canvas); ok {
		c.SetOnKeyDown(v.KeyDown)
	}
}

// pulse looks once a second what time it is, and how many displays there are.
func (r *showing) pulse() {
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for {
		select {
		case <-r.stop:
			return
		case <-t.C:
			fyne.Do(func() {
				if !r.ended {
					r.watch()
					r.refresh()
				}
			})
		}
	}
}

// watch goes on with one window when the second display has gone, and with two
// when there is one. The windows are new ones: one that fills a display is not
// moved to another by every window manager.
func (r *showing) watch() {
	two := r.w.displays().Second()
	if two == r.two {
		return
	}
	r.answered()
	r.close() // before others open: Fyne puts the editor on top when a window closes
	r.two, r.speaker, r.aids = two, nil, nil
	r.open()
}

// close closes the windows.
func (r *showing) close() {
	if r.speaker != nil {
		r.speaker.close()
	}
	if r.aids != nil {
		r.aids.notes.Close()
	}
	r.view.Close()
	r.audience.SetCloseIntercept(nil)
	r.audience.Close()
}

// refresh brings all windows up to date.
func (r *showing) refresh() {
	if r.ended {
		return
	}
	if r.p.Ended() {
		r.end()
		return
	}
	if err := r.doc.editor.Err(); err != nil {
		r.tell(Explain(err, r.doc.file.Path()))
	}
	if s := r.p.Said(); s != "" {
		r.tell(tr(s))
	}
	if r.ask != nil && r.ask.edits && !r.p.Editing() {
		r.answered()
	}
	if keep := keepAsk(r); r.p.Blank() && r.speaker == nil && len(r.over.Objects) > len(keep) { // no line on a black screen
		r.over.Objects = keep
		r.over.Refresh()
	}
	if r.window().Canvas().Focused() == nil { // somebody clicked where there is nothing
		r.regain()
	}
	r.view.Update()
	r.w.repaintOf(r.audience)
	if r.speaker != nil {
		r.speaker.refresh()
	}
	r.showAids()
}

// end closes the windows of the presentation; the editor is where it was.
func (r *showing) end() {
	if r.ended {
		return
	}
	r.ended = true
	n := r.p.New()
	r.p.End()
	close(r.stop)
	r.w.app.Driver().SetDisableScreenBlanking(false)
	r.close()
	r.w.room = nil
	r.w.refresh()
	r.w.win.RequestFocus()
	r.w.focusMap()
	if n > 0 {
		says := "1 remark of the room was kept."
		if n > 1 {
			says = fmt.Sprintf("%d remarks of the room were kept.", n)
		}
		r.w.note(says, "Show", r.w.showGathered)
	}
}

// window is where the speaker is.
func (r *showing) window() fyne.Window {
	if r.speaker != nil {
		return r.speaker.win
	}
	return r.audience
}

// regain gives the keyboard back to the slide, unless the speaker writes something.
func (r *showing) regain() {
	if !r.ended && r.ask == nil {
		r.focus()
	}
}

// focus gives the keyboard back to the slide that the speaker sees.
func (r *showing) focus() {
	if r.speaker != nil {
		r.speaker.focus()
		return
	}
	r.audience.Canvas().Focus(r.view)
}

// tell shows the speaker a line for a moment.
func (r *showing) tell(s string) {
	line := toast(s, &layout.Dark)
	layer := r.over
	if r.speaker != nil {
		layer = r.speaker.over
	}
	layer.Objects = append(keepAsk(r), line)
	layer.Refresh()
	time.AfterFunc(3*time.Second, func() {
		fyne.Do(func() {
			if r.ended {
				return
			}
			for i, o := range layer.Objects {
				if o == line {
					layer.Objects = append(layer.Objects[:i:i], layer.Objects[i+1:]...)
					layer.Refresh()
					r.w.repaintOf(r.window())
				}
			}
		})
	})
}

// keepAsk is what stays when a line is shown.
func keepAsk(r *showing) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	if r.aids != nil && r.speaker == nil {
		out = append(out, r.aids.box)
	}
	if r.ask != nil {
		out = append(out, r.ask.box)
	}
	return out
}

// toast is a line at the lower edge.
func toast(s string, th *layout.Theme) fyne.CanvasObject {
	t := canvas.NewText(s, rgb(th.SnackText, 255))
	t.TextSize = 15
	ground := canvas.NewRectangle(rgb(th.Snack, 255))
	ground.CornerRadius = 8
	return container.New(low{}, container.NewStack(ground, container.New(inset{16, 10}, t)))
}

// low is a layout: one object above the lower edge, in the middle or at the left,
// where the aids do not lie over it.
type low struct{ left bool }

func (low) MinSize(o []fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

func (l low) Layout(o []fyne.CanvasObject, size fyne.Size) {
	for _, x := range o {
		m := x.MinSize()
		m.Width = min(m.Width, size.Width-32)
		x.Resize(m)
		at := (size.Width - m.Width) / 2
		if l.left {
			at = 24
		}
		x.Move(fyne.NewPos(at, size.Height-m.Height-56))
	}
}
