package editor

import (
	"slices"

	"throughline/journey"
)

// Form is how a property is entered.
type Form uint8

// The forms.
const (
	FormLine      Form = iota // a line of text
	FormLines                 // a text of several lines
	FormNumber                // a number that may be absent
	FormLength                // a length in u; 0 is the usual one
	FormCount                 // a whole number; 0 is none
	FormChoice                // one of Choices
	FormTruth                 // yes or no
	FormLevel                 // 1 to 3; 0 is unsaid
	FormFeeling               // a number in the scale of the card's lane, that may be absent
	FormHue                   // 1 to 8; 0 follows what is around
	FormIcon                  // the name of an icon
	FormList                  // a list of words
	FormAddresses             // a list of addresses
	FormSeries                // a list of numbers
	FormRow                   // a row of the kind Of
	FormMedia                 // a picture or a file
	FormDay                   // a day, 2026-11-30
)

// Choice is a value of a property that has a few.
type Choice struct{ Value, Title string }

// Property is a field of a row as people see it. The inspector is made from the
// table of these.
type Property struct {
	Field   string // of the row's struct
	Title   string // the label before it
	Group   string // the heading above it; "" has none
	Form    Form
	Choices []Choice
	Of      journey.Kind // of a FormRow
	Hint    string       // what stands in an empty field
	lanes   []journey.LaneKind
}

// The headings of the inspector.
const (
	groupExperience  = "Experience"
	groupFigures     = "Figures"
	groupLook        = "Look"
	groupWork        = "Work"
	groupAttachments = "Attachments"
	groupPresenting  = "Presenting"
	groupReading     = "Reading aloud"
)

type kinds = []journey.LaneKind

var (
	curves    = kinds{journey.Feelings, journey.Intensity}
	notices   = kinds{journey.Pains, journey.Opportunities, journey.Frontstage, journey.Backstage, journey.Support}
	haveTitle = not(journey.Channels)
	haveText  = append(kinds{journey.Touchpoints, journey.Text, journey.Process, journey.Images, journey.Files, journey.Duration, journey.People, journey.Personas}, notices...)
	pointed   = append(kinds{journey.Channels}, curves...)
)

// not is every kind of lane but some.
func not(some ...journey.LaneKind) kinds {
	var out kinds
	for _, k := range journey.LaneKinds {
		if !slices.Contains(some, k.Kind) && k.Card != "" {
			out = append(out, k.Kind)
		}
	}
	return out
}

