package pdf

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/export/number"
)

// Glyphs draws a run. What one code of an embedded font can say is real text;
// all else is drawn as shapes, with invisible text in their place for those who
// search, copy or listen.
func (p *painter) Glyphs(r *text.Run, at geom.Point, k float64, c scene.Color) {
	size := r.Size * k
	if p.err != nil || len(r.Glyphs) == 0 || !(size > 0) || !finite(size) {
		return
	}
	f := p.face(r.Face)
	l := typeLine{r: r, f: f, at: at, size: size, unit: size / r.Face.Upem}
	all := p.plain.spell(f, r)
	l.tracking = p.plain.tracking(r)
	single := lonely(r.Text)
	if single || l.tracking > wideTracking || l.tracking < -narrowTracking {
		clear(p.plain)
		all = false
	}
	p.hear(r, at, k, !all || r.RTL) // what is real text stands in the order in which it is seen
	if c.A == 0 {
		p.invisible(&l, p.clusters(r, single))
		return
	}
	if all {
		p.fillColor(c)
		p.real(&l, 0, len(r.Glyphs))
		return
	}
	p.mixed(&l, p.clusters(r, single), c)
}

// typeLine is a run on its way to the page.
type typeLine struct {
	r          *text.Run
	f          *face
	at         geom.Point
	size, unit float64 // u of the em and of a font unit
	tracking   float64 // thousandths of an em
}

// Between these, in thousandths of an em, a run is written as text. Readers end
// a word at a gap of a tenth of an em, and see none in a space that has shrunk
// to less than that.
const wideTracking, narrowTracking = 80, 40

// mixed draws a run of which some clusters cannot be real text.
func (p *painter) mixed(l *typeLine, clusters []text.Cluster, c scene.Color) {
	p.shapes(l, c)
	for i := 0; i < len(clusters); {
		j := i + 1
		for j < len(clusters) && p.isPlain(clusters[j]) == p.isPlain(clusters[i]) {
			j++
		}
		if p.isPlain(clusters[i]) {
			p.fillColor(c)
			p.real(l, clusters[i].First, clusters[j-1].Last)
		} else {
			p.invisible(l, clusters[i:j])
		}
		i = j
	}
}

func (p *painter) isPlain(c text.Cluster) bool { return p.plain[c.First] != nil }

// real writes glyphs from first on and before last as text, each where the
// shaper put it (ISO 32000-1, 9.4.3).
func (p *painter) real(l *typeLine, first, last int) {
	glyphs := l.r.Glyphs
	p.moveText(l.at.X+float64(glyphs[first].X)*l.unit, l.at.Y)
	p.setType(l.f.n, l.size)
	p.setMode(0)
	p.setStretch(100_00)
	spacing := p.setSpacing(l.tracking / 1000 * l.size)
	em := 1000 / l.r.Face.Upem
	spacing *= 1000 / l.size
	// Half a hundredth of a point is all that a glyph may be off by.
	slack := min(1, max(0.05, 5/(l.size*p.page.k)))
	decimals, step := 0, 1.0
	if slack < 0.5 {
		decimals, step = 1, 10
	}
	b := append(p.b, "[<"...)
	pen, start := 0.0, float64(glyphs[first].X)
	for i := first; i < last; i++ {
		if drift := pen - (float64(glyphs[i].X)-start)*em; drift > slack || drift < -slack {
			n := number.Round(drift * step)
			b = append(number.AppendScaled(append(b, '>'), n, decimals), '<')
			pen -= float64(n) / step
		}
		e := p.plain[i]
		e.used = true
		b = appendHex4(b, e.code)
		pen += float64(e.width) + spacing
	}
	p.b = append(b, ">]TJ\n"...)
}
