package window

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// lineField is the part of a list that is scrolled. It takes the mouse and the
// keys for all lines at once, and has objects for those in sight only.
type lineField struct {
	widget.BaseWidget
	l      *lines
	root   *fyne.Container
	rows   []*lineRow
	marker [3]fyne.CanvasObject // where a dragged line would go
	entry  *nameEntry           // of the line that is being renamed; nil is none
	naming int

	over    int // the line under the pointer, -1 is none
	overX   float32
	clicked int // the line of the last press, and when that was
	last    time.Time
	drag    lineDrag
}

// lineDrag is a line on its way.
type lineDrag struct {
	from  int     // the line that is pressed, -1 is none
	by    float32 // how far the pointer went
	y     float32
	begun bool
	to    int // the line before which it would go, -1 is nowhere
}

func newLineField(l *lines) *lineField {
	f := &lineField{l: l, root: container.NewWithoutLayout(), over: -1, clicked: -1, drag: lineDrag{from: -1, to: -1}}
	f.ExtendBaseWidget(f)
	return f
}

// CreateRenderer is part of Fyne's widget interface.
func (f *lineField) CreateRenderer() fyne.WidgetRenderer { return &lineFieldRenderer{f} }

type lineFieldRenderer struct{ f *lineField }

func (r *lineFieldRenderer) MinSize() fyne.Size {
	return fyne.NewSize(60, r.f.l.ys[len(r.f.l.all)])
}
func (r *lineFieldRenderer) Layout(size fyne.Size)        { r.f.root.Resize(size); r.f.update() }
func (r *lineFieldRenderer) Refresh()                     { r.f.update() }
func (r *lineFieldRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.f.root} }
func (r *lineFieldRenderer) Destroy()                     {}

// update brings the objects of the lines in sight up to date.
func (f *lineField) update() {
	l, width := f.l, f.Size().Width
	if width == 0 {
		return
	}
	from := max(0, l.lineAt(l.scroll.Offset.Y))
	to, end := from, l.scroll.Offset.Y+l.scroll.Size().Height
	for to < len(l.all) && l.ys[to] < end {
		to++
	}
	changed := false
	for len(f.rows) < to-from {
		f.rows = append(f.rows, newLineRow(f.l.w))
		changed = true
	}
	for i, r := range f.rows {
		if r.box.Visible() != (i < to-from) {
			if i < to-from {
				r.box.Show()
			} else {
				r.box.Hide()
			}
		}
		if k := from + i; k < to {
			r.show(lineState{
				line: l.all[k], width: width, over: f.over == k, key: l.focus && l.byKey && l.at == k,
				lifted: f.drag.begun && f.drag.from == k, naming: f.entry != nil && f.naming == k,
			}, l.ys[k])
		}
	}
	if f.entry != nil {
		f.placeEntry()
	}
	if changed {
		f.stack()
	}
	f.mark()
}

// stack puts the rows, the marker and the entry over each other.
func (f *lineField) stack() {
	f.root.Objects = nil
	for _, r := range f.rows {
		f.root.Objects = append(f.root.Objects, r.box)
	}
	for _, m := range f.marker {
		if m != nil {
			f.root.Objects = append(f.root.Objects, m)
		}
	}
	if f.entry != nil {
		f.root.Objects = append(f.root.Objects, f.entry)
	}
	f.root.Refresh()
}

// mark shows where a dragged line would go: a line with a ring at each end.
func (f *lineField) mark() {
	th := f.l.w.look.colors
	if f.marker[0] == nil {
		if f.drag.to < 0 {
			return
		}
		bar := canvas.NewRectangle(rgb(th.Acc, 255))
		f.marker[0] = bar
		for i := range 2 {
			ring := canvas.NewRectangle(rgb(th.Panel, 255))
			ring.StrokeColor, ring.StrokeWidth, ring.CornerRadius = rgb(th.Acc, 255), 2, 4
			f.marker[1+i] = ring
		}
		f.stack()
	}
	for _, m := range f.marker {
		if m.Visible() != (f.drag.to >= 0) {
			if f.drag.to >= 0 {
				m.Show()
			} else {
				m.Hide()
			}
		}
	}
	if f.drag.to < 0 {
		return
	}
	y, left, right := f.l.ys[f.drag.to], float32(lineInset+4), f.Size().Width-lineInset-4
	f.marker[0].Move(fyne.NewPos(left, y-1))
	f.marker[0].Resize(fyne.NewSize(right-left, 2))
	for i, x := range []float32{left, right} {
		f.marker[1+i].Move(fyne.NewPos(x-4, y-4))
		f.marker[1+i].Resize(fyne.NewSize(8, 8))
	}
}

