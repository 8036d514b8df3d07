package editor

import (
	"fmt"
	"iter"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"throughline/journey"
)

// Duplicate copies rows with all that stands under them, beside the originals,
// and returns the copies in the same order. Links between two copied cards are
// copied with them; comments stay with what they were said of.
func (e *Editor) Duplicate(ids ...journey.ID) ([]journey.ID, error) {
	p := e.Doc.Project()
	var rows []journey.Row
	for _, id := range ids {
		if r, ok := p.Row(id); ok && r.Kind() != journey.KindLink && r.Kind() != journey.KindComment {
			if err := e.locked(id); err != nil {
				return nil, err
			}
			rows = append(rows, r)
		}
	}
	w := wordsFor(rows)
	var out []journey.ID
	err := e.Doc.Do(counted(w.duplicate, w.duplicates, len(rows)), func(ed *journey.Edit) error {
		out = duplicate(ed, rows)
		return nil
	})
	return out, err
}

// duplicate copies rows beside themselves. A row that stands under another one
// of them is copied with that one only.
func duplicate(ed *journey.Edit, rows []journey.Row) []journey.ID {
	c := copier{p: ed.Project(), ed: ed, of: map[journey.ID]journey.ID{}}
	under := map[journey.ID]bool{}
	for _, r := range rows {
		c.eachUnder(r, func(r journey.Row) { under[r.RowID()] = true })
	}
	rows = slices.DeleteFunc(slices.Clone(rows), func(r journey.Row) bool { return under[r.RowID()] })
	var out []journey.ID
	for _, r := range rows {
		c.take(r)
		c.eachUnder(r, c.take)
		out = append(out, c.of[r.RowID()])
	}
	c.takeLinks()
	c.put()
	c.besides(rows)
	return out
}

// copier copies rows and what names them: a copy refers to the copies of what
// the row refers to, where there are some.
type copier struct {
	p    *journey.Project // as it was
	ed   *journey.Edit
	rows []journey.Row             // to copy, in the order in which they were taken
	of   map[journey.ID]journey.ID // the copies
}

func (c *copier) take(r journey.Row) {
	if _, twice := c.of[r.RowID()]; twice {
		return
	}
	c.rows, c.of[r.RowID()] = append(c.rows, r), c.ed.NewID()
}

// all is a row and every row that stands under it.
func (c *copier) all(r journey.Row) iter.Seq[journey.Row] {
	return func(yield func(journey.Row) bool) {
		more := yield(r)
		c.eachUnder(r, func(r journey.Row) { more = more && yield(r) })
	}
}

// eachUnder calls f for every row that stands under one: the cards of a lane,
// the steps of a stage.
func (c *copier) eachUnder(r journey.Row, f func(journey.Row)) {
	p := c.p
	column := func(mp, id journey.ID) {
		for _, l := range p.Lanes(mp) {
			each(p.Cards(l.ID, id), f)
			each(p.Hints(l.ID, id), f)
		}
	}
	switch r := r.(type) {
	case journey.Map:
		for _, s := range p.Stages(r.ID) {
			f(s)
			each(p.Steps(s.ID), f)
		}
		for _, l := range p.Lanes(r.ID) {
			f(l)
			c.inLane(l, f)
		}
		each(p.Notes(r.ID), f)
		each(p.Views(r.ID), f)
	case journey.Stage:
		column(r.Map, r.ID)
		for _, st := range p.Steps(r.ID) {
			f(st)
			column(r.Map, st.ID)
		}
		for _, n := range p.Notes(r.Map) {
			if n.Stage == r.ID {
				f(n)
			}
		}
	case journey.Step:
		column(p.MapOf(r.ID), r.ID)
	case journey.Lane:
		c.inLane(r, f)
		for _, n := range p.Notes(r.Map) {
			if n.Lane == r.ID {
				f(n)
			}
		}
	}
}

func (c *copier) inLane(l journey.Lane, f func(journey.Row)) {
	each(c.p.LaneCards(l), f)
	for _, s := range c.p.Stages(l.Map) {
		each(c.p.Hints(l.ID, s.ID), f)
		for _, st := range c.p.Steps(s.ID) {
			each(c.p.Hints(l.ID, st.ID), f)
		}
	}
}

func each[T journey.Row](rows []T, f func(journey.Row)) {
	for _, r := range rows {
		f(r)
	}
}

// takeLinks takes the links both of whose cards are copied.
func (c *copier) takeLinks() {
	for _, r := range slices.Clone(c.rows) {
		if r.Kind() != journey.KindCard {
			continue
		}
		for _, l := range c.p.LinksOf(r.RowID()) {
			if _, both := c.of[l.To]; both && l.From == r.RowID() {
				c.take(l)
			}
		}
	}
}

