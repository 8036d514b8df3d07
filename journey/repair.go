package journey

import (
	"fmt"
	"iter"
	"reflect"
	"slices"
	"strings"
)

// Repair puts right what a damaged or foreign file may have wrong, so that all
// other code may rely on it: every row has its parent, every reference leads
// somewhere, siblings have distinct orders, numbers are finite and within
// their range, texts are valid UTF-8 without control characters. What has lost
// its parent moves to one, so that nothing that somebody wrote disappears. It
// is pure: the same project gives the same result, and a repaired project
// comes back unchanged and without problems.
func Repair(p *Project) (*Project, []Problem) {
	f := &fixer{e: p.Edit(nil), named: map[Kind]int{}, rooted: map[ID]bool{}}
	for _, r := range p.Sorted() {
		f.ids = append(f.ids, f.fields(r))
	}
	for _, step := range []func(*Project){
		f.columns, f.lanes, f.cards, f.marks, f.comments, f.references, f.orders,
	} {
		step(f.e.Project())
	}
	return f.e.Project(), f.problems
}

type fixer struct {
	e        *Edit
	problems []Problem
	ids      []ID         // of the rows there were, in the order of Project.Sorted
	named    map[Kind]int // how many rows of a kind were given an ID
	rooted   map[ID]bool  // comments that are known to be about a row
}

func (f *fixer) report(r Row, format string, a ...any) {
	f.problems = append(f.problems, Problem{At: Describe(r), Text: fmt.Sprintf(format, a...)})
}

// change puts r in place of what has its ID, and says why.
func (f *fixer) change(r Row, format string, a ...any) {
	f.report(r, format, a...)
	f.e.Put(r)
}

// rows is the rows that the project came with, as the edit has them when the
// walk begins. What a repair adds needs none.
func (f *fixer) rows(p *Project) iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for _, id := range f.ids {
			if r, ok := p.Row(id); ok && !yield(r) {
				return
			}
		}
	}
}

// fields puts right what one row alone shows to be wrong, and returns its ID.
func (f *fixer) fields(r Row) ID {
	v := reflect.New(reflect.TypeOf(r)).Elem()
	v.Set(reflect.ValueOf(r))
	for i := range v.NumField() {
		cleanField(v.Field(i))
	}
	c := v.Interface().(Row)
	if c.RowID() != r.RowID() || c.RowID() == "" { // an ID with control characters in it, or none
		f.e.drop(r.RowID())
		if _, taken := f.e.Row(c.RowID()); taken || c.RowID() == "" {
			for taken := true; taken; {
				f.named[c.Kind()]++
				id := ID(fmt.Sprintf("%s-%d", c.Kind(), f.named[c.Kind()]))
				_, taken = f.e.Row(id)
				v.FieldByName("ID").SetString(string(id))
			}
		}
		c = v.Interface().(Row)
	}
	if c = inRange(c); c != r {
		f.change(c, "had values that cannot be, now in their range")
	}
	return c.RowID()
}

// firstMap is the first map; one is made where there is none.
func (f *fixer) firstMap() ID {
	if m := f.e.Now().siblings(Place{Kind: KindMap}); len(m) > 0 {
		return m[0].RowID()
	}
	m := Map{ID: f.free("recovered"), Order: "V", Title: "Recovered"}
	f.change(m, "made for rows that had no map")
	return m.ID
}

// free is an ID beginning with name that no row has.
func (f *fixer) free(name ID) ID {
	for n := 1; ; n++ {
		id := name
		if n > 1 {
			id = ID(fmt.Sprintf("%s-%d", name, n))
		}
		if _, taken := f.e.Row(id); !taken {
			return id
		}
	}
}

func (f *fixer) columns(p *Project) {
	for r := range f.rows(p) {
		switch r := r.(type) {
		case Stage:
			if _, ok := Get[Map](p, r.Map); !ok {
				r.Map = f.firstMap()
				f.change(r, "had no map, moved to the first")
			}
		case Step:
			if _, ok := Get[Stage](p, r.Stage); !ok {
				r.Stage = f.firstStage(f.firstMap())
				f.change(r, "had no stage, moved to the first")
			}
		}
	}
}

// firstStage is the first stage of a map; one is made where there is none.
func (f *fixer) firstStage(mp ID) ID {
	if s := f.e.Now().siblings(Place{Kind: KindStage, Parent: mp}); len(s) > 0 {
		return s[0].RowID()
	}
	s := Stage{ID: f.free("recovered-stage"), Map: mp, Order: "V", Title: "Recovered"}
	f.change(s, "made for rows that had no stage")
	return s.ID
}

func (f *fixer) lanes(p *Project) {
	for r := range f.rows(p) {
		l, ok := r.(Lane)
		if !ok {
			continue
		}
		if _, ok := Get[Map](p, l.Map); !ok {
			l.Map = f.firstMap()
			f.change(l, "had no map, moved to the first")
		}
		if !l.LaneKind.Known() {
			l.LaneKind = Text
			f.change(l, "was of an unknown kind, now text")
		}
	}
}

func (f *fixer) cards(p *Project) {
	for r := range f.rows(p) {
		c, ok := r.(Card)
		if !ok {
			continue
		}
		was := c
		if s, ok := Get[Step](p, c.Step); ok {
			c.Stage = s.Stage
		} else {
			c.Step = ""
		}
		s, hasStage := Get[Stage](p, c.Stage)
		l, hasLane := Get[Lane](p, c.Lane)
		switch {
		case hasLane && hasStage && l.Map == s.Map:
		case hasLane:
			c.Stage, c.Step = f.firstStage(l.Map), ""
		default:
			if !hasStage {
				c.Stage = f.firstStage(f.firstMap())
				s, _ = Get[Stage](f.e.Now(), c.Stage)
			}
			c.Lane = f.recoveryLane(s.Map)
		}
		if c != was {
			f.change(c, "had lost its place, moved to one")
		}
	}
}

