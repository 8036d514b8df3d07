package export_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"throughline/canvas/layout"
	"throughline/canvas/layout/layouttest"
	"throughline/canvas/scene"
	"throughline/export"
	"throughline/export/exporttest"
	"throughline/journey"
	"throughline/journey/journeytest"
	"throughline/storage/importer"
)

// jobOf is a job for the first map of a project.
func jobOf(t testing.TB, r *importer.Result, change ...func(*export.Job)) *export.Job {
	t.Helper()
	o := layouttest.Options(t, &layout.Print)
	o.Pictures = layout.NewLibrary(r.Blobs)
	j := &export.Job{Project: r.Project, Map: exporttest.First(r.Project), Blobs: r.Blobs, Layout: o, Renderer: renderer}
	for _, f := range change {
		f(j)
	}
	return j
}

func theFormat(t testing.TB, ext string) export.Format {
	t.Helper()
	f, ok := export.ForFile("a" + ext)
	if !ok {
		t.Fatalf("no format %s", ext)
	}
	return f
}

// paged is the maps whose pages are looked at: the sample, one of twelve stages,
// one that reads from right to left, a loop, and an empty one.
func paged(t testing.TB) map[string]*importer.Result {
	twelve := journey.New().Edit(nil)
	twelve.Put(journey.Map{ID: "map", Title: "Twelve stages"})
	twelve.Put(journey.Lane{ID: "l", Map: "map", LaneKind: journey.Touchpoints, Title: "Touchpoints"})
	twelve.Put(journey.Lane{ID: "g", Map: "map", Order: "b", LaneKind: journey.Goals, Title: "Goals"})
	for i := range 12 {
		id := journey.ID(fmt.Sprintf("s%02d", i))
		twelve.Put(journey.Stage{ID: id, Map: "map", Order: journey.Order(id), Title: fmt.Sprintf("Stage %d", i+1)})
		for k := range 2 {
			step := journey.ID(fmt.Sprint(id, "-", k))
			twelve.Put(journey.Step{ID: step, Stage: id, Order: journey.Order(fmt.Sprint("a", k)), Title: fmt.Sprintf("Step %d", k+1)})
			twelve.Put(journey.Card{ID: "c" + step, Lane: "l", Stage: id, Step: step, Title: fmt.Sprintf("Card %c%c", 'a'+i, 'a'+k), Text: "It says more"})
		}
		twelve.Put(journey.Card{ID: "g" + id, Lane: "g", Stage: id, Title: fmt.Sprintf("Goal of %c", 'a'+i), Steps: 2 + i%2})
	}
	var arabic [][2]string
	for range 12 {
		arabic = append(arabic, [2]string{"مرحبا بالعالم", "اشتر دراجة لنقل الأطفال"})
	}
	empty := journey.New().Edit(nil)
	empty.Put(journey.Map{ID: "map"})
	return map[string]*importer.Result{
		"sample": exporttest.Sample(t), "twelve": {Project: twelve.Project()}, "right to left": {Project: journeytest.Sentences(6, arabic)},
		"loop": {Project: journeytest.Loop()}, "empty": {Project: empty.Project()},
	}
}

