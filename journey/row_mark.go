package journey

// Kinds of link between cards.
const (
	LinkElbow    = ""
	LinkStraight = "straight"
)

// Link is an arrow from one card to another, forwards or back.
type Link struct {
	ID      ID     `json:"id,omitempty"`
	Map     ID     `json:"map,omitempty"`
	From    ID     `json:"from,omitempty"`
	To      ID     `json:"to,omitempty"`
	Title   string `json:"title,omitempty"`
	Percent Number `json:"percent,omitzero"` // of those who go this way
	Form    string `json:"form,omitempty"`   // LinkElbow or LinkStraight
}

// Note is a sticky note anywhere on a map. It hangs on a cell, so that it
// stays where it belongs when rows grow and stages move.
type Note struct {
	ID    ID      `json:"id,omitempty"`
	Map   ID      `json:"map,omitempty"`
	Order Order   `json:"order,omitempty"` // back to front
	Lane  ID      `json:"lane,omitempty"`  // the row it hangs on; "" is the map's top
	Stage ID      `json:"stage,omitempty"` // the column; "" is the map's first
	X     float64 `json:"x,omitempty"`     // u from the cell's top left
	Y     float64 `json:"y,omitempty"`
	Width float64 `json:"width,omitempty"` // u; 0 is the default
	Text  string  `json:"text,omitempty"`
	Hue   int     `json:"hue,omitempty"` // 1 to 8; 0 is note yellow
}

// Marks of a comment.
const (
	IdeaMark = "idea" // somebody in the room had an idea
	VoteMark = "vote" // how somebody in the room feels about the row; Value is their feeling
)

// Comment is what a reader said of a row. Exports have it on request only.
type Comment struct {
	ID     ID     `json:"id,omitempty"`
	On     ID     `json:"on,omitempty"` // the row it is about; another comment where it answers one
	Author string `json:"author,omitempty"`
	At     string `json:"at,omitempty"` // RFC 3339
	Text   string `json:"text,omitempty"`
	Done   bool   `json:"done,omitempty"`
	Mark   string `json:"mark,omitempty"` // IdeaMark, VoteMark or ""
	Value  Number `json:"value,omitzero"` // of a vote, −2 to +2
}

// Hint is guidance in an empty cell. It is never exported.
type Hint struct {
	ID    ID     `json:"id,omitempty"`
	Lane  ID     `json:"lane,omitempty"`
	Stage ID     `json:"stage,omitempty"`
	Step  ID     `json:"step,omitempty"`
	Text  string `json:"text,omitempty"`
}

// RowID is the link's ID.
func (r Link) RowID() ID { return r.ID }

// RowID is the note's ID.
func (r Note) RowID() ID { return r.ID }

// RowID is the comment's ID.
func (r Comment) RowID() ID { return r.ID }

// RowID is the hint's ID.
func (r Hint) RowID() ID { return r.ID }

// Kind is KindLink.
func (r Link) Kind() Kind { return KindLink }

// Kind is KindNote.
func (r Note) Kind() Kind { return KindNote }

// Kind is KindComment.
func (r Comment) Kind() Kind { return KindComment }

// Kind is KindHint.
func (r Hint) Kind() Kind { return KindHint }

// RowOrder is empty: links have no order.
func (r Link) RowOrder() Order { return "" }

// RowOrder places the note from back to front.
func (r Note) RowOrder() Order { return r.Order }

// RowOrder is the comment's time, so that older ones come first.
func (r Comment) RowOrder() Order { return Order(r.At) }

// RowOrder is empty: hints have no order.
func (r Hint) RowOrder() Order { return "" }

func (r Link) places(f func(Place)) {
	f(Place{Kind: KindLink, Parent: r.Map})
	f(Place{Kind: KindLink, Parent: r.From, Column: "out"})
	f(Place{Kind: KindLink, Parent: r.To, Column: "in"})
}
func (r Note) places(f func(Place))    { f(Place{Kind: KindNote, Parent: r.Map}) }
func (r Comment) places(f func(Place)) { f(Place{Kind: KindComment, Parent: r.On}) }
func (r Hint) places(f func(Place))    { f(Place{KindHint, r.Lane, Column(r.Stage, r.Step)}) }
