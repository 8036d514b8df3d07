package text

// Weight chooses one of the faces of the program's own family.
type Weight uint8

// The faces of Inter that the program carries.
const (
	Regular Weight = iota
	MediumItalic
	SemiBold
	Bold
	DisplaySemiBold
	DisplayBold
	weights = iota
)

// Style is how a text looks, apart from its colour.
type Style struct {
	Weight   Weight
	Size     float64 // of the em, u
	Line     float64 // from baseline to baseline, u
	Tracking float64 // added behind every character, in ems: −0.004 is −0.4 %
	Side     Side    // at which lines stand
}

// Side is the edge of a block at which its lines stand.
type Side uint8

// The sides. As text reads, lines stand at the left, and at the right in
// paragraphs that read from right to left.
const (
	AsRead Side = iota
	AtLeft
	AtRight
)

// Wrap says how lines are filled.
type Wrap uint8

// Greedy puts as much on each line as fits. Balanced makes lines about as long
// as each other without making more of them.
const (
	Greedy Wrap = iota
	Balanced
)

// NoWrap is the width that breaks lines only where the text says so.
const NoWrap = 0
