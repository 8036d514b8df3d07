package raster

import (
	"image"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
)

// painter is one goroutine's work on one piece of a picture. Its buffers are
// kept from one piece to the next.
type painter struct {
	r          *Renderer
	dst        *image.RGBA
	scale, dip float64

	ink    ink       // what is being painted with
	clip   clip      // to what
	outer  []clip    // the clips around it
	spares [][]uint8 // masks of clips that have ended

	flat    geom.Flat
	stroker geom.Stroker
	pattern []float64 // of dashes, in pixels
	path    geom.Path // of a stroke whose box has been moved to whole pixels
	cover   coverer
	rows    rows

	strike *strike // the last one used
	hits   []hit
	piece  piece // of the picture being painted
}

func (p *painter) begin(dst *image.RGBA, scale, zoom float64) {
	p.dst, p.scale, p.dip = dst, scale, dip(scale, zoom)
	p.clip = clip{rect: dst.Bounds()}
	p.outer = p.outer[:0]
	p.strike = nil
}

// ground fills everything with one opaque colour.
func (p *painter) ground(c scene.Color) {
	b := p.dst.Bounds()
	if b.Empty() {
		return
	}
	c.A = 255
	first := p.dst.Pix[:4*b.Dx()]
	fillWords(first, word(c))
	for y := 1; y < b.Dy(); y++ {
		copy(p.dst.Pix[y*p.dst.Stride:], first)
	}
}

// device is t followed by the scale.
func (p *painter) device(t geom.Transform) geom.Transform {
	return t.Then(geom.Transform{K: p.scale})
}

// hidden reports whether nothing of r, in device pixels, can be seen.
func (p *painter) hidden(r geom.Rect) bool { return !pixels(r).Overlaps(p.clip.rect) }

// Link draws nothing.
func (p *painter) Link(geom.Rect, string) {}

// Begin draws nothing.
func (p *painter) Begin(*scene.Item, geom.Point) {}

// End draws nothing.
func (p *painter) End() {}
