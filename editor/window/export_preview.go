package window

import (
	"context"
	"image"
	"image/color"
	"image/draw"
	"math"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	maps "throughline/canvas/layout"
	"throughline/canvas/raster"
	"throughline/canvas/scene"
)

// exportPreview shows the pages of an export: where a poster is cut and what
// overlaps, or page beside page.
type exportPreview struct {
	*fyne.Container
	x       *exportDialog
	words   *canvas.Text // what there is
	picture *canvas.Image
	numbers *fyne.Container
	inner   *fyne.Container // picture and numbers
	scroll  *container.Scroll
	glue    fyne.CanvasObject
	zoom    int // of previewZooms
}

// previewZooms is how much larger than it fits a preview can be.
var previewZooms = []float64{1, 1.5, 2, 3, 4}

const (
	previewPad   = 40 // around what is shown, where numbers stand
	previewGap   = 28 // between pages
	previewMost  = 60 // pages that are shown
	previewBound = 24 << 20
)

func newExportPreview(x *exportDialog) *exportPreview {
	w, th := x.w, x.w.look.colors
	p := &exportPreview{x: x, words: w.caption(""), numbers: container.NewWithoutLayout()}
	p.words.Alignment = fyne.TextAlignCenter
	p.words.Color = rgb(th.Ink2, 255)
	p.picture = canvas.NewImageFromImage(image.NewRGBA(image.Rect(0, 0, 1, 1)))
	p.picture.FillMode, p.picture.ScaleMode = canvas.ImageFillStretch, canvas.ImageScaleFastest
	p.picture.Hide()
	p.inner = container.New(&pinned{}, p.picture, p.numbers)
	p.scroll = container.NewScroll(p.inner)
	p.glue = w.caption(tr("Striped: pages overlap, glue here"))
	p.glue.Hide()
	by := func(n int) func() {
		return func() {
			if n == 0 {
				p.zoom = 0
			} else {
				p.zoom = min(max(p.zoom+n, 0), len(previewZooms)-1)
			}
			x.again()
		}
	}
	bar := container.NewHBox(p.glue, layout.NewSpacer(), w.newTool("minus", "", tr("Smaller"), by(-1)), w.newTool("", tr("Fit"), "", by(0)), w.newTool("plus", "", tr("Larger"), by(1)))
	p.Container = container.NewStack(box(rgb(th.App, 255), color.Transparent, 8, 0), container.New(inset{12, 8}, container.NewBorder(p.words, bar, nil, nil, p.scroll)))
	return p
}

// pinned is a layout: a picture in the middle and what stands on it.
type pinned struct{ size fyne.Size }

func (l *pinned) MinSize([]fyne.CanvasObject) fyne.Size { return l.size }

func (l *pinned) Layout(o []fyne.CanvasObject, size fyne.Size) {
	at := fyne.NewPos(max(0, (size.Width-l.size.Width)/2), max(0, (size.Height-l.size.Height)/2))
	for _, x := range o {
		x.Move(at)
		x.Resize(l.size)
	}
}

// room is the size of a preview, in pixels.
func (p *exportPreview) room() (w, h float64, dense float32) {
	dense = p.x.w.win.Canvas().Scale()
	size := p.scroll.Size()
	if size.Width < 50 { // it has not been laid out yet
		size = fyne.NewSize(exportWidth-exportForm-80, exportHeight-190)
	}
	z := previewZooms[p.zoom]
	w, h = float64(size.Width*dense)*z-2, float64(size.Height*dense)*z-2
	if n := w * h; n > previewBound {
		w, h = w*math.Sqrt(previewBound/n), h*math.Sqrt(previewBound/n)
	}
	return w, h, dense
}

// numbered is the number of a page and the middle of its sign, in pixels.
type numbered struct {
	n    int
	x, y float64
}

// shot is what a preview shows.
type shot struct {
	image   *image.RGBA
	numbers []numbered
}

