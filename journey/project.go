package journey

import (
	"fmt"
	"hash/maphash"
	"iter"
	"slices"
	"strings"
)

// shards is the number of parts a Project's tables are cut into. An edit
// copies only the parts it touches, so its cost hardly grows with the project.
const shards = 256

var seed = maphash.MakeSeed()

func shardOf(id ID) int { return int(maphash.String(seed, string(id)) % shards) }

func shardAt(p Place) int { return int(maphash.Comparable(seed, p) % shards) }

// Project is an immutable set of rows: the maps of one file with the personas,
// channels, people and media that they share. Any goroutine may read one.
type Project struct {
	rows [shards]map[ID]Row
	at   [shards]map[Place][]Row // siblings, sorted; a slice never changes once the Project is handed out
	n    int
}

// New is the empty project.
func New() *Project { return &Project{} }

// Row is the row of the given ID.
func (p *Project) Row(id ID) (Row, bool) {
	r, ok := p.rows[shardOf(id)][id]
	return r, ok
}

// Get is the row of the given ID, when it is of type T.
func Get[T Row](p *Project, id ID) (T, bool) {
	r, _ := p.Row(id)
	t, ok := r.(T)
	return t, ok
}

// Len is the number of rows.
func (p *Project) Len() int { return p.n }

// All is every row, in no order.
func (p *Project) All() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for _, m := range p.rows {
			for _, r := range m {
				if !yield(r) {
					return
				}
			}
		}
	}
}

// Sorted is every row, in an order that depends on their contents only: by
// kind, as in Kinds, then by order and ID.
func (p *Project) Sorted() []Row {
	var byKind [kinds][]Row
	for r := range p.All() {
		k := kindRank[r.Kind()]
		byKind[k] = append(byKind[k], r)
	}
	rs := make([]Row, 0, p.n)
	for _, of := range byKind {
		slices.SortFunc(of, bySibling)
		rs = append(rs, of...)
	}
	return rs
}

const kinds = 15 // as many as Kinds has

var kindRank = func() map[Kind]int {
	m := map[Kind]int{}
	for i, r := range Kinds {
		m[r.Kind()] = i
	}
	return m
}()

func bySibling(a, b Row) int {
	if c := strings.Compare(string(a.RowOrder()), string(b.RowOrder())); c != 0 {
		return c
	}
	return strings.Compare(string(a.RowID()), string(b.RowID()))
}

// Equal reports whether p and q hold the same rows.
func (p *Project) Equal(q *Project) bool {
	if p.n != q.n {
		return false
	}
	for range changes(p, q) {
		return false
	}
	return true
}

// changes is the rows in which q differs from p, in no order. Shards that the
// two share are not looked into, so it costs what the difference costs.
func changes(p, q *Project) iter.Seq[Change] {
	return func(yield func(Change) bool) {
		for i := range p.rows {
			a, b := p.rows[i], q.rows[i]
			if sameMap(a, b) {
				continue
			}
			for id, r := range a {
				if s := b[id]; s != r && !yield(Change{Before: r, After: s}) {
					return
				}
			}
			for id, s := range b {
				if _, ok := a[id]; !ok && !yield(Change{After: s}) {
					return
				}
			}
		}
	}
}

// siblings is the list at pl; it must not be changed or handed out.
func (p *Project) siblings(pl Place) []Row { return p.at[shardAt(pl)][pl] }

// rowsAt is a copy of the list at pl.
func rowsAt[T Row](p *Project, pl Place) []T {
	s := p.siblings(pl)
	if len(s) == 0 {
		return nil
	}
	out := make([]T, len(s))
	for i, r := range s {
		out[i] = r.(T)
	}
	return out
}

// Maps is the project's maps in order.
func (p *Project) Maps() []Map { return rowsAt[Map](p, Place{Kind: KindMap}) }

// Personas is the project's personas in order.
func (p *Project) Personas() []Persona { return rowsAt[Persona](p, Place{Kind: KindPersona}) }

// Channels is the project's channels in order.
func (p *Project) Channels() []Channel { return rowsAt[Channel](p, Place{Kind: KindChannel}) }

// People is the project's people in order.
func (p *Project) People() []Person { return rowsAt[Person](p, Place{Kind: KindPerson}) }

// Presets is the project's presets in order.
func (p *Project) Presets() []Preset { return rowsAt[Preset](p, Place{Kind: KindPreset}) }

