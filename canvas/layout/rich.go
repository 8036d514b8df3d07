package layout

import (
	"strings"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
)

// rich is a text with markup, set to a width.
type rich struct {
	pieces  []piece
	bullets []geom.Point // their middles
	height  float64
	// shown is the text without its markup in one look, for what asks where in
	// the text a point is, and raw where each of its bytes, and its end, stand in
	// what was typed.
	shown *text.Block
	raw   []int
}

// piece is a stretch of a rich text that looks one way.
type piece struct {
	block *text.Block
	at    geom.Point
	link  string
}

const (
	itemIndent = 12
	bulletR    = 2
)

// setRich sets a text with markup. Stretches that look different stand side by
// side in the order in which their paragraph reads.
func (f *frame) setRich(s string, st text.Style, width float64) *rich {
	r := &rich{}
	var shown strings.Builder
	for i, p := range markup(s) {
		if i > 0 {
			shown.WriteByte('\n')
		}
		from := shown.Len()
		for _, sp := range p.spans {
			shown.WriteString(sp.text)
			for k := range len(sp.text) {
				r.raw = append(r.raw, sp.at+k)
			}
		}
		r.raw = append(r.raw, p.end)
		f.setParagraph(r, p, shown.String()[from:], st, width)
	}
	r.shown = f.set(shown.String(), st, width, text.Greedy)
	r.height = max(r.height, r.shown.Height)
	return r
}

// setParagraph adds a paragraph below the others.
func (f *frame) setParagraph(r *rich, p paragraph, says string, st text.Style, width float64) {
	indent := 0.0
	if p.item {
		indent = itemIndent
	}
	room := max(width-indent, itemIndent)
	if len(p.spans) < 2 {
		sp := span{}
		if len(p.spans) == 1 {
			sp = p.spans[0]
		}
		b := f.set(says, sp.style(st), room, text.Greedy)
		r.bullet(p, flush(b) == 1, st, width)
		x := indent
		if flush(b) == 1 {
			x = room - b.Width
		}
		r.pieces = append(r.pieces, piece{b, geom.Pt(x, r.height), sp.link})
		r.height += b.Height
		return
	}
	b := f.set(says, st, text.NoWrap, text.Greedy)
	r.bullet(p, flush(b) == 1, st, width)
	rtl := len(b.Lines) > 0 && b.Lines[0].RTL
	for _, l := range f.richLines(p.spans, says, st, room) {
		x := 0.0
		first := len(r.pieces)
		for _, a := range l {
			core := strings.Trim(a.text, " ")
			lead := f.advance(a.text[:strings.Index(a.text, core)], a.style(st))
			b := f.set(core, a.style(st), text.NoWrap, text.Greedy)
			at := geom.Pt(indent+x+lead, r.height)
			switch {
			case rtl && !f.mirrored:
				at.X = room - x - lead - b.Width
			case f.mirrored && !rtl: // its image stands from left to right
				at.X = indent + f.ink(l, st) - x - lead - b.Width
			}
			if core != "" {
				r.pieces = append(r.pieces, piece{b, at, a.link})
			}
			x += f.advance(a.text, a.style(st))
		}
		r.height += stand(r.pieces[first:], st.Line)
	}
}

// stand puts the pieces of a line on one baseline and is how high the line is.
// A piece is higher than others where its letters need it.
func stand(pieces []piece, height float64) float64 {
	base := 0.0
	for _, p := range pieces {
		base = max(base, p.block.Lines[0].Baseline)
	}
	for i := range pieces {
		p := &pieces[i]
		down := base - p.block.Lines[0].Baseline
		p.at.Y += down
		height = max(height, down+p.block.Height)
	}
	return height
}

// bullet adds the dot of a list's line.
func (r *rich) bullet(p paragraph, rtl bool, st text.Style, width float64) {
	if !p.item {
		return
	}
	x := bulletR + 2.0
	if rtl {
		x = width - x
	}
	r.bullets = append(r.bullets, geom.Pt(x, r.height+st.Line/2))
}

