package input

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
)

// Frame is what a view shows at one moment. A pane covers those before it, and
// only there do panes overlap.
type Frame struct {
	Panes  []Pane
	Drawn  []Drawing // above the map, in paint order
	Marks  []Mark    // above those of the same clip, in paint order
	Hint   *Hint
	Cursor Cursor
	Busy   bool // send Tick events until a frame says otherwise
	Moving bool // something glides: send them as often as the window paints
}

// Pane is a part of the view that shows a part of a scene.
type Pane struct {
	Scene *scene.Scene
	Rect  geom.Rect  // in the view, device-independent pixels
	At    geom.Point // the scene's point at the pane's top left, map units
	Zoom  float64    // device-independent pixels a map unit
	// Detail is the zoom whose detail is shown, where that is not Zoom.
	Detail float64
	// Cut says that the pane lies over others, and that nothing of its scene is
	// to be seen beyond Rect; other panes lie side by side, and their tiles may
	// reach under the next.
	Cut bool
	// AtOnce says that what is another picture is shown when all of it is there,
	// and not tile by tile.
	AtOnce bool
}

// Mark is a box above the map: a ring, a line, a caret, a tint. One with two
// ends is a straight line from one to the other, of a width, in the colour of
// its edge.
type Mark struct {
	Rect   geom.Rect // in the view, device-independent pixels; the edge runs inside it
	Clip   geom.Rect // the part of the view that it may cover
	Fill   scene.Color
	Edge   scene.Color
	Width  float64 // of the edge, pixels
	Radius float64 // of the corners, pixels

	From, To geom.Point // its ends in the view; the same where it is a box
}

// Slants reports whether the mark is a line from end to end.
func (m *Mark) Slants() bool { return m.From != m.To }

// Drawing is a small scene above the map that is painted once, wherever it goes
// then: what is in the hand, or the dashed box of an empty cell.
type Drawing struct {
	Key   string // the same key has the same pixels
	Scene *scene.Scene
	At    geom.Point // of its top left in the view, device-independent pixels
	Zoom  float64    // device-independent pixels a map unit
	Clip  geom.Rect  // the rectangle of the pane that it is cut off with; an empty one lies above all
}

// Hint is a line of text beside the pointer.
type Hint struct {
	At         geom.Point // of its top left in the view, pixels; of its top right where Ends
	Ends       bool       // it ends at At
	Text, More string     // what happens, and what else could
	Bad        bool       // it says why something is not allowed
}
