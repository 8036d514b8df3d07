package window

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// bar is a layout: objects from the left, in the middle and from the right,
// each at its least size. Where there is no room for all, those named in yield
// are hidden, one after the other, and at last the name is cut.
type bar struct {
	left, middle int
	yield        []int
	name         *tool
}

const (
	barHeight      = 48
	barPad, barGap = 12, 8
	markPad        = 9 // before the sign, whose button has room of its own
	leastName      = 96
	mostName       = 420
)

func (b bar) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, barHeight) }

func (b bar) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	b.makeRoom(objects, size.Width)
	put := func(o fyne.CanvasObject, x float32) float32 {
		m := o.MinSize()
		o.Resize(m)
		o.Move(fyne.NewPos(x, float32(math.Round(float64(size.Height-m.Height)/2))))
		return m.Width
	}
	left, middle, right := objects[:b.left], objects[b.left:b.left+b.middle], objects[b.left+b.middle:]
	x := float32(markPad)
	for i, o := range left {
		if o.Visible() {
			x += put(o, x)
			if i > 0 {
				x += barGap
			}
		}
	}
	w := float32(0)
	for _, o := range middle {
		w += o.MinSize().Width
	}
	m := max(x, float32(math.Round(float64(size.Width-w)/2)))
	for _, o := range middle {
		m += put(o, m)
	}
	x = size.Width - barPad
	for i := len(right) - 1; i >= 0; i-- {
		if right[i].Visible() {
			x -= right[i].MinSize().Width
			put(right[i], x)
			x -= barGap
		}
	}
}

// makeRoom hides what the bar has no room for, and shows it again.
func (b bar) makeRoom(objects []fyne.CanvasObject, width float32) {
	need := float32(2*barPad-barGap) + b.name.widthAt(mostName) - b.name.MinSize().Width
	for _, o := range objects {
		need += o.MinSize().Width + barGap
	}
	for _, i := range b.yield {
		o := objects[i]
		tight := need > width
		if i == b.left { // in the middle, with as much room on both sides
			tight = tight || (width-o.MinSize().Width)/2 < b.end(objects)
		}
		if tight {
			need -= o.MinSize().Width + barGap
		}
		if o.Visible() == tight {
			if tight {
				o.Hide()
			} else {
				o.Show()
			}
		}
	}
	most := float32(mostName)
	if need > width {
		most = max(leastName, b.name.widthAt(mostName)+width-need)
	}
	b.name.cut(most)
}

// end is where the objects on the left end.
func (b bar) end(objects []fyne.CanvasObject) float32 {
	x := float32(barPad)
	for _, o := range objects[:b.left] {
		if o.Visible() {
			x += o.MinSize().Width + barGap
		}
	}
	return x
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
