package pdf

import "throughline/canvas/geom"

// at writes a place of the map.
func (p *painter) at(a geom.Point) { p.b = appendPoint(p.b, a) }

func appendPoint(b []byte, a geom.Point) []byte {
	b = append(appendCenti(b, centi(a.X)), ' ')
	return append(appendCenti(b, centi(a.Y)), ' ')
}

// path writes the operators that build a path (ISO 32000-1, 8.5.2).
func (p *painter) path(path *geom.Path, t geom.Transform) { p.b = appendPath(p.b, path, t) }

func appendPath(b []byte, path *geom.Path, t geom.Transform) []byte {
	if r := path.Round; r != nil && r.R == 0 {
		return appendBox(b, t.Rect(r.Rect))
	}
	var at, start geom.Point
	pts := path.Points
	for _, v := range path.Verbs {
		switch v {
		case geom.Move:
			at = t.Of(pts[0])
			start, pts = at, pts[1:]
			b = append(appendPoint(b, at), "m\n"...)
		case geom.Line:
			at = t.Of(pts[0])
			pts = pts[1:]
			b = append(appendPoint(b, at), "l\n"...)
		case geom.Quad: // there is no such operator: the same curve as a cubic
			c, end := t.Of(pts[0]), t.Of(pts[1])
			pts = pts[2:]
			b = appendPoint(b, at.Add(c.Sub(at).Mul(2.0/3)))
			b = appendPoint(b, end.Add(c.Sub(end).Mul(2.0/3)))
			b = append(appendPoint(b, end), "c\n"...)
			at = end
		case geom.Cubic:
			b = appendPoint(b, t.Of(pts[0]))
			b = appendPoint(b, t.Of(pts[1]))
			at = t.Of(pts[2])
			pts = pts[3:]
			b = append(appendPoint(b, at), "c\n"...)
		case geom.Close:
			at = start
			b = append(b, "h\n"...)
		}
	}
	return b
}

// appendBox writes a rectangle. Its far side is rounded as a place of its own,
// so boxes that touch on the map touch on paper.
func appendBox(b []byte, r geom.Rect) []byte {
	x, y := centi(r.Min.X), centi(r.Min.Y)
	for _, v := range [4]int64{x, y, centi(r.Max.X) - x, centi(r.Max.Y) - y} {
		b = append(appendCenti(b, v), ' ')
	}
	return append(b, "re\n"...)
}
