package layout

import (
	"fmt"
	"strconv"

	"throughline/canvas/geom"
)

// parsePath reads the path data of SVG 1.1, section 8.3: the commands M L H V
// C S Q A Z in both cases.
func parsePath(d string) (geom.Path, error) {
	s := &pathReader{in: d}
	for {
		s.skip()
		if s.at == len(s.in) {
			return s.p, nil
		}
		c := s.in[s.at]
		if c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' {
			s.cmd = c
			s.at++
		}
		if err := s.command(); err != nil {
			return geom.Path{}, fmt.Errorf("path at %d: %w", s.at, err)
		}
	}
}

type pathReader struct {
	in      string
	at      int
	cmd     byte
	p       geom.Path
	cur     geom.Point
	start   geom.Point
	control geom.Point // the last second control point, for S
	curved  bool
	err     error
}

func (s *pathReader) skip() {
	for s.at < len(s.in) && (s.in[s.at] == ' ' || s.in[s.at] == ',' || s.in[s.at] == '\n') {
		s.at++
	}
}

func (s *pathReader) number() float64 {
	s.skip()
	from, dot := s.at, false
	if s.at < len(s.in) && (s.in[s.at] == '-' || s.in[s.at] == '+') {
		s.at++
	}
	for s.at < len(s.in) && (s.in[s.at] >= '0' && s.in[s.at] <= '9' || s.in[s.at] == '.' && !dot) {
		dot = dot || s.in[s.at] == '.'
		s.at++
	}
	v, err := strconv.ParseFloat(s.in[from:s.at], 64)
	if err != nil && s.err == nil {
		s.err = fmt.Errorf("a number is missing")
	}
	return v
}

// flag reads one digit, which need not be parted from what follows it.
func (s *pathReader) flag() bool {
	s.skip()
	if s.at == len(s.in) {
		s.err = fmt.Errorf("a flag is missing")
		return false
	}
	s.at++
	return s.in[s.at-1] == '1'
}

// point reads a pair of numbers, relative to the current point for small
// letters.
func (s *pathReader) point() geom.Point {
	q := geom.Pt(s.number(), s.number())
	if s.cmd >= 'a' {
		q = q.Add(s.cur)
	}
	return q
}

func (s *pathReader) command() error {
	curved := false
	rel := geom.Point{}
	if s.cmd >= 'a' {
		rel = s.cur
	}
	switch s.cmd {
	case 'M', 'm':
		s.cur = s.point()
		s.start = s.cur
		s.p.MoveTo(s.cur.X, s.cur.Y)
		s.cmd-- // further pairs are lines: L or l
	case 'L', 'l':
		s.cur = s.point()
		s.p.LineTo(s.cur.X, s.cur.Y)
	case 'H', 'h':
		s.cur.X = rel.X + s.number()
		s.p.LineTo(s.cur.X, s.cur.Y)
	case 'V', 'v':
		s.cur.Y = rel.Y + s.number()
		s.p.LineTo(s.cur.X, s.cur.Y)
	case 'C', 'c', 'S', 's':
		a := s.cur
		if s.cmd == 'C' || s.cmd == 'c' {
			a = s.point()
		} else if s.curved {
			a = s.cur.Mul(2).Sub(s.control)
		}
		b, end := s.point(), s.point()
		s.p.CubicTo(a.X, a.Y, b.X, b.Y, end.X, end.Y)
		s.cur, s.control, curved = end, b, true
	case 'Q', 'q':
		a, end := s.point(), s.point()
		s.p.QuadTo(a.X, a.Y, end.X, end.Y)
		s.cur = end
	case 'A', 'a':
		rx, ry, turn := s.number(), s.number(), s.number()
		large, sweep := s.flag(), s.flag()
		s.cur = s.point()
		s.p.ArcTo(rx, ry, turn, large, sweep, s.cur.X, s.cur.Y)
	case 'Z', 'z':
		s.p.Close()
		s.cur = s.start
		s.cmd = 0
	default:
		return fmt.Errorf("unknown command %q", s.cmd)
	}
	s.curved = curved
	return s.err
}
