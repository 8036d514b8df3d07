package window

import (
	"fmt"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"throughline/canvas/scene"
	"throughline/editor"
	"throughline/journey"
)

// toolbar is the bar under the menu.
type toolbar struct {
	name, state            *tool
	kind                   *canvas.Text
	hand, pointer          *tool
	undo, redo, zoom, send *tool
}

const barHeight = 48

// bar is a layout: objects from the left, in the middle and from the right,
// each at its least size.
type bar struct{ left, middle int }

func (b bar) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(480, barHeight) }

func (b bar) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	const pad, gap = 12, 8
	put := func(o fyne.CanvasObject, x float32) float32 {
		m := o.MinSize()
		o.Resize(m)
		o.Move(fyne.NewPos(x, float32(math.Round(float64(size.Height-m.Height)/2))))
		return m.Width
	}
	left, middle, right := objects[:b.left], objects[b.left:b.left+b.middle], objects[b.left+b.middle:]
	x := float32(pad)
	for _, o := range left {
		x += put(o, x) + gap
	}
	w := float32(0)
	for _, o := range middle {
		w += o.MinSize().Width
	}
	m := max(x, (size.Width-w)/2)
	for _, o := range middle {
		m += put(o, m)
	}
	x = size.Width - pad
	for i := len(right) - 1; i >= 0; i-- {
		x -= right[i].MinSize().Width
		put(right[i], x)
		x -= gap
	}
}

// panel is objects on the ground of the window's panels, with a line at one
// edge.
func (w *Window) panel(c fyne.CanvasObject, top bool) fyne.CanvasObject {
	ground := canvas.NewRectangle(rgb(w.look.colors.Panel, 255))
	edge := canvas.NewRectangle(rgb(w.look.colors.Hair2, 255))
	return container.New(edged{top}, ground, edge, c)
}

// edged is a layout: a ground, a line at one edge of it, and what stands on it.
type edged struct{ top bool }

func (edged) MinSize(o []fyne.CanvasObject) fyne.Size { return o[2].MinSize().AddWidthHeight(0, 1) }

func (e edged) Layout(o []fyne.CanvasObject, size fyne.Size) {
	y, at := size.Height-1, float32(0)
	if e.top {
		y, at = 0, 1
	}
	o[0].Resize(size)
	o[1].Resize(fyne.NewSize(size.Width, 1))
	o[1].Move(fyne.NewPos(0, y))
	o[2].Resize(fyne.NewSize(size.Width, size.Height-1))
	o[2].Move(fyne.NewPos(0, at))
}

func (w *Window) buildToolbar() fyne.CanvasObject {
	b := &w.bar
	mark := canvas.NewImageFromResource(fyne.NewStaticResource("mark.svg", w.Mark))
	mark.FillMode = canvas.ImageFillContain
	mark.SetMinSize(fyne.NewSize(24, 24))
	b.name = w.newTool("down", "", "Maps of this file", w.mapMenu)
	b.name.after, b.name.bold = true, true
	b.kind = canvas.NewText("", rgb(w.look.colors.Ink3, 255))
	b.kind.TextSize = 12
	b.pointer = w.commandTool("tool.select")
	b.hand = w.commandTool("tool.hand")
	b.undo, b.redo = w.commandTool("edit.undo"), w.commandTool("edit.redo")
	b.zoom = w.newTool("down", "100 %", "Zoom", w.zoomMenu)
	b.zoom.after = true
	b.send = w.newTool("export", "Export", "Export as PDF, PNG or SVG ("+chordText(exportKeys)+")", w.exportMenu)
	b.send.primary = true
	group := canvas.NewRectangle(rgb(w.look.colors.Sunk, 255))
	group.CornerRadius = 10
	tools := container.NewStack(group, container.NewPadded(container.NewHBox(b.pointer, b.hand)))
	line := canvas.NewRectangle(rgb(w.look.colors.Hair2, 255))
	line.SetMinSize(fyne.NewSize(1, 20))
	line2 := canvas.NewRectangle(rgb(w.look.colors.Hair2, 255))
	line2.SetMinSize(fyne.NewSize(1, 20))
	return w.panel(container.New(bar{3, 1}, mark, b.name, b.kind, tools, b.undo, b.redo, line, b.zoom, line2, b.send), false)
}

// commandTool is a button for a command of the editor.
func (w *Window) commandTool(name string) *tool {
	c := commandNamed(name)
	tip := c.Title
	if len(c.Keys) > 0 {
		tip += " (" + chordText(c.Keys[0]) + ")"
	}
	return w.newTool(c.Icon, "", tip, func() {
		if w.doc != nil {
			w.doc.editor.Do(c)
		}
	})
}

func commandNamed(name string) *editor.Command {
	for i := range editor.Commands {
		if editor.Commands[i].Name == name {
			return &editor.Commands[i]
		}
	}
	panic("window: no command " + name)
}

func (w *Window) refreshToolbar() {
	b := &w.bar
	if w.doc == nil {
		return
	}
	e := w.doc.editor
	m := e.Map()
	b.name.set(m.Title, false, false)
	kind := map[string]string{journey.AsIs: "Current state", journey.ToBe: "Future state"}[m.State]
	if b.kind.Text != kind {
		b.kind.Text = kind
		b.kind.Refresh()
	}
	hand := e.Hand()
	b.hand.set("", hand, false)
	b.pointer.set("", !hand, false)
	b.undo.set("", false, !commandNamed("edit.undo").Can(e))
	b.redo.set("", false, !commandNamed("edit.redo").Can(e))
	if l := fmt.Sprintf("%.0f %%", e.Camera().Zoom*100); l != b.zoom.label {
		b.zoom.set(l, false, false)
	}
}

// mapMenu lists the maps of the file.
func (w *Window) mapMenu() {
	if w.doc == nil {
		return
	}
	var items []*fyne.MenuItem
	for _, m := range w.doc.editor.Doc.Project().Maps() {
		it := fyne.NewMenuItem(m.Title, func() { w.doc.editor.ShowMap(m.ID) })
		it.Checked = m.ID == w.doc.editor.Map().ID
		items = append(items, it)
	}
	w.popUp(w.bar.name, items)
}

// zoomMenu offers zooms.
func (w *Window) zoomMenu() {
	if w.doc == nil {
		return
	}
	e := w.doc.editor
	var items []*fyne.MenuItem
	for _, z := range []float64{0.25, 0.5, 0.75, 1, 1.5, 2, 4} {
		it := fyne.NewMenuItem(fmt.Sprintf("%.0f %%", z*100), func() { e.ZoomTo(z) })
		it.Checked = math.Abs(e.Camera().Zoom-z) < 0.005
		items = append(items, it)
	}
	items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem("Fit map", func() { e.Fit() }))
	w.popUp(w.bar.zoom, items)
}

func (w *Window) popUp(under *tool, items []*fyne.MenuItem) {
	pos := w.app.Driver().AbsolutePositionForObject(under)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), w.win.Canvas(), pos.AddXY(0, toolHeight+4))
}

// icon is an icon in a colour, for Fyne's images.
func (w *Window) icon(name string, c scene.Color, alpha uint8) fyne.Resource {
	svg := fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><path d="%s" fill="none" stroke="#%02X%02X%02X" stroke-opacity="%.2f" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"/></svg>`,
		w.Icons.Data(name), c.R, c.G, c.B, float64(alpha)/255)
	return fyne.NewStaticResource(fmt.Sprintf("%s-%s-%d.svg", name, c, alpha), []byte(svg))
}
