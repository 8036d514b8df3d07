package importer

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"throughline/journey"
	"throughline/journey/journeytest"
)

const coffee = "journey\n  title Café ☕\n  section Order\n    Choose: 4: Ana\n    Pay: 3: Ana, Ben\n"

// titles is the titles of a project's maps and the names of its people.
func titles(p *journey.Project) string {
	var out []string
	for _, m := range p.Maps() {
		out = append(out, m.Title)
	}
	for _, who := range p.People() {
		out = append(out, who.Name)
	}
	return strings.Join(out, ", ")
}

func imported(t *testing.T, name string, b []byte) *Result {
	t.Helper()
	r, err := Read(name, bytes.NewReader(b))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return r
}

func TestAMermaidFileBecomesAMap(t *testing.T) {
	for _, name := range []string{"coffee.mmd", "Coffee.MERMAID", "a folder/notes.md", "notes.markdown"} {
		r := imported(t, name, []byte(coffee))
		if got := titles(r.Project); got != "Café ☕, Ana, Ben" || len(r.Problems) > 0 || r.Blobs == nil {
			t.Errorf("%s: %s %v", name, got, r.Problems)
		}
	}
}

func TestEachJourneyOfADocumentBecomesAMap(t *testing.T) {
	doc := "# Two\n\n```mermaid\n" + coffee + "```\n\n```mermaid\ngraph TD\n a-->b\n```\n\n~~~Mermaid\njourney\n title Tea\n Wait: 2,5: Ben\n~~~\n"
	r := imported(t, "doc.md", []byte(doc))
	if got := titles(r.Project); got != "Café ☕, Tea, Ana, Ben" {
		t.Error(got)
	}
	want := []journey.Problem{
		{Line: 19, Text: "the score “2,5” was read as 2.5"},
		{Line: 19, Text: "the steps before the first section stand under a stage without a name"},
	}
	if !slices.Equal(r.Problems, want) {
		t.Error(r.Problems)
	}
	if _, err := Read("doc.md", strings.NewReader("# No journey\n\nNone.\n")); !errors.Is(err, errNoTable) {
		t.Error(err)
	}
}

func TestTextsInOtherEncodings(t *testing.T) {
	wide := func(o binary.AppendByteOrder, mark uint16) []byte {
		b := o.AppendUint16(nil, mark)
		for _, u := range utf16.Encode([]rune(strings.ReplaceAll(coffee, "Choose", "Choose 🎉"))) {
			b = o.AppendUint16(b, u)
		}
		return b
	}
	for name, b := range map[string][]byte{
		"UTF-8 with a mark": []byte("\uFEFF" + coffee),
		"UTF-16 as Windows": wide(binary.LittleEndian, 0xFEFF),
		"UTF-16":            wide(binary.BigEndian, 0xFEFF),
	} {
		if r := imported(t, "a.mmd", b); titles(r.Project) != "Café ☕, Ana, Ben" || len(r.Problems) > 0 {
			t.Errorf("%s: %s %v", name, titles(r.Project), r.Problems)
		}
	}
	half := append(wide(binary.LittleEndian, 0xFEFF), 0x3D, 0xD8, 'x')
	if r := imported(t, "a.mmd", half); titles(r.Project) != "Café ☕, Ana, Ben" {
		t.Error(titles(r.Project))
	}
	r := imported(t, "a.mmd", []byte("journey\n title Tea\n section Caf\xe9\n Sit: 3\n"))
	if p := r.Project; titles(p) != "Tea" || p.Stages("map1")[0].Title != "Caf\uFFFD" {
		t.Error(titles(p), p.Stages("map1"))
	}
	if len(r.Problems) != 1 || r.Problems[0].Line != 3 || !strings.Contains(r.Problems[0].Text, "not UTF-8") {
		t.Error(r.Problems)
	}
}

func TestAProjectComesBackFromItsJSON(t *testing.T) {
	p := journeytest.Generate(200)
	var b bytes.Buffer
	if err := p.WriteJSON(&b, journey.MemoryBlobs{}); err != nil {
		t.Fatal(err)
	}
	if r := imported(t, "map.json", b.Bytes()); !r.Project.Equal(p) || len(r.Problems) > 0 {
		t.Error(r.Problems)
	}
	picture := `{"throughline":1,"media":[{"id":"p","type":"image/png","data":"AAEC"}],"maps":[]}`
	r := imported(t, "map.json", []byte("\uFEFF"+picture))
	if got, err := r.Blobs.Blob(r.Project.Media()[0].Hash); err != nil || !bytes.Equal(got, []byte{0, 1, 2}) {
		t.Error(got, err)
	}
}