// cardProperties is what a card can have, in the order of the inspector. Each
// kind of lane uses some.
var cardProperties = []Property{
	{Field: "Title", Form: FormLine, Hint: "Title", lanes: haveTitle},
	{Field: "Text", Form: FormLines, Hint: "Text", lanes: haveText},

	{Field: "Channel", Title: "Channel", Group: groupExperience, Form: FormRow, Of: journey.KindChannel, lanes: kinds{journey.Touchpoints, journey.Channels, journey.Frontstage}},
	{Field: "Use", Title: "Use", Group: groupExperience, Form: FormChoice, Choices: []Choice{{"", "Main channel"}, {journey.AlsoUse, "Also used"}}, lanes: kinds{journey.Channels}},
	{Field: "Feeling", Title: "Feeling", Group: groupExperience, Form: FormFeeling, lanes: append(kinds{journey.Touchpoints}, curves...)},
	{Field: "Persona", Title: "Persona", Group: groupExperience, Form: FormRow, Of: journey.KindPersona, lanes: append(kinds{journey.Personas, journey.Mindset}, curves...)},
	{Field: "State", Title: "State", Group: groupExperience, Form: FormChoice, Choices: states, lanes: curves},
	{Field: "Truth", Title: "Moment of truth", Group: groupExperience, Form: FormTruth, lanes: kinds{journey.Touchpoints}},
	{Field: "Pain", Title: "Pain", Group: groupExperience, Form: FormTruth, lanes: kinds{journey.Touchpoints}},
	{Field: "Severity", Title: "Severity", Group: groupExperience, Form: FormLevel, lanes: kinds{journey.Pains, journey.Touchpoints}},
	{Field: "Impact", Title: "Impact", Group: groupExperience, Form: FormLevel, lanes: kinds{journey.Opportunities}},
	{Field: "Effort", Title: "Effort", Group: groupExperience, Form: FormLevel, lanes: kinds{journey.Opportunities}},
	{Field: "Role", Title: "Role", Group: groupExperience, Form: FormChoice, Choices: []Choice{{"", "Step"}, {journey.Trigger, "Trigger"}, {journey.Wait, "Wait"}, {journey.Split, "Split"},
		{journey.Send, "Send"}, {journey.GoalHit, "Goal"}, {journey.Exit, "Exit"}}, lanes: kinds{journey.Automation, journey.Process}},
	{Field: "Line", Title: "Line", Group: groupExperience, Form: FormCount, lanes: kinds{journey.Automation}},
	{Field: "Minutes", Title: "Minutes", Group: groupExperience, Form: FormNumber, lanes: kinds{journey.Duration}},
	{Field: "Longest", Title: "At most", Group: groupExperience, Form: FormNumber, lanes: kinds{journey.Duration}},

	{Field: "Value", Title: "Value", Group: groupFigures, Form: FormNumber, lanes: kinds{journey.Metrics, journey.Touchpoints}},
	{Field: "Unit", Title: "Unit", Group: groupFigures, Form: FormLine, Hint: "Such as %, € or days", lanes: kinds{journey.Metrics, journey.Touchpoints}},
	{Field: "SeriesNames", Title: "Names", Group: groupFigures, Form: FormList, Hint: "What the figures count", lanes: kinds{journey.Metrics, journey.Touchpoints}},
	{Field: "Target", Title: "Target", Group: groupFigures, Form: FormNumber, lanes: kinds{journey.Metrics}},
	{Field: "Better", Title: "Better is", Group: groupFigures, Form: FormChoice, Choices: []Choice{{"", "Not judged"}, {"higher", "Higher"}, {"lower", "Lower"}}, lanes: kinds{journey.Metrics}},
	{Field: "Chart", Title: "Chart", Group: groupFigures, Form: FormChoice, Choices: []Choice{{"", "None"}, {journey.ChartBars, "Bars"}, {journey.ChartProgress, "Progress"},
		{journey.ChartStacked, "Shares"}, {journey.ChartFunnel, "Funnel"}}, lanes: kinds{journey.Metrics}},
	{Field: "Series", Title: "Series", Group: groupFigures, Form: FormSeries, Hint: "Such as 12, 15, 19", lanes: kinds{journey.Metrics}},
	{Field: "Source", Title: "Source", Group: groupFigures, Form: FormLine, lanes: kinds{journey.Metrics}},
	{Field: "Date", Title: "As of", Group: groupFigures, Form: FormDay, Hint: "Such as 2026-11-30", lanes: kinds{journey.Metrics}},
	{Field: "Entered", Title: "Entered", Group: groupFigures, Form: FormNumber, lanes: kinds{journey.Automation}},
	{Field: "Completed", Title: "Completed", Group: groupFigures, Form: FormNumber, lanes: kinds{journey.Automation}},
	{Field: "Dropped", Title: "Dropped", Group: groupFigures, Form: FormNumber, lanes: kinds{journey.Automation}},

	{Field: "Icon", Title: "Icon", Group: groupLook, Form: FormIcon, lanes: append(kinds{journey.Touchpoints, journey.Process, journey.Automation, journey.Files}, notices...)},
	{Field: "Hue", Title: "Colour", Group: groupLook, Form: FormHue, lanes: not(curves...)},
	{Field: "Steps", Title: "Steps", Group: groupLook, Form: FormCount, Hint: "How many it spans", lanes: not(pointed...)},

	{Field: "Owner", Title: "Owner", Group: groupWork, Form: FormRow, Of: journey.KindPerson, lanes: not(pointed...)},
	{Field: "Status", Title: "Status", Group: groupWork, Form: FormLine, Hint: "Such as in review", lanes: not(pointed...)},
	{Field: "Evidence", Title: "Evidence", Group: groupWork, Form: FormChoice, Choices: evidence},
	{Field: "Tags", Title: "Tags", Group: groupWork, Form: FormList, Hint: "Parted by commas", lanes: not(pointed...)},

	{Field: "Links", Title: "Links", Group: groupAttachments, Form: FormAddresses, Hint: "Web addresses", lanes: not(pointed...)},
	{Field: "Image", Title: "Image", Group: groupAttachments, Form: FormMedia, lanes: kinds{journey.Touchpoints, journey.Images, journey.Personas}},
	{Field: "ImageAlt", Title: "In words", Group: groupAttachments, Form: FormLine, Hint: "What the image shows", lanes: kinds{journey.Touchpoints, journey.Images, journey.Personas}},
	{Field: "File", Title: "File", Group: groupAttachments, Form: FormMedia, lanes: not(pointed...)},
}

