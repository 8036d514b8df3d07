package editor

import (
	"fmt"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/scene"
	"throughline/journey"
)

const (
	severalReach = 10 // from the cards to the frame around several, pixels
	severalWidth = 1.5
	tagGap       = 6 // from the frame to the tag above it, pixels
)

// several is the cards and notes among selected rows: the box that all of them
// stand in, and how many there are of each.
type several struct {
	box          geom.Rect // in the body, u
	cards, notes int
}

// several is that of the selection as it is now, made once for a sheet.
func (e *Editor) several() several {
	all := e.outline()
	at := &e.sel.at
	if at.counted {
		return at.several
	}
	at.counted = true
	p, seen := e.Doc.Project(), map[journey.ID]bool{}
	for i := range all {
		o := &all[i]
		r, ok := p.Row(o.id)
		if !ok || o.pane != bodyPane || o.lines != nil {
			continue
		}
		k := r.Kind()
		if k != journey.KindCard && k != journey.KindNote {
			continue
		}
		if at.several.box = at.several.box.Union(o.box); seen[o.id] {
			continue
		}
		seen[o.id] = true
		at.several.cards += one(k == journey.KindCard)
		at.several.notes += one(k == journey.KindNote)
	}
	return at.several
}

// says is what stands in the tag.
func (a several) says() string {
	switch {
	case a.notes == 0:
		return fmt.Sprintf("%d cards", a.cards)
	case a.cards == 0:
		return fmt.Sprintf("%d notes", a.notes)
	}
	return fmt.Sprintf("%d items", a.cards+a.notes)
}

// showSeveral adds the frame around several selected cards and notes, and the
// tag that counts them, which stays in sight as long as the frame is.
func (e *Editor) showSeveral(f *input.Frame) {
	switch e.tool.(type) {
	case *marquee, *typing:
		return
	}
	a, v, th := e.several(), &e.view, e.Theme()
	if a.cards+a.notes < 2 {
		return
	}
	r, body := v.toView(a.box).Grow(severalReach), v.body()
	if !r.Overlaps(body) {
		return
	}
	f.Marks = append(f.Marks, input.Mark{Rect: r, Clip: body, Fill: faint(th.Acc, 13), Edge: th.Acc, Width: severalWidth, Radius: 2})
	says := a.says()
	key := fmt.Sprint("tag/", e.said(says), th.Name)
	tag := e.sketch(key, func() *scene.Scene { return e.options.Tag(says) })
	at := geom.Pt(min(r.Max.X, body.Max.X-severalReach)-tag.Size.X, r.Min.Y-tagGap-tag.Size.Y)
	at = geom.Pt(max(at.X, body.Min.X+tagGap), max(at.Y, body.Min.Y+tagGap))
	f.Drawn = append(f.Drawn, input.Drawing{Key: key, Scene: tag, At: at, Zoom: 1}) // above all rings
}
