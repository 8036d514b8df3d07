package editor

import (
	"slices"
	"strings"

	"throughline/canvas/input"
	"throughline/canvas/text"
	"throughline/journey"
)

// Query is what somebody looks for on the map that is shown: a text, and what
// cards must be besides. Everything that is empty is no matter.
type Query struct {
	Text    string
	Lanes   journey.LaneKind // cards of such lanes only
	Channel journey.ID
	Owner   journey.ID
	Flag    Flag
}

// Flag is something about a card that can be looked for.
type Flag string

// The flags.
const (
	FlagPain     Flag = "pain"
	FlagTruth    Flag = "truth"
	FlagComments Flag = "comments"
	FlagAssumed  Flag = "assumed"
	FlagNoOwner  Flag = "no owner"
)

// Filtered reports whether the query asks for more than a text.
func (q Query) Filtered() bool { return q != Query{Text: q.Text} }

// Found is what a query finds: the rows of the map, in the order in which a
// reader meets them.
type Found struct {
	IDs []journey.ID
	At  int // the one that is shown, -1 is none yet
}

// search is a query under way, with what is known of the texts of the map.
type search struct {
	query   Query
	on      bool
	found   Found
	has     map[journey.ID]bool
	of      *journey.Project // of found
	mp      journey.ID
	index   map[journey.ID]folded // by row, as of indexed
	indexed *journey.Project
	rows    []folded // of the map, in the order of a reader, as of indexed
	inMap   journey.ID
	at      outline
}

// folded is what a row says, as it is searched, and the row that says it.
type folded struct {
	row  journey.Row
	says string
}

// Search looks for a query; what is found is ringed until StopSearch. Nothing
// is found with an empty one.
func (e *Editor) Search(q Query) Found {
	s := &e.search
	s.query, s.on, s.of = q, true, nil
	return e.Found()
}

// StopSearch ends the search; what was found last stays selected.
func (e *Editor) StopSearch() {
	e.search = search{}
	e.notify()
}

// Searching reports whether a search is under way.
func (e *Editor) Searching() bool { return e.search.on }

// Found is what the search finds in the map as it is now.
func (e *Editor) Found() Found {
	s, p := &e.search, e.Doc.Project()
	if !s.on || s.of == p && s.mp == e.mp {
		return s.found
	}
	var shown journey.ID
	if s.found.At >= 0 && s.found.At < len(s.found.IDs) && s.mp == e.mp {
		shown = s.found.IDs[s.found.At]
	}
	e.readRows()
	s.of, s.mp, s.at = p, e.mp, outline{}
	s.found, s.has = Found{At: -1}, map[journey.ID]bool{}
	if s.query != (Query{}) {
		typed := text.Fold(s.query.Text)
		for _, f := range s.rows {
			if (typed == "" || strings.Contains(f.says, typed)) && s.filter(p, f.row) {
				id := f.row.RowID()
				s.found.IDs, s.has[id] = append(s.found.IDs, id), true
			}
		}
	}
	s.found.At = slices.Index(s.found.IDs, shown)
	return s.found
}

// NextFound shows the next of what was found, or the one before it; after the
// last comes the first. With nothing shown yet it is the first one that is at
// the right of the selection, or the first of all.
func (e *Editor) NextFound(way int) {
	f := e.Found()
	if len(f.IDs) == 0 {
		return
	}
	at := f.At + way
	if f.At < 0 {
		if at = 0; way < 0 {
			at = len(f.IDs) - 1
		}
		if n := len(e.sel.ids); n > 0 {
			if i := slices.Index(f.IDs, e.sel.ids[n-1]); i >= 0 {
				at = i
			}
		}
	}
	at = (at + len(f.IDs)) % len(f.IDs)
	e.search.found.At = at
	e.GoTo(f.IDs[at])
}

// readRows has the texts of the map as it is now. Those of rows that have not
// changed are known already.
func (e *Editor) readRows() {
	s, p := &e.search, e.Doc.Project()
	if s.indexed == p && s.inMap == e.mp {
		return
	}
	s.forgetNames(p)
	s.inMap, s.rows = e.mp, nil
	e.eachRow(func(r journey.Row) { s.rows = append(s.rows, folded{r, s.says(p, r)}) })
}

