package journeytest

import (
	_ "embed" // the map

	"throughline/journey"
)

//go:embed components.json
var components []byte

// Components is a project of one map, "components", with every part that a card
// may have, curves of two personas and of how things are and shall be, every
// chart, and every role of a workflow.
func Components() (*journey.Project, journey.Blobs) {
	p, blobs, problems, err := journey.ReadJSON(components)
	if err != nil || len(problems) > 0 {
		panic(problems)
	}
	return p, blobs
}
