package layout

import (
	"fmt"
	"image"
	"math"
	"sync"

	"throughline/canvas/geom"
	"throughline/canvas/picture"
	"throughline/canvas/scene"
	"throughline/journey"
)

// PrintDensity is the pixels of a picture that a unit of a map shows at the
// most: 300 an inch on paper.
const PrintDensity = 300 / 25.4 * scene.Millimetres

// picture draws the middle of a medium that has the shape of r into r; nil
// where there is no picture to draw.
func (f *frame) picture(id journey.ID, r geom.Rect, radius float64, alt string) scene.Op {
	if id == "" || f.Pictures == nil || r.Empty() {
		return nil
	}
	med, ok := journey.Get[journey.Media](f.p, id)
	if !ok {
		return nil
	}
	density := max(f.Density, PrintDensity)
	im := f.Pictures.Picture(med.Hash, pixels(r.W()*density), pixels(r.H()*density))
	if im == nil {
		return nil
	}
	return &scene.Picture{Image: im, Rect: r, R: radius, Alt: alt}
}

// pictureSize is the pixels of a medium's picture, across and down; nothing
// where there is none to draw.
func (f *frame) pictureSize(id journey.ID) (w, h float64) {
	med, ok := journey.Get[journey.Media](f.p, id)
	if !ok || f.Pictures == nil {
		return 0, 0
	}
	x, y := f.Pictures.Size(med.Hash)
	return float64(x), float64(y)
}

// pixels is a length in whole pixels, at least one, and no more than any
// picture has.
func pixels(v float64) int { return int(min(picture.MaxPixels, max(1, math.Ceil(v-1e-6)))) }

// Library is Pictures decoded from media when they are first drawn, and kept
// at the sizes at which they are drawn. One that cannot be decoded is not
// drawn.
type Library struct {
	blobs journey.Blobs
	mu    sync.Mutex // guards what follows
	sizes map[string]image.Point
	done  map[pictureKey]*scene.Image
	bytes int // of the pixels in done
}

// libraryBytes bounds what a Library keeps: when it is full it forgets all.
const libraryBytes = 256 << 20

// pictureKey is a picture for a box of so many pixels.
type pictureKey struct {
	hash string
	w, h int
}

// NewLibrary has the pictures whose bytes are in blobs.
func NewLibrary(blobs journey.Blobs) *Library {
	return &Library{blobs: blobs, sizes: map[string]image.Point{}, done: map[pictureKey]*scene.Image{}}
}

// Size is how many pixels the picture with the given hash has across and down;
// nothing when there is none.
func (l *Library) Size(hash string) (w, h int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	size, ok := l.sizes[hash]
	if !ok {
		b, err := l.blobs.Blob(hash)
		if err != nil {
			return 0, 0 // it may come yet
		}
		size, _ = picture.Size(b)
		l.sizes[hash] = size
	}
	return size.X, size.Y
}

// Picture is the middle of the picture with the given hash that has the shape
// of a box of w × h pixels, no larger than that; nil when there is none. The
// same picture for the same box is one image.
func (l *Library) Picture(hash string, w, h int) *scene.Image {
	l.mu.Lock()
	defer l.mu.Unlock()
	k := pictureKey{hash, w, h}
	if im, ok := l.done[k]; ok {
		return im
	}
	b, err := l.blobs.Blob(hash)
	if err != nil {
		return nil // it may come yet
	}
	var im *scene.Image
	if px, err := picture.Cropped(b, w, h); err == nil {
		im = &scene.Image{Key: hash, W: px.Rect.Dx(), H: px.Rect.Dy(), Pix: px.Pix}
		if j, ok := picture.Whole(b, w, h); ok {
			im.JPEG = &scene.JPEG{Data: j.Data, W: j.Size.X, H: j.Size.Y, Gray: j.Gray}
			l.bytes += len(j.Data)
		}
		if l.bytes += len(px.Pix); l.bytes > libraryBytes {
			clear(l.done)
			l.bytes = len(px.Pix)
		}
	}
	l.done[k] = im
	return im
}

// Undrawable names the pictures of a project that cannot be drawn, a sentence
// each.
func Undrawable(blobs journey.Blobs, p *journey.Project) []string {
	if blobs == nil {
		return nil
	}
	used := map[journey.ID]bool{}
	for r := range p.All() {
		switch r := r.(type) {
		case journey.Card:
			used[r.Image] = true
		case journey.Persona:
			used[r.Portrait] = true
		}
	}
	var out []string
	for _, m := range p.Media() {
		if !used[m.ID] {
			continue
		}
		b, err := blobs.Blob(m.Hash)
		if err == nil {
			_, err = picture.Size(b)
		}
		if err != nil {
			out = append(out, fmt.Sprintf("%s is not drawn: %v", journey.Describe(m), err))
		}
	}
	return out
}
