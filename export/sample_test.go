package export_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image"
	stdpng "image/png"
	"math"
	"strings"
	"testing"

	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/export/exporttest"
	"throughline/journey"
)

// The sample is a sheet of A2, in every format.
func TestTheSampleFillsASheet(t *testing.T) {
	sample := exporttest.Sample(t)
	size := exporttest.Poster(t, sample, &layout.Print).Size
	if w, h := size.X*scene.Millimetres, size.Y*scene.Millimetres; w != 594 || math.Abs(h-420) > 0.1 {
		t.Errorf("the sample is %.2f × %.2f mm", w, h)
	}
	info := string(exporttest.Run(t, "pdfinfo", exporttest.File(t, "a.pdf", written(t, sample, "pdf"))))
	if !strings.Contains(info, "Pages:           1\n") || !strings.Contains(info, "(A2)") {
		t.Error(info)
	}
	if !strings.Contains(info, "Title:           Buying a cargo bike\n") {
		t.Error(info)
	}
	var w, h float64
	if _, err := fmt.Sscanf(info[strings.Index(info, "Page size:"):], "Page size: %f x %f pts", &w, &h); err != nil {
		t.Fatal(err)
	}
	c, err := stdpng.DecodeConfig(bytes.NewReader(written(t, sample, "png")))
	if err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Width   string `xml:"width,attr"`
		Height  string `xml:"height,attr"`
		ViewBox string `xml:"viewBox,attr"`
	}
	if err := xml.Unmarshal(written(t, sample, "svg"), &doc); err != nil {
		t.Fatal(err)
	}
	var mmW, mmH, boxW, boxH float64
	if _, err := fmt.Sscanf(doc.Width+" "+doc.Height+" "+doc.ViewBox, "%fmm %fmm 0 0 %f %f", &mmW, &mmH, &boxW, &boxH); err != nil {
		t.Fatal(err)
	}
	// all of them in pixels of the PNG
	want := image.Pt(c.Width, c.Height)
	for what, got := range map[string][2]float64{
		"the PDF":          {w / 72 * 25.4, h / 72 * 25.4},
		"the SVG":          {mmW, mmH},
		"the SVG's inside": {boxW * scene.Millimetres, boxH * scene.Millimetres},
	} {
		k := agreeScale / scene.Millimetres
		if x, y := got[0]*k, got[1]*k; math.Abs(x-float64(want.X)) > 1 || math.Abs(y-float64(want.Y)) > 1 {
			t.Errorf("%s has %.2f × %.2f pixels, the PNG %v", what, x, y, want)
		}
	}
}

// What the sample's cards say stands in the document, to be searched and copied.
func TestTheSampleCanBeSearched(t *testing.T) {
	sample := exporttest.Sample(t)
	doc := exporttest.File(t, "a.pdf", written(t, sample, "pdf"))
	checkDocument(t, doc)
	page := letters(string(exporttest.Run(t, "pdftotext", "-raw", "-enc", "UTF-8", doc, "-")))
	p := sample.Project
	m := p.Maps()[0]
	texts := []string{m.Title, m.Subtitle, m.Scenario, m.Goal, m.Version, m.Owner}
	for _, s := range p.Stages(m.ID) {
		texts = append(texts, s.Title)
		for _, st := range p.Steps(s.ID) {
			texts = append(texts, st.Title)
		}
	}
	for _, l := range p.Lanes(m.ID) {
		if l.Hidden {
			continue
		}
		texts = append(texts, l.Title, l.Caption)
		for _, c := range p.LaneCards(l) {
			texts = append(texts, c.Title, c.Text)
		}
	}
	if who, ok := journey.Get[journey.Persona](p, m.Persona); ok {
		texts = append(texts, who.Name, who.Facts, who.Text)
	}
	n := 0
	for _, s := range texts {
		if s == "" {
			continue
		}
		if n++; !found(page, s) {
			t.Errorf("“%s” cannot be found", s)
		}
	}
	if n < 150 {
		t.Errorf("only %d texts were looked for", n)
	}
}
