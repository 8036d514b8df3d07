package layout

import (
	"math"
	"strings"
	"time"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// legendEntry is a sign and what it means.
type legendEntry struct {
	w    float64                    // of the sign
	sign func(x float64) []scene.Op // in a row 16 high
	text string
}

// legend explains the signs that the map uses, and no others.
func (p *poster) legend() (*scene.Block, float64) {
	entries := p.legendEntries()
	if len(entries) == 0 || p.NoLegend {
		return nil, 0
	}
	const gap, between = 36, 8
	ops := []scene.Op{line(geom.Pt(0, 0.5), geom.Pt(p.inner, 0.5), p.Theme.Hair2)}
	head := p.set(p.say("Legend"), label, text.NoWrap, text.Greedy)
	y := float64(legendRule + 1)
	ops = append(ops, p.words(head, 0, y, p.Theme.Ink, 0, 0)...)
	indent := head.Width + gap
	x, row := indent, float64(legendRow)
	for _, e := range entries {
		b := p.set(e.text, legendText, p.inner-indent-e.w-between, text.Greedy)
		if w := e.w + between + b.Width; x+w > p.inner && x > indent {
			x = indent
			y += row + 8
			row = legendRow
		}
		row = max(row, b.Height)
		for _, o := range e.sign(x) {
			ops = append(ops, &scene.Group{Move: geom.Transform{K: 1, D: geom.Pt(0, y)}, Ops: []scene.Op{o}})
		}
		ops = append(ops, p.words(b, x+e.w+between, y, p.Theme.Ink2, 0, 0)...)
		x += e.w + between + b.Width + gap
	}
	h := y + row - legendRule
	it := scene.NewItem("", "legend", geom.Point{}, geom.Box(0, 0, p.inner, h+legendRule), ops...)
	return scene.NewBlock([]scene.Item{it}), h
}

func (p *poster) legendEntries() []legendEntry {
	var out []legendEntry
	used := map[badgeKind]bool{}
	kinds := map[journey.LaneKind]journey.Lane{}
	var felt []journey.Lane // where faces are drawn
	owners := map[journey.ID]bool{}
	for _, r := range p.sheet.Rows {
		if folded(r.Lane) {
			continue
		}
		faces := r.LaneKind == journey.Feelings
		if _, ok := kinds[r.LaneKind]; !ok {
			kinds[r.LaneKind] = r.Lane
		}
		for _, c := range p.laneCards(r.Lane) {
			for _, b := range p.badgesIn(r.LaneKind, c) {
				used[b.kind] = true
			}
			if isCards(r.LaneKind) && c.Channel != "" {
				owners[c.Owner] = true // by initials only
			}
			faces = faces || c.Feeling.Set && isCards(r.LaneKind)
		}
		if faces {
			felt = append(felt, r.Lane)
		}
	}
	out = append(out, p.feelingEntries(felt)...)
	if l, ok := kinds[journey.Channels]; ok {
		out = append(out, p.channelEntries(l)...)
	}
	gray := &Hue{Solid: p.Theme.Ink2}
	for _, x := range []struct {
		kind badgeKind
		text string
	}{{truthBadge, "Moment of truth"}, {painBadge, "Pain point"}, {assumedBadge, "Assumed"}} {
		if used[x.kind] {
			out = append(out, legendEntry{18, func(at float64) []scene.Op { return p.sign(x.kind, geom.Pt(at+9, 8), gray) }, p.say(x.text)})
		}
	}
	out = append(out, p.heatEntry()...)
	for _, who := range p.p.People() {
		if owners[who.ID] && who.Name != "" {
			out = append(out, legendEntry{18, func(x float64) []scene.Op {
				return p.avatar(who.Name, geom.Pt(x+9, 8), p.personColour(who.ID))
			}, who.Name})
		}
	}
	if l, ok := kinds[journey.Divider]; ok {
		out = append(out, legendEntry{28, func(x float64) []scene.Op { return p.dividerLine(x, x+28, 8) }, l.Title})
	}
	return out
}

// feelingEntries is the faces, best first, under the names of the lanes'
// scales: once for each that has names of its own.
func (p *poster) feelingEntries(lanes []journey.Lane) []legendEntry {
	var out []legendEntry
	seen := map[journey.Strings]bool{}
	for _, l := range lanes {
		key, names := l.Names, l.Scale().Names
		if len(names) < 2 {
			key, names = "", p.feelingNames()
		}
		if seen[key] {
			continue
		}
		seen[key] = true
		for i := len(names) - 1; i >= 0; i-- {
			if names[i] == "" {
				continue
			}
			v := int(math.Round(float64(i) / float64(len(names)-1) * 4))
			out = append(out, legendEntry{18, func(x float64) []scene.Op { return p.face(v, geom.Pt(x+9, 8), 9) }, names[i]})
		}
	}
	return out
}

// channelEntries is the two signs of the channels matrix, where they are used.
func (p *poster) channelEntries(l journey.Lane) []legendEntry {
	used := map[string]bool{}
	for _, c := range p.laneCards(l) {
		used[c.Use] = true
	}
	var out []legendEntry
	if used[journey.MainUse] || used[""] {
		out = append(out, legendEntry{16, func(x float64) []scene.Op {
			return []scene.Op{fill(geom.Circle(geom.Pt(x+8, 8), mainR), p.Theme.Ink2)}
		}, p.say("Main channel")})
	}
	if used[journey.AlsoUse] {
		out = append(out, legendEntry{16, func(x float64) []scene.Op {
			return []scene.Op{&scene.Stroke{Path: geom.Circle(geom.Pt(x+8, 8), 5), Paint: scene.Solid(p.Theme.Ink2), Pen: geom.Pen{Width: 2}}}
		}, p.say("Also used")})
	}
	return out
}

// footer says whose map it is, which version, and which page this is and how
// large, which page gives in words for its height. Where they do not fit side by
// side, they stand below each other. A page without the map's title has it here.
func (p *poster) footer(titled bool, page func(footer float64) string) (*scene.Block, float64) {
	if p.NoFooter {
		return nil, 0
	}
	m := p.sheet.Map
	name, owner := m.Organisation, m.Owner
	if owner != "" {
		owner = p.about("owner NAME", "NAME", owner)
	}
	if !titled && m.Title != "" {
		name, owner = m.Title, strings.Join(nonEmpty(m.Organisation, owner), ", ")
	}
	if name != "" && owner != "" {
		owner = ", " + owner
	}
	var version []string
	if m.Version != "" {
		version = append(version, p.about("Version NAME", "NAME", m.Version))
	}
	if d := p.date(m.Date); d != "" {
		version = append(version, d)
	}
	const row, gap = 16, 24
	bold := p.set(name, label, p.inner, text.Greedy)
	left := p.set(owner, legendText, p.inner-bold.Width, text.Greedy)
	mid := p.set(strings.Join(version, ", "), legendText, p.inner, text.Greedy)
	right := p.set(p.say(page(row)), legendText, p.inner, text.Greedy)
	ink := p.Theme.Ink3
	ops := p.words(bold, 0, 0, p.Theme.Ink2, 0, 0)
	ops = append(ops, p.words(left, bold.Width, 0, ink, 0, 0)...)
	height := max(bold.Height, left.Height)
	if len(left.Lines) > 0 && !left.Lines[0].RTL { // both are one sentence
		ops = p.upright(geom.Box(0, 0, bold.Width+left.Width, height), ops...)
	}
	midX, rightX := (p.inner-mid.Width)/2, p.inner-right.Width
	if height == row && midX >= bold.Width+left.Width+gap && midX+mid.Width+gap <= rightX {
		ops = append(ops, p.words(mid, midX, 0, ink, 0, 0)...)
		ops = append(ops, p.words(right, rightX, 0, ink, 0, 0)...)
	} else {
		for _, b := range []*text.Block{mid, p.set(p.say(page(height+mid.Height+row)), legendText, p.inner, text.Greedy)} {
			ops = append(ops, p.words(b, 0, height, ink, 0, 0)...)
			if b.Text != "" {
				height += b.Height
			}
		}
	}
	it := scene.NewItem(string(m.ID), "footer", geom.Point{}, geom.Box(0, 0, p.inner, height), ops...)
	return scene.NewBlock([]scene.Item{it}), height
}

// LongDate is a date of a file, 2026-11-12, for people: 12 November 2026. What
// is no date stays as it is.
func LongDate(s string) string {
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return s
	}
	return d.Format("2 January 2006")
}
