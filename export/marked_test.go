package export_test

import (
	"bytes"
	"strings"
	"testing"

	"throughline/export/exporttest"
	"throughline/journey/journeytest"
	"throughline/storage/importer"
)

// A map with links, notes, sums and a review that is due is the same bytes
// each time, and what its links and notes say can be searched for.
func TestMarksAreExported(t *testing.T) {
	r := &importer.Result{Project: journeytest.Marked()}
	for _, format := range []string{"pdf", "png", "svg"} {
		if !bytes.Equal(written(t, r, format), written(t, r, format)) {
			t.Errorf("two exports as %s differ", format)
		}
	}
	doc := exporttest.File(t, "a.pdf", written(t, r, "pdf"))
	checkDocument(t, doc)
	page := letters(string(exporttest.Run(t, "pdftotext", "-raw", "-enc", "UTF-8", doc, "-")))
	texts := []string{"Review was due on 1 October 2026", "JW", "Summary", "How much a stage hurts"}
	for _, l := range r.Project.Links("marked") {
		texts = append(texts, l.Title)
	}
	for _, n := range r.Project.Notes("marked") {
		texts = append(texts, strings.Split(n.Text, "\n")...)
	}
	for _, s := range texts {
		if drawn := s != "never drawn" && s != "Never drawn"; s != "" && found(page, s) != drawn {
			t.Errorf("“%s” can be found: %v", s, !drawn)
		}
	}
}
