package layout

import (
	"strings"
	"testing"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
)

// An icon beside the map is areas and no lines: Fyne draws a line of an SVG as
// thick in a small picture as in a large one.
func TestIconsBesideTheMapAreAreas(t *testing.T) {
	ic, err := LoadIcons([]byte(`{"minus": "M4 12H20"}`))
	if err != nil {
		t.Fatal(err)
	}
	svg := ic.SVG("minus", scene.RGB(0x112233), 0.5)
	if !strings.Contains(svg, `fill="#112233" fill-opacity="0.50"`) || strings.Contains(svg, "stroke") {
		t.Errorf("an icon is %s", svg)
	}
	_, d, _ := strings.Cut(svg, ` d="`)
	d, _, _ = strings.Cut(d, `"`)
	p, err := parsePath(d)
	if err != nil {
		t.Fatal(err)
	}
	want := geom.Box(4-0.875, 12-0.875, 16+1.75, 1.75)
	if b := p.Bounds(); max(b.Min.Sub(want.Min).Len(), b.Max.Sub(want.Max).Len()) > 0.03 {
		t.Errorf("a line from 4 to 20 is an area of %v, not %v", b, want)
	}
	if ic.SVG("no such", scene.RGB(0), 1) != "" {
		t.Error("there is an icon of any name")
	}
	for i := range FeelingNames {
		if s := FaceSVG(i, &Light); strings.Contains(s, "stroke") || strings.Count(s, "<path") != 1 {
			t.Errorf("the face of %s is %s", FeelingNames[i], s)
		}
	}
}
