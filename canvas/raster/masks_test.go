package raster

import (
	"image"
	"testing"

	"throughline/canvas/raster/rastertest"
)

func TestMasksAreBounded(t *testing.T) {
	s := rastertest.Cards(400)
	var r Renderer
	m := image.NewRGBA(image.Rect(0, 0, 1800, 1200))
	for i := range 60 { // each zoom has masks of its own
		r.Paint(m, s, 4+float64(i)/20, 1)
		all := map[*strike]bool{}
		for _, g := range []map[strikeKey]*strike{r.masks.now, r.masks.old} {
			for _, st := range g {
				all[st] = true
			}
		}
		sum := int64(0)
		for st := range all {
			sum += st.bytes.Load()
		}
		if sum > 2*maskBytes+1<<16 {
			t.Fatalf("%d bytes of masks after %d zooms", sum, i)
		}
	}
	if len(r.masks.old) == 0 {
		t.Error("no generation has passed")
	}
}

func TestPaintingAgainAllocatesAlmostNothing(t *testing.T) {
	s := rastertest.Cards(200)
	p := painter{r: new(Renderer)}
	m := image.NewRGBA(image.Rect(0, 0, 512, 512))
	p.paint(m, s, 1, 1)
	if n := testing.AllocsPerRun(20, func() { p.paint(m, s, 1, 1) }); n > 1 {
		t.Errorf("%v allocations a tile", n)
	}
}
