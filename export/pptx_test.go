package export_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"throughline/canvas/layout/layouttest"
	"throughline/export/exporttest"
	"throughline/journey"
	"throughline/journey/journeytest"
	"throughline/storage/importer"
)

// parts is the parts of a package by name. Each that is XML is well formed, has
// a kind, and what it refers to is there; its texts come back, in order.
func parts(t *testing.T, b []byte) (map[string]string, map[string][]string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	all, texts := map[string]string{}, map[string][]string{}
	for _, f := range z.File {
		rc, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(rc)
		if err != nil {
			t.Fatal(err)
		}
		if _, twice := all[f.Name]; twice {
			t.Errorf("%s is there twice", f.Name)
		}
		all[f.Name] = string(body)
	}
	for name, body := range all {
		if strings.HasSuffix(name, ".png") {
			continue
		}
		if name != "[Content_Types].xml" && !strings.HasSuffix(name, ".rels") && !strings.Contains(all["[Content_Types].xml"], `PartName="/`+name+`"`) {
			t.Errorf("%s is of no kind", name)
		}
		ids := map[string]bool{}
		in := ""
		for d := xml.NewDecoder(strings.NewReader(body)); ; {
			tok, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			switch e := tok.(type) {
			case xml.CharData:
				if in == "t" {
					texts[name] = append(texts[name], string(e))
				}
			case xml.EndElement:
				in = ""
			case xml.StartElement:
				in = e.Name.Local
				attr := map[string]string{}
				for _, a := range e.Attr {
					attr[a.Name.Local] = a.Value
				}
				switch {
				case in == "cNvPr" && ids[attr["id"]]:
					t.Errorf("%s: two shapes are number %s", name, attr["id"])
				case in == "cNvPr":
					ids[attr["id"]] = true
				case in == "Relationship" && attr["TargetMode"] == "External":
					if !strings.HasPrefix(attr["Target"], "https://") && !strings.HasPrefix(attr["Target"], "http://") && !strings.HasPrefix(attr["Target"], "mailto:") {
						t.Errorf("%s leads to %s", name, attr["Target"])
					}
				case in == "Relationship":
					if to := path.Join(path.Dir(path.Dir(name)), attr["Target"]); all[to] == "" {
						t.Errorf("%s refers to %s, which is not there", name, to)
					}
				}
			}
		}
	}
	return all, texts
}

func TestSlidesAreWhole(t *testing.T) {
	maps := tables(t)
	maps["naughty"] = &importer.Result{Project: journeytest.Sentences(4, naughty(t))}
	for name, r := range maps {
		t.Run(name, func(t *testing.T) {
			all, texts := parts(t, written(t, r, "pptx"))
			stages := r.Project.Stages(exporttest.First(r.Project))
			n := 0
			for part := range all {
				if strings.HasPrefix(part, "ppt/slides/slide") {
					n++
				}
			}
			if n < 1+len(stages) {
				t.Errorf("%d slides for %d stages", n, len(stages))
			}
			if strings.Count(all["ppt/presentation.xml"], "<p:sldId ") != n {
				t.Errorf("not all of %d slides are in the list", n)
			}
			said := letters(strings.Join(texts["ppt/slides/slide1.xml"], ""))
			for _, s := range stages {
				if s.Title != "" && !strings.Contains(said, letters(s.Title)) && !r.Project.Maps()[0].Heat {
					t.Errorf("the whole map does not say “%s”", s.Title)
				}
			}
		})
	}
}

// What a slide of a stage says is text that can be edited.
func TestAStageIsASlideOfTexts(t *testing.T) {
	_, texts := parts(t, written(t, exporttest.Sample(t), "pptx"))
	said := strings.Join(texts["ppt/slides/slide4.xml"], "\n")
	for _, want := range []string{"Try out", "Test-ride booking", "Saturday 10:15, two seats", "Moment of truth", "Stage 3 of 6"} {
		if !strings.Contains(said, want) {
			t.Errorf("“%s” is not in\n%s", want, said)
		}
	}
}