var evidence = []Choice{{"", "Unsaid"}, {journey.Assumed, "Assumed"}, {journey.Observed, "Observed"}, {journey.Researched, "Researched"}}

var states = []Choice{{"", "Unsaid"}, {journey.AsIs, "Current state"}, {journey.ToBe, "Future state"}}

var directions = []Choice{{"", "Automatic"}, {journey.FromLeft, "Left to right"}, {journey.FromRight, "Right to left"}}

// properties is what rows of other kinds can have.
var properties = map[journey.Kind][]Property{
	journey.KindMap: {
		{Field: "Title", Form: FormLine, Hint: "Title"},
		{Field: "Subtitle", Form: FormLines, Hint: "Subtitle"},
		{Field: "Persona", Title: "Persona", Form: FormRow, Of: journey.KindPersona},
		{Field: "Scenario", Title: "Scenario", Form: FormLines, Hint: "Who does what, and why"},
		{Field: "Goal", Title: "Goal", Form: FormLines, Hint: "What you want of this map"},
		{Field: "State", Title: "State", Form: FormChoice, Choices: states},
		{Field: "Owner", Title: "Owner", Group: groupWork, Form: FormLine},
		{Field: "Organisation", Title: "For", Group: groupWork, Form: FormLine, Hint: "Organisation"},
		{Field: "Status", Title: "Status", Group: groupWork, Form: FormLine},
		{Field: "Version", Title: "Version", Group: groupWork, Form: FormLine},
		{Field: "Date", Title: "Date", Group: groupWork, Form: FormDay, Hint: "Such as 2026-11-30"},
		{Field: "Review", Title: "Review", Group: groupWork, Form: FormDay, Hint: "Such as 2026-11-30"},
		{Field: "Heat", Title: "Pain heat", Group: groupLook, Form: FormTruth},
		{Field: "Summary", Title: "Summary of stages", Group: groupLook, Form: FormTruth},
		{Field: "Direction", Title: "Direction", Group: groupLook, Form: FormChoice, Choices: directions},
		{Field: "HeaderWidth", Title: "Headers", Group: groupLook, Form: FormLength},
		{Field: "AccessTitle", Title: "Title", Group: groupReading, Form: FormLine, Hint: "Read in place of the title"},
		{Field: "Description", Title: "In words", Group: groupReading, Form: FormLines, Hint: "What the map shows"},
	},
	journey.KindPersona: {
		{Field: "Name", Form: FormLine, Hint: "Name"},
		{Field: "Facts", Title: "Facts", Form: FormLine, Hint: "In a few words"},
		{Field: "Text", Title: "Text", Form: FormLines},
		{Field: "Portrait", Title: "Portrait", Form: FormMedia},
	},
	journey.KindStage: {
		{Field: "Title", Form: FormLine, Hint: "Title"},
		{Field: "Hue", Title: "Colour", Group: groupLook, Form: FormHue},
		{Field: "Width", Title: "Step width", Group: groupLook, Form: FormLength, Hint: "176"},
		{Field: "Minutes", Title: "Minutes", Group: groupPresenting, Form: FormNumber},
		{Field: "SpeakerNotes", Title: "Notes", Group: groupPresenting, Form: FormLines, Hint: "What to say"},
	},
	journey.KindStep: {{Field: "Title", Form: FormLine, Hint: "Title"}},
	journey.KindLane: {
		{Field: "Title", Form: FormLine, Hint: "Title"},
		{Field: "Caption", Title: "Caption", Form: FormLine},
		{Field: "Persona", Title: "Persona", Form: FormRow, Of: journey.KindPersona, lanes: not()},
		{Field: "Line", Title: "Line", Form: FormChoice, Choices: []Choice{{journey.LineVisibility, "Line of visibility"}, {journey.LineInteraction, "Line of interaction"},
			{journey.LineInternal, "Line of internal interaction"}, {journey.LinePlain, "Plain line"}}, lanes: kinds{journey.Divider}},
		{Field: "Least", Title: "Least", Group: "Scale", Form: FormNumber, lanes: curves},
		{Field: "Greatest", Title: "Greatest", Group: "Scale", Form: FormNumber, lanes: curves},
		{Field: "Names", Title: "Names", Group: "Scale", Form: FormList, Hint: "The least first", lanes: curves},
		{Field: "Icon", Title: "Icon", Group: groupLook, Form: FormIcon, lanes: not()},
		{Field: "Hue", Title: "Colour", Group: groupLook, Form: FormHue, lanes: not()},
		{Field: "Height", Title: "Height", Group: groupLook, Form: FormLength, lanes: not()},
		{Field: "Hidden", Title: "Hidden", Group: groupLook, Form: FormTruth},
		{Field: "Folded", Title: "Folded", Group: groupLook, Form: FormTruth, lanes: not()},
		{Field: "Locked", Title: "Locked", Group: groupLook, Form: FormTruth},
	},
	journey.KindLink: {
		{Field: "Title", Form: FormLine, Hint: "Label"},
		{Field: "Percent", Title: "Percent", Form: FormNumber},
		{Field: "Form", Title: "Form", Group: groupLook, Form: FormChoice, Choices: []Choice{{journey.LinkElbow, "Elbow"}, {journey.LinkStraight, "Straight"}}},
	},
	journey.KindNote: {
		{Field: "Text", Form: FormLines, Hint: "Text"},
		{Field: "Hue", Title: "Colour", Group: groupLook, Form: FormHue},
		{Field: "Width", Title: "Width", Group: groupLook, Form: FormLength},
	},
	journey.KindChannel: {{Field: "Name", Form: FormLine, Hint: "Name"}, {Field: "Icon", Title: "Icon", Form: FormIcon}},
	journey.KindPerson:  {{Field: "Name", Form: FormLine, Hint: "Name"}, {Field: "Icon", Title: "Icon", Form: FormIcon}},
}

