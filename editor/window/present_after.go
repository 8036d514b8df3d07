package window

import (
	"fmt"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"throughline/canvas/layout"
	"throughline/editor"
)

const (
	saidWide, saidHigh = 440, 360 // of the list, at most
	saidEdge, saidFace = 8, 24
	saidOver           = 8 // by which the line below a name comes up into its padding
)

// showGathered lists what rooms have said of the map: what it was said of, with
// the face of the votes, and how much of it. A click shows the place.
func (w *Window) showGathered() {
	if w.doc == nil {
		return
	}
	e, all := w.doc.editor, w.doc.editor.Gathered()
	var d *dialog
	done := w.button("Close", true, func() { d.close() })
	if len(all) == 0 {
		d = w.ask("What the room said", fyne.NewSize(saidWide+40, 0), wrapped("Nobody has voted or had an idea yet."), nil, done)
		return
	}
	item := saidItem{w}
	list := widget.NewList(func() int { return len(all) }, item.make, func(i int, o fyne.CanvasObject) { item.show(o, all[i], e.StageTitle(all[i].On)) })
	high := float32(0)
	for i, g := range all {
		o := item.make()
		item.show(o, g, e.StageTitle(g.On))
		h := item.high(o.(*fyne.Container).Objects, saidWide)
		list.SetItemHeight(i, h)
		high += h + theme.Padding()
	}
	list.OnSelected = func(i widget.ListItemID) {
		d.close()
		e.GoTo(all[i].On)
	}
	room := canvas.NewRectangle(color.Transparent)
	room.SetMinSize(fyne.NewSize(saidWide, min(high, saidHigh)))
	d = w.ask("What the room said", fyne.NewSize(saidWide+40, 0), container.NewStack(room, list), nil, done)
	w.win.Canvas().Focus(list)
}

// saidItem is how a line of the list is laid out: a face or a bulb, what it is
// about, and below that what was said, with the stage at its end.
type saidItem struct{ w *Window }

func (s saidItem) make() fyne.CanvasObject {
	im := canvas.NewImageFromResource(nil)
	im.FillMode = canvas.ImageFillContain
	name := widget.NewLabelWithStyle("", fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	name.Wrapping = fyne.TextWrapWord
	stage := widget.NewLabelWithStyle("", fyne.TextAlignTrailing, fyne.TextStyle{})
	stage.Truncation = fyne.TextTruncateEllipsis
	return container.New(s, im, name, widget.NewLabel(""), stage)
}

func (s saidItem) show(o fyne.CanvasObject, g editor.Gathered, stage string) {
	all := o.(*fyne.Container).Objects
	th, im := s.w.look.colors, all[0].(*canvas.Image)
	im.Resource = s.w.icon("bulb", th.Opp, 255)
	if g.Votes > 0 {
		i := int(math.Round(g.Mean)) + 2
		im.Resource = fyne.NewStaticResource(fmt.Sprintf("face-%d-%s.svg", i, th.Name), []byte(layout.FaceSVG(i, th)))
	}
	im.Refresh()
	if stage == g.Name {
		stage = ""
	}
	all[1].(*widget.Label).SetText(g.Name)
	all[2].(*widget.Label).SetText(tr(gatheredText(g)))
	all[3].(*widget.Label).SetText(stage)
}

// high is how high a line is.
func (s saidItem) high(o []fyne.CanvasObject, width float32) float32 {
	o[1].Resize(fyne.NewSize(width-3*saidEdge-saidFace, 0))
	return o[1].MinSize().Height + o[2].MinSize().Height - saidOver
}

// MinSize is part of Fyne's layout interface.
func (s saidItem) MinSize(o []fyne.CanvasObject) fyne.Size { return fyne.NewSize(saidFace, 48) }

// Layout is part of Fyne's layout interface.
func (s saidItem) Layout(o []fyne.CanvasObject, size fyne.Size) {
	x := float32(2*saidEdge + saidFace)
	width := size.Width - x - saidEdge
	o[1].Resize(fyne.NewSize(width, 0))
	h := o[1].MinSize().Height
	o[1].Resize(fyne.NewSize(width, h))
	o[1].Move(fyne.NewPos(x, 0))
	m := o[2].MinSize()
	o[2].Resize(m)
	o[2].Move(fyne.NewPos(x, h-saidOver))
	o[3].Resize(fyne.NewSize(max(0, width-m.Width), m.Height))
	o[3].Move(fyne.NewPos(x+m.Width, h-saidOver))
	o[0].Resize(fyne.NewSquareSize(saidFace))
	o[0].Move(fyne.NewPos(saidEdge, (size.Height-saidFace)/2))
}

// gatheredText is what was said of one row, in words.
func gatheredText(g editor.Gathered) string {
	switch {
	case g.Votes == 0 && g.Ideas == 1:
		return "1 idea"
	case g.Votes == 0:
		return fmt.Sprintf("%d ideas", g.Ideas)
	case g.Ideas == 0 && g.Votes == 1:
		return fmt.Sprintf("1 vote, %.1f of 5", g.Mean+3)
	case g.Ideas == 0:
		return fmt.Sprintf("%d votes, %.1f of 5 on average", g.Votes, g.Mean+3)
	case g.Votes == 1 && g.Ideas == 1:
		return fmt.Sprintf("1 vote, %.1f of 5, and 1 idea", g.Mean+3)
	case g.Ideas == 1:
		return fmt.Sprintf("%d votes, %.1f of 5 on average, and 1 idea", g.Votes, g.Mean+3)
	case g.Votes == 1:
		return fmt.Sprintf("1 vote, %.1f of 5, and %d ideas", g.Mean+3, g.Ideas)
	}
	return fmt.Sprintf("%d votes, %.1f of 5 on average, and %d ideas", g.Votes, g.Mean+3, g.Ideas)
}