// In every way to make pages, documents are whole, have the pages that were
// promised, and none of them is blank.
func TestPagesOfEveryKind(t *testing.T) {
	for name, r := range paged(t) {
		for _, mode := range export.PageModes {
			t.Run(name+", "+mode, func(t *testing.T) {
				j := jobOf(t, r, func(j *export.Job) {
					j.Paging = layout.Paging{Mode: mode, Paper: "A4", Overlap: 10, Marks: true}
				})
				var doc bytes.Buffer
				if _, err := theFormat(t, ".pdf").Write(context.Background(), &doc, j); err != nil {
					t.Fatal(err)
				}
				path := exporttest.File(t, "a.pdf", doc.Bytes())
				if out := string(exporttest.Run(t, "qpdf", "--check", path)); !strings.Contains(out, "No syntax or stream encoding errors") {
					t.Error(out)
				}
				n := len(j.Pages().List)
				if info := string(exporttest.Run(t, "pdfinfo", path)); !strings.Contains(info, fmt.Sprintf("Pages:           %d\n", n)) {
					t.Errorf("%d pages were promised: %s", n, info)
				}
				for i, p := range j.Pages().List {
					im := image.NewRGBA(image.Rect(0, 0, int(p.Scene.Size.X/4), int(p.Scene.Size.Y/4)))
					renderer.Paint(im, p.Scene, 0.25, scene.FullDetail)
					if name != "empty" && !slices.ContainsFunc(im.Pix, func(v byte) bool { return v < 200 }) {
						t.Errorf("page %d is blank", i+1)
					}
				}
			})
		}
	}
}

// What the cards of a map say stands in its document as often when it is cut at
// stages as on one page: nothing is lost, nothing is there twice.
func TestNothingIsLostWhereAMapIsCut(t *testing.T) {
	for name, r := range paged(t) {
		says := func(mode, paper string) string {
			var doc bytes.Buffer
			j := jobOf(t, r, func(j *export.Job) { j.Paging = layout.Paging{Mode: mode, Paper: paper} })
			if _, err := theFormat(t, ".pdf").Write(context.Background(), &doc, j); err != nil {
				t.Fatal(err)
			}
			return letters(string(exporttest.Run(t, "pdftotext", "-raw", "-enc", "UTF-8", exporttest.File(t, "a.pdf", doc.Bytes()), "-")))
		}
		whole := says(layout.PosterPage, "")
		for _, paper := range []string{"A4", "A3", "Legal"} {
			cut, n := says(layout.StagePages, paper), 0
			for _, l := range r.Project.Lanes(exporttest.First(r.Project)) {
				for _, c := range r.Project.LaneCards(l) {
					if s := letters(c.Title); len(s) > 6 && !l.Hidden {
						n++
						if a, b := strings.Count(whole, s), strings.Count(cut, s); a != b {
							t.Errorf("%s, %s: “%s” is there %d times, on the poster %d times", name, paper, c.Title, b, a)
						}
					}
				}
			}
			if name == "sample" && n < 60 {
				t.Errorf("only %d texts were looked for", n)
			}
		}
	}
}

