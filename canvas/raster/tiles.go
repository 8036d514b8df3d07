package raster

import (
	"image"
	"math"

	"throughline/canvas/scene"
)

// TileSize is the width and height of a tile in device pixels; those at the
// edge of a scene are smaller.
const TileSize = 512

// Tiles shows a scene in tiles that workers paint. Old pixels stay until new
// ones arrive, and while the zoom changes they are stretched. It belongs to
// one goroutine, that of the window.
type Tiles struct {
	pool  *Pool
	scene *scene.Scene
	cur   *level
	old   []*level        // under cur, the lowest first, until cur covers what is in view
	pane  image.Rectangle // that was asked for last, in device pixels of cur
}

// level is the tiles of one scale.
type level struct {
	scale, zoom float64
	tiles       map[image.Point]*Tile
}

// Tile is a square of a scene at one scale.
type Tile struct {
	Image *image.RGBA // its pixels, from (0, 0); replaced, never changed
	at    image.Point // of its first pixel in the scene, which may begin within its square
	stale bool        // the scene has changed under it
	job   *job        // that paints it anew, if any
}

// Shown is a tile and where it stands in a pane, in device pixels.
type Shown struct {
	*Tile
	Rect image.Rectangle
}

// NewTiles is tiles of no scene yet, painted by the workers of p.
func NewTiles(p *Pool) *Tiles { return &Tiles{pool: p} }

// Show puts another scene in place of the one before. Only tiles on which the
// two differ are painted again.
func (t *Tiles) Show(s *scene.Scene) {
	if s == t.scene {
		return
	}
	old := t.scene
	t.scene = s
	if old == nil || t.cur == nil {
		return
	}
	for _, d := range scene.Dirty(old, s) {
		x0, y0, x1, y1 := cells(Touched(d, t.cur.scale, t.cur.zoom))
		if n := (x1 - x0) * (y1 - y0); n > len(t.cur.tiles) {
			for at, tile := range t.cur.tiles {
				if at.X >= x0 && at.X < x1 && at.Y >= y0 && at.Y < y1 {
					tile.spoil()
				}
			}
			continue
		}
		for y := y0; y < y1; y++ {
			for x := x0; x < x1; x++ {
				if tile := t.cur.tiles[image.Pt(x, y)]; tile != nil {
					tile.spoil()
				}
			}
		}
	}
}

// spoil says that what the tile shows, or is about to show, is out of date.
func (t *Tile) spoil() {
	t.stale = true
	t.job.drop()
	t.job = nil
}

// cells is the columns and rows of tiles that a box of pixels touches.
func cells(r image.Rectangle) (x0, y0, x1, y1 int) {
	f := func(v int) int { return int(math.Floor(float64(v) / TileSize)) }
	return f(r.Min.X), f(r.Min.Y), f(r.Max.X-1) + 1, f(r.Max.Y-1) + 1
}

// View is the tiles of a pane, those to paint first: at is the scene's device
// pixel at the pane's top left, size the pane's size in device pixels. Tiles
// that are missing are asked for, with half a tile beyond the pane's edges once
// no older ones are stretched over it. Whoever shows tiles that are not among
// them any more lets go of their pixels before it shows anything: workers may
// paint on them again. Of a pane without a size nothing is kept.
func (t *Tiles) View(at, size image.Point, scale, zoom float64) []Shown {
	if t.scene == nil || size.X <= 0 || size.Y <= 0 {
		t.uncover()
		if t.cur != nil {
			t.cur.drop(t.pool, func(image.Point) bool { return true })
			t.cur = nil
		}
		return nil
	}
	if t.cur == nil || t.cur.scale != scale || t.cur.zoom != zoom {
		t.change(scale, zoom)
	}
	if t.ask(at, size) && len(t.old) > 0 {
		t.uncover()
		t.ask(at, size)
	}
	var out []Shown
	for _, l := range t.old {
		out = l.stretched(out, at, size, scale)
	}
	for _, tile := range t.cur.tiles {
		if tile.Image != nil {
			p := tile.at.Sub(at)
			out = append(out, Shown{tile, image.Rectangle{p, p.Add(tile.Image.Rect.Size())}})
		}
	}
	return out
}

// change begins a level of another scale. The one before stays under it, if it
// has anything to show, and so does the last that covered the pane: while the
// zoom goes on and on, no level gets that far. Of the one before, what is well
// out of sight is let go.
func (t *Tiles) change(scale, zoom float64) {
	if t.cur != nil {
		t.cur.drop(t.pool, func(key image.Point) bool {
			tile := t.cur.tiles[key]
			tile.job.drop()
			tile.job = nil
			return tile.Image == nil || !square(key).Overlaps(t.pane.Inset(-TileSize/8))
		})
		if len(t.cur.tiles) > 0 {
			for _, l := range t.old[min(len(t.old), 1):] {
				l.drop(t.pool, func(image.Point) bool { return true })
			}
			t.old = append(t.old[:min(len(t.old), 1)], t.cur)
		}
	}
	t.cur = &level{scale, zoom, map[image.Point]*Tile{}}
}

