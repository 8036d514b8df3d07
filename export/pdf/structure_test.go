package pdf

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"

	"throughline/canvas/geom"
	"throughline/canvas/layout/layouttest"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/export/exporttest"
)

// told is a scene of items, one below the other.
func told(r *scene.Reading, items ...scene.Item) *scene.Scene {
	s := &scene.Scene{Size: geom.Pt(300, 60*float64(len(items))), Ground: scene.RGB(0xFFFFFF), Reading: r}
	for i := range items {
		items[i].At.Y = 60 * float64(i)
	}
	s.Blocks = []scene.Placed{{Block: scene.NewBlock(items), Name: "all"}}
	return s
}

// item is an item that says something.
func item(f *text.Fonts, owner string, part scene.Part, says ...string) scene.Item {
	var ops []scene.Op
	for i, s := range says {
		ops = append(ops, exporttest.Text(f, s, text.Style{Size: 12, Line: 16}, text.NoWrap, text.Greedy, geom.Pt(10, 16*float64(i)), scene.RGB(0))...)
	}
	return scene.NewItem(owner, part, geom.Point{}, geom.Box(0, 0, 200, 50), ops...)
}

func documents(t testing.TB, o Options, pages ...Page) string {
	t.Helper()
	o.Title = "Map"
	var b bytes.Buffer
	if err := Write(context.Background(), &b, pages, o); err != nil {
		t.Fatal(err)
	}
	path := exporttest.File(t, "a.pdf", b.Bytes())
	if out := string(exporttest.Run(t, "qpdf", "--check", path)); !strings.Contains(out, "No syntax or stream encoding errors") || strings.Contains(out, "WARNING") {
		t.Error(out)
	}
	if err := checkPlacesOf(b.Bytes()); err != nil {
		t.Error(err)
	}
	return path
}

// journeyOf is a map of two stages with three cards.
func journeyOf(f *text.Fonts, id string) (*scene.Reading, []scene.Item) {
	r := &scene.Reading{Name: "Map " + id, Mark: "map:" + id}
	r.Add(&scene.Reading{Role: scene.Heading, Owner: id, Part: "title"}, &scene.Reading{Role: scene.Figure, Owner: id + "lane", Part: "curve"})
	for _, st := range []string{"a", "b"} {
		s := &scene.Reading{Name: "Stage " + st, Mark: "stage:" + id + st}
		cards := &scene.Reading{Role: scene.List}
		cards.Add(&scene.Reading{Role: scene.Entry, Owner: id + st + "1", Signs: "Pain point"}, &scene.Reading{Role: scene.Entry, Owner: id + st + "2"})
		if st == "b" {
			cards.Parts[1].Add(&scene.Reading{Role: scene.Figure, Alt: "Chart: 1, 2"})
		}
		lane := &scene.Reading{Name: "Touchpoints"}
		lane.Add(&scene.Reading{Role: scene.Heading, Name: "Touchpoints"}, cards)
		s.Add(&scene.Reading{Role: scene.Heading, Owner: id + st, Part: "stage"}, lane)
		r.Add(s)
	}
	photo := item(f, id+"a2", "card", "With a photo")
	photo.Ops = append(photo.Ops, &scene.Picture{Image: exporttest.Photo("p", 9, 9, true), Rect: geom.Box(100, 0, 30, 30), Alt: "Two (children)"})
	linked := item(f, id+"b1", "card", "Go there")
	linked.Ops = append(linked.Ops, &scene.Link{Rect: geom.Box(0, 0, 50, 20), Target: "map:two"}, &scene.Link{Rect: geom.Box(50, 0, 50, 20), Target: "map:gone"},
		&scene.Link{Rect: geom.Box(100, 0, 50, 20), Target: "https://example.org"}, &scene.Link{Rect: geom.Box(100, 20, 50, 20), Target: "javascript:alert(1)"})
	curve := item(f, id+"lane", "curve")
	curve.Ops = append(curve.Ops, &scene.Fill{Path: geom.Rectangle(geom.Box(0, 0, 100, 10)), Paint: scene.Solid(scene.RGB(0xFF0000))})
	curve.Alt = "Feelings: +1, −2"
	edge := item(f, "", "edge")
	edge.Ops = append(edge.Ops, &scene.Fill{Path: geom.Rectangle(geom.Box(0, 0, 100, 1)), Paint: scene.Solid(scene.RGB(0))})
	return r, []scene.Item{
		item(f, id+"b", "stage", "Stage b"), edge, item(f, id+"b2", "card", "שלום עולם"), linked, curve, photo,
		item(f, id+"a1", "card", "One", "two"), item(f, id+"a", "stage", "Stage a"), item(f, id, "title", "Map "+id), item(f, "stranger", "note", "A note"),
	}
}

