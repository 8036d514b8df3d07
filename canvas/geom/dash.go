package geom

// dashed reports whether the pen's pattern cuts lines up at all. A pattern
// with a length below zero, or of no length, is a solid line.
func (p Pen) dashed() bool {
	total := 0.0
	for _, d := range p.Dash {
		if !(d >= 0) {
			return false
		}
		total += d
	}
	return total > 0
}

// dash fills f with the pieces into which a pattern cuts lines. Every line
// begins the pattern anew; an odd pattern is used twice, as in SVG and PDF.
func (f *Flat) dash(lines *Flat, pattern []float64) {
	f.Reset()
	for i := range lines.Ends {
		pts, closed := lines.Line(i)
		if len(pts) == 1 || tooMany(pts, pattern) {
			f.Points = append(f.Points, pts...)
			f.end(closed)
			continue
		}
		d := dasher{f, pattern, 0, pattern[0]}
		f.Points = append(f.Points, pts[0])
		for k := 1; k < len(pts); k++ {
			d.line(pts[k-1], pts[k])
		}
		if closed {
			d.line(pts[len(pts)-1], pts[0])
		}
		if d.on() && len(f.Points)-f.begin() > 1 {
			f.end(false)
		}
		f.Points = f.Points[:f.begin()]
	}
}

// maxDashes is how many times a pattern may stand on one line; a finer one is
// drawn as a solid line, which is what a person would see.
const maxDashes = 100_000

func tooMany(pts []Point, pattern []float64) bool {
	length, period := 0.0, 0.0
	for i := 1; i < len(pts); i++ {
		length += pts[i].Sub(pts[i-1]).Len()
	}
	for _, d := range pattern {
		period += d
	}
	return !(length < maxDashes*period)
}

// dasher is the state of a pattern along a line.
type dasher struct {
	out     *Flat
	pattern []float64
	i       int     // pieces begun
	left    float64 // of the piece under way
}

func (d *dasher) on() bool { return d.i%2 == 0 }

// line goes on from a to b. Of a gap only the last point is kept.
func (d *dasher) line(a, b Point) {
	length := b.Sub(a).Len()
	done := 0.0
	for length-done > d.left {
		done += d.left
		at := a.Add(b.Sub(a).Mul(done / length))
		if d.on() {
			d.out.Points = append(d.out.Points, at)
			d.out.end(false)
		}
		d.out.Points = append(d.out.Points[:d.out.begin()], at)
		d.i++
		d.left = d.pattern[d.i%len(d.pattern)]
	}
	d.left -= length - done
	if d.on() {
		d.out.Points = append(d.out.Points, b)
	}
}
