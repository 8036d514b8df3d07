package raster

import (
	"image"
	"math"
	"sync/atomic"
	"testing"
	"time"

	"throughline/canvas/raster/rastertest"
	"throughline/canvas/scene"
)

// pane is a part of a screen with tiles, as a window has it.
type pane struct {
	t       testing.TB
	pool    *Pool
	tiles   *Tiles
	scene   *scene.Scene
	news    atomic.Int32 // calls of arrived that no Take has followed
	at      image.Point
	size    image.Point
	scale   float64
	zoom    float64
	showing map[*Tile]*image.RGBA
}

func newPane(t testing.TB, s *scene.Scene, workers int) *pane {
	p := &pane{t: t, scene: s, size: image.Pt(1300, 900), scale: 1, zoom: 1, showing: map[*Tile]*image.RGBA{}}
	p.pool = newPool(&Renderer{}, func() { p.news.Add(1) }, workers)
	p.tiles = NewTiles(p.pool)
	p.tiles.Show(s)
	t.Cleanup(p.pool.Close)
	return p
}

func (p *pane) show(s *scene.Scene) { p.scene = s; p.tiles.Show(s) }

// view is what the window shows now. Pixels that were replaced go back to the
// workers, as a window gives them back.
func (p *pane) view() []Shown {
	shown := p.tiles.View(p.at, p.size, p.scale*p.zoom, p.zoom)
	now := map[*Tile]*image.RGBA{}
	for _, s := range shown {
		if was := p.showing[s.Tile]; was != nil && was != s.Image {
			p.pool.Recycle(was)
		}
		now[s.Tile] = s.Image
	}
	p.showing = now
	return shown
}

// take gives the tiles that have arrived their places, n at a time.
func (p *pane) take(n int) {
	for p.news.Swap(0) > 0 || n > 0 {
		if !p.pool.Take(max(1, n)) {
			return
		}
	}
}

// results waits until workers have finished n tiles that nobody has taken.
func (p *pane) results(n int) {
	p.t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(100 * time.Microsecond) {
		p.pool.mu.Lock()
		done := len(p.pool.results) >= n
		p.pool.mu.Unlock()
		if done {
			return
		}
	}
	p.t.Fatalf("%d tiles are never finished", n)
}

// wait is until everything has arrived.
func (p *pane) wait() []Shown {
	p.t.Helper()
	for end := time.Now().Add(20 * time.Second); ; time.Sleep(time.Millisecond) {
		p.take(6)
		shown := p.view()
		if p.tiles.Done() {
			return shown
		}
		if time.Now().After(end) {
			p.t.Fatal("the tiles never arrive")
		}
	}
}

// screen is the pane's pixels; those that no tile covers are transparent.
func (p *pane) screen(shown []Shown) *image.RGBA {
	out := image.NewRGBA(image.Rectangle{Max: p.size})
	for _, s := range shown {
		b := s.Image.Rect
		r := s.Rect.Intersect(out.Rect)
		for y := r.Min.Y; y < r.Max.Y; y++ {
			for x := r.Min.X; x < r.Max.X; x++ {
				sx, sy := (x-s.Rect.Min.X)*b.Dx()/s.Rect.Dx(), (y-s.Rect.Min.Y)*b.Dy()/s.Rect.Dy()
				copy(out.Pix[out.PixOffset(x, y):][:4], s.Image.Pix[s.Image.PixOffset(sx, sy):][:4])
			}
		}
	}
	return out
}

// whole is the scene's device pixels.
func (p *pane) whole() image.Rectangle {
	k := p.scale * p.zoom
	return image.Rect(int(math.Floor(p.scene.Left*k)), 0, int(math.Ceil(p.scene.Size.X*k)), int(math.Ceil(p.scene.Size.Y*k)))
}

// same holds that the pane shows what painting it at once gives.
func (p *pane) same(shown []Shown) {
	p.t.Helper()
	part := image.Rectangle{p.at, p.at.Add(p.size)}.Intersect(p.whole())
	want := image.NewRGBA(part)
	new(Renderer).Paint(want, p.scene, p.scale*p.zoom, p.zoom)
	got := p.screen(shown)
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			if g, w := got.RGBAAt(x-p.at.X, y-p.at.Y), want.RGBAAt(x, y); g != w {
				p.t.Fatalf("pixel %d,%d is %v, want %v", x, y, g, w)
			}
		}
	}
}

// covered holds that no pixel of the scene is missing in the pane.
func (p *pane) covered(shown []Shown) {
	p.t.Helper()
	got := p.screen(shown)
	part := image.Rectangle{p.at, p.at.Add(p.size)}.Intersect(p.whole()).Sub(p.at)
	for y := part.Min.Y; y < part.Max.Y; y += 7 {
		for x := part.Min.X; x < part.Max.X; x += 7 {
			if got.RGBAAt(x, y).A == 0 {
				p.t.Fatalf("nothing is at %d,%d", x, y)
			}
		}
	}
}

// edited is the scene with another card in the n-th place; its block is new.
func edited(s *scene.Scene, n, look int) *scene.Scene {
	t := *s
	t.Blocks = append([]scene.Placed(nil), s.Blocks...)
	b := &t.Blocks[1+n%(len(t.Blocks)-1)]
	items := append([]scene.Item(nil), b.Items...)
	items[0] = rastertest.Card(look, items[0].At)
	b.Block = scene.NewBlock(items)
	return &t
}

var hundreds = rastertest.Cards(600)
