package editor

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"throughline/canvas/layout"
	"throughline/canvas/layout/slide"
	"throughline/journey"
)

// Focus is the card that has the focus; "" is none.
func (p *Presentation) Focus() journey.ID { return p.focus }

// walk moves the focus from card to card of the slide, and from the last to none.
func (p *Presentation) walk(way int) {
	p.KeepEdit()
	var cards []journey.ID
	for _, id := range p.Slide().Cards {
		if _, _, ok := p.card(id); ok {
			cards = append(cards, id)
		}
	}
	at := -1
	for i, id := range cards {
		if id == p.focus {
			at = i
		}
	}
	n := len(cards) + 1
	if at = (at + 1 + way + n) % n; at == 0 {
		p.focus = ""
	} else {
		p.focus = cards[at-1]
	}
	p.notify()
}

// about is what the room speaks of: the card in focus, or the step, the stage or
// the map that the slide is about.
func (p *Presentation) about() journey.ID {
	s := p.Slide()
	switch {
	case p.focus != "":
		return p.focus
	case s.Step != "":
		return s.Step
	case s.Stage != "":
		return s.Stage
	}
	return p.deck.Map.ID
}

// remark adds what somebody says of what the slide is about.
func (p *Presentation) remark(label, mark, words string, value journey.Number) bool {
	c := journey.Comment{On: p.about(), Text: journey.CleanText(words), Mark: mark, Value: value, At: p.now.UTC().Format(time.RFC3339)}
	err := p.e.Doc.Do(label, func(ed *journey.Edit) error {
		c.ID = ed.NewID()
		ed.Put(c)
		return nil
	})
	p.e.fail(err)
	return err == nil
}

// Comment keeps what somebody says.
func (p *Presentation) Comment(words string) {
	if strings.TrimSpace(words) != "" && p.remark("Add comment", "", words, journey.Number{}) {
		p.tell(fmt.Sprintf("Comment on “%s” added.", p.e.nameOf(p.about())))
	}
}

// Vote keeps how somebody feels, 1 to 5.
func (p *Presentation) Vote(n int) {
	if n < 1 || n > 5 {
		return
	}
	if p.remark("Vote", journey.VoteMark, "", journey.Num(float64(n-3))) {
		p.tell(fmt.Sprintf("Vote %d for “%s” counted.", n, p.e.nameOf(p.about())))
	}
}

// Idea marks what the slide is about as something to think on.
func (p *Presentation) Idea() {
	if p.remark("Mark idea", journey.IdeaMark, "", journey.Number{}) {
		p.tell(fmt.Sprintf("Idea at “%s” marked.", p.e.nameOf(p.about())))
	}
}

func (p *Presentation) tell(s string) {
	p.said = s
	p.notify()
}

// nameOf is a row's title; of a card without one its text, else its channel or
// its lane.
func (e *Editor) nameOf(id journey.ID) string {
	p := e.Doc.Project()
	r, _ := p.Row(id)
	c, ok := r.(journey.Card)
	if !ok || c.Title != "" {
		return journey.TitleOf(r)
	}
	if ch, ok := journey.Get[journey.Channel](p, c.Channel); ok && c.Text == "" {
		return ch.Name
	}
	if l, ok := journey.Get[journey.Lane](p, c.Lane); ok && c.Text == "" {
		return l.Title
	}
	return c.Text
}

// Gathered is what rooms have said of one row.
type Gathered struct {
	On    journey.ID
	Name  string
	Votes int
	Mean  float64 // of the votes, −2 to +2
	Ideas int
}

// Gathered is what rooms have said of the map: votes and ideas, in the order of
// the map.
func (e *Editor) Gathered() []Gathered {
	at := map[journey.ID]int{}
	var out []Gathered
	for _, c := range e.gathered() {
		i, ok := at[c.On]
		if !ok {
			i = len(out)
			at[c.On], out = i, append(out, Gathered{On: c.On, Name: e.nameOf(c.On)})
		}
		g := &out[i]
		if c.Mark == journey.VoteMark {
			g.Mean = (g.Mean*float64(g.Votes) + c.Value.Value) / float64(g.Votes+1)
			g.Votes++
		} else {
			g.Ideas++
		}
	}
	return out
}