// put adds the copies. Notes that come to lie in the map of their originals lie
// over them.
func (c *copier) put() {
	for _, r := range c.rows {
		r = c.copied(r)
		if n, ok := r.(journey.Note); ok {
			notes := c.ed.Now().Notes(n.Map)
			r = journey.WithOrder(n, orderAt(notes, n.ID, len(notes)))
		}
		c.ed.Put(r)
	}
}

// copied is a row as its copy: every ID in it is that of a copy, where there
// is one.
func (c *copier) copied(r journey.Row) journey.Row {
	v := reflect.New(reflect.TypeOf(r)).Elem()
	v.Set(reflect.ValueOf(r))
	for i := range v.NumField() {
		if id, ok := v.Field(i).Interface().(journey.ID); ok {
			v.Field(i).SetString(string(c.ref(id)))
		}
	}
	switch r := v.Interface().(journey.Row).(type) {
	case journey.Card:
		r.Links = c.refs(r.Links)
		return r
	case journey.View:
		r.Lanes, r.Stages = c.refs(r.Lanes), c.refs(r.Stages)
		return r
	default:
		return r
	}
}

// ref is the copy of what id names, or id where there is none.
func (c *copier) ref(id journey.ID) journey.ID {
	if to, ok := c.of[id]; ok {
		return to
	}
	return id
}

// refs is ref for a list of IDs, or of addresses that may lead to maps.
func (c *copier) refs(s journey.Strings) journey.Strings {
	if s == "" {
		return s
	}
	all := s.All()
	for i, v := range all {
		if mp, ok := strings.CutPrefix(v, "map:"); ok {
			all[i] = "map:" + string(c.ref(journey.ID(mp)))
		} else {
			all[i] = string(c.ref(journey.ID(v)))
		}
	}
	return journey.List(all...)
}

// besides gives the copies of rows their places: behind the last original
// among the same siblings, in the order of the originals there.
func (c *copier) besides(rows []journey.Row) {
	taken := map[journey.ID]bool{}
	for _, r := range rows {
		taken[r.RowID()] = true
	}
	done := map[journey.ID]bool{}
	for _, r := range rows {
		if done[r.RowID()] {
			continue
		}
		siblings := siblingsOf(c.p, r)
		last := -1
		var here []journey.Row
		for i, s := range siblings {
			if taken[s.RowID()] {
				last, here = i, append(here, s)
				done[s.RowID()] = true
			}
		}
		if len(here) == 0 {
			continue
		}
		before, after := siblings[last].RowOrder(), journey.Order("")
		if last+1 < len(siblings) {
			after = siblings[last+1].RowOrder()
		}
		for _, s := range here {
			before = journey.Between(before, after)
			c.place(c.of[s.RowID()], before)
		}
	}
}

// place gives a copy its order, a title that tells it from the original where
// titles are all there is to tell them by, and a place that does not hide it.
func (c *copier) place(id journey.ID, at journey.Order) {
	r, _ := c.ed.Row(id)
	r = journey.WithOrder(r, at)
	switch n := r.(type) {
	case journey.Note:
		const aside = 24
		n.X, n.Y = n.X+aside, n.Y+aside
		r = n
	case journey.Map, journey.View, journey.Persona, journey.Channel, journey.Person, journey.Preset:
		r, _ = withTitle(r, another(journey.TitleOf(r)))
	}
	c.ed.Put(r)
}

// another is the title of a second one: “Map (2)”, after that “Map (3)”.
func another(title string) string {
	n := 1
	if m := numbered.FindStringSubmatch(title); m != nil {
		title = m[1]
		n, _ = strconv.Atoi(m[2])
	}
	return fmt.Sprintf("%s (%d)", title, n+1)
}

var numbered = regexp.MustCompile(`(?s)^(.*) \(([1-9][0-9]{0,3})\)$`)

// siblingsOf is the rows among which a row has its place, in order.
func siblingsOf(p *journey.Project, r journey.Row) []journey.Row {
	var out []journey.Row
	add := func(r journey.Row) { out = append(out, r) }
	switch r := r.(type) {
	case journey.Map:
		each(p.Maps(), add)
	case journey.Stage:
		each(p.Stages(r.Map), add)
	case journey.Step:
		each(p.Steps(r.Stage), add)
	case journey.Lane:
		each(p.Lanes(r.Map), add)
	case journey.Card:
		each(p.Cards(r.Lane, r.Column()), add)
	case journey.Note:
		each(p.Notes(r.Map), add)
	case journey.View:
		each(p.Views(r.Map), add)
	case journey.Persona:
		each(p.Personas(), add)
	case journey.Channel:
		each(p.Channels(), add)
	case journey.Person:
		each(p.People(), add)
	case journey.Preset:
		each(p.Presets(), add)
	}
	return out
}
