package export_test

import (
	"bytes"
	"testing"

	"throughline/export/exporttest"
	"throughline/storage/importer"
)

// The same map gives the same bytes, whatever was written before.
func TestTwoExportsAreTheSameBytes(t *testing.T) {
	for name, r := range map[string]*importer.Result{"sample": exporttest.Sample(t), "components": exporttest.Components()} {
		for _, format := range []string{"pdf", "svg", "png", "json"} {
			if !bytes.Equal(written(t, r, format), written(t, r, format)) {
				t.Errorf("%s: two exports as %s differ", name, format)
			}
		}
	}
}

// What the components' cards say stands in the document.
func TestTheComponentsCanBeSearched(t *testing.T) {
	r := exporttest.Components()
	doc := exporttest.File(t, "a.pdf", written(t, r, "pdf"))
	checkDocument(t, doc)
	page := letters(string(exporttest.Run(t, "pdftotext", "-raw", "-enc", "UTF-8", doc, "-")))
	p := r.Project
	var texts []string
	for _, l := range p.Lanes(exporttest.First(p)) {
		texts = append(texts, l.Title, l.Caption)
		for _, c := range p.LaneCards(l) {
			texts = append(texts, c.Title, c.Text, c.Source)
			texts = append(texts, c.SeriesNames.All()...)
		}
		texts = append(texts, l.Names.All()...)
	}
	for _, c := range p.Channels() {
		texts = append(texts, c.Name)
	}
	texts = append(texts, "Mara, 36", "Jonas, 41", "As is", "To be", "Assumed", "7.5 × 10¹⁸", "−€1,250.5", "1,702", "492")
	for _, s := range texts {
		if s != "" && !found(page, s) {
			t.Errorf("“%s” cannot be found", s)
		}
	}
}
