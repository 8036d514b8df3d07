package window

import (
	"os"
	"os/signal"
	"syscall"
	"time"

	"fyne.io/fyne/v2"
)

// leaving runs then once the document that is shown can be left: all of it is
// in its file, or the user gives up what could not be written.
func (w *Window) leaving(then func()) {
	doc := w.doc
	if doc == nil {
		then()
		return
	}
	doc.editor.Settle()
	w.task("Saving “"+doc.name()+"”", func(p *progress) error {
		err := doc.file.Flush(p)
		if p.Err() != nil {
			return p.Err()
		}
		fyne.Do(func() {
			if err != nil && w.doc == doc {
				w.askUnsaved(doc, err, then)
				return
			}
			then()
		})
		return nil
	})
}

// Quit closes the window when everything is in its file. A signal does not
// come this way but straight to closed.
func (w *Window) Quit() { w.leaving(w.win.Close) }

// Show opens the window and runs until it is closed, or until the system asks
// the program to end.
func (w *Window) Show() {
	go w.obey()
	w.win.ShowAndRun()
	w.closed() // when Fyne ended by itself
}

const (
	// lastWait bounds how long tasks that were cancelled may hold up the end.
	lastWait = 5 * time.Second
	// grace is how long Fyne may take to come back from its loop.
	grace = time.Second
)

// obey ends the program in order when the system asks for it: with the window,
// so that what is being typed is kept.
//
// Fyne's own handler is taken out. It stops the loop of Fyne 2.8.1 at once, and
// that drops what is still queued for it, OnStopped too, or waits forever for
// an event that came in between. The latter may follow the closing of a window
// as well; nothing is left to be kept then, and the file must not stay locked.
func (w *Window) obey() {
	fyne.DoAndWait(func() {}) // Fyne starts its handler right before its loop
	time.Sleep(grace / 10)
	ends := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) { // as under nohup
		ends = append(ends, syscall.SIGHUP)
	}
	signal.Reset(ends...)
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, ends...)
	select {
	case <-asked:
		fyne.Do(w.win.Close)
	case <-w.over:
	}
	select {
	case <-w.over:
	case <-time.After(2 * lastWait):
	}
	time.Sleep(grace)
	os.Exit(0)
}

// closed ends everything and keeps what is still unwritten. It may be called
// again.
func (w *Window) closed() {
	w.asked++ // what is being read is not shown any more
	w.end()
	if !w.gone {
		w.gone = true
		w.writeMemory()
	}
	doc := w.doc
	w.doc, w.list = nil, nil
	w.letGo(doc)
	done := make(chan struct{})
	go func() {
		w.tasks.Wait()
		w.closing.Wait()
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(lastWait):
	}
	for _, folder := range w.printed {
		os.RemoveAll(folder)
	}
	w.once.Do(func() { close(w.over) })
}