// style is the face of a span.
func (s span) style(st text.Style) text.Style {
	switch {
	case s.bold && st.Weight == text.SemiBold:
		st.Weight = text.Bold
	case s.bold:
		st.Weight = text.SemiBold
	case s.italic:
		st.Weight = text.MediumItalic
	}
	return st
}

// advance is how wide a text is with the spaces at its end.
func (f *frame) advance(s string, st text.Style) float64 {
	w := 0.0
	for _, l := range f.set(s, st, text.NoWrap, text.Greedy).Lines {
		for i := range l.Runs {
			w += l.Runs[i].Width
		}
	}
	return w
}

// ink is how wide a line of spans is without the spaces at its end.
func (f *frame) ink(l []span, st text.Style) float64 {
	w, ink := 0.0, 0.0
	for _, a := range l {
		if t := strings.TrimRight(a.text, " "); t != "" {
			ink = w + f.advance(t, a.style(st))
		}
		w += f.advance(a.text, a.style(st))
	}
	return ink
}

// richLines breaks a paragraph that looks different ways into lines. says is
// all that it says.
func (f *frame) richLines(spans []span, says string, st text.Style, width float64) [][]span {
	var lines [][]span
	var cur []span
	x := 0.0
	put := func(unit []span) {
		if x > 0 && x+f.ink(unit, st) > width+1e-6 { // by more than what adding loses
			lines, cur, x = append(lines, cur), nil, 0
		}
		for _, a := range unit {
			if n := len(cur); n > 0 && cur[n-1].at+len(cur[n-1].text) == a.at && cur[n-1].alike(a) {
				cur[n-1].text += a.text
			} else {
				cur = append(cur, a)
			}
		}
		for _, a := range unit {
			x += f.advance(a.text, a.style(st))
		}
	}
	i, from := 0, 0 // the span, and the byte of says at which it begins
	start := 0
	for _, end := range f.Fonts.Breaks(says) {
		var unit []span
		wide := 0.0
		for at := start; at < end; {
			for at >= from+len(spans[i].text) {
				from += len(spans[i].text)
				i++
			}
			to := min(end, from+len(spans[i].text))
			a := spans[i]
			a.text, a.at = says[at:to], a.at+at-from
			unit = append(unit, a)
			wide += f.advance(strings.TrimRight(a.text, " "), a.style(st))
			at = to
		}
		if wide <= width {
			put(unit)
		} else {
			for _, a := range unit { // a word that is wider than a line is broken anywhere
				for _, l := range f.set(a.text, a.style(st), width, text.Greedy).Lines {
					p := a
					p.text, p.at = a.text[l.Start:l.End], a.at+l.Start
					put([]span{p})
				}
			}
		}
		start = end
	}
	return append(lines, cur)
}

// alike reports whether two spans look the same and lead to the same place.
func (s span) alike(t span) bool {
	return s.bold == t.bold && s.italic == t.italic && s.link == t.link
}

// rich draws a text with markup with its top left at (x, y), as words does.
// What leads somewhere has a line under it.
func (f *frame) rich(r *rich, x, y float64, ink scene.Color, from, bars float64) []scene.Op {
	from = max(from, legible/r.shown.Style.Size)
	ops := f.bars(r.shown, x, y, 0, bars, from)
	var near []scene.Op
	for _, p := range r.pieces {
		at := geom.Pt(x, y).Add(p.at)
		ops = append(ops, f.words(p.block, at.X, at.Y, ink, from, from)...)
		if p.link == "" {
			continue
		}
		for i := range p.block.Lines {
			l := &p.block.Lines[i]
			if l.Width == 0 {
				continue
			}
			base := at.Y + l.Baseline + 2.5
			left := at.X + p.block.Left(l)
			near = append(near, line(geom.Pt(left, base), geom.Pt(left+l.Width, base), f.Theme.Ink3))
			ops = append(ops, &scene.Link{Rect: geom.Box(left, at.Y+l.Top, l.Width, l.Height), Target: p.link})
		}
	}
	for _, b := range r.bullets {
		near = append(near, fill(geom.Circle(geom.Pt(x, y).Add(b), bulletR), ink))
	}
	if len(near) == 0 {
		return ops
	}
	return append(ops, scene.Detail(from, 0, near...))
}
