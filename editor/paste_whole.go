package editor

import (
	"strings"

	"throughline/journey"
)

// frame is where the other side of whole rows is in the map: the lanes of stages
// and steps, the stages and steps of lanes.
type frame struct {
	into      map[journey.ID]journey.ID // what a row of the clip is in the map
	lanesToo  []journey.Lane            // of the clip, that the map has nothing for
	stagesToo []journey.Stage           // the same
}

// wholeRows is the stages, steps or lanes that were copied themselves.
func (c *clip) wholeRows() []journey.Row {
	return siblingsInMap(c.from, c.from.Maps()[0].ID, c.whole)
}

// planWhole finds a lane of the map for every lane in which something of the
// stages or steps of a clip stands, or a stage and a step for everything in its
// lanes: itself, where it is of this map, or what is most like it.
func (e *Editor) planWhole(p plan) (plan, error) {
	p.into = map[journey.ID]journey.ID{}
	if p.whole == journey.KindLane {
		e.planStages(&p)
		return p, nil
	}
	there := e.Doc.Project().Lanes(e.mp)
	like := []func(a, b journey.Lane) bool{
		func(a, b journey.Lane) bool { return a.ID == b.ID },
		func(a, b journey.Lane) bool {
			return a.LaneKind == b.LaneKind && strings.EqualFold(strings.TrimSpace(a.Title), strings.TrimSpace(b.Title))
		},
		func(a, b journey.Lane) bool { return a.LaneKind == b.LaneKind },
	}
	taken := map[journey.ID]bool{}
	for _, same := range like {
		for _, l := range p.lanes {
			if p.into[l.ID] != "" {
				continue
			}
			for _, to := range there {
				if same(l, to) && !taken[to.ID] {
					p.into[l.ID], taken[to.ID] = to.ID, true
					break
				}
			}
		}
	}
	for _, l := range p.lanes {
		if p.into[l.ID] == "" {
			p.lanesToo = append(p.lanesToo, l)
		} else if err := e.locked(p.into[l.ID]); err != nil && len(p.from.LaneCards(l)) > 0 {
			return p, err
		}
	}
	return p, nil
}

// planStages finds stages and steps of the map for those of a clip of lanes: the
// same ones, or the first for the first, the second for the second. Stages in
// which nothing of the lanes stands need none.
func (e *Editor) planStages(p *plan) {
	there, known := e.Doc.Project().Stages(e.mp), false
	from := p.from.Stages(p.from.Maps()[0].ID)
	for _, s := range from {
		known = known || indexOf(there, s.ID) >= 0
	}
	used := map[journey.ID]bool{}
	for _, l := range p.lanes {
		for r := range (&copier{p: p.from}).all(l) {
			switch r := r.(type) {
			case journey.Card:
				used[r.Stage] = true
			case journey.Hint:
				used[r.Stage] = true
			case journey.Note:
				used[r.Stage] = true
			}
		}
	}
	for i, s := range from {
		switch {
		case indexOf(there, s.ID) >= 0:
			p.into[s.ID] = s.ID
		case !known && i < len(there):
			p.into[s.ID] = there[i].ID
		case used[s.ID]:
			p.stagesToo = append(p.stagesToo, s)
			continue
		default:
			continue
		}
		steps := e.Doc.Project().Steps(p.into[s.ID])
		for k, st := range p.from.Steps(s.ID) {
			if is, ok := get[journey.Step](e, st.ID); ok && e.Doc.Project().MapOf(is.ID) == e.mp {
				p.into[st.ID] = st.ID
			} else if n := len(steps); n > 0 {
				p.into[st.ID] = steps[min(k, n-1)].ID
			} else {
				p.into[st.ID] = "" // what stands under it stands under the stage
			}
		}
	}
}

// putWhole adds whole rows with all that stands in them: behind the row of their
// kind where the keyboard is, or last.
func (g *paster) putWhole() []journey.ID {
	p := g.plan
	mp := p.from.Maps()[0].ID
	g.of[mp] = g.e.mp
	for id, to := range p.into {
		g.of[id] = to
	}
	for _, l := range p.lanesToo {
		was := l.ID
		l.Persona, l.Entries = g.shared(l.Persona), g.entries(l.Entries)
		g.of[was] = g.newLane(l).ID
	}
	for _, s := range p.stagesToo {
		g.putStage(s)
	}
	c := copier{p: p.from, ed: g.ed, of: g.of}
	rows := p.wholeRows()
	stage := g.e.here().stage.ID
	if p.whole == journey.KindStep {
		stage = g.intoStage(stage, rows)
	}
	before, after := g.gap(stage)
	for _, r := range rows {
		for x := range c.all(r) {
			c.take(x)
		}
	}
	c.takeLinks()
	for _, r := range c.rows {
		switch r := r.(type) {
		case journey.Card:
			for _, ref := range cardRefs(&r) {
				g.shared(*ref)
			}
		case journey.Lane:
			g.shared(r.Persona)
		}
	}
	for _, r := range c.rows {
		g.putUnder(c.copied(r))
	}
	made := make([]journey.ID, len(rows))
	for i, r := range rows {
		r, _ = g.ed.Row(g.of[r.RowID()])
		before = journey.Between(before, after)
		g.ed.Put(journey.WithOrder(r, before))
		made[i] = r.RowID()
	}
	return made
}

