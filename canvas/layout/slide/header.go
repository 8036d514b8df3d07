package slide

import (
	"fmt"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// heading is what a page is about.
type heading struct {
	owner  journey.ID
	part   scene.Part
	name   string
	aside  string          // beside the name, where there is no goal
	who    journey.Persona // whose portrait stands before the name
	indent float64
}

// header sets what stands above the boxes of a stage's pages: its name, on the
// first one the goal beside it and what somebody says. What is too long for it
// is returned as boxes.
func (d *Deck) header(f *flow, of heading, goals, quotes []journey.Card) (over []box) {
	hue := d.hue(f.stage)
	st := titleText
	if of.who.ID != "" {
		of.indent = portraitSize + portraitGap
	}
	width := PanelWidth - of.indent
	title := d.set(of.name, st, width)
	for _, size := range titleSizes {
		st.Size, st.Line = size, size*titleLeads
		if title = d.set(of.name, st, width); len(title.Lines) <= titleMost {
			break
		}
	}
	if len(title.Lines) > titleMost {
		pieces := d.cut(of.name, st, width, float64(titleMost)*st.Line)
		title = pieces[0]
		over = d.passage("", rest(of.name, title.Text), noticeText, PanelWidth, f.room(), hue.Text)
	}
	y := max(title.Height, st.Line)
	if of.indent > 0 {
		y = max(y, portraitSize)
	}
	parts := []headed{{draw: func() scene.Item { return d.name(of, title, hue) }}}
	for i, g := range goals {
		switch it, h, ok := d.goal(g, title, i == 0, of.indent); {
		case !ok:
			over = append(over, d.passage(g.ID, g.Title, goalText, PanelWidth, f.room(), d.Theme.Ink2)...)
		case h == 0:
			parts = append(parts, headed{g.ID, 0, it, true})
		default:
			parts = append(parts, headed{g.ID, y + 8, it, false})
			y += 8 + h
		}
	}
	for i, q := range quotes {
		boxes := d.said(f.stage, q, PanelWidth, f.room())
		gap := 20.0
		if i > 0 {
			gap = f.gaps.box
		}
		if len(boxes) > 1 || y+gap+boxes[0].h > headerMost {
			over = append(over, boxes...)
			continue
		}
		parts = append(parts, headed{q.ID, y + gap, func() scene.Item { return boxes[0].draw(boxes[0].h) }, false})
		y += gap + boxes[0].h
	}
	f.header = func(page int, p *panel) float64 {
		if page == 0 {
			if ops := d.above(of.owner, PanelWidth); ops != nil {
				p.put(scene.NewItem("", "remarks", geom.Point{}, geom.Rect{}, ops...), "")
			}
			if len(goals) == 0 && of.aside != "" {
				p.put(d.aside(title, of.aside, of.indent), "")
			}
			for _, x := range parts {
				it := x.draw()
				it.At = it.At.Add(geom.Pt(0, x.y))
				if p.put(it, x.owner); x.near {
					p.near = append(p.near, len(p.items)-1)
				}
			}
			return y + f.gaps.top
		}
		p.put(parts[0].draw(), "")
		says := fmt.Sprintf("Page %d", page+1)
		if of.part == layout.StagePart && of.aside != "" {
			says = fmt.Sprintf("Details, page %d", page+1)
		}
		p.put(d.aside(title, d.draw.Say(says), of.indent), "")
		return max(title.Height, of.indent-portraitGap) + f.gaps.top
	}
	return over
}

const (
	headerMost                = 280 // what stands above the boxes is no higher
	portraitSize, portraitGap = 64, 16
)

// name is the name of what a page is about.
func (d *Deck) name(of heading, title *text.Block, hue *layout.Hue) scene.Item {
	room0 := PanelWidth - of.indent
	ops, x := d.put(title, d.left(of.indent, room0, PanelWidth), 0, room0, hue.Text)
	if of.who.ID != "" {
		r := geom.Box(d.left(0, portraitSize, PanelWidth), 0, portraitSize, portraitSize)
		ops = append(ops, d.portrait(of.who, r, hue)...)
	}
	it := scene.NewItem(string(of.owner), of.part, geom.Point{}, geom.Box(0, 0, PanelWidth, title.Height), ops...)
	if title.Text == of.name {
		it.Fields = []scene.Field{{Part: layout.TitlePart, At: geom.Pt(x, 0), Block: title, Width: room(title, room0)}}
	}
	return it
}

// aside is a few words beside a title, where there is room for them.
func (d *Deck) aside(title *text.Block, says string, indent float64) scene.Item {
	ops, _, _ := d.beside(title, d.line(says, goalText), 0, indent, d.Theme.Ink2)
	return scene.NewItem("", "aside", geom.Point{}, geom.Rect{}, ops...)
}

// headed is a part of a header.
type headed struct {
	owner journey.ID
	y     float64
	draw  func() scene.Item
	near  bool // it is not seen beside another slide
}

// beside draws a line of text on the title's baseline behind its end, lead u
// of which an icon takes.
func (d *Deck) beside(title, b *text.Block, lead, indent float64, c scene.Color) (ops []scene.Op, icon geom.Point, ok bool) {
	const gap = 20
	w := lead + b.Width
	if len(title.Lines) != 1 || len(b.Lines) != 1 || indent+title.Width+gap+w > PanelWidth {
		return nil, geom.Point{}, false
	}
	base := title.Lines[0].Baseline
	x := indent + title.Width + gap
	ix, tx := x, x+lead
	if d.share(title) > 0 {
		x = PanelWidth - title.Width - gap - w
		if d.RTL {
			x -= indent
		}
		ix, tx = x+b.Width+10, x
	}
	return d.draw.Words(b, tx, base-22, 0, c), geom.Pt(ix, base-20), true
}

// goal draws a goal beside the title where there is room, else below it; h is
// how much it adds to the header. It is not ok where it is too long for that.
func (d *Deck) goal(g journey.Card, title *text.Block, first bool, indent float64) (draw func() scene.Item, h float64, ok bool) {
	const icon, lead, lines = 20, 30, 3
	item := func(b *text.Block, at, sign geom.Point, box geom.Rect, ops []scene.Op) func() scene.Item {
		return func() scene.Item {
			ops := append(ops, d.draw.Icon("flag", sign.X, sign.Y, icon, d.Theme.Ink2)...)
			ops = append(ops, d.behindWords(g.ID, geom.Box(at.X, at.Y, b.Width, b.Height))...)
			it := scene.NewItem(string(g.ID), layout.CardPart, geom.Point{}, box, ops...)
			it.Fields = []scene.Field{{Part: layout.TitlePart, At: at, Block: b, Width: room(b, b.Width)}}
			return it
		}
	}
	if b := d.line(g.Title, goalText); first {
		if ops, sign, ok := d.beside(title, b, lead, indent, d.Theme.Ink2); ok {
			x := sign.X + lead
			if d.share(title) > 0 {
				x = sign.X - 10 - b.Width
			}
			box := geom.Box(min(x, sign.X), sign.Y-2, b.Width+lead, goalText.Line)
			return item(b, geom.Pt(x, sign.Y-2), sign, box, ops), 0, true
		}
	}
	b := d.set(g.Title, goalText, PanelWidth-lead)
	if len(b.Lines) > lines {
		return nil, 0, false
	}
	ops, x := d.put(b, d.left(lead, PanelWidth-lead, PanelWidth), 0, PanelWidth-lead, d.Theme.Ink2)
	sign := geom.Pt(d.left(0, icon, PanelWidth), 2)
	return item(b, geom.Pt(x, 0), sign, geom.Box(0, 0, PanelWidth, b.Height), ops), b.Height, true
}
