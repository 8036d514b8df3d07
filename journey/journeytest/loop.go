package journeytest

import (
	_ "embed"

	"throughline/journey"
)

//go:embed loop.json
var loop []byte

// Loop is a small project whose map is a loop of six stages: where patients of
// a practice meet its reputation.
func Loop() *journey.Project {
	p, _, problems, err := journey.ReadJSON(loop)
	if err != nil || len(problems) > 0 {
		panic(err) // it is ours
	}
	return p
}
