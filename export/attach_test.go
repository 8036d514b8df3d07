package export_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"throughline/canvas/layout"
	"throughline/canvas/layout/layouttest"
	"throughline/export"
	"throughline/export/exporttest"
	"throughline/journey"
	"throughline/storage"
	"throughline/storage/importer"
)

// carried is a PDF of a project's first map that carries it.
func carried(t testing.TB, p *journey.Project, blobs journey.Blobs, view journey.View) []byte {
	t.Helper()
	o := layouttest.Options(t, &layout.Print)
	o.View = view
	f, _ := export.ForFile("a.pdf")
	var b bytes.Buffer
	j := &export.Job{Project: p, Map: exporttest.First(p), Blobs: blobs, Layout: o, Encode: storage.Encode}
	if _, err := f.Write(context.Background(), &b, j); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// secret is the sample with what is nobody else's business.
func secret(t testing.TB) (*importer.Result, *journey.Project) {
	r := exporttest.Sample(t)
	open := r.Project
	e := open.Edit(nil)
	for _, l := range open.Lanes(exporttest.First(open)) {
		for _, s := range open.Stages(l.Map) {
			for _, h := range open.Hints(l.ID, s.ID) {
				e.Delete(h.ID)
			}
			for _, st := range open.Steps(s.ID) {
				for _, h := range open.Hints(l.ID, st.ID) {
					e.Delete(h.ID)
				}
			}
		}
	}
	r.Project = e.Project()
	e = r.Project.Edit(nil)
	m := exporttest.First(r.Project)
	e.Put(journey.Map{ID: "other", Order: "zz", Title: "SECRET map"})
	e.Put(journey.Stage{ID: "os", Map: "other", Title: "SECRET stage"})
	e.Put(journey.Lane{ID: "hl", Map: m, Order: "zz", LaneKind: journey.Text, Title: "SECRET lane", Hidden: true})
	blobs := journey.MemoryBlobs{}
	for h, b := range r.Blobs {
		blobs[h] = b
	}
	e.Put(journey.Media{ID: "hm", Name: "SECRET.png", Type: "image/png", Hash: blobs.Add([]byte("SECRET picture"))})
	stage := r.Project.Stages(m)[0].ID
	e.Put(journey.Card{ID: "hc", Lane: "hl", Stage: stage, Title: "SECRET card", Image: "hm"})
	e.Put(journey.Comment{ID: "co", On: stage, Text: "SECRET comment", Author: "SECRET author"})
	return &importer.Result{Project: e.Project(), Blobs: blobs}, r.Project
}

// TestAMapComesBackFromItsPDF exports a map with itself inside, has other
// programs write the document anew, and imports each of them.
func TestAMapComesBackFromItsPDF(t *testing.T) {
	r, want := secret(t)
	data := carried(t, r.Project, r.Blobs, journey.View{})
	if again := carried(t, r.Project, r.Blobs, journey.View{}); !bytes.Equal(data, again) {
		t.Error("the same map gives other bytes")
	}
	path := exporttest.File(t, "a.pdf", data)
	checkDocument(t, path)
	exporttest.Structure(t, path)
	dir := t.TempDir()
	exporttest.Run(t, "pdfdetach", "-saveall", "-o", dir, path)
	file, err := os.ReadFile(filepath.Join(dir, "Buying a cargo bike.journey"))
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(file, []byte("SECRET")) {
		t.Error("it carries what is hidden")
	}
	copies := map[string][]byte{"ours": data}
	for name, args := range map[string][]string{
		"plain": {"--qdf", "--object-streams=disable"}, "packed": {"--object-streams=generate", "--recompress-flate"}, "for the web": {"--linearize"},
	} {
		copies[name] = exporttest.Run(t, "qpdf", append(args, path, "-")...)
	}
	clean := filepath.Join(dir, "clean.pdf")
	exporttest.Run(t, "mutool", "clean", "-gggg", path, clean)
	if copies["mutool"], err = os.ReadFile(clean); err != nil {
		t.Fatal(err)
	}
	for name, b := range copies {
		got, err := importer.Read("x.PDF", bytes.NewReader(b))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if len(got.Problems) > 0 || !got.Project.Equal(want) {
			t.Errorf("%s: another map comes back: %v", name, got.Problems)
		}
	}
	locked := filepath.Join(dir, "locked.pdf")
	exporttest.Run(t, "qpdf", "--encrypt", "a", "b", "256", "--", path, locked)
	b, _ := os.ReadFile(locked)
	if _, err := importer.Read("a.pdf", bytes.NewReader(b)); !errors.Is(err, importer.ErrEncrypted) {
		t.Errorf("a locked one: %v", err)
	}
	if _, err := importer.Read("a.pdf", bytes.NewReader(written(t, r, "pdf"))); !errors.Is(err, importer.ErrNoMapInside) {
		t.Errorf("one without a map: %v", err)
	}
}

// TestAPDFCarriesWhatItShows leaves out what a saved view leaves out.
func TestAPDFCarriesWhatItShows(t *testing.T) {
	r := exporttest.Sample(t)
	m := exporttest.First(r.Project)
	stage, lane := r.Project.Stages(m)[1], r.Project.Lanes(m)[2]
	view := journey.View{Map: m, Lanes: journey.List(string(lane.ID)), Stages: journey.List(string(stage.ID))}
	got, err := importer.Read("a.pdf", bytes.NewReader(carried(t, r.Project, r.Blobs, view)))
	if err != nil {
		t.Fatal(err)
	}
	if s, l := got.Project.Stages(m), got.Project.Lanes(m); len(s) != 1 || len(l) != 1 || s[0].ID != stage.ID || l[0].ID != lane.ID {
		t.Errorf("it carries %d stages and %d lanes", len(s), len(l))
	}
}
