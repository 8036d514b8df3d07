package scene

// Role is what a part of a drawing is to somebody who hears it.
type Role uint8

// The roles. A Section has parts and may be led to; a Heading names the section
// in which it stands; a List has entries; a Figure is described, not read.
const (
	Section Role = iota
	Heading
	List
	Entry
	Paragraph
	Figure
)

// Reading is what a drawing says, in the order in which it is read; the drawing
// itself is in the order in which it is painted. It has the order and the roles,
// and says whose items have the words.
type Reading struct {
	Role Role
	// Owner is the row whose items draw this, and Part which of them; no part
	// stands for all of them that no other part of the reading names.
	Owner string
	Part  Part
	// Name is what a section is called, and what is read where a heading has no
	// items of its own.
	Name string
	// Mark is under what a section is found by links: "map:" and the ID of a map.
	Mark string
	// Signs is what signs on the drawing mean that have no words. It is read
	// before the words.
	Signs string
	// Alt is read in place of a figure: of its items, which may bring their own,
	// or of a part of them, where it has none.
	Alt   string
	Parts []*Reading
}

// Add appends parts and leaves out lists and sections that say nothing.
func (r *Reading) Add(parts ...*Reading) {
	for _, p := range parts {
		if p.Owner != "" || p.Part != "" || p.Name != "" || p.Alt != "" || len(p.Parts) > 0 {
			r.Parts = append(r.Parts, p)
		}
	}
}
