package editor

import (
	"fmt"
	"slices"
	"strings"

	"throughline/journey"
)

// nextStep is the step behind a step of its stage.
func (e *Editor) nextStep(id journey.ID) (journey.Step, bool) {
	st, ok := get[journey.Step](e, id)
	if !ok {
		return st, false
	}
	return behind(e.Doc.Project().Steps(st.Stage), id)
}

// behind is the row behind another one of a list.
func behind[T journey.Row](rows []T, id journey.ID) (next T, ok bool) {
	if i := indexOf(rows, id); i >= 0 && i+1 < len(rows) {
		return rows[i+1], true
	}
	return next, false
}

// MergeStep joins a step with the one behind it in its stage: it takes what
// stands under that one and what was said of it.
func (e *Editor) MergeStep(id journey.ID) error {
	next, ok := e.nextStep(id)
	if !ok {
		return nil
	}
	if err := e.keeps(next); err != nil {
		return err
	}
	err := e.Doc.Do("Merge steps", func(ed *journey.Edit) error {
		st, _ := journey.Get[journey.Step](ed.Now(), id)
		mergeSteps(ed, st, next)
		return nil
	})
	if err == nil {
		e.say(fmt.Sprintf("Step “%s” merged into the one before.", journey.ShortName(next)))
	}
	return err
}

// mergeSteps brings all that stands under the step next under st, and deletes
// next. What reaches over both reaches over one step less.
func mergeSteps(ed *journey.Edit, st, next journey.Step) {
	p := ed.Project()
	steps := p.Steps(st.Stage)
	at := indexOf(steps, st.ID)
	for _, l := range p.Lanes(p.MapOf(st.ID)) {
		for i, x := range steps[:at+1] {
			for _, c := range p.Cards(l.ID, x.ID) {
				if c.Steps > 1 && i+c.Steps > at+1 {
					c.Steps--
					ed.Put(c)
				}
			}
		}
		for _, c := range p.Cards(l.ID, next.ID) {
			c.Step = st.ID
			putLast(ed, c)
		}
		for _, h := range p.Hints(l.ID, next.ID) {
			h.Step = st.ID
			ed.Put(h)
		}
	}
	takeComments(ed, next.ID, st.ID)
	if strings.TrimSpace(st.Title) == "" {
		st.Title = next.Title
		ed.Put(st)
	}
	ed.Delete(next.ID)
}

// putLast puts a card behind all others of its cell.
func putLast(ed *journey.Edit, c journey.Card) {
	cell := ed.Now().Cards(c.Lane, c.Column())
	c.Order = orderAt(cell, c.ID, len(cell))
	ed.Put(c)
}

// takeComments has what was said of one row be said of another.
func takeComments(ed *journey.Edit, from, to journey.ID) {
	for _, c := range ed.Project().Comments(from) {
		c.On = to
		ed.Put(c)
	}
}

// laneBelow is the next lane of the map that is shown, if it is of the same kind.
func (e *Editor) laneBelow(id journey.ID) (journey.Lane, bool) {
	var shown []journey.Lane
	for _, r := range e.view.sheet.Rows {
		shown = append(shown, r.Lane)
	}
	l, ok := get[journey.Lane](e, id)
	next, there := behind(shown, id)
	return next, ok && there && next.LaneKind == l.LaneKind && l.LaneKind.Info().Card != ""
}

// MergeLane joins a lane with the one below it, which is of the same kind: it
// takes its cards, its notes and what was said of it.
func (e *Editor) MergeLane(id journey.ID) error {
	next, ok := e.laneBelow(id)
	if !ok {
		return nil
	}
	for _, l := range []journey.ID{id, next.ID} {
		if err := e.locked(l); err != nil {
			return err
		}
	}
	err := e.Doc.Do("Merge lanes", func(ed *journey.Edit) error {
		p := ed.Project()
		for _, c := range p.LaneCards(next) {
			c.Lane = id
			putLast(ed, c)
		}
		(&copier{p: p}).inLane(next, func(r journey.Row) {
			if h, ok := r.(journey.Hint); ok {
				h.Lane = id
				ed.Put(h)
			}
		})
		for _, n := range p.Notes(next.Map) {
			if n.Lane == next.ID {
				n.Lane = id
				ed.Put(n)
			}
		}
		takeComments(ed, next.ID, id)
		ed.Delete(next.ID)
		return nil
	})
	if err == nil {
		e.say(fmt.Sprintf("Lane “%s” merged into the one above.", journey.ShortName(next)))
	}
	return err
}

