package importer

import (
	"slices"
	"strings"
	"testing"

	"throughline/journey"
)

// demand is what a template must hold.
type demand struct {
	title  string
	stages []string
	lanes  []journey.LaneKind
	layout string
}

var demands = map[string]demand{
	"lifecycle": {
		"Seven-stage lifecycle", []string{"Awareness", "Engagement", "Consideration", "Conversion", "Onboarding", "Loyalty", "Advocacy"},
		[]journey.LaneKind{journey.Text, journey.Text, journey.Touchpoints, journey.Channels, journey.Feelings, journey.Metrics, journey.Opportunities}, journey.Rows,
	},
	"five-stages": {
		"Classic five stages", []string{"Awareness", "Consideration", "Purchase", "Retention", "Loyalty and advocacy"},
		[]journey.LaneKind{journey.Text, journey.Pains, journey.Text, journey.Touchpoints, journey.Text, journey.Feelings, journey.Opportunities}, journey.Rows,
	},
	"reputation-loop": {
		"Reputation loop", []string{"Awareness", "Findability", "Reputation", "Conversion", "Advocacy"},
		[]journey.LaneKind{journey.Mindset, journey.Touchpoints, journey.Feelings, journey.Text, journey.Metrics, journey.Opportunities}, journey.Loop,
	},
	"goal-mindset": {
		"Goal, mindset, touchpoints, strategies", []string{"Awareness", "Consideration", "Decision", "Purchase", "Post-purchase"},
		[]journey.LaneKind{journey.Goals, journey.Mindset, journey.Touchpoints, journey.Text, journey.Channels, journey.Metrics, journey.Pains, journey.Text, journey.Opportunities}, journey.Rows,
	},
	"relationship": {
		"Relationship, six stages", []string{"Awareness", "Consideration", "Decision", "Post-purchase", "Retention and loyalty", "Advocacy"},
		[]journey.LaneKind{journey.Goals, journey.Touchpoints, journey.Text, journey.Text, journey.Mindset, journey.Feelings, journey.People}, journey.Rows,
	},
	"automation": {
		"Marketing automation", []string{"Awareness", "Consideration", "Decision", "Purchase", "Post-purchase"},
		[]journey.LaneKind{journey.Automation, journey.Automation, journey.Automation, journey.Automation, journey.Automation, journey.Text, journey.Channels, journey.Divider, journey.Backstage, journey.Text, journey.Metrics, journey.Pains}, journey.Rows,
	},
	"service-blueprint": {
		"Service blueprint", []string{"Before", "Order", "Serve", "After"},
		[]journey.LaneKind{journey.Images, journey.Touchpoints, journey.Divider, journey.Frontstage, journey.Divider, journey.Backstage, journey.Divider, journey.Support, journey.Duration, journey.Text, journey.Feelings}, journey.Rows,
	},
	"blank": {"Untitled map", []string{"Before", "During", "After"}, []journey.LaneKind{journey.Goals, journey.Touchpoints, journey.Feelings, journey.Opportunities}, journey.Rows},
}

func TestTemplatesHoldWhatTheyPromise(t *testing.T) {
	for name, want := range demands {
		r, err := FromTemplate(shipped(t), name, nil)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		p, m := r.Project, r.Project.Maps()[0]
		var stages []string
		for _, s := range p.Stages(m.ID) {
			stages = append(stages, s.Title)
		}
		var lanes []journey.LaneKind
		for _, l := range p.Lanes(m.ID) {
			lanes = append(lanes, l.LaneKind)
		}
		if m.Title != want.title || m.Layout != want.layout || !slices.Equal(stages, want.stages) || !slices.Equal(lanes, want.lanes) {
			t.Errorf("%s: “%s”, layout %q, stages %q, lanes %q", name, m.Title, m.Layout, stages, lanes)
		}
		if name == "blank" {
			continue
		}
		who, _ := journey.Get[journey.Persona](p, m.Persona)
		for what, text := range map[string]string{"persona": who.Text, "scenario": m.Scenario, "goal": m.Goal, "subtitle": m.Subtitle} {
			if len(text) < 20 {
				t.Errorf("%s: the %s is %q", name, what, text)
			}
		}
		for _, l := range p.Lanes(m.ID) {
			finished(t, name, p, m, l)
		}
	}
}

