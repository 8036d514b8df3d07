package editor

import "throughline/journey"

// AddStage adds a stage with one step to the map, where index is its place
// among the stages.
func (e *Editor) AddStage(index int, title string) (journey.ID, error) {
	put, id := e.newStage(index, title)
	return id, e.Doc.Do(wordsOf[journey.KindStage].add, put)
}

// newStage is the edit that adds a stage, and the stage's ID. It may be done
// more than once, as a gesture does.
func (e *Editor) newStage(index int, title string) (func(*journey.Edit) error, journey.ID) {
	id, step := e.Doc.newID(), e.Doc.newID()
	return func(ed *journey.Edit) error {
		if _, ok := ed.Row(e.mp); !ok {
			return ErrNoMap
		}
		ed.Put(journey.Stage{ID: id, Map: e.mp, Order: orderAt(ed.Now().Stages(e.mp), id, index), Title: journey.CleanText(title)})
		ed.Put(journey.Step{ID: step, Stage: id, Order: journey.Between("", "")})
		return nil
	}, id
}

// AddStep adds a step to a stage, where index is its place among the steps.
func (e *Editor) AddStep(stage journey.ID, index int, title string) (journey.ID, error) {
	put, id := e.newStep(stage, index, title)
	return id, e.Doc.Do(wordsOf[journey.KindStep].add, put)
}

// newStep is the edit that adds a step, and the step's ID.
func (e *Editor) newStep(stage journey.ID, index int, title string) (func(*journey.Edit) error, journey.ID) {
	id := e.Doc.newID()
	return func(ed *journey.Edit) error {
		if _, ok := ed.Row(stage); ok {
			ed.Put(journey.Step{ID: id, Stage: stage, Order: orderAt(ed.Now().Steps(stage), id, index), Title: journey.CleanText(title)})
		}
		return nil
	}, id
}

// AddLane adds a lane of a kind, under the name that such lanes have, where
// index is its place among the lanes, hidden ones too.
func (e *Editor) AddLane(kind journey.LaneKind, index int) (journey.ID, error) {
	put, id := e.newLane(kind, index)
	return id, e.Doc.Do(wordsOf[journey.KindLane].add, put)
}

// newLane is the edit that adds a lane, and the lane's ID.
func (e *Editor) newLane(kind journey.LaneKind, index int) (func(*journey.Edit) error, journey.ID) {
	id := e.Doc.newID()
	l := journey.Lane{ID: id, Map: e.mp, LaneKind: kind, Title: kind.Info().Title}
	if kind == journey.Divider {
		l.Line = journey.LineVisibility
	}
	return func(ed *journey.Edit) error {
		if _, ok := ed.Row(e.mp); !ok {
			return ErrNoMap
		}
		l.Order = orderAt(ed.Now().Lanes(e.mp), id, index)
		ed.Put(l)
		return nil
	}, id
}

// AddMap adds a map behind the others and shows it. It has three stages and
// the lanes of the map that was shown, without their cards.
func (e *Editor) AddMap(title string) (journey.ID, error) {
	lanes := e.Doc.Project().Lanes(e.mp)
	if len(lanes) == 0 {
		for _, k := range []journey.LaneKind{journey.Goals, journey.Touchpoints, journey.Feelings, journey.Opportunities} {
			lanes = append(lanes, journey.Lane{LaneKind: k, Title: k.Info().Title})
		}
		for i, o := range journey.Spread(len(lanes)) {
			lanes[i].Order = o
		}
	}
	m := journey.Map{ID: e.Doc.newID(), Title: journey.CleanText(title)}
	err := e.Doc.Do(wordsOf[journey.KindMap].add, func(ed *journey.Edit) error {
		maps := ed.Now().Maps()
		m.Order = orderAt(maps, m.ID, len(maps))
		ed.Put(m)
		for _, o := range journey.Spread(3) {
			s := journey.Stage{ID: ed.NewID(), Map: m.ID, Order: o}
			ed.Put(s)
			ed.Put(journey.Step{ID: ed.NewID(), Stage: s.ID, Order: journey.Between("", "")})
		}
		for _, l := range lanes {
			l.ID, l.Map, l.Locked = ed.NewID(), m.ID, false
			ed.Put(l)
		}
		return nil
	})
	if err == nil {
		e.ShowMap(m.ID)
	}
	return m.ID, err
}
