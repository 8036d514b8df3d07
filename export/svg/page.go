package svg

import (
	"errors"
	"math"
	"strings"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
)

var errNoSize = errors.New("the scene has no size")

// open begins the drawing: its size in millimetres, its box in map units, what
// it is called and its ground.
func (p *painter) open(s *scene.Scene, o Options) error {
	w, h := s.Size.X, s.Size.Y
	if !(w > 0 && h > 0) || math.IsInf(w, 0) || math.IsInf(h, 0) {
		return errNoSize
	}
	mm := scene.Millimetres
	if o.Scale > 0 {
		mm *= o.Scale
	}
	p.put(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1"`)
	p.put(` width="`).num(w*mm, 4).put(`mm" height="`).num(h*mm, 4).put(`mm" viewBox="0 0 `).num(w, 2).put(" ").num(h, 2).put(`"`)
	if o.Lang != "" {
		p.attr("xml:lang", o.Lang).attr("lang", o.Lang)
	}
	// A drawing whose role is "img" is one picture to those who listen, and
	// nothing in it can be reached. A document of graphics can be walked.
	p.put(` role="graphics-document document"`)
	var names []string
	if o.Title != "" {
		names = append(names, p.prefix+"title")
	}
	if o.Desc != "" {
		names = append(names, p.prefix+"desc")
	}
	if len(names) > 0 {
		p.attr("aria-labelledby", strings.Join(names, " "))
	}
	p.put(">\n")
	if o.Title != "" {
		p.put("<title").attr("id", p.prefix+"title").put(">").text(o.Title).put("</title>\n")
	}
	if o.Desc != "" {
		p.put("<desc").attr("id", p.prefix+"desc").put(">").text(o.Desc).put("</desc>\n")
	}
	if s.Ground.A > 0 {
		all := geom.Rectangle(geom.Rect{Max: s.Size})
		p.Fill(&all, geom.Identity, scene.Solid(s.Ground))
	}
	return nil
}