// Properties is what all of the given rows have, in the order of the inspector.
func (e *Editor) Properties(ids ...journey.ID) []Property {
	var out []Property
	for i, id := range ids {
		own := e.propertiesOf(id)
		if i == 0 {
			out = own
			continue
		}
		out = slices.DeleteFunc(slices.Clone(out), func(p Property) bool {
			return !slices.ContainsFunc(own, func(q Property) bool { return p.Field == q.Field && p.Form == q.Form })
		})
	}
	return out
}

func (e *Editor) propertiesOf(id journey.ID) []Property {
	p := e.Doc.Project()
	r, _ := p.Row(id)
	switch r := r.(type) {
	case journey.Card:
		l, _ := journey.Get[journey.Lane](p, r.Lane)
		return ofLane(cardProperties, l.LaneKind)
	case journey.Lane:
		return ofLane(properties[journey.KindLane], r.LaneKind)
	case nil:
		return nil
	}
	return properties[r.Kind()]
}

func ofLane(all []Property, k journey.LaneKind) []Property {
	return slices.DeleteFunc(slices.Clone(all), func(p Property) bool { return p.lanes != nil && !slices.Contains(p.lanes, k) })
}

// PersonaProperties is what a persona has.
func PersonaProperties() []Property { return slices.Clone(properties[journey.KindPersona]) }

// AllProperties is what rows of any kind can have, cards' first.
func AllProperties() []Property {
	all := slices.Clone(cardProperties)
	for _, k := range journey.Kinds {
		all = append(all, properties[k.Kind()]...)
	}
	return all
}
