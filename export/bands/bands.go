// Package bands makes the bands of a large picture ahead of who writes them,
// several at a time in memory that is used again and again. It must never know
// what is in a band, nor hold more of them than there are workers.
package bands

import "context"

// Worker makes one band after the other in the same memory.
type Worker interface {
	Make(ctx context.Context, band int) error
}

// Team makes bands ahead of the one that is asked for, one a worker. It is for
// one goroutine.
type Team[W Worker] struct {
	ctx          context.Context
	workers      []W // band i is made by worker i modulo their number
	done         []chan error
	bands        int
	begun, taken int
}

// New is a team that makes so many bands.
func New[W Worker](ctx context.Context, workers []W, bands int) *Team[W] {
	t := &Team[W]{ctx: ctx, workers: workers, bands: bands}
	for range workers {
		t.done = append(t.done, make(chan error, 1))
	}
	return t
}

// Band waits for band i and is its worker; bands are asked for in order. What
// the worker made is good until the next call.
func (t *Team[W]) Band(i int) (W, error) {
	for ; t.begun < min(i+len(t.workers), t.bands); t.begun++ {
		k, n := t.begun%len(t.workers), t.begun
		go func() { t.done[k] <- t.workers[k].Make(t.ctx, n) }()
	}
	k := i % len(t.workers)
	t.taken++
	return t.workers[k], <-t.done[k]
}

// Wait waits for bands that nobody has asked for.
func (t *Team[W]) Wait() {
	for ; t.taken < t.begun; t.taken++ {
		<-t.done[t.taken%len(t.workers)]
	}
}
