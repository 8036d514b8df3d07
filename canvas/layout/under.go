package layout

import (
	"cmp"
	"slices"
	"strings"

	"throughline/canvas/geom"
	"throughline/journey"
)

// Standing is a card on the sheet.
type Standing struct {
	Card journey.ID
	Box  geom.Rect // in the body, u
}

// Under is the cards of a lane that stand under a column, from top to bottom:
// also those that reach over from other columns. A point stands where it is
// drawn.
func (s *Sheet) Under(lane journey.ID, c Column) []Standing {
	const slack = 1 // of edges that touch, u
	var out []Standing
	prefix := cellName(lane, "")
	for i := range s.Body.Blocks {
		b := &s.Body.Blocks[i]
		if !strings.HasPrefix(b.Name, prefix) {
			continue
		}
		for k := range b.Items {
			it := &b.Items[k]
			if it.Owner == "" || it.Part != CardPart && it.Part != PointPart {
				continue
			}
			box := it.Box.Add(b.At).Add(it.At)
			from, to := box.Min.X+slack, box.Max.X-slack
			if it.Part == PointPart {
				from = min(max(box.Center().X, 0), s.Width-slack)
				to = from
			}
			if s.ring != nil || from < c.X+c.W && to >= c.X {
				out = append(out, Standing{journey.ID(it.Owner), box})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Standing) int {
		return cmp.Or(cmp.Compare(a.Box.Min.Y, b.Box.Min.Y), cmp.Compare(a.Box.Min.X, b.Box.Min.X))
	})
	return out
}
