package window

import (
	"image/color"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"throughline/canvas/geom"
	"throughline/canvas/input"
)

// popMenu is a menu over everything else, and the menus within it that are open.
// It is our own because Fyne's draws the keys of a command too pale to be read.
type popMenu struct {
	widget.BaseWidget
	w      *Window
	panels []*menuPanel // the menu, and what is open within it
	root   *fyne.Container
	bar    *menuBar // whose menu it is; nil is none
	open   bool
}

// menuPanel is one of its panels.
type menuPanel struct {
	items  []*fyne.MenuItem
	ys     []float32 // where each item begins; one more for the end
	at     int       // the item that keys go to; -1 is none
	light  *canvas.Rectangle
	scroll *container.Scroll
	box    *fyne.Container
}

// The measures of menus.
const (
	menuRow, menuRule   = 28, 9
	menuPad             = 5        // of a panel around its items
	menuInner           = 9        // of an item around its words
	menuSign            = 22       // room of a sign before the words
	menuGap             = 28       // between the words and the keys
	menuLeast, menuMost = 160, 560 // of the words
	menuEdge            = 4        // from the window's edges
)

// showMenu opens a menu at a place of the window.
func (w *Window) showMenu(items []*fyne.MenuItem, at fyne.Position) { w.openMenu(nil, items, at) }

// openMenu is showMenu, for a bar if there is one.
func (w *Window) openMenu(bar *menuBar, items []*fyne.MenuItem, at fyne.Position) *popMenu {
	if old, ok := w.win.Canvas().Overlays().Top().(*popMenu); ok {
		old.close()
	}
	m := &popMenu{w: w, root: container.NewWithoutLayout(), bar: bar, open: true}
	m.ExtendBaseWidget(m)
	w.hideTip()
	w.win.Canvas().Overlays().Add(m)
	m.push(items, at, at)
	w.win.Canvas().Focus(m)
	return m
}

// close takes the menu away; the keyboard is where it was.
func (m *popMenu) close() {
	if !m.open {
		return
	}
	m.open = false
	m.w.win.Canvas().Overlays().Remove(m)
	if m.bar != nil {
		m.bar.closed()
	}
}

// push opens a panel with its top left at a place, or with its top right at
// another where there is no room for it.
func (m *popMenu) push(items []*fyne.MenuItem, at, or fyne.Position) {
	p := m.w.newMenuPanel(items)
	whole, top := m.w.win.Canvas().Size(), float32(menuEdge)
	if m.bar != nil {
		top = menuBarHeight - 1
	}
	size := fyne.NewSize(p.scroll.Content.MinSize().Width, min(p.ys[len(items)], whole.Height-top-menuEdge-2*menuPad)).AddWidthHeight(2*menuPad, 2*menuPad)
	if at.X+size.Width > whole.Width-menuEdge {
		at.X = or.X - size.Width
	}
	p.box.Resize(size)
	p.box.Move(fyne.NewPos(max(menuEdge, at.X), max(top, min(at.Y, whole.Height-menuEdge-size.Height))))
	m.panels = append(m.panels, p)
	m.root.Add(p.box)
}

// pop closes all panels but the first n.
func (m *popMenu) pop(n int) {
	for len(m.panels) > n {
		m.root.Remove(m.panels[len(m.panels)-1].box)
		m.panels = m.panels[:len(m.panels)-1]
	}
}

