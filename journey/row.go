package journey

// Kind is the table a row belongs to. Its name is the name of the SQLite
// table and of the list in the JSON form.
type Kind string

// The kinds of row.
const (
	KindMap     Kind = "map"
	KindPersona Kind = "persona"
	KindChannel Kind = "channel"
	KindPerson  Kind = "person"
	KindStage   Kind = "stage"
	KindStep    Kind = "step"
	KindLane    Kind = "lane"
	KindCard    Kind = "card"
	KindLink    Kind = "link"
	KindNote    Kind = "note"
	KindComment Kind = "comment"
	KindHint    Kind = "hint"
	KindView    Kind = "view"
	KindMedia   Kind = "media"
	KindPreset  Kind = "preset"
)

// Row is one record: a comparable value struct that is never changed once it
// is in a Project. Its fields' JSON names are also the names of its columns.
// Row is sealed: Kinds lists every type there is.
type Row interface {
	RowID() ID
	Kind() Kind
	// RowOrder places the row among its siblings; "" where siblings have no order.
	RowOrder() Order
	// places calls f with every list of siblings that the row is in.
	places(f func(Place))
}

// Kinds holds the zero row of every kind, parents before their children.
var Kinds = []Row{
	Persona{}, Channel{}, Person{}, Media{}, Preset{},
	Map{}, Stage{}, Step{}, Lane{}, Card{}, Link{}, Note{}, Comment{}, Hint{}, View{},
}

// Place is a list of siblings: the rows of one kind that share a parent. The
// cards and hints of a cell have two, the lane and the column.
type Place struct {
	Kind   Kind
	Parent ID
	Column ID
}

// Column is what stands over a cell: the step, or the stage where step is empty.
func Column(stage, step ID) ID {
	if step != "" {
		return step
	}
	return stage
}
