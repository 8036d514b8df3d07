package journey

// Persona is somebody whose journey a map tells; all maps of a file share them.
type Persona struct {
	ID       ID     `json:"id,omitempty"`
	Order    Order  `json:"order,omitempty"`
	Name     string `json:"name,omitempty"`
	Facts    string `json:"facts,omitempty"` // in a few words: "36, parent of two"
	Text     string `json:"text,omitempty"`
	Portrait ID     `json:"portrait,omitempty"` // a Media
}

// Channel is a way in which customer and organisation meet.
type Channel struct {
	ID    ID     `json:"id,omitempty"`
	Order Order  `json:"order,omitempty"`
	Name  string `json:"name,omitempty"`
	Icon  string `json:"icon,omitempty"`
}

// Person is somebody or some team who does a part of the work.
type Person struct {
	ID    ID     `json:"id,omitempty"`
	Order Order  `json:"order,omitempty"`
	Name  string `json:"name,omitempty"`
	Icon  string `json:"icon,omitempty"`
}

// Media is a picture or a file that rows show or offer. Its bytes are not in
// the row: a Blobs has them under Hash.
type Media struct {
	ID   ID     `json:"id,omitempty"`
	Hash string `json:"hash,omitempty"` // of the bytes, as Hash makes it
	Type string `json:"type,omitempty"` // image/png and so on
	Size int    `json:"size,omitempty"` // bytes
	Name string `json:"name,omitempty"` // the name of the file it came from
}

// Preset is choices for an export under a name; all maps of a file share them.
type Preset struct {
	ID      ID     `json:"id,omitempty"`
	Order   Order  `json:"order,omitempty"`
	Title   string `json:"title,omitempty"`
	Options string `json:"options,omitempty"` // a JSON object; what reads it ignores what it does not know
}

// RowID is the persona's ID.
func (r Persona) RowID() ID { return r.ID }

// RowID is the channel's ID.
func (r Channel) RowID() ID { return r.ID }

// RowID is the person's ID.
func (r Person) RowID() ID { return r.ID }

// RowID is the medium's ID.
func (r Media) RowID() ID { return r.ID }

// RowID is the preset's ID.
func (r Preset) RowID() ID { return r.ID }

// Kind is KindPersona.
func (r Persona) Kind() Kind { return KindPersona }

// Kind is KindChannel.
func (r Channel) Kind() Kind { return KindChannel }

// Kind is KindPerson.
func (r Person) Kind() Kind { return KindPerson }

// Kind is KindMedia.
func (r Media) Kind() Kind { return KindMedia }

// Kind is KindPreset.
func (r Preset) Kind() Kind { return KindPreset }

// RowOrder places the persona among the project's.
func (r Persona) RowOrder() Order { return r.Order }

// RowOrder places the channel among the project's.
func (r Channel) RowOrder() Order { return r.Order }

// RowOrder places the person among the project's.
func (r Person) RowOrder() Order { return r.Order }

// RowOrder is empty: media have no order.
func (r Media) RowOrder() Order { return "" }

// RowOrder places the preset among the project's.
func (r Preset) RowOrder() Order { return r.Order }

func (r Persona) places(f func(Place)) { f(Place{Kind: KindPersona}) }
func (r Channel) places(f func(Place)) { f(Place{Kind: KindChannel}) }
func (r Person) places(f func(Place))  { f(Place{Kind: KindPerson}) }
func (r Media) places(f func(Place))   { f(Place{Kind: KindMedia}) }
func (r Preset) places(f func(Place))  { f(Place{Kind: KindPreset}) }
