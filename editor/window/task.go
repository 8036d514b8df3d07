package window

import (
	"context"
	"errors"
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"throughline/journey"
)

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
	bar *widget.ProgressBar
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
	ctx, cancel := context.WithCancel(context.Background())
	p := &progress{Context: ctx}
	var d dialog.Dialog
	w.busy++
	timer := time.AfterFunc(patience, func() {
		fyne.Do(func() {
			if ctx.Err() != nil {
				return
			}
			p.bar = widget.NewProgressBar()
			d = dialog.NewCustom(title, "Cancel", container.NewPadded(p.bar), w.win)
			d.SetOnClosed(cancel)
			d.Resize(fyne.NewSize(360, 120))
			d.Show()
		})
	})
	go func() {
		err := f(p)
		cancelled := ctx.Err() != nil
		fyne.Do(func() {
			timer.Stop()
			cancel()
			w.busy--
			if d != nil {
				d.Hide()
			}
			if err != nil && !(cancelled && errors.Is(err, context.Canceled)) {
				w.say(err)
			}
			w.focusMap()
		})
	}()
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
	w.note(Explain(err, name), "", nil)
}

// count is "1 card", "3 cards".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// showProblems lists what was put right.
func (w *Window) showProblems(title string, p []journey.Problem) {
	list := widget.NewList(func() int { return len(p) },
		func() fyne.CanvasObject { l := widget.NewLabel(""); l.Wrapping = fyne.TextWrapWord; return l },
		func(i int, o fyne.CanvasObject) { o.(*widget.Label).SetText(p[i].String()) })
	d := dialog.NewCustom(title, "Close", list, w.win)
	d.SetOnClosed(w.focusMap)
	d.Resize(fyne.NewSize(560, 400))
	d.Show()
}
