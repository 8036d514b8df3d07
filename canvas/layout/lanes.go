package layout

import (
	"throughline/canvas/scene"
	"throughline/journey"
)

// views is how each kind of lane is drawn; a kind that is not here is drawn as
// plain cards.
var views = map[journey.LaneKind]laneView{
	journey.Goals:         stack{box: goalBox{}, stretch: true},
	journey.Mindset:       stack{box: quoteBox{}, stretch: true},
	journey.Text:          stack{box: textBox{}},
	journey.Touchpoints:   stack{box: cardBox{}},
	journey.Channels:      channels{},
	journey.Feelings:      feelings{},
	journey.Intensity:     intensity{},
	journey.Metrics:       stack{box: metricBox{}, stretch: true},
	journey.Pains:         stack{box: noticeBox{icon: "alert", colours: painColours, ratings: severity}, stretch: true},
	journey.Opportunities: stack{box: noticeBox{icon: "bulb", colours: oppColours, ratings: impactEffort}, stretch: true},
	journey.Images:        stack{box: imageBox{}},
	journey.Files:         stack{box: fileBox{}},
	journey.Frontstage:    stack{box: noticeBox{icon: "person", colours: frontColours}, stretch: true},
	journey.Backstage:     stack{box: noticeBox{icon: "gear", colours: backColours}, stretch: true},
	journey.Support:       stack{box: noticeBox{icon: "service", colours: supportColours}, stretch: true},
	journey.Process:       process{stack{box: processBox{}, gap: processGap, inset: processInset}},
	journey.Automation:    automation{},
	journey.Duration:      durations{stack{box: durationBox{}, inset: bareInset}},
	journey.People:        stack{box: personBox{}},
	journey.Personas:      stack{box: personaBox{}, inset: bareInset},
	journey.Divider:       divider{},
}

// bareInset is what cards without a box leave free at both sides.
const bareInset = 8

// whole is implemented by the views that draw a lane at once.
type whole interface{ whole() }

// sided is implemented by the views that also draw beside their row, in the
// lane's header.
type sided interface {
	// room is the width that the drawing takes at the right of lane title.
	room() float64
	side(f *frame, s *Sheet, l journey.Lane, w, h float64) []scene.Op
}

// scaled is implemented by the views whose cards are drawn on one scale for the
// whole lane.
type scaled interface{ scale([]journey.Card) float64 }

// besides is implemented by sided views whose room depends on the lane.
type besides interface {
	besides(*frame, journey.Lane) float64
}

func isWhole(v laneView) bool { _, ok := v.(whole); return ok }

func viewOf(k journey.LaneKind) laneView {
	if v, ok := views[k]; ok {
		return v
	}
	return stack{box: cardBox{}}
}

// minHeight is the least height of a row of kind k.
func minHeight(k journey.LaneKind) float64 {
	if k == journey.Divider {
		return dividerHeight
	}
	return rowMin
}

// Markup reports whether the cards of a lane of a kind may have the small
// markup.
func Markup(k journey.LaneKind) bool {
	s, ok := viewOf(k).(stack)
	return ok && s.box == box(textBox{})
}
