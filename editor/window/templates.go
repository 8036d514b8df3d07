package window

import (
	"image"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"throughline/canvas/layout"
	"throughline/storage/importer"
)

// blankTemplate is the template of a map with nothing in it.
const blankTemplate = "blank"

// The sizes of a template's tile.
const (
	tileWidth, tileHeight = 268, 196
	tilePicture           = 128
	tileGap               = 12
)

// offeredAs is what a template is called, and what is said about it.
func offeredAs(t importer.Template) (title, about string) {
	title, about = t.Title, t.Subtitle
	if t.Name == blankTemplate {
		title, about = tr("Blank map"), tr("Three stages and four lanes, nothing else.")
	}
	return title, strings.TrimSuffix(about, ".")
}

// templateDialog offers every template with a picture of it.
func (w *Window) templateDialog() {
	list, err := w.templates()
	if err != nil {
		w.note(Explain(err, "the templates"), "", nil)
		return
	}
	var d *dialog
	grid := container.New(tiles{})
	var all []*tile
	for _, t := range list {
		title, about := offeredAs(t)
		x := newTile(w, title, about, tilePicture, func() {
			d.close()
			w.NewFrom(t.Name)
		})
		all = append(all, x)
		grid.Add(x)
	}
	d = w.ask("New from a template", fyne.NewSize(3*tileWidth+2*tileGap+2*16, 3*tileHeight+2*tileGap+112), container.NewVScroll(grid), nil, w.button("Cancel", false, w.escape))
	w.win.Canvas().Focus(all[0])
	options := layout.Options{Fonts: w.Fonts, Icons: w.Icons, Theme: w.look.colors}
	dense := float64(w.win.Canvas().Scale())
	go func() {
		for i, t := range list {
			r, err := w.template(t.Name)
			if err != nil {
				continue // it was there a moment ago
			}
			s, k := layout.Thumbnail(options, r.Project, r.Project.Maps()[0].ID, tileWidth-4, tilePicture)
			im := w.Renderer.Image(s, k*dense, layout.ThumbnailDetail)
			fyne.Do(func() { all[i].show(im) })
		}
	}()
}

// tiles is a layout: tiles of one size, as many side by side as there is room
// for.
type tiles struct{}

func (tiles) MinSize(o []fyne.CanvasObject) fyne.Size {
	rows := float32((len(o) + 2) / 3)
	return fyne.NewSize(tileWidth, rows*(tileHeight+tileGap)-tileGap)
}

func (tiles) Layout(o []fyne.CanvasObject, size fyne.Size) {
	across := max(1, int((size.Width+tileGap)/(tileWidth+tileGap)))
	for i, x := range o {
		x.Resize(fyne.NewSize(tileWidth, tileHeight))
		x.Move(fyne.NewPos(float32(i%across)*(tileWidth+tileGap), float32(i/across)*(tileHeight+tileGap)))
	}
}

// tile is a template to choose: its picture over its title and a line about it.
type tile struct {
	widget.BaseWidget
	w       *Window
	title   string
	drawn   *canvas.Image // the title, in letters that Fyne may not have
	about   string
	note    [2]*canvas.Text  // what it says about it
	menu    []*fyne.MenuItem // of a click with the other button
	run     func()
	edge    *canvas.Rectangle
	picture *canvas.Image
	content fyne.CanvasObject
	over    bool // the pointer
	focus   bool
}

func newTile(w *Window, title, about string, picture float32, run func()) *tile {
	th := w.look.colors
	t := &tile{w: w, run: run, title: title, edge: canvas.NewRectangle(rgb(th.Map, 255)), picture: canvas.NewImageFromImage(image.NewRGBA(image.Rect(0, 0, 1, 1)))}
	t.edge.CornerRadius = 10
	t.picture.FillMode, t.picture.CornerRadius = canvas.ImageFillContain, 8
	line := canvas.NewRectangle(rgb(th.Hair, 255))
	line.SetMinSize(fyne.NewSize(0, 1))
	head := canvas.NewText(title, rgb(th.Ink, 255))
	head.TextSize, head.TextStyle.Bold = 13, true
	for i := range t.note {
		t.note[i] = canvas.NewText("", rgb(th.Ink3, 255))
		t.note[i].TextSize = 12
	}
	t.about = about
	t.drawn = canvas.NewImageFromImage(nil)
	t.drawn.Hide()
	t.content = container.NewStack(t.edge, container.New(tileLayout{t, picture}, t.picture, line, head, t.note[0], t.note[1], t.drawn))
	t.ExtendBaseWidget(t)
	t.mark()
	return t
}