// newMenuPanel draws items.
func (w *Window) newMenuPanel(items []*fyne.MenuItem) *menuPanel {
	th := w.look.colors
	p := &menuPanel{items: items, at: -1, ys: []float32{0}, light: box(noColor, noColor, 5, 0)}
	signs, words, keys := float32(0), float32(0), float32(0)
	for _, it := range items {
		h := float32(menuRow)
		if it.IsSeparator {
			h = menuRule
		}
		p.ys = append(p.ys, p.ys[len(p.ys)-1]+h)
		if it.Checked || it.Icon != nil {
			signs = menuSign
		}
		if w.foreign(it.Label) {
			words = max(words, min(menuMost, w.lineWidth(it.Label, 13, false)))
		} else {
			words = max(words, fyne.MeasureText(it.Label, 13, fyne.TextStyle{}).Width)
		}
		if k := keysOf(it.Shortcut); k != "" {
			keys = max(keys, menuGap+fyne.MeasureText(k, 12, fyne.TextStyle{}).Width)
		}
		if it.ChildMenu != nil {
			keys = max(keys, menuGap)
		}
	}
	width := max(menuLeast, signs+words+keys+2*menuInner)
	all := []fyne.CanvasObject{p.light}
	put := func(o fyne.CanvasObject, x, y float32, size fyne.Size) {
		o.Resize(size)
		o.Move(fyne.NewPos(x, y))
		all = append(all, o)
	}
	text := func(s string, size, right, y float32, c color.Color) {
		t := canvas.NewText(s, c)
		t.TextSize = size
		min := t.MinSize()
		x := menuInner + signs
		if right > 0 {
			x = right - min.Width
		}
		put(t, x, y+(menuRow-min.Height)/2, min)
	}
	for i, it := range items {
		y := p.ys[i]
		if it.IsSeparator {
			put(canvas.NewRectangle(rgb(th.Hair, 255)), -menuPad, y+menuRule/2, fyne.NewSize(width+2*menuPad, 1))
			continue
		}
		alpha := uint8(255)
		if it.Disabled {
			alpha = 97
		}
		sign := it.Icon
		if it.Checked {
			sign = w.icon("check", th.Ink, alpha)
		}
		if sign != nil {
			put(canvas.NewImageFromResource(sign), menuInner-2, y+(menuRow-inlineIcon)/2, fyne.NewSize(inlineIcon, inlineIcon))
		}
		if w.foreign(it.Label) {
			im := canvas.NewImageFromImage(nil)
			size := w.drawLine(im, it.Label, 13, menuMost, false, th.Ink)
			im.Translucency = 1 - float64(alpha)/255
			put(im, menuInner+signs, y+(menuRow-size.Height)/2, size)
		} else {
			text(it.Label, 13, 0, y, rgb(th.Ink, alpha))
		}
		if it.ChildMenu != nil {
			put(canvas.NewImageFromResource(w.icon("right", th.Ink3, alpha)), width-menuInner-10, y+(menuRow-14)/2, fyne.NewSize(14, 14))
		} else if k := keysOf(it.Shortcut); k != "" {
			text(k, 12, width-menuInner, y, rgb(th.Ink3, alpha))
		}
	}
	p.light.FillColor = rgb(th.Ink, 18)
	p.light.Hide()
	p.scroll = container.NewVScroll(container.New(asPut{fyne.NewSize(width, p.ys[len(items)])}, all...))
	ground := box(rgb(th.Panel, 255), rgb(th.Hair2, 255), 8, 1)
	ground.Shadow = canvas.Shadow{Color: color.NRGBA{A: 46}, BlurRadius: 16, Offset: fyne.NewPos(0, 4)}
	p.box = container.NewStack(ground, container.New(inset{menuPad, menuPad}, p.scroll))
	return p
}

// asPut is a layout of a size that leaves its objects where they are.
type asPut struct{ size fyne.Size }

func (f asPut) MinSize([]fyne.CanvasObject) fyne.Size { return f.size }
func (asPut) Layout([]fyne.CanvasObject, fyne.Size)   {}

// keysOf is the shortcut of an item as people read it.
func keysOf(s fyne.Shortcut) string {
	k, ok := s.(*desktop.CustomShortcut)
	if !ok {
		return ""
	}
	c := input.Chord{Key: input.Key(k.KeyName)}
	for ours, name := range keyNames {
		if name == k.KeyName {
			c.Key = ours
		}
	}
	for mod, ours := range map[fyne.KeyModifier]input.Mods{fyne.KeyModifierShift: input.Shift, fyne.KeyModifierAlt: input.Alt, fyne.KeyModifierShortcutDefault: input.Ctrl} {
		if k.Modifier&mod != 0 {
			c.Mods |= ours
		}
	}
	return chordText(c)
}

// CreateRenderer is part of Fyne's widget interface.
func (m *popMenu) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(m.root) }

// under is the panel and the item at a place; the item is -1 between items, and
// the panel -1 beside all of them.
func (m *popMenu) under(at fyne.Position) (panel, item int) {
	for i := len(m.panels) - 1; i >= 0; i-- {
		p := m.panels[i]
		if in := at.Subtract(p.box.Position()); in.X >= 0 && in.Y >= 0 && in.X < p.box.Size().Width && in.Y < p.box.Size().Height {
			y := in.Y - menuPad + p.scroll.Offset.Y
			for j := range p.items {
				if y >= p.ys[j] && y < p.ys[j+1] && !p.items[j].IsSeparator {
					return i, j
				}
			}
			return i, -1
		}
	}
	return -1, -1
}

// choose lights an item of a panel and opens the menu within it, if it has one.
func (m *popMenu) choose(panel, item int) {
	p := m.panels[panel]
	if p.at == item {
		return
	}
	m.pop(panel + 1)
	p.at = item
	usable := item >= 0 && !p.items[item].Disabled
	p.light.Hidden = !usable
	if usable {
		p.light.Resize(fyne.NewSize(p.scroll.Content.MinSize().Width, menuRow))
		p.light.Move(fyne.NewPos(0, p.ys[item]))
		switch h := p.scroll.Size().Height; {
		case p.ys[item] < p.scroll.Offset.Y:
			p.scroll.ScrollToOffset(fyne.NewPos(0, p.ys[item]))
		case p.ys[item+1] > p.scroll.Offset.Y+h:
			p.scroll.ScrollToOffset(fyne.NewPos(0, p.ys[item+1]-h))
		}
		if within := p.items[item].ChildMenu; within != nil {
			at := p.box.Position().AddXY(0, p.ys[item]-p.scroll.Offset.Y)
			m.push(within.Items, at.AddXY(p.box.Size().Width-2, 0), at.AddXY(2, 0))
		}
	}
	p.light.Refresh()
}

