package layout

import (
	"cmp"
	"slices"

	"throughline/canvas/geom"
)

// Ranks of places where columns are cut.
const (
	overStages = iota // at a stage
	overWords         // at one into which words or cards reach over
	overSteps         // at a step
	overCards         // at one over which cards reach
)

// columnCuts cuts a sheet into groups of stages no wider than a page. A stage that
// is wider is cut between steps. Where cards span several steps and there is no
// place between them all, they are kept whole and reach over the end of a group.
func (s *Sheet) columnCuts(wide float64) []extract {
	end := max(s.Body.Size.X, 1)
	edges := stageEdges(s, wide)
	part := func(from, to, was, low float64) extract {
		return extract{Rect: geom.Rect{Min: geom.Pt(from, 0), Max: geom.Pt(to, s.Body.Size.Y)}, was: geom.Pt(was, 0), end: geom.Pt(low, 0)}
	}
	var out []extract
	at, was := 0.0, 0.0
	cuts := evenCuts(end, wide, wide, edges)
	for _, cut := range cuts[:len(cuts)-1] {
		to, low := s.cutColumn(at, cut, at+wide, wide)
		if to < cut { // what follows may need another page
			out, at, was = nil, 0, 0
			break
		}
		out = append(out, part(at, to, was, low))
		at, was = to, low
	}
	for end-at > wide {
		to, low := s.cutColumn(at, bestEdge(at, at+wide, edges), at+wide, wide)
		out = append(out, part(at, to, was, low))
		at, was = to, low
	}
	return append(out, part(at, end, was, end))
}

// cutColumn is where to cut behind from, at the latest at to, so that cards which
// begin before end no later than most, and where they end.
func (s *Sheet) cutColumn(from, to, most, wide float64) (at, low float64) {
	at = to
	for r := range s.cardBoxes {
		if r.W() > wide || r.Min.X < from-0.01 || r.Min.X >= at || r.Max.X <= most+0.01 {
			continue
		}
		begin := from
		for _, st := range s.Stages {
			for _, c := range st.Columns {
				if c.X <= r.Min.X {
					begin = max(begin, c.X)
				}
			}
		}
		if begin > from+0.01 {
			at = begin
		}
	}
	low = at
	for r := range s.cardBoxes {
		if r.Min.X >= from-0.01 && r.Min.X < at && r.Max.X <= most+0.01 {
			low = max(low, r.Max.X)
		}
	}
	return at, low
}

// cardBoxes is where the cards stand in the body.
func (s *Sheet) cardBoxes(yield func(geom.Rect) bool) {
	for _, b := range s.Body.Blocks {
		for _, it := range b.Items {
			if it.Part == CardPart && !yield(it.Box.Add(it.At).Add(b.At)) {
				return
			}
		}
	}
}

// stageEdges is where the columns of a sheet begin, and how good it is to cut there.
func stageEdges(s *Sheet, wide float64) []edge {
	reached := map[float64]bool{}
	for _, b := range s.Body.Blocks {
		for _, it := range b.Items {
			if it.Part == PointPart {
				continue // the curve goes on from page to page
			}
			for _, f := range it.Fields {
				from := f.At.X + it.At.X + b.At.X
				for _, st := range s.Stages {
					if from < st.X-1 && from+f.Block.Width > st.X+1 {
						reached[st.X] = true
					}
				}
			}
		}
	}
	var out []edge
	for _, st := range s.Stages {
		rank := overStages
		if reached[st.X] {
			rank = overWords
		}
		out = append(out, edge{st.X, rank}, edge{st.X + st.W, rank})
		for _, c := range st.Columns[1:] {
			out = append(out, edge{c.X, overSteps})
		}
	}
	crossed := []int{overWords, overWords, overCards, overCards}
	for r := range s.cardBoxes {
		for i, e := range out {
			if r.W() <= wide && r.Min.X < e.at-1 && r.Max.X > e.at+1 {
				out[i].rank = crossed[e.rank]
			}
		}
	}
	return out
}

// betweenCards is the heights at which cards begin and no other card stands.
func (s *Sheet) betweenCards() []float64 {
	boxes := slices.Collect(s.cardBoxes)
	slices.SortFunc(boxes, func(a, b geom.Rect) int { return cmp.Compare(a.Min.Y, b.Min.Y) })
	var out []float64
	end := 0.0
	for _, r := range boxes {
		if r.Min.Y >= end-0.01 {
			out = append(out, r.Min.Y)
		}
		end = max(end, r.Max.Y)
	}
	return out
}
