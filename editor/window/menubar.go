package window

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// menuBar is the line of menus at the top of the window, where the system has
// none of its own.
type menuBar struct {
	widget.BaseWidget
	w     *Window
	menus []*fyne.Menu
	texts []*canvas.Text
	xs    []float32 // where each begins; one more for the end
	light *canvas.Rectangle
	root  *fyne.Container
	over  int // the menu under the pointer, or that keys go to; -1 is none
	shown int // the menu that is open; -1 is none
	menu  *popMenu
	focus bool
}

const (
	menuBarHeight = 28
	menuBarPad    = 6  // before the first menu
	menuBarInner  = 10 // around the name of one
)

// systemMenu reports whether the system has a bar of menus of its own.
const systemMenu = runtime.GOOS == "darwin"

func newMenuBar(w *Window) *menuBar {
	b := &menuBar{w: w, over: -1, shown: -1, light: box(noColor, noColor, 6, 0)}
	b.root = container.NewWithoutLayout()
	b.ExtendBaseWidget(b)
	return b
}

// set shows other menus.
func (b *menuBar) set(menus []*fyne.Menu) {
	th := b.w.look.colors
	b.menus, b.texts, b.xs = menus, nil, []float32{menuBarPad}
	ground := canvas.NewRectangle(rgb(th.Panel, 255))
	ground.Resize(fyne.NewSize(4*mostWindow, menuBarHeight))
	b.root.Objects = []fyne.CanvasObject{ground, b.light}
	for i, m := range menus {
		t := canvas.NewText(m.Label, rgb(th.Ink2, 255))
		t.TextSize = 13
		size := t.MinSize()
		t.Resize(size)
		t.Move(fyne.NewPos(b.xs[i]+menuBarInner, (menuBarHeight-size.Height)/2))
		b.texts, b.xs = append(b.texts, t), append(b.xs, b.xs[i]+size.Width+2*menuBarInner)
		b.root.Objects = append(b.root.Objects, t)
	}
	b.mark()
}

// CreateRenderer is part of Fyne's widget interface.
func (b *menuBar) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(b.root) }

// MinSize is part of Fyne's interface.
func (b *menuBar) MinSize() fyne.Size {
	if systemMenu {
		return fyne.Size{}
	}
	return fyne.NewSize(b.xs[len(b.xs)-1], menuBarHeight)
}

// mark lights the menu that is open, or under the pointer.
func (b *menuBar) mark() {
	th := b.w.look.colors
	at := b.over
	b.light.FillColor, b.light.StrokeWidth = rgb(th.Ink, 13), 0
	if b.shown >= 0 {
		at = b.shown
		b.light.FillColor = rgb(th.Ink, 26)
	}
	if b.focus && b.shown < 0 {
		b.light.StrokeColor, b.light.StrokeWidth = rgb(th.Acc, 255), 2
	}
	b.light.Hidden = at < 0 || at >= len(b.menus)
	if !b.light.Hidden {
		b.light.Move(fyne.NewPos(b.xs[at]+1, 2))
		b.light.Resize(fyne.NewSize(b.xs[at+1]-b.xs[at]-2, menuBarHeight-4))
	}
	b.root.Refresh()
}

// menuAt is the menu at a place of the bar, or -1.
func (b *menuBar) menuAt(at fyne.Position) int {
	for i := range b.menus {
		if at.Y >= 0 && at.Y < menuBarHeight && at.X >= b.xs[i] && at.X < b.xs[i+1] {
			return i
		}
	}
	return -1
}

// open opens a menu.
func (b *menuBar) open(i int) {
	if b.menu != nil {
		b.menu.close()
	}
	b.w.refreshMenu()
	at := b.w.app.Driver().AbsolutePositionForObject(b).AddXY(b.xs[i]+1, menuBarHeight-1)
	b.menu = b.w.openMenu(b, b.menus[i].Items, at)
	b.shown = i
	b.mark()
}

// next opens the menu beside the one that is open.
func (b *menuBar) next(way int) {
	n := len(b.menus)
	b.open((b.shown + way + n) % n)
	b.menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
}

// moved is where the pointer is while a menu is open.
func (b *menuBar) moved(at fyne.Position) {
	if i := b.menuAt(at.Subtract(b.w.app.Driver().AbsolutePositionForObject(b))); i >= 0 && i != b.shown {
		b.open(i)
	}
}

// closed says that the menu is not open any more.
func (b *menuBar) closed() {
	b.menu, b.shown, b.over = nil, -1, -1
	b.mark()
	if b.focus {
		b.w.focusMap()
	}
}

// Tapped is part of Fyne's interface.
func (b *menuBar) Tapped(e *fyne.PointEvent) {
	if i := b.menuAt(e.Position); i >= 0 {
		b.open(i)
	}
}

// point says which menu the pointer is on, or the keyboard.
func (b *menuBar) point(i int) {
	if b.over != i {
		b.over = i
		b.mark()
	}
}

// MouseIn is part of Fyne's desktop interface.
func (b *menuBar) MouseIn(e *desktop.MouseEvent) { b.point(b.menuAt(e.Position)) }

// MouseMoved is part of Fyne's desktop interface.
func (b *menuBar) MouseMoved(e *desktop.MouseEvent) { b.point(b.menuAt(e.Position)) }

// MouseOut is part of Fyne's desktop interface.
func (b *menuBar) MouseOut() { b.point(-1) }

// FocusGained is part of Fyne's interface.
func (b *menuBar) FocusGained() {
	b.focus = true
	b.point(0)
}

// FocusLost is part of Fyne's interface.
func (b *menuBar) FocusLost() {
	b.focus = false
	b.point(-1)
}

// TypedRune is part of Fyne's interface.
func (b *menuBar) TypedRune(rune) {}

// TypedKey is part of Fyne's interface.
func (b *menuBar) TypedKey(k *fyne.KeyEvent) {
	n := len(b.menus)
	switch k.Name {
	case fyne.KeyRight:
		b.point((b.over + 1) % n)
	case fyne.KeyLeft:
		b.point((b.over + n - 1) % n)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace, fyne.KeyDown:
		b.open(max(0, b.over))
		b.menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	case fyne.KeyEscape:
		b.w.escape()
		b.w.focusMap()
	}
}

// AccessibilityLabel is part of Fyne's interface.
func (b *menuBar) AccessibilityLabel() string {
	if b.over >= 0 && b.over < len(b.menus) {
		return b.menus[b.over].Label
	}
	return tr("Menu")
}

// AccessibilityRole is part of Fyne's interface.
func (b *menuBar) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// below is a layout: a bar, and the rest under it.
type below struct{}

func (below) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(max(a.Width, b.Width), a.Height+b.Height)
}

func (below) Layout(o []fyne.CanvasObject, size fyne.Size) {
	h := o[0].MinSize().Height
	o[0].Resize(fyne.NewSize(size.Width, h))
	o[1].Resize(fyne.NewSize(size.Width, size.Height-h))
	o[1].Move(fyne.NewPos(0, h))
}