// Drawings show what is chosen.
func TestWhatADrawingHasInIt(t *testing.T) {
	r := exporttest.Sample(t)
	e := r.Project.Edit(journey.CountedIDs("new"))
	mp := exporttest.First(r.Project)
	lanes := r.Project.Lanes(mp)
	card := r.Project.LaneCards(lanes[2])[0]
	card.Evidence = journey.Assumed
	e.Put(card)
	e.Put(journey.Note{ID: "note", Map: mp, Lane: lanes[0].ID, Text: "Ask Jonas"})
	e.Put(journey.Comment{ID: "comment", On: card.ID, Author: "Emre", At: "2026-11-20T10:00:00Z", Text: "Is that so?"})
	e.Put(journey.Comment{ID: "answer", On: "comment", Author: "Aylin", Text: "Three of fourteen said it."})
	e.Put(journey.Link{ID: "link", Map: mp, From: card.ID, To: r.Project.LaneCards(lanes[2])[1].ID, Title: "then"})
	hidden := lanes[1]
	hidden.Hidden = true
	e.Put(hidden)
	r.Project = e.Project()
	owns := func(parts export.Parts, id string) bool {
		j := jobOf(t, r, func(j *export.Job) { j.Parts = &parts })
		return slices.ContainsFunc(j.Pages().List[0].Scene.Blocks, func(b scene.Placed) bool {
			return b.Name == id || slices.ContainsFunc(b.Items, func(it scene.Item) bool { return it.Owner == id })
		})
	}
	backstage := slices.IndexFunc(lanes, func(l journey.Lane) bool { return l.LaneKind == journey.Backstage })
	for _, x := range []struct {
		part export.Parts
		id   string
	}{
		{export.TitleBlock, "title"}, {export.Legend, "legend"}, {export.Footer, "footer"}, {export.Backstage, string(lanes[backstage].ID)},
		{export.Notes, "note"}, {export.Comments, "comments"}, {export.Comments, "answer"}, {export.HiddenLanes, string(hidden.ID)}, {export.Links, "link"},
	} {
		if owns(0, x.id) || !owns(x.part, x.id) || owns(^x.part, x.id) {
			t.Errorf("%s: without anything %v, alone %v, with all else %v", x.id, owns(0, x.id), owns(x.part, x.id), owns(^x.part, x.id))
		}
	}
	for _, l := range r.Project.Links(mp) {
		if l.ID != "link" && !owns(export.Backstage, string(l.ID)) {
			t.Errorf("the automation has lost its arrow %s", l.ID)
		}
	}
	signs := func(parts export.Parts) int {
		j, n := jobOf(t, r, func(j *export.Job) { j.Parts = &parts }), 0
		for _, b := range j.Pages().List[0].Scene.Blocks {
			for _, it := range b.Items {
				n += strings.Count(fmt.Sprintf("%v", uses(it.Ops)), "help/")
			}
		}
		return n
	}
	if signs(0) != 0 || signs(export.Marks) != 1 || signs(export.Marks|export.Legend) != 2 {
		t.Errorf("what is assumed is marked %d, %d, %d times", signs(0), signs(export.Marks), signs(export.Marks|export.Legend))
	}
}

// uses is the names of the symbols that operations draw.
func uses(ops []scene.Op) (out []string) {
	for _, o := range ops {
		switch o := o.(type) {
		case *scene.Use:
			out = append(out, o.Symbol.Name)
		case *scene.Group:
			out = append(out, uses(o.Ops)...)
		}
	}
	return out
}

// What is selected is all that is shown: cards with their lanes and stages, or
// stages.
func TestASelectionAlone(t *testing.T) {
	r := exporttest.Sample(t)
	mp := exporttest.First(r.Project)
	stages, lanes := r.Project.Stages(mp), r.Project.Lanes(mp)
	card := r.Project.StageCards(lanes[2].ID, stages[1].ID)[0]
	drawn := func(only ...journey.ID) map[journey.Kind]int {
		out := map[journey.Kind]int{}
		seen := map[string]bool{}
		for _, b := range jobOf(t, r, func(j *export.Job) { j.Only = only }).Pages().List[0].Scene.Blocks {
			for _, it := range b.Items {
				if row, ok := r.Project.Row(journey.ID(it.Owner)); ok && !seen[it.Owner] {
					seen[it.Owner] = true
					out[row.Kind()]++
				}
			}
		}
		return out
	}
	if n := drawn(card.ID); n[journey.KindCard] != 1 || n[journey.KindStage] != 1 || n[journey.KindLane] != 1 {
		t.Errorf("one card: %v", n)
	}
	if n := drawn(stages[1].ID, stages[2].ID); n[journey.KindStage] != 2 || n[journey.KindCard] < 10 {
		t.Errorf("two stages: %v", n)
	}
}

