package export_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"throughline/canvas/layout"
	"throughline/canvas/layout/layouttest"
	"throughline/canvas/layout/slide"
	"throughline/canvas/scene"
	"throughline/export"
	"throughline/export/exporttest"
	"throughline/storage/importer"
)

// slideOf is a slide of the sample in a view, from a stage on.
func slideOf(t *testing.T, k slide.Kind, th *layout.Theme, i int) *scene.Scene {
	t.Helper()
	r := exporttest.Sample(t)
	return slide.New(slide.Options{Options: layouttest.Options(t, th), Kind: k, Width: 1600}, r.Project, exporttest.First(r.Project)).Scene(i)
}

// The slides' document is whole, has a page a slide, and all that the map says
// is found in it.
func TestADocumentOfSlidesSaysWhatTheMapSays(t *testing.T) {
	for name, r := range map[string]*importer.Result{
		"sample":     exporttest.Sample(t),
		"components": exporttest.Components(),
	} {
		for _, mode := range []string{export.SlidePages, export.NotePages} {
			j := jobOf(t, r, func(j *export.Job) { j.Paging.Mode = mode })
			var doc bytes.Buffer
			if _, err := theFormat(t, ".pdf").Write(context.Background(), &doc, j); err != nil {
				t.Fatal(err)
			}
			path := exporttest.File(t, "slides.pdf", doc.Bytes())
			if out := string(exporttest.Run(t, "qpdf", "--check", path)); !strings.Contains(out, "No syntax or stream encoding errors") {
				t.Error(out)
			}
			size := "960 x 540 pts"
			if mode == export.NotePages {
				size = "595.28 x 841.66 pts"
			}
			info := string(exporttest.Run(t, "pdfinfo", path))
			if n := len(j.Pages().List); !strings.Contains(info, fmt.Sprintf("Pages:           %d\n", n)) || !strings.Contains(info, size) {
				t.Errorf("%s, %s: not %d pages of %s: %s", name, mode, n, size, info)
			}
			says, looked := letters(string(exporttest.Run(t, "pdftotext", "-raw", "-enc", "UTF-8", path, "-"))), 0
			for _, l := range r.Project.Lanes(exporttest.First(r.Project)) {
				for _, c := range r.Project.LaneCards(l) {
					if s := letters(c.Title); len(s) > 6 && !l.Hidden {
						looked++
						if !strings.Contains(says, s) {
							t.Errorf("%s, %s: “%s” of %s is not found", name, mode, c.Title, l.Title)
						}
					}
				}
			}
			if looked < 10 {
				t.Errorf("%s: only %d texts were looked for", name, looked)
			}
		}
	}
}

// What the speaker says stands below the slide, all of it.
func TestNotesStandBelowTheirSlide(t *testing.T) {
	r := exporttest.Sample(t)
	e := r.Project.Edit(nil)
	for _, st := range r.Project.Stages(exporttest.First(r.Project)) {
		st.SpeakerNotes = strings.Repeat("Say **this** to the room of "+st.Title+".\n", 40)
		e.Put(st)
	}
	j := jobOf(t, &importer.Result{Project: e.Project(), Blobs: r.Blobs}, func(j *export.Job) { j.Paging.Mode, j.Slides = export.NotePages, "feelings" })
	var doc bytes.Buffer
	if _, err := theFormat(t, ".pdf").Write(context.Background(), &doc, j); err != nil {
		t.Fatal(err)
	}
	says := letters(string(exporttest.Run(t, "pdftotext", "-raw", "-enc", "UTF-8", exporttest.File(t, "notes.pdf", doc.Bytes()), "-")))
	for _, st := range r.Project.Stages(exporttest.First(r.Project)) {
		if n := strings.Count(says, letters("Say this to the room of "+st.Title)); n != 40 {
			t.Errorf("%d of 40 lines for %s", n, st.Title)
		}
	}
	if pages := len(j.Pages().List); pages < 13 {
		t.Errorf("%d pages", pages)
	}
	// once, though a stage has several slides
	d := slide.New(slide.Options{Options: layouttest.Options(t, &layout.Print), Kind: slide.Walk, Width: 1600}, e.Project(), exporttest.First(r.Project))
	for i := range d.Slides {
		if n, first := len(d.Handout(i)), i == 0 || d.Slides[i-1].Index != d.Slides[i].Index; (n > 1) != first {
			t.Errorf("slide %d of %s has %d pages", i, d.Slides[i].Title, n)
		}
	}
}

// A view of a room is chosen by its name, as everything else of an export is.
func TestSlidesAreChosenByName(t *testing.T) {
	o := export.DefaultOptions()
	o.Pages, o.Slides = export.SlidePages, "lanes"
	if err := o.Check(); err != nil {
		t.Fatal(err)
	}
	if o.Slides = "carousel"; o.Check() == nil {
		t.Error("there is a carousel")
	}
}
