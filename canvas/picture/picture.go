// Package picture turns the bytes of a picture into pixels. Pictures come from
// anywhere: it must never spend memory on what a header claims before it has
// judged the claim, and never run or fetch anything.
package picture

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/draw"
	_ "image/gif" // the formats that Decode knows
	_ "image/jpeg"
	_ "image/png"
)

// MaxPixels is the size of the largest picture that is decoded.
const MaxPixels = 40_000_000

// ErrTooLarge says that a picture has more than MaxPixels.
var ErrTooLarge = errors.New("the picture has more than 40 megapixels")

// Decode is the picture in b, opaque or not, as red, green, blue and alpha.
func Decode(b []byte) (*image.NRGBA, error) {
	c, _, err := image.DecodeConfig(bytes.NewReader(b))
	if err != nil {
		return nil, fmt.Errorf("decode picture: %w", err)
	}
	if c.Width <= 0 || c.Height <= 0 || c.Width > MaxPixels/c.Height {
		return nil, ErrTooLarge
	}
	im, _, err := image.Decode(bytes.NewReader(b))
	if err != nil {
		return nil, fmt.Errorf("decode picture: %w", err)
	}
	out := image.NewNRGBA(image.Rect(0, 0, im.Bounds().Dx(), im.Bounds().Dy()))
	draw.Draw(out, out.Rect, im, im.Bounds().Min, draw.Src)
	return out, nil
}
