package layout

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"sync"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
)

// Icons is the program's icons by name. Any goroutine may use it.
type Icons struct {
	paths map[string]geom.Path
	names []string

	mu      sync.Mutex // guards symbols
	symbols map[iconKey]*scene.Symbol
}

type iconKey struct {
	name  string
	width float64
}

// LoadIcons reads icons from JSON: an object of names and SVG paths on a grid
// of 24, with round ends and joins and no fills.
func LoadIcons(b []byte) (*Icons, error) {
	var raw map[string]string
	if err := json.Unmarshal(b, &raw); err != nil {
		return nil, fmt.Errorf("load icons: %w", err)
	}
	ic := &Icons{paths: map[string]geom.Path{}, symbols: map[iconKey]*scene.Symbol{}}
	for name, d := range raw {
		p, err := parsePath(d)
		if err != nil {
			return nil, fmt.Errorf("load icons: %s: %w", name, err)
		}
		ic.paths[name] = p
		ic.names = append(ic.names, name)
	}
	slices.Sort(ic.names)
	return ic, nil
}

// Names is the icons' names in alphabetical order.
func (ic *Icons) Names() []string { return ic.names }

// Has reports whether there is an icon of that name.
func (ic *Icons) Has(name string) bool { _, ok := ic.paths[name]; return ok }

// Symbol is an icon drawn with lines of the given width on its grid of 24;
// nil when there is no icon of that name. The same arguments give the same
// symbol.
func (ic *Icons) Symbol(name string, width float64) *scene.Symbol {
	p, ok := ic.paths[name]
	if !ok {
		return nil
	}
	return ic.symbol(iconKey{name, width}, func() []geom.Path { return lines(p, width, geom.Point{}) })
}

// lines is the strokes of a path, each as an area of its own, moved by d.
func lines(p geom.Path, width float64, d geom.Point) []geom.Path {
	var out []geom.Path
	for _, sub := range p.Subpaths() {
		o := sub.Outline(geom.Pen{Width: width, Cap: geom.RoundCap, Join: geom.RoundJoin}, 0.01)
		out = append(out, o.Transformed(geom.Transform{K: 1, D: d}))
	}
	return out
}

func (ic *Icons) symbol(k iconKey, parts func() []geom.Path) *scene.Symbol {
	ic.mu.Lock()
	defer ic.mu.Unlock()
	s := ic.symbols[k]
	if s == nil {
		s = &scene.Symbol{Name: k.name + "/" + strconv.FormatFloat(k.width, 'g', -1, 64), Parts: parts()}
		ic.symbols[k] = s
	}
	return s
}

// iconWidth is the width of an icon's lines, on its grid, when it is drawn at
// the given size.
func iconWidth(size float64) float64 {
	switch {
	case size <= 12:
		return 2.2
	case size <= 14:
		return 2
	case size <= 18:
		return 1.75
	}
	return 1.6
}

// use draws an icon with its top left at (x, y); an unknown name draws nothing.
func (ic *Icons) use(name string, x, y, size float64, c scene.Color) []scene.Op {
	s := ic.Symbol(name, iconWidth(size))
	if s == nil {
		return nil
	}
	return []scene.Op{&scene.Use{Symbol: s, At: geom.Pt(x, y), Size: size, Color: c}}
}

// SVG is an icon as an SVG document, for what is drawn beside the map: its lines
// as areas, for Fyne draws lines of an SVG equally thick at every size. It is ""
// when there is no icon of that name.
func (ic *Icons) SVG(name string, c scene.Color, alpha float64) string {
	width := iconWidth(16)
	if p := ic.paths[name]; dotted(p) {
		width *= dotShare
	}
	s := ic.Symbol(name, width)
	if s == nil {
		return ""
	}
	return svgDocument(svgAreas(s.Parts, c, alpha))
}

// dotShare is how much larger dots are than lines are wide; smaller ones are lost
// in a small icon.
const dotShare = 1.5

// dotted reports whether an icon is nothing but dots.
func dotted(p geom.Path) bool {
	for _, sub := range p.Subpaths() {
		if b := sub.Bounds(); b.W() > 0.1 || b.H() > 0.1 {
			return false
		}
	}
	return true
}

// svgDocument is a document of a grid of 24.
func svgDocument(content string) string {
	return `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">` + content + `</svg>`
}

// svgAreas is areas of one colour, as one path.
func svgAreas(areas []geom.Path, c scene.Color, alpha float64) string {
	var b []byte
	for _, p := range areas {
		for _, line := range p.Flatten(0.01) {
			for i, at := range line.Points {
				b = append(b, "ML"[min(i, 1)])
				b = strconv.AppendFloat(b, at.X, 'f', 2, 64)
				b = append(b, ' ')
				b = strconv.AppendFloat(b, at.Y, 'f', 2, 64)
			}
			b = append(b, 'Z')
		}
	}
	return fmt.Sprintf(`<path d="%s" fill="%s" fill-opacity="%.2f"/>`, b, c, alpha)
}

// faceLines are the eyes and mouths of the feelings, −2 to +2, around (0, 0)
// in a circle of radius 10.
var faceLines = [5]struct {
	mouth string
	fill  string // runs clockwise on a screen, as the outlines of strokes do
}{
	{mouth: "M-4.2 4.6Q0 .6 4.2 4.6"}, {mouth: "M-3.8 4Q0 2 3.8 4"}, {mouth: "M-3.6 3.2L3.6 3.2"},
	{mouth: "M-4 2.4Q0 5.4 4 2.4"}, {mouth: "M-4.6 1.6Q0 8 4.6 1.6Z", fill: "M4.6 1.6Q0 8 -4.6 1.6Z"},
}

const faceEyes = "M-3.4 -2.6V-1.8M3.4 -2.6V-1.8"

// FaceSVG is the face of a feeling, 0 to 4, as an SVG document, for what is drawn
// beside the map.
func FaceSVG(feeling int, t *Theme) string {
	return svgDocument(fmt.Sprintf(`<circle cx="12" cy="12" r="11" fill="%s"/>`, t.Feelings[feeling]) + svgAreas(faceParts(feeling), t.OnFeel, 1))
}

// faceParts is the eyes and the mouth of a feeling, 0 to 4, as areas on a grid of
// 24.
func faceParts(feeling int) []geom.Path {
	center := geom.Pt(scene.Grid/2, scene.Grid/2)
	l := faceLines[feeling]
	parts := append(lines(mustPath(faceEyes), 2.1, center), lines(mustPath(l.mouth), 1.7, center)...)
	if l.fill != "" {
		p := mustPath(l.fill)
		parts = append(parts, p.Transformed(geom.Transform{K: 1, D: center}))
	}
	return parts
}

// face draws the face of a feeling, 0 to 4, in a circle around c.
func (f *frame) face(feeling int, c geom.Point, r float64) []scene.Op {
	s := f.Icons.symbol(iconKey{name: "face" + strconv.Itoa(feeling)}, func() []geom.Path { return faceParts(feeling) })
	size := r / 10 * scene.Grid
	return []scene.Op{
		&scene.Fill{Path: geom.Circle(c, r), Paint: scene.Solid(f.Theme.Feelings[feeling])},
		&scene.Use{Symbol: s, At: geom.Pt(c.X-size/2, c.Y-size/2), Size: size, Color: f.Theme.OnFeel},
	}
}

func mustPath(d string) geom.Path {
	p, err := parsePath(d)
	if err != nil {
		panic(err)
	}
	return p
}
