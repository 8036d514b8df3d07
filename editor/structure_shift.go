package editor

import (
	"slices"

	"throughline/canvas/layout"
	"throughline/journey"
)

// shifted is those of a list of siblings that get another order when the chosen
// ones go one place on, or back where way is negative. They keep together, and
// what stands at the end already stays.
func shifted(rows []journey.Row, chosen map[journey.ID]bool, way int) []journey.Row {
	seq := slices.Clone(rows)
	if way > 0 {
		for i := len(seq) - 2; i >= 0; i-- {
			if chosen[seq[i].RowID()] && !chosen[seq[i+1].RowID()] {
				seq[i], seq[i+1] = seq[i+1], seq[i]
			}
		}
	} else {
		for i := 1; i < len(seq); i++ {
			if chosen[seq[i].RowID()] && !chosen[seq[i-1].RowID()] {
				seq[i], seq[i-1] = seq[i-1], seq[i]
			}
		}
	}
	fixed := func(i int) bool { return !chosen[seq[i].RowID()] || seq[i] == rows[i] }
	var out []journey.Row
	var before journey.Order
	for i, r := range seq {
		if fixed(i) {
			before = r.RowOrder()
			continue
		}
		var after journey.Order
		for k := i + 1; k < len(seq) && after == ""; k++ {
			if fixed(k) {
				after = seq[k].RowOrder()
			}
		}
		before = journey.Between(before, after)
		out = append(out, journey.WithOrder(r, before))
	}
	return out
}

// moveSelected moves what is selected, but for cards, by one place: stages and
// steps along the band, lanes up and down, notes by a little.
func (e *Editor) moveSelected(dx, dy int) error {
	rows := e.rowsOf(movable...)
	if len(rows) == 0 {
		return nil
	}
	w := wordsFor(rows)
	err := e.Doc.Do(counted(w.move, w.moves, len(rows)), func(ed *journey.Edit) error {
		switch rows[0].(type) {
		case journey.Note:
			const nudge = 8
			for _, r := range rows {
				n := r.(journey.Note)
				n.X, n.Y = n.X+nudge*float64(dx), n.Y+nudge*float64(dy)
				ed.Put(n)
			}
		case journey.Step:
			e.moveSteps(ed, rows, dx)
		case journey.Stage:
			e.shift(ed, rows, dx)
		case journey.Lane:
			e.shift(ed, rows, dy)
		}
		return nil
	})
	if n := len(e.sel.ids); err == nil && n > 0 {
		e.Reveal(e.sel.ids[n-1])
	}
	return err
}

// movable is the kinds of row that the keyboard moves.
var movable = []journey.Kind{journey.KindNote, journey.KindStep, journey.KindStage, journey.KindLane}

// canMove reports whether what is selected can be moved as one: rows of one
// kind.
func canMove(e *Editor) bool {
	return slices.ContainsFunc(movable, func(k journey.Kind) bool { return e.tally().only(k) })
}

// shift moves rows among those of their siblings that are shown.
func (e *Editor) shift(ed *journey.Edit, rows []journey.Row, way int) {
	if way == 0 {
		return
	}
	all := slices.DeleteFunc(siblingsOf(ed.Now(), rows[0]), func(r journey.Row) bool { return !e.onSheet(r) })
	for _, r := range shifted(all, ids(rows), way) {
		ed.Put(r)
	}
}

func ids(rows []journey.Row) map[journey.ID]bool {
	m := make(map[journey.ID]bool, len(rows))
	for _, r := range rows {
		m[r.RowID()] = true
	}
	return m
}

// onSheet reports whether a stage or a lane is shown.
func (e *Editor) onSheet(r journey.Row) bool {
	switch r := r.(type) {
	case journey.Stage:
		_, ok := e.view.sheet.StageOf(r.ID)
		return ok
	case journey.Lane:
		_, ok := e.view.sheet.RowOf(r.ID)
		return ok
	}
	return true
}

// moveSteps moves steps along the band. One that is at the end of its stage
// goes on to the next.
func (e *Editor) moveSteps(ed *journey.Edit, rows []journey.Row, way int) {
	if way == 0 {
		return
	}
	chosen, done := ids(rows), map[journey.ID]bool{}
	for _, r := range rows {
		stage := r.(journey.Step).Stage
		if done[stage] {
			continue
		}
		done[stage] = true
		all := siblingsOf(ed.Now(), r)
		if moved := shifted(all, chosen, way); len(moved) > 0 {
			for _, r := range moved {
				ed.Put(r)
			}
			continue
		}
		s, ok := e.neighbour(stage, way)
		if !ok {
			continue
		}
		var going []journey.Step
		for _, r := range all {
			if chosen[r.RowID()] {
				going = append(going, r.(journey.Step))
			}
		}
		for i, st := range going {
			there := ed.Now().Steps(s.ID)
			at := i
			if way < 0 {
				at = len(there)
			}
			moveStep(ed, st, s, orderAt(there, st.ID, at))
		}
	}
}

// neighbour is the stage that is shown beside another one.
func (e *Editor) neighbour(stage journey.ID, way int) (journey.Stage, bool) {
	all := e.view.sheet.Stages
	i := slices.IndexFunc(all, func(b layout.StageBox) bool { return b.ID == stage })
	if i < 0 || i+way < 0 || i+way >= len(all) {
		return journey.Stage{}, false
	}
	return all[i+way].Stage, true
}
