package editor_test

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/journey"
)

// card is the card with a title, or with an ID.
func (s *story) card(name string) journey.Card {
	s.t.Helper()
	p := s.e.Doc.Project()
	if c, ok := journey.Get[journey.Card](p, journey.ID(name)); ok {
		return c
	}
	for _, l := range p.Lanes(s.e.Map().ID) {
		for _, c := range p.LaneCards(l) {
			if c.Title == name {
				return c
			}
		}
	}
	s.fail("there is no card %q", name)
	return journey.Card{}
}

// row is the ID of a card by its title, of a stage, step or lane as in
// "lane:Title", or of any row by its ID.
func (s *story) row(name string) journey.ID {
	s.t.Helper()
	if kind, title, ok := strings.Cut(name, ":"); ok {
		switch k := journey.Kind(kind); k {
		case journey.KindStage, journey.KindStep, journey.KindLane:
			return journey.ID(s.owner(k, title))
		}
	}
	if _, ok := s.e.Doc.Project().Row(journey.ID(name)); ok {
		return journey.ID(name)
	}
	return s.card(name).ID
}

// cell is the cell of "lane/column" on the sheet.
func (s *story) cell(name string) layout.Cell {
	s.t.Helper()
	lane, column, _ := strings.Cut(name, "/")
	p, sheet := s.e.Doc.Project(), s.e.Sheet()
	for _, r := range sheet.Rows {
		for _, c := range sheet.Columns {
			st, _ := journey.Get[journey.Step](p, c.Step)
			stage, _ := journey.Get[journey.Stage](p, c.Stage)
			if r.Title == lane && (st.Title == column || stage.Title == column) {
				return layout.Cell{Row: r, Column: c, Rect: geom.Box(c.X, r.Y, c.W, r.H)}
			}
		}
	}
	s.fail("there is no cell %q", name)
	return layout.Cell{}
}

// owner is the ID of the stage, step or lane with a title.
func (s *story) owner(kind journey.Kind, title string) string {
	s.t.Helper()
	for _, r := range s.e.Doc.Project().Sorted() {
		if r.Kind() == kind && journey.Describe(r) == string(kind)+" “"+title+"”" {
			return string(r.RowID())
		}
	}
	s.fail("there is no %s %q", kind, title)
	return ""
}