// ask requests what a pane needs and forgets what is far from it. It reports
// whether everything in the pane is there.
func (t *Tiles) ask(at, size image.Point) bool {
	end := image.Pt(int(math.Ceil(t.scene.Size.X*t.cur.scale)), int(math.Ceil(t.scene.Size.Y*t.cur.scale)))
	whole := image.Rectangle{image.Pt(int(math.Floor(t.scene.Left*t.cur.scale)), 0), end}
	pane := image.Rectangle{at, at.Add(size)}
	near := pane.Inset(-TileSize / 2).Intersect(whole)
	far := pane.Inset(-TileSize * 3 / 4)
	if len(t.old) > 0 { // what is in sight comes first
		near = pane.Intersect(whole)
	}
	t.pane = pane
	t.cur.drop(t.pool, func(key image.Point) bool { return !square(key).Overlaps(far) || !square(key).Overlaps(whole) })
	covered := true
	center := pane.Min.Add(pane.Max).Div(2)
	for y := near.Min.Y / TileSize; y*TileSize < near.Max.Y; y++ {
		for x := near.Min.X / TileSize; x*TileSize < near.Max.X; x++ {
			key := image.Pt(x, y)
			tile := t.cur.tiles[key]
			if tile == nil {
				tile = &Tile{stale: true}
				t.cur.tiles[key] = tile
			}
			visible := square(key).Overlaps(pane)
			covered = covered && (tile.Image != nil || !visible)
			if !tile.stale {
				continue
			}
			d := square(key).Min.Add(image.Pt(TileSize/2, TileSize/2)).Sub(center)
			rank := int64(d.X*d.X + d.Y*d.Y)
			if !visible {
				rank += 1 << 40
			}
			if tile.job == nil {
				tile.job = t.pool.add(&job{tile: tile, rect: square(key).Intersect(whole), scene: t.scene, scale: t.cur.scale, zoom: t.cur.zoom}, rank)
			} else {
				tile.job.rank.Store(rank) // it may have come into sight
			}
		}
	}
	return covered
}

// uncover forgets the levels under the one of now.
func (t *Tiles) uncover() {
	for _, l := range t.old {
		l.drop(t.pool, func(image.Point) bool { return true })
	}
	t.old = nil
}

// drop forgets the tiles that are gone, and gives their pixels back.
func (l *level) drop(p *Pool, gone func(image.Point) bool) {
	for key, tile := range l.tiles {
		if gone(key) {
			tile.job.drop()
			delete(l.tiles, key)
			p.Recycle(tile.Image)
		}
	}
}

// square is the device pixels of a tile.
func square(key image.Point) image.Rectangle {
	p := key.Mul(TileSize)
	return image.Rectangle{p, p.Add(image.Pt(TileSize, TileSize))}
}

// stretched adds the tiles of a level of another scale, where they would stand.
func (l *level) stretched(out []Shown, at, size image.Point, scale float64) []Shown {
	k := scale / l.scale
	to := func(v int) int { return int(math.Round(float64(v) * k)) }
	pane := image.Rectangle{Max: size}
	for _, tile := range l.tiles {
		if tile.Image == nil {
			continue
		}
		a := tile.at
		b := a.Add(tile.Image.Rect.Size())
		r := image.Rect(to(a.X), to(a.Y), to(b.X), to(b.Y)).Sub(at)
		if r.Overlaps(pane) {
			out = append(out, Shown{tile, r})
		}
	}
	return out
}

// Whole reports whether everything in the pane is there and as it should be; of
// what lies beyond its edges some may be missing.
func (t *Tiles) Whole() bool {
	if t.cur == nil {
		return true
	}
	for key, tile := range t.cur.tiles {
		if (tile.Image == nil || tile.stale) && square(key).Overlaps(t.pane) {
			return false
		}
	}
	return true
}

// Under reports whether tiles of another scale lie under those of now.
func (t *Tiles) Under() bool { return len(t.old) > 0 }

// Done reports whether everything that was asked for has arrived.
func (t *Tiles) Done() bool {
	if t.cur == nil {
		return true
	}
	for _, tile := range t.cur.tiles {
		if tile.job != nil {
			return false
		}
	}
	return len(t.old) == 0
}
