package scene

import (
	"slices"

	"throughline/canvas/geom"
	"throughline/canvas/text"
)

// Part tells the things apart that one row draws: a stage draws its chevron in
// the band and its share of the lane lines in the body.
type Part string

// Item is what one row draws in one place. Its operations are local to At.
type Item struct {
	Owner  string // the ID of the row; "" for what belongs to none
	Part   Part
	At     geom.Point // from the block's place
	Bounds geom.Rect  // local, around everything the operations draw
	Box    geom.Rect  // local, what a person takes for the thing: hits, rings and drags use it
	Ops    []Op
	Hits   []geom.Rect // local, where a press meets it, when that is less than Box
	Fields []Field     // texts that can be edited in place
	Alt    string      // read aloud in place of the drawing, where it is one
}

// Field is a text of an item that can be edited where it stands.
type Field struct {
	Part  Part
	At    geom.Point // of the block's top left, local
	Block *text.Block
	Width float64 // to which it was set, u
	Lead  int     // bytes of the block's text in front of the row's own, such as a quotation mark
	// Raw is where each byte of the block's text, and its end, stand in the
	// row's own text, where that has markup which is not drawn.
	Raw []int
	// Scale is how many times as large as the block it is drawn; 0 is once.
	Scale float64
}

// Box is the room of the field, local: as wide as its block was set to, which
// stands at one end of it.
func (f *Field) Box() geom.Rect {
	x, k := f.At.X, f.Larger()
	if f.Block.AtRight() {
		x += (f.Block.Width - f.Width) * k
	}
	return geom.Box(x, f.At.Y, f.Width*k, f.Block.Height*k)
}

// Larger is how many times as large as its block the field is drawn.
func (f *Field) Larger() float64 {
	if f.Scale == 0 {
		return 1
	}
	return f.Scale
}

// Scaled is the field of an item that is drawn k times as large.
func (f Field) Scaled(k float64) Field {
	f.At, f.Scale = f.At.Mul(k), f.Larger()*k
	return f
}

// NewItem is an item with its bounds.
func NewItem(owner string, part Part, at geom.Point, box geom.Rect, ops ...Op) Item {
	it := Item{Owner: owner, Part: part, At: at, Box: box, Ops: ops}
	it.Bounds = box
	for _, o := range ops {
		it.Bounds = it.Bounds.Union(o.bounds())
	}
	return it
}

// Block is items that move together, such as a cell. A block is never changed:
// scenes of one map share those that an edit left alone.
type Block struct {
	Items  []Item
	Bounds geom.Rect // around the items' bounds
}

// NewBlock is a block with its bounds.
func NewBlock(items []Item) *Block {
	b := &Block{Items: items}
	for i := range items {
		b.Bounds = b.Bounds.Union(items[i].Bounds.Add(items[i].At))
	}
	return b
}

// Placed is a block at its place in a scene. Name says which block it is, so
// that two scenes of a map can be compared.
type Placed struct {
	*Block
	Name string
	At   geom.Point
}

// Scene is a drawing in paint order, in map units with y down: what it shows
// reaches from (Left, 0) to Size. It is never
// changed; any goroutine may read it.
type Scene struct {
	Size   geom.Point
	Left   float64 // where it begins; 0 but in mirror images
	Ground Color   // under everything
	Blocks []Placed
	// Reading is what the drawing says to those who listen; nil where nobody
	// said it. Scenes that are parts of one drawing share one.
	Reading *Reading
}

// Box is all that the scene covers.
func (s *Scene) Box() geom.Rect {
	return geom.Rect{Min: geom.Pt(s.Left, 0), Max: s.Size}
}

// Millimetres is the true size of one map unit on paper: 2,400 of them are 594
// mm, the long side of A2.
const Millimetres = 0.2475

// Find is the item of an owner and part and its place in the scene.
func (s *Scene) Find(owner string, part Part) (it *Item, at geom.Point, ok bool) {
	for i := range s.Blocks {
		b := &s.Blocks[i]
		for k := range b.Items {
			if it := &b.Items[k]; it.Owner == owner && it.Part == part {
				return it, b.At.Add(it.At), true
			}
		}
	}
	return nil, geom.Point{}, false
}

// meets reports whether a press at p, local to the item, meets it.
func (it *Item) meets(p geom.Point, slop float64) bool {
	if !it.Box.Grow(slop).Contains(p) {
		return false
	}
	return it.Hits == nil || slices.ContainsFunc(it.Hits, func(r geom.Rect) bool { return r.Grow(slop).Contains(p) })
}

// Hit is what lies at a point.
type Hit struct {
	Owner string
	Part  Part // of the item, or of its text when the point is on one
	Item  *Item
	At    geom.Point // the item's place in the scene
}

// Hit finds the topmost item whose box contains the point, or comes as near to
// it as slop u. Items without an owner are looked through.
func (s *Scene) Hit(at geom.Point, slop float64) (Hit, bool) {
	for i := len(s.Blocks) - 1; i >= 0; i-- {
		b := &s.Blocks[i]
		p := at.Sub(b.At)
		if !b.Bounds.Grow(slop).Contains(p) {
			continue
		}
		for k := len(b.Items) - 1; k >= 0; k-- {
			it := &b.Items[k]
			q := p.Sub(it.At)
			if it.Owner == "" || !it.meets(q, slop) {
				continue
			}
			h := Hit{Owner: it.Owner, Part: it.Part, Item: it, At: b.At.Add(it.At)}
			for _, f := range it.Fields {
				if f.Box().Contains(q) {
					h.Part = f.Part
				}
			}
			return h, true
		}
	}
	return Hit{}, false
}