// Several files are all there or none: when one cannot be written or somebody
// cancels, those that were there are as they were.
func TestPagesAreAllWrittenOrNone(t *testing.T) {
	r := exporttest.Sample(t)
	dir := t.TempDir()
	old := filepath.Join(dir, "map-2.png")
	if err := os.WriteFile(old, []byte("as it was"), 0o600); err != nil {
		t.Fatal(err)
	}
	alone := func(what string) {
		t.Helper()
		list, err := os.ReadDir(dir)
		if b, err2 := os.ReadFile(old); err != nil || err2 != nil || len(list) != 1 || string(b) != "as it was" {
			t.Errorf("%s: %v", what, list)
		}
	}
	job := func(tell func(float64)) *export.Job {
		return jobOf(t, r, func(j *export.Job) { j.Paging.Mode, j.Scale, j.Progress = layout.StagePages, 0.2, tell })
	}
	ctx, cancel := context.WithCancel(t.Context())
	_, err := export.File(ctx, filepath.Join(dir, "map.png"), theFormat(t, ".png"), job(func(done float64) {
		if done > 0.5 {
			cancel()
		}
	}))
	if !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	alone("cancelled")
	if err := os.Mkdir(filepath.Join(dir, "map-4.png"), 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := export.File(t.Context(), filepath.Join(dir, "map.png"), theFormat(t, ".png"), job(nil)); err == nil || !strings.Contains(err.Error(), "map-4.png: a folder has that name") {
		t.Errorf("a folder in the way: %v", err)
	}
	os.Remove(filepath.Join(dir, "map-4.png"))
	alone("a folder in the way")
	last := 0.0
	out, err := export.File(t.Context(), filepath.Join(dir, "map.png"), theFormat(t, ".png"), job(func(done float64) {
		if done < last {
			t.Errorf("progress goes back from %v to %v", last, done)
		}
		last = done
	}))
	if err != nil || out.Pages != 4 || len(out.Files) != 4 || last != 1 {
		t.Errorf("%v %v, %v done", out, err, last)
	}
	if _, err := exec.LookPath("pngcheck"); err == nil {
		for _, f := range out.Files {
			exporttest.Run(t, "pngcheck", "-q", f)
		}
	}
}

// Options come back from a preset as they went in, and what is no preset says so.
func TestAPresetHoldsTheOptions(t *testing.T) {
	o := export.DefaultOptions()
	o.Pages, o.Paper, o.Parts, o.Margin, o.Stages = "tiles", "A3 landscape", export.Legend|export.Comments, journey.Num(0), []string{"Spark, “one”"}
	got, err := export.ReadOptions(o.String())
	if err != nil || got.String() != o.String() {
		t.Errorf("%v became %v, %v", o, got, err)
	}
	if got, err := export.ReadOptions("{}"); err != nil || got.String() != export.DefaultOptions().String() {
		t.Errorf("nothing became %v, %v", got, err)
	}
	for _, bad := range []string{"", "[]", `{"pages":"book"}`, `{"percent":1e300}`, `{"parts":7}`, `{"margin":-3}`} {
		if _, err := export.ReadOptions(bad); err == nil {
			t.Errorf("%s is taken for a preset", bad)
		}
	}
}

func FuzzPresets(f *testing.F) {
	f.Add(export.DefaultOptions().String())
	f.Fuzz(func(t *testing.T, s string) {
		o, err := export.ReadOptions(s)
		if err != nil {
			return
		}
		if again, err := export.ReadOptions(o.String()); err != nil || again.String() != o.String() {
			t.Errorf("%q became %v, %v", s, again, err)
		}
	})
}

// A poster that is larger than a PDF page can be says so; one that is fitted to
// a paper is not.
func TestAPosterThatIsTooLargeSaysSo(t *testing.T) {
	r := &importer.Result{Project: journeytest.Generate(300)}
	for _, x := range []struct {
		paging layout.Paging
		says   bool
	}{{layout.Paging{}, false}, {layout.Paging{Scale: 4}, true}, {layout.Paging{Mode: layout.FittedPage, Paper: "A0"}, false}} {
		var doc bytes.Buffer
		notes, err := theFormat(t, ".pdf").Write(context.Background(), &doc, jobOf(t, r, func(j *export.Job) { j.Paging = x.paging }))
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(strings.Join(notes, " "), "larger than a PDF page"); got != x.says {
			t.Errorf("%v: %v", x.paging, notes)
		}
	}
}
