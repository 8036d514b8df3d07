package editor

import (
	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/journey"
)

var insertCommands = append([]Command{
	{
		Name: "insert.stepAfter", Title: "Add step after", Menu: "Insert", Group: 1, Fits: OnStep | OnStage | OnCell, Along: true, Keys: []input.Chord{{Mods: input.Alt | input.Shift, Key: input.KeyRight}},
		Enabled: func(e *Editor) bool { return e.here().stage.ID != "" },
		Run:     func(e *Editor) error { return e.insertStep(1) },
	},
	{
		Name: "insert.stepBefore", Title: "Add step before", Menu: "Insert", Group: 1, Fits: OnStep, Along: true, Keys: []input.Chord{{Mods: input.Alt | input.Shift, Key: input.KeyLeft}},
		Enabled: func(e *Editor) bool { return e.here().stage.ID != "" },
		Run:     func(e *Editor) error { return e.insertStep(0) },
	},
	{
		Name: "insert.stageAfter", Title: "Add stage after", Menu: "Insert", Group: 2, Fits: OnStage | OnStep | OnCell | OnGround, Keys: []input.Chord{{Mods: input.Alt | input.Shift, Key: "S"}},
		Enabled: hasMap,
		Run:     func(e *Editor) error { return e.insertStage(1) },
	},
	{
		Name: "insert.stageBefore", Title: "Add stage before", Menu: "Insert", Group: 2, Fits: OnStage,
		Enabled: func(e *Editor) bool { return e.here().stage.ID != "" },
		Run:     func(e *Editor) error { return e.insertStage(0) },
	},
	{
		Name: "insert.lane", Title: "Add lane below", Menu: "Insert", Group: 3, Keys: []input.Chord{{Mods: input.Alt | input.Shift, Key: "L"}},
		Enabled: hasMap,
		Run: func(e *Editor) error {
			kind := e.here().lane.LaneKind
			if !kind.Known() || kind == journey.Divider {
				kind = journey.Touchpoints
			}
			return e.insertLane(kind, 1)
		},
	},
}, append(eachLaneKind("insert.below.", "Add lane below", 3, OnLane|OnCell|OnGround|OnFoot, func(e *Editor, k journey.LaneKind) error { return e.insertLane(k, 1) }),
	append(eachLaneKind("insert.above.", "Add lane above", 3, OnLane, func(e *Editor, k journey.LaneKind) error { return e.insertLane(k, 0) }), []Command{
		{
			Name: "insert.note", Title: "Add note", Menu: "Insert", Group: 4, Fits: OnCell | OnStage | OnLane | OnGround,
			Enabled: hasMap,
			Run:     func(e *Editor) error { return e.insertNote() },
		},
		{
			Name: "insert.link", Title: "Link selected cards", Menu: "Insert", Group: 4, Fits: OnCard,
			Enabled: func(e *Editor) bool { return e.CountSelectedCards() > 1 },
			Run:     func(e *Editor) error { return e.linkSelected() },
		},
	}...)...)...)

// eachLaneKind is a command for every kind of lane.
func eachLaneKind(name, sub string, group int, fits Fit, run func(*Editor, journey.LaneKind) error) []Command {
	var out []Command
	for _, k := range journey.LaneKinds {
		out = append(out, Command{
			Name: name + string(k.Kind), Title: k.Title, Menu: "Insert", Sub: sub, Group: group, Fits: fits, Icon: k.Icon,
			Enabled: hasMap,
			Run:     func(e *Editor) error { return run(e, k.Kind) },
		})
	}
	return out
}

func hasMap(e *Editor) bool { return e.Map().ID != "" }

// begun types in a field of a row that put makes: both are one step of undo.
func (e *Editor) begun(f field, label string, put func(*journey.Edit) error) error {
	e.tool = e.visit(f, label, func(ed *journey.Edit) { e.fail(put(ed)) }, input.Event{Now: e.Doc.now()})
	return nil
}

// insertStage adds a stage before the one where the keyboard is, or behind it,
// and types its title. With no stage it comes last.
func (e *Editor) insertStage(behind int) error {
	at := len(e.Doc.Project().Stages(e.mp))
	if s := e.here().stage; s.ID != "" {
		at = indexOf(e.Doc.Project().Stages(e.mp), s.ID) + behind
	}
	put, id := e.newStage(at, "")
	return e.begun(field{id, layout.TitlePart}, wordsOf[journey.KindStage].add, put)
}

// insertStep adds a step before the one where the keyboard is, or behind it,
// and types its title.
func (e *Editor) insertStep(behind int) error {
	h := e.here()
	steps := e.Doc.Project().Steps(h.stage.ID)
	at := len(steps) * behind
	if r := e.rowsOf(journey.KindStage); h.step.ID != "" && len(r) == 0 {
		at = indexOf(steps, h.step.ID) + behind
	}
	put, id := e.newStep(h.stage.ID, at, "")
	return e.begun(field{id, layout.TitlePart}, wordsOf[journey.KindStep].add, put)
}

// insertLane adds a lane above the one where the keyboard is, or below it, and
// types its title. With no lane it comes last.
func (e *Editor) insertLane(kind journey.LaneKind, below int) error {
	all := e.Doc.Project().Lanes(e.mp)
	at := len(all)
	if l := e.here().lane; l.ID != "" {
		at = indexOf(all, l.ID) + below
	}
	put, id := e.newLane(kind, at)
	return e.begun(field{id, layout.TitlePart}, wordsOf[journey.KindLane].add, put)
}

// insertNote adds a note where the keyboard is and types its text.
func (e *Editor) insertNote() error {
	h := e.here()
	n := journey.Note{ID: e.Doc.newID(), Map: e.mp, Lane: h.lane.ID, Stage: h.stage.ID, X: 12, Y: 12}
	if b, ok := e.view.sheet.StageOf(h.stage.ID); ok {
		for _, c := range b.Columns {
			if c.Step == h.step.ID {
				n.X += c.X - b.X
			}
		}
	}
	return e.begun(field{n.ID, layout.TextPart}, wordsOf[journey.KindNote].add, func(ed *journey.Edit) error {
		notes := ed.Now().Notes(e.mp)
		ed.Put(journey.WithOrder(n, orderAt(notes, n.ID, len(notes))))
		return nil
	})
}

// linkSelected joins the selected cards in the order in which they were chosen,
// each with the next. Those that are joined that way already stay so.
func (e *Editor) linkSelected() error {
	cards := e.SelectedCards()
	return e.Doc.Do(counted(wordsOf[journey.KindLink].add, "Add %d links", len(cards)-1), func(ed *journey.Edit) error {
		for i, c := range cards[:len(cards)-1] {
			to, joined := cards[i+1].ID, false
			for _, l := range ed.Now().LinksOf(c.ID) {
				joined = joined || l.From == c.ID && l.To == to
			}
			if !joined {
				ed.Put(journey.Link{ID: ed.NewID(), Map: e.mp, From: c.ID, To: to})
			}
		}
		return nil
	})
}