// What the speaker says to a stage is in the notes of its slides, and there alone.
func TestNotesOfAStageAreNotesOfItsSlide(t *testing.T) {
	if all, _ := parts(t, written(t, exporttest.Sample(t), "pptx")); len(all["ppt/notesMasters/notesMaster1.xml"]) > 0 {
		t.Error("there are pages for notes, and nobody wrote any")
	}
	r := exporttest.Sample(t)
	e := r.Project.Edit(nil)
	st := r.Project.Stages(exporttest.First(r.Project))[2]
	st.SpeakerNotes = "Ask who has tried it.\nShow <the> bike."
	e.Put(st)
	all, texts := parts(t, written(t, &importer.Result{Project: e.Project(), Blobs: r.Blobs}, "pptx"))
	if got := strings.Join(texts["ppt/notesSlides/notesSlide4.xml"], "|"); got != "Ask who has tried it.|Show <the> bike." {
		t.Errorf("the notes are %q", got)
	}
	if !strings.Contains(all["ppt/slides/_rels/slide4.xml.rels"], "notesSlide4.xml") || strings.Contains(strings.Join(texts["ppt/slides/slide4.xml"], " "), "Ask who") {
		t.Error("the slide does not have them as its notes")
	}
}

// LibreOffice shows the slides, where it is here.
func TestLibreOfficeShowsTheSlides(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not here")
	}
	noted := exporttest.Sample(t)
	e := noted.Project.Edit(nil)
	st := noted.Project.Stages(exporttest.First(noted.Project))[0]
	st.SpeakerNotes = "Ask who has tried it."
	e.Put(st)
	noted.Project = e.Project()
	for name, r := range map[string]*importer.Result{"sample": noted, "dangerous": {Project: dangerous()}} {
		dir := t.TempDir()
		file := filepath.Join(dir, "a.pptx")
		if err := os.WriteFile(file, written(t, r, "pptx"), 0o600); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(office, "-env:UserInstallation=file://"+dir+"/home", "--headless", "--convert-to", "pdf", "--outdir", dir, file)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		hyphens := strings.NewReplacer("\u2011", "", "-", "", "\u2010", "") // other fonts have others
		text := hyphens.Replace(letters(string(exporttest.Run(t, "pdftotext", "-raw", filepath.Join(dir, "a.pdf"), "-"))))
		for _, l := range r.Project.Lanes(exporttest.First(r.Project)) {
			if l.LaneKind != journey.Touchpoints {
				continue
			}
			for _, c := range r.Project.LaneCards(l) {
				if want := hyphens.Replace(letters(c.Title)); name == "sample" && !strings.Contains(text, want) {
					t.Errorf("%s: “%s” is not shown", name, c.Title)
				}
			}
		}
	}
}

// In a presentation that reads from the right texts stand there, in whatever
// script, and a line that ends in a number reads as it did.
func TestSlidesOfAMapFromTheRight(t *testing.T) {
	p, blobs := layouttest.Arabic(t)
	e := p.Edit(nil)
	c, _ := journey.Get[journey.Card](p, "test-ride-booking")
	c.Text = "في الساعة 10:15"
	e.Put(c)
	st := p.Stages(p.Maps()[0].ID)[0]
	st.SpeakerNotes = "من جرب ذلك؟"
	e.Put(st)
	all, _ := parts(t, written(t, &importer.Result{Project: e.Project(), Blobs: blobs}, "pptx"))
	paragraph := func(slide, says string) (look, of string) {
		for part := range strings.SplitSeq(all[slide], "<a:p>") {
			part, _, _ = strings.Cut(part, "</a:p>")
			var said strings.Builder
			for text := range strings.SplitSeq(part, "<a:t>") {
				text, _, is := strings.Cut(text, "</a:t>")
				if is {
					said.WriteString(text)
				}
			}
			if strings.HasPrefix(said.String(), says) {
				look, _, _ = strings.Cut(part, ">")
				return look, said.String()
			}
		}
		t.Fatalf("%s does not say %q", slide, says)
		return "", ""
	}
	const whole = "ppt/slides/slide1.xml"
	for slide, of := range map[string]string{whole: c.Text, "ppt/notesSlides/notesSlide2.xml": st.SpeakerNotes} {
		if look, said := paragraph(slide, of); !strings.Contains(look, `algn="r" rtl="1"`) || said != of {
			t.Errorf("%q is %q: %s", of, said, look)
		}
	}
	look, said := paragraph(whole, "Range, payload and price")
	if !strings.Contains(look, `algn="r"`) || strings.Contains(look, "rtl=") {
		t.Errorf("a text in Latin letters is %s", look)
	}
	if said != "Range, payload and price sit on three different pages" {
		t.Errorf("its lines are apart: %q", said)
	}
}
