package slide

import (
	"fmt"
	"slices"
	"strconv"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// pill is a few words on an edge: what is special about a card, or what people
// have said of it.
type pill struct {
	icon        string
	says        *text.Block
	ground, ink scene.Color
}

const (
	pillHigh, pillRing, pillGap = 28, 3, 8
	pillIcon                    = 16
)

func (p pill) width() float64 { return 10 + pillIcon + 6 + p.says.Width + 12 }

// pills is those of a row, the one that stands at the end first.
func (d *Deck) pills(c journey.Card, hue *layout.Hue) (all []pill) {
	add := func(icon, says string, ground, ink scene.Color) {
		all = append(all, pill{icon, d.set(d.draw.Say(says), pillText, text.NoWrap), ground, ink})
	}
	r := d.remarks(c.ID)
	if r.comments > 0 {
		add("comment", strconv.Itoa(r.comments), d.Theme.Acc, d.Theme.OnAcc)
	}
	switch {
	case r.ideas == 1:
		add("bulb", "Idea", d.Theme.Opp, d.Theme.Map)
	case r.ideas > 1:
		add("bulb", fmt.Sprintf("%d ideas", r.ideas), d.Theme.Opp, d.Theme.Map)
	}
	switch {
	case r.votes == 1:
		add("people", "1 vote", d.draw.Tone(r.mean), d.Theme.OnFeel)
	case r.votes > 1:
		add("people", fmt.Sprintf("%d votes", r.votes), d.draw.Tone(r.mean), d.Theme.OnFeel)
	}
	if c.Pain {
		add("alert", "Pain point", d.Theme.Pain, d.Theme.Map)
	}
	if c.Truth {
		add("spark", "Moment of truth", hue.Solid, d.Theme.On)
	}
	return all
}

// drawn is a pill with its top left at (x, y).
func (d *Deck) drawn(p pill, x, y float64) []scene.Op {
	r := geom.Box(x, y, p.width(), pillHigh)
	ops := []scene.Op{layout.Fill(geom.RoundRect(r.Grow(pillRing), pillHigh/2+pillRing), d.Theme.Present), layout.Fill(geom.RoundRect(r, pillHigh/2), p.ground)}
	ix, tx := x+10, x+10+pillIcon+6
	if d.RTL {
		ix, tx = r.Max.X-10-pillIcon, x+12
	}
	ops = append(ops, d.draw.Icon(p.icon, ix, y+(pillHigh-pillIcon)/2, pillIcon, p.ink)...)
	return append(ops, d.draw.Words(p.says, tx, y+(pillHigh-p.says.Height)/2, 0, p.ink)...)
}

// badges is pills on the upper edge of a box that is w wide, from the end at which
// lines end.
func (d *Deck) badges(c journey.Card, hue *layout.Hue, w float64) []scene.Op {
	return d.pillsAt(c, hue, w, cardPadX, -pillHigh/2)
}

// above is pills above words without a box.
func (d *Deck) above(id journey.ID, w float64) []scene.Op {
	return d.pillsAt(journey.Card{ID: id}, d.hue(0), w, cardPadX, 6-pillHigh)
}

// pillsAt is pills at a height, the last one as far from the end as edge says.
func (d *Deck) pillsAt(c journey.Card, hue *layout.Hue, w, edge, y float64) (ops []scene.Op) {
	at := w - edge
	for _, p := range d.pills(c, hue) {
		if pw := p.width(); at-pw >= cardPadX {
			ops = append(ops, d.drawn(p, d.left(at-pw, pw, w), y)...)
			at -= pw + pillGap
		}
	}
	return ops
}

// behindWords is the pills of a row behind its words, which are in a box on a panel, as
// far as there is room.
func (d *Deck) behindWords(id journey.ID, words geom.Rect) (ops []scene.Op) {
	x := d.left(words.Min.X, words.W(), PanelWidth) + words.W() + 2*pillGap
	for _, p := range slices.Backward(d.pills(journey.Card{ID: id}, d.hue(0))) {
		if pw := p.width(); x+pw <= PanelWidth {
			ops = append(ops, d.drawn(p, d.left(x, pw, PanelWidth), words.Center().Y-pillHigh/2)...)
			x += pw + pillGap
		}
	}
	return ops
}

// around is the pills of a point of a curve, side by side with their middle at x,
// below y or above it, and clear of those that are there.
func (d *Deck) around(id journey.ID, x, y float64, below bool, taken *[]geom.Rect) (ops []scene.Op) {
	all, w, by := d.pills(journey.Card{ID: id}, d.hue(0)), -float64(pillGap), float64(pillHigh+pillGap)
	if len(all) == 0 {
		return nil
	}
	for _, p := range all {
		w += p.width() + pillGap
	}
	if !below {
		y, by = y-pillHigh, -by
	}
	r := geom.Box(min(max(x-w/2, side), d.Width-side-w), y, w, pillHigh)
	for n := 0; meets(*taken, r) && n < 3; n++ {
		r = r.Add(geom.Pt(0, by))
	}
	*taken = append(*taken, r)
	x = r.Min.X
	for _, p := range slices.Backward(all) {
		ops = append(ops, d.drawn(p, x, r.Min.Y)...)
		x += p.width() + pillGap
	}
	return ops
}

// remarks is what people have said of a row.
type remarks struct {
	comments, ideas, votes int
	mean                   float64 // of the votes, −2 to +2
}

// remarks is what people have said of a row and is not done with, on a screen.
func (d *Deck) remarks(id journey.ID) (r remarks) {
	if !d.Screen {
		return r
	}
	for _, c := range d.p.Comments(id) {
		switch {
		case c.Done:
		case c.Mark == journey.IdeaMark:
			r.ideas++
		case c.Mark == journey.VoteMark:
			r.mean = (r.mean*float64(r.votes) + min(2, max(-2, c.Value.Value))) / float64(r.votes+1)
			r.votes++
		default:
			r.comments++
		}
	}
	return r
}
