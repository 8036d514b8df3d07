package window

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
)

// Odd sizes, the other theme, and files that cannot be shown.

func TestSizesAndThemes(t *testing.T) {
	ground := groundOf(t)
	path := sample(t, filepath.Join(t.TempDir(), "bike.journey"))
	p := start(t, t.TempDir(), path)
	show := func(what string, th *layout.Theme, width, height float64) {
		t.Helper()
		p.hand("windowsize", p.id, fmt.Sprint(width), fmt.Sprint(height))
		var panels [2]float32
		do(func() { panels = theTwin.w.frame.widths(float32(width)) })
		left, right := float64(panels[leftSide]), float64(panels[rightSide])
		place := geom.Box(left, ground.Min.Y, width-left-right, height-(900-ground.H()))
		p.shows(what, model(t, inFile(t, path), th, geom.Pt(place.W(), place.H())), place, th)
	}
	show("small", &layout.Light, 400, 300)
	show("large", &layout.Light, 1920, 1080)
	show("medium", &layout.Light, 1440, 900)
	p.menu(2, "Dark")
	show("dark", &layout.Dark, 1440, 900)
	show("dark and large", &layout.Dark, 1920, 1080)
	p.key("ctrl+o")
	p.sees("a dark dialog", geom.Pt(960, 560), layout.Dark.Panel)
	p.key("Escape")

	// the theme is kept for the next time
	p.menu(0, "Quit")
	p.ended()
	p = start(t, p.home, path)
	show("dark again", &layout.Dark, 1440, 900)
}

func TestFilesThatCannotBeShown(t *testing.T) {
	ground := groundOf(t)
	folder := t.TempDir()
	damaged := filepath.Join(folder, "damaged.journey")
	b, err := os.ReadFile(sample(t, damaged))
	must(t, err)
	for i := 1000; i < len(b); i += 100 { // not the head
		b[i] ^= 0x55
	}
	must(t, os.WriteFile(damaged, b, 0o600))
	other := filepath.Join(folder, "other.journey")
	must(t, os.WriteFile(other, []byte("not a map"), 0o600))
	for _, path := range []string{filepath.Join(folder, "none.journey"), damaged, other, folder} {
		t.Run(filepath.Base(path), func(t *testing.T) {
			p := start(t, t.TempDir(), path)
			p.sees("a sentence above the start screen", geom.Pt(startSide+startPad+6, 60), layout.Light.PainBg)
			p.key("ctrl+o")
			p.seesDialog(ground)
			p.write(sample(t, filepath.Join(t.TempDir(), "good.journey")))
			p.key("Return")
			eventually(t, "a map that can be shown", func() bool { return p.title() == "good – Throughline" })
		})
	}
}