// painter paints previews, in the background.
type previewPainter struct {
	ctx      context.Context
	renderer *raster.Renderer
	th       *maps.Theme
	dense    float64
	marks    bool
}

// paint paints pages into a room of pixels.
func (p *previewPainter) paint(pages *maps.Pages, w, h float64) shot {
	if pages.Poster != nil {
		return p.tiles(pages, w, h)
	}
	list := pages.List[:min(len(pages.List), previewMost)]
	wide, high := 0.0, 0.0 // of the largest page, points
	for _, pg := range list {
		wide, high = max(wide, pg.Scene.Size.X*pg.Scale), max(high, pg.Scene.Size.Y*pg.Scale)
	}
	gap, pad := previewGap*p.dense, previewPad/2*p.dense
	columns, k := 1, 0.0
	for c := 1; c <= len(list); c++ {
		rows := (len(list) + c - 1) / c
		if f := min((w-2*pad-gap*float64(c-1))/float64(c)/wide, (h-2*pad-gap*float64(rows))/float64(rows)/high); f > k {
			columns, k = c, f
		}
	}
	if k <= 0 {
		return shot{}
	}
	rows := (len(list) + columns - 1) / columns
	out := p.ground(float64(columns)*wide*k+gap*float64(columns-1)+2*pad, float64(rows)*(high*k+gap)+2*pad)
	for i, pg := range list {
		if p.ctx.Err() != nil {
			return out
		}
		x, y := pad+float64(i%columns)*(wide*k+gap), pad+float64(i/columns)*(high*k+gap)
		im := p.renderer.Image(pg.Scene, k*pg.Scale, scene.FullDetail)
		at := image.Pt(int(x), int(y))
		draw.Draw(out.image, im.Rect.Add(at), im, image.Point{}, draw.Over)
		p.frame(out.image, im.Rect.Add(at))
		if len(pages.List) > 1 {
			out.numbers = append(out.numbers, numbered{i + 1, x + float64(im.Rect.Dx())/2, y + float64(im.Rect.Dy()) + 14*p.dense})
		}
	}
	return out
}

// tiles paints a poster and where it is cut.
func (p *previewPainter) tiles(pages *maps.Pages, w, h float64) shot {
	s, pad := pages.Poster, previewPad*p.dense
	k := min((w-2*pad)/s.Size.X, (h-2*pad)/s.Size.Y)
	if k <= 0 {
		return shot{}
	}
	out := p.ground(s.Size.X*k+2*pad, s.Size.Y*k+2*pad)
	im := p.renderer.Image(s, k, scene.FullDetail)
	at := image.Pt(int(pad), int(pad))
	draw.Draw(out.image, im.Rect.Add(at), im, image.Point{}, draw.Over)
	var parts []image.Rectangle
	whole := image.Rectangle{}
	for _, pg := range pages.List {
		r := image.Rect(int(pg.Part.Min.X*k), int(pg.Part.Min.Y*k), int(math.Ceil(pg.Part.Max.X*k)), int(math.Ceil(pg.Part.Max.Y*k))).Add(at)
		parts, whole = append(parts, r), whole.Union(r)
	}
	for i, a := range parts {
		for _, b := range parts[:i] {
			p.stripes(out.image, a.Intersect(b))
		}
	}
	side := 22 * p.dense
	for i, r := range parts {
		p.frame(out.image, r)
		x, y := float64(r.Min.X+r.Max.X)/2, float64(r.Min.Y+r.Max.Y)/2
		switch left, top := r.Min.X == whole.Min.X, r.Min.Y == whole.Min.Y; {
		case left || r.Max.X == whole.Max.X:
			if x = float64(r.Max.X) + side; left {
				x = float64(r.Min.X) - side
			}
			if y = float64(r.Max.Y) - side*0.6; top {
				y = float64(r.Min.Y) + side*0.6
			}
		case top:
			y = float64(r.Min.Y) - side*0.8
		case r.Max.Y == whole.Max.Y:
			y = float64(r.Max.Y) + side*0.8
		}
		out.numbers = append(out.numbers, numbered{i + 1, x, y})
	}
	if p.marks {
		p.corners(out.image, whole)
	}
	return out
}

