package editor

import (
	"errors"
	"fmt"

	"throughline/canvas/layout"
	"throughline/journey"
)

// Notice is what a command did, where that is out of sight or can be missed.
type Notice struct {
	Text string // a sentence
	Undo bool   // offer to take it back
}

// Notice is the notice of the last command, once.
func (e *Editor) Notice() (Notice, bool) {
	n := e.notice
	e.notice = nil
	if n == nil {
		return Notice{}, false
	}
	return *n, true
}

// say gives notice of what was done.
func (e *Editor) say(text string) {
	e.notice = &Notice{Text: text, Undo: true}
	e.notify()
}

// Restore makes the file as it was in a version of some name.
func (e *Editor) Restore(was *journey.Project, name string) error {
	seq := e.Doc.Seq()
	if err := e.Doc.Become("Restore version", was); err != nil {
		return err
	}
	if e.Doc.Seq() == seq {
		e.notice = &Notice{Text: fmt.Sprintf("Nothing has changed since version “%s”.", name)}
		e.notify()
		return nil
	}
	e.say(fmt.Sprintf("Version “%s” restored.", name))
	return nil
}

// LockedError says that a lane is locked.
type LockedError struct{ Lane string }

// Error names the lane.
func (e LockedError) Error() string { return fmt.Sprintf("“%s” is locked", e.Lane) }

// CellError says why a cell does not take a card.
type CellError struct{ Why string }

// Error says why.
func (e CellError) Error() string { return e.Why }

// LoopError says that a map cannot be a loop.
type LoopError struct{ Stages int }

// Error names how many stages there are and how many there may be.
func (e LoopError) Error() string {
	return fmt.Sprintf("a loop has %d to %d stages, this map has %d", layout.LeastLoop, layout.MostLoop, e.Stages)
}

// Why a command cannot be done as things are.
var (
	ErrOnlyMap  = errors.New("a file has at least one map")
	ErrNoMap    = errors.New("the file has no map")
	ErrHasCards = errors.New("a line takes no cards")
	ErrNoCell   = errors.New("no cell is selected")
)

// Refused reports whether an error says that a command cannot be done as
// things are. Nothing has failed then.
func Refused(err error) bool {
	var locked LockedError
	var loop LoopError
	var cell CellError
	return errors.As(err, &locked) || errors.As(err, &cell) || errors.Is(err, ErrNoCell) || errors.As(err, &loop) || errors.Is(err, ErrNoMap) || errors.Is(err, ErrOnlyMap) || errors.Is(err, ErrHasCards)
}
