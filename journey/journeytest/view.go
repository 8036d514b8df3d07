package journeytest

import (
	"pgregory.net/rapid"

	"throughline/journey"
)

// View is a random view of a map. It may name what is not there any more.
func View(t *rapid.T, p *journey.Project, mp journey.ID) journey.View {
	list := func(name string, ids []string) journey.Strings {
		if rapid.Bool().Draw(t, "all "+name) {
			return ""
		}
		return journey.List(rapid.SliceOfNDistinct(rapid.SampledFrom(append(ids, "gone")), 0, -1, rapid.ID[string]).Draw(t, name)...)
	}
	var lanes, stages, personas []string
	for _, l := range p.Lanes(mp) {
		lanes = append(lanes, string(l.ID))
	}
	for _, s := range p.Stages(mp) {
		stages = append(stages, string(s.ID))
	}
	for _, w := range p.Personas() {
		personas = append(personas, string(w.ID))
	}
	return journey.View{Lanes: list("lanes", lanes), Stages: list("stages", stages), Personas: list("personas", personas)}
}
