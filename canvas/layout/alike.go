package layout

import (
	"slices"

	"throughline/canvas/scene"
)

// parts is what a layout has drawn that is alike on many cards, such as their
// boxes, by all that it depends on besides the theme. Ten thousand cards have
// some hundred boxes, and drawing each anew would take more memory than all
// else that is known of a map.
type parts struct {
	drawn map[any][]scene.Op
}

// partsKept bounds what is kept: sizes that were passed while an edge was
// dragged are forgotten some day.
const partsKept = 1 << 13

// alike is what draw draws, once for each key. The operations are shared.
func (f *frame) alike(key any, draw func() []scene.Op) []scene.Op {
	if f.parts == nil {
		return draw()
	}
	ops, ok := f.parts.drawn[key]
	if !ok {
		if f.parts.drawn == nil || len(f.parts.drawn) >= partsKept {
			f.parts.drawn = map[any][]scene.Op{}
		}
		ops = slices.Clip(draw())
		f.parts.drawn[key] = ops
	}
	return ops
}
