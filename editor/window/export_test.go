package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"throughline/canvas/layout"
	"throughline/export"
	"throughline/journey"
)

// exporting is the export dialog of a window with the sample.
func exporting(t *testing.T) (*Window, *exportDialog, string) {
	t.Helper()
	w := newWindow(t, kit(t))
	folder := t.TempDir()
	opens(t, w, sample(t, filepath.Join(folder, "bike.journey")))
	var x *exportDialog
	do(func() { x = w.openExport() })
	return w, x, folder
}

// says waits until something is said.
func (x *exportDialog) says(t *testing.T, what string, of func() string, want string) {
	t.Helper()
	eventually(t, what+": “"+want+"”", func() (ok bool) {
		do(func() { ok = strings.Contains(of(), want) })
		return ok
	})
}

// The dialog says what comes of the options: pages, their size, the smallest
// letters, the file.
func TestTheExportDialogShowsWhatComesOfTheOptions(t *testing.T) {
	_, x, _ := exporting(t)
	words := func() string { return x.preview.words.Text }
	x.says(t, "the poster", words, "1 page, A2 landscape, 100 %")
	x.says(t, "the way to cut at stages", func() string { return x.details[layout.StagePages].Text }, "4 pages")
	x.says(t, "a page fitted", func() string { return x.details[layout.FittedPage].Text }, "A2 landscape")
	do(func() {
		x.reform(func(o *export.Options) { o.Pages, o.Paper, o.Percent = layout.TiledPages, "A3 landscape", 135 })
	})
	x.says(t, "tiles", words, "2 × 2 pages A3 landscape, 802 × 567 mm assembled")
	x.says(t, "the letters", func() string { return x.letters.Text }, "Smallest text prints at 10.4 pt")
	x.says(t, "the file", func() string { return x.foot.Text }, "bike.pdf, 4 pages, about 0.")
	do(func() {
		if n := len(x.preview.numbers.Objects); n != 4 {
			t.Errorf("%d pages have a number", n)
		}
		x.reform(func(o *export.Options) { o.Pages, o.Paper = layout.FittedPage, "A5" })
	})
	x.says(t, "a small page", func() string { return x.letters.Text }, "hard to read")
	do(func() { x.reform(func(o *export.Options) { o.View = "gone" }) })
	x.says(t, "a view that is gone", func() string { return x.letters.Text }, "There is no view")
	do(func() {
		if !x.accept.Disabled() {
			t.Error("what cannot be exported can be")
		}
	})
}

// What was chosen is there again when the dialog is opened for the same map, and
// can be kept in the file under a name.
func TestTheExportDialogRemembers(t *testing.T) {
	w, x, _ := exporting(t)
	do(func() {
		x.reform(func(o *export.Options) {
			o.Pages, o.Cover, o.Parts = layout.StagePages, true, export.Legend|export.Notes
		})
		x.keep()
		w.win.Canvas().Focused().(*entry).SetText("For the board")
		w.win.Canvas().Focused().(*entry).OnSubmitted("")
	})
	var kept []journey.Preset
	do(func() { kept = w.doc.editor.Doc.Project().Presets() })
	if len(kept) != 1 || kept[0].Title != "For the board" || !strings.Contains(kept[0].Options, `"cover":true`) {
		t.Fatalf("the file keeps %v", kept)
	}
	do(func() {
		x.export() // asks where to
		w.escape()
		x = w.openExport()
		if x.o.Pages != layout.StagePages || !x.o.Cover || x.o.Parts != export.Legend|export.Notes {
			t.Errorf("the dialog begins with %v", x.o)
		}
		x.reform(func(o *export.Options) { *o = export.DefaultOptions() })
		x.take(kept[0])
		if x.o.Pages != layout.StagePages || x.f.Name != "pdf" {
			t.Errorf("the preset makes %v", x.o)
		}
	})
}

// Pictures of several pages are several files, and a sentence says how many.
func TestSeveralPicturesAreExported(t *testing.T) {
	w, x, folder := exporting(t)
	f, _ := export.ForFile("a.png")
	do(func() {
		o := export.DefaultOptions()
		o.Pages, o.Pixels = layout.StagePages, 0.5
		x.leave()
		x.close()
		w.Export(filepath.Join(folder, "bike.png"), f, o, nil)
	})
	says(t, w, "Exported 4 pages to “"+filepath.Base(folder)+"”.")
	if got, _ := filepath.Glob(filepath.Join(folder, "*.png")); len(got) != 4 {
		t.Errorf("there is %v", got)
	}
	if name := alreadyThere(filepath.Join(folder, "bike.png"), f, 4); name != "bike-1.png" {
		t.Errorf("“%s” would be replaced unasked", name)
	}
	must(t, os.Remove(filepath.Join(folder, "bike-1.png")))
	if name := alreadyThere(filepath.Join(folder, "bike.png"), f, 1); name != "" {
		t.Errorf("one page would replace “%s”", name)
	}
}