// ground is an empty preview.
func (p *previewPainter) ground(w, h float64) shot {
	im := image.NewRGBA(image.Rect(0, 0, int(math.Ceil(w)), int(math.Ceil(h))))
	draw.Draw(im, im.Rect, image.NewUniform(rgb(p.th.App, 255)), image.Point{}, draw.Src)
	return shot{image: im}
}

// fill fills a box with the accent colour.
func (p *previewPainter) fill(im *image.RGBA, r image.Rectangle, c scene.Color) {
	draw.Draw(im, r, image.NewUniform(rgb(c, 255)), image.Point{}, draw.Src)
}

// frame draws the edges of a page.
func (p *previewPainter) frame(im *image.RGBA, r image.Rectangle) {
	n := max(1, int(1.5*p.dense))
	for _, side := range []image.Rectangle{
		{r.Min, image.Pt(r.Max.X, r.Min.Y+n)}, {image.Pt(r.Min.X, r.Max.Y-n), r.Max},
		{r.Min, image.Pt(r.Min.X+n, r.Max.Y)}, {image.Pt(r.Max.X-n, r.Min.Y), r.Max},
	} {
		p.fill(im, side, p.th.Acc)
	}
}

// stripes hatches what overlaps.
func (p *previewPainter) stripes(im *image.RGBA, r image.Rectangle) {
	step, wide := max(4, int(6*p.dense)), max(1, int(p.dense))
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if (x+y)%step < wide {
				im.Set(x, y, rgb(p.th.Acc, 255))
			}
		}
	}
}

// corners draws crop marks at the corners of what is printed.
func (p *previewPainter) corners(im *image.RGBA, r image.Rectangle) {
	long, gap, n := int(8*p.dense), int(4*p.dense), max(1, int(p.dense))
	for _, x := range []int{r.Min.X, r.Max.X - n} {
		p.fill(im, image.Rect(x, r.Min.Y-gap-long, x+n, r.Min.Y-gap), p.th.Ink2)
		p.fill(im, image.Rect(x, r.Max.Y+gap, x+n, r.Max.Y+gap+long), p.th.Ink2)
	}
	for _, y := range []int{r.Min.Y, r.Max.Y - n} {
		p.fill(im, image.Rect(r.Min.X-gap-long, y, r.Min.X-gap, y+n), p.th.Ink2)
		p.fill(im, image.Rect(r.Max.X+gap, y, r.Max.X+gap+long, y+n), p.th.Ink2)
	}
}

// show shows a preview.
func (p *exportPreview) show(s shot, dense float32, words string, tiles bool) {
	th := p.x.w.look.colors
	p.words.Text = words
	p.words.Refresh()
	p.glue.(*canvas.Text).Hidden = !tiles
	p.glue.Refresh()
	p.numbers.Objects = nil
	p.picture.Hidden = s.image == nil
	if s.image != nil {
		p.picture.Image = s.image
		p.inner.Layout.(*pinned).size = fyne.NewSize(float32(s.image.Rect.Dx())/dense, float32(s.image.Rect.Dy())/dense)
		for _, n := range s.numbers {
			t := canvas.NewText(strconv.Itoa(n.n), rgb(th.OnAcc, 255))
			t.TextSize, t.TextStyle.Bold, t.Alignment = 11, true, fyne.TextAlignCenter
			m := t.MinSize()
			size := fyne.NewSize(max(24, m.Width+12), 18)
			badge := container.NewStack(box(rgb(th.Acc, 255), color.Transparent, 5, 0), t)
			badge.Resize(size)
			badge.Move(fyne.NewPos(float32(n.x)/dense-size.Width/2, float32(n.y)/dense-size.Height/2))
			p.numbers.Add(badge)
		}
	}
	p.picture.Refresh()
	p.inner.Refresh()
	p.scroll.Refresh()
}
