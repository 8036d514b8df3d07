package svg

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"throughline/canvas/layout"
	"throughline/export/exporttest"
)

// Text that stands as text says the same as before, in order, and what a
// reader hears is said once.
func TestLiveTextSaysWhatOutlinesSay(t *testing.T) {
	s := exporttest.Poster(t, exporttest.Sample(t), &layout.Print)
	outlines, err := labels(write(t, s, Options{}))
	if err != nil {
		t.Fatal(err)
	}
	live := write(t, s, Options{Text: true})
	if !bytes.Equal(live, write(t, s, Options{Text: true})) {
		t.Error("the same scene gives other bytes")
	}
	var said strings.Builder
	for d := xml.NewDecoder(bytes.NewReader(live)); ; {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		e, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		if e.Name.Local == "text" {
			var text string
			if err := d.DecodeElement(&text, &e); err != nil {
				t.Fatal(err)
			}
			said.WriteString(text)
		}
		for _, a := range e.Attr {
			if a.Name.Local == "aria-label" {
				said.WriteString(a.Value)
			}
		}
	}
	have := strings.Join(strings.Fields(said.String()), "")
	for _, l := range outlines {
		for _, line := range strings.Split(l, "\n") {
			for _, word := range strings.Fields(line) {
				if !strings.Contains(have, word) {
					t.Errorf("“%s” is not said", word)
				}
			}
		}
	}
	if n := bytes.Count(live, []byte("<text ")); n < 100 {
		t.Errorf("only %d runs are text", n)
	}
	if n := bytes.Count(live, []byte("@font-face")); n < 3 || n > 8 {
		t.Errorf("%d fonts", n)
	}
	if bytes.Contains(write(t, s, Options{}), []byte("<style")) {
		t.Error("outlines need a style sheet")
	}
}
