package layout

import (
	"fmt"
	"strings"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// fact is a part of the title block.
type fact struct {
	w    float64
	h    float64
	draw func() scene.Item
}

// title draws the title block with its top at y and returns its height, with
// the room below it. Where the page is too narrow, the facts stand below the
// title.
func (p *poster) title(y float64) float64 {
	if p.NoTitle {
		return 0
	}
	const gap = 48
	m := p.sheet.Map
	facts := p.facts()
	w := 0.0
	for _, f := range facts {
		w += gap + f.w
	}
	room := p.inner - w
	below := room < 400 && len(facts) > 0
	if below {
		room = p.inner
	}
	y, logo := p.logo(y)
	kind := p.set(p.say("Customer journey map"), label, text.NoWrap, text.Greedy)
	title := p.set(m.Title, posterTitle, room, text.Balanced)
	sub := p.set(m.Subtitle, posterSub, room, text.Greedy)
	ty := kind.Height + 4
	sy := ty + title.Height + 8
	ops := p.words(kind, 0, 0, p.Theme.Acc, 0, 0)
	ops = append(ops, p.words(title, 0, ty, p.Theme.Ink, 0, 0)...)
	ops = append(ops, p.words(sub, 0, sy, p.Theme.Ink2, 0, 0)...)
	h := sy
	if m.Subtitle != "" {
		h += sub.Height
	}
	if due(m, m.Date) {
		mark := p.set(p.dueWords(m), label, room-dueIcon, text.Greedy)
		ops = append(ops, p.dueMark(mark, 0, h+8)...)
		h += 8 + mark.Height
	}
	it := scene.NewItem(string(m.ID), "title", geom.Point{}, geom.Box(0, 0, room, h), ops...)
	p.add("title", geom.Pt(p.side, y), scene.NewBlock([]scene.Item{it}))
	if !below {
		x := p.inner - w + gap
		for i, f := range facts {
			p.add(fmt.Sprintf("fact%d", i), geom.Pt(p.side+x, y), scene.NewBlock([]scene.Item{f.draw()}))
			h = max(h, f.h)
			x += f.w + gap
		}
		return logo + max(h, titleHeight) + titleBelow
	}
	x, fy, row := 0.0, h+24, 0.0
	for i, f := range facts {
		if x > 0 && x+f.w > p.inner {
			x, fy, row = 0, fy+row+24, 0
		}
		p.add(fmt.Sprintf("fact%d", i), geom.Pt(p.side+x, y+fy), scene.NewBlock([]scene.Item{f.draw()}))
		row = max(row, f.h)
		x += f.w + gap
	}
	return logo + max(fy+row+24, titleHeight) + titleBelow
}

const logoHeight, logoWidth, logoBelow = 36, 280, 16 // at most, and the gap below

// logo draws the theme's logo with its top at y; the rest of the block stands
// below it, lower by as much as down says.
func (p *poster) logo(y float64) (next, down float64) {
	im := p.Theme.Logo
	if im == nil {
		return y, 0
	}
	k := min(logoHeight/float64(im.H), logoWidth/float64(im.W))
	r := geom.Box(0, 0, k*float64(im.W), k*float64(im.H))
	p.add("logo", geom.Pt(p.side, y), scene.NewBlock([]scene.Item{scene.NewItem("", "logo", geom.Point{}, r, &scene.Picture{Image: im, Rect: r, Alt: p.say("Logo")})}))
	return y + r.H() + logoBelow, r.H() + logoBelow
}

// facts is what the title block says besides the title.
func (p *poster) facts() []fact {
	m := p.sheet.Map
	var out []fact
	if who, ok := journey.Get[journey.Persona](p.p, m.Persona); ok && p.shown.Persona(p.p, m.Persona) {
		out = append(out, p.persona(who))
	}
	for _, x := range []struct{ label, text string }{{"Scenario", m.Scenario}, {"Goal of this map", m.Goal}} {
		if x.text == "" {
			continue
		}
		l, b := p.set(p.say(x.label), label, text.NoWrap, text.Greedy), p.set(x.text, factText, min(300, p.inner), text.Greedy)
		h := l.Height + 4 + b.Height
		out = append(out, fact{min(300, p.inner), h, func() scene.Item {
			ops := p.words(l, 0, 0, p.Theme.Ink3, 0, 0)
			ops = append(ops, p.words(b, 0, l.Height+4, p.Theme.Ink, 0, 0)...)
			return scene.NewItem(string(m.ID), "fact", geom.Point{}, geom.Box(0, 0, 300, h), ops...)
		}})
	}
	return out
}

// persona is the portrait, the name and a few words about whom the map is for.
func (p *poster) persona(who journey.Persona) fact {
	const width, portrait, gap = 470, 88, 16
	w := min(width, p.inner)
	x := float64(portrait + gap)
	face := p.noPortrait(who.Name, portrait)
	if im := p.picture(who.Portrait, geom.Box(0, 0, portrait, portrait), portrait/2, ""); im != nil {
		face = []scene.Op{im}
	}
	name := strings.Join(nonEmpty(who.Name, who.Facts), ", ")
	l := p.set("Persona", label, text.NoWrap, text.Greedy)
	n := p.set(name, factTitle, w-x, text.Greedy)
	b := p.set(who.Text, factText, w-x, text.Greedy)
	h := max(portrait, l.Height+4+n.Height+2+b.Height)
	return fact{w, h, func() scene.Item {
		ops := append(face, p.words(l, x, 0, p.Theme.Ink3, 0, 0)...)
		ops = append(ops, p.words(n, x, l.Height+4, p.Theme.Ink, 0, 0)...)
		ops = append(ops, p.words(b, x, l.Height+4+n.Height+2, p.Theme.Ink2, 0, 0)...)
		return scene.NewItem(string(who.ID), "persona", geom.Point{}, geom.Box(0, 0, w, h), ops...)
	}}
}

// noPortrait is what stands for a portrait where there is none: initials on a
// disc, or a sign for a person.
func (p *poster) noPortrait(name string, size float64) []scene.Op {
	hue, c := &p.Theme.Hues[0], geom.Pt(size/2, size/2)
	disc := fill(geom.Circle(c, size/2), hue.Tint)
	if initials(name) == "" {
		return append([]scene.Op{disc}, p.Icons.use("person", c.X-16, c.Y-16, 32, hue.Text)...)
	}
	return []scene.Op{disc, p.monogram(name, initialsText, c, size*0.75, hue.Text)}
}

func nonEmpty(s ...string) []string {
	var out []string
	for _, x := range s {
		if x != "" {
			out = append(out, x)
		}
	}
	return out
}
