package canvas

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/raster"
)

// pane is a part of the view with tiles of its own.
type pane struct {
	tiles *raster.Tiles
	pool  *raster.Pool
	box   *fyne.Container // the tiles
	clip  *container.Clip // around them, where they are cut off; else nil
	at    fyne.Position   // of box
	drawn *drawings       // that are cut off with them
	over  *fyne.Container // the marks that are
	marks *marks
	shown map[*raster.Tile]*picture
	free  []*canvas.Image
}

// picture is a tile as an object of the window.
type picture struct {
	object *canvas.Image
	image  *image.RGBA // that it shows
	seen   bool
}

func newPane(pool *raster.Pool) *pane {
	p := &pane{tiles: raster.NewTiles(pool), pool: pool, shown: map[*raster.Tile]*picture{}}
	p.box = container.NewWithoutLayout()
	p.drawn = &drawings{box: container.NewWithoutLayout()}
	p.over = container.NewWithoutLayout()
	p.marks = newMarks(p.over)
	return p
}

// show brings the pane's objects up to date. Objects that are in place are not
// touched: each Refresh would upload a texture again.
func (p *pane) show(f *input.Pane, scale float64) {
	if p.clip != nil {
		p.cut(f.Rect)
	}
	p.tiles.Show(f.Scene)
	at := image.Pt(device(f.At.X*f.Zoom, scale), device(f.At.Y*f.Zoom, scale))
	from := image.Pt(device(f.Rect.Min.X, scale), device(f.Rect.Min.Y, scale))
	to := image.Pt(int(math.Ceil(f.Rect.Max.X*scale)), int(math.Ceil(f.Rect.Max.Y*scale)))
	detail := f.Detail
	if detail == 0 {
		detail = f.Zoom
	}
	tiles := p.tiles.View(at, to.Sub(from), f.Zoom*scale, detail)
	for _, s := range p.shown {
		s.seen = false
	}
	changed, wait := false, f.AtOnce && !p.tiles.Whole()
	for _, t := range tiles {
		s := p.shown[t.Tile]
		if s == nil {
			if wait && p.tiles.Under() {
				continue // it comes with the others, over those of the scale before
			}
			s = &picture{object: p.object(t.Image), image: t.Image}
			p.shown[t.Tile] = s
			changed = true
		} else if s.image != t.Image && !wait {
			old := s.image
			s.object.Image, s.image = t.Image, t.Image
			s.object.Refresh()
			p.pool.Recycle(old)
		}
		s.seen = true
		place(s.object, t.Rect.Add(from), scale)
	}
	for t, s := range p.shown {
		if !s.seen {
			delete(p.shown, t)
			s.object.Image = nil
			s.object.Refresh() // or its texture stays for a minute
			p.free = append(p.free, s.object)
			changed = true
		}
	}
	if changed {
		p.box.Objects = p.box.Objects[:0]
		for _, t := range tiles { // in paint order
			if s := p.shown[t.Tile]; s != nil {
				p.box.Objects = append(p.box.Objects, s.object)
			}
		}
		p.box.Move(p.at) // asks for a repaint and uploads nothing
	}
}

// cut has the tiles be seen within a box of the view only.
func (p *pane) cut(r geom.Rect) {
	from, size := fyne.NewPos(float32(r.Min.X), float32(r.Min.Y)), fyne.NewSize(float32(r.W()), float32(r.H()))
	if p.clip.Position() != from {
		p.clip.Move(from)
		p.at = fyne.NewPos(-from.X, -from.Y)
		p.box.Move(p.at)
	}
	if p.clip.Size() != size {
		p.clip.Resize(size)
	}
}

// root is what the window has of the tiles.
func (p *pane) root() fyne.CanvasObject {
	if p.clip != nil {
		return p.clip
	}
	return p.box
}

// object is an image object for a tile's pixels, used before or new.
func (p *pane) object(im *image.RGBA) *canvas.Image {
	if n := len(p.free); n > 0 {
		o := p.free[n-1]
		p.free = p.free[:n-1]
		o.Image = im
		o.Refresh()
		return o
	}
	o := canvas.NewImageFromImage(im)
	o.ScaleMode = canvas.ImageScaleFastest
	o.Refresh() // sets the aspect while nothing shows it; the first paint would upload twice
	return o
}

// place moves and resizes an image to a box of device pixels.
func place(o *canvas.Image, r image.Rectangle, scale float64) {
	px := func(v int) float32 { return float32(float64(v) / scale) }
	if size := fyne.NewSize(px(r.Dx()), px(r.Dy())); o.Size() != size {
		resize(o, size)
	}
	if pos := fyne.NewPos(px(r.Min.X), px(r.Min.Y)); o.Position() != pos {
		o.Move(pos)
	}
}

// resize gives an image another size and keeps its texture, stretched by the
// graphics card. Image.Resize would upload the pixels again each time; textures
// are kept by the object's address, so a detached copy is resized and copied
// back. A test of the window guards that Fyne allows it.
func resize(o *canvas.Image, size fyne.Size) {
	c := *o
	c.Resize(size)
	*o = c
}
