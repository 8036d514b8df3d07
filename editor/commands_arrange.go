package editor

import (
	"fmt"
	"slices"
	"strings"

	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/journey"
)

var arrangeCommands = slices.Concat([]Command{
	moving("arrange.left", "Move left", input.KeyLeft, OnCard|OnStage|OnStep, leftward),
	moving("arrange.right", "Move right", input.KeyRight, OnCard|OnStage|OnStep, rightward),
	moving("arrange.up", "Move up", input.KeyArrowUp, OnCard|OnLane, upward),
	moving("arrange.down", "Move down", input.KeyArrowDown, OnCard|OnLane, downward),
	{
		Name: "arrange.front", Title: "Bring note to front", Menu: "Arrange", Fits: OnNote, Keys: []input.Chord{{Mods: input.Ctrl, Key: "]"}},
		Enabled: onNotes,
		Run:     func(e *Editor) error { return e.stackNotes(true) },
	},
	{
		Name: "arrange.back", Title: "Send note to back", Menu: "Arrange", Fits: OnNote, Keys: []input.Chord{{Mods: input.Ctrl, Key: "["}},
		Enabled: onNotes,
		Run:     func(e *Editor) error { return e.stackNotes(false) },
	},
	{
		Name: "arrange.split", Title: "Split stage here", Menu: "Arrange", Group: 1, Fits: OnStep,
		Enabled: func(e *Editor) bool { return e.CanSplit(e.here().step.ID) },
		Run: func(e *Editor) error {
			id, err := e.SplitStage(e.here().step.ID)
			if err == nil {
				e.Select(id)
			}
			return err
		},
	},
	{
		Name: "arrange.merge", Title: "Merge with next stage", Menu: "Arrange", Group: 1, Fits: OnStage,
		Enabled: func(e *Editor) bool { _, ok := e.nextStage(e.here().stage.ID); return ok },
		Run:     func(e *Editor) error { return e.MergeStage(e.here().stage.ID) },
	},
	{
		Name: "arrange.mergeStep", Title: "Merge with next step", Menu: "Arrange", Group: 1, Fits: OnStep,
		Enabled: func(e *Editor) bool { _, ok := e.nextStep(e.here().step.ID); return ok },
		Run:     func(e *Editor) error { return e.MergeStep(e.here().step.ID) },
	},
	{
		Name: "arrange.mergeLane", Title: "Merge with lane below", Menu: "Arrange", Group: 1, Fits: OnLane,
		Enabled: func(e *Editor) bool { _, ok := e.laneBelow(e.here().lane.ID); return ok },
		Run:     func(e *Editor) error { return e.MergeLane(e.here().lane.ID) },
	},
	{
		Name: "arrange.mergeCards", Title: "Merge cards", Menu: "Arrange", Group: 1, Fits: OnCard,
		Enabled: func(e *Editor) bool { return e.tally().n > 1 && e.tally().only(journey.KindCard) },
		Run:     func(e *Editor) error { return e.MergeCards(e.sel.ids...) },
	},
	{
		Name: "arrange.splitCard", Title: "Split card into its lines", Menu: "Arrange", Group: 1, Fits: OnCard,
		Enabled: func(e *Editor) bool {
			c, ok := get[journey.Card](e, e.focus.Row)
			return ok && e.tally().n == 1 && strings.TrimSpace(c.Text) != ""
		},
		Run: func(e *Editor) error {
			made, err := e.SplitCard(e.focus.Row)
			if err == nil && len(made) > 0 {
				e.Select(append([]journey.ID{e.focus.Row}, made...)...)
			}
			return err
		},
	},
	{
		Name: "arrange.reverse", Title: "Turn link around", Menu: "Arrange", Group: 1, Fits: OnLink,
		Enabled: func(e *Editor) bool { return e.tally().only(journey.KindLink) },
		Run:     func(e *Editor) error { return e.turnLinks() },
	},
	onLane("arrange.hide", "Hide lane", 2, "H", nil, func(e *Editor, l journey.Lane) error { return e.HideLane(l.ID, true) }),
	onLane("arrange.fold", "Fold lane", 2, "", func(l journey.Lane) bool { return l.Folded }, func(e *Editor, l journey.Lane) error { return e.FoldLane(l.ID, !l.Folded) }),
	onLane("arrange.lock", "Lock lane", 2, "L", func(l journey.Lane) bool { return l.Locked }, func(e *Editor, l journey.Lane) error { return e.LockLane(l.ID, !l.Locked) }),
	{
		Name: "arrange.showAll", Title: "Show hidden lanes", Menu: "Arrange", Group: 2, Fits: OnLane | OnGround,
		Enabled: func(e *Editor) bool { return len(e.hiddenLanes()) > 0 },
		Run:     func(e *Editor) error { return e.showHidden() },
	},
}, settings(), colours(), conversions())

