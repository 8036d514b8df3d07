package window

import "sync"

// pending is what goes on in the background. Unlike a sync.WaitGroup, it can be
// waited for while more begins.
type pending struct {
	mu   sync.Mutex
	n    int
	idle sync.Cond
}

// Go runs f.
func (p *pending) Go(f func()) {
	p.mu.Lock()
	p.n++
	p.mu.Unlock()
	go func() {
		defer p.done()
		f()
	}()
}

func (p *pending) done() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.n--; p.n == 0 && p.idle.L != nil {
		p.idle.Broadcast()
	}
}

// Wait waits until nothing goes on.
func (p *pending) Wait() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.idle.L = &p.mu
	for p.n > 0 {
		p.idle.Wait()
	}
}
