package journeytest

import (
	_ "embed" // the map

	"throughline/journey"
)

//go:embed lanes.json
var lanes []byte

// Lanes is a project of one map, "lanes", with every kind of lane, and what any
// lane and any card may be: folded, locked, of a hue and a height of its own,
// spanning steps and stages.
func Lanes() (*journey.Project, journey.MemoryBlobs) {
	p, blobs, problems, err := journey.ReadJSON(lanes)
	if err != nil || len(problems) > 0 {
		panic(problems)
	}
	return p, blobs
}
