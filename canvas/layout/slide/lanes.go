package slide

import (
	"fmt"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/journey"
)

// Lane by lane, a slide shows the map up to a lane, whose name stands above it as
// large as a room can read. Of the lanes to come there are the names, faint.

const (
	laneTop  = 92  // where the map begins below the name of a lane
	laneMark = 4   // width of the mark at the lane that is shown
	toCome   = 0.5 // how much is seen of the names of lanes to come
)

// laneSizes is the sizes of a lane's name, of which the first is taken at which
// it has one line, or else the last.
var laneSizes = []float64{40, 34, 26}

// laned reports whether slides show a map lane by lane: in a loop there is no
// such thing.
func (d *Deck) laned() bool { return d.Kind == Lanes && !d.sheet.Looped() && len(d.sheet.Rows) > 0 }

// mapFrom is where the map begins.
func (d *Deck) mapFrom() float64 {
	if d.laned() {
		return laneTop
	}
	return mapTop
}

// laneCount says which lane has come to the map last.
func (d *Deck) laneCount(i int) string {
	return d.draw.Say(fmt.Sprintf("Lane %d of %d", i+1, len(d.sheet.Rows)))
}

// laneName draws the name of the lane that a slide is about, with what it says
// below its name on the map, and a mark at the lane.
func (d *Deck) laneName(out *scene.Scene, i int) {
	r := &d.sheet.Rows[i]
	lane, _ := journey.Get[journey.Lane](d.p, r.Lane.ID)
	room := d.Width - 2*side
	st := titleText
	for _, size := range laneSizes {
		st.Size, st.Line = size, size*titleLeads
		if b := d.set(r.Title, st, room); len(b.Lines) == 1 {
			break
		}
	}
	b := d.cut(r.Title, st, room, laneTop-mapTop)[0]
	x, y := d.left(side, b.Width, d.Width), (laneTop-mapTop-b.Height)/2+mapTop-8
	ops := d.draw.Words(b, x, y, 0, d.Theme.Ink)
	if says := d.line(lane.Caption, goalText); len(b.Lines) == 1 && len(says.Lines) == 1 && b.Width+20+says.Width <= room {
		ops = append(ops, d.draw.Words(says, d.left(side+b.Width+20, says.Width, d.Width), y+b.Lines[0].Baseline-says.Lines[0].Baseline, 0, d.Theme.Ink2)...)
	}
	d.add(out, "title", geom.Point{}, scene.NewItem("", "title", geom.Point{}, geom.Box(x, y, b.Width, b.Height), ops...))

	at, k := d.fit()
	mark := geom.Box(d.left(at.X-3*laneMark, laneMark, d.Width), at.Y+(d.sheet.BandHeight+r.Y)*k, laneMark, r.H*k)
	d.add(out, "mark", geom.Point{}, scene.NewItem("", "mark", geom.Point{}, mark, layout.Fill(geom.RoundRect(mark, laneMark/2), d.Theme.Acc)))
}

// pale is what is seen of the name of a lane to come.
func (d *Deck) pale(items []scene.Item) []scene.Item {
	out := make([]scene.Item, len(items))
	for i, it := range items {
		out[i] = scene.NewItem("", it.Part, it.At, it.Box, faint(it.Ops, d.Theme.Present, toCome, faintSaturation)...)
	}
	return out
}