// Media is the project's media by ID.
func (p *Project) Media() []Media { return rowsAt[Media](p, Place{Kind: KindMedia}) }

// Stages is the stages of a map in order.
func (p *Project) Stages(mp ID) []Stage { return rowsAt[Stage](p, Place{Kind: KindStage, Parent: mp}) }

// Steps is the steps of a stage in order.
func (p *Project) Steps(stage ID) []Step {
	return rowsAt[Step](p, Place{Kind: KindStep, Parent: stage})
}

// Lanes is the lanes of a map in order, hidden ones too.
func (p *Project) Lanes(mp ID) []Lane { return rowsAt[Lane](p, Place{Kind: KindLane, Parent: mp}) }

// Views is the saved views of a map in order.
func (p *Project) Views(mp ID) []View { return rowsAt[View](p, Place{Kind: KindView, Parent: mp}) }

// Links is the links of a map by ID.
func (p *Project) Links(mp ID) []Link { return rowsAt[Link](p, Place{Kind: KindLink, Parent: mp}) }

// Notes is the notes of a map from back to front.
func (p *Project) Notes(mp ID) []Note { return rowsAt[Note](p, Place{Kind: KindNote, Parent: mp}) }

// Comments is the comments on a row, oldest first.
func (p *Project) Comments(on ID) []Comment {
	return rowsAt[Comment](p, Place{Kind: KindComment, Parent: on})
}

// Hints is the hints of a cell; column is a step or a stage.
func (p *Project) Hints(lane, column ID) []Hint {
	return rowsAt[Hint](p, Place{KindHint, lane, column})
}

// Cards is the cards of a cell in order; column is a step, or a stage for the
// cards that belong to the whole of it.
func (p *Project) Cards(lane, column ID) []Card {
	return rowsAt[Card](p, Place{KindCard, lane, column})
}

// StageCards is the cards of a lane under one stage: those of the whole stage,
// then those of its steps from left to right.
func (p *Project) StageCards(lane, stage ID) []Card {
	out := p.Cards(lane, stage)
	for _, s := range p.siblings(Place{Kind: KindStep, Parent: stage}) {
		out = append(out, p.Cards(lane, s.RowID())...)
	}
	return out
}

// LaneCards is the cards of a lane, stage by stage.
func (p *Project) LaneCards(l Lane) []Card {
	var out []Card
	for _, s := range p.siblings(Place{Kind: KindStage, Parent: l.Map}) {
		out = append(out, p.StageCards(l.ID, s.RowID())...)
	}
	return out
}

// EachCard is the cards of a lane as LaneCards has them, without a copy of each.
func (p *Project) EachCard(l Lane) iter.Seq[Row] {
	return func(yield func(Row) bool) {
		cell := func(column ID) bool {
			for _, r := range p.siblings(Place{KindCard, l.ID, column}) {
				if !yield(r) {
					return false
				}
			}
			return true
		}
		for _, s := range p.siblings(Place{Kind: KindStage, Parent: l.Map}) {
			if !cell(s.RowID()) {
				return
			}
			for _, st := range p.siblings(Place{Kind: KindStep, Parent: s.RowID()}) {
				if !cell(st.RowID()) {
					return
				}
			}
		}
	}
}

// LinksOf is the links that begin or end at a card.
func (p *Project) LinksOf(card ID) []Link {
	out := rowsAt[Link](p, Place{KindLink, card, "out"})
	for _, l := range rowsAt[Link](p, Place{KindLink, card, "in"}) {
		if l.From != card {
			out = append(out, l)
		}
	}
	return out
}

// MapOf is the ID of the map that a row belongs to, "" for what maps share.
func (p *Project) MapOf(id ID) ID {
	for range 8 { // comments answer comments; a damaged file may have them in a ring
		r, ok := p.Row(id)
		if !ok {
			return ""
		}
		switch r := r.(type) {
		case Map:
			return r.ID
		case Stage:
			return r.Map
		case Lane:
			return r.Map
		case View:
			return r.Map
		case Link:
			return r.Map
		case Note:
			return r.Map
		case Step:
			id = r.Stage
		case Card:
			id = r.Lane
		case Hint:
			id = r.Lane
		case Comment:
			id = r.On
		default:
			return ""
		}
	}
	return ""
}

// GoString names the project in test failures without printing all of it.
func (p *Project) GoString() string { return fmt.Sprintf("a project of %d rows", p.n) }
