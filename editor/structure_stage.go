package editor

import (
	"fmt"
	"strings"

	"throughline/journey"
)

// CanSplit reports whether a step can begin a stage of its own: one that is
// not the first of its stage.
func (e *Editor) CanSplit(step journey.ID) bool {
	st, ok := get[journey.Step](e, step)
	return ok && indexOf(e.Doc.Project().Steps(st.Stage), step) > 0
}

// SplitStage makes a stage of a step and those behind it, with all that stands
// under them, and returns it. What belongs to the whole stage stays with the
// steps before.
func (e *Editor) SplitStage(step journey.ID) (journey.ID, error) {
	st, _ := get[journey.Step](e, step)
	if !e.CanSplit(step) {
		return "", nil
	}
	var id journey.ID
	err := e.Doc.Do("Split stage", func(ed *journey.Edit) error {
		p := ed.Project()
		old, _ := journey.Get[journey.Stage](p, st.Stage)
		stages, steps := p.Stages(old.Map), p.Steps(old.ID)
		id = ed.NewID()
		s := journey.Stage{ID: id, Map: old.Map, Order: orderAt(stages, id, indexOf(stages, old.ID)+1), Hue: old.Hue, Width: old.Width}
		ed.Put(s)
		for _, st := range steps[indexOf(steps, step):] {
			moveStep(ed, st, s, st.Order)
		}
		return nil
	})
	return id, err
}

// nextStage is the stage behind a stage of its map.
func (e *Editor) nextStage(id journey.ID) (journey.Stage, bool) {
	s, ok := get[journey.Stage](e, id)
	if !ok {
		return s, false
	}
	return behind(e.Doc.Project().Stages(s.Map), id)
}

// MergeStage joins a stage with the one behind it: it takes its steps, what
// belongs to the whole of it, its notes and what was said of it.
func (e *Editor) MergeStage(id journey.ID) error {
	next, ok := e.nextStage(id)
	if !ok {
		return nil
	}
	var offset float64 // of the next stage, for the notes that hang on it
	for _, b := range e.view.sheet.Stages {
		switch b.ID {
		case id:
			offset -= b.X
		case next.ID:
			offset += b.X
		}
	}
	err := e.Doc.Do("Merge stages", func(ed *journey.Edit) error {
		s, _ := journey.Get[journey.Stage](ed.Now(), id)
		merge(ed, s, next, offset)
		return nil
	})
	if err == nil {
		e.say(fmt.Sprintf("Stage “%s” merged into the one before.", journey.ShortName(next)))
	}
	return err
}

// merge brings all of the stage next into s, and deletes next.
func merge(ed *journey.Edit, s, next journey.Stage, offset float64) {
	p := ed.Project()
	for _, st := range p.Steps(next.ID) {
		all := ed.Now().Steps(s.ID)
		moveStep(ed, st, s, orderAt(all, st.ID, len(all)))
	}
	for _, l := range p.Lanes(s.Map) {
		for _, c := range p.Cards(l.ID, next.ID) {
			all := ed.Now().Cards(l.ID, s.ID)
			c.Stage, c.Order = s.ID, orderAt(all, c.ID, len(all))
			ed.Put(c)
		}
		for _, h := range p.Hints(l.ID, next.ID) {
			h.Stage = s.ID
			ed.Put(h)
		}
	}
	for _, n := range p.Notes(s.Map) {
		if n.Stage == next.ID {
			n.Stage, n.X = s.ID, n.X+offset
			ed.Put(n)
		}
	}
	takeComments(ed, next.ID, s.ID)
	if strings.TrimSpace(s.Title) == "" {
		s.Title = next.Title
	}
	s.Note, s.SpeakerNotes = joined(s.Note, next.Note), joined(s.SpeakerNotes, next.SpeakerNotes)
	if next.Minutes.Set {
		s.Minutes = journey.Num(s.Minutes.Or(0) + next.Minutes.Value)
	}
	ed.Put(s)
	ed.Delete(next.ID)
}

// joined is two texts as paragraphs of one.
func joined(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "\n" + b
}