// run does what an item is for, or goes into it.
func (m *popMenu) run(panel, item int) {
	if item < 0 || m.panels[panel].items[item].Disabled {
		return
	}
	it := m.panels[panel].items[item]
	if it.ChildMenu != nil {
		m.choose(panel, item)
		return
	}
	m.close()
	if it.Action != nil {
		it.Action()
	}
}

// Tapped is part of Fyne's interface.
func (m *popMenu) Tapped(e *fyne.PointEvent) {
	if panel, item := m.under(e.Position); panel >= 0 {
		m.run(panel, item)
		return
	}
	m.close()
}

// TappedSecondary is part of Fyne's interface. On the map it asks for another
// menu.
func (m *popMenu) TappedSecondary(e *fyne.PointEvent) {
	if panel, _ := m.under(e.Position); panel >= 0 {
		return
	}
	m.close()
	w := m.w
	if !w.hasMap() || w.list != nil {
		return
	}
	in := e.AbsolutePosition.Subtract(w.app.Driver().AbsolutePositionForObject(w.doc.view))
	if size := w.doc.view.Size(); in.X < 0 || in.Y < 0 || in.X >= size.Width || in.Y >= size.Height {
		return
	}
	for _, kind := range []input.Kind{input.Press, input.Release} {
		w.doc.editor.Event(input.Event{Kind: kind, At: geom.Pt(float64(in.X), float64(in.Y)), Button: input.Right, Now: w.Now()})
	}
}

// MouseIn is part of Fyne's desktop interface.
func (m *popMenu) MouseIn(e *desktop.MouseEvent) { m.MouseMoved(e) }

// MouseMoved is part of Fyne's desktop interface.
func (m *popMenu) MouseMoved(e *desktop.MouseEvent) {
	panel, item := m.under(e.Position)
	switch {
	case panel >= 0:
		m.choose(panel, item)
	case m.bar != nil:
		m.bar.moved(e.AbsolutePosition)
	}
}

// MouseOut is part of Fyne's desktop interface.
func (m *popMenu) MouseOut() {}

// FocusGained is part of Fyne's interface.
func (m *popMenu) FocusGained() {}

// FocusLost is part of Fyne's interface.
func (m *popMenu) FocusLost() {}

// TypedRune is part of Fyne's interface: the next item that begins with it.
func (m *popMenu) TypedRune(r rune) {
	m.step(1, func(it *fyne.MenuItem) bool {
		return strings.HasPrefix(strings.ToLower(it.Label), string(unicode.ToLower(r)))
	})
}

// step goes to the next item that may be chosen and is wanted, one way or the
// other, and around.
func (m *popMenu) step(way int, wanted func(*fyne.MenuItem) bool) {
	panel := len(m.panels) - 1
	if panel > 0 && m.panels[panel].at < 0 { // it is open, and nobody has gone into it
		m.pop(panel)
		panel--
	}
	p, n := m.panels[panel], len(m.panels[panel].items)
	at := p.at
	if at < 0 && way < 0 {
		at = 0
	}
	for range n {
		at = (at + way + n) % n
		if it := p.items[at]; !it.IsSeparator && !it.Disabled && wanted(it) {
			m.choose(panel, at)
			return
		}
	}
}

// TypedKey is part of Fyne's interface.
func (m *popMenu) TypedKey(k *fyne.KeyEvent) {
	any := func(*fyne.MenuItem) bool { return true }
	last := len(m.panels) - 1
	p := m.panels[last]
	switch k.Name {
	case fyne.KeyDown:
		m.step(1, any)
	case fyne.KeyUp:
		m.step(-1, any)
	case fyne.KeyHome:
		m.choose(last, -1)
		m.step(1, any)
	case fyne.KeyEnd:
		m.choose(last, -1)
		m.step(-1, any)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if last > 0 && p.at < 0 {
			m.enter()
			return
		}
		m.run(last, p.at)
	case fyne.KeyRight:
		if last > 0 && p.at < 0 {
			m.enter()
		} else if m.bar != nil {
			m.bar.next(1)
		}
	case fyne.KeyLeft:
		switch {
		case last > 0 && p.at >= 0:
			m.leave()
		case m.bar != nil:
			m.bar.next(-1)
		}
	case fyne.KeyEscape, desktop.KeyMenu, fyne.KeyF10:
		if last > 0 && p.at >= 0 && k.Name == fyne.KeyEscape {
			m.leave()
			return
		}
		m.close()
	}
}

// enter goes into the menu that stands open within an item.
func (m *popMenu) enter() {
	last := len(m.panels) - 1
	for i, it := range m.panels[last].items {
		if !it.IsSeparator && !it.Disabled {
			m.choose(last, i)
			return
		}
	}
}

// leave goes back to the item in which the last panel stands open.
func (m *popMenu) leave() {
	p := m.panels[len(m.panels)-1]
	p.at = -1
	p.light.Hide()
}

// AccessibilityLabel is part of Fyne's interface.
func (m *popMenu) AccessibilityLabel() string {
	if p := m.panels[len(m.panels)-1]; p.at >= 0 {
		return p.items[p.at].Label
	}
	return ""
}

// AccessibilityRole is part of Fyne's interface.
func (m *popMenu) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }
