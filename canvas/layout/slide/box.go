package slide

import (
	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// words is what a card says, ready for a box.
type words struct {
	owner       journey.ID
	title, note string
	line        string // small, below the note
}

// frame is how a box looks that holds words.
type frame struct {
	title, note  text.Style
	ink, second  scene.Color
	ground, edge scene.Color // an edge without opacity is none
	dash         []float64   // of the edge
	pill         bool        // its ends are round
	tight        bool        // boxes like it stand close together
	padX, padY   float64
	lead         float64                                   // width of what stands before the words, with its gap
	high         float64                                   // of what stands before them
	mark         func(at geom.Point, h float64) []scene.Op // at the box's upper corner, in a box h high
	over         func(w float64) []scene.Op                // on the upper edge
	middle       bool                                      // words and mark stand in the middle of the height
	least        float64
}

const radius = 12

// boxes is the words in a frame, w wide; in several boxes where one would be
// higher than most.
func (d *Deck) boxes(x words, f frame, w, most float64) []box {
	inner := w - 2*f.padX - f.lead
	most -= 2 * f.padY
	var parts [][3]*text.Block // title, note, line
	var titles, notes []*text.Block
	titles = d.cut(x.title, f.title, inner, most)
	if x.note != "" {
		notes = d.cut(x.note, f.note, inner, most)
	}
	var line *text.Block
	if x.line != "" {
		line = d.set(x.line, smallText, inner)
	}
	for _, t := range titles {
		parts = append(parts, [3]*text.Block{t})
	}
	last := &parts[len(parts)-1]
	if len(notes) > 0 && last[0].Height < most-f.note.Line*2 && len(notes) > 1 { // as much as there is room for
		first := d.cut(x.note, f.note, inner, most-last[0].Height)[0]
		last[1] = first
		for _, n := range d.cut(rest(x.note, first.Text), f.note, inner, most) {
			parts = append(parts, [3]*text.Block{nil, n})
		}
	} else {
		for i, n := range notes {
			if i == 0 && last[0].Height+n.Height <= most {
				last[1] = n
				continue
			}
			parts = append(parts, [3]*text.Block{nil, n})
		}
	}
	if line != nil {
		if last = &parts[len(parts)-1]; height(last[:])+line.Height <= most {
			last[2] = line
		} else {
			parts = append(parts, [3]*text.Block{nil, nil, line})
		}
	}
	var out []box
	for i, p := range parts {
		out = append(out, d.framed(x, f, p, w, i == 0, len(parts) == 1))
	}
	return out
}

// rest is what of s comes behind its beginning.
func rest(s, first string) string {
	s = s[len(first):]
	if s != "" && s[0] == '\n' {
		s = s[1:]
	}
	return s
}

func height(blocks []*text.Block) float64 {
	h := 0.0
	for _, b := range blocks {
		if b != nil {
			h += b.Height
		}
	}
	return h
}

// framed is one box; only the first has the mark.
func (d *Deck) framed(x words, f frame, p [3]*text.Block, w float64, first, whole bool) box {
	text := height(p[:])
	need := max(text+2*f.padY, f.least)
	if first {
		need = max(need, f.high+2*f.padY)
	}
	return box{owner: x.owner, h: need, tight: f.tight, draw: func(h float64) scene.Item {
		r, round := geom.Box(0, 0, w, h), float64(radius)
		if f.pill {
			round = min(h/2, 2*radius)
		}
		var ops []scene.Op
		switch {
		case f.edge.A > 0:
			ops = layout.Edged(r, round, f.ground, f.edge, f.dash...)
		case f.ground.A > 0:
			ops = append(ops, layout.Fill(geom.RoundRect(r, round), f.ground))
		}
		y := f.padY
		if f.middle {
			y = (h - text) / 2
		}
		if first && f.mark != nil {
			ops = append(ops, f.mark(geom.Pt(d.left(f.padX, f.lead, w), f.padY), h)...)
		}
		inner := w - 2*f.padX - f.lead
		tx := d.left(f.padX+f.lead, inner, w)
		it := scene.NewItem(string(x.owner), layout.CardPart, geom.Point{}, r)
		for i, b := range p {
			if b == nil {
				continue
			}
			ink, part := f.ink, layout.TitlePart
			if i > 0 {
				ink, part = f.second, layout.TextPart
			}
			o, at := d.put(b, tx, y, inner, ink)
			ops = append(ops, o...)
			if whole && i < 2 {
				it.Fields = append(it.Fields, scene.Field{Part: part, At: geom.Pt(at, y), Block: b, Width: room(b, inner)})
			}
			y += b.Height
		}
		if whole && p[1] == nil { // where a text would stand
			b := d.set("", f.note, inner)
			it.Fields = append(it.Fields, scene.Field{Part: layout.TextPart, At: geom.Pt(tx+inner*d.share(b), y), Block: b, Width: inner})
		}
		if first && f.over != nil {
			ops = append(ops, f.over(w)...)
		}
		fields := it.Fields
		it = scene.NewItem(it.Owner, it.Part, it.At, it.Box, ops...)
		it.Fields = fields
		return it
	}}
}

// room is the width of a field whose text stands at its left end.
func room(b *text.Block, w float64) float64 {
	if layout.Flush(b) > 0 {
		return b.Width
	}
	return max(b.Width, w)
}
