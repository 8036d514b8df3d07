package window

import (
	"bytes"
	"fmt"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"throughline/canvas/layout"
	slides "throughline/canvas/layout/slide"
	"throughline/canvas/scene"
	"throughline/editor"
	"throughline/journey"
)

// toolbar is the bar under the menu.
type toolbar struct {
	name                         *tool
	kind                         *canvas.Text
	tools                        []*tool // in hand one after the other
	undo, redo, zoom, find, send *tool
	present                      *tool
}

// toolNames are the commands of the tools, in the order of the bar.
var toolNames = []string{"tool.select", "tool.card", "tool.note", "tool.connector", "tool.hand"}

func (w *Window) buildToolbar() fyne.CanvasObject {
	b := &w.bar
	mark := w.newTool("", "", "Start screen", func() { w.showStart("") })
	mark.picture = w.mark()
	b.name = w.newTool("down", "", "Maps of this file", w.mapMenu)
	b.name.after, b.name.bold = true, true
	b.kind = canvas.NewText("", rgb(w.look.colors.Ink3, 255))
	b.kind.TextSize = 12
	b.tools = nil
	group := container.NewHBox()
	for _, name := range toolNames {
		t := w.commandTool(name)
		b.tools = append(b.tools, t)
		group.Add(t)
	}
	b.undo, b.redo = w.commandTool("edit.undo"), w.commandTool("edit.redo")
	b.zoom = w.newTool("down", "100 %", "Zoom", w.zoomMenu)
	b.zoom.after = true
	b.find = w.windowTool("edit.find", "search")
	b.find.keeps = true
	b.send = w.newTool("export", "Export", tr("Export as PDF, PNG or SVG")+" ("+chordText(exportKeys[0])+")", w.exportDialog)
	b.send.primary = true
	b.present = w.newTool("play", "Present", tr("Present the map to a room")+" (F5)", func() { w.Present(slides.Stages, "") })
	b.present.edge = true
	ground := canvas.NewRectangle(rgb(w.look.colors.Sunk, 255))
	ground.CornerRadius = 10
	tools := container.NewStack(ground, container.NewPadded(group))
	line := canvas.NewRectangle(rgb(w.look.colors.Hair2, 255))
	line.SetMinSize(fyne.NewSize(1, 20))
	line2 := canvas.NewRectangle(rgb(w.look.colors.Hair2, 255))
	line2.SetMinSize(fyne.NewSize(1, 20))
	return w.panel(container.New(bar{left: 3, middle: 1, yield: []int{2, 8, 3, 6, 4, 5, 9, 10, 7, 0}, name: b.name},
		mark, b.name, b.kind, tools, b.undo, b.redo, line, b.zoom, b.find, line2, b.present, b.send), false)
}

// mark is the program's sign in the colours of the theme.
func (w *Window) mark() fyne.Resource { return w.markIn(w.look.colors) }

// markIn is the program's sign in the colours of a theme.
func (w *Window) markIn(th *layout.Theme) fyne.Resource {
	hex := func(c scene.Color) []byte { return fmt.Appendf(nil, "#%02X%02X%02X", c.R, c.G, c.B) }
	svg := bytes.ReplaceAll(w.Mark, hex(layout.Light.OnAcc), hex(th.OnAcc))
	svg = bytes.ReplaceAll(svg, hex(layout.Light.Acc), hex(th.Acc))
	return fyne.NewStaticResource("mark-"+th.Name+".svg", svg)
}

// commandTool is a button for a command of the editor.
func (w *Window) commandTool(name string) *tool {
	c := commandNamed(name)
	tip := tr(c.Title)
	if len(c.Keys) > 0 {
		tip += " (" + chordText(c.Keys[0]) + ")"
	}
	return w.newTool(c.Icon, "", tip, func() { w.runEditor(c) })
}

// windowTool is a button for a command of the window.
func (w *Window) windowTool(name, icon string) *tool {
	for _, c := range w.commands {
		if c.name == name {
			return w.newTool(icon, "", tr(c.title)+" ("+chordText(c.keys[0])+")", c.run)
		}
	}
	panic("window: no command " + name)
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
	b.send.set(tr("Export"), false, w.doc == nil)
	if b.name.Hidden != (w.doc == nil) {
		b.name.Hidden = w.doc == nil
		b.name.Refresh()
	}
	if w.doc == nil {
		for _, t := range append([]*tool{b.undo, b.redo, b.zoom, b.find}, b.tools...) {
			t.set(t.label, false, true)
		}
		return
	}
	e := w.doc.editor
	m := e.Map()
	b.name.set(m.Title, false, false)
	kind := map[string]string{journey.AsIs: "Current state", journey.ToBe: "Future state"}[m.State]
	switch loop := m.Layout == journey.Loop; {
	case e.Sheet().Looped():
		kind = "Loop"
	case loop:
		kind = fmt.Sprintf("In rows: a loop has %d to %d stages", layout.LeastLoop, layout.MostLoop)
	}
	kind = tr(kind)
	if b.kind.Text != kind {
		b.kind.Text = kind
		b.kind.Refresh()
	}
	for i, t := range b.tools {
		t.set("", e.InHand() == toolNames[i], !commandNamed(toolNames[i]).Can(e))
	}
	b.find.set("", false, false)
	b.undo.set("", false, !commandNamed("edit.undo").Can(e))
	b.redo.set("", false, !commandNamed("edit.redo").Can(e))
	b.zoom.set(fmt.Sprintf("%.0f %%", e.Camera().Zoom*100), false, false)
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
	items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(tr("Fit map"), func() { e.Fit() }))
	w.popUp(w.bar.zoom, items)
}

func (w *Window) popUp(under *tool, items []*fyne.MenuItem) {
	pos := w.app.Driver().AbsolutePositionForObject(under)
	w.showMenu(items, pos.AddXY(0, toolHeight+4))
}

// icon is an icon in a colour, for Fyne's images.
func (w *Window) icon(name string, c scene.Color, alpha uint8) fyne.Resource {
	k := iconLook{name, c, alpha}
	r := w.icons[k]
	if r == nil {
		r = fyne.NewStaticResource(fmt.Sprintf("%s-%s-%d.svg", name, c, alpha), []byte(w.Icons.SVG(name, c, float64(alpha)/255)))
		w.icons[k] = r
	}
	return r
}

// iconLook is an icon as it is drawn.
type iconLook struct {
	name  string
	color scene.Color
	alpha uint8
}
