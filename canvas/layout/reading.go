package layout

import (
	"fmt"
	"strings"

	"throughline/canvas/scene"
	"throughline/journey"
)

// stageMark is what the mark of a stage begins with.
const stageMark = "stage:"

// reading is what a poster says, for those who listen: whose map it is and for
// whom, its lanes, then stage by stage what happens, at last links, legend and
// footer.
func (p *poster) reading() *scene.Reading {
	m := p.sheet.Map
	all := &scene.Reading{Name: orElse(m.Title, p.say("Customer journey map")), Mark: mapAddress + string(m.ID)}
	all.Add(&scene.Reading{Role: scene.Heading, Owner: string(m.ID), Part: "title"})
	all.Add(&scene.Reading{Role: scene.Figure, Part: "logo"})
	all.Add(readParagraph(string(m.Persona), "persona"), readParagraph(string(m.ID), "fact"))
	var lanes, links, notes scene.Reading
	lanes.Role, links.Role = scene.List, scene.List
	for _, r := range p.sheet.Rows {
		lanes.Add(&scene.Reading{Role: scene.Entry, Owner: string(r.ID), Part: LanePart})
	}
	lanes.Add(&scene.Reading{Role: scene.Entry, Owner: string(m.ID), Part: SummaryPart})
	all.Add(&lanes)
	for _, r := range p.sheet.Rows {
		if (r.LaneKind == journey.Feelings || r.LaneKind == journey.Intensity) && !folded(r.Lane) {
			all.Add(&scene.Reading{Role: scene.Figure, Owner: string(r.ID), Part: CurvePart})
		}
	}
	for _, s := range p.sheet.Stages {
		all.Add(p.readStage(s))
	}
	for _, n := range p.p.Notes(m.ID) {
		if _, ok := journey.Get[journey.Stage](p.p, n.Stage); !ok {
			notes.Add(readParagraph(string(n.ID), NotePart))
		}
	}
	all.Add(notes.Parts...)
	for _, l := range p.p.Links(m.ID) {
		links.Add(&scene.Reading{Role: scene.Entry, Owner: string(l.ID), Alt: linkAlt(p.p, l)})
	}
	all.Add(&links, readParagraph("", "legend"), readParagraph(string(m.ID), "footer"))
	return all
}

func readParagraph(owner string, part scene.Part) *scene.Reading {
	return &scene.Reading{Role: scene.Paragraph, Owner: owner, Part: part}
}

// readStage is what a stage says: what it is called, how it feels as a whole,
// its steps, and lane by lane its cards.
func (p *poster) readStage(s StageBox) *scene.Reading {
	id := string(s.ID)
	out := &scene.Reading{Name: orElse(s.Title, p.say(fmt.Sprintf("Stage %d", s.Number))), Mark: stageMark + id}
	out.Add(&scene.Reading{Role: scene.Heading, Owner: id, Part: StagePart})
	out.Add(&scene.Reading{Role: scene.Figure, Owner: id, Part: HeatPart}, readParagraph(id, SummaryPart))
	steps := &scene.Reading{Role: scene.List}
	for _, c := range s.Columns {
		if c.Step != "" {
			steps.Add(&scene.Reading{Role: scene.Entry, Owner: string(c.Step)})
		}
	}
	out.Add(steps)
	for _, r := range p.sheet.Rows {
		if folded(r.Lane) {
			continue
		}
		cards := &scene.Reading{Role: scene.List}
		for _, c := range p.stageCards(r.ID, s.ID) {
			cards.Add(p.readCard(r.Lane, c))
		}
		if len(cards.Parts) > 0 {
			lane := &scene.Reading{Name: p.laneName(r.Lane)}
			lane.Add(&scene.Reading{Role: scene.Heading, Name: p.laneName(r.Lane)}, cards)
			out.Add(lane)
		}
	}
	for _, n := range p.p.Notes(p.sheet.Map.ID) {
		if n.Stage == s.ID {
			out.Add(readParagraph(string(n.ID), NotePart))
		}
	}
	return out
}

// readCard is a card, with its signs in words.
func (p *poster) readCard(l journey.Lane, c journey.Card) *scene.Reading {
	out := &scene.Reading{Role: scene.Entry, Owner: string(c.ID), Signs: strings.Join(p.signs(l, c), ". ")}
	if s := p.chartWords(l, c); s != "" {
		out.Add(&scene.Reading{Role: scene.Figure, Alt: s})
	}
	return out
}

// laneName is a lane's name, or that of its kind.
func (f *frame) laneName(l journey.Lane) string {
	return orElse(l.Title, f.say(l.LaneKind.Info().Title))
}

// orElse is a name, or what is said where there is none.
func orElse(name, other string) string {
	if strings.TrimSpace(name) == "" {
		return other
	}
	return name
}