// clickWithin is the time in which two presses rename a line.
const clickWithin = 400 * time.Millisecond

// MouseDown is part of Fyne's desktop interface.
func (f *lineField) MouseDown(e *desktop.MouseEvent) {
	f.l.w.win.Canvas().Focus(f)
	f.l.byKey = false
	i := f.l.lineAt(e.Position.Y)
	f.drag = lineDrag{from: -1, to: -1}
	if i < 0 {
		return
	}
	now := f.l.w.Now()
	twice := i == f.clicked && now.Sub(f.last) < clickWithin
	f.clicked, f.last = i, now
	cur := f.l.all[i]
	f.l.goTo(i)
	if e.Button == desktop.MouseButtonSecondary {
		f.menu(cur, i, e.AbsolutePosition)
		return
	}
	switch where := f.part(cur, e.Position.X); {
	case where == eyePart:
		f.clicked = -1
		if cur.look == headLine {
			f.l.press(cur)
		} else {
			f.l.does.toggle(cur)
		}
	case where == branchPart:
		f.clicked = -1
		f.l.does.unfold(cur, cur.branch == shutSign)
	case twice:
		f.beginRename(i)
	default:
		if cur.look != headLine {
			f.l.press(cur)
		}
		f.drag.from = i
	}
}

// linePart is what of a line is under the pointer.
type linePart uint8

const (
	wholePart linePart = iota
	eyePart
	branchPart
)

func (f *lineField) part(l line, x float32) linePart {
	switch {
	case l.look != ruleLine && x > f.Size().Width-lineInset-linePad-signSize-4 && (l.eye != noSign && f.l.does.toggle != nil || l.look == headLine && f.l.does.add != nil):
		return eyePart
	case l.branch != noSign && x < lineInset+linePad+float32(l.depth)*lineIndent+signSize:
		return branchPart
	}
	return wholePart
}

// MouseUp is part of Fyne's desktop interface.
func (f *lineField) MouseUp(*desktop.MouseEvent) { f.drop() }

// MouseIn is part of Fyne's desktop interface.
func (f *lineField) MouseIn(e *desktop.MouseEvent) { f.MouseMoved(e) }

// MouseMoved is part of Fyne's desktop interface.
func (f *lineField) MouseMoved(e *desktop.MouseEvent) {
	if i := f.l.lineAt(e.Position.Y); i != f.over {
		f.over = i
		f.update()
	}
}

// MouseOut is part of Fyne's desktop interface.
func (f *lineField) MouseOut() {
	f.over = -1
	f.update()
}

// dragLineAfter is how far the pointer goes before a line is lifted.
const dragLineAfter = 4

// Dragged is part of Fyne's interface.
func (f *lineField) Dragged(e *fyne.DragEvent) {
	d := &f.drag
	if d.from < 0 || d.from >= len(f.l.all) {
		return
	}
	d.by += e.Dragged.DY
	d.y = e.Position.Y
	cur := f.l.all[d.from]
	if cur.group == 0 || f.l.does.move == nil || !d.begun && max(d.by, -d.by) < dragLineAfter {
		return
	}
	d.begun = true
	f.autoScroll()
	d.to = f.gap(cur, d.y)
	f.update()
}

// autoScroll moves the list while a line is dragged to its edges.
func (f *lineField) autoScroll() {
	s := f.l.scroll
	switch top := s.Offset.Y; {
	case f.drag.y < top+lineHeight/2:
		s.ScrollToOffset(fyne.NewPos(0, top-lineHeight/2))
	case f.drag.y > top+s.Size().Height-lineHeight/2:
		s.ScrollToOffset(fyne.NewPos(0, top+lineHeight/2))
	}
}

// gap is the place of a line's group that is nearest to a height.
func (f *lineField) gap(cur line, y float32) int {
	best, far := -1, float32(0)
	for i := range len(f.l.all) + 1 {
		if d := max(f.l.ys[i]-y, y-f.l.ys[i]); f.l.mayStand(cur, i) && (best < 0 || d < far) {
			best, far = i, d
		}
	}
	return best
}

// DragEnd is part of Fyne's interface.
func (f *lineField) DragEnd() { f.drop() }

// drop ends a drag, once: Fyne says so by MouseUp and by DragEnd.
func (f *lineField) drop() {
	d := f.drag
	f.drag = lineDrag{from: -1, to: -1}
	if !d.begun {
		return
	}
	if cur := f.l.all[d.from]; d.to >= 0 && d.to != d.from && d.to != d.from+1 {
		f.l.does.move(cur, f.l.lineBefore(cur, d.to))
	}
	f.update()
}

// cancelDrag leaves a dragged line where it was and reports whether there was
// one.
func (f *lineField) cancelDrag() bool {
	was := f.drag.begun
	f.drag = lineDrag{from: -1, to: -1}
	f.update()
	return was
}

