package layout_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// written is a text lane with one card, and the item that draws it.
func written(t interface{ Fatal(...any) }, o layout.Options, s string) (*journey.Project, *scene.Item) {
	p := edited(journey.New(), func(e *journey.Edit) {
		e.Put(journey.Map{ID: "map", Order: "V"})
		e.Put(journey.Stage{ID: "stage", Map: "map", Order: "V"})
		e.Put(journey.Lane{ID: "lane", Map: "map", Order: "V", LaneKind: journey.Text})
		e.Put(journey.Card{ID: "card", Lane: "lane", Stage: "stage", Order: "V", Title: "Title", Text: s})
	})
	it, _, ok := layout.New(o, "map").Update(p).Body.Find("card", layout.CardPart)
	if !ok {
		t.Fatal("no card")
	}
	return p, it
}

// drawn walks over what is drawn at 100 %.
func drawn(ops []scene.Op, f func(scene.Op)) {
	for _, o := range ops {
		if g, ok := o.(*scene.Group); ok {
			if g.From <= 1 && (g.To == 0 || g.To > 1) {
				drawn(g.Ops, f)
			}
			continue
		}
		f(o)
	}
}

func TestSmallMarkup(t *testing.T) {
	const b, i = "inter-semibold", "inter-italic"
	for in, want := range map[string]string{
		"plain":                          "plain",
		"a **bold** word":                "a |bold/b| word",
		"_so_ and *so*":                  "so/i| and |so/i",
		"**all _of_ it**":                "all/b| |of/b| it/b",
		"2 * 3 * 4, a_b_c":               "2 * 3 * 4, a_b_c",
		"** no ** nor * so *":            "** no ** nor * so *",
		"- one\n- two":                   "one|two",
		"see [the shop](https://x.org/)": "see |the shop@https://x.org/",
		"[no](javascript:alert(1))":      "[no](javascript:alert(1))",
		"at https://x.org/a_b, or":       "at |https://x.org/a_b@https://x.org/a_b|, or",
		"**open":                         "**open",
		"to [a map](map:m1)":             "to |a map@map:m1",
		"[[x](https://a.b)":              "[|x@https://a.b",
		"مرحبا **بك** هنا":               "مرحبا| |بك| |هنا",
	} {
		_, it := written(t, options(t), in)
		var got []string
		links := map[string]bool{}
		y := -1.0
		drawn(it.Ops, func(o scene.Op) {
			switch o := o.(type) {
			case *scene.Glyphs:
				if o.Run.Text == "Title" {
					return
				}
				s := o.Run.Text
				switch o.Run.Face.Name {
				case b:
					s += "/b"
				case i:
					s += "/i"
				}
				got = append(got, s)
				y = max(y, o.At.Y)
			case *scene.Link:
				got[len(got)-1] += "@" + o.Target
				links[o.Target] = true
			}
		})
		trim := func(s string) string { return strings.ReplaceAll(strings.ReplaceAll(s, " |", "|"), "| ", "|") }
		g, w := trim(strings.Join(got, "|")), trim(want)
		g, w = strings.ReplaceAll(g, "||", "|"), strings.ReplaceAll(w, "||", "|")
		if g != w {
			t.Errorf("%q is drawn as\n%s, want\n%s", in, g, w)
		}
	}
}

func TestMarkupIsDrawnAsItIsWhileSomebodyTypes(t *testing.T) {
	o := options(t)
	p, it := written(t, o, "a **bold** word")
	if f := it.Fields[1]; f.Block.Text != "a bold word" || f.Raw[2] != 4 || f.Raw[len(f.Raw)-1] != 15 {
		t.Errorf("a person clicks into %q, %v", f.Block.Text, f.Raw)
	}
	view := layout.New(o, "map")
	view.Update(p)
	it, _, _ = view.UpdatePreview(p, layout.Preview{Typing: "card"}).Body.Find("card", layout.CardPart)
	if f := it.Fields[1]; f.Block.Text != "a **bold** word" || f.Raw != nil {
		t.Errorf("while typing it is %q", f.Block.Text)
	}
	if it, _, _ = view.UpdatePreview(p, layout.Preview{}).Body.Find("card", layout.CardPart); it.Fields[1].Raw == nil {
		t.Error("after typing the markup is still there")
	}
}

// Whatever is typed: what is not markup is drawn, in its box, and a place in
// what is drawn is a place in what was typed.
func TestMarkupLosesNothing(t *testing.T) {
	o := options(t)
	pieces := rapid.SampledFrom([]string{"*", "**", "_", "a", "bold words", " ", "\n", "- ", "[", "](", ")", "https://x.org/", "é", "日本語", "שלום", "a-very-long-word-without-any-space-at-all-in-it", "\u0301", "👩🏽‍💻"})
	rapid.Check(t, func(t *rapid.T) {
		s := journey.CleanText(strings.Join(rapid.SliceOfN(pieces, 0, 24).Draw(t, "text"), ""))
		_, it := written(t, o, s)
		f := it.Fields[1]
		if f.Raw != nil {
			if len(f.Raw) != len(f.Block.Text)+1 || f.Raw[len(f.Raw)-1] != len(s) {
				t.Fatalf("%q: %d places for %q", s, len(f.Raw), f.Block.Text)
			}
			for i := range len(f.Block.Text) {
				if f.Block.Text[i] != s[f.Raw[i]] || i > 0 && f.Raw[i] <= f.Raw[i-1] {
					t.Fatalf("%q: byte %d of %q is not byte %d", s, i, f.Block.Text, f.Raw[i])
				}
			}
		}
		count := map[rune]int{}
		for _, r := range f.Block.Text {
			count[r]++
		}
		drawn(it.Ops, func(op scene.Op) {
			g, ok := op.(*scene.Glyphs)
			if !ok || g.Run.Text == "Title" {
				return
			}
			for _, r := range g.Run.Text {
				count[r]--
			}
			inside(t, s, it.Box, g.Run, g.At)
		})
		for r, n := range count {
			if n != 0 && r != ' ' && r != '\n' {
				t.Fatalf("%q: %d of %q are not drawn", s, n, r)
			}
		}
	})
}

// inside holds that a run stands in a box.
func inside(t *rapid.T, s string, box geom.Rect, r *text.Run, at geom.Point) {
	x0, x1 := at.X, at.X+r.Width
	if strings.TrimSpace(r.Text) != r.Text {
		return // spaces may hang out
	}
	if x0 < box.Min.X-0.01 || x1 > box.Max.X+0.01 || at.Y < box.Min.Y || at.Y > box.Max.Y {
		t.Fatalf("%q: %q is at %.2f to %.2f, %.2f of %v", s, r.Text, x0, x1, at.Y, box)
	}
}
