package journey

// Kinds of a map: how things are, how they shall be, or unsaid.
const (
	AsIs = "as-is"
	ToBe = "to-be"
)

// Layouts of a map.
const (
	Rows = ""
	Loop = "loop"
)

// Directions of a map: the side on which its first stage stands. Where nobody
// chose one it follows the map's words.
const (
	FromLeft  = "left"
	FromRight = "right"
)

// Map is one journey map of a project.
type Map struct {
	ID           ID      `json:"id,omitempty"`
	Order        Order   `json:"order,omitempty"`
	Title        string  `json:"title,omitempty"`
	Subtitle     string  `json:"subtitle,omitempty"`
	State        string  `json:"state,omitempty"`   // AsIs, ToBe or ""
	Persona      ID      `json:"persona,omitempty"` // whom the map is about
	Scenario     string  `json:"scenario,omitempty"`
	Goal         string  `json:"goal,omitempty"` // what the team wants of the map
	Organisation string  `json:"organisation,omitempty"`
	Owner        string  `json:"owner,omitempty"`
	Status       string  `json:"status,omitempty"`
	Review       string  `json:"review,omitempty"` // the day to look at it again, 2026-11-30
	Version      string  `json:"version,omitempty"`
	Date         string  `json:"date,omitempty"`         // the day of the version; exports print it, never the clock's
	Layout       string  `json:"layout,omitempty"`       // Rows or Loop
	Direction    string  `json:"direction,omitempty"`    // FromLeft, FromRight or ""
	Metric       ID      `json:"metric,omitempty"`       // the card whose metric stands in the centre of a loop
	Heat         bool    `json:"heat,omitempty"`         // the stage band shows how much each stage hurts
	Summary      bool    `json:"summary,omitempty"`      // a row below the steps says what each stage feels and measures
	HeaderWidth  float64 `json:"header_width,omitempty"` // u; 0 is the default
	AccessTitle  string  `json:"access_title,omitempty"` // read aloud in place of the title
	Description  string  `json:"description,omitempty"`  // read aloud in place of the picture
}

// Stage is a column of steps with a name of its own.
type Stage struct {
	ID           ID      `json:"id,omitempty"`
	Map          ID      `json:"map,omitempty"`
	Order        Order   `json:"order,omitempty"`
	Title        string  `json:"title,omitempty"`
	Hue          int     `json:"hue,omitempty"` // 1 to 8; 0 takes the hue of its place
	Note         string  `json:"note,omitempty"`
	SpeakerNotes string  `json:"speaker_notes,omitempty"`
	Minutes      Number  `json:"minutes,omitzero"` // planned for presenting it
	Width        float64 `json:"width,omitempty"`  // of one of its steps, u; 0 is the default
}

// Step is a column of a stage.
type Step struct {
	ID    ID     `json:"id,omitempty"`
	Stage ID     `json:"stage,omitempty"`
	Order Order  `json:"order,omitempty"`
	Title string `json:"title,omitempty"`
}

// Kinds of divider line.
const (
	LineVisibility  = "visibility"
	LineInteraction = "interaction"
	LineInternal    = "internal"
	LinePlain       = "plain"
)

// Lane is a row of a map; what its cards mean is its kind.
type Lane struct {
	ID       ID       `json:"id,omitempty"`
	Map      ID       `json:"map,omitempty"`
	Order    Order    `json:"order,omitempty"`
	LaneKind LaneKind `json:"kind,omitempty"`
	Title    string   `json:"title,omitempty"`
	Caption  string   `json:"caption,omitempty"`
	Icon     string   `json:"icon,omitempty"`   // "" is the icon of its kind
	Height   float64  `json:"height,omitempty"` // the least height its author gave it, u
	Hue      int      `json:"hue,omitempty"`    // 1 to 8; 0 follows the stages
	Hidden   bool     `json:"hidden,omitempty"`
	Folded   bool     `json:"folded,omitempty"` // only its name and how many cards it has are shown
	Locked   bool     `json:"locked,omitempty"`
	Line     string   `json:"line,omitempty"`    // of a divider: LineVisibility and so on
	Persona  ID       `json:"persona,omitempty"` // whose lane it is, where it is one persona's
	Entries  Strings  `json:"entries,omitempty"` // IDs of the channels or people it lists, in order; empty: all of the file
	Least    Number   `json:"least,omitzero"`    // the scale's ends, as in Scale
	Greatest Number   `json:"greatest,omitzero"`
	Names    Strings  `json:"names,omitempty"` // of the scale's steps, least first
}

// Scale is the range of a feelings or intensity lane.
type Scale struct {
	Least, Greatest float64
	Names           []string // of its steps, least first; may be empty
}

// Scale is the lane's scale; where its author gave none, −2 to +2, and of an
// intensity lane 1 to 5.
func (l Lane) Scale() Scale {
	least, greatest := -2.0, 2.0
	if l.LaneKind == Intensity {
		least, greatest = 1, 5
	}
	s := Scale{Least: l.Least.Or(least), Greatest: l.Greatest.Or(greatest), Names: l.Names.All()}
	if s.Greatest <= s.Least {
		s.Least, s.Greatest = least, greatest
	}
	return s
}

// Normal is v, a value in the scale, as −2 to +2; values outside end there.
func (s Scale) Normal(v float64) float64 {
	return min(2, max(-2, (v-s.Least)/(s.Greatest-s.Least)*4-2))
}

// View is a named choice of what of a map to show.
type View struct {
	ID       ID      `json:"id,omitempty"`
	Map      ID      `json:"map,omitempty"`
	Order    Order   `json:"order,omitempty"`
	Title    string  `json:"title,omitempty"`
	Lanes    Strings `json:"lanes,omitempty"`    // IDs shown; empty: all
	Stages   Strings `json:"stages,omitempty"`   // IDs shown; empty: all
	Personas Strings `json:"personas,omitempty"` // IDs shown; empty: all
}

// RowID is the map's ID.
func (r Map) RowID() ID { return r.ID }

// RowID is the stage's ID.
func (r Stage) RowID() ID { return r.ID }

// RowID is the step's ID.
func (r Step) RowID() ID { return r.ID }

// RowID is the lane's ID.
func (r Lane) RowID() ID { return r.ID }

// RowID is the view's ID.
func (r View) RowID() ID { return r.ID }

// Kind is KindMap.
func (r Map) Kind() Kind { return KindMap }

// Kind is KindStage.
func (r Stage) Kind() Kind { return KindStage }

// Kind is KindStep.
func (r Step) Kind() Kind { return KindStep }

// Kind is KindLane.
func (r Lane) Kind() Kind { return KindLane }

// Kind is KindView.
func (r View) Kind() Kind { return KindView }

// RowOrder places the map among the project's.
func (r Map) RowOrder() Order { return r.Order }

// RowOrder places the stage in its map.
func (r Stage) RowOrder() Order { return r.Order }

// RowOrder places the step in its stage.
func (r Step) RowOrder() Order { return r.Order }

// RowOrder places the lane in its map.
func (r Lane) RowOrder() Order { return r.Order }

// RowOrder places the view among its map's.
func (r View) RowOrder() Order { return r.Order }

func (r Map) places(f func(Place))   { f(Place{Kind: KindMap}) }
func (r Stage) places(f func(Place)) { f(Place{Kind: KindStage, Parent: r.Map}) }
func (r Step) places(f func(Place))  { f(Place{Kind: KindStep, Parent: r.Stage}) }
func (r Lane) places(f func(Place))  { f(Place{Kind: KindLane, Parent: r.Map}) }
func (r View) places(f func(Place))  { f(Place{Kind: KindView, Parent: r.Map}) }
