package raster

import (
	"image"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"throughline/canvas/scene"
)

// Pool paints tiles in the background, on one core less than there are.
type Pool struct {
	renderer *Renderer
	arrived  func()

	mu      sync.Mutex // guards what follows
	wake    *sync.Cond
	jobs    []*job
	results []*job
	posted  bool
	closed  bool
	workers int
	idle    int             // workers that wait for a job
	quiet   []chan struct{} // closed when all of them do
	buffers []*[TileSize * TileSize * 4]byte
}

// job is a tile to paint.
type job struct {
	tile        *Tile
	rect        image.Rectangle
	scene       *scene.Scene
	scale, zoom float64
	rank        atomic.Int64 // the lowest is painted first
	dropped     atomic.Bool
	image       *image.RGBA
}

// drop says that nobody waits for the job any more.
func (j *job) drop() {
	if j != nil {
		j.dropped.Store(true)
	}
}

// NewPool starts workers that paint with r. arrived is called from one of them
// when Take has something to give; it is not called again before Take was.
func NewPool(r *Renderer, arrived func()) *Pool {
	return newPool(r, arrived, max(1, runtime.NumCPU()-1))
}

func newPool(r *Renderer, arrived func(), workers int) *Pool {
	p := &Pool{renderer: r, arrived: arrived, workers: workers}
	p.wake = sync.NewCond(&p.mu)
	for range workers {
		go p.work()
	}
	return p
}

// Close ends the workers; what they paint at the moment is thrown away, and
// nothing more is painted.
func (p *Pool) Close() {
	p.mu.Lock()
	p.closed, p.jobs, p.results = true, nil, nil
	p.mu.Unlock()
	p.wake.Broadcast()
}

func (p *Pool) add(j *job, rank int64) *job {
	j.rank.Store(rank)
	p.mu.Lock()
	if !p.closed {
		p.jobs = append(p.jobs, j)
	}
	p.mu.Unlock()
	p.wake.Signal()
	return j
}

// next waits for the job of the lowest rank; nil when the pool is closed.
func (p *Pool) next() *job {
	p.mu.Lock()
	defer p.mu.Unlock()
	for {
		best := -1
		keep := p.jobs[:0]
		for _, j := range p.jobs {
			if j.dropped.Load() {
				continue
			}
			if best < 0 || j.rank.Load() < keep[best].rank.Load() {
				best = len(keep)
			}
			keep = append(keep, j)
		}
		clear(p.jobs[len(keep):])
		p.jobs = keep
		if p.closed {
			return nil
		}
		if best >= 0 {
			j := p.jobs[best]
			p.jobs = append(p.jobs[:best], p.jobs[best+1:]...)
			return j
		}
		if p.idle++; p.idle == p.workers {
			for _, c := range p.quiet {
				close(c)
			}
			p.quiet = nil
		}
		p.wake.Wait()
		p.idle--
	}
}

// Wait waits until everything is painted, at most for limit: what little an
// edit changes is worth waiting for, as it is shown a frame earlier then.
func (p *Pool) Wait(limit time.Duration) {
	p.mu.Lock()
	if p.closed || len(p.jobs) == 0 && p.idle == p.workers {
		p.mu.Unlock()
		return
	}
	quiet := make(chan struct{})
	p.quiet = append(p.quiet, quiet)
	p.mu.Unlock()
	select {
	case <-quiet:
	case <-time.After(limit):
	}
}

func (p *Pool) work() {
	for {
		j := p.next()
		if j == nil {
			return
		}
		size := j.rect.Size()
		pix := p.pixels(4 * size.X * size.Y)
		p.renderer.Paint(&image.RGBA{Pix: pix, Stride: 4 * size.X, Rect: j.rect}, j.scene, j.scale, j.zoom)
		j.image = &image.RGBA{Pix: pix, Stride: 4 * size.X, Rect: image.Rectangle{Max: size}}
		p.mu.Lock()
		post := !p.posted && !p.closed
		if !p.closed {
			p.results = append(p.results, j)
			p.posted = true
		}
		p.mu.Unlock()
		if post {
			p.arrived()
		}
	}
}

// pixels is n bytes for a tile. Those at the edge of a scene are often small,
// as all tiles of a band are: they have no more than they need.
func (p *Pool) pixels(n int) []byte {
	if n <= TileSize*TileSize*4/2 {
		return make([]byte, n)
	}
	return p.buffer()[:n]
}

// buffer is the pixels of a whole tile, used before or new.
func (p *Pool) buffer() []byte {
	p.mu.Lock()
	defer p.mu.Unlock()
	if n := len(p.buffers); n > 0 {
		b := p.buffers[n-1]
		p.buffers = p.buffers[:n-1]
		return b[:]
	}
	return new([TileSize * TileSize * 4]byte)[:]
}

// Recycle gives an image that nobody shows any more back to the workers.
func (p *Pool) Recycle(im *image.RGBA) {
	const keep = 4
	if im == nil || cap(im.Pix) < TileSize*TileSize*4 {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.buffers) < keep {
		p.buffers = append(p.buffers, (*[TileSize * TileSize * 4]byte)(im.Pix[:TileSize*TileSize*4]))
	}
}

// Take puts up to n tiles that have arrived in their places, and reports
// whether there are more. It belongs to the window's goroutine.
func (p *Pool) Take(n int) (more bool) {
	p.mu.Lock()
	got := p.results
	if len(got) > n {
		got = got[:n:n]
	}
	p.results = p.results[len(got):]
	more = len(p.results) > 0
	p.posted = more
	p.mu.Unlock()
	for _, j := range got {
		if j.dropped.Load() || j.tile.job != j {
			p.Recycle(j.image)
			continue
		}
		j.tile.job, j.tile.stale = nil, false
		j.tile.Image, j.tile.at = j.image, j.rect.Min
	}
	return more
}
