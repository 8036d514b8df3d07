package layout

import "math"

// edge is a place at which pages may be cut. Those of a lower rank are better.
type edge struct {
	at   float64
	rank int
}

// cutAt is where lengths of no more than room end that cover a length from 0 to
// end, the first of them no longer than first: at the last edge of the best rank
// that there is, and straight where there is none. The last place is end.
func cutAt(end, first, room float64, edges []edge) []float64 {
	var out []float64
	for at := 0.0; at < end-0.01 && room > 0; {
		to := at + room
		if len(out) == 0 {
			to = at + first
		}
		if to >= end-0.01 {
			break
		}
		at = bestEdge(at, to, edges)
		out = append(out, at)
	}
	return append(out, end)
}

// bestEdge is where to cut behind from, not later than to.
func bestEdge(from, to float64, edges []edge) float64 {
	best := edge{to, math.MaxInt}
	for _, e := range edges {
		if e.at > from+0.01 && e.at <= to+0.01 && (e.rank < best.rank || e.rank == best.rank && e.at > best.at) {
			best = e
		}
	}
	return best.at
}

// evenCuts is cutAt with pages as equal as edges let them be: the least room
// that needs no more pages, and cuts no edge of a worse rank.
func evenCuts(end, first, room float64, edges []edge) []float64 {
	best := cutAt(end, first, room, edges)
	if len(best) < 2 || first < room {
		return best
	}
	worth := func(cuts []float64) int {
		worst := 0
		for _, c := range cuts[:len(cuts)-1] {
			rank := math.MaxInt
			for _, e := range edges {
				if e.at == c {
					rank = min(rank, e.rank)
				}
			}
			worst = max(worst, rank)
		}
		return worst
	}
	rank := worth(best)
	low, high := room/2, room
	for range 16 {
		mid := (low + high) / 2
		if c := cutAt(end, mid, mid, edges); len(c) <= len(best) && worth(c) <= rank {
			best, high = c, mid
		} else {
			low = mid
		}
	}
	return best
}

// farBack is how much of a tile may be given up to begin the next one at an edge.
const farBack = 0.4

// tileCuts is where tiles of a length begin that cover from to end, each
// repeating overlap of the one before at least. A tile begins at one of the edges,
// of which those that come first are better: at the last one that is not too far back
// and needs no further tile.
func tileCuts(from, end, length, overlap float64, edges [][]float64) []float64 {
	out := []float64{from}
	if end-from <= length {
		return out
	}
	step := length - overlap
	n := int(math.Ceil((end - from - overlap) / step * (1 - 1e-9)))
	for i := 1; i < n; i++ {
		most := out[i-1] + step
		needed := end - length - float64(n-1-i)*step
		at := most
		for _, of := range edges {
			if e, ok := lastEdge(of, max(most-farBack*length, needed), most); ok {
				at = e
				break
			}
		}
		out = append(out, at)
	}
	return out
}

// lastEdge is the last of some edges in a range.
func lastEdge(edges []float64, least, most float64) (last float64, ok bool) {
	for _, e := range edges {
		if e >= least-0.01 && e <= most+0.01 && (!ok || e > last) {
			last, ok = e, true
		}
	}
	return last, ok
}