// endless is a file without an end.
type endless struct{}

func (endless) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = '\n'
	}
	return len(b), nil
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, os.ErrPermission }

func TestWhatCannotBeImportedIsSaidInASentence(t *testing.T) {
	for _, c := range []struct {
		name string
		r    io.Reader
		want string
	}{
		{"plan.docx", strings.NewReader(coffee), "“plan.docx” is none of the files that can be imported: .mmd .mermaid .md .markdown .xlsx .csv .tsv .tab .json"},
		{"coffee", strings.NewReader(coffee), "“coffee” is none of the files"},
		{"a.mmd", strings.NewReader(""), "the file is empty"},
		{"a.mmd", strings.NewReader("graph TD\n a-->b\n"), "no Mermaid journey in this file"},
		{"a.mmd", endless{}, "the file is larger than 64 MB"},
		{"a.mmd", broken{}, "read a.mmd: permission denied"},
		{"a.json", strings.NewReader("{"), "line 1: the JSON ends too early"},
		{"a.json", strings.NewReader("{}"), "not a Throughline project"},
		{"a.json", strings.NewReader(`{"throughline":1,"maps":[` + strings.Repeat("{},", maxObjects) + "{}]}"), "more rows than can be imported"},
		{"a.json", strings.NewReader(`{"x":[` + strings.Repeat("0,", maxCommas+1) + "0]}"), "more rows than can be imported"},
	} {
		if _, err := Read(c.name, c.r); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}

func TestObjectsInTextsAreNoRows(t *testing.T) {
	if o, c := count([]byte(`{"a":"{,\"{,","b":[{},{}]}`)); o != 3 || c != 2 {
		t.Error(o, c)
	}
}

func TestALongListOfFindingsIsCut(t *testing.T) {
	r := imported(t, "a.mmd", []byte("journey\n"+strings.Repeat("what is this\n", 3000)))
	if n := len(r.Problems); n > 1001 || !strings.Contains(r.Problems[n-1].Text, "more findings") {
		t.Error(n, r.Problems[n-1])
	}
	r = imported(t, "a.json", []byte(`{"throughline":1,"maps":[{"lanes":[{"cards":[`+strings.Repeat("{},", 3000)+`{}]}]}]}`))
	if n := len(r.Problems); n != 1001 {
		t.Error(n)
	}
}

func TestEveryFormatHasAnExtensionOfItsOwn(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range Formats {
		for _, e := range f.Extensions {
			if seen[e] || e != strings.ToLower(e) || e[0] != '.' || !Supported("x"+strings.ToUpper(e)) {
				t.Errorf("%s: %s", f.Name, e)
			}
			seen[e] = true
		}
	}
	if Supported("map.journey") || Supported("") {
		t.Error("what is not in the table is said to be supported")
	}
}

// Files that other people made are read whole, and the same every time.
func TestRealFilesBecomeProjects(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/data/mermaid/real/*.mmd")
	if len(files) == 0 {
		t.Skip("the material to test with is not here")
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		bare, fenced := imported(t, f, b), imported(t, "x.md", []byte("text\n\n```mermaid\n"+string(b)+"\n```\n"))
		if !bare.Project.Equal(fenced.Project) || len(bare.Project.Maps()) != 1 {
			t.Errorf("%s is another project in a document", filepath.Base(f))
		}
	}
	if len(files) < 77 {
		t.Errorf("only %d files", len(files))
	}
}

func FuzzRead(f *testing.F) {
	f.Add("a.mmd", []byte(coffee))
	f.Add("a.md", []byte("\xff\xfe#\x00\n\x00"))
	f.Add("a.md", []byte("> ```mermaid\n> journey\n> A: 3,5: \xe9\n"))
	f.Add("a.json", []byte(`{"throughline":1,"media":[{"data":"AAEC"}],"maps":[{"lanes":[{"kind":"x","cards":[{"step":"no"}]}]}]}`))
	f.Fuzz(func(t *testing.T, name string, b []byte) {
		if len(b) > 1<<16 {
			return
		}
		r, err := Read(name, bytes.NewReader(b))
		if err != nil {
			if r != nil || err.Error() == "" {
				t.Fatal("an error with a result")
			}
			return
		}
		if q, problems := journey.Repair(r.Project); len(problems) > 0 || !q.Equal(r.Project) {
			t.Fatalf("it had to be repaired again: %v", problems)
		}
		again, err := Read(name, bytes.NewReader(b))
		if err != nil || !again.Project.Equal(r.Project) || !slices.Equal(again.Problems, r.Problems) {
			t.Fatal("the same file was read in another way")
		}
	})
}
