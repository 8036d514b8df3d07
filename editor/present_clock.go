package editor

import "time"

// clock is how long a presentation has taken.
type clock struct {
	planned time.Duration // 0 where nobody said
	from    time.Time     // when it began, or went on
	before  time.Duration // what had passed when it was stopped last
	stopped bool
}

func (c *clock) passed(now time.Time) time.Duration {
	if c.stopped {
		return c.before
	}
	return c.before + max(0, now.Sub(c.from))
}

// Lateness is how a presentation stands against its plan.
type Lateness uint8

// With less than a fifth of the time left the end comes near; then it is over.
const (
	InTime Lateness = iota
	NearEnd
	Over
)

// Time is how long the presentation has taken, and how long it may take; planned
// is 0 where nobody said.
func (p *Presentation) Time(now time.Time) (passed, planned time.Duration, late Lateness) {
	passed, planned = p.clock.passed(now), p.clock.planned
	switch {
	case planned == 0:
	case passed >= planned:
		late = Over
	case passed >= planned*8/10:
		late = NearEnd
	}
	return passed, planned, late
}

// Stopped reports whether the clock stands still.
func (p *Presentation) Stopped() bool { return p.clock.stopped }

// Pause stops the clock, or lets it go on.
func (p *Presentation) Pause(now time.Time) {
	c := &p.clock
	c.before, c.from = c.passed(now), now
	c.stopped = !c.stopped
	p.notify()
}

// Reset sets the clock to nothing.
func (p *Presentation) Reset(now time.Time) {
	p.clock.before, p.clock.from = 0, now
	p.notify()
}
