package journey

// Shown is a View made ready to be asked. Stages and lanes that it does not
// name are left out with all that stands in them; so are the cards of personas
// that it does not name. What belongs to no persona is shown to all.
type Shown struct {
	lanes, stages, personas map[ID]bool // nil: all
}

// Shown is what the view shows of its map; the zero View shows everything but
// hidden lanes.
func (r View) Shown() Shown {
	return Shown{set(r.Lanes), set(r.Stages), set(r.Personas)}
}

func set(list Strings) map[ID]bool {
	all := list.All()
	if len(all) == 0 {
		return nil
	}
	m := make(map[ID]bool, len(all))
	for _, id := range all {
		m[ID(id)] = true
	}
	return m
}

// Stage reports whether a stage is shown.
func (s Shown) Stage(id ID) bool { return s.stages == nil || s.stages[id] }

// Lane reports whether a lane is shown: a hidden one never is.
func (s Shown) Lane(p *Project, l Lane) bool {
	return !l.Hidden && (s.lanes == nil || s.lanes[l.ID]) && s.Persona(p, l.Persona)
}

// Persona reports whether what belongs to a persona is shown. An ID that is
// nobody's stands for everybody.
func (s Shown) Persona(p *Project, id ID) bool {
	if s.personas == nil || s.personas[id] {
		return true
	}
	_, ok := Get[Persona](p, id)
	return !ok
}

// Card reports whether a card is shown in its cell. A point of a curve that
// names nobody belongs to the lane's persona, or the map's.
func (s Shown) Card(p *Project, c Card) bool {
	if !s.Stage(c.Stage) {
		return false
	}
	if s.personas == nil {
		return true
	}
	who := c.Persona
	if _, ok := Get[Persona](p, who); !ok {
		who = ""
		if l, ok := Get[Lane](p, c.Lane); ok && (l.LaneKind == Feelings || l.LaneKind == Intensity) {
			m, _ := Get[Map](p, l.Map)
			if who = l.Persona; who == "" {
				who = m.Persona
			}
		}
	}
	return s.Persona(p, who)
}