// tileLayout is a layout: a picture, a line below it, a title and some words.
type tileLayout struct {
	*tile
	picture float32
}

func (tileLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(tileWidth, tileHeight) }

func (l tileLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	place := func(i int, x, y, w, h float32) {
		o[i].Move(fyne.NewPos(x, y))
		o[i].Resize(fyne.NewSize(w, h))
	}
	place(0, 2, 2, size.Width-4, l.picture)
	place(1, 2, l.picture+2, size.Width-4, 1)
	head := o[2].(*canvas.Text)
	if l.drawn.Hidden = !l.w.foreign(l.title); !l.drawn.Hidden {
		l.w.drawLine(l.drawn, l.title, head.TextSize, size.Width-28, true, l.w.look.colors.Ink)
		l.drawn.Move(fyne.NewPos(14, l.picture+11))
		head.Hidden = true
	}
	head.Text = shorten(l.title, size.Width-28, func(s string) float32 { return fyne.MeasureText(s, head.TextSize, head.TextStyle).Width })
	place(2, 14, l.picture+11, size.Width-28, 18)
	lines := wrap(l.about, 12, size.Width-28)
	if len(lines) > len(l.note) {
		lines[1] = strings.Join(lines[1:], " ")
	}
	for i, t := range l.note {
		t.Text = ""
		if i < len(lines) {
			t.Text = shorten(lines[i], size.Width-28, func(s string) float32 { return fyne.MeasureText(s, t.TextSize, t.TextStyle).Width })
		}
		place(3+i, 14, l.picture+29+15*float32(i), size.Width-28, 16)
	}
}

// show puts the picture in.
func (t *tile) show(im image.Image) {
	t.picture.Image = im
	t.picture.Refresh()
}

// say writes other words below the title.
func (t *tile) say(about string) {
	t.about = about
	t.content.Refresh()
}

// TappedSecondary is part of Fyne's interface.
func (t *tile) TappedSecondary(e *fyne.PointEvent) {
	if len(t.menu) > 0 {
		t.w.showMenu(t.menu, e.AbsolutePosition)
	}
}

// mark shows whether the pointer or the keyboard is on the tile.
func (t *tile) mark() {
	th := t.w.look.colors
	t.edge.StrokeColor, t.edge.StrokeWidth = rgb(th.Hair2, 255), 1
	switch {
	case t.focus:
		t.edge.StrokeColor, t.edge.StrokeWidth = rgb(th.Acc, 255), 2
	case t.over:
		t.edge.StrokeColor = rgb(th.HoverEdge, 255)
	}
	t.edge.Refresh()
}

// CreateRenderer is part of Fyne's widget interface.
func (t *tile) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.content) }

// Tapped is part of Fyne's interface.
func (t *tile) Tapped(*fyne.PointEvent) { t.run() }

// MouseIn is part of Fyne's desktop interface.
func (t *tile) MouseIn(*desktop.MouseEvent) { t.over = true; t.mark() }

// MouseMoved is part of Fyne's desktop interface.
func (t *tile) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is part of Fyne's desktop interface.
func (t *tile) MouseOut() { t.over = false; t.mark() }

// FocusGained is part of Fyne's interface.
func (t *tile) FocusGained() {
	t.focus = true
	t.mark()
	if t.w.start != nil {
		t.w.start.reveal(t)
	}
}

// FocusLost is part of Fyne's interface.
func (t *tile) FocusLost() { t.focus = false; t.mark() }

// TypedRune is part of Fyne's interface.
func (t *tile) TypedRune(rune) {}

// TypedKey is part of Fyne's interface.
func (t *tile) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		t.run()
	case fyne.KeyEscape:
		t.w.escape()
	case fyne.KeyDelete:
		if len(t.menu) > 0 {
			t.menu[0].Action()
		}
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown:
		if t.w.start != nil {
			t.w.start.walk(t, k.Name)
		}
	}
}

// AccessibilityLabel is part of Fyne's interface.
func (t *tile) AccessibilityLabel() string { return t.title }

// AccessibilityRole is part of Fyne's interface.
func (t *tile) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