// place is where something is in the view, seen or not:
//
//	card:Title      the middle of a card         above:Title   just inside its upper edge
//	title:Title@3   before byte 3 of its title   below:Title   just inside its lower edge
//	text:Title@3    before byte 3 of its text
//	cell:Lane/Step  the foot of a cell           cell:Lane/Step@0.2   a share of its height
//	stage:, step:, lane:Title@3                  before byte 3 of the title
//	note:ID  the middle of a note                link:ID  the middle of a link's longest piece
//	label:ID  the middle of a link's label
//	plus:Title      the disc below a card
//	right:Step      the right edge of a step, or of a stage's last one
//	foot:Lane       the lower edge of a lane's header
//	handle:Title    the handle at a card's right edge, from which links are drawn
//	side:Title, noteside:ID                      its right edge below that, and a note's
//	right-of:Title@12                            so many pixels beside it
//	head:ID, tail:ID                             the ends of a selected link
//	between:Stage, steps:Step, gap:Lane          the disc behind it that adds another
//	end:stage, end:lane                          the box behind the last that does
//	headers:        the right edge of all of them
//	view:x,y        pixels
func (s *story) place(where string) geom.Point {
	s.t.Helper()
	kind, name, _ := strings.Cut(where, ":")
	name, offset, has := strings.Cut(name, "@")
	share, err := strconv.ParseFloat(offset, 64)
	if has && err != nil {
		s.fail("%q: %v", where, err)
	}
	f, sheet := s.frame(), s.e.Sheet()
	body, band, headers := &f.Panes[0], &f.Panes[1], &f.Panes[2]
	in := func(p *input.Pane, at geom.Point) geom.Point { return at.Sub(p.At).Mul(p.Zoom).Add(p.Rect.Min) }
	field := func(p *input.Pane, it *scene.Item, at geom.Point, part scene.Part) geom.Point {
		for _, x := range it.Fields {
			if x.Part == part {
				cx, base, _ := s.caret(x.Block, int(share)+x.Lead)
				return in(p, at.Add(x.At).Add(geom.Pt(cx, base-x.Block.Style.Size/3)))
			}
		}
		s.fail("%s has no such field", where)
		return geom.Point{}
	}
	switch kind {
	case "card", "above", "below", "title", "text":
		it, at, ok := sheet.Card(s.card(name))
		if !ok {
			s.fail("%s is not on the sheet", where)
		}
		box := it.Box.Add(at)
		switch kind {
		case "above":
			return in(body, geom.Pt(box.Center().X, box.Min.Y+2))
		case "below":
			return in(body, geom.Pt(box.Center().X, box.Max.Y-2))
		case "title":
			return field(body, it, at, layout.TitlePart)
		case "text":
			return field(body, it, at, layout.TextPart)
		}
		return in(body, box.Center())
	case "cell":
		c := s.cell(name)
		y := c.Rect.Max.Y - 5
		if has {
			y = c.Rect.Min.Y + c.Rect.H()*share
		}
		return in(body, geom.Pt(c.Rect.Center().X, y))
	case "stage", "step", "lane":
		pane, sc, part := band, &sheet.Band, scene.Part(kind)
		if kind == "lane" {
			pane, sc = headers, &sheet.Headers
		}
		it, at, ok := sc.Find(s.owner(journey.Kind(kind), name), part)
		if !ok {
			s.fail("%s is not on the sheet", where)
		}
		return field(pane, it, at, layout.TitlePart)
	case "note", "link", "label":
		find := map[string]func(journey.ID) (*scene.Item, geom.Point, bool){"note": sheet.Note, "link": sheet.Link, "label": sheet.Label}[kind]
		it, at, ok := find(journey.ID(name))
		if !ok {
			s.fail("%s is not on the sheet", where)
		}
		box := it.Box
		if kind == "link" {
			box = slices.MaxFunc(it.Hits, func(a, b geom.Rect) int { return cmp.Compare(a.W()+a.H(), b.W()+b.H()) })
		}
		return in(body, box.Add(at).Center())
	case "plus":
		it, at, _ := sheet.Card(s.card(name))
		box := it.Box.Add(at)
		return in(body, geom.Pt(box.Center().X, box.Max.Y+5))
	case "handle", "side", "right-of":
		it, at, _ := sheet.Card(s.card(name))
		box := it.Box.Add(at)
		p := in(body, geom.Pt(box.Max.X, box.Center().Y)).Add(geom.Pt(share, 0))
		if kind == "side" {
			p.Y += 20
		}
		return p
	case "noteside":
		it, at, _ := sheet.Note(journey.ID(name))
		return in(body, geom.Pt(at.X+it.Box.Max.X, at.Y+it.Box.Center().Y)).Sub(geom.Pt(1, 0))
	case "head", "tail":
		var rings []geom.Point
		for _, m := range f.Marks {
			if m.Fill == s.e.Theme().Map && m.Edge == s.e.Theme().Acc && m.Radius < 7 {
				rings = append(rings, m.Rect.Center())
			}
		}
		if len(rings) < 2 {
			s.fail("no link is selected")
		}
		if kind == "tail" {
			return rings[0]
		}
		return rings[1]
	case "right":
		it, at, _ := sheet.Band.Find(s.owner(journey.KindStep, name), layout.StepPart)
		return in(band, at.Add(geom.Pt(it.Box.Max.X, 4)))
	case "foot":
		r, _ := sheet.RowOf(journey.ID(s.owner(journey.KindLane, name)))
		return in(headers, geom.Pt(60, r.Y+r.H))
	case "between":
		st, _ := sheet.StageOf(journey.ID(s.owner(journey.KindStage, name)))
		return in(band, geom.Pt(st.X+st.W, 0)).Add(geom.Pt(0, 10))
	case "steps":
		it, at, _ := sheet.Band.Find(s.owner(journey.KindStep, name), layout.StepPart)
		return in(band, at.Add(it.Box.Max)).Sub(geom.Pt(0, 11))
	case "gap":
		r, _ := sheet.RowOf(journey.ID(s.owner(journey.KindLane, name)))
		return in(headers, geom.Pt(0, r.Y+r.H)).Add(geom.Pt(13, 0))
	case "end":
		if name == "lane" {
			return in(headers, geom.Pt(60, sheet.Height+20))
		}
		return in(band, geom.Pt(sheet.Width+40, 30))
	case "headers":
		return geom.Pt(body.Rect.Min.X-3, 20)
	case "view":
		x, y, _ := strings.Cut(name, ",")
		a, _ := strconv.ParseFloat(x, 64)
		b, _ := strconv.ParseFloat(y, 64)
		return geom.Pt(a, b)
	}
	s.fail("%q is no place", where)
	return geom.Point{}
}

// see is place, after the wheel has brought it into sight.
func (s *story) see(where string) geom.Point {
	s.t.Helper()
	p := s.place(where)
	b := s.frame().Panes[0].Rect
	panes := map[string]geom.Rect{
		"stage": {Min: geom.Pt(b.Min.X, 0), Max: geom.Pt(b.Max.X, b.Min.Y)}, "step": {Min: geom.Pt(b.Min.X, 0), Max: geom.Pt(b.Max.X, b.Min.Y)},
		"lane": {Min: geom.Pt(0, b.Min.Y), Max: geom.Pt(b.Min.X, b.Max.Y)}, "view": {Max: b.Max},
	}
	for kind, as := range map[string]string{"right": "step", "foot": "lane", "headers": "view", "between": "stage", "steps": "step", "gap": "lane", "end": "view"} {
		panes[kind] = panes[as]
	}
	pane := panes[strings.SplitN(where, ":", 2)[0]]
	if pane.Empty() {
		pane = b
	}
	if pane.Contains(p) {
		return p
	}
	held := s.mods
	s.mods = 0
	s.event(input.Event{Kind: input.Scroll, At: b.Center(), Delta: p.Sub(pane.Center())})
	s.mods = held
	if p = s.place(where); !pane.Contains(p) {
		s.fail("%s stays out of sight at %v", where, p)
	}
	return p
}

func num(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
