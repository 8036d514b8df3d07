package raster

import (
	"container/list"
	"image"
	"sync"

	"throughline/canvas/scene"
	"throughline/canvas/text"
)

// pictureBytes bounds the scaled pictures that are kept.
const pictureBytes = 64 << 20

// pictures keeps pieces of scaled pictures, and pictures halved again and
// again from which the pieces are made; what has not been used for longest
// goes first.
type pictures struct {
	mu    sync.Mutex // guards what follows
	kept  map[pictureKey]*list.Element
	order list.List // of *kept, the last used first
	bytes int
}

// pictureKey is a piece at (x, y) of a picture, or of an emoji, scaled to w × h
// pixels, or, where w is 0, the picture halved as often as mip says.
type pictureKey struct {
	image      *scene.Image
	emoji      *text.Picture
	w, h, x, y int
	mip        int
}

// kept is pixels, made by the first who asks.
type kept struct {
	key   pictureKey
	bytes int
	once  sync.Once
	pix   []byte
}

// get is the pixels of a key, n bytes that fill makes.
func (c *pictures) get(k pictureKey, n int, fill func() []byte) []byte {
	e := c.entry(k, n)
	e.once.Do(func() { e.pix = fill() })
	return e.pix
}

func (c *pictures) entry(k pictureKey, n int) *kept {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.kept == nil {
		c.kept = map[pictureKey]*list.Element{}
	}
	if e := c.kept[k]; e != nil {
		c.order.MoveToFront(e)
		return e.Value.(*kept)
	}
	for c.bytes+n > pictureBytes && c.order.Len() > 0 {
		last := c.order.Remove(c.order.Back()).(*kept)
		delete(c.kept, last.key)
		c.bytes -= last.bytes
	}
	e := &kept{key: k, bytes: n}
	if n <= pictureBytes { // what is larger is made again each time
		c.kept[k] = c.order.PushFront(e)
		c.bytes += n
	}
	return e
}

// piece is the part r, premultiplied, of a picture scaled to w × h pixels.
func (c *pictures) piece(m *scene.Image, w, h int, r image.Rectangle) []byte {
	k := pictureKey{image: m, w: w, h: h, x: r.Min.X, y: r.Min.Y}
	return c.get(k, 4*r.Dx()*r.Dy(), func() []byte {
		return resample(c.mip(m, mipFor(m, w, h)), w, h, r)
	})
}

// mip is a picture halved n times.
func (c *pictures) mip(m *scene.Image, n int) mip {
	l := mip{src: m, n: n, w: m.W, h: m.H, pix: m.Pix, straight: true}
	if n == 0 {
		return l
	}
	for range n {
		l.w, l.h = (l.w+1)/2, (l.h+1)/2
	}
	l.straight = false
	l.pix = c.get(pictureKey{image: m, mip: n}, 4*l.w*l.h, func() []byte { return halve(c.mip(m, n-1)) })
	return l
}

// emoji is the part r, premultiplied, of an emoji scaled to w × h pixels. A map
// shows few sizes of each, so the full pixels are not kept.
func (c *pictures) emoji(e *text.Picture, w, h int, r image.Rectangle) []byte {
	k := pictureKey{emoji: e, w: w, h: h, x: r.Min.X, y: r.Min.Y}
	return c.get(k, 4*r.Dx()*r.Dy(), func() []byte {
		im, err := e.Decode()
		if err != nil {
			return make([]byte, 4*r.Dx()*r.Dy())
		}
		m := &scene.Image{W: e.W, H: e.H, Pix: im.Pix}
		l := mip{src: m, w: m.W, h: m.H, pix: m.Pix, straight: true}
		for range mipFor(m, w, h) {
			l = mip{src: m, n: l.n + 1, w: (l.w + 1) / 2, h: (l.h + 1) / 2, pix: halve(l)}
		}
		return resample(l, w, h, r)
	})
}