// moving carries what is selected one place further: cards, or stages, steps,
// lanes and notes.
func moving(name, title string, k input.Key, fits Fit, w heading) Command {
	return Command{
		Name: name, Title: title, Menu: "Arrange", Fits: fits, Keys: []input.Chord{{Mods: input.Ctrl, Key: k}},
		Enabled: func(e *Editor) bool { return e.CountSelectedCards() > 0 || canMove(e) },
		Run: func(e *Editor) error {
			w := e.way(w)
			if e.CountSelectedCards() > 0 {
				return e.nudge(w)
			}
			return e.moveSelected(w.x, w.y)
		},
	}
}

// onLane is a command on the lane where the keyboard is.
func onLane(name, title string, group int, key input.Key, checked func(journey.Lane) bool, run func(*Editor, journey.Lane) error) Command {
	c := Command{
		Name: name, Title: title, Menu: "Arrange", Group: group, Fits: OnLane,
		Enabled: func(e *Editor) bool { _, ok := e.laneHere(); return ok },
		Run: func(e *Editor) error {
			l, _ := e.laneHere()
			return run(e, l)
		},
	}
	if key != "" {
		c.Keys = []input.Chord{{Mods: input.Ctrl | input.Shift, Key: key}}
	}
	if checked != nil {
		c.Checked = func(e *Editor) bool {
			l, ok := e.laneHere()
			return ok && checked(l)
		}
	}
	return c
}

// colours is a command for every hue.
func colours() []Command {
	var out []Command
	for hue := range len(layout.HueNames) + 1 {
		c := Command{
			Name: fmt.Sprint("arrange.hue", hue), Title: "As its place", Menu: "Arrange", Sub: "Colour", Group: 3, Fits: OnCard | OnStage | OnLane | OnNote,
			Enabled: func(e *Editor) bool { return e.tally().count(colourful...) > 0 },
			Run:     func(e *Editor) error { return e.SetHue(hue, e.coloured()...) },
		}
		if hue > 0 {
			c.Title = layout.HueNames[hue-1]
		}
		c.Checked = func(e *Editor) bool { return e.tally().count(colourful...) > 0 && e.tally().hue == hue }
		out = append(out, c)
	}
	return out
}

// coloured is the selected rows that can have a colour of their own.
func (e *Editor) coloured() []journey.ID {
	return slices.DeleteFunc(slices.Clone(e.sel.ids), func(id journey.ID) bool {
		r, ok := e.Doc.Project().Row(id)
		return !ok || !slices.Contains(colourful, r.Kind())
	})
}

// conversions is a command for every kind that a lane can become.
func conversions() []Command {
	var out []Command
	for _, k := range journey.LaneKinds {
		c := onLane("arrange.convert."+string(k.Kind), k.Title, 4, "", func(l journey.Lane) bool { return l.LaneKind == k.Kind },
			func(e *Editor, l journey.Lane) error { return e.ConvertLane(l.ID, k.Kind) })
		c.Sub, c.Icon = "Convert lane to", k.Icon
		out = append(out, c)
	}
	return out
}

func onNotes(e *Editor) bool { return e.tally().only(journey.KindNote) }

// stackNotes brings the selected notes in front of the others of the map, or
// behind them.
func (e *Editor) stackNotes(front bool) error {
	label := "Send note to back"
	if front {
		label = "Bring note to front"
	}
	chosen := ids(e.rowsOf(journey.KindNote))
	return e.Doc.Do(label, func(ed *journey.Edit) error {
		all := ed.Now().Notes(e.mp)
		seq := slices.Clone(all)
		slices.SortStableFunc(seq, func(a, b journey.Note) int {
			if front {
				return one(chosen[a.ID]) - one(chosen[b.ID])
			}
			return one(chosen[b.ID]) - one(chosen[a.ID])
		})
		for i, n := range seq {
			ed.Put(journey.WithOrder(n, all[i].Order))
		}
		return nil
	})
}

// turnLinks has the selected links lead the other way.
func (e *Editor) turnLinks() error {
	links := e.rowsOf(journey.KindLink)
	return e.Doc.Do(counted("Turn link around", "Turn %d links around", len(links)), func(ed *journey.Edit) error {
		for _, r := range links {
			l := r.(journey.Link)
			l.From, l.To = l.To, l.From
			ed.Put(l)
		}
		return nil
	})
}

func (e *Editor) hiddenLanes() []journey.Lane {
	var out []journey.Lane
	for _, l := range e.Doc.Project().Lanes(e.mp) {
		if l.Hidden {
			out = append(out, l)
		}
	}
	return out
}

// showHidden shows the lanes that are hidden.
func (e *Editor) showHidden() error {
	lanes := e.hiddenLanes()
	return e.Doc.Do(counted("Show lane", "Show %d lanes", len(lanes)), func(ed *journey.Edit) error {
		for _, l := range lanes {
			l.Hidden = false
			ed.Put(l)
		}
		return nil
	})
}
