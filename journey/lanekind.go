package journey

// LaneKind says what the cards of a lane mean and how the lane is drawn.
type LaneKind string

// The kinds of lane. What each is, is in LaneKinds.
const (
	Goals         LaneKind = "goals"
	Mindset       LaneKind = "mindset"
	Text          LaneKind = "text"
	Touchpoints   LaneKind = "touchpoints"
	Channels      LaneKind = "channels"
	Feelings      LaneKind = "feelings"
	Intensity     LaneKind = "intensity"
	Metrics       LaneKind = "metrics"
	Pains         LaneKind = "pains"
	Opportunities LaneKind = "opportunities"
	Process       LaneKind = "process"
	Automation    LaneKind = "automation"
	Images        LaneKind = "images"
	Files         LaneKind = "files"
	Frontstage    LaneKind = "frontstage"
	Backstage     LaneKind = "backstage"
	Support       LaneKind = "support"
	Duration      LaneKind = "duration"
	People        LaneKind = "people"
	Divider       LaneKind = "divider"
	Personas      LaneKind = "personas"
)

// Span is what the cards of a lane stand under unless their author says otherwise.
type Span uint8

// Cards stand under a step, under a whole stage, or the lane is one drawing
// from its first column to its last.
const (
	PerStep Span = iota
	PerStage
	WholeMap
)

// LaneInfo is what there is to know about a kind of lane without drawing it.
type LaneInfo struct {
	Kind  LaneKind
	Title string // the name a new lane gets
	Icon  string // its icon in the header, a name of assets/icons
	Card  string // what one of its cards is called, in the singular; "" where it has none
	Span  Span
	Hint  string // the sentence of an empty cell
}

// LaneKinds is every kind of lane, in the order in which menus list them.
var LaneKinds = []LaneInfo{
	{Goals, "Goals", "flag", "goal", PerStage, "Double-click to add a goal."},
	{Mindset, "Mindset", "quote", "quote", PerStage, "Double-click to add a quote."},
	{Text, "Text", "document", "text", PerStage, "Double-click to add a text."},
	{Touchpoints, "Touchpoints", "hand", "touchpoint", PerStep, "Double-click to add a touchpoint."},
	{Channels, "Channels", "share", "channel", WholeMap, "Double-click to mark a channel."},
	{Feelings, "Feelings", "wave", "feeling", WholeMap, "Double-click to add a feeling."},
	{Intensity, "Intensity", "wave", "point", WholeMap, "Double-click to add a point."},
	{Metrics, "Metrics", "chart", "metric", PerStage, "Double-click to add a metric."},
	{Pains, "Pain points", "alert", "pain point", PerStage, "Double-click to add a pain point."},
	{Opportunities, "Opportunities", "bulb", "opportunity", PerStage, "Double-click to add an opportunity."},
	{Process, "Process", "connector", "process step", PerStep, "Double-click to add a process step."},
	{Automation, "Automation", "bolt", "workflow step", WholeMap, "Double-click to add a workflow step."},
	{Images, "Images", "image", "image", PerStep, "Double-click to add an image."},
	{Files, "Files", "link", "file", PerStage, "Double-click to add a file or a link."},
	{Frontstage, "Frontstage", "person", "frontstage action", PerStep, "Double-click to add what staff do in sight."},
	{Backstage, "Backstage", "gear", "backstage action", PerStage, "Double-click to add what happens out of sight."},
	{Support, "Support", "service", "support process", PerStage, "Double-click to add a support process."},
	{Duration, "Duration", "clock", "duration", PerStep, "Double-click to add a duration."},
	{People, "People", "people", "person", PerStep, "Double-click to add a person."},
	{Divider, "Line of visibility", "minus", "", WholeMap, ""},
	{Personas, "Personas", "person", "persona", PerStage, "Double-click to add a persona."},
}

var laneInfo = func() map[LaneKind]LaneInfo {
	m := map[LaneKind]LaneInfo{}
	for _, l := range LaneKinds {
		m[l.Kind] = l
	}
	return m
}()

// Info is the entry of k in LaneKinds; of an unknown kind, that of Text.
func (k LaneKind) Info() LaneInfo {
	if l, ok := laneInfo[k]; ok {
		return l
	}
	return laneInfo[Text]
}

// Known reports whether k stands in LaneKinds.
func (k LaneKind) Known() bool { _, ok := laneInfo[k]; return ok }