// recoveryLane is the lane of a map for cards whose lane is gone.
func (f *fixer) recoveryLane(mp ID) ID {
	for _, l := range f.e.Now().Lanes(mp) {
		if l.LaneKind == Text && l.Title == "Recovered" {
			return l.ID
		}
	}
	l := Lane{ID: f.free("recovered-lane"), Map: mp, LaneKind: Text, Title: "Recovered"}
	if s := f.e.Now().siblings(Place{Kind: KindLane, Parent: mp}); len(s) > 0 {
		l.Order = Between(s[len(s)-1].RowOrder(), "")
	} else {
		l.Order = "V"
	}
	f.change(l, "made for cards that had no lane")
	return l.ID
}

// marks puts right links, notes, hints and views.
func (f *fixer) marks(p *Project) {
	for r := range f.rows(p) {
		switch r := r.(type) {
		case Link:
			a, b := p.MapOf(r.From), p.MapOf(r.To)
			_, isA := Get[Card](p, r.From)
			_, isB := Get[Card](p, r.To)
			if !isA || !isB || a != b {
				f.report(r, "did not join two cards of a map, removed")
				f.e.drop(r.ID)
			} else if r.Map != a {
				r.Map = a
				f.change(r, "stood in another map than its cards, moved")
			}
		case Note:
			was := r
			if _, ok := Get[Map](p, r.Map); !ok {
				r.Map = f.firstMap()
			}
			if s, ok := Get[Stage](p, r.Stage); !ok || s.Map != r.Map {
				r.Stage = ""
			}
			if l, ok := Get[Lane](p, r.Lane); !ok || l.Map != r.Map {
				r.Lane = ""
			}
			if r != was {
				f.change(r, "hung on something that is gone, moved")
			}
		case Hint:
			l, ok := Get[Lane](p, r.Lane)
			was := r
			if s, ok := Get[Step](p, r.Step); ok {
				r.Stage = s.Stage
			} else {
				r.Step = ""
			}
			s, ok2 := Get[Stage](p, r.Stage)
			if !ok || !ok2 || s.Map != l.Map {
				f.report(r, "stood in a cell that is gone, removed")
				f.e.drop(r.ID)
			} else if r != was {
				f.change(r, "stood in a step that is gone, moved to its stage")
			}
		case View:
			if _, ok := Get[Map](p, r.Map); !ok {
				f.report(r, "was of a map that is gone, removed")
				f.e.drop(r.ID)
			}
		}
	}
}

// comments puts right what comments are about, when all that goes is gone.
func (f *fixer) comments(p *Project) {
	for r := range f.rows(p) {
		if c, ok := r.(Comment); ok {
			f.root(c)
		}
	}
}

// root makes sure that following c, and what it answers, ends at a row that is
// no comment: the one that leads nowhere, or closes a ring, moves to the first
// map.
func (f *fixer) root(c Comment) {
	onWay := map[ID]bool{}
	for !f.rooted[c.ID] {
		f.rooted[c.ID], onWay[c.ID] = true, true
		r, ok := f.e.Row(c.On)
		next, isComment := r.(Comment)
		switch {
		case !ok || isComment && onWay[next.ID]:
			c.On = f.firstMap()
			f.change(c, "was about something that is gone, moved to the first map")
			return
		case !isComment:
			return
		}
		c = next
	}
}

// references empties the fields that name rows that are not there.
func (f *fixer) references(p *Project) {
	const gone = "named something that is gone, forgotten"
	for r := range f.rows(p) {
		switch r := r.(type) {
		case Map:
			was := r
			keep[Persona](p, &r.Persona)
			if keep[Card](p, &r.Metric); r != was {
				f.change(r, gone)
			}
		case Persona:
			was := r
			if keep[Media](p, &r.Portrait); r != was {
				f.change(r, gone)
			}
		case Lane:
			was := r
			if keep[Persona](p, &r.Persona); r != was {
				f.change(r, gone)
			}
		case Card:
			was := r
			keep[Channel](p, &r.Channel)
			keep[Persona](p, &r.Persona)
			keep[Person](p, &r.Owner)
			keep[Media](p, &r.Image)
			if keep[Media](p, &r.File); r != was {
				f.change(r, gone)
			}
		}
	}
}

// keep empties a reference that leads to no row of type T.
func keep[T Row](p *Project, id *ID) {
	if *id == "" {
		return
	}
	if _, ok := Get[T](p, *id); !ok {
		*id = ""
	}
}

// orders gives siblings new orders where one is not valid or two are the same.
func (f *fixer) orders(p *Project) {
	var found []Problem // the tables have no order of their own
	for _, m := range p.at {
		for pl, list := range m {
			switch pl.Kind {
			case KindMedia, KindLink, KindComment, KindHint:
				continue
			}
			last := Order("")
			good := true
			for _, r := range list {
				o := r.RowOrder()
				good = good && o.Valid() && o > last
				last = o
			}
			if good {
				continue
			}
			for i, o := range Spread(len(list)) {
				f.e.Put(WithOrder(list[i], o))
			}
			found = append(found, Problem{At: Describe(list[0]), Text: "it and its siblings had no clear order, numbered anew"})
		}
	}
	slices.SortFunc(found, func(a, b Problem) int { return strings.Compare(a.At, b.At) })
	f.problems = append(f.problems, found...)
}
