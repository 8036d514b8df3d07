// Package rastertest has drawings for the tests and benchmarks of what paints
// scenes. No program may import it.
package rastertest

import (
	"fmt"
	"io/fs"
	"sync"

	"throughline/assets"
	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
)

// Fonts is the program's fonts.
var Fonts = sync.OnceValue(func() *text.Fonts {
	dir, err := fs.Sub(assets.Fonts, "fonts")
	if err != nil {
		panic(err)
	}
	f, err := text.Load(dir)
	if err != nil {
		panic(err)
	}
	return f
})

// The places of Cards: columns and the cards in them.
const (
	ColumnWidth, CardHeight = 224, 120
	perColumn               = 100
	gap                     = 12
)

var (
	title = text.Style{Weight: text.Bold, Size: 13, Line: 16, Tracking: -0.004}
	body  = text.Style{Weight: text.Regular, Size: 12, Line: 16}
	words = []string{
		"Searches for a plan", "Compares prices and waits for the weekend to talk it over", "Office AVATAR To. fi",
		"Feels unsure; asks why the offer ends on Friday", "“Where is my order?”", "Calls the shop",
		"Reads what others wrote about the cellar, the ramp and the battery", "Self-service portal",
	}
	ground, ink, ink2 = scene.RGB(0xF4F3EF), scene.RGB(0x22252B), scene.RGB(0x5A606B)
	card, hair, tint  = scene.RGB(0xFFFFFF), scene.RGB(0xDDDAD2), scene.RGB(0xE2EDF7)
	hue               = scene.RGB(0x2B6CB0)
)

// Lens is a symbol of round lines: a magnifying glass.
var Lens = sync.OnceValue(func() *scene.Symbol {
	c := geom.Circle(geom.Pt(10.5, 10.5), 6.5)
	s := geom.Segment(geom.Pt(15.3, 15.3), geom.Pt(20.5, 20.5))
	c.Append(s)
	return &scene.Symbol{Name: "lens", Parts: []geom.Path{c.Outline(geom.Pen{Width: 1.75, Cap: geom.RoundCap, Join: geom.RoundJoin}, 0.01)}}
})

// Cards is a map of n cards, two to a block: each a box with an edge, a chip
// with a symbol, a bold title and two or three lines of text, with less of it
// the further one is away.
func Cards(n int) *scene.Scene {
	columns := (n + perColumn - 1) / perColumn
	rows := min(n, perColumn)
	s := &scene.Scene{
		Size:   geom.Pt(float64(columns*ColumnWidth+gap), float64(rows*(CardHeight+gap)+gap)),
		Ground: ground,
	}
	var lines []scene.Op
	for c := range columns {
		x := float64(c*ColumnWidth) + 6
		lines = append(lines, &scene.Stroke{Path: geom.Segment(geom.Pt(x, 0), geom.Pt(x, s.Size.Y)), Paint: scene.Solid(hair), Pen: geom.Pen{Width: 1}, Least: 1})
	}
	grid := scene.NewBlock([]scene.Item{scene.NewItem("", "grid", geom.Point{}, geom.Rect{Max: s.Size}, lines...)})
	s.Blocks = append(s.Blocks, scene.Placed{Block: grid, Name: "grid"})
	for i := 0; i < n; i += 2 {
		var items []scene.Item
		for k := i; k < min(i+2, n); k++ {
			items = append(items, Card(k, geom.Pt(0, float64(k-i)*(CardHeight+gap))))
		}
		at := geom.Pt(float64(i/perColumn*ColumnWidth+gap), float64(i%perColumn*(CardHeight+gap)+gap))
		s.Blocks = append(s.Blocks, scene.Placed{Block: scene.NewBlock(items), Name: fmt.Sprint(i), At: at})
	}
	return s
}

// Card is one of the cards.
func Card(i int, at geom.Point) scene.Item {
	r := geom.Box(0, 0, ColumnWidth-gap, CardHeight)
	box := func(fill, edge scene.Color) []scene.Op {
		return []scene.Op{
			&scene.Fill{Path: geom.RoundRect(r, 8), Paint: scene.Solid(fill)},
			&scene.Stroke{Path: geom.RoundRect(r.Grow(-0.5), 7.5), Paint: scene.Solid(edge), Pen: geom.Pen{Width: 1}, Least: 1},
		}
	}
	ops := []scene.Op{
		scene.Detail(0.5, 0, box(card, hair)...),
		scene.Detail(0.25, 0.5, box(tint, hair)...),
		scene.Detail(0, 0.25, &scene.Fill{Path: geom.RoundRect(r, 8), Paint: scene.Solid(hue)}),
		scene.Detail(0.5, 0,
			&scene.Fill{Path: geom.RoundRect(geom.Box(8, 10, 28, 28), 8), Paint: scene.Solid(tint)},
			&scene.Use{Symbol: Lens(), At: geom.Pt(14, 16), Size: 16, Color: hue}),
		scene.Detail(0.25, 0.5, &scene.Use{Symbol: Lens(), At: geom.Pt(90, 44), Size: 32, Color: hue}),
	}
	y := 10.0
	for k, st := range []text.Style{title, body} {
		b := Fonts().Set(words[(i*3+k*5)%len(words)]+[]string{"", " " + words[i%len(words)]}[k], st, 160, text.Greedy)
		ops = append(ops, scene.Detail([]float64{0.615, 0.75}[k], 0, Letters(b, geom.Pt(44, y), []scene.Color{ink, ink2}[k])...))
		y += b.Height + 2
	}
	return scene.NewItem(fmt.Sprint("card", i), "card", at, r, ops...)
}

// Letters is a block of text with its top left at at.
func Letters(b *text.Block, at geom.Point, c scene.Color) []scene.Op {
	var ops []scene.Op
	for i := range b.Lines {
		l := &b.Lines[i]
		for k := range l.Runs {
			ops = append(ops, &scene.Glyphs{Run: &l.Runs[k], At: at.Add(geom.Pt(b.Left(l)+l.Runs[k].X, l.Baseline)), Color: c})
		}
	}
	return ops
}
