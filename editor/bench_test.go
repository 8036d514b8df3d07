package editor_test

import (
	"fmt"
	"testing"
	"time"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/editor"
	"throughline/journey"
	"throughline/journey/journeytest"
)

// large is an editor of a generated map in a view of 1440 × 900, without a
// file: what a file costs, its own package measures.
func large(b *testing.B, n int) *editor.Editor {
	p := turned(b, journeytest.Generate(n))
	d := editor.Open(p, nil, newMemory(p), journey.CountedIDs("x"), time.Now)
	e := editor.New(d, options(b))
	e.Resize(geom.Pt(1440, 900))
	return e
}

func atSizes(b *testing.B, f func(b *testing.B, e *editor.Editor)) {
	for _, n := range []int{100, 1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			e := large(b, n)
			b.ReportAllocs()
			f(b, e)
			if err := e.Err(); err != nil {
				b.Fatal(err)
			}
		})
	}
}

// inside is the middle of a card in the view, when it is in sight.
func inside(e *editor.Editor, c journey.Card) geom.Point {
	f := e.Frame().Panes[0]
	it, at, _ := f.Scene.Find(string(c.ID), layout.CardPart)
	return it.Box.Add(at).Center().Sub(f.At).Mul(f.Zoom).Add(f.Rect.Min)
}

func firstCard(e *editor.Editor, lane journey.ID) journey.Card {
	return e.Doc.Project().StageCards(lane, "stage1")[0]
}

var frame input.Frame // what the benchmarks ask for

// A keystroke in a card's title, until there is a frame to show.
func BenchmarkKeystroke(b *testing.B) {
	atSizes(b, func(b *testing.B, e *editor.Editor) {
		c := firstCard(e, "lane3")
		e.Reveal(c.ID)
		now := time.Now()
		e.Event(input.Event{Kind: input.Press, At: inside(e, c), Button: input.Left, Clicks: 2, Now: now})
		if !e.Typing() {
			b.Fatal("a double click does not type")
		}
		i := 0
		for b.Loop() {
			if i++; i%8 != 0 {
				e.Event(input.Event{Kind: input.Text, Text: string(rune('a' + i%26)), Now: now})
			} else {
				for range 7 {
					b.StopTimer()
					e.Event(input.Event{Kind: input.KeyDown, Key: input.KeyBackspace, Now: now})
					b.StartTimer()
				}
			}
			frame = e.Frame()
		}
	})
}

// lift begins to drag what is selected, or one card.
func lift(b *testing.B, e *editor.Editor) geom.Point {
	c := firstCard(e, "lane3")
	e.Reveal(c.ID)
	at := inside(e, c)
	e.Event(input.Event{Kind: input.Press, At: at, Button: input.Left, Clicks: 1})
	e.Event(input.Event{Kind: input.Move, At: at.Add(geom.Pt(9, 9)), Button: input.Left})
	if !e.Frame().Busy {
		b.Fatal("a drag does not begin")
	}
	return at
}

// A move of a dragged card: every second one into another cell, where a slot
// opens.
func BenchmarkDragMove(b *testing.B) {
	atSizes(b, func(b *testing.B, e *editor.Editor) {
		at := lift(b, e)
		i := 0
		for b.Loop() {
			i++
			e.Event(input.Event{Kind: input.Move, At: at.Add(geom.Pt(float64(i%2)*200, float64(i%7))), Button: input.Left})
			frame = e.Frame()
		}
	})
}

func BenchmarkDragEverything(b *testing.B) {
	atSizes(b, func(b *testing.B, e *editor.Editor) {
		e.Run(input.Chord{Mods: input.Ctrl, Key: "A"})
		at := lift(b, e)
		i := 0
		for b.Loop() {
			i++
			e.Event(input.Event{Kind: input.Move, At: at.Add(geom.Pt(float64(i%2)*200, float64(i%7))), Button: input.Left})
			frame = e.Frame()
		}
	})
}

func BenchmarkPan(b *testing.B) {
	atSizes(b, func(b *testing.B, e *editor.Editor) {
		at := geom.Pt(700, 500)
		e.Event(input.Event{Kind: input.Press, At: at, Button: input.Middle, Clicks: 1})
		i := 0
		for b.Loop() {
			i++
			e.Event(input.Event{Kind: input.Move, At: at.Add(geom.Pt(float64(i%200), float64(i%50))), Button: input.Middle})
			frame = e.Frame()
		}
	})
}

// A frame of a still view in which everything is selected.
func BenchmarkFrameOfAllSelected(b *testing.B) {
	for _, fit := range []bool{false, true} {
		b.Run(fmt.Sprintf("fit=%v", fit), func(b *testing.B) {
			atSizes(b, func(b *testing.B, e *editor.Editor) {
				e.Run(input.Chord{Mods: input.Ctrl, Key: "A"})
				if fit {
					e.Fit()
				}
				for b.Loop() {
					frame = e.Frame()
				}
				b.ReportMetric(float64(len(frame.Marks)), "marks")
			})
		})
	}
}

func BenchmarkSelectAll(b *testing.B) {
	atSizes(b, func(b *testing.B, e *editor.Editor) {
		for b.Loop() {
			e.Run(input.Chord{Mods: input.Ctrl, Key: "A"})
			frame = e.Frame()
			e.Select()
		}
	})
}

func BenchmarkDeleteAndUndo(b *testing.B) {
	atSizes(b, func(b *testing.B, e *editor.Editor) {
		c := firstCard(e, "lane3")
		for b.Loop() {
			e.Select(c.ID)
			e.Run(input.Chord{Key: input.KeyDelete})
			frame = e.Frame()
			e.Run(input.Chord{Mods: input.Ctrl, Key: "Z"})
			frame = e.Frame()
		}
	})
}

func BenchmarkDeleteAllAndUndo(b *testing.B) {
	atSizes(b, func(b *testing.B, e *editor.Editor) {
		for b.Loop() {
			e.Run(input.Chord{Mods: input.Ctrl, Key: "A"})
			e.Run(input.Chord{Key: input.KeyDelete})
			frame = e.Frame()
			e.Run(input.Chord{Mods: input.Ctrl, Key: "Z"})
			frame = e.Frame()
		}
	})
}

// A step of the focus, there and back, until there is a frame to show.
func BenchmarkWalk(b *testing.B) {
	atSizes(b, func(b *testing.B, e *editor.Editor) {
		c := firstCard(e, "lane3")
		e.Select(c.ID)
		keys := []input.Key{input.KeyRight, input.KeyArrowDown, input.KeyLeft, input.KeyArrowUp}
		i := 0
		for b.Loop() {
			e.Event(input.Event{Kind: input.KeyDown, Key: keys[i%len(keys)]})
			frame = e.Frame()
			i++
		}
	})
}

// Copying all cards and pasting them beside themselves.
func BenchmarkCopyAndPaste(b *testing.B) {
	for _, n := range []int{100, 1000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			e := large(b, n)
			for b.Loop() {
				e.Run(input.Chord{Mods: input.Ctrl, Key: "A"})
				e.Run(input.Chord{Mods: input.Ctrl, Key: "C"})
				e.Select()
				e.Run(input.Chord{Mods: input.Ctrl, Key: "V"})
				frame = e.Frame()
				e.Run(input.Chord{Mods: input.Ctrl, Key: "Z"})
			}
		})
	}
}
