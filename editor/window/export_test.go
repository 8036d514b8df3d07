package window

import (
	"context"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"throughline/canvas/layout"
	"throughline/export"
	"throughline/journey"
)

// exporting is the export dialog of a window with the sample.
func exporting(t *testing.T) (*Window, *exportDialog, string) {
	t.Helper()
	was := lookPatient // however busy the machine is
	lookPatient = time.Minute
	t.Cleanup(func() { lookPatient = was })
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
	x.says(t, "tiles", words, "2 × 2 pages, A3 landscape, 802 × 567 mm assembled")
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

// What the map does not show just now is in no export, unless somebody asks for
// all of the map.
func TestAnExportIsOfWhatIsShown(t *testing.T) {
	w, x, _ := exporting(t)
	drawn := func() (stages, lanes int) {
		j, err := w.exportJob(x.o, nil)
		must(t, err)
		sheet := layout.New(j.Layout, j.Map).Update(j.Project)
		return len(sheet.Stages), len(sheet.Rows)
	}
	do(func() {
		w.escape()
		e := w.doc.editor
		x = w.openExport()
		stages, lanes := drawn()
		w.escape()
		p := e.Doc.Project()
		must(t, e.ShowInView(p.Stages(e.Map().ID)[0].ID, false))
		must(t, e.ShowInView(p.Lanes(e.Map().ID)[1].ID, false))
		x = w.openExport()
		if s, l := drawn(); s != stages-1 || l != lanes-1 {
			t.Errorf("%d stages and %d lanes are exported", s, l)
		}
		choice := allOf[*selectBox](x.form)
		if len(choice) == 0 || choice[len(choice)-1].Selected != "What is shown now" {
			t.Fatalf("%d choices", len(choice))
		}
		choice[len(choice)-1].SetSelected("All of the map")
		if s, l := drawn(); s != stages || l != lanes {
			t.Errorf("%d stages and %d lanes are exported", s, l)
		}
		x.set(func(o *export.Options) { o.Stages = []string{"Try out", "Spark"} }) // as a preset has it
		x.build()
		choice = allOf[*selectBox](x.form)
		if choice[len(choice)-1].Selected != "A part of the map" {
			t.Errorf("chosen is %q", choice[len(choice)-1].Selected)
		}
		w.escape()
		e.ShowView("")
		x = w.openExport()
		if s, l := drawn(); s != stages || l != lanes {
			t.Errorf("%d stages and %d lanes are exported", s, l)
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

// An export that cannot be written says why and what to do, and leaves nothing: the
// folder is gone, the drive is full or may not be written to, somebody cancels.
func TestAnExportThatCannotBeWritten(t *testing.T) {
	w, x, folder := exporting(t)
	do(func() {
		x.leave()
		x.close()
	})
	try := func(path, want string) {
		t.Helper()
		do(func() { w.Export(path, export.Formats[0], export.DefaultOptions(), nil) })
		says(t, w, want)
	}
	try(filepath.Join(folder, "gone", "bike.pdf"), "Could not export. The folder “gone” is not there any more. Choose another one.")
	for _, x := range []struct{ options, want string }{
		{"size=64k", "Could not export. The drive is full. Make room, or choose another folder."},
		{"size=64k,ro", "Could not export. “bike.pdf” may not be written here. Choose another folder."},
	} {
		drive := filepath.Join(folder, "drive")
		must(t, os.MkdirAll(drive, 0o700))
		if err := exec.Command("mount", "-t", "tmpfs", "-o", x.options, "tmpfs", drive).Run(); err != nil {
			t.Logf("no drive of so many bytes can be made here: %v", err)
			continue
		}
		try(filepath.Join(drive, "bike.pdf"), x.want)
		left, err := os.ReadDir(drive)
		must(t, exec.Command("umount", drive).Run())
		if must(t, err); len(left) > 0 {
			t.Errorf("%s: %v is left", x.options, left)
		}
	}
	f, begun := export.Formats[0], make(chan bool)
	f.Write = func(ctx context.Context, to io.Writer, _ *export.Job) ([]string, error) {
		to.Write(make([]byte, 1<<20))
		close(begun)
		<-ctx.Done()
		return nil, ctx.Err()
	}
	do(func() { w.Export(filepath.Join(folder, "bike.pdf"), f, export.DefaultOptions(), nil) })
	<-begun
	do(w.escape)
	eventually(t, "no dialog", func() (ok bool) { do(func() { ok = w.win.Canvas().Overlays().Top() == nil }); return ok })
	if left, _ := filepath.Glob(filepath.Join(folder, "*bike.pdf*")); len(left) > 0 {
		t.Errorf("%v is left", left)
	}
}

// Print hands a PDF of the map to the system, as it was last chosen; what is shown
// of an export afterwards is its folder.
func TestPrintHandsOverAPDF(t *testing.T) {
	w, x, folder := exporting(t)
	tools, said := t.TempDir(), filepath.Join(t.TempDir(), "opened")
	must(t, os.WriteFile(filepath.Join(tools, "xdg-open"), []byte("#!/bin/sh\necho \"$1\" >> "+said+"\n"), 0o700))
	t.Setenv("PATH", tools+string(os.PathListSeparator)+os.Getenv("PATH"))
	opened := func() string { b, _ := os.ReadFile(said); return strings.TrimSpace(string(b)) }
	do(func() {
		x.set(func(o *export.Options) { o.Pages = layout.StagePages })
		x.export() // asks where to, and remembers
		w.escape()
		w.escape()
		w.Print()
	})
	eventually(t, "the PDF is handed over", func() bool { return opened() != "" })
	u, err := url.Parse(opened())
	must(t, err)
	b, err := os.ReadFile(u.Path)
	must(t, err)
	if n := strings.Count(string(b), "/Type/Page/") + strings.Count(string(b), "/Type /Page\n"); !strings.HasPrefix(string(b), "%PDF-") || filepath.Ext(u.Path) != ".pdf" || strings.HasPrefix(u.Path, folder) {
		t.Errorf("%s of %d pages was handed over", u.Path, n)
	}
	do(func() { w.Export(filepath.Join(folder, "bike.svg"), export.Formats[3], export.DefaultOptions(), nil) })
	says(t, w, "Exported “bike.svg”.")
}

// The size that the dialog says of a large picture is about the size that it has.
func TestTheSizeOfALargePictureIsToldBeforehand(t *testing.T) {
	w, x, folder := exporting(t)
	for _, name := range []string{"png", "jpeg"} {
		f, _ := export.ForFile("a." + map[string]string{"png": "png", "jpeg": "jpg"}[name])
		o := export.DefaultOptions()
		o.Pixels = 4
		var told int64
		do(func() {
			j, err := w.exportJob(o, nil)
			must(t, err)
			told, _ = weigh(t.Context(), f, j)
		})
		path := filepath.Join(folder, "bike"+f.Ext)
		do(func() {
			x.leave()
			x.close()
			w.Export(path, f, o, nil)
		})
		says(t, w, "Exported “bike"+f.Ext+"”.")
		info, err := os.Stat(path)
		must(t, err)
		if is := float64(told) / float64(info.Size()); is < 0.75 || is > 1.25 {
			t.Errorf("%s: %d bytes were told, it has %d", name, told, info.Size())
		} else {
			t.Logf("%s: %.2f of what it has", name, is)
		}
	}
}
