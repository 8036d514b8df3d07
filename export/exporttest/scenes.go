package exporttest

import (
	"fmt"
	"math"
	"strings"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
)

// Text is the operations that draw a block of text with its top left at at.
func Text(f *text.Fonts, s string, st text.Style, width float64, wrap text.Wrap, at geom.Point, c scene.Color) []scene.Op {
	b := f.Set(s, st, width, wrap)
	var ops []scene.Op
	for i := range b.Lines {
		l := &b.Lines[i]
		for k := range l.Runs {
			r := &l.Runs[k]
			ops = append(ops, &scene.Glyphs{Run: r, At: geom.Pt(at.X+b.Left(l)+r.X, at.Y+l.Baseline), Color: c})
		}
	}
	return ops
}

// Of is a scene of one item.
func Of(w, h float64, ops ...scene.Op) *scene.Scene {
	it := scene.NewItem("all", "all", geom.Point{}, geom.Box(0, 0, w, h), ops...)
	return &scene.Scene{
		Size: geom.Pt(w, h), Ground: scene.RGB(0xFFFFFF),
		Blocks: []scene.Placed{{Block: scene.NewBlock([]scene.Item{it}), Name: "all"}},
	}
}

var (
	ink   = scene.RGB(0x1F2430)
	blue  = scene.RGB(0x2F6FDE)
	green = scene.RGB(0x1C9C6B)
	red   = scene.RGB(0xD64545)
	sand  = scene.RGB(0xF3EFE6)
)

// Smile is a symbol with holes and lines.
var Smile = func() *scene.Symbol {
	ring, mouth := geom.Circle(geom.Pt(12, 12), 9), geom.Path{}
	mouth.MoveTo(8, 14)
	mouth.QuadTo(12, 18, 16, 14)
	pen := geom.Pen{Width: 1.75, Cap: geom.RoundCap, Join: geom.RoundJoin}
	p := ring.Outline(pen, 0.01)
	p.Append(mouth.Outline(pen, 0.01))
	p.Append(geom.Circle(geom.Pt(9, 10), 1.2))
	p.Append(geom.Circle(geom.Pt(15, 10), 1.2))
	return &scene.Symbol{Name: "smile/1.75", Parts: []geom.Path{p}}
}()

// Photo is a picture that fades out to the right, or an opaque one.
func Photo(key string, w, h int, opaque bool) *scene.Image {
	im := &scene.Image{Key: key, W: w, H: h, Pix: make([]byte, 4*w*h)}
	for y := range h {
		for x := range w {
			p := im.Pix[4*(y*w+x):]
			p[0], p[1], p[2], p[3] = uint8(255*x/w), uint8(255*y/h), uint8(128+127*math.Sin(float64(x*y)/60)), 255
			if !opaque {
				p[3] = uint8(255 - 255*x/w)
			}
		}
	}
	return im
}

