package window

import (
	"context"
	"errors"
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// sentence is an error that is in words already.
type sentence string

func (s sentence) Error() string { return string(s) }

// explained is an error about a file, which Explain can put into words.
type explained struct {
	error
	name string
}

// Unwrap is the error itself.
func (e explained) Unwrap() error { return e.error }

// progress is what a task can be cancelled by and says how far it is with.
type progress struct {
	context.Context
	bar   *widget.ProgressBar
	after func() // gives the keyboard to something else than the map; nil does not
}

// Set says how much of the task is done, 0 to 1. Any goroutine may call it.
func (p *progress) Set(done float64) {
	fyne.Do(func() {
		if p.bar != nil {
			p.bar.SetValue(done)
		}
	})
}

// patience is how long a task may take before the window shows that it does.
const patience = 500 * time.Millisecond

// task runs f in the background. When it takes long, a dialog shows its
// progress and can cancel it. Its error is said in a sentence.
func (w *Window) task(title string, f func(*progress) error) {
	ctx, cancel := context.WithCancel(w.ctx)
	p := &progress{Context: ctx}
	var d *dialog
	timer := time.AfterFunc(patience, func() {
		fyne.Do(func() {
			if ctx.Err() != nil {
				return
			}
			p.bar = widget.NewProgressBar()
			stop := w.button("Cancel", false, w.escape)
			d = w.ask(title, fyne.NewSize(360, 0), p.bar, cancel, stop)
			w.win.Canvas().Focus(stop)
		})
	})
	w.tasks.Go(func() {
		err := f(p)
		cancelled := ctx.Err() != nil
		fyne.Do(func() {
			timer.Stop()
			cancel()
			if d != nil {
				d.close()
			}
			if err != nil && !(cancelled && errors.Is(err, context.Canceled)) {
				w.say(err)
			}
			w.focusMap()
			if p.after != nil {
				p.after()
			}
		})
	})
}

// say shows an error as a sentence.
func (w *Window) say(err error) {
	name := ""
	var e explained
	if errors.As(err, &e) {
		name = e.name
	} else if w.doc != nil {
		name = w.doc.file.Path()
	}
	if w.doc == nil {
		w.showStart(Explain(err, name))
		return
	}
	w.note(Explain(err, name), "", nil)
}

// count is "1 card", "3 cards".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
