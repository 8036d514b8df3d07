package journeytest

import (
	_ "embed" // the map

	"throughline/journey"
)

//go:embed marked.json
var marked []byte

// Marked is a project of one map, "marked", with links of every kind, notes,
// pain heat, a summary, a review that is due and a persona without a portrait.
func Marked() *journey.Project {
	p, _, problems, err := journey.ReadJSON(marked)
	if err != nil || len(problems) > 0 {
		panic(problems)
	}
	return p
}
