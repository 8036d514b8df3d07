package layout

import (
	"fmt"
	"math"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/journey"
)

// LeastLoop and MostLoop are how many stages a loop has. A map with fewer or
// more is laid out in rows, whatever it asks for.
const LeastLoop, MostLoop = 3, 8

// Unlooped is a sentence for each map that asks to be a loop and cannot.
func Unlooped(p *journey.Project) []string {
	var out []string
	for _, m := range p.Maps() {
		if n := len(p.Stages(m.ID)); m.Layout == journey.Loop && (n < LeastLoop || n > MostLoop) {
			out = append(out, fmt.Sprintf("%s: a loop has %d to %d stages, with %d it is laid out in rows", journey.Describe(m), LeastLoop, MostLoop, n))
		}
	}
	return out
}

// The measures of a loop, u. Angles are degrees for a ring of loopR; on a
// larger one gaps and points keep their size.
const (
	loopR, loopMost  = 176, 300 // radius of the stages, and what names make of it at most
	loopBand         = 40       // width of the ring
	loopGap          = 2.4      // between two stages
	loopPoint        = 4        // how far a stage points into the next
	loopNameGap      = 8        // between number and name
	loopNamePad      = 10       // at both ends of a name
	loopFeelings     = 104      // radius of a neutral feeling, on a ring of loopR
	loopAmplitude    = 17       // of one step of feeling
	loopLead         = 60       // from the ring to the cards
	loopCard         = 200
	loopCardGap      = 12
	loopApart        = 24 // between the cards of two stages, at least
	loopReach        = 40 // how near to a stage's cards its cell is
	loopMargin       = 36 // around everything, on a screen
	loopBadges       = 12 // what stands on the edges of cards reaches out
	loopDot          = 3
	loopAcross       = 0.35
	loopCenter       = 112 // width of what stands in the centre, at least
	loopCenterMargin = 8
)

// ring is a loop that is laid out: where each stage's cards are.
type ring struct {
	lane   journey.Lane // whose cards stand around it
	center geom.Point   // in the body
	r      float64      // of the middle of the stages
	places []ringPlace  // one a stage
}

// Looped reports whether the sheet is a loop. It has no bands then: stages,
// cards and feelings are all in the body, its columns have no place, and its
// rows no height.
func (s *Sheet) Looped() bool { return s.ring != nil }

// loops reports whether the map is to be drawn as a loop.
func (s *Sheet) loops() bool {
	return s.Map.Layout == journey.Loop && len(s.Stages) >= LeastLoop && len(s.Stages) <= MostLoop
}

// loopOf lays out the map as a loop: the stages in a ring, the cards of the
// first touchpoints lane around it, the first feelings lane and a metric within.
func (l *Layout) loopOf(f *frame, s *Sheet) {
	s.HeaderWidth = 0
	lanes := f.lanes(l.mp)
	touch, feel := loopLanes(lanes)
	for _, lane := range lanes {
		s.Rows = append(s.Rows, Row{Lane: lane})
	}
	g := &ring{lane: touch, r: loopR}
	names := f.ringNames(s.Stages)
	for _, n := range names {
		if r := n.radius(len(s.Stages)); r <= loopMost {
			g.r = max(g.r, r)
		}
	}
	middle := f.middle(s.Map, f.worst(feel))
	g.r = max(g.r, middle.reach+loopR-loopFeelings+faceR+faceRing+loopCenterMargin)
	for i := range s.Stages {
		names[i].beside = s.Stages[i].ID == l.preview.Typing || names[i].radius(len(s.Stages)) > g.r || !names[i].outlined()
		g.places = append(g.places, l.ringPlaceOf(f, touch, s.Stages, i, names[i]))
	}
	l.rows[touch.ID].stale = false
	g.spread()
	s.ring = g
	bounds := g.settle(f.Bare)
	put := func(name string, items []scene.Item) {
		s.Body.Blocks = append(s.Body.Blocks, scene.Placed{Block: scene.NewBlock(items), Name: name, At: g.center})
	}
	put("ring", f.ringItems(s.Stages, g, names))
	if feel.ID != "" {
		put(cellName(feel.ID, ""), f.ringFeelings(feel, s, g))
	}
	put(centerBlock, middle.items(f, g))
	for i, st := range s.Stages {
		at := g.places[i].rect.Min
		s.Body.Blocks = append(s.Body.Blocks, scene.Placed{Block: g.places[i].block, Name: cellName(touch.ID, st.ID), At: at})
	}
	s.Width, s.Height = bounds.X, bounds.Y
}

// centerBlock names the block of what stands in a loop's centre.
const centerBlock = "centre"

// loopLanes is the lanes that a loop shows: of those that are shown at all, the
// first of touchpoints and the first of feelings. A lane that there is not has
// no ID.
func loopLanes(lanes []journey.Lane) (touch, feel journey.Lane) {
	for _, l := range lanes {
		switch {
		case l.LaneKind == journey.Touchpoints && touch.ID == "":
			touch = l
		case l.LaneKind == journey.Feelings && feel.ID == "":
			feel = l
		}
	}
	return touch, feel
}

// polar is the point at a distance from the origin, at an angle that runs
// clockwise from the right.
func polar(r, angle float64) geom.Point {
	sin, cos := math.Sincos(angle)
	return geom.Pt(r*cos, r*sin)
}

// stageAngle is the middle of the i-th of n stages: the first is at the top.
func stageAngle(i, n int) float64 { return -math.Pi/2 + 2*math.Pi*float64(i)/float64(n) }
