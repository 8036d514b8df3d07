package editor_test

import (
	"testing"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/editor"
	"throughline/journey"
)

// A move of the pointer with nothing in the hand, from card to cell to edge.
func BenchmarkHover(b *testing.B) {
	atSizes(b, func(b *testing.B, e *editor.Editor) {
		c := firstCard(e, "lane3")
		e.Reveal(c.ID)
		at := inside(e, c)
		i := 0
		for b.Loop() {
			i++
			e.Event(input.Event{Kind: input.Move, At: at.Add(geom.Pt(float64(i%9)*70, float64(i%7)*40))})
			frame = e.Frame()
		}
	})
}

// A move of 50 dragged cards, every second one to other cells.
func BenchmarkDragFifty(b *testing.B) {
	atSizes(b, func(b *testing.B, e *editor.Editor) {
		p := e.Doc.Project()
		ids := []journey.ID{firstCard(e, "lane3").ID}
		for _, s := range p.Stages("map")[:2] {
			for _, l := range []journey.ID{"lane3", "lane5", "lane8", "lane10"} {
				for _, c := range p.StageCards(l, s.ID) {
					if len(ids) < 51 {
						ids = append(ids, c.ID)
					}
				}
			}
		}
		e.Select(ids[1:]...)
		at := lift(b, e)
		if n := len(e.Selection()); n < 26 {
			b.Fatalf("%d cards are selected", n)
		}
		i := 0
		for b.Loop() {
			i++
			e.Event(input.Event{Kind: input.Move, At: at.Add(geom.Pt(float64(i%2)*200, float64(i%7))), Button: input.Left})
			frame = e.Frame()
		}
	})
}

// A move of a box that touches much of what is in sight.
func BenchmarkMarquee(b *testing.B) {
	atSizes(b, func(b *testing.B, e *editor.Editor) {
		e.ZoomTo(0.25)
		e.Event(input.Event{Kind: input.Press, At: geom.Pt(60, 60).Add(e.Frame().Panes[0].Rect.Min), Button: input.Left, Clicks: 1})
		i := 0
		for b.Loop() {
			i++
			e.Event(input.Event{Kind: input.Move, At: geom.Pt(700+float64(i%200), 400+float64(i%100)), Button: input.Left})
			frame = e.Frame()
		}
	})
}

// A move of a point of the curve.
func BenchmarkDragPoint(b *testing.B) {
	atSizes(b, func(b *testing.B, e *editor.Editor) {
		c := firstCard(e, "lane4")
		e.Reveal(c.ID)
		at := inside(e, c)
		e.Event(input.Event{Kind: input.Press, At: at, Button: input.Left, Clicks: 1})
		i := 0
		for b.Loop() {
			i++
			e.Event(input.Event{Kind: input.Move, At: at.Add(geom.Pt(0, float64(i%80)-40)), Button: input.Left})
			frame = e.Frame()
		}
	})
}

// A move of the edge of a lane, of a column and of the lane names.
func BenchmarkResize(b *testing.B) {
	for name, from := range map[string]func(*editor.Editor) geom.Point{
		"lane": func(e *editor.Editor) geom.Point {
			r := e.Sheet().Rows[0]
			return geom.Pt(60, r.Y+r.H).Add(geom.Pt(0, e.Frame().Panes[2].Rect.Min.Y))
		},
		"column": func(e *editor.Editor) geom.Point {
			c := e.Sheet().Columns[0]
			return geom.Pt(c.W, e.Sheet().StepsY+3).Add(geom.Pt(e.Frame().Panes[1].Rect.Min.X, 0))
		},
		"headers": func(e *editor.Editor) geom.Point { return geom.Pt(e.Frame().Panes[0].Rect.Min.X-2, 20) },
	} {
		b.Run(name, func(b *testing.B) {
			atSizes(b, func(b *testing.B, e *editor.Editor) {
				e.SetCamera(editor.Camera{Zoom: 0.5})
				at := from(e)
				if name != "headers" {
					e.SetCamera(editor.Camera{Zoom: 1})
					at = from(e)
				}
				e.Event(input.Event{Kind: input.Move, At: at})
				e.Event(input.Event{Kind: input.Press, At: at, Button: input.Left, Clicks: 1})
				i := 0
				for b.Loop() {
					i++
					e.Event(input.Event{Kind: input.Move, At: at.Add(geom.Pt(float64(5+i%60), float64(5+i%60))), Button: input.Left})
					frame = e.Frame()
				}
				if frame.Hint == nil {
					b.Fatal("nothing is resized")
				}
			})
		})
	}
}
