package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"throughline/canvas/layout"
	"throughline/editor"
	"throughline/journey"
)

// library is what can be dragged onto the map: icons, which become cards, and
// kinds of lane. A click adds where the keyboard is, or below all lanes.
type library struct {
	w     *Window
	find  *entry
	icons []*offer
	lanes []*offer
	grid  *fyne.Container
	list  *fyne.Container
	none  *canvas.Text
	root  fyne.CanvasObject
}

func newLibrary(w *Window) *library {
	l := &library{w: w, find: w.entry()}
	l.find.Icon = w.icon("search", w.look.colors.Ink3, 255)
	l.find.SetPlaceHolder(tr("Find an icon or lane"))
	l.find.OnChanged = l.filter
	for _, t := range layout.TouchpointIcons {
		l.icons = append(l.icons, newOffer(w, editor.Offered{Icon: t.Name, Title: tr(t.Title)}, t.Name, tr(t.Title), false))
	}
	for _, k := range journey.LaneKinds {
		l.lanes = append(l.lanes, newOffer(w, editor.Offered{Lane: k.Kind}, k.Icon, tr(k.Title), true))
	}
	l.grid, l.list = container.New(offerGrid{}), container.New(offerList{})
	l.none = canvas.NewText(tr("Nothing is called that."), rgb(w.look.colors.Ink3, 255))
	l.none.TextSize = 12
	l.filter("")
	things := container.New(pile{}, l.head("Touchpoints", 0), l.grid, l.head("Lanes", 12), l.list, container.New(inset{16, 8}, l.none))
	l.root = container.New(libraryLayout{}, l.find, container.NewVScroll(things))
	return l
}

// head is the name of a part.
func (l *library) head(name string, above float32) fyne.CanvasObject {
	t := canvas.NewText(tr(name), rgb(l.w.look.colors.Ink3, 255))
	t.TextSize, t.TextStyle.Bold = 12, true
	return container.New(libraryHead{above}, t)
}

// filter shows what has the words in its name.
func (l *library) filter(words string) {
	words = strings.ToLower(strings.TrimSpace(words))
	take := func(box *fyne.Container, all []*offer) int {
		box.Objects = nil
		for _, o := range all {
			if strings.Contains(strings.ToLower(o.title), words) || strings.Contains(o.icon, words) {
				box.Objects = append(box.Objects, o)
			}
		}
		box.Refresh()
		return len(box.Objects)
	}
	found := take(l.grid, l.icons) + take(l.list, l.lanes)
	l.none.Hidden = found > 0
	l.none.Refresh()
}

// The measures of the library.
const (
	offerSize, offerGap = 32, 7
	offerInset          = 10
)

// offerGrid is a layout: tiles of icons, as many side by side as there is room
// for.
type offerGrid struct{}

func (offerGrid) across(width float32) int {
	return max(2, int((width-2*offerInset+offerGap+1)/(offerSize+offerGap)))
}

func (g offerGrid) height(n int, width float32) float32 {
	rows := (n + g.across(width) - 1) / g.across(width)
	return max(0, float32(rows)*(offerSize+offerGap)-offerGap)
}

func (offerGrid) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (g offerGrid) Layout(o []fyne.CanvasObject, size fyne.Size) {
	n := g.across(size.Width)
	apart := (size.Width - 2*offerInset - offerSize) / float32(n-1)
	for i, x := range o {
		x.Resize(fyne.NewSize(offerSize, offerSize))
		x.Move(fyne.NewPos(offerInset+float32(i%n)*apart, float32(i/n)*(offerSize+offerGap)))
	}
}

// offerList is a layout: kinds of lane, one below the other.
type offerList struct{}

func (offerList) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (offerList) Layout(o []fyne.CanvasObject, size fyne.Size) {
	for i, x := range o {
		x.Resize(fyne.NewSize(size.Width-2*lineInset, lineHeight))
		x.Move(fyne.NewPos(lineInset, float32(i)*lineHeight))
	}
}

// libraryHead is a layout: a name with room above and around it.
type libraryHead struct{ above float32 }

func (h libraryHead) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, headHeight+h.above)
}

func (h libraryHead) Layout(o []fyne.CanvasObject, _ fyne.Size) {
	m := o[0].MinSize()
	o[0].Resize(m)
	o[0].Move(fyne.NewPos(lineInset+linePad, h.above+(headHeight-m.Height)/2))
}

// pile is a layout: the parts of the library below each other, at the width
// that there is.
type pile struct{}

// pileWidth is the width of the left panel for which its least height is said;
// it is never narrower.
const pileWidth = 176

func (pile) heights(o []fyne.CanvasObject, width float32) []float32 {
	grid, list := o[1].(*fyne.Container), o[3].(*fyne.Container)
	return []float32{o[0].MinSize().Height, offerGrid{}.height(len(grid.Objects), width), o[2].MinSize().Height, float32(len(list.Objects)) * lineHeight, o[4].MinSize().Height}
}

func (p pile) MinSize(o []fyne.CanvasObject) fyne.Size {
	all := float32(0)
	for _, h := range p.heights(o, pileWidth) {
		all += h
	}
	return fyne.NewSize(0, all)
}

func (p pile) Layout(o []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for i, h := range p.heights(o, size.Width) {
		o[i].Move(fyne.NewPos(0, y))
		o[i].Resize(fyne.NewSize(size.Width, h))
		y += h
	}
}

// libraryLayout is a layout: a field to find something above what is found.
type libraryLayout struct{}

func (libraryLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (libraryLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const pad = 8
	h := o[0].MinSize().Height
	o[0].Move(fyne.NewPos(pad, 4))
	o[0].Resize(fyne.NewSize(size.Width-2*pad, h))
	o[1].Move(fyne.NewPos(0, h+8))
	o[1].Resize(fyne.NewSize(size.Width, max(0, size.Height-h-8)))
}