// putUnder puts a copy of a whole row, or of what stands in one. Cards and notes
// come last where they stand.
func (g *paster) putUnder(r journey.Row) {
	p := g.ed.Now()
	switch x := r.(type) {
	case journey.Card:
		if st, ok := journey.Get[journey.Step](p, x.Step); ok {
			x.Stage = st.Stage
		}
		g.keepAddresses(&x)
		cell := p.Cards(x.Lane, x.Column())
		x.Order = orderAt(cell, x.ID, len(cell))
		r = x
	case journey.Hint:
		if st, ok := journey.Get[journey.Step](p, x.Step); ok {
			x.Stage = st.Stage
		}
		r = x
	case journey.Lane:
		x.Locked, x.Hidden = false, false
		x.Entries = g.entries(x.Entries)
		r = x
	case journey.Note:
		notes := p.Notes(x.Map)
		x.Order = orderAt(notes, x.ID, len(notes))
		r = x
	}
	g.ed.Put(r)
}

// intoStage has steps come into a stage, or the last of the map, and says which.
// A map without stages gets that of the first step.
func (g *paster) intoStage(stage journey.ID, steps []journey.Row) journey.ID {
	if all := g.ed.Now().Stages(g.e.mp); stage == "" && len(all) > 0 {
		stage = all[len(all)-1].ID
	}
	for _, r := range steps {
		from := r.(journey.Step).Stage
		if s, ok := journey.Get[journey.Stage](g.plan.from, from); ok && stage == "" {
			stage = g.putStage(s)
		}
		g.of[from] = stage
	}
	return stage
}

// gap is between the row behind which whole rows go, and the next.
func (g *paster) gap(stage journey.ID) (before, after journey.Order) {
	p, here := g.ed.Now(), g.e.here()
	siblings, at := siblingsInMap(p, g.e.mp, g.plan.whole), here.lane.ID
	switch g.plan.whole {
	case journey.KindStage:
		at = stage
	case journey.KindStep:
		siblings = nil
		each(p.Steps(stage), func(r journey.Row) { siblings = append(siblings, r) })
		if at = here.step.ID; len(g.e.rowsOf(journey.KindStage)) > 0 {
			at = "" // behind all steps of the selected stage
		}
	}
	i := indexOf(siblings, at)
	if i < 0 {
		i = len(siblings) - 1
	}
	if i >= 0 {
		before = siblings[i].RowOrder()
	}
	if i+1 < len(siblings) {
		after = siblings[i+1].RowOrder()
	}
	return before, after
}

// putStage adds a stage of the clip behind the others, with its steps and
// nothing in it.
func (g *paster) putStage(s journey.Stage) journey.ID {
	all := g.ed.Now().Stages(g.e.mp)
	was := s.ID
	s = journey.Stage{ID: g.ed.NewID(), Map: g.e.mp, Title: s.Title, Hue: s.Hue}
	s.Order = orderAt(all, s.ID, len(all))
	g.of[was] = s.ID
	g.ed.Put(s)
	if g.plan.whole == journey.KindStep { // which bring their own
		return s.ID
	}
	steps := g.plan.from.Steps(was)
	if len(steps) == 0 {
		steps = []journey.Step{{Order: journey.Between("", "")}}
	}
	for _, st := range steps {
		was := st.ID
		st.ID, st.Stage = g.ed.NewID(), s.ID
		g.of[was] = st.ID
		g.ed.Put(st)
	}
	return s.ID
}

// entries is what stands in the file for the channels or people that a lane
// lists.
func (g *paster) entries(list journey.Strings) journey.Strings {
	var out []string
	for _, id := range list.All() {
		if to := g.shared(journey.ID(id)); to != "" {
			out = append(out, string(to))
		}
	}
	return journey.List(out...)
}
