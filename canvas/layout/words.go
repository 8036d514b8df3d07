package layout

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
)

// words draws a block of text with its top left at (x, y). Below the zoom at
// which its letters are legible, or below from, they are bars; below bars it is
// not drawn.
func (f *frame) words(b *text.Block, x, y float64, c scene.Color, from, bars float64) []scene.Op {
	return f.aligned(b, x, y, 0, c, from, bars)
}

// aligned is words with lines moved right by share of what they leave of the
// block's width: 0.5 centres them, 1 sets them flush right. With 0, lines that
// read from right to left are flush right within the block.
func (f *frame) aligned(b *text.Block, x, y, share float64, c scene.Color, from, bars float64) []scene.Op {
	if b.Text == "" {
		return nil
	}
	from = max(from, legible/b.Style.Size)
	ops := append(make([]scene.Op, 0, 2), scene.Detail(from, 0, letters(b, x, y, share, c)...))
	return append(ops, f.bars(b, x, y, share, bars, from)...)
}

// letters is what a block of text draws at any zoom.
func letters(b *text.Block, x, y, share float64, c scene.Color) []scene.Op {
	out := make([]scene.Op, 0, len(b.Lines))
	for i := range b.Lines {
		l := &b.Lines[i]
		lx := x + indent(b, l, share)
		for k := range l.Runs {
			out = append(out, &scene.Glyphs{Run: &l.Runs[k], At: geom.Pt(lx+l.Runs[k].X, y+l.Baseline), Color: c})
		}
	}
	return out
}

// bars is what stands for the lines of a block at zooms from from on, below to.
func (f *frame) bars(b *text.Block, x, y, share, from, to float64) []scene.Op {
	var blocks []scene.Op
	for i := range b.Lines {
		if l := &b.Lines[i]; from < to && l.Width > 0 {
			h := b.Style.Size * 0.3
			r := geom.Box(x+indent(b, l, share), y+l.Baseline-b.Style.Size*0.36-h/2, l.Width*0.6, h)
			blocks = append(blocks, &scene.Fill{Path: geom.Rectangle(r), Paint: scene.Solid(f.Theme.Hair2)})
		}
	}
	if len(blocks) == 0 {
		return nil
	}
	return []scene.Op{scene.Detail(from, to, blocks...)}
}

// indent is how far a line is moved right.
func indent(b *text.Block, l *text.Line, share float64) float64 {
	if share > 0 {
		return (b.Width - l.Width) * share
	}
	return b.Left(l)
}

// set sets a text; one that reads from right to left keeps to the right edge
// of the width it has. What will be mirrored begins at the left however it reads.
func (f *frame) set(s string, st text.Style, width float64, wrap text.Wrap) *text.Block {
	if f.mirrored {
		st.Side = text.AtLeft
	}
	return f.Fonts.Set(s, st, width, wrap)
}

// flush is 1 for a block that stands at the right edge of its room, and 0 for
// all others.
func flush(b *text.Block) float64 {
	if b.AtRight() {
		return 1
	}
	return 0
}

// room is the width of a field whose text stands at the left however it reads.
func room(b *text.Block, w float64) float64 {
	if flush(b) > 0 {
		return b.Width
	}
	return max(b.Width, w)
}

// fill is an area of one colour.
func fill(p geom.Path, c scene.Color) *scene.Fill {
	return &scene.Fill{Path: p, Paint: scene.Solid(c)}
}

// edged is a box with a fill and an edge of one u inside its bounds.
func edged(r geom.Rect, radius float64, ground, edge scene.Color, dash ...float64) []scene.Op {
	return []scene.Op{
		fill(geom.RoundRect(r, radius), ground),
		&scene.Stroke{Path: geom.RoundRect(r.Grow(-0.5), radius-0.5), Paint: scene.Solid(edge), Pen: geom.Pen{Width: 1, Dash: dash}, Least: 1},
	}
}
