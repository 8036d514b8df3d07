// Package journeytest makes projects for tests and benchmarks. It must never
// be imported by the program itself.
package journeytest

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"

	"throughline/journey"
)

var words = strings.Fields(`order basket delivery invoice parking colour bicycle
weather shop owner child garage battery leasing catalogue phone question answer
appointment neighbour helmet ramp saddle brake distance evening station ticket
waits looks compares asks finds pays tells forgets rides returns opens signs
slow quick honest clear heavy wet early late friendly missing second first
with without after before about for and or but again`)

var icons = strings.Fields(`web search email phone app chat store person people event bike
letter parcel truck invoice card contract form review referral support service`)

// Generate is a project of one map with about n cards: its stages, steps and
// cells grow with n as maps of that size do in practice. The same n gives the
// same project.
func Generate(n int) *journey.Project {
	g := &generator{r: rand.New(rand.NewPCG(uint64(n), 7)), ids: journey.CountedIDs("g")}
	g.e = journey.New().Edit(g.ids)
	m := journey.Map{ID: "map", Order: "V", Title: fmt.Sprintf("A journey of %d cards", n), Scenario: g.say(14), Goal: g.say(10)}
	g.e.Put(m)
	stages := min(50, max(3, int(math.Sqrt(float64(n))/2)))
	steps := min(4, max(1, n/(stages*8)))
	var columns []journey.Step
	for i, o := range journey.Spread(stages) {
		s := journey.Stage{ID: journey.ID(fmt.Sprintf("stage%d", i+1)), Map: m.ID, Order: o, Title: g.title(2)}
		g.e.Put(s)
		for _, o := range journey.Spread(steps) {
			st := journey.Step{ID: g.ids(), Stage: s.ID, Order: o, Title: g.title(3)}
			g.e.Put(st)
			columns = append(columns, st)
		}
	}
	kinds := []journey.LaneKind{journey.Goals, journey.Mindset, journey.Touchpoints, journey.Feelings,
		journey.Touchpoints, journey.Pains, journey.Opportunities, journey.Touchpoints, journey.Backstage, journey.Touchpoints}
	var open []journey.Lane
	made := 0
	for i, o := range journey.Spread(len(kinds)) {
		l := journey.Lane{ID: journey.ID(fmt.Sprintf("lane%d", i+1)), Map: m.ID, Order: o, LaneKind: kinds[i], Title: kinds[i].Info().Title, Caption: g.title(3)}
		g.e.Put(l)
		switch {
		case l.LaneKind == journey.Touchpoints:
			open = append(open, l)
		case l.LaneKind == journey.Feelings:
			for j, c := range columns {
				made++
				p := journey.Card{ID: g.ids(), Lane: l.ID, Stage: c.Stage, Step: c.ID, Order: "V", Feeling: journey.Num(float64(g.r.IntN(41)-20) / 10)}
				if j%2 == 0 {
					p.Title = g.title(2)
				}
				g.e.Put(p)
			}
		default:
			for j := range stages {
				made++
				g.e.Put(journey.Card{ID: g.ids(), Lane: l.ID, Stage: journey.ID(fmt.Sprintf("stage%d", j+1)), Order: "V",
					Title: g.say(8), Text: g.say(5), Severity: 1 + g.r.IntN(3), Impact: 1 + g.r.IntN(3), Effort: 1 + g.r.IntN(3)})
			}
		}
	}
	g.touchpoints(open, columns, n-made)
	return g.e.Project()
}

type generator struct {
	e   *journey.Edit
	r   *rand.Rand
	ids journey.IDs
}

func (g *generator) touchpoints(lanes []journey.Lane, columns []journey.Step, n int) {
	cells := len(lanes) * len(columns)
	for c := range cells {
		count := n * (c + 1) / cells
		count -= n * c / cells
		if count <= 0 {
			continue
		}
		l, s := lanes[c%len(lanes)], columns[c/len(lanes)]
		for _, o := range journey.Spread(count) {
			g.e.Put(journey.Card{ID: g.ids(), Lane: l.ID, Stage: s.Stage, Step: s.ID, Order: o,
				Title: g.title(2 + g.r.IntN(2)), Text: g.say(4 + g.r.IntN(5)), Icon: icons[g.r.IntN(len(icons))],
				Pain: g.r.IntN(9) == 0, Truth: g.r.IntN(15) == 0})
		}
	}
}

func (g *generator) say(n int) string {
	w := make([]string, n)
	for i := range w {
		w[i] = words[g.r.IntN(len(words))]
	}
	return strings.Join(w, " ")
}

func (g *generator) title(n int) string {
	s := g.say(n)
	return strings.ToUpper(s[:1]) + s[1:]
}
