package journey

// Uses of a channel by a card of a channels lane.
const (
	MainUse = "main"
	AlsoUse = "also"
)

// How well a card's statement is known.
const (
	Assumed    = "assumed"
	Observed   = "observed"
	Researched = "researched"
)

// Roles in a workflow.
const (
	Trigger = "trigger"
	Wait    = "wait"
	Split   = "split"
	Send    = "send"
	GoalHit = "goal"
	Exit    = "exit"
)

// Charts of a metric.
const (
	ChartBars     = "bars"
	ChartProgress = "progress"
	ChartStacked  = "stacked"
	ChartFunnel   = "funnel"
)

// Card is everything that stands in a lane: a touchpoint, a quote, a point of
// a curve, a dot of a matrix, a step of a workflow. The kind of its lane says
// which fields it uses; the others keep what they hold.
type Card struct {
	ID    ID     `json:"id,omitempty"`
	Lane  ID     `json:"lane,omitempty"`
	Stage ID     `json:"stage,omitempty"`
	Step  ID     `json:"step,omitempty"`  // "" where it belongs to the whole stage
	Steps int    `json:"steps,omitempty"` // how many steps it spans; 0 is one, or its stage
	Order Order  `json:"order,omitempty"` // in its cell
	Title string `json:"title,omitempty"`
	Text  string `json:"text,omitempty"`
	Icon  string `json:"icon,omitempty"`
	Hue   int    `json:"hue,omitempty"` // 1 to 8; 0 follows the stage

	Channel ID     `json:"channel,omitempty"`
	Use     string `json:"use,omitempty"`    // of the channel: MainUse or AlsoUse
	Feeling Number `json:"feeling,omitzero"` // in the scale of its lane
	Offset  int    `json:"offset,omitempty"` // of a point, to the right, in quarters of a step
	Persona ID     `json:"persona,omitempty"`
	State   string `json:"state,omitempty"` // AsIs, ToBe, or "" as the map's; a lane may have curves of both

	Role      string `json:"role,omitempty"` // in a workflow: Trigger and so on
	Line      int    `json:"line,omitempty"` // of a workflow lane, 0 is the first
	Entered   Number `json:"entered,omitzero"`
	Completed Number `json:"completed,omitzero"`
	Dropped   Number `json:"dropped,omitzero"`

	Pain     bool `json:"pain,omitempty"`
	Truth    bool `json:"truth,omitempty"`    // a moment of truth
	Severity int  `json:"severity,omitempty"` // 1 to 3; 0 is unsaid
	Impact   int  `json:"impact,omitempty"`   // 1 to 3; 0 is unsaid
	Effort   int  `json:"effort,omitempty"`   // 1 to 3; 0 is unsaid

	Value       Number  `json:"value,omitzero"` // of a metric
	Unit        string  `json:"unit,omitempty"` // a currency sign stands before the number, all else behind it
	Target      Number  `json:"target,omitzero"`
	Tick        Number  `json:"tick,omitzero"`    // where the target's tick stands on the bar, 0 to 1
	Better      string  `json:"better,omitempty"` // "higher", "lower", or "" where the target is not judged
	Chart       string  `json:"chart,omitempty"`  // ChartBars and so on, or ""
	Series      Numbers `json:"series,omitempty"`
	SeriesNames Strings `json:"series_names,omitempty"` // the first is also what a touchpoint's own value is called
	Source      string  `json:"source,omitempty"`
	Date        string  `json:"date,omitempty"` // of the value, 2026-09-30

	Minutes Number `json:"minutes,omitzero"` // how long it takes, typically
	Longest Number `json:"longest,omitzero"` // and at the most, minutes

	Tags     Strings `json:"tags,omitempty"`
	Owner    ID      `json:"owner,omitempty"` // the Person who looks after it, or whom a card of a people lane shows
	Status   string  `json:"status,omitempty"`
	Evidence string  `json:"evidence,omitempty"` // Assumed, Observed, Researched or ""
	Links    Strings `json:"links,omitempty"`    // addresses; "map:ID" leads to a map of the file
	Image    ID      `json:"image,omitempty"`    // a Media
	ImageAlt string  `json:"image_alt,omitempty"`
	File     ID      `json:"file,omitempty"` // a Media
}

// RowID is the card's ID.
func (r Card) RowID() ID { return r.ID }

// Kind is KindCard.
func (r Card) Kind() Kind { return KindCard }

// RowOrder places the card in its cell.
func (r Card) RowOrder() Order { return r.Order }

// Column is what the card stands under: its step, or its stage.
func (r Card) Column() ID { return Column(r.Stage, r.Step) }

func (r Card) places(f func(Place)) { f(Place{KindCard, r.Lane, r.Column()}) }
