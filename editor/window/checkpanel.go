package window

import (
	"fmt"
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"throughline/canvas/layout"
	"throughline/journey"
)

// checkPanel lists what is unfinished in the map, over its lower right corner.
// A click on a line shows the place; the panel stays until it is closed.
type checkPanel struct {
	w     *Window
	layer *fyne.Container // holds the panel while it is open
	doc   *document       // that was checked
	found []journey.Finding
	list  *checkList
	high  float32 // of all that was found
}

// checkList is what was found. It hears of Enter and of Esc.
type checkList struct {
	widget.List
	c *checkPanel
}

// TypedKey is part of Fyne's interface.
func (l *checkList) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		l.c.close()
	case fyne.KeyReturn, fyne.KeyEnter:
		l.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	default:
		l.List.TypedKey(k)
	}
}

func newCheckPanel(w *Window) *checkPanel {
	return &checkPanel{w: w, layer: container.New(bottomRight{w})}
}

// open checks the map that is shown, in the background.
func (c *checkPanel) open() {
	w, doc := c.w, c.w.doc
	if doc == nil {
		return
	}
	doc.editor.Settle()
	p, mp, today := doc.editor.Doc.Project(), doc.editor.Map().ID, w.Now().Format(time.DateOnly)
	w.task("Checking the map", func(task *progress) error {
		found := append(journey.Check(p, mp, today), layout.CheckFonts(w.Fonts, p, mp)...)
		fyne.Do(func() {
			if doc == w.doc {
				c.doc, c.found = doc, found
				c.build()
			}
		})
		task.after = func() {
			if c.doc == doc && w.win.Canvas().Overlays().Top() == nil {
				w.win.Canvas().Focus(c.list)
			}
		}
		return nil
	})
}

const (
	checkWidth  = 380
	checkHeight = 300 // at most
	checkHead   = toolHeight + 2*8 + 8
)

func (c *checkPanel) build() {
	w, th := c.w, c.w.look.colors
	words := fmt.Sprintf("%d things are unfinished", len(c.found))
	switch len(c.found) {
	case 0:
		words = "Nothing is unfinished"
	case 1:
		words = "1 thing is unfinished"
	}
	head := canvas.NewText(tr(words), rgb(th.Ink, 255))
	head.TextStyle.Bold = true
	again := w.newTool("redo", "", "Check again", c.open)
	shut := w.newTool("close", "", "Close", c.close)
	c.list, c.high = &checkList{c: c}, 0
	c.list.Length = func() int { return len(c.found) }
	c.list.CreateItem = func() fyne.CanvasObject { return wrapped("") }
	c.list.UpdateItem = func(i int, o fyne.CanvasObject) { o.(*widget.Label).SetText(tr(c.found[i].Text)) }
	c.list.ExtendBaseWidget(c.list)
	for i := range c.found {
		l := wrapped(tr(c.found[i].Text))
		l.Resize(fyne.NewSize(checkWidth-2*10-4, 0))
		c.list.SetItemHeight(i, l.MinSize().Height)
		c.high += l.MinSize().Height + theme.Padding()
	}
	c.list.OnSelected = c.goTo
	ground := canvas.NewRectangle(rgb(th.Panel, 255))
	ground.CornerRadius = 10
	ground.StrokeColor, ground.StrokeWidth = rgb(th.Hair2, 255), 1
	ground.Shadow = canvas.Shadow{Color: color.NRGBA{A: 40}, BlurRadius: 12, Offset: fyne.NewPos(0, 2)}
	top := container.NewBorder(nil, nil, container.New(inset{6, 6}, head), container.NewHBox(again, shut))
	c.layer.Objects = []fyne.CanvasObject{container.NewStack(ground, container.New(inset{10, 8}, container.NewBorder(top, nil, nil, nil, c.list)))}
	c.layer.Refresh()
}

// goTo shows the place of a finding.
func (c *checkPanel) goTo(i widget.ListItemID) {
	if c.doc == c.w.doc && i < len(c.found) {
		c.doc.editor.GoTo(c.found[i].At)
	}
	c.list.UnselectAll()
}

func (c *checkPanel) close() {
	c.layer.Objects, c.found, c.doc = nil, nil, nil
	c.layer.Refresh()
	c.w.focusMap()
}

// follow closes the panel when another file has come.
func (c *checkPanel) follow() {
	if c.doc != nil && c.doc != c.w.doc {
		c.close()
	}
}

// bottomRight is a layout: one object over the map's lower right corner.
type bottomRight struct{ w *Window }

func (bottomRight) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (b bottomRight) Layout(o []fyne.CanvasObject, _ fyne.Size) {
	for _, x := range o {
		place := b.w.place
		size := fyne.NewSize(min(checkWidth, place.Size().Width-16), min(checkHead+b.w.check.high, checkHeight, place.Size().Height-16))
		x.Resize(size)
		x.Move(place.Position().AddXY(place.Size().Width-size.Width-12, place.Size().Height-size.Height-12))
	}
}