// TestADocumentIsReadInItsOrder paints a map from its end to its beginning. It
// is read from the beginning, with words for what has none.
func TestADocumentIsReadInItsOrder(t *testing.T) {
	r, items := journeyOf(layouttest.Fonts(t), "one")
	path := documents(t, Options{Title: "Map", Lang: "en"}, Page{Scene: told(r, items...)})
	want := `Document
 Sect
  H1
  Figure Feelings: +1, −2
  Sect
   H2
   Sect
    H3 Touchpoints
    L
     LI
      LBody
       Span Pain point. One
two
     LI
      LBody
       Figure Two (children)
  Sect
   H2
   Sect
    H3 Touchpoints
    L
     LI
      LBody
       Span Pain point. Go there
       Link
     LI
      LBody
       Span שלום עולם [he]
       Figure Chart: 1, 2
  P`
	if got := strings.Join(exporttest.Structure(t, path), "\n"); got != want {
		t.Errorf("it is read as\n%s", got)
	}
	out := string(exporttest.Run(t, "pdfinfo", path))
	if !strings.Contains(out, "Tagged:          yes") || !strings.Contains(out, "Metadata Stream: yes") {
		t.Error(out)
	}
}

// TestBookmarksAndLinksLeadToPages has two maps on four pages.
func TestBookmarksAndLinksLeadToPages(t *testing.T) {
	f := layouttest.Fonts(t)
	one, first := journeyOf(f, "one")
	two, second := journeyOf(f, "two")
	same := told(one, first...)
	path := documents(t, Options{Lang: "en"}, Page{Scene: told(one, first[:5]...)}, Page{Scene: same}, Page{Scene: same, Scale: 0.2}, Page{Scene: told(two, second...)})
	dests := string(exporttest.Run(t, "pdfinfo", "-dests", path))
	for _, want := range []string{`1 [ Fit                     ] "map:one"`, `4 [ Fit                     ] "map:two"`,
		`2 [ FitR    0   91  140  210] "stage:onea"`, `1 [ FitR    0   49  140  210] "stage:oneb"`, `4 [ FitR    0  260  140  421] "stage:twob"`} {
		if !strings.Contains(dests, want) {
			t.Errorf("no %s in\n%s", want, dests)
		}
	}
	outline := string(exporttest.Run(t, "mutool", "show", path, "outline"))
	var titles []string
	for line := range strings.Lines(outline) {
		if a, rest, ok := strings.Cut(line, `"`); ok {
			name, _, _ := strings.Cut(rest, `"`)
			titles = append(titles, strings.Repeat(" ", strings.Count(a, "\t")-1)+name)
		}
	}
	if want := []string{"Map one", " Stage a", " Stage b", "Map two", " Stage a", " Stage b"}; !slices.Equal(titles, want) {
		t.Errorf("bookmarks %q in\n%s", titles, outline)
	}
	var said []string // nothing is said on a second page
	for _, l := range exporttest.Structure(t, path) {
		if strings.Contains(l, "Span ") {
			said = append(said, strings.TrimSpace(l))
		}
	}
	if want := 2 * 3; len(said) != want {
		t.Errorf("%d texts are said: %q", len(said), said)
	}
	data := string(exporttest.Run(t, "qpdf", "--qdf", "--object-streams=disable", path, "-"))
	if strings.Count(data, "/S /GoTo") != 4 || strings.Contains(data, "map:gone") || strings.Contains(data, "javascript") || strings.Count(data, "https://example.org") == 0 {
		t.Errorf("its links are wrong: %d lead to maps", strings.Count(data, "/S /GoTo"))
	}
}

// TestADocumentWithoutAReadingHasNoStructure holds that marks cost nothing where
// nobody said what they mean.
func TestADocumentWithoutAReadingHasNoStructure(t *testing.T) {
	data := write(t, exporttest.Everything(layouttest.Fonts(t)), Options{Title: "x"})
	for _, no := range []string{"StructTreeRoot", "ObjStm", "MarkInfo", "Outlines"} {
		if bytes.Contains(data, []byte(no)) {
			t.Errorf("it has %s", no)
		}
	}
}
