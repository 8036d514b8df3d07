package raster

import (
	"image"
	"testing"

	"throughline/canvas/raster/rastertest"
	"throughline/canvas/scene"
)

// Whatever the zoom and however dense the screen, tiles put together are the
// scene painted at once, to the last bit.
func TestTilesAreTheWhole(t *testing.T) {
	p := newPane(t, hundreds, 3)
	for _, scale := range []float64{1, 1.25, 1.5, 2} {
		for _, zoom := range []float64{1, 0.3, 1.7} {
			p.scale, p.zoom, p.at = scale, zoom, image.Pt(333, 777)
			p.same(p.wait())
		}
	}
	p.zoom, p.at = 0.05, image.Pt(-40, -60) // smaller than the pane
	p.same(p.wait())
}

// An edit paints the tiles that it touches and leaves all others alone.
func TestAnEditPaintsOnlyWhatItTouches(t *testing.T) {
	p := newPane(t, hundreds, 2)
	for i, scale := range []float64{1, 1.5, 0.4} {
		p.zoom, p.at = scale, image.Pt(200, 400)
		shown := p.wait()
		was := map[image.Point]*image.RGBA{}
		for key, tile := range p.tiles.cur.tiles {
			was[key] = tile.Image
		}
		next := edited(p.scene, 3, 7+i)
		touched := map[image.Point]bool{}
		for _, d := range scene.Dirty(p.scene, next) {
			for key := range was {
				touched[key] = touched[key] || square(key).Overlaps(Touched(d, scale, scale))
			}
		}
		p.show(next)
		for _, s := range p.view() { // old pixels stay until new ones arrive
			found := false
			for _, o := range shown {
				found = found || o.Image == s.Image
			}
			if !found {
				t.Fatal("a tile shows something else at once")
			}
		}
		p.same(p.wait())
		n := 0
		for key, tile := range p.tiles.cur.tiles {
			if fresh := tile.Image != was[key]; fresh != touched[key] {
				t.Errorf("at %v tile %v was painted: %v, touched: %v", scale, key, fresh, touched[key])
			} else if fresh {
				n++
			}
		}
		if n == 0 || n > 4 {
			t.Errorf("%d tiles were painted for one card", n)
		}
	}
}

// While the zoom changes, and changes again before a level is done, the old
// tiles are stretched over the pane.
func TestZoomingKeepsOldTilesUntilNewOnesCover(t *testing.T) {
	p := newPane(t, hundreds, 1)
	p.at = image.Pt(512, 512)
	p.wait()
	for i := range 12 { // in, and with a tile or so of each level arriving
		p.zoom *= 1.2
		p.at = image.Pt(int(512*p.zoom), int(512*p.zoom))
		p.covered(p.view())
		if i%3 == 1 {
			p.results(1)
			p.news.Store(0)
			p.pool.Take(1)
			p.covered(p.view())
		}
	}
	if n := len(p.tiles.old); n < 1 || n > 2 {
		t.Fatalf("%d old levels", n)
	}
	shown := p.wait()
	if len(p.tiles.old) != 0 {
		t.Fatal("old tiles are left")
	}
	p.same(shown)
}

// However far somebody pans, the number of tiles stays that of some screens.
func TestFarTilesAreForgotten(t *testing.T) {
	p := newPane(t, rastertest.Cards(3000), 2)
	most := 0
	for i := range 100 {
		p.at = image.Pt(i*p.size.X/10%5000, i*p.size.Y*7/10%11000)
		p.view()
		p.take(6)
		most = max(most, len(p.tiles.cur.tiles))
		p.pool.mu.Lock()
		waiting := 0
		for _, j := range p.pool.jobs {
			if !j.dropped.Load() { // those go when a worker looks for more
				waiting++
			}
		}
		p.pool.mu.Unlock()
		if waiting > most {
			t.Fatalf("%d jobs wait for %d tiles", waiting, most)
		}
	}
	if limit := (p.size.X/TileSize + 6) * (p.size.Y/TileSize + 6); most > limit {
		t.Fatalf("%d tiles, want %d at most", most, limit)
	}
	p.same(p.wait())
}

// A scene that is smaller than before leaves no tile behind, a larger one has
// all of its own.
func TestASceneThatGrowsAndShrinks(t *testing.T) {
	p := newPane(t, rastertest.Cards(40), 2)
	p.same(p.wait())
	for _, n := range []int{120, 7, 300, 1} {
		p.show(rastertest.Cards(n))
		shown := p.wait()
		p.same(shown)
		for _, s := range shown {
			if !s.Rect.Add(p.at).In(p.whole()) {
				t.Fatalf("a tile covers %v of %v", s.Rect.Add(p.at), p.whole())
			}
		}
	}
	p.show(&scene.Scene{Ground: scene.RGB(0xFF)})
	if shown := p.wait(); len(shown) > 0 {
		t.Fatalf("an empty scene shows %d tiles", len(shown))
	}
	if (p.tiles.View(image.Point{}, image.Point{}, 1, 1)) != nil {
		t.Fatal("a pane without a size shows something")
	}
}

// Nothing of a scene that was shown before is in a tile that is up to date, in
// whatever order edits, zooms, pans and results come.
func TestDroppedJobsAreNeverShown(t *testing.T) {
	small := rastertest.Cards(120)
	p := newPane(t, small, 4)
	p.size = image.Pt(700, 600)
	for i := range 300 {
		switch i * 7919 % 11 {
		case 0, 1, 2, 3:
			p.show(edited(p.scene, i%6, i))
		case 4, 5:
			p.at = p.at.Add(image.Pt(i%5*100-200, i%7*90-270))
		case 6:
			p.zoom = []float64{0.5, 1, 1.4}[i%3]
		}
		p.view()
		if !p.tiles.Done() {
			p.results(1)
			if i%3 > 0 { // else they may be out of date by the time they are taken
				p.news.Store(0)
				p.pool.Take(1 + i%4)
				p.view()
			}
		}
		for key, tile := range p.tiles.cur.tiles {
			if tile.stale || tile.Image == nil || i%5 != 0 {
				continue
			}
			want := image.NewRGBA(square(key).Intersect(p.whole()))
			new(Renderer).Paint(want, p.scene, p.scale*p.zoom, p.zoom)
			if string(want.Pix) != string(tile.Image.Pix) {
				t.Fatalf("after %d things tile %v shows another scene", i, key)
			}
		}
	}
	p.at = image.Point{}
	p.same(p.wait())
}
