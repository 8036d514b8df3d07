package scene

import (
	"throughline/canvas/geom"
	"throughline/canvas/text"
)

// Op is one operation: Fill, Stroke, Glyphs, Use, Picture, Group or Link. The
// set is sealed.
type Op interface {
	paint(*walk)
	bounds() geom.Rect
	mirrored(axis float64) Op
}

// Fill covers an area by the nonzero rule.
type Fill struct {
	Path  geom.Path
	Paint Paint
}

// Stroke draws a line along a path.
type Stroke struct {
	Path  geom.Path
	Paint Paint
	Pen   geom.Pen
	// Least is the width in device-independent pixels that the line never goes
	// below on a screen; 0 lets it thin out with the zoom.
	Least float64
}

// Glyphs draws a run of text with its left end on the baseline at At. In a
// colour without opacity nothing is drawn, but documents say what it says: that
// is how text is found that is drawn as shapes.
// Emoji are text, too: their face has pictures for glyphs.
type Glyphs struct {
	Run   *text.Run
	At    geom.Point
	Color Color
}

// Symbol is a small shape that a map draws in many places: an icon, a face.
// There is one Symbol of a shape in a program, so painters may keep what they
// make of it by its address.
type Symbol struct {
	Name string // unique: "web/1.75"
	// Parts are areas to fill, on a grid of Grid × Grid. They may lie over each
	// other: what they cover together is the symbol. All run the same way round.
	Parts []geom.Path
}

// Outline is all of the symbol's parts as one path.
func (s *Symbol) Outline() geom.Path {
	var p geom.Path
	for i := range s.Parts {
		p.Append(s.Parts[i])
	}
	return p
}

// Grid is the size of the square on which symbols are drawn.
const Grid = 24

// Use draws a symbol: the top left of its square at At, Size u wide.
type Use struct {
	Symbol *Symbol
	At     geom.Point
	Size   float64
	Color  Color
}

// Picture draws a picture into a box, clipped to round corners of radius R.
type Picture struct {
	Image *Image
	Rect  geom.Rect
	R     float64
	Alt   string // read aloud in place of the picture
}

// Image is a decoded picture. There is one Image of a picture in a program.
type Image struct {
	Key  string // the hash of its bytes
	W, H int    // pixels
	// Pix is the pixels as bytes of red, green, blue and alpha, not
	// premultiplied, row by row. They are never changed.
	Pix []byte
	// JPEG is the same picture as a document can hold it, nil where there is none.
	JPEG *JPEG
}

// JPEG is a picture in that format: baseline, upright, with nothing in it but what
// makes its pixels. It may be finer than the Image.
type JPEG struct {
	Data []byte
	W, H int // pixels
	Gray bool
}

// Drawn reports whether there is anything to draw: an image with all of its
// pixels, and a box to put it into.
func (p *Picture) Drawn() bool {
	im := p.Image
	return im != nil && im.W > 0 && im.H > 0 && len(im.Pix) >= 4*im.W*im.H && !p.Rect.Empty()
}

// Group draws operations after a transform, clipped and within a range of
// zooms.
type Group struct {
	Move geom.Transform
	Clip *geom.Path // in the group's own coordinates; nil does not clip
	// Zoom is the zooms at which the group is drawn, from From on and below To,
	// 1 being 100 %; a zero To has no end. Exports draw what is there at 100 %.
	From, To float64
	// Upright, where it is a box in the group's own coordinates, makes the group
	// one thing in a mirror image: it has another place and looks the same.
	Upright geom.Rect
	Ops     []Op
}

// Link makes a box lead to an address: a URL, or "map:" and the ID of a map.
type Link struct {
	Rect   geom.Rect
	Target string
}

// Painter is what an output must be able to draw. Lengths are map units; the
// walk has already moved every operation to its place. A method added here
// stops every painter from compiling until it has it, so nothing goes missing
// from one format in silence.
type Painter interface {
	Fill(p *geom.Path, t geom.Transform, paint Paint)
	Stroke(s *Stroke, t geom.Transform)
	Glyphs(r *text.Run, at geom.Point, k float64, c Color) // k scales the run; 1 is its own size
	// Emoji draws a run of a face whose glyphs are pictures. They keep their
	// colours; of c only the alpha counts.
	Emoji(r *text.Run, at geom.Point, k float64, c Color)
	Use(s *Symbol, at geom.Point, size float64, c Color)
	Picture(p *Picture, t geom.Transform)
	Clip(p *geom.Path, t geom.Transform) // until the matching Unclip
	Unclip()
	Link(r geom.Rect, target string)
	// Begin and End stand around the operations of one item.
	Begin(it *Item, at geom.Point)
	End()
}
