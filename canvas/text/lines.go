package text

import (
	"strings"

	"throughline/canvas/geom"
)

// set breaks a text into lines.
func (sh *shaper) set(f *Fonts, k blockKey) *Block {
	b := &Block{Text: k.text, Style: k.style}
	at := 0
	for {
		para, rest, more := strings.Cut(k.text[at:], "\n")
		sh.paragraph(f, b, k, at, para)
		if !more {
			break
		}
		at = len(k.text) - len(rest)
	}
	b.place(f.faces[k.style.Weight])
	return b
}

// place puts the lines below each other. What goes beyond the room that every
// line has makes its own line higher and no other.
func (b *Block) place(face *Face) {
	st := b.Style
	rise, fall := face.ascent/face.Upem*st.Size, face.descent/face.Upem*st.Size
	rise += (st.Line - rise - fall) / 2
	fall = st.Line - rise
	for i := range b.Lines {
		l := &b.Lines[i]
		up, down := rise, fall
		for k := range l.Runs {
			if ink := l.Runs[k].ink; !ink.Empty() {
				up, down = max(up, -ink.Min.Y), max(down, ink.Max.Y)
			}
		}
		l.Top, l.Height, l.Baseline = b.Height, st.Line, b.Height+up
		if up+down > rise+fall {
			l.Height = up + down
		}
		b.Height += l.Height
		b.Width = max(b.Width, l.Width)
	}
}

// paragraph adds the lines of one paragraph, which begins at byte at.
func (sh *shaper) paragraph(f *Fonts, b *Block, k blockKey, at int, para string) {
	units, rtl := sh.split(f, para, k.style)
	if k.width > 0 {
		units = sh.breakLong(f, para, units, k)
	}
	width := k.width
	if k.wrap == Balanced && width > 0 {
		width = balanced(units, width)
	}
	for first := true; first || len(units) > 0; first = false {
		n := fill(units, width)
		b.Lines = append(b.Lines, line(para, at, units[:n], rtl, k.style))
		units = units[n:]
	}
}

// slack lets a line be wider by what adding floats may lose.
const slack = 1e-6

// fill is how many units go on a line of the given width.
func fill(units []unit, width float64) int {
	if width <= 0 {
		return len(units)
	}
	x, last := 0.0, 0
	for i, u := range units {
		x += u.width
		if x > width+slack && !u.space && i > 0 {
			if last == 0 {
				return i // a word of several faces that is too long for any line
			}
			return last
		}
		if u.breakAfter {
			last = i + 1
		}
	}
	return len(units)
}

// balanced is the smallest width at which the units make no more lines.
func balanced(units []unit, width float64) float64 {
	count := func(w float64) (n int) {
		for u := units; len(u) > 0; n++ {
			u = u[fill(u, w):]
		}
		return n
	}
	lines := count(width)
	if lines < 2 {
		return width
	}
	lo, hi := 0.0, width
	for _, u := range units {
		if !u.space {
			lo = max(lo, min(u.width, width))
		}
	}
	for hi-lo > 0.25 {
		if mid := (lo + hi) / 2; count(mid) <= lines {
			hi = mid
		} else {
			lo = mid
		}
	}
	return hi
}

// line puts units into the order in which they stand (UAX #9, rule L2) and
// joins those of one face and direction.
func line(para string, at int, units []unit, rtl bool, st Style) Line {
	l := Line{Start: at, End: at, RTL: rtl}
	if len(units) == 0 {
		return l
	}
	l.Start, l.End = at+units[0].start, at+units[len(units)-1].end
	order := units
	base := int8(0)
	if rtl {
		base = 1
	}
	trail := len(units) // spaces at the end stand at the paragraph's level
	for trail > 0 && units[trail-1].space {
		trail--
	}
	mixed := rtl
	for _, u := range units {
		mixed = mixed || u.level != 0
	}
	if mixed {
		order = append([]unit(nil), units...)
		for i := trail; i < len(order); i++ {
			if (order[i].level^base)&1 != 0 {
				order[i].w = order[i].w.turned()
			}
			order[i].level = base
		}
		reorder(order)
	}
	for i, u := range units {
		if i < trail {
			l.Width += u.width
		}
	}
	x := 0.0
	if rtl { // the spaces at the end hang out to the left
		for _, u := range units[trail:] {
			x -= u.width
		}
	}
	for i := 0; i < len(order); {
		j := i + 1
		for j < len(order) && order[j].face == order[i].face && order[j].level == order[i].level && adjacent(order[j-1], order[j]) {
			j++
		}
		l.Runs = append(l.Runs, run(para, at, order[i:j], x, st))
		x += l.Runs[len(l.Runs)-1].Width
		i = j
	}
	for i := range l.Runs {
		l.Runs[i].Line, l.Runs[i].InRTL = l.Width, rtl
	}
	return l
}

// adjacent reports whether v follows u in the text, in u's direction.
func adjacent(u, v unit) bool {
	if u.level&1 == 1 {
		return v.end == u.start
	}
	return u.end == v.start
}

// reorder turns logical into visual order: every stretch of a level and above
// is reversed, from the highest level down to 1.
func reorder(u []unit) {
	top := int8(0)
	for _, x := range u {
		top = max(top, x.level)
	}
	for level := top; level > 0; level-- {
		for i := 0; i < len(u); i++ {
			if u[i].level < level {
				continue
			}
			j := i
			for j < len(u) && u[j].level >= level {
				j++
			}
			for a, b := i, j-1; a < b; a, b = a+1, b-1 {
				u[a], u[b] = u[b], u[a]
			}
			i = j
		}
	}
}

// run joins units that stand side by side.
func run(para string, at int, units []unit, x float64, st Style) Run {
	first, last := units[0], units[len(units)-1]
	rtl := first.level&1 == 1
	if rtl {
		first, last = last, first
	}
	r := Run{Face: first.face, Size: st.Size, X: x, RTL: rtl, Text: para[first.start:last.end], At: at + first.start}
	n := 0
	for _, u := range units {
		n += len(u.w.glyphs)
	}
	r.Glyphs = make([]Glyph, 0, n)
	pen := float32(0)
	for _, u := range units {
		extra := float32(0) // tracking a glyph, so that the unit is as wide as it was measured
		if k := len(u.w.glyphs); k > 0 {
			extra = (float32(u.width/st.Size*r.Face.Upem) - u.w.width) / float32(k)
		}
		for i, g := range u.w.glyphs {
			shift := pen + extra*float32(i)
			g.X, g.Pen, g.Advance = g.X+shift, g.Pen+shift, g.Advance+extra
			g.Cluster += int32(u.start - first.start)
			r.Glyphs = append(r.Glyphs, g)
		}
		if !u.w.ink.Empty() {
			k := st.Size / r.Face.Upem
			r.ink = r.ink.Union(u.w.ink.Mul(k).Add(geom.Pt(float64(pen)*k, 0)))
		}
		pen += u.w.width + extra*float32(len(u.w.glyphs))
		r.Width += u.width
	}
	return r
}
