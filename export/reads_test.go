package export_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"throughline/canvas/layout"
	"throughline/canvas/layout/layouttest"
	"throughline/export"
	"throughline/export/exporttest"
	"throughline/journey"
	"throughline/storage/importer"
)

// What a map says of how it is read stands in the documents that can say it too.
func TestDocumentsAreReadAsTheirMapIs(t *testing.T) {
	for name, c := range map[string]struct {
		direction string
		arabic    bool
		left      bool
	}{
		"as it was drawn":                          {},
		"in Arabic":                                {arabic: true, left: true},
		"told to be read from the right":           {direction: journey.FromRight, left: true},
		"in Arabic, told to be read from the left": {direction: journey.FromLeft, arabic: true},
	} {
		p := exporttest.Sample(t).Project
		e := p.Edit(nil)
		m := p.Maps()[0]
		if m.Direction = c.direction; c.arabic {
			m.Title = "شراء دراجة شحن"
		}
		e.Put(m)
		r := &importer.Result{Project: e.Project()}
		if got := bytes.Contains(written(t, r, "pdf"), []byte("/Direction/R2L")); got != c.left {
			t.Errorf("%s: the PDF is read from the right: %t", name, got)
		}
		if got := strings.Contains(string(written(t, r, "html")), "dir=\"rtl\">\n<head>"); got != c.left {
			t.Errorf("%s: the page is read from the right: %t", name, got)
		}
		book, err := excelize.OpenReader(bytes.NewReader(written(t, r, "xlsx")))
		if err != nil {
			t.Fatal(err)
		}
		for i, sheet := range book.GetSheetList() {
			v, err := book.GetSheetView(sheet, 0)
			if err != nil {
				t.Fatal(err)
			}
			if left, want := v.RightToLeft != nil && *v.RightToLeft, c.left && i == 0; left != want {
				t.Errorf("%s: the sheet %s is read from the right: %t", name, sheet, left)
			}
		}
		if panes, err := book.GetPanes(book.GetSheetList()[0]); err != nil || !panes.Freeze {
			t.Errorf("%s: the first column moves away", name)
		}
	}
}

// In a workbook of several maps each sheet is read as its own map is.
func TestEachSheetIsReadAsItsMapIs(t *testing.T) {
	e := journey.New().Edit(nil)
	for i, title := range []string{"Retail", "شراء", "Service"} {
		id := journey.ID(title)
		e.Put(journey.Map{ID: id, Order: journey.Spread(3)[i], Title: title})
		e.Put(journey.Stage{ID: "stage-" + id, Map: id, Order: "V", Title: "Search"})
		e.Put(journey.Lane{ID: "lane-" + id, Map: id, Order: "V", LaneKind: journey.Text})
	}
	j := &export.Job{Project: e.Project(), Map: "Retail", All: true, Layout: layouttest.Options(t, &layout.Print)}
	var b bytes.Buffer
	f, _ := export.ForFile("a.xlsx")
	if _, err := f.Write(t.Context(), &b, j); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	for i, sheet := range book.GetSheetList()[:3] {
		v, err := book.GetSheetView(sheet, 0)
		if err != nil {
			t.Fatal(err)
		}
		if left := v.RightToLeft != nil && *v.RightToLeft; left != (i == 1) {
			t.Errorf("%s is read from the right: %t", sheet, left)
		}
	}
}
