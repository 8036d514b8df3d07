package scene

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"throughline/canvas/geom"
)

// Dump writes the scene as text: what the golden files of layout hold.
// Lengths have two decimals.
func (s *Scene) Dump(w io.Writer) error {
	d := dumper{w: bufio.NewWriter(w)}
	d.line(0, "scene %s ground %s", pt(s.Size), s.Ground)
	for i := range s.Blocks {
		b := &s.Blocks[i]
		d.line(0, "block %s at %s", b.Name, pt(b.At))
		for k := range b.Items {
			it := &b.Items[k]
			d.line(1, "item %s/%s at %s box %s", it.Owner, it.Part, pt(it.At), rect(it.Box))
			if it.Alt != "" {
				d.line(2, "alt %q", it.Alt)
			}
			for _, f := range it.Fields {
				d.line(2, "field %s at %s width %.2f", f.Part, pt(f.At), f.Width)
			}
			d.ops(2, it.Ops)
		}
	}
	return d.w.Flush()
}

type dumper struct{ w *bufio.Writer }

func (d *dumper) line(depth int, format string, a ...any) {
	fmt.Fprintf(d.w, "%s%s\n", strings.Repeat(" ", depth), fmt.Sprintf(format, a...))
}

func (d *dumper) ops(depth int, ops []Op) {
	for _, o := range ops {
		switch o := o.(type) {
		case *Fill:
			d.line(depth, "fill %s %s", paint(o.Paint), path(&o.Path))
		case *Stroke:
			d.line(depth, "stroke %s width %.2f%s least %.0f %s", paint(o.Paint), o.Pen.Width, dash(o.Pen.Dash), o.Least, path(&o.Path))
		case *Glyphs:
			d.line(depth, "text %s %s %.2f %.2f wide at %s %q", o.Color, o.Run.Face.Name, o.Run.Size, o.Run.Width, pt(o.At), o.Run.Text)
		case *Use:
			d.line(depth, "use %s %s size %.2f at %s", o.Symbol.Name, o.Color, o.Size, pt(o.At))
		case *Picture:
			d.line(depth, "picture %.12s %s radius %.2f %q", o.Image.Key, rect(o.Rect), o.R, o.Alt)
		case *Link:
			d.line(depth, "link %s %q", rect(o.Rect), o.Target)
		case *Group:
			d.line(depth, "group ×%.2f %s zoom %.2f to %.2f", o.Move.K, pt(o.Move.D), o.From, o.To)
			if o.Clip != nil {
				d.line(depth+1, "clip %s", path(o.Clip))
			}
			d.ops(depth+1, o.Ops)
		}
	}
}

// String is the colour as #RRGGBB, with alpha where it is not opaque.
func (c Color) String() string {
	if c.A == 255 {
		return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B)
	}
	return fmt.Sprintf("#%02X%02X%02X%02X", c.R, c.G, c.B, c.A)
}

func pt(p geom.Point) string  { return fmt.Sprintf("%.2f,%.2f", p.X, p.Y) }
func rect(r geom.Rect) string { return pt(r.Min) + "–" + pt(r.Max) }

func dash(d []float64) string {
	if len(d) == 0 {
		return ""
	}
	return fmt.Sprintf(" dash %.2f", d)
}

func paint(p Paint) string {
	if p.Gradient == nil {
		return p.Color.String()
	}
	var b strings.Builder
	fmt.Fprintf(&b, "gradient %s–%s", pt(p.Gradient.From), pt(p.Gradient.To))
	for _, s := range p.Gradient.Stops {
		fmt.Fprintf(&b, " %.2f %s", s.At, s.Color)
	}
	return b.String()
}

func path(p *geom.Path) string {
	if p.Round != nil {
		return fmt.Sprintf("box %s radius %.2f", rect(p.Round.Rect), p.Round.R)
	}
	var b strings.Builder
	i := 0
	for _, v := range p.Verbs {
		n := []int{1, 1, 2, 3, 0}[v]
		b.WriteByte("MLQCZ"[v])
		for k := range n {
			if k > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(pt(p.Points[i+k]))
		}
		i += n
	}
	return b.String()
}
