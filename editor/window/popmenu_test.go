package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"throughline/canvas"
)

// A menu is gone through with the keys: what cannot be chosen is passed over,
// and a menu within it is entered and left.
func TestAMenuIsUsedWithTheKeys(t *testing.T) {
	w := newWindow(t, kit(t))
	do(func() {
		var ran []string
		item := func(label string) *fyne.MenuItem {
			return fyne.NewMenuItem(label, func() { ran = append(ran, label) })
		}
		off, within, other := item("Off"), item("Within"), item("Other")
		off.Disabled = true
		within.ChildMenu = fyne.NewMenu("", item("Inner"), item("Second"))
		items := []*fyne.MenuItem{off, item("First"), fyne.NewMenuItemSeparator(), within, other}
		for _, c := range []struct{ keys, want string }{
			{"Down Return", "First"},
			{"Up Return", "Other"},
			{"Down Down Return Return", "Inner"},
			{"Down Down Right Down Return", "Second"},
			{"Down Down Right Left Down Return", "Other"},
			{"Down Down Right Escape Escape", ""},
			{"End Home Return", "First"},
			{"Escape", ""},
		} {
			ran = nil
			w.showMenu(items, fyne.NewPos(100, 100))
			m := w.win.Canvas().Overlays().Top().(*popMenu)
			if w.win.Canvas().Focused() != fyne.Focusable(m) {
				t.Fatal("a menu does not have the keyboard")
			}
			for k := range strings.FieldsSeq(c.keys) {
				m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyName(k)})
			}
			if got := strings.Join(ran, " "); got != c.want || w.win.Canvas().Overlays().Top() != nil {
				t.Errorf("%s ran %q, not %q, and left %v open", c.keys, got, c.want, w.win.Canvas().Overlays().Top())
			}
		}
		w.showMenu(items, fyne.NewPos(100, 100))
		m := w.win.Canvas().Overlays().Top().(*popMenu)
		m.TypedRune('o')
		if p := m.panels[0]; p.items[p.at] != other {
			t.Errorf("the letter o goes to %s", p.items[p.at].Label)
		}
		m.Tapped(&fyne.PointEvent{Position: fyne.NewPos(5, 5)})
		if m.open {
			t.Error("a click beside a menu does not close it")
		}
	})
}

// However long a menu is and wherever it opens, all of it is in the window.
func TestMenusStayInTheWindow(t *testing.T) {
	w := newWindow(t, kit(t))
	do(func() {
		var items []*fyne.MenuItem
		for range 80 {
			items = append(items, fyne.NewMenuItem("An item with a name of some length", nil))
		}
		size := w.win.Canvas().Size()
		for _, at := range []fyne.Position{{}, fyne.NewPos(size.Width, size.Height), fyne.NewPos(size.Width/2, size.Height-9)} {
			for _, n := range []int{1, 80} {
				w.showMenu(items[:n], at)
				m := w.win.Canvas().Overlays().Top().(*popMenu)
				p := m.panels[0]
				from, to := p.box.Position(), p.box.Position().Add(p.box.Size())
				if from.X < 0 || from.Y < 0 || to.X > size.Width || to.Y > size.Height {
					t.Errorf("%d items at %v stand at %v to %v of %v", n, at, from, to, size)
				}
				m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
				if y := p.ys[n] - p.scroll.Offset.Y; y > p.scroll.Size().Height+0.5 {
					t.Errorf("the last of %d items is out of sight", n)
				}
				m.close()
			}
		}
	})
}

// The bar opens with the keys, goes from menu to menu, and gives the keyboard
// back to the map.
func TestTheBarOfMenusIsUsedWithTheKeys(t *testing.T) {
	w := newWindow(t, kit(t))
	opens(t, w, sample(t, t.TempDir()+"/bike.journey"))
	do(func() {
		view := w.win.Canvas().Focused().(*canvas.View)
		view.KeyDown(&fyne.KeyEvent{Name: desktop.KeyAltLeft})
		view.KeyUp(&fyne.KeyEvent{Name: desktop.KeyAltLeft})
		bar := w.menuBar
		if w.win.Canvas().Focused() != fyne.Focusable(bar) {
			t.Fatal("Alt does not go to the menus")
		}
		bar.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
		bar.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		if bar.shown != 1 {
			t.Fatalf("the menu %d is open", bar.shown)
		}
		bar.menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
		if bar.shown != 2 {
			t.Fatalf("Right goes to menu %d", bar.shown)
		}
		bar.menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if bar.shown >= 0 || w.win.Canvas().Focused() != fyne.Focusable(view) {
			t.Errorf("after Esc %d is open, and %T has the keyboard", bar.shown, w.win.Canvas().Focused())
		}
		view.KeyDown(&fyne.KeyEvent{Name: desktop.KeyAltLeft})
		view.KeyDown(&fyne.KeyEvent{Name: fyne.KeyRight})
		view.KeyUp(&fyne.KeyEvent{Name: desktop.KeyAltLeft})
		if w.win.Canvas().Focused() != fyne.Focusable(view) {
			t.Error("Alt with another key goes to the menus")
		}
	})
}

// Shortcuts of the menus are heard where neither the map nor an entry has the
// keyboard: in the outline, and where nothing has it.
func TestShortcutsAreHeardBesideTheMap(t *testing.T) {
	w := newWindow(t, kit(t))
	opens(t, w, sample(t, t.TempDir()+"/bike.journey"))
	do(func() {
		keys := &desktop.CustomShortcut{KeyName: fyne.KeyK, Modifier: fyne.KeyModifierShortcutDefault}
		field := w.leftPanel.outline.list.field
		w.win.Canvas().Focus(field)
		field.TypedShortcut(keys)
		d, ok := w.win.Canvas().Overlays().Top().(*dialog)
		if !ok {
			t.Fatal("Ctrl+K in the outline opens no palette")
		}
		d.close()
		w.win.Canvas().Unfocus()
		w.win.Canvas().(fyne.Shortcutable).TypedShortcut(keys)
		if _, ok := w.win.Canvas().Overlays().Top().(*dialog); !ok {
			t.Fatal("Ctrl+K opens no palette where nothing has the keyboard")
		}
		w.escape()
		e := w.doc.editor
		before := len(e.Doc.Project().Stages(e.Map().ID))
		w.leftPanel.outline.add(line{id: stagesHead})
		w.win.Canvas().Focus(field)
		field.TypedShortcut(&fyne.ShortcutUndo{})
		if n := len(e.Doc.Project().Stages(e.Map().ID)); n != before {
			t.Errorf("after Ctrl+Z in the outline there are %d stages, not %d", n, before)
		}
	})
}
