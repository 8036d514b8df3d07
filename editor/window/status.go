package window

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"throughline/canvas/layout"
	"throughline/editor"
)

// status is the line at the foot of the window.
type status struct {
	sign                     *canvas.Image
	saved, selected, tip     *canvas.Text
	rows, loop, fit, minimap *tool
	right                    *fyne.Container // what stands at the right
}

const statusHeight = 28

func (w *Window) buildStatus() fyne.CanvasObject {
	s := &w.status
	text := func() *canvas.Text {
		t := canvas.NewText("", rgb(w.look.colors.Ink3, 255))
		t.TextSize = 12
		return t
	}
	s.saved, s.selected, s.tip = text(), text(), text()
	s.sign = canvas.NewImageFromResource(nil)
	s.sign.FillMode = canvas.ImageFillContain
	s.sign.SetMinSize(fyne.NewSize(14, 14))
	s.fit = w.newTool("fit", "Fit map", "Fit map (Shift+1)", func() {
		if w.doc != nil {
			w.doc.editor.Fit()
		}
	})
	s.minimap = w.newTool("map", "Minimap", "Minimap (M)", func() { w.frame.toggleMinimap() })
	s.rows, s.loop = w.commandTool("view.rows"), w.commandTool("view.loop")
	s.rows.label, s.loop.label = tr("Rows"), tr("Loop")
	s.rows.tip, s.loop.tip = tr("Lay out in rows"), tr("Lay out as a loop")
	for _, t := range []*tool{s.rows, s.loop, s.fit, s.minimap} {
		t.small = true
	}
	s.right = container.NewHBox(s.minimap, s.fit, s.rows, s.loop)
	return w.panel(container.New(statusLayout{}, s.objects()...), true)
}

func (s *status) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{s.sign, s.saved, s.selected, s.tip, s.right}
}

// choices offers rows or a loop where the map can be both, and reports whether
// what is offered has changed.
func (s *status) choices(e *editor.Editor) bool {
	n := len(e.Sheet().Stages)
	both := n >= layout.LeastLoop && n <= layout.MostLoop
	s.rows.set(tr("Rows"), both && !e.Sheet().Looped(), false)
	s.loop.set(tr("Loop"), both && e.Sheet().Looped(), false)
	if s.rows.Hidden != both {
		return false
	}
	s.rows.Hidden, s.loop.Hidden = !both, !both
	s.right.Refresh()
	return true
}

// statusLayout is from the left, the last one from the right. What has no room
// between is hidden.
type statusLayout struct{}

func (statusLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, statusHeight-1) }

func (statusLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(12)
	last := len(objects) - 1
	end := size.Width - objects[last].MinSize().Width - 4
	for i, o := range objects {
		m := o.MinSize()
		o.Resize(m)
		if i == last {
			x = end
		} else if fits := x+m.Width <= end-8; o.Visible() != fits {
			if fits {
				o.Show()
			} else {
				o.Hide()
			}
		}
		o.Move(fyne.NewPos(x, (size.Height-m.Height)/2))
		if m.Width > 0 {
			x += m.Width + 16
		}
		if i == 0 {
			x -= 10
		}
	}
}

// refreshStatus says whether all is saved, and what is selected.
func (w *Window) refreshStatus() {
	s := &w.status
	if w.doc == nil {
		return
	}
	d, th := w.doc, w.look.colors
	icon, ink, saved := "check", th.OK, "All changes saved"
	if at := d.savedAt(); at != "" {
		saved += ", " + at
	}
	only, _ := d.file.ReadOnly()
	switch {
	case only:
		icon, ink, saved = "lock", th.Warn, "Read only"
	case d.state.Err != nil:
		icon, ink, saved = "alert", th.Pain, "Not saved. Use Save as to keep your work"
	case d.waiting():
		icon, ink, saved = "clock", th.Ink3, "Saving"
	}
	cards := d.editor.CountCards()
	words := count(cards, "card")
	switch n, of := len(d.editor.Selection()), d.editor.CountSelectedCards(); {
	case n > of:
		if words = "1 item selected"; n > 1 {
			words = fmt.Sprintf("%d items selected", n)
		}
	case n > 0:
		words = fmt.Sprintf("%d of %s selected", n, words)
	}
	changed := setText(s.saved, tr(saved))
	changed = setText(s.selected, tr(words)) || changed
	changed = s.choices(d.editor) || changed
	hint := d.editor.Hint()
	if hint == "" && cards == 0 && len(d.editor.Sheet().Stages) > 0 {
		hint = "Double-click a cell to add a card, and a name to change it. Ctrl+K finds everything."
	}
	changed = setText(s.tip, tr(hint)) || changed
	r := w.icon(icon, ink, 255)
	if s.sign.Resource == nil || s.sign.Resource.Name() != r.Name() {
		s.sign.Resource = r
		s.sign.Refresh()
		changed = true
	}
	if changed {
		statusLayout{}.Layout(s.objects(), fyne.NewSize(w.win.Canvas().Size().Width, statusHeight-1))
	}
}

func setText(t *canvas.Text, s string) bool {
	if t.Text == s {
		return false
	}
	t.Text = s
	t.Refresh()
	return true
}
