package journey

import (
	"fmt"
	"slices"
	"strings"
)

// Finding is something about a map that is unfinished, and the row it is about.
type Finding struct {
	At   ID
	Text string // a sentence
}

// Check finds what is unfinished in a map, in the order of a reader. today is
// the day against which the map's review is held, 2026-11-22; "" is no day. It
// is pure: a map that is like another has like findings.
func Check(p *Project, mp ID, today string) []Finding {
	m, ok := Get[Map](p, mp)
	if !ok {
		return nil
	}
	c := checker{p: p, m: m}
	c.ofMap(today)
	stages, lanes := p.Stages(mp), p.Lanes(mp)
	for _, s := range stages {
		c.stage(s, lanes)
	}
	for _, l := range lanes {
		if l.LaneKind.Info().Card != "" {
			c.lane(l)
		}
	}
	for _, l := range p.Links(mp) {
		c.link(l)
		c.open(l)
	}
	for _, n := range p.Notes(mp) {
		c.open(n)
	}
	return c.found
}

type checker struct {
	p     *Project
	m     Map
	found []Finding
}

func (c *checker) add(at ID, format string, a ...any) {
	c.found = append(c.found, Finding{at, fmt.Sprintf(format, a...)})
}

func (c *checker) ofMap(today string) {
	if m := c.m; m.Review != "" && today != "" && m.Review < today {
		c.add(m.ID, "The review of “%s” was due on %s.", ShortName(m), m.Review)
	}
	if c.m.Persona == "" && len(c.p.Personas()) > 0 {
		c.add(c.m.ID, "“%s” does not say whose journey it is.", ShortName(c.m))
	}
	if len(c.p.Stages(c.m.ID)) == 0 {
		c.add(c.m.ID, "“%s” has no stages.", ShortName(c.m))
	}
	c.open(c.m)
}

func (c *checker) stage(s Stage, lanes []Lane) {
	if s.Title == "" {
		c.add(s.ID, "A stage has no name.")
	}
	cards := 0
	for _, l := range lanes {
		cards += len(c.p.StageCards(l.ID, s.ID))
	}
	if cards == 0 {
		c.add(s.ID, "Stage “%s” has no cards.", ShortName(s))
	}
	c.open(s)
	steps, named := c.p.Steps(s.ID), false
	for _, st := range steps {
		named = named || st.Title != ""
	}
	for _, st := range steps {
		if named && st.Title == "" {
			c.add(st.ID, "A step of “%s” has no name.", ShortName(s))
		}
		c.open(st)
	}
}

// lane finds cards that lack what others of their lane have.
func (c *checker) lane(l Lane) {
	c.open(l)
	cards := c.p.LaneCards(l)
	if len(cards) == 0 {
		c.add(l.ID, "Lane “%s” has no cards.", ShortName(l))
		return
	}
	var owned, channelled, severe, weighed bool
	for _, x := range cards {
		owned, channelled = owned || x.Owner != "", channelled || x.Channel != ""
		severe, weighed = severe || x.Severity > 0, weighed || x.Impact > 0 || x.Effort > 0
	}
	for _, x := range cards {
		name := ShortName(x)
		if x.Title == "" && x.Text == "" && !slices.Contains(wordless, l.LaneKind) {
			c.add(x.ID, "A card of “%s” says nothing.", ShortName(l))
		}
		if owned && x.Owner == "" {
			c.add(x.ID, "“%s” has no owner, while others in “%s” have one.", name, ShortName(l))
		}
		if channelled && x.Channel == "" {
			c.add(x.ID, "“%s” has no channel, while others in “%s” have one.", name, ShortName(l))
		}
		if severe && x.Severity == 0 && l.LaneKind == Pains {
			c.add(x.ID, "“%s” says nothing of its severity.", name)
		}
		if weighed && (x.Impact == 0 || x.Effort == 0) && l.LaneKind == Opportunities {
			c.add(x.ID, "“%s” says nothing of its impact or its effort.", name)
		}
		if x.Evidence == Assumed {
			c.add(x.ID, "“%s” is still assumed.", name)
		}
		for _, to := range x.Links.All() {
			if id, ok := strings.CutPrefix(to, "map:"); ok {
				if _, there := Get[Map](c.p, ID(id)); !there {
					c.add(x.ID, "“%s” leads to a map that is gone.", name)
				}
			}
		}
		c.branches(x)
		c.open(x)
	}
}

// wordless is the kinds of lane whose cards need no words.
var wordless = []LaneKind{Channels, Feelings, Intensity, Images, People, Personas}

// branches finds links that leave a card beside others without a label.
func (c *checker) branches(x Card) {
	var out []Link
	for _, l := range c.p.LinksOf(x.ID) {
		if l.From == x.ID {
			out = append(out, l)
		}
	}
	for _, l := range out {
		if len(out) > 1 && l.Title == "" && !l.Percent.Set {
			to, _ := Get[Card](c.p, l.To)
			c.add(l.ID, "The link from “%s” to “%s” has no label, and there are others.", ShortName(x), ShortName(to))
		}
	}
}

// link finds links that lead nowhere that is shown.
func (c *checker) link(l Link) {
	from, _ := Get[Card](c.p, l.From)
	if l.From == l.To {
		c.add(l.ID, "A link leads from “%s” to itself.", ShortName(from))
		return
	}
	for _, id := range []ID{l.From, l.To} {
		end, _ := Get[Card](c.p, id)
		if lane, ok := Get[Lane](c.p, end.Lane); ok && lane.Hidden {
			c.add(l.ID, "A link ends at “%s”, in the hidden lane “%s”.", ShortName(end), ShortName(lane))
		}
	}
}

// open finds comments that nobody has answered.
func (c *checker) open(r Row) {
	n := 0
	for _, x := range c.p.Comments(r.RowID()) {
		if !x.Done && x.Mark == "" {
			n++
		}
	}
	switch {
	case n == 1:
		c.add(r.RowID(), "“%s” has an open comment.", ShortName(r))
	case n > 1:
		c.add(r.RowID(), "“%s” has %d open comments.", ShortName(r), n)
	}
}
