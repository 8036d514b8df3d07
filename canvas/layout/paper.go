package layout

import (
	"fmt"
	"math"
	"strings"

	"throughline/canvas/scene"
)

// Paper is a sheet that people print on, upright, in millimetres.
type Paper struct {
	Name string
	W, H float64
}

// Papers is every paper, the largest of the A series first.
var Papers = []Paper{
	{"A0", 841, 1189}, {"A1", 594, 841}, {"A2", 420, 594}, {"A3", 297, 420}, {"A4", 210, 297}, {"A5", 148, 210},
	{"Letter", 215.9, 279.4}, {"Legal", 215.9, 355.6}, {"Tabloid", 279.4, 431.8},
}

// PaperNamed is the paper of a name, however it is spelt: "a4", "A4".
func PaperNamed(name string) (Paper, bool) {
	for _, p := range Papers {
		if strings.EqualFold(p.Name, name) {
			return p, true
		}
	}
	return Paper{}, false
}

// The ways in which a paper lies.
const (
	Portrait  = "portrait"
	Landscape = "landscape"
)

// lying is the paper's width and height as it lies.
func (p Paper) lying(way string) (w, h float64) {
	if way == Landscape {
		return p.H, p.W
	}
	return p.W, p.H
}

// paperName is the paper that a page of w × h u is, or its size in millimetres.
func paperName(w, h float64) string {
	w, h = w*scene.Millimetres, h*scene.Millimetres
	for _, p := range Papers {
		for _, way := range []string{Landscape, Portrait} {
			if pw, ph := p.lying(way); math.Abs(w-pw) < 2 && math.Abs(h-ph) < 2 {
				return p.Name + " " + way
			}
		}
	}
	return fmt.Sprintf("%.0f × %.0f mm", w, h)
}

// pageWords says which page this is, how large, and at what scale.
func pageWords(page, pages int, size string, scale float64) string {
	return fmt.Sprintf("Page %d of %d, %s, %.0f %%", page, pages, size, scale*100)
}
