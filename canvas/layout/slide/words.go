package slide

import (
	"strings"

	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/canvas/text"
)

// share is how far right a block stands in its room: 1 is flush right.
func (d *Deck) share(b *text.Block) float64 {
	if d.RTL {
		return 1
	}
	return layout.Flush(b)
}

// put draws a block in a room that begins at x, and says where its top left is.
func (d *Deck) put(b *text.Block, x, y, room float64, c scene.Color) ([]scene.Op, float64) {
	at := x + (room-b.Width)*d.share(b)
	return d.draw.Words(b, at, y, 0, c), at
}

// set sets a text in lines as long as each other.
func (d *Deck) set(s string, st text.Style, width float64) *text.Block {
	return d.Fonts.Set(s, st, width, text.Balanced)
}

// cut sets a text in pieces that are no higher than most; every line is in one
// of them.
func (d *Deck) cut(s string, st text.Style, width, most float64) []*text.Block {
	b := d.set(s, st, width)
	if b.Height <= most {
		return []*text.Block{b}
	}
	b = d.Fonts.Set(s, st, width, text.Greedy)
	var out []*text.Block
	for from := 0; from < len(b.Lines); {
		to := from + 1
		for to < len(b.Lines) && b.Lines[to].Top+b.Lines[to].Height-b.Lines[from].Top <= most {
			to++
		}
		piece := strings.TrimSuffix(s[b.Lines[from].Start:b.Lines[to-1].End], "\n")
		out = append(out, d.Fonts.Set(piece, st, width, text.Greedy))
		from = to
	}
	return out
}