// finished checks that a lane shows by example what belongs there, and that
// each of its empty cells says so in words.
func finished(t *testing.T, name string, p *journey.Project, m journey.Map, l journey.Lane) {
	if l.LaneKind == journey.Divider {
		if l.Line == "" || l.Title == "" {
			t.Errorf("%s: a divider is %q, called “%s”", name, l.Line, l.Title)
		}
		return
	}
	if cards := p.LaneCards(l); len(cards) < 2 {
		t.Errorf("%s, “%s”: %d cards", name, l.Title, len(cards))
	}
	points := 0
	for _, s := range p.Stages(m.ID) {
		filled, hinted := len(p.Cards(l.ID, s.ID)), len(p.Hints(l.ID, s.ID)) > 0
		for _, st := range p.Steps(s.ID) {
			n := len(p.Cards(l.ID, st.ID))
			if n == 0 && l.LaneKind.Info().Span == journey.PerStep && filled == 0 && len(p.Hints(l.ID, st.ID)) == 0 {
				t.Errorf("%s, “%s”, %s: empty, and no hint", name, l.Title, st.Title)
			}
			if n > 0 {
				points++
			}
			filled += n
		}
		if l.LaneKind.Info().Span == journey.PerStage && filled == 0 && !hinted {
			t.Errorf("%s, “%s”, %s: empty, and no hint", name, l.Title, s.Title)
		}
		if l.LaneKind == journey.Feelings && filled == 0 {
			t.Errorf("%s: nobody feels anything in %s", name, s.Title)
		}
	}
	if l.LaneKind == journey.Feelings && points < 4 {
		t.Errorf("%s: %d points are no curve", name, points)
	}
}

func TestTemplatesGiveEnoughExamples(t *testing.T) {
	count := func(name, lane string) int {
		r, err := FromTemplate(shipped(t), name, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range r.Project.Lanes(r.Project.Maps()[0].ID) {
			if l.Title == lane {
				return len(r.Project.LaneCards(l))
			}
		}
		return 0
	}
	for _, lane := range []string{"Touchpoints", "Strategies"} {
		if n := count("goal-mindset", lane); n < 8 {
			t.Errorf("%d %s", n, strings.ToLower(lane))
		}
	}
	r, err := FromTemplate(shipped(t), "five-stages", nil)
	if err != nil {
		t.Fatal(err)
	}
	p := r.Project
	m := p.Maps()[0]
	for _, s := range p.Stages(m.ID) {
		if h := p.Hints(p.Lanes(m.ID)[0].ID, s.ID); len(h) != 1 || !strings.HasSuffix(h[0].Text, "?") {
			t.Errorf("%s asks %v", s.Title, h)
		}
	}
}

func TestEveryWorkflowRunsFromTriggerToExit(t *testing.T) {
	r, err := FromTemplate(shipped(t), "automation", nil)
	if err != nil {
		t.Fatal(err)
	}
	p := r.Project
	for _, l := range p.Lanes(p.Maps()[0].ID) {
		if l.LaneKind != journey.Automation {
			continue
		}
		roles := map[string]int{}
		reached := map[journey.ID]bool{}
		var follow func(journey.ID)
		follow = func(id journey.ID) {
			if reached[id] {
				return
			}
			reached[id] = true
			for _, link := range p.LinksOf(id) {
				if link.From == id {
					follow(link.To)
				}
			}
		}
		for _, c := range p.LaneCards(l) {
			roles[c.Role]++
			if c.Role == journey.Trigger {
				follow(c.ID)
			}
		}
		for _, role := range []string{journey.Trigger, journey.Wait, journey.Split, journey.Send, journey.GoalHit, journey.Exit} {
			if roles[role] == 0 {
				t.Errorf("“%s” has no %s", l.Title, role)
			}
		}
		for _, c := range p.LaneCards(l) {
			if !reached[c.ID] {
				t.Errorf("“%s”: nothing leads to “%s”", l.Title, c.Title)
			}
		}
	}
}

func TestTheReputationLoopHasAMetricInItsCentre(t *testing.T) {
	r, err := FromTemplate(shipped(t), "reputation-loop", nil)
	if err != nil {
		t.Fatal(err)
	}
	if c, ok := journey.Get[journey.Card](r.Project, r.Project.Maps()[0].Metric); !ok || !c.Value.Set {
		t.Errorf("its centre is %+v", c)
	}
}
