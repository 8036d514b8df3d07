package text

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/png"

	"github.com/go-text/typesetting/font"

	"throughline/canvas/geom"
)

// Picture is a glyph that is a picture: an emoji. There is one Picture of a
// glyph in a program, so painters may keep what they make of it by its address.
type Picture struct {
	PNG  []byte    // part of the font; never changed
	W, H int       // pixels
	Box  geom.Rect // where it is drawn, font units from the glyph's place, y down
}

// mostPixels is the side of the largest picture of a glyph.
const mostPixels = 1024

// Picture is a glyph's picture, nil where it has none.
func (f *Face) Picture(id uint16) *Picture {
	if !f.Pictures {
		return nil
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	p, ok := f.pictures[id]
	if !ok {
		p = f.picture(id)
		f.pictures[id] = p
	}
	return p
}

func (f *Face) picture(id uint16) *Picture {
	b, ok := f.face.GlyphDataBitmap(font.GID(id))
	e, placed := f.face.GlyphExtents(font.GID(id))
	if !ok || !placed || b.Format != font.PNG {
		return nil
	}
	c, err := png.DecodeConfig(bytes.NewReader(b.Data))
	if err != nil || c.Width <= 0 || c.Height <= 0 || max(c.Width, c.Height) > mostPixels {
		return nil
	}
	return &Picture{
		PNG: b.Data, W: c.Width, H: c.Height,
		Box: geom.Box(float64(e.XBearing), -float64(e.YBearing), float64(e.Width), -float64(e.Height)),
	}
}

// Decode is the picture's pixels, red, green, blue and alpha, not premultiplied.
func (p *Picture) Decode() (*image.NRGBA, error) {
	im, err := png.Decode(bytes.NewReader(p.PNG))
	if err != nil {
		return nil, fmt.Errorf("decode emoji: %w", err)
	}
	out := image.NewNRGBA(image.Rect(0, 0, p.W, p.H))
	draw.Draw(out, out.Rect, im, im.Bounds().Min, draw.Src)
	return out, nil
}
