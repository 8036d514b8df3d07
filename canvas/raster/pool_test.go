package raster

import (
	"image"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"throughline/canvas/raster/rastertest"
)

// What is in sight is painted before what is not, and what is nearest to the
// middle first; a pan changes the order of what waits.
func TestTheNearestTileIsPaintedFirst(t *testing.T) {
	p := newPane(t, hundreds, 0) // nobody works: the test asks for the jobs itself
	p.size = image.Pt(600, 600)
	order := func() (keys []image.Point) {
		live := 0
		for _, j := range p.pool.jobs {
			if !j.dropped.Load() {
				live++
			}
		}
		for range live {
			keys = append(keys, p.pool.next().rect.Min.Div(TileSize))
		}
		return keys
	}
	p.at = image.Pt(1024+200, 1024+200)
	p.view()
	if got := order(); got[0] != image.Pt(2, 2) {
		t.Fatalf("the first is %v of %v", got[0], got)
	}
	for _, tile := range p.tiles.cur.tiles { // all wait again
		tile.spoil()
	}
	p.view()
	p.at.Y += 512
	p.view()
	got := order()
	if got[0] != image.Pt(2, 3) {
		t.Fatalf("after a pan the first is %v of %v", got[0], got)
	}
	seen := image.Rectangle{p.at, p.at.Add(p.size)}
	hidden := false
	for _, key := range got {
		visible := square(key).Overlaps(seen)
		if visible && hidden {
			t.Fatalf("%v is in sight, and comes after some that are not: %v", key, got)
		}
		hidden = hidden || !visible
	}
}

// arrived is called once for many results, and again when Take left some.
func TestArrivedIsToldOnce(t *testing.T) {
	p := newPane(t, hundreds, 4)
	p.view()
	jobs := len(p.tiles.cur.tiles)
	p.results(jobs)
	if n := p.news.Load(); n != 1 {
		t.Fatalf("arrived was called %d times", n)
	}
	if more := p.pool.Take(jobs - 1); !more {
		t.Fatal("one is left, Take says there is none")
	}
	if more := p.pool.Take(jobs); more {
		t.Fatal("none is left, Take says there are more")
	}
	for _, tile := range p.tiles.cur.tiles {
		tile.spoil()
	}
	p.view()
	for end := time.Now().Add(10 * time.Second); p.news.Load() < 2 && time.Now().Before(end); {
		time.Sleep(time.Millisecond)
	}
	if n := p.news.Load(); n != 2 {
		t.Fatalf("arrived was called %d times", n)
	}
}

// workers counts the goroutines that paint tiles.
func workers() int {
	b := make([]byte, 1<<20)
	return strings.Count(string(b[:runtime.Stack(b, true)]), "raster.(*Pool).work(")
}

// After Close nothing is painted or told any more, and nobody is left.
func TestClosingEndsTheWorkers(t *testing.T) {
	for end := time.Now().Add(5 * time.Second); workers() > 0 && time.Now().Before(end); { // of other tests
		time.Sleep(time.Millisecond)
	}
	var told atomic.Int32
	pool := newPool(&Renderer{}, func() { told.Add(1) }, 5)
	tiles := NewTiles(pool)
	tiles.Show(rastertest.Cards(2000))
	tiles.View(image.Point{}, image.Pt(4000, 4000), 1, 1)
	if workers() != 5 {
		t.Fatalf("%d workers", workers())
	}
	pool.Close()
	for end := time.Now().Add(10 * time.Second); workers() > 0; time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("%d workers are left", workers())
		}
	}
	n := told.Load()
	tiles.Show(rastertest.Cards(40))
	tiles.View(image.Point{}, image.Pt(4000, 4000), 1, 1)
	if pool.Take(100) || told.Load() != n || len(pool.jobs) > 0 {
		t.Fatal("something goes on after Close")
	}
	pool.Close()
}

// A few buffers are used again, and none that is not a whole tile's.
func TestBuffersAreUsedAgain(t *testing.T) {
	pool := newPool(&Renderer{}, func() {}, 0)
	b := pool.buffer()
	pool.Recycle(&image.RGBA{Pix: b[:4*100*20]})
	if again := pool.buffer(); &again[0] != &b[0] || len(again) != TileSize*TileSize*4 {
		t.Fatal("it is another buffer")
	}
	pool.Recycle(nil)
	pool.Recycle(image.NewRGBA(image.Rect(0, 0, 10, 10)))
	for range 40 {
		pool.Recycle(&image.RGBA{Pix: make([]byte, TileSize*TileSize*4)})
	}
	if n := len(pool.buffers); n == 0 || n > 16 {
		t.Fatalf("%d buffers are kept", n)
	}
}
