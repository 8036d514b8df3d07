package raster

import (
	"image"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
)

// pieceSize is the side of the pieces in which pictures are scaled and kept,
// counted from the picture's own top left: a picture of any size costs what is
// seen of it.
const pieceSize = 256

// piece is a part of a scaled picture at its place in the scene.
type piece struct {
	rect image.Rectangle
	pix  []byte // premultiplied
}

// row is n pixels from (x, y) on.
func (m *piece) row(x, y, n int) []byte {
	o := ((y-m.rect.Min.Y)*m.rect.Dx() + x - m.rect.Min.X) * 4
	return m.pix[o : o+4*n]
}

// Picture draws a picture on whole pixels, at least one in each direction.
func (p *painter) Picture(o *scene.Picture, t geom.Transform) {
	d := p.device(t)
	b := deviceBox(&geom.RoundBox{Rect: o.Rect, R: o.R}, d)
	if p.hidden(b.rect().Grow(1)) || b.empty() || o.Image.W <= 0 || o.Image.H <= 0 || len(o.Image.Pix) < 4*o.Image.W*o.Image.H {
		return
	}
	b.x0, b.y0 = whole(b.x0), whole(b.y0)
	b.x1, b.y1 = max(whole(b.x1), b.x0+1), max(whole(b.y1), b.y0+1)
	b = b.fit()
	all := b.pixels()
	p.pieces(b, 255, func(r image.Rectangle) []byte {
		return p.r.pictures.piece(o.Image, all.Dx(), all.Dy(), r)
	})
}

// pieces paints a picture into a box of whole pixels. scaled is the part r of
// it, counted from the box's top left.
func (p *painter) pieces(b box, alpha uint8, scaled func(r image.Rectangle) []byte) {
	all := b.pixels()
	around := p.clip.rect
	seen := all.Intersect(around)
	p.ink = ink{alpha: alpha, image: &p.piece, ramp: p.ink.ramp}
	for y := all.Min.Y + floorTo(seen.Min.Y-all.Min.Y, pieceSize); y < seen.Max.Y; y += pieceSize {
		for x := all.Min.X + floorTo(seen.Min.X-all.Min.X, pieceSize); x < seen.Max.X; x += pieceSize {
			r := image.Rect(x, y, x+pieceSize, y+pieceSize).Intersect(all)
			p.piece = piece{r, scaled(r.Sub(all.Min))}
			p.clip.rect = r.Intersect(around)
			p.fillBox(b, box{})
		}
	}
	p.clip.rect = around
	p.piece.pix = nil
}

func floorTo(v, step int) int { return v - v%step }
