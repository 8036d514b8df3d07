package editor

import (
	"fmt"

	"throughline/journey"
)

// changeLane changes one lane as one step of undo.
func (e *Editor) changeLane(id journey.ID, label string, change func(*journey.Lane)) error {
	l, ok := get[journey.Lane](e, id)
	if !ok {
		return nil
	}
	change(&l)
	return e.Doc.Do(label, func(ed *journey.Edit) error {
		ed.Put(l)
		return nil
	})
}

// HideLane hides a lane, or shows it again. A hidden lane gives notice, for
// then it is out of sight.
func (e *Editor) HideLane(id journey.ID, hide bool) error {
	label := "Show lane"
	if hide {
		label = "Hide lane"
	}
	was, _ := get[journey.Lane](e, id)
	err := e.changeLane(id, label, func(l *journey.Lane) { l.Hidden = hide })
	if is, ok := get[journey.Lane](e, id); err == nil && ok && hide && !was.Hidden {
		e.say(fmt.Sprintf("Lane “%s” hidden.", journey.ShortName(is)))
	}
	return err
}

// FoldLane shows a lane's name and how many cards it has only, or all of it.
func (e *Editor) FoldLane(id journey.ID, fold bool) error {
	label := "Unfold lane"
	if fold {
		label = "Fold lane"
	}
	return e.changeLane(id, label, func(l *journey.Lane) { l.Folded = fold })
}

// LockLane locks a lane, so that nothing in it changes, or unlocks it.
func (e *Editor) LockLane(id journey.ID, lock bool) error {
	label := "Unlock lane"
	if lock {
		label = "Lock lane"
	}
	return e.changeLane(id, label, func(l *journey.Lane) { l.Locked = lock })
}

// ConvertLane makes a lane one of another kind. Its cards keep all that they
// hold, also what the new kind does not show, so that converting back gives
// the same lane again.
func (e *Editor) ConvertLane(id journey.ID, kind journey.LaneKind) error {
	if err := e.locked(id); err != nil {
		return err
	}
	if l, ok := get[journey.Lane](e, id); ok && kind.Info().Card == "" && len(e.Doc.Project().LaneCards(l)) > 0 {
		return ErrHasCards
	}
	return e.changeLane(id, "Convert lane", func(l *journey.Lane) { l.LaneKind = kind })
}

// SetHue gives stages, lanes, cards and notes a colour, 1 to 8, or 0 for the
// one that they take from their place.
func (e *Editor) SetHue(hue int, ids ...journey.ID) error {
	var rows []journey.Row
	for _, id := range ids {
		r, _ := e.Doc.Project().Row(id)
		switch n := r.(type) {
		case journey.Stage:
			n.Hue = hue
			r = n
		case journey.Lane:
			n.Hue = hue
			r = n
		case journey.Card:
			n.Hue = hue
			r = n
		case journey.Note:
			n.Hue = hue
			r = n
		default:
			continue
		}
		if err := e.locked(id); err != nil {
			return err
		}
		rows = append(rows, r)
	}
	return e.Doc.Do("Change colour", func(ed *journey.Edit) error {
		for _, r := range rows {
			ed.Put(r)
		}
		return nil
	})
}
