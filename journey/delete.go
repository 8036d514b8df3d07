package journey

// Delete removes a row with all that cannot be without it: a stage with its
// steps and cards, a lane with its cards, a card with its links. Rows that
// only mention it (a card's channel, a map's persona) forget it. Deleting what
// is not there does nothing.
func (e *Edit) Delete(id ID) { e.remove(e.Project(), id) }

// remove is Delete with p as the fixed view to walk while rows go.
func (e *Edit) remove(p *Project, id ID) {
	r, ok := e.Row(id)
	if !ok {
		return
	}
	switch r := r.(type) {
	case Map:
		for _, s := range p.Stages(id) {
			e.remove(p, s.ID)
		}
		for _, l := range p.Lanes(id) {
			e.remove(p, l.ID)
		}
		for _, l := range p.Links(id) {
			e.remove(p, l.ID)
		}
		for _, n := range p.Notes(id) {
			e.remove(p, n.ID)
		}
		for _, v := range p.Views(id) {
			e.remove(p, v.ID)
		}
	case Stage:
		for _, s := range p.Steps(id) {
			e.remove(p, s.ID)
		}
		e.deleteColumn(p, r.Map, id)
		e.unhang(p, r.Map, id)
	case Step:
		if s, ok := Get[Stage](p, r.Stage); ok {
			e.deleteColumn(p, s.Map, id)
		}
	case Lane:
		for _, c := range p.LaneCards(r) {
			e.remove(p, c.ID)
		}
		for _, s := range p.Stages(r.Map) {
			e.deleteHints(p, id, s.ID)
			for _, st := range p.Steps(s.ID) {
				e.deleteHints(p, id, st.ID)
			}
		}
		e.unhang(p, r.Map, id)
	case Card:
		for _, l := range p.LinksOf(id) {
			e.remove(p, l.ID)
		}
		if m, ok := Get[Map](p, p.MapOf(id)); ok && m.Metric == id {
			m.Metric = ""
			e.Put(m)
		}
	case Persona, Channel, Person, Media:
		e.forget(p, id)
	}
	for _, c := range p.Comments(id) {
		e.remove(p, c.ID)
	}
	e.drop(id)
}

// deleteColumn removes what stands in every lane under a step or a stage.
func (e *Edit) deleteColumn(p *Project, mp, column ID) {
	for _, l := range p.Lanes(mp) {
		for _, c := range p.Cards(l.ID, column) {
			e.remove(p, c.ID)
		}
		e.deleteHints(p, l.ID, column)
	}
}

func (e *Edit) deleteHints(p *Project, lane, column ID) {
	for _, h := range p.Hints(lane, column) {
		e.remove(p, h.ID)
	}
}

// unhang frees the notes that hang on a stage or lane that goes.
func (e *Edit) unhang(p *Project, mp, id ID) {
	for _, n := range p.Notes(mp) {
		if n.Stage == id || n.Lane == id {
			if n.Stage == id {
				n.Stage = ""
			}
			if n.Lane == id {
				n.Lane = ""
			}
			e.Put(n)
		}
	}
}

// forget empties every field that names id.
func (e *Edit) forget(p *Project, id ID) {
	gone := func(ref *ID) {
		if *ref == id {
			*ref = ""
		}
	}
	for r := range p.All() {
		switch r := r.(type) {
		case Map:
			gone(&r.Persona)
			e.Put(r)
		case Persona:
			if gone(&r.Portrait); r.ID != id {
				e.Put(r)
			}
		case Lane:
			gone(&r.Persona)
			r.Entries = without(r.Entries, id)
			e.Put(r)
		case View:
			r.Personas = without(r.Personas, id)
			e.Put(r)
		case Card:
			for _, ref := range []*ID{&r.Channel, &r.Persona, &r.Owner, &r.Image, &r.File} {
				gone(ref)
			}
			e.Put(r)
		}
	}
}

// without is the list without id; it stays as it is where id is not in it.
func without(s Strings, id ID) Strings {
	if s == "" {
		return s
	}
	var keep []string
	all := s.All()
	for _, v := range all {
		if v != string(id) {
			keep = append(keep, v)
		}
	}
	if len(keep) == len(all) {
		return s
	}
	return List(keep...)
}
