package png

import (
	"errors"
	"fmt"
	"math"

	"throughline/canvas/scene"
)

// ErrTooLarge says that no PNG is as large as that, or that not even a band of
// it would fit in memory.
var ErrTooLarge = errors.New("the picture is too large for a PNG")

// size is a picture's width and height in pixels, and the rows of its bands.
type size struct{ width, height, rows int }

// The rows of a band follow from the width alone, and so do the file's bytes.
const (
	bandBytes = 8 << 20   // of a band's pixels: aimed at
	bandLimit = 256 << 20 // and never more
	leastRows = 16        // fewer are not worth a walk over the scene
	mostRows  = 512
)

// sizeOf is the size of a scene's picture, judged before memory is spent on it.
func sizeOf(s *scene.Scene, scale float64) (size, error) {
	// what rounding errors have put just above a whole number is that number
	w, h := math.Ceil(s.Size.X*scale-1e-6), math.Ceil(s.Size.Y*scale-1e-6)
	switch {
	case !(scale > 0):
		return size{}, fmt.Errorf("a scale of %v", scale)
	case !(w >= 1 && h >= 1):
		return size{}, errors.New("the picture has no size")
	case w > math.MaxInt32 || h > math.MaxInt32 || 4*w*leastRows > bandLimit:
		return size{}, ErrTooLarge
	}
	p := size{int(w), int(h), mostRows}
	for p.rows > leastRows && 4*p.width*p.rows > bandBytes {
		p.rows /= 2
	}
	return p, nil
}

// bands is how many bands there are.
func (s size) bands() int { return (s.height + s.rows - 1) / s.rows }