// gathered is the votes and ideas of the map that are not done with.
func (e *Editor) gathered() []journey.Comment {
	p := e.Doc.Project()
	var out []journey.Comment
	add := func(on journey.ID) {
		for _, c := range p.Comments(on) {
			if c.Mark != "" && !c.Done {
				out = append(out, c)
			}
		}
	}
	add(e.mp)
	lanes := p.Lanes(e.mp)
	for _, st := range p.Stages(e.mp) {
		add(st.ID)
		for _, step := range p.Steps(st.ID) {
			add(step.ID)
		}
		for _, l := range lanes {
			for _, c := range p.StageCards(l.ID, st.ID) {
				add(c.ID)
			}
		}
	}
	return out
}

// New is how many votes and ideas have come since the presentation began.
func (p *Presentation) New() int {
	n := 0
	for _, c := range p.e.gathered() {
		if !p.begun[c.ID] {
			n++
		}
	}
	return n
}

// cardEdit is a visit to the words of a card.
type cardEdit struct {
	card        journey.ID
	title, text string
	g           *Gesture
	saved       time.Time
}

// Edit begins a visit to the card in focus from fields of the window. What is
// typed is seen at once; it is one step of undo.
func (p *Presentation) Edit() (title, text string, ok bool) {
	p.KeepEdit()
	c, ok := journey.Get[journey.Card](p.e.Doc.Project(), p.focus)
	if !ok {
		return "", "", false
	}
	g := p.visit(field{c.ID, layout.TitlePart})
	if g == nil {
		return "", "", false
	}
	p.edit = &cardEdit{card: c.ID, title: c.Title, text: c.Text, g: g, saved: p.now}
	return c.Title, c.Text, true
}

// Type shows what has been typed so far.
func (p *Presentation) Type(title, text string) {
	x := p.edit
	if x == nil {
		return
	}
	x.title, x.text = journey.CleanText(title), journey.CleanText(text)
	p.e.fail(x.g.Update(func(ed *journey.Edit) error {
		setText(ed, field{x.card, layout.TitlePart}, x.title)
		setText(ed, field{x.card, layout.TextPart}, x.text)
		return nil
	}))
}

// KeepEdit ends a visit to a card and keeps what was typed.
func (p *Presentation) KeepEdit() {
	if t := p.typing; t != nil {
		p.typing = nil
		t.end(p.e)
	}
	if x := p.edit; x != nil {
		p.edit = nil
		p.e.fail(x.g.Commit())
	}
}

// Editing reports whether somebody types in a card.
func (p *Presentation) Editing() bool { return p.edit != nil || p.typing != nil }

// Find goes to the slide of a number, or to the next that has some words; it
// reports whether there is one.
func (p *Presentation) Find(words string) bool {
	words = strings.TrimSpace(words)
	if n, err := strconv.Atoi(words); err == nil {
		for i, s := range p.deck.Slides {
			if s.Index == n-1 && !s.Deep || p.opt.Kind == slide.Lanes && i == n-1 {
				p.Go(i)
				return true
			}
		}
		return false
	}
	found := p.deck.Find(words)
	for _, i := range found {
		if i > p.at {
			p.Go(i)
			return true
		}
	}
	if len(found) > 0 {
		p.Go(found[0])
		return true
	}
	return false
}

// StageTitle is the name of the stage in which a row stands; "" where it stands in
// none.
func (e *Editor) StageTitle(id journey.ID) string {
	r, _ := e.Doc.Project().Row(id)
	switch r := r.(type) {
	case journey.Stage:
		return r.Title
	case journey.Step:
		return e.StageTitle(r.Stage)
	case journey.Card:
		return e.StageTitle(r.Stage)
	}
	return ""
}
