package layout

import (
	"sync"

	"throughline/canvas/picture"
	"throughline/canvas/scene"
	"throughline/journey"
)

// Library is Pictures decoded from media when they are first drawn. One that
// cannot be decoded is not drawn.
type Library struct {
	blobs journey.Blobs
	mu    sync.Mutex // guards images
	done  map[string]*scene.Image
}

// NewLibrary has the pictures whose bytes are in blobs.
func NewLibrary(blobs journey.Blobs) *Library {
	return &Library{blobs: blobs, done: map[string]*scene.Image{}}
}

// Picture is the decoded picture with the given hash, nil when there is none.
func (l *Library) Picture(hash string) *scene.Image {
	l.mu.Lock()
	defer l.mu.Unlock()
	if im, ok := l.done[hash]; ok {
		return im
	}
	var im *scene.Image
	if b, err := l.blobs.Blob(hash); err == nil {
		if px, err := picture.Decode(b); err == nil {
			im = &scene.Image{Key: hash, W: px.Rect.Dx(), H: px.Rect.Dy(), Pix: px.Pix}
		}
	}
	l.done[hash] = im
	return im
}
