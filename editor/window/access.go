package window

import (
	"fmt"
	"os"
	"strconv"

	"fyne.io/fyne/v2"
)

// sizes are the sizes of the interface that can be chosen.
var interfaceSizes = []float64{1, 1.25, 1.5, 2}

// scaleVariable is by what Fyne learns how large everything is.
const scaleVariable = "FYNE_SCALE"

// usualScale is what that variable said at the start.
var usualScale, scaleSet = os.LookupEnv(scaleVariable)

// takeSize has Fyne draw in a size; 1 is the usual one.
func takeSize(size float64) {
	if size == 1 {
		if scaleSet {
			os.Setenv(scaleVariable, usualScale)
		} else {
			os.Unsetenv(scaleVariable)
		}
		return
	}
	base, err := strconv.ParseFloat(usualScale, 64)
	if err != nil || base <= 0 {
		base = 1
	}
	os.Setenv(scaleVariable, strconv.FormatFloat(base*size, 'f', 2, 64))
}

// SetSize shows the whole window larger, or as usual, now and at the next start.
func (w *Window) SetSize(size float64) {
	w.memory.Size = size
	w.remember()
	takeSize(size)
	w.setLook() // Fyne looks at the scale when this changes
	w.build()
	w.refresh()
}

// sizeMenu offers sizes of the interface.
func (w *Window) sizeMenu() *fyne.MenuItem {
	now := w.memory.Size
	menu := fyne.NewMenu("")
	for _, s := range interfaceSizes {
		it := fyne.NewMenuItem(fmt.Sprintf("%.0f %%", s*100), func() { w.SetSize(s) })
		it.Checked = s == now
		menu.Items = append(menu.Items, it)
	}
	it := fyne.NewMenuItem(tr("Interface size"), nil)
	it.ChildMenu = menu
	return it
}

// still reports whether nothing shall glide.
func (w *Window) still() bool { return w.memory.Still }

// toggleStill lets things glide, or not.
func (w *Window) toggleStill() {
	w.memory.Still = !w.memory.Still
	w.remember()
	w.refresh()
}

// What screen readers say of our own widgets, on systems where Fyne tells them.
var (
	_ fyne.Accessible = (*tool)(nil)
	_ fyne.Accessible = (*pick)(nil)
)

// AccessibilityLabel is part of Fyne's interface.
func (t *tool) AccessibilityLabel() string {
	if t.label != "" {
		return t.label
	}
	return t.tip
}

// AccessibilityRole is part of Fyne's interface.
func (t *tool) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is part of Fyne's interface.
func (p *pick) AccessibilityLabel() string { return p.tip }

// AccessibilityRole is part of Fyne's interface.
func (p *pick) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