// Everything is a scene with every operation in it.
func Everything(f *text.Fonts) *scene.Scene {
	var ops []scene.Op
	add := func(o ...scene.Op) { ops = append(ops, o...) }
	fade := &scene.Gradient{From: geom.Pt(20, 0), To: geom.Pt(180, 60), Stops: []scene.Stop{
		{At: 0, Color: blue}, {At: 0.5, Color: sand}, {At: 0.5, Color: green}, {At: 0.9, Color: red}}}

	add(&scene.Fill{Path: geom.RoundRect(geom.Box(20, 20, 160, 60), 10), Paint: scene.Paint{Gradient: fade}})
	add(&scene.Stroke{Path: geom.RoundRect(geom.Box(20, 20, 160, 60), 10), Paint: scene.Solid(ink), Pen: geom.Pen{Width: 1.5}})
	add(&scene.Fill{Path: geom.Rectangle(geom.Box(200, 20, 60, 60)), Paint: scene.Solid(sand)})
	add(&scene.Fill{Path: geom.Circle(geom.Pt(260, 50), 25), Paint: scene.Solid(scene.Color{R: 214, G: 69, B: 69, A: 128})})
	add(&scene.Fill{Path: geom.Corners(geom.Box(300, 20, 80, 60), 20, 0, 8, 0), Paint: scene.Solid(green)})

	var curve geom.Path // feelings
	curve.MoveTo(20, 150)
	curve.CubicTo(60, 90, 100, 190, 140, 130)
	curve.CubicTo(180, 70, 220, 170, 260, 120)
	add(&scene.Stroke{Path: curve, Pen: geom.Pen{Width: 5, Cap: geom.RoundCap, Join: geom.RoundJoin}, Paint: scene.Paint{
		Gradient: &scene.Gradient{From: geom.Pt(0, 80), To: geom.Pt(0, 180), Stops: []scene.Stop{{At: 0.2, Color: green}, {At: 0.8, Color: red}}}}})
	var zigzag geom.Path
	zigzag.MoveTo(280, 160)
	zigzag.LineTo(300, 100)
	zigzag.LineTo(320, 160)
	zigzag.LineTo(326, 100)
	zigzag.LineTo(332, 160)
	add(&scene.Stroke{Path: zigzag, Paint: scene.Solid(ink), Pen: geom.Pen{Width: 4}})
	for i, d := range [][]float64{nil, {6, 4}, {0, 5}, {8, 3, 1, 3}} {
		y := 100 + 18*float64(i)
		pen := geom.Pen{Width: 2, Dash: d}
		if i == 2 {
			pen.Cap = geom.RoundCap
		}
		// not 480, where a dot would stand at the very end, which some readers leave out
		add(&scene.Stroke{Path: geom.Segment(geom.Pt(350, y), geom.Pt(482, y)), Paint: scene.Solid(blue), Pen: pen})
	}
	add(&scene.Stroke{Path: geom.Segment(geom.Pt(350, 172), geom.Pt(480, 172)), Paint: scene.Solid(ink), Pen: geom.Pen{Width: 0.01}, Least: 1})

	for i := range 5 {
		add(&scene.Use{Symbol: Smile, At: geom.Pt(400+float64(i)*18, 20), Size: 12 + float64(i)*3, Color: scene.Color{R: 47, G: 111, B: 222, A: uint8(255 - 40*i)}})
	}

	clip := geom.Circle(geom.Pt(30, 30), 28)
	add(&scene.Group{Move: geom.Transform{K: 1.5, D: geom.Pt(500, 10)}, Clip: &clip, Ops: []scene.Op{
		&scene.Fill{Path: geom.Rectangle(geom.Box(0, 0, 60, 30)), Paint: scene.Paint{Gradient: fade}},
		&scene.Fill{Path: geom.Rectangle(geom.Box(0, 30, 60, 30)), Paint: scene.Solid(blue)},
		&scene.Stroke{Path: geom.Segment(geom.Pt(0, 0), geom.Pt(60, 60)), Paint: scene.Solid(ink), Pen: geom.Pen{Width: 2, Dash: []float64{5, 5}}},
		&scene.Group{Move: geom.Transform{K: 0.5, D: geom.Pt(12, 20)}, Ops: Text(f, "clipped and small", text.Style{Weight: text.Bold, Size: 14, Line: 18}, 80, text.Greedy, geom.Pt(0, 0), sand)},
	}})
	add(scene.Detail(0, 0.5, &scene.Fill{Path: geom.Rectangle(geom.Box(0, 0, 999, 999)), Paint: scene.Solid(red)})) // only far away
	add(scene.Detail(1, 0, &scene.Fill{Path: geom.Rectangle(geom.Box(620, 20, 20, 20)), Paint: scene.Solid(green)}))

	photo := Photo("fading", 120, 80, false)
	add(&scene.Fill{Path: geom.Rectangle(geom.Box(500, 110, 180, 40)), Paint: scene.Solid(sand)})
	add(&scene.Picture{Image: photo, Rect: geom.Box(510, 115, 60, 40), R: 8})
	add(&scene.Picture{Image: photo, Rect: geom.Box(580, 115, 60, 40)})
	add(&scene.Picture{Image: Photo("solid", 30, 30, true), Rect: geom.Box(650, 115, 30, 40), R: 40})

	y := 190.0
	for w := text.Regular; w <= text.DisplayBold; w++ {
		for i, tr := range []float64{0, -0.01, 0.06} {
			st := text.Style{Weight: w, Size: 13, Line: 17, Tracking: tr}
			add(Text(f, fmt.Sprintf("AVATAR To fix 10:30 office, %d", int(w)), st, text.NoWrap, text.Greedy, geom.Pt(20+230*float64(i), y), ink)...)
		}
		y += 20
	}
	long := "Find out which model carries both kids and still fits the bike cellar – before the shop’s test-ride slots are gone."
	add(Text(f, long, text.Style{Size: 12, Line: 16}, 210, text.Greedy, geom.Pt(20, y+10), ink)...)
	add(Text(f, long, text.Style{Size: 12, Line: 16}, 210, text.Balanced, geom.Pt(250, y+10), ink)...)
	add(Text(f, strings.Join(Lines, "\n"), text.Style{Size: 12, Line: 18}, text.NoWrap, text.Greedy, geom.Pt(480, y+10), ink)...)
	add(Text(f, "Big words", text.Style{Weight: text.DisplayBold, Size: 40, Line: 48, Tracking: -0.02}, text.NoWrap, text.Greedy, geom.Pt(20, y+90), blue)...)
	add(&scene.Link{Rect: geom.Box(20, y+90, 200, 48), Target: "https://example.org/a b?x=(1)&y=é"})
	add(&scene.Link{Rect: geom.Box(0, 0, 10, 10), Target: "map:m2"}, &scene.Link{Rect: geom.Box(0, 0, 10, 10), Target: "javascript:alert(1)"})
	return Of(720, y+260, ops...)
}

