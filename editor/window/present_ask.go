package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"throughline/editor"
)

// askPanel is a field, or two, in which the speaker writes: the words of a card,
// a comment, or where to go.
type askPanel struct {
	box   fyne.CanvasObject
	edits bool // the card in focus
}

// roomEntry is a field that Enter and Esc end.
type roomEntry struct {
	widget.Entry
	end  func(keep bool)
	next fyne.Focusable // of Tab
}

func newRoomEntry(lines bool, end func(keep bool)) *roomEntry {
	e := &roomEntry{end: end}
	e.MultiLine = lines
	e.Wrapping = fyne.TextWrapWord
	if !lines {
		e.Wrapping = fyne.TextWrapOff
	}
	e.ExtendBaseWidget(e)
	return e
}

// AcceptsTab takes Tab where there is another field.
func (e *roomEntry) AcceptsTab() bool { return e.next != nil }

// TypedKey ends the field, or goes on to the next.
func (e *roomEntry) TypedKey(k *fyne.KeyEvent) {
	switch {
	case k.Name == fyne.KeyEscape:
		e.end(false)
	case (k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter) && !e.MultiLine:
		e.end(true)
	case k.Name == fyne.KeyTab && e.next != nil:
		fyne.CurrentApp().Driver().CanvasForObject(e).Focus(e.next)
	default:
		e.Entry.TypedKey(k)
	}
}

// question asks the speaker for words as soon as the key that asked has written
// its letter, which belongs to nobody.
func (r *showing) question(q editor.Question) {
	go fyne.Do(func() {
		if !r.ended {
			r.answered()
			r.put(q)
		}
	})
}

// put asks below the slide.
func (r *showing) put(q editor.Question) {
	switch q {
	case editor.AskEdit:
		title, text, ok := r.p.Edit()
		if !ok {
			return
		}
		done := func(bool) { r.p.KeepEdit(); r.answered() }
		a, b := newRoomEntry(false, done), newRoomEntry(true, done)
		a.SetText(title)
		b.SetText(text)
		a.next, b.next = b, a
		typed := func(string) { r.p.Type(a.Text, b.Text) }
		a.OnChanged, b.OnChanged = typed, typed
		b.SetMinRowsVisible(2)
		r.show(&askPanel{edits: true}, "Edit the card", a, a, b)
	case editor.AskComment:
		e := newRoomEntry(false, nil)
		e.end = func(keep bool) {
			r.answered()
			if keep {
				r.p.Comment(e.Text)
			}
		}
		r.show(&askPanel{}, "Add a comment", e, e)
	case editor.AskWhere:
		e := newRoomEntry(false, nil)
		e.SetPlaceHolder(tr("A number, or words on a slide"))
		e.end = func(keep bool) {
			r.answered()
			if keep && e.Text != "" && !r.p.Find(e.Text) {
				r.tell(tr("No slide has these words."))
			}
		}
		r.show(&askPanel{}, "Go to a slide", e, e)
	}
}

func (r *showing) show(a *askPanel, title string, focus fyne.Focusable, fields ...fyne.CanvasObject) {
	th := r.w.look.colors
	head := canvas.NewText(tr(title), rgb(th.Ink2, 255))
	head.TextSize, head.TextStyle.Bold = 13, true
	ground := canvas.NewRectangle(rgb(th.Panel, 255))
	ground.CornerRadius, ground.StrokeColor, ground.StrokeWidth = 12, rgb(th.Hair2, 255), 1
	all := append([]fyne.CanvasObject{head}, fields...)
	width := canvas.NewRectangle(rgb(th.Panel, 0))
	width.SetMinSize(fyne.NewSize(520, 0))
	a.box = container.New(low{left: true}, container.NewStack(ground, container.New(inset{16, 12}, container.NewVBox(append(all, width)...))))
	r.ask = a
	layer := r.layer()
	layer.Objects = keepAsk(r) // a line that would lie under it goes
	layer.Refresh()
	r.window().Canvas().Focus(focus)
}

// layer is what lies above the speaker's slide.
func (r *showing) layer() *fyne.Container {
	if r.speaker != nil {
		return r.speaker.over
	}
	return r.over
}

// answered takes the field away.
func (r *showing) answered() {
	if r.ask == nil {
		return
	}
	box := r.ask.box
	r.ask = nil
	for _, layer := range []*fyne.Container{r.over, r.layer()} {
		for i, o := range layer.Objects {
			if o == box {
				layer.Objects = append(layer.Objects[:i:i], layer.Objects[i+1:]...)
				layer.Refresh()
				break
			}
		}
	}
	r.focus()
	r.w.repaintOf(r.window())
}