// eachRow calls f for every row of the map that says something, in the order of
// a reader: the map, stages and steps, then lane by lane, then what lies over
// the lanes.
func (e *Editor) eachRow(f func(journey.Row)) {
	p := e.Doc.Project()
	if m, ok := get[journey.Map](e, e.mp); ok {
		f(m)
	}
	for _, s := range p.Stages(e.mp) {
		f(s)
		each(p.Steps(s.ID), f)
	}
	for _, l := range p.Lanes(e.mp) {
		f(l)
		for c := range p.EachCard(l) {
			f(c)
		}
	}
	each(p.Notes(e.mp), f)
	each(p.Links(e.mp), f)
}

// filter reports whether a row is what the query asks for besides its text.
func (s *search) filter(p *journey.Project, r journey.Row) bool {
	q := s.query
	if !q.Filtered() {
		return true
	}
	c, ok := r.(journey.Card)
	if !ok {
		return false
	}
	if q.Lanes != "" {
		if l, _ := journey.Get[journey.Lane](p, c.Lane); l.LaneKind != q.Lanes {
			return false
		}
	}
	if q.Channel != "" && c.Channel != q.Channel || q.Owner != "" && c.Owner != q.Owner {
		return false
	}
	switch q.Flag {
	case FlagPain:
		return c.Pain
	case FlagTruth:
		return c.Truth
	case FlagComments:
		return len(p.Comments(c.ID)) > 0
	case FlagAssumed:
		return c.Evidence == journey.Assumed
	case FlagNoOwner:
		return c.Owner == ""
	}
	return true
}

// says is all that a row says, with what was said of it. It is remembered for
// as long as the row stays as it is.
func (s *search) says(p *journey.Project, r journey.Row) string {
	if f, ok := s.index[r.RowID()]; ok && f.row == r {
		return f.says
	}
	texts := journey.Texts(r)
	name := func(id journey.ID) {
		if id != "" {
			if x, ok := p.Row(id); ok {
				texts = append(texts, journey.TitleOf(x))
			}
		}
	}
	switch r := r.(type) {
	case journey.Map:
		if x, ok := journey.Get[journey.Persona](p, r.Persona); ok {
			texts = append(texts, journey.Texts(x)...)
		}
		texts = append(texts, r.Status)
	case journey.Stage:
		texts = append(texts, r.Note, r.SpeakerNotes)
	case journey.Card:
		texts = append(texts, r.Tags.All()...)
		texts = append(texts, r.Links.All()...)
		texts = append(texts, r.Status, r.ImageAlt)
		for _, id := range []journey.ID{r.Channel, r.Persona, r.Owner, r.File, r.Image} {
			name(id)
		}
	}
	for _, c := range p.Comments(r.RowID()) {
		texts = append(texts, c.Text, c.Author)
	}
	all := text.Fold(strings.Join(texts, "\n"))
	if s.index == nil {
		s.index = make(map[journey.ID]folded, p.Len())
	}
	s.index[r.RowID()] = folded{r, all}
	return all
}

// forgetNames forgets what rows say when a name that they mention, or what was
// said of them, may be another one.
func (s *search) forgetNames(p *journey.Project) {
	was := s.indexed
	s.indexed = p
	if was == nil || was == p {
		return
	}
	for _, c := range journey.Diff(was, p).Changes {
		switch c.Kind() {
		case journey.KindChannel, journey.KindPersona, journey.KindPerson, journey.KindMedia, journey.KindComment:
			s.index = nil
			return
		}
	}
}

// foundRings marks what was found and is in sight; the one that is shown is
// marked fully.
func (e *Editor) foundRings() []input.Mark {
	f := e.Found()
	if len(f.IDs) == 0 {
		return nil
	}
	s := &e.search
	var shown journey.ID
	if f.At >= 0 {
		shown = f.IDs[f.At]
	}
	var marks []input.Mark
	for _, o := range e.outlined(&s.at, f.IDs, s.has) {
		if len(marks) >= manyRings || !o.box.Overlaps(e.view.sight(o.pane)) {
			continue
		}
		if o.lines != nil {
			marks = e.thick(marks, &o)
			continue
		}
		m := e.ring(o.pane, o.part, o.box)
		if o.id != shown {
			m.Edge.A = 153
		}
		marks = append(marks, m)
	}
	return marks
}
