package layout

import (
	"slices"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// Options is all that a layout depends on besides the project.
type Options struct {
	Fonts    *text.Fonts
	Icons    *Icons
	Theme    *Theme
	Pictures Pictures // nil draws no pictures
	// Today is the day on a screen, 2026-11-22, against which the day of a
	// map's review is held; "" marks no review as due. Exports leave it empty.
	Today string
	// View is what of the map is shown; the zero View shows all of it.
	View journey.View
	// Comments shows open comments on a poster too, and lists them below the map.
	Comments bool
	// NoTitle, NoLegend and NoFooter leave out parts of a poster and of its pages.
	NoTitle, NoLegend, NoFooter bool
	// Bare leaves out the rule beside the lane headers and lets lane names
	// begin at the left edge, as on a poster.
	Bare bool
	// Screen shows what belongs on a screen and never on paper, such as the hints
	// of empty cells, and open comments.
	Screen bool
	// Say is a sentence of the program's own, such as what stands in a legend, in
	// the language of who reads it, and a number as it is written there; nil is
	// English. Any goroutine may call it.
	Say func(english string) string
	// Density is how many pixels of a picture a unit of the map shows at the
	// most, where that is more than print shows.
	Density float64

	mirrored bool // what is drawn will be mirrored
}

// Pictures has decoded pictures by the hash of their bytes; nil where there is
// none to draw. Any goroutine may call it.
type Pictures interface {
	// Picture is the part of it that has the shape of a box of w × h pixels,
	// made smaller where it has more pixels than that.
	Picture(hash string, w, h int) *scene.Image
	// Size is the pixels of the whole picture, across and down.
	Size(hash string) (w, h int)
}

// Layout lays out one map again and again. It keeps what it made of every cell
// and makes anew only what a change touches. It belongs to one goroutine; the
// sheets that it hands out never change.
type Layout struct {
	Options
	mp      journey.ID
	shown   journey.Shown
	last    *journey.Project
	preview Preview
	rows    map[journey.ID]*rowState
	ring    map[journey.ID]*ringState // by stage
	band    bandState
	thick   map[*scene.Block]*scene.Block // in a theme whose lines are
	sums    map[journey.ID]stageSum       // of stages, where the map shows them
	links   map[journey.ID]*linkState
	notes   map[journey.ID]*noteState
	parts   parts
	mirror  scene.Mirror

	fromRight bool // the map is read from the right
	sheet     *Sheet
}

// New is the layout of the map with the given ID.
func New(o Options, mp journey.ID) *Layout {
	return &Layout{Options: o, mp: mp, shown: o.View.Shown(), last: journey.New(), rows: map[journey.ID]*rowState{}, ring: map[journey.ID]*ringState{}}
}

// frame is what everything that draws needs.
type frame struct {
	*Options
	p      *journey.Project
	shown  journey.Shown
	people map[journey.ID]int // where each stands in the file; made when first asked for
	parts  *parts             // that are drawn once; nil draws each again
}

// Update is the sheet of the map in p. Sheets of one layout share what did not
// change between them.
func (l *Layout) Update(p *journey.Project) *Sheet { return l.UpdatePreview(p, l.preview) }

// UpdatePreview is Update with cards taken out of their cells and a slot opened
// elsewhere, as while they are dragged, or with one in which somebody types.
func (l *Layout) UpdatePreview(p *journey.Project, v Preview) *Sheet {
	if l.sheet != nil && p == l.last && v.equal(l.preview) {
		return l.sheet
	}
	l.invalidate(p, v)
	l.last, l.preview = p, v
	f := &frame{Options: &l.Options, p: p, shown: l.shown, parts: &l.parts}
	m, _ := journey.Get[journey.Map](p, l.mp)
	s := &Sheet{Map: m, HeaderWidth: headerWidth(m)}
	s.columns(f)
	fromRight, loops := ReadsLeft(l.Fonts, p, l.mp), s.loops()
	if l.sheet != nil && v.Typing != "" {
		fromRight = l.fromRight // it does not turn under somebody's hands
	}
	if l.sheet != nil && (l.sheet.Looped() != loops || l.fromRight != fromRight) { // what is remembered is not of such a map
		fresh := New(l.Options, l.mp)
		fresh.last, fresh.preview = p, v
		*l = *fresh
	}
	l.fromRight, s.Mirrored = fromRight, fromRight && !loops // a ring runs clockwise in every script
	l.mirrored = s.Mirrored
	if loops {
		l.loopOf(f, s)
	} else {
		l.rowsOf(f, s)
		l.bandOf(f, s)
		l.marksOf(f, s)
	}
	s.Body.Size = geom.Pt(max(s.Body.Size.X, s.Width), max(s.Body.Size.Y, s.Height))
	s.Headers.Size = geom.Pt(s.HeaderWidth, s.Height)
	s.Band.Size = geom.Pt(s.Width, s.BandHeight)
	s.Corner.Size = geom.Pt(s.HeaderWidth, s.BandHeight)
	for _, sc := range []*scene.Scene{&s.Corner, &s.Band, &s.Headers, &s.Body} {
		sc.Ground = l.Theme.Map
	}
	if l.Theme.Thick > 1 && !l.Bare { // a poster does it once for all it has
		was := l.thick
		l.thick = make(map[*scene.Block]*scene.Block, len(was))
		for _, sc := range []*scene.Scene{&s.Corner, &s.Band, &s.Headers, &s.Body} {
			l.Theme.thickened(sc, was, l.thick)
		}
	}
	s.Seen = l.see(s)
	l.sheet = s
	return s
}

func headerWidth(m journey.Map) float64 {
	if m.HeaderWidth > 0 {
		return m.HeaderWidth
	}
	return HeaderWidth
}

// Preview is what a gesture shows while it lasts. It is never part of a
// project.
type Preview struct {
	Ghosts []journey.ID // cards that leave a dashed edge behind
	Slot   *Slot
	Typing journey.ID // what somebody types in: a card's markup is drawn as it is, a stage's name leaves the ring
}

// Slot is a place that opens among the cards of a cell.
type Slot struct {
	Lane   journey.ID
	Column journey.ID // a step or a stage
	Index  int        // among the cells's cards, ghosts included
	Height float64    // u
}

func (v Preview) equal(w Preview) bool {
	if len(v.Ghosts) != len(w.Ghosts) || (v.Slot == nil) != (w.Slot == nil) || v.Typing != w.Typing {
		return false
	}
	for i := range v.Ghosts {
		if v.Ghosts[i] != w.Ghosts[i] {
			return false
		}
	}
	return v.Slot == nil || *v.Slot == *w.Slot
}

// invalidate marks the cells that differ between the last project and p, or
// between the last preview and v. Changes of stages, steps and lanes need no
// marks: cells compare those themselves.
func (l *Layout) invalidate(p *journey.Project, v Preview) {
	all := func() {
		for _, r := range l.rows {
			r.stale = true
		}
	}
	card := func(c journey.Card) {
		if r := l.rows[c.Lane]; r != nil {
			r.touch(c.Stage)
		}
	}
	byID := func(id journey.ID) {
		for _, q := range []*journey.Project{l.last, p} {
			if c, ok := journey.Get[journey.Card](q, id); ok {
				card(c)
			}
		}
	}
	for _, ch := range journey.Diff(l.last, p).Changes {
		l.recount(ch)
		if was, ok := ch.Before.(journey.Map); ok {
			is, ok := ch.After.(journey.Map)
			if ok && (was.Persona != is.Persona || was.State != is.State) {
				all() // the main curve of feelings depends on it
			}
			if ok && was.HeaderWidth != is.HeaderWidth { // the names of channels depend on it
				for _, row := range l.rows {
					row.stale = row.stale || isWhole(viewOf(row.lane.LaneKind))
				}
			}
		}
		for _, r := range []journey.Row{ch.Before, ch.After} {
			switch r := r.(type) {
			case journey.Card:
				card(r)
			case journey.Comment:
				byID(r.On)
			case journey.Link:
				byID(r.From)
				byID(r.To)
			case journey.Hint:
				if row := l.rows[r.Lane]; row != nil {
					row.touch(r.Stage)
				}
			case journey.Map: // files lanes name the maps that they lead to
				for _, row := range l.rows {
					row.stale = row.stale || row.lane.LaneKind == journey.Files
				}
			case journey.Persona, journey.Channel, journey.Person, journey.Media:
				all()
			}
		}
	}
	if v.equal(l.preview) {
		return
	}
	ghosts := !slices.Equal(v.Ghosts, l.preview.Ghosts)
	for _, w := range []Preview{l.preview, v} {
		if ghosts {
			for _, id := range w.Ghosts {
				byID(id)
			}
		}
		if v.Typing != l.preview.Typing {
			byID(w.Typing)
		}
		if w.Slot != nil {
			if r := l.rows[w.Slot.Lane]; r != nil {
				if s, ok := journey.Get[journey.Step](p, w.Slot.Column); ok {
					r.touch(s.Stage)
				} else {
					r.touch(w.Slot.Column)
				}
			}
		}
	}
}
