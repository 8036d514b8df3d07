package raster

import (
	"image"
	"sync"
	"sync/atomic"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
)

// maskBytes bounds one of the two generations of masks.
const maskBytes = 8 << 20

// maskSize is the size in pixels from which glyphs and symbols are painted as
// areas: few of them fit on a screen, and their masks would fill the cache.
const maskSize = 96

// sizeSteps is in how many steps of a pixel the sizes of masks go: fine enough
// that no edge is off by a hundredth of a pixel.
const sizeSteps = 64

// strikeKey is a face, or a symbol, at one size.
type strikeKey struct {
	face   *text.Face
	symbol *scene.Symbol
	size   int // in steps
}

// strike is the masks of a face, or of a symbol, at one size.
type strike struct {
	key   strikeKey
	bytes atomic.Int64
	mu    sync.RWMutex // guards masks
	masks map[maskKey]*mask
}

// maskKey is a glyph and the quarter of a pixel at which it stands: the glyph's
// number, two bits of y, two bits of x.
type maskKey uint32

func newMaskKey(id uint16, x, y int) maskKey {
	return maskKey(id)<<4 | maskKey(y&3)<<2 | maskKey(x&3)
}

// mask is the coverage of a box of pixels, of which (x, y) is the top left
// from the pixel in which the origin lies. It never changes.
type mask struct {
	x, y, w, h int
	pix        []uint8
}

// masks keeps strikes in two generations: once the younger is full it becomes
// the older, and what has not been used by the next time is forgotten.
type masks struct {
	mu       sync.RWMutex // guards the maps
	now, old map[strikeKey]*strike
	bytes    atomic.Int64 // of now
}

// strike is the strike of a key; it may be empty.
func (m *masks) strike(k strikeKey) *strike {
	m.mu.RLock()
	s := m.now[k]
	m.mu.RUnlock()
	if s != nil {
		return s
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if s = m.now[k]; s != nil {
		return s
	}
	if m.now == nil || m.bytes.Load() > maskBytes {
		m.old, m.now = m.now, map[strikeKey]*strike{}
		m.bytes.Store(0)
	}
	s = m.old[k]
	if s == nil || s.bytes.Load() > maskBytes/4 { // one strike must not live forever
		s = &strike{key: k, masks: map[maskKey]*mask{}}
		s.bytes.Store(strikeCost)
	}
	m.bytes.Add(s.bytes.Load())
	m.now[k] = s
	return s
}

// strikeCost and maskCost are about what they take besides their pixels.
const strikeCost, maskCost = 400, 120

// full reports whether it is time for a new generation.
func (m *masks) full() bool { return m.bytes.Load() > maskBytes }

// turn begins a new generation.
func (m *masks) turn() {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.full() {
		m.old, m.now = m.now, map[strikeKey]*strike{}
		m.bytes.Store(0)
	}
}

// strikeOf is the strike for what is painted next; most often it is the one
// before.
func (p *painter) strikeOf(k strikeKey) *strike {
	if p.strike == nil || p.strike.key != k {
		p.strike = p.r.masks.strike(k)
	}
	return p.strike
}

// mask makes the mask of outlines that are still to go through t, which leads
// to pixels, and keeps it. Each is covered for itself and a pixel keeps the
// most: where strokes of an icon meet, what they cover must not add up.
func (p *painter) mask(s *strike, k maskKey, outlines []geom.Path, t geom.Transform) *mask {
	t.D = t.D.Add(geom.Pt(float64(k&3)/4, float64(k>>2&3)/4))
	m := &mask{}
	for i := range outlines {
		p.flat.Reset()
		p.flat.Add(&outlines[i], t, tolerance)
		if r, pix := p.cover.cover(&p.flat, flatBounds(&p.flat)); len(pix) > 0 {
			m = m.most(r, pix)
		}
	}
	cost := int64(len(m.pix) + maskCost)
	s.bytes.Add(cost)
	p.r.masks.bytes.Add(cost)
	s.mu.Lock()
	s.masks[k] = m
	s.mu.Unlock()
	if p.r.masks.full() {
		p.r.masks.turn()
		p.strike = nil
	}
	return m
}

// most is the mask in which every pixel is covered as much as in m or in pix,
// whichever is more.
func (m *mask) most(r image.Rectangle, pix []uint8) *mask {
	if len(m.pix) == 0 {
		return &mask{r.Min.X, r.Min.Y, r.Dx(), r.Dy(), append([]uint8(nil), pix...)}
	}
	all := r.Union(image.Rect(m.x, m.y, m.x+m.w, m.y+m.h))
	out := &mask{all.Min.X, all.Min.Y, all.Dx(), all.Dy(), make([]uint8, all.Dx()*all.Dy())}
	lay := func(x, y, w, h int, pix []uint8) {
		for v := range h {
			row := out.pix[(y+v-out.y)*out.w+x-out.x:][:w]
			for u, a := range pix[v*w : (v+1)*w] {
				row[u] = max(row[u], a)
			}
		}
	}
	lay(m.x, m.y, m.w, m.h, m.pix)
	lay(r.Min.X, r.Min.Y, r.Dx(), r.Dy(), pix)
	return out
}

// find is the mask of k, or nil.
func (s *strike) find(k maskKey) *mask {
	s.mu.RLock()
	m := s.masks[k]
	s.mu.RUnlock()
	return m
}