// Lines is text in many scripts.
var Lines = []string{
	"Plain words, 10:30 -> 4x3 office",
	"Ελληνικά και ελεύθερα",
	"Быстрая доставка ещё сегодня",
	"Tiếng Việt được viết đúng",
	"e\u0301te\u0301 Vie\u0302\u0323t nai\u0308f",
	"مرحبا بكم في المتجر",
	"שלום עולם וחברים",
	"नमस्ते दुनिया",
	"ยินดีต้อนรับ ครับ",
	"日本語 中文 한국어",
	"👩🏽\u200d💻 👍 🇩🇪 👨\u200d👩\u200d👧\u200d👦",
	"𠮷野家 𨫎",
	"½ → × €20 № 5 “quoted” … – — ©",
	"a\u00adb zero\u200bwidth",
}

// Cards is a scene of n cards: boxes, a title, a dozen words, a tag, a symbol.
func Cards(f *text.Fonts, n int) *scene.Scene {
	title := text.Style{Weight: text.SemiBold, Size: 13, Line: 17, Tracking: -0.004}
	body, tag := text.Style{Size: 12, Line: 16}, text.Style{Weight: text.SemiBold, Size: 10, Line: 12, Tracking: 0.03}
	words := strings.Fields("find compare order bike cargo kids test ride shop price wait help chat email deliver repair plan route advice trust cellar battery slot weekend invoice partner evening question answer offer")
	word := func(i int) string { return words[(i*7919+i/31)%len(words)] }
	const columns, w, h = 100, 184, 116
	s := &scene.Scene{Ground: sand}
	s.Size = geom.Pt(float64(min(n, columns))*200+16, float64((n+columns-1)/columns)*124+16)
	for i := range n {
		var b strings.Builder
		for k := range 12 {
			b.WriteString(word(i*13+k) + " ")
		}
		box := geom.RoundRect(geom.Box(0, 0, w, h), 8)
		ops := []scene.Op{
			&scene.Fill{Path: box, Paint: scene.Solid(scene.RGB(0xFFFFFF))},
			&scene.Stroke{Path: box, Paint: scene.Solid(scene.RGB(0xD8D4CA)), Pen: geom.Pen{Width: 1}},
			&scene.Use{Symbol: Smile, At: geom.Pt(10, 10), Size: 16, Color: blue},
		}
		ops = append(ops, Text(f, fmt.Sprintf("%s %s %d", word(i), word(i+5), i), title, 130, text.Greedy, geom.Pt(32, 9), ink)...)
		ops = append(ops, Text(f, strings.TrimSpace(b.String()), body, w-20, text.Greedy, geom.Pt(10, 32), ink)...)
		ops = append(ops, &scene.Fill{Path: geom.RoundRect(geom.Box(10, 95, 60, 16), 8), Paint: scene.Solid(scene.RGB(0xE3ECFB))})
		ops = append(ops, Text(f, strings.ToUpper(word(i+9)), tag, text.NoWrap, text.Greedy, geom.Pt(16, 97), blue)...)
		at := geom.Pt(16+float64(i%columns)*200, 16+float64(i/columns)*124)
		it := scene.NewItem(fmt.Sprintf("card%d", i), "card", geom.Point{}, geom.Box(0, 0, w, h), ops...)
		s.Blocks = append(s.Blocks, scene.Placed{Block: scene.NewBlock([]scene.Item{it}), Name: it.Owner, At: at})
	}
	return s
}