// MergeCards joins cards in the first of them: what the others say is said in
// its text, and their links, tags and comments are its own.
func (e *Editor) MergeCards(ids ...journey.ID) error {
	var cards []journey.Card
	for _, id := range ids {
		if c, ok := get[journey.Card](e, id); ok {
			if err := e.locked(id); err != nil {
				return err
			}
			cards = append(cards, c)
		}
	}
	if len(cards) < 2 {
		return nil
	}
	said := 0
	for _, c := range cards {
		said += len(c.Title) + len(c.Text)
	}
	if said > longText {
		return CellError{"The cards say more than one card can hold"}
	}
	err := e.Doc.Do("Merge cards", func(ed *journey.Edit) error {
		into := cards[0]
		chosen := map[journey.ID]bool{}
		for _, c := range cards {
			chosen[c.ID] = true
		}
		for _, c := range cards[1:] {
			into = withCard(into, c)
			takeComments(ed, c.ID, into.ID)
			for _, l := range ed.Now().LinksOf(c.ID) {
				if chosen[l.From] && chosen[l.To] {
					continue // which would lead from the card to itself
				}
				if l.From == c.ID {
					l.From = into.ID
				} else {
					l.To = into.ID
				}
				ed.Put(l)
			}
		}
		ed.Put(into)
		for _, c := range cards[1:] {
			ed.Delete(c.ID)
		}
		return nil
	})
	if err == nil {
		e.Select(cards[0].ID)
		e.say(fmt.Sprintf("%d cards merged into “%s”.", len(cards), journey.ShortName(cards[0])))
	}
	return err
}

// withCard is a card that says what another one says, too, and has what it lacks
// of that one.
func withCard(into, c journey.Card) journey.Card {
	if strings.TrimSpace(into.Title) == "" {
		into.Title, c.Title = c.Title, ""
	}
	into.Text = joined(joined(into.Text, c.Title), c.Text)
	for _, list := range []struct{ to, from *journey.Strings }{{&into.Tags, &c.Tags}, {&into.Links, &c.Links}} {
		all := list.to.All()
		for _, s := range list.from.All() {
			if !slices.Contains(all, s) {
				all = append(all, s)
			}
		}
		*list.to = journey.List(all...)
	}
	was, has := cardRefs(&into), cardRefs(&c)
	for i := range was {
		if *was[i] == "" {
			*was[i] = *has[i]
		}
	}
	into.Pain, into.Truth = into.Pain || c.Pain, into.Truth || c.Truth
	return into
}

// SplitCard makes a card of each line of a card's text, below it and in the same
// look, and returns them.
func (e *Editor) SplitCard(id journey.ID) ([]journey.ID, error) {
	c, ok := get[journey.Card](e, id)
	lines := linesOf(c.Text)
	if !ok || len(lines) == 0 {
		return nil, nil
	}
	if err := e.locked(id); err != nil {
		return nil, err
	}
	var made []journey.ID
	err := e.Doc.Do("Split card", func(ed *journey.Edit) error {
		c.Text = ""
		ed.Put(c)
		cell := ed.Now().Cards(c.Lane, c.Column())
		before, after := c.Order, journey.Order("")
		if next, ok := behind(cell, id); ok {
			after = next.Order
		}
		for _, line := range lines {
			before = journey.Between(before, after)
			x := journey.Card{ID: ed.NewID(), Lane: c.Lane, Stage: c.Stage, Step: c.Step, Steps: c.Steps, Order: before, Title: line, Icon: c.Icon, Hue: c.Hue}
			ed.Put(x)
			made = append(made, x.ID)
		}
		return nil
	})
	return made, err
}

// linesOf is the lines of a text that say something.
func linesOf(s string) []string {
	var out []string
	for line := range strings.SplitSeq(s, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}
