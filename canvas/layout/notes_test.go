package layout_test

import (
	"testing"

	"pgregory.net/rapid"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/journey"
	"throughline/journey/journeytest"
)

// A note moves with the cell on which it hangs, grows with its text, lies over
// cards and makes the map larger where it hangs out.
func TestANoteHangsOnItsCell(t *testing.T) {
	p := journeytest.Marked()
	l := layout.New(options(t), "marked")
	s := l.Update(p)
	it, at, _ := s.Body.Find("n1", layout.NotePart)
	row, _ := s.RowOf("touch")
	if box, _ := s.StageOf("fit"); at != geom.Pt(box.X+192, row.Y+84) || it.Box.W() != 160 {
		t.Errorf("the note is at %v, %v wide", at, it.Box.W())
	}
	if h, _ := s.Body.Hit(at.Add(geom.Pt(20, 20)), 0); h.Owner != "n1" || h.Part != layout.TextPart {
		t.Errorf("on the note there is %q, %s", h.Owner, h.Part)
	}
	if _, _, ok := s.Body.Find("n4", layout.NotePart); ok {
		t.Error("the note of a hidden lane is drawn")
	}
	out, outAt, _ := s.Body.Find("n2", layout.NotePart)
	if want := out.Bounds.Add(outAt).Max; s.Body.Size != want || want.X <= s.Width || want.Y <= s.Height {
		t.Errorf("the body is %v, its note ends at %v", s.Body.Size, want)
	}
	poster := layout.Poster(options(t), p, "marked")
	if pit, pat, ok := poster.Find("n2", layout.NotePart); !ok || pit.Bounds.Add(pat).Max.X > poster.Size.X-60 {
		t.Error("the note does not stand between the margins of the poster")
	}

	next := l.Update(edited(p, func(e *journey.Edit) {
		g, _ := journey.Get[journey.Card](p, "g1")
		g.Title += " – and once more, so that the row of the goals grows by some lines of text, at least by two, or three where its column is as wide as this one is"
		n, _ := journey.Get[journey.Note](p, "n1")
		n.Text += "\nAgreed."
		e.Put(g)
		e.Put(n)
	}))
	grown, moved, _ := next.Body.Find("n1", layout.NotePart)
	lane, _ := next.RowOf("touch")
	if moved.Y-lane.Y != 84 || moved.Y <= at.Y || grown.Box.H() != it.Box.H()+18 {
		t.Errorf("after the edit it is at %v, %v high", moved, grown.Box.H())
	}
}

// Wherever a file says that notes are, they touch the map and are whole.
func TestNotesStayInSight(t *testing.T) {
	o := options(t)
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Marked()
		n, _ := journey.Get[journey.Note](p, "n1")
		n.X, n.Y, n.Width = rapid.Float64().Draw(t, "x"), rapid.Float64().Draw(t, "y"), rapid.Float64Range(0, 2000).Draw(t, "width")
		n.Lane = rapid.SampledFrom([]journey.ID{"touch", "", "gone", "back"}).Draw(t, "lane")
		n.Text = journeytest.Texts().Draw(t, "text")
		s := layout.New(o, "marked").Update(edited(p, func(e *journey.Edit) { e.Put(n) }))
		it, at, ok := s.Body.Find("n1", layout.NotePart)
		r := it.Box.Add(at)
		if whole := (geom.Rect{Max: s.Body.Size}); !ok || r.Intersect(whole) != r || r.Min.X > s.Width || r.Min.Y > s.Height {
			t.Fatalf("the note is at %v of %v", r, whole)
		}
		if f := it.Fields[0]; f.At.X+f.Block.Width > r.W() && n.Width >= 48 || f.At.Y+f.Block.Height > r.H() || f.Block.Text != n.Text {
			t.Fatalf("%q does not fit into its note of %v", f.Block.Text, r)
		}
	})
}
