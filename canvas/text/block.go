package text

import "throughline/canvas/geom"

// Block is a text set to a width. It is shared and never changes.
type Block struct {
	Text          string
	Style         Style
	Lines         []Line
	Width, Height float64 // of the lines, u; Width leaves out spaces at line ends
}

// Line is one line of a block. Its runs stand from left to right.
type Line struct {
	Start, End  int     // bytes of Block.Text, spaces at the end included, the line end not
	Top, Height float64 // u, from the block's top; more than Style.Line where letters need it
	Baseline    float64 // u below the block's top
	Width       float64 // u, without spaces at the end
	RTL         bool    // the line's paragraph reads from right to left
	Runs        []Run
}

// Left is how far a line begins from the block's left: what stands at the right
// is flush there.
func (b *Block) Left(l *Line) float64 {
	if b.Style.Side == AtRight || b.Style.Side == AsRead && l.RTL {
		return b.Width - l.Width
	}
	return 0
}

// AtRight reports whether the block stands at the right edge of its room, as its
// first line does.
func (b *Block) AtRight() bool {
	if b.Style.Side == AsRead {
		return len(b.Lines) > 0 && b.Lines[0].RTL
	}
	return b.Style.Side == AtRight
}

// Beside is the same block with its lines at a side.
func (b *Block) Beside(s Side) *Block {
	c := *b
	c.Style.Side = s
	return &c
}

// Run is glyphs of one face and one direction, in the order in which they
// stand from left to right.
type Run struct {
	Face   *Face
	Size   float64 // of the em, u
	X      float64 // of its left end from the line's, u
	Width  float64 // u
	Text   string  // what it says, in reading order
	At     int     // where Text begins in Block.Text, bytes
	RTL    bool
	InRTL  bool    // its line's paragraph reads from right to left
	Line   float64 // how wide its line is, u, without spaces at the end
	Glyphs []Glyph

	// ink is what it draws, u; empty where that is no more than the letters of
	// the program's family need. It does not heed their tracking.
	ink geom.Rect
}

// Glyph is one glyph of a run, in font units.
type Glyph struct {
	ID      uint16
	X, Y    float32 // where it is drawn, from the run's left end on the baseline, y down
	Pen     float32 // where its advance begins, from the run's left end
	Advance float32 // how far it moves on, tracking included
	Cluster int32   // byte of Run.Text at which its cluster begins
}

// Scale is u per font unit.
func (r *Run) Scale() float64 { return r.Size / r.Face.Upem }

// Ink is a box around all that the run draws, u from its left end on the
// baseline. Letters of the program's family stay within half an em of their
// advances; accents have none, may be drawn further to either side, and stand
// on each other.
func (r *Run) Ink() geom.Rect {
	if !r.Face.own {
		return r.ink
	}
	side, up, down := float32(0.5), float32(0), float32(0)
	for i := range r.Glyphs {
		g := &r.Glyphs[i]
		up, down = min(up, g.Y), max(down, g.Y)
		if g.Advance < float32(r.Face.Upem)/8 {
			side = 1.4
		}
	}
	s, k := r.Size, r.Scale()
	return geom.Rect{
		Min: geom.Pt(-float64(side)*s, float64(up)*k-1.2*s),
		Max: geom.Pt(r.Width+float64(side)*s, float64(down)*k+0.5*s),
	}
}

// Reach is a length in u that no glyph of the run reaches further from its
// place, where the run has measured it; the program's own letters are not
// measured.
func (r *Run) Reach() float64 { return r.ink.W() + r.ink.H() + r.Width }

// Cluster is the smallest piece of a run that has text and glyphs of its own.
type Cluster struct {
	Start, End  int     // bytes of Run.Text
	First, Last int     // glyphs of the run, Last excluded
	X, Width    float64 // font units from the run's left end
}

// Clusters is the run's clusters from left to right.
func (r *Run) Clusters() []Cluster {
	var out []Cluster
	for i := 0; i < len(r.Glyphs); {
		g := r.Glyphs[i]
		c := Cluster{Start: int(g.Cluster), First: i, X: float64(g.Pen)}
		for i < len(r.Glyphs) && r.Glyphs[i].Cluster == g.Cluster {
			c.Width += float64(r.Glyphs[i].Advance)
			i++
		}
		c.Last = i
		out = append(out, c)
	}
	for i := range out { // a cluster ends where the next in reading order begins
		next := i + 1
		if r.RTL {
			next = i - 1
		}
		if next >= 0 && next < len(out) {
			out[i].End = out[next].Start
		} else {
			out[i].End = len(r.Text)
		}
	}
	return out
}
