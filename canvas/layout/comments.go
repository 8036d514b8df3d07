package layout

import (
	"time"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

const (
	commentWide, commentGap = 300, 32 // of a column of comments at least, and between two
	commentIndent           = 12      // of an answer
	commentDeep             = 4       // answers of answers, beyond which they stand below each other
	commentsHead            = 28      // of the word above them
)

// remark is a line of the comments, which is on one page.
type remark struct {
	high  float64
	joins bool // it stands with the next
	owner journey.ID
	x     float64
	block *text.Block
	line  int // of the block
	ink   scene.Color
}

// remarks is the open comments on what the poster shows, line by line: on the
// map, then on its stages, its lanes and their cards.
func (p *poster) remarks(w float64) []remark {
	if !p.Comments {
		return nil
	}
	var out []remark
	m := p.sheet.Map
	p.remarksOn(&out, m.ID, m.Title, w)
	for _, st := range p.sheet.Stages {
		p.remarksOn(&out, st.ID, st.Title, w)
	}
	for _, r := range p.sheet.Rows {
		p.remarksOn(&out, r.ID, r.Title, w)
		for _, c := range p.laneCards(r.Lane) {
			p.remarksOn(&out, c.ID, c.Title, w)
		}
	}
	return out
}

// remarksOn adds the comments on one row under what it is called.
func (p *poster) remarksOn(out *[]remark, id journey.ID, title string, w float64) {
	all := p.p.Comments(id)
	said := false
	for _, c := range all {
		if !listed(c) {
			continue
		}
		if !said {
			if title == "" {
				title = p.say("Without a title")
			}
			p.remarkLines(out, c.ID, title, cardTitle, p.Theme.Ink, 0, w, true)
			said = true
		}
		p.remark(out, c, 0, w)
	}
	if said {
		(*out)[len(*out)-1].high += 12
	}
}

// listed reports whether a comment is open and says something: a vote may be a
// feeling alone.
func listed(c journey.Comment) bool { return !c.Done && c.Text != "" }

// remark adds a comment and what answers it.
func (p *poster) remark(out *[]remark, c journey.Comment, deep int, w float64) {
	if deep > 100 { // a file may be made to be endless
		return
	}
	x := commentIndent * float64(min(deep, commentDeep))
	if by := p.byline(c); by != "" {
		p.remarkLines(out, c.ID, by, caption, p.Theme.Ink3, x, w, true)
	}
	p.remarkLines(out, c.ID, c.Text, cardText, p.Theme.Ink2, x, w, false)
	(*out)[len(*out)-1].high += 4
	for _, a := range p.p.Comments(c.ID) {
		if listed(a) {
			p.remark(out, a, deep+1, w)
		}
	}
}

// byline says who wrote a comment and on which day.
func (p *poster) byline(c journey.Comment) string {
	s := c.Author
	if at, err := time.Parse(time.RFC3339, c.At); err == nil {
		if s != "" {
			s += ", "
		}
		s += p.date(at.Format(time.DateOnly))
	}
	return s
}

func (p *poster) remarkLines(out *[]remark, owner journey.ID, s string, st text.Style, ink scene.Color, x, w float64, joins bool) {
	b := p.set(s, st, w-x, text.Greedy)
	at := 0.0
	for i := range b.Lines {
		end := b.Height
		if i+1 < len(b.Lines) {
			end = b.Lines[i+1].Top
		}
		*out = append(*out, remark{end - at, joins, owner, x, b, i, ink})
		at = end
	}
}

// flow puts remarks into columns of a height and returns how many of them n
// columns take, and how high the highest is.
func flow(rs []remark, n int, high float64, put func(r remark, column int, y float64)) (taken int, most float64) {
	column, y := 0, 0.0
	for taken < len(rs) {
		group, h := taken+1, rs[taken].high // what stands together
		for group < len(rs) && rs[group-1].joins {
			h += rs[group].high
			group++
		}
		if y+h > high+0.01 && y > 0 {
			column, y = column+1, 0
			if column == n {
				break
			}
		}
		for _, r := range rs[taken:group] {
			if put != nil {
				put(r, column, y)
			}
			y += r.high
		}
		taken, most = group, max(most, y)
	}
	return taken, most
}

// columns is how many columns of comments there are, and how wide each is.
func (p *poster) columns() (n int, w float64) {
	n = max(1, int((p.inner+commentGap)/(commentWide+commentGap)))
	return n, (p.inner - commentGap*float64(n-1)) / float64(n)
}

// remarksBlock draws as many remarks as go into columns of a height, under a
// word that says what they are.
func (p *poster) remarksBlock(rs []remark, high float64) (b *scene.Block, taken int, height float64) {
	n, w := p.columns()
	head := p.set(p.say("Comments"), label, text.NoWrap, text.Greedy)
	items := []scene.Item{scene.NewItem("", "comments", geom.Point{}, geom.Rect{}, append([]scene.Op{line(geom.Pt(0, 0.5), geom.Pt(p.inner, 0.5), p.Theme.Hair2)},
		letters(head, 0, 8, 0, p.Theme.Ink)...)...)}
	taken, most := flow(rs, n, high, func(r remark, column int, y float64) {
		l := &r.block.Lines[r.line]
		x := float64(column)*(w+commentGap) + r.x + r.block.Left(l)
		var ops []scene.Op
		for k := range l.Runs {
			ops = append(ops, &scene.Glyphs{Run: &l.Runs[k], At: geom.Pt(x+l.Runs[k].X, y+commentsHead+l.Baseline-l.Top), Color: r.ink})
		}
		items = append(items, scene.NewItem(string(r.owner), "comment", geom.Point{}, geom.Rect{}, ops...))
	})
	return scene.NewBlock(items), taken, most + commentsHead
}

// allRemarks draws all remarks in columns of about the same height.
func (p *poster) allRemarks() (*scene.Block, float64) {
	n, w := p.columns()
	rs := p.remarks(w)
	if len(rs) == 0 {
		return nil, 0
	}
	total := 0.0
	for _, r := range rs {
		total += r.high
	}
	high := total / float64(n)
	for {
		if taken, _ := flow(rs, n, high, nil); taken == len(rs) {
			break
		}
		high = high*1.05 + 8
	}
	b, _, h := p.remarksBlock(rs, high)
	return b, h
}