// follow keeps what is being done with a line when the lines are others.
func (f *lineField) follow() {
	if f.drag.begun || f.naming >= len(f.l.all) {
		f.cancelDrag()
		f.endRename(false)
	}
}

// FocusGained is part of Fyne's interface.
func (f *lineField) FocusGained() {
	f.l.focus, f.l.byKey = true, true
	f.update()
}

// FocusLost is part of Fyne's interface.
func (f *lineField) FocusLost() { f.l.focus = false; f.cancelDrag() }

// TypedRune is part of Fyne's interface.
func (f *lineField) TypedRune(rune) {}

// TypedKey is part of Fyne's interface.
func (f *lineField) TypedKey(e *fyne.KeyEvent) { f.l.key(e.Name) }

// TypedShortcut is part of Fyne's interface. What means nothing here is the
// window's.
func (f *lineField) TypedShortcut(s fyne.Shortcut) {
	if !f.takes(s) {
		f.l.w.runShortcut(s)
	}
}

func (f *lineField) takes(s fyne.Shortcut) bool { return f.l.takes(s) }

// AccessibilityLabel is part of Fyne's interface: the line that keys go to.
func (f *lineField) AccessibilityLabel() string { return f.l.current().label() }

// AccessibilityRole is part of Fyne's interface.
func (f *lineField) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// menu offers what can be done with a line.
func (f *lineField) menu(cur line, i int, at fyne.Position) {
	var items []*fyne.MenuItem
	add := func(title string, can bool, run func()) {
		if can {
			items = append(items, fyne.NewMenuItem(tr(title), run))
		}
	}
	d, row := &f.l.does, cur.id != "" && cur.look != headLine
	add("Rename", row && d.rename != nil, func() { f.beginRename(i) })
	add("Hide", row && d.toggle != nil && cur.eye == openSign, func() { d.toggle(cur) })
	add("Show", row && d.toggle != nil && cur.eye == shutSign, func() { d.toggle(cur) })
	add("Move up", row && d.move != nil && f.l.mayStand(cur, i-1), func() { f.l.moveBy(-1) })
	add("Move down", row && d.move != nil && f.l.mayStand(cur, i+2), func() { f.l.moveBy(1) })
	add("Delete", row && d.remove != nil, func() { d.remove(cur) })
	if len(items) > 0 {
		f.l.w.showMenu(items, at)
	}
}

// beginRename puts an entry in place of a line's title.
func (f *lineField) beginRename(i int) {
	if i < 0 || i >= len(f.l.all) || f.l.does.rename == nil || f.l.all[i].id == "" || f.l.all[i].look == headLine {
		return
	}
	f.endRename(true)
	f.drag = lineDrag{from: -1, to: -1}
	f.naming = i
	f.entry = newNameEntry(f.l.all[i].title, func() { f.endRename(true) })
	f.l.reveal(i)
	f.update()
	f.stack()
	f.l.w.win.Canvas().Focus(f.entry)
	f.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

func (f *lineField) placeEntry() {
	l := &f.l.all[f.naming]
	x := float32(lineInset+linePad) + l.inset() - 8
	f.entry.Move(fyne.NewPos(x, f.l.ys[f.naming]+l.above+(l.height()-l.above-lineHeight)/2))
	f.entry.Resize(fyne.NewSize(f.Size().Width-x-lineInset, lineHeight))
}

// endRename takes the entry away, and keeps what it says.
func (f *lineField) endRename(keep bool) {
	e := f.entry
	if e == nil {
		return
	}
	f.entry = nil
	had := f.l.w.win.Canvas().Focused() == fyne.Focusable(e)
	i := f.naming
	f.stack()
	f.update()
	if had {
		f.l.w.win.Canvas().Focus(f)
	}
	if keep && i < len(f.l.all) && e.Text != f.l.all[i].title {
		f.l.does.rename(f.l.all[i], e.Text)
	}
}

// nameEntry is an entry that ends with Enter, with Esc, and when it loses the
// keyboard; all of them keep what it says, as typing on the map does.
type nameEntry struct {
	widget.Entry
	end func()
}

func newNameEntry(text string, end func()) *nameEntry {
	e := &nameEntry{end: end}
	e.ExtendBaseWidget(e)
	e.Text = text
	e.OnSubmitted = func(string) { end() }
	return e
}

// TypedKey is part of Fyne's interface.
func (e *nameEntry) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		e.end()
		return
	}
	e.Entry.TypedKey(k)
}

// FocusLost is part of Fyne's interface.
func (e *nameEntry) FocusLost() {
	e.Entry.FocusLost()
	e.end()
}
