// Package picture turns the bytes of a picture into pixels: PNG, JPEG, GIF,
// WebP, BMP and TIFF. Pictures come from anywhere: it must never spend memory
// on what a header claims before it has judged the claim, and never run or
// fetch anything.
package picture

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	_ "image/gif" // the formats that are known
	_ "image/jpeg"
	_ "image/png"

	"golang.org/x/image/draw"

	_ "golang.org/x/image/bmp"
	_ "golang.org/x/image/tiff"
	_ "golang.org/x/image/webp"
)

// MaxPixels is the size of the largest picture that is decoded.
const MaxPixels = 40_000_000

// What is wrong with a picture.
var (
	ErrTooLarge = errors.New("the picture has more than 40 megapixels")
	ErrDrawing  = errors.New("pictures in SVG are not taken; save it as PNG")
	ErrUnknown  = errors.New("this is no PNG, JPEG, GIF, WebP, BMP or TIFF picture")
	ErrDamaged  = errors.New("the picture is damaged")
)

// Size is how many pixels a picture has across and down, once it is turned
// upright. It looks at the bytes but decodes none.
func Size(b []byte) (image.Point, error) {
	h, err := inspect(b)
	if err != nil {
		return image.Point{}, err
	}
	return h.turn.of(h.size), nil
}

// Decode is the picture in b, upright, as red, green, blue and alpha. Of one
// that moves it is the first.
func Decode(b []byte) (*image.NRGBA, error) {
	size, err := Size(b)
	if err != nil {
		return nil, err
	}
	return Cropped(b, size.X, size.Y)
}

// Cropped is the middle of the picture in b, upright and of the shape of a box
// of w × h pixels. Where there are more pixels than that it is made smaller;
// it is never made larger.
func Cropped(b []byte, w, h int) (out *image.NRGBA, err error) {
	hd, err := inspect(b)
	if err != nil {
		return nil, err
	}
	if w <= 0 || h <= 0 {
		return nil, fmt.Errorf("crop a picture to %d × %d", w, h)
	}
	defer func() { // the decoders are not ours
		if x := recover(); x != nil {
			out, err = nil, fmt.Errorf("%w: %v", ErrDamaged, x)
		}
	}()
	im, _, err := image.Decode(bytes.NewReader(b))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if r := im.Bounds(); hd.format == "gif" && r.In(image.Rectangle{Max: hd.size}) && r.Size() != hd.size {
		page := image.NewRGBA(image.Rectangle{Max: hd.size}) // a frame may be a part
		draw.Draw(page, r, im, r.Min, draw.Src)
		im = page
	}
	if im.Bounds().Size() != hd.size {
		return nil, fmt.Errorf("%w: it is not as large as it says", ErrDamaged)
	}
	box := hd.turn.of(image.Pt(w, h)) // in the picture as it lies
	part := middle(hd.size, box)
	to := image.Pt(min(box.X, part.Dx()), min(box.Y, part.Dy()))
	return hd.turn.upright(scaled(im, part.Add(im.Bounds().Min), to)), nil
}

// middle is the largest part of a picture that has the shape of a box.
func middle(size, box image.Point) image.Rectangle {
	k := min(float64(size.X)/float64(box.X), float64(size.Y)/float64(box.Y))
	w := min(size.X, max(1, int(float64(box.X)*k+0.5)))
	h := min(size.Y, max(1, int(float64(box.Y)*k+0.5)))
	at := image.Pt((size.X-w)/2, (size.Y-h)/2)
	return image.Rectangle{Min: at, Max: at.Add(image.Pt(w, h))}
}

// scaled is a part of a picture at a size.
func scaled(im image.Image, part image.Rectangle, size image.Point) *image.NRGBA {
	out := image.NewNRGBA(image.Rectangle{Max: size})
	if part.Size() == size {
		draw.Draw(out, out.Rect, im, part.Min, draw.Src)
		return out
	}
	switch im.(type) {
	case *image.NRGBA, *image.RGBA, *image.YCbCr, *image.Gray:
	default: // others are scaled at a snail's pace
		plain := image.NewRGBA(part)
		draw.Draw(plain, part, im, part.Min, draw.Src)
		im = plain
	}
	small := image.NewRGBA(out.Rect)
	draw.CatmullRom.Scale(small, small.Rect, im, part, draw.Src, nil)
	draw.Draw(out, out.Rect, small, image.Point{}, draw.Src)
	return out
}
