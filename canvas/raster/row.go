package raster

// rows is buffers for parts of rows.
type rows struct {
	left, right, clipped, flat []uint8
	cover, hole                []float32
	colors                     []byte
}

// sized is a slice of n elements, *b where that is large enough.
func sized[T any](b *[]T, n int) []T {
	if cap(*b) < n {
		*b = make([]T, n+n/2)
	}
	return (*b)[:n]
}

// row paints from pixel (x, y) to the right, as much as cov covers and the
// clip lets through.
func (p *painter) row(x, y int, cov []uint8) {
	r := p.clip.rect
	if y < r.Min.Y || y >= r.Max.Y || x >= r.Max.X || x+len(cov) <= r.Min.X {
		return
	}
	if x < r.Min.X {
		cov, x = cov[r.Min.X-x:], r.Min.X
	}
	cov = cov[:min(len(cov), r.Max.X-x)]
	if p.clip.mask != nil || p.ink.alpha != 255 {
		cov = p.through(x, y, cov)
	}
	if p.ink.plain() {
		blend(p.pix(x, y, len(cov)), p.ink.word, cov)
		return
	}
	for len(cov) > 0 && cov[0] == 0 {
		cov, x = cov[1:], x+1
	}
	for len(cov) > 0 && cov[len(cov)-1] == 0 {
		cov = cov[:len(cov)-1]
	}
	if len(cov) > 0 {
		blendColors(p.pix(x, y, len(cov)), p.colors(x, y, len(cov)), cov)
	}
}

// span paints the pixels from (x0, y) to before (x1, y), all covered alike.
func (p *painter) span(x0, x1, y int, cov uint8) {
	r := p.clip.rect
	x0, x1 = max(x0, r.Min.X), min(x1, r.Max.X)
	if x0 >= x1 || cov == 0 || y < r.Min.Y || y >= r.Max.Y {
		return
	}
	if cov == 255 && p.ink.alpha == 255 && p.clip.mask == nil && p.ink.plain() {
		fillWords(p.pix(x0, y, x1-x0), p.ink.word)
		return
	}
	b := sized(&p.rows.flat, x1-x0)
	for i := range b {
		b[i] = cov
	}
	p.row(x0, y, b)
}

// pix is the bytes of n pixels from (x, y) on.
func (p *painter) pix(x, y, n int) []byte {
	o := p.dst.PixOffset(x, y)
	return p.dst.Pix[o : o+4*n]
}

// through is cov as far as the clip and the ink's alpha let it through.
func (p *painter) through(x, y int, cov []uint8) []uint8 {
	out := sized(&p.rows.clipped, len(cov))
	if m := p.clip.row(x, y, len(cov)); m != nil {
		for i, a := range cov {
			out[i] = mul255(a, m[i])
		}
		cov = out
	}
	if a := p.ink.alpha; a != 255 {
		for i, c := range cov {
			out[i] = mul255(c, a)
		}
	}
	return out
}

// colors is the ink's pixels from (x, y) on.
func (p *painter) colors(x, y, n int) []byte {
	if m := p.ink.image; m != nil {
		return m.row(x, y, n)
	}
	b := sized(&p.rows.colors, 4*n)
	p.ink.ramp.row(b, x, y)
	return b
}
