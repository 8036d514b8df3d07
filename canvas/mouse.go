package canvas

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"throughline/canvas/geom"
	"throughline/canvas/input"
)

// mouse is what is known of the pointer between Fyne's events.
type mouse struct {
	button input.Button // that is down
	other  bool         // another one came up meanwhile: Fyne ends its drag, we do not
	at     geom.Point
	down   time.Time     // of the last press
	busy   time.Duration // that the program itself took since then
	downAt geom.Point
	downBy input.Button
	clicks int
}

// Two presses within this time and distance count as a double click. The view
// does not implement DoubleTapped: Fyne would hold every single click back.
const (
	clickTime  = 400 * time.Millisecond
	clickReach = 5
)

func at(p fyne.Position) geom.Point { return geom.Pt(float64(p.X), float64(p.Y)) }

func (v *View) mods() input.Mods {
	var m input.Mods
	k := v.Mods()
	if k&fyne.KeyModifierShift != 0 {
		m |= input.Shift
	}
	if k&(fyne.KeyModifierControl|fyne.KeyModifierSuper) != 0 {
		m |= input.Ctrl
	}
	if k&fyne.KeyModifierAlt != 0 {
		m |= input.Alt
	}
	return m
}

// MouseDown is part of Fyne's desktop interface.
func (v *View) MouseDown(e *desktop.MouseEvent) {
	v.keys.alone = false
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil {
		c.Focus(v)
	}
	m, now, b := &v.mouse, v.Now(), buttonOf(e.Button)
	if m.button == b {
		v.release() // it came up unseen
	}
	if m.button != input.NoButton {
		return // a second button while one is held
	}
	m.button, m.at, m.other = b, at(e.Position), false
	if b == m.downBy && now.Sub(m.down)-m.busy <= clickTime && m.at.Sub(m.downAt).Len() <= clickReach {
		m.clicks++
	} else {
		m.clicks = 1
	}
	m.down, m.downAt, m.downBy, m.busy = now, m.at, b, 0
	v.send(input.Event{Kind: input.Press, At: m.at, Button: b, Clicks: m.clicks, Mods: v.mods()})
}

func buttonOf(b desktop.MouseButton) input.Button {
	switch {
	case b&desktop.MouseButtonPrimary != 0:
		return input.Left
	case b&desktop.MouseButtonSecondary != 0:
		return input.Right
	}
	return input.Middle
}

// MouseUp is part of Fyne's desktop interface.
func (v *View) MouseUp(e *desktop.MouseEvent) {
	v.mouse.at = at(e.Position)
	if e.Button != 0 && buttonOf(e.Button) != v.mouse.button {
		v.mouse.other = true
		return
	}
	v.release()
}

// release ends a press, once: Fyne says so by MouseUp, by DragEnd, or by both.
func (v *View) release() {
	m := &v.mouse
	if m.button == input.NoButton {
		return
	}
	b := m.button
	m.button = input.NoButton
	v.send(input.Event{Kind: input.Release, At: m.at, Button: b, Mods: v.mods()})
}

// MouseIn is part of Fyne's desktop interface.
func (v *View) MouseIn(e *desktop.MouseEvent) { v.MouseMoved(e) }

// MouseMoved is part of Fyne's desktop interface. A button that came up over
// something else was not heard of; here it is not down any more.
func (v *View) MouseMoved(e *desktop.MouseEvent) {
	if e.Button == 0 && v.mouse.button != input.NoButton {
		v.mouse.at = at(e.Position)
		v.release()
	}
	v.moved(e.Position)
}

// MouseOut is part of Fyne's desktop interface.
func (v *View) MouseOut() {
	if v.mouse.button == input.NoButton {
		v.send(input.Event{Kind: input.Leave, At: v.mouse.at})
	}
}

// Dragged is part of Fyne's interface; while a button is held it replaces
// MouseMoved.
func (v *View) Dragged(e *fyne.DragEvent) { v.moved(e.Position) }

// DragEnd is part of Fyne's interface.
func (v *View) DragEnd() {
	if v.mouse.other {
		v.mouse.other = false
		return
	}
	v.release()
}

func (v *View) moved(p fyne.Position) {
	v.mouse.at, v.mouse.other = at(p), false
	v.send(input.Event{Kind: input.Move, At: v.mouse.at, Button: v.mouse.button, Mods: v.mods()})
}

// Scrolled is part of Fyne's interface.
func (v *View) Scrolled(e *fyne.ScrollEvent) {
	v.keys.alone = false
	d := geom.Pt(-float64(e.Scrolled.DX), -float64(e.Scrolled.DY))
	mods := v.mods()
	if mods.Has(input.Shift) && d.Y == 0 { // Fyne has turned the wheel sideways already
		mods &^= input.Shift
	}
	if mods.Has(input.Ctrl) && d.Y == 0 {
		d.Y = d.X
	}
	if math.Abs(d.X)+math.Abs(d.Y) > 0 {
		v.send(input.Event{Kind: input.Scroll, At: at(e.Position), Delta: d, Mods: mods})
	}
}
