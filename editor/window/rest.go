package window

import (
	"runtime"
	"runtime/debug"
	"sync"
	"time"
)

// rest gives memory back to the system when the hand rests: what a burst of work
// took, such as tiles of many zooms, else stays with the program until the
// collector comes round, which may be minutes in which nothing happens.
type rest struct {
	timer  *time.Timer
	giving sync.Mutex // guards left
	left   uint64     // bytes that were kept the last time
}

const (
	restAfter = 3 * time.Second
	restWorth = 16 << 20 // less is not worth a collection
)

// stir says that something was done. It belongs to the window's goroutine.
func (r *rest) stir() {
	if r.timer == nil {
		r.timer = time.AfterFunc(restAfter, r.give)
		return
	}
	r.timer.Reset(restAfter)
}

func (r *rest) give() {
	r.giving.Lock()
	defer r.giving.Unlock()
	if kept() < r.left+restWorth {
		return
	}
	debug.FreeOSMemory()
	r.left = kept()
}

// kept is what Go's memory takes of the system's.
func kept() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapSys - m.HeapReleased
}
