package mermaid

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"throughline/journey"
)

// data is where the material stands that other people made; it is never a part
// of the repository, and tests that read it skip without it.
const data = "../../../shared/data/mermaid"

// verdict is what Mermaid itself makes of a text.
type verdict struct {
	Accept     bool     `json:"accept"`
	Title      string   `json:"title"`
	TitleShown string   `json:"titleShown"`
	AccTitle   string   `json:"accTitle"`
	AccDescr   string   `json:"accDescr"`
	Sections   []string `json:"sections"`
	Tasks      []struct {
		Section string   `json:"section"`
		Task    string   `json:"task"`
		Score   any      `json:"score"`
		People  []string `json:"people"`
	} `json:"tasks"`
}

// sample is a text with Mermaid's verdict.
type sample struct {
	name, text string
	verdict
}

func samples(t *testing.T, folder string) []sample {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(data, folder, "*.mmd"))
	if len(files) == 0 {
		t.Skip("the material to test with is not here")
	}
	var out []sample
	for _, f := range files {
		s := sample{name: strings.TrimSuffix(filepath.Base(f), ".mmd")}
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		s.text = string(b)
		if b, err = os.ReadFile(strings.TrimSuffix(f, ".mmd") + ".oracle.json"); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(b, &s.verdict); err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		out = append(out, s)
	}
	return out
}

var (
	hashWord  = regexp.MustCompile(`(?m)^\s*\S[^\n]*#`)
	escapes   = regexp.MustCompile(`#\w+;`)
	noNumber  = regexp.MustCompile(`(?m)^[^:\n]+:\s*:`)
	fourParts = regexp.MustCompile(`(?m)^[^:\n]+:\s*[\d.]+\s*:[^:\n]*:`)
	inQuotes  = regexp.MustCompile(`:[^:\n]*"[^"\n]*,[^"\n]*"`)
)

// garbled says why Mermaid's verdict is not what the text says, "" where it is.
func (s sample) garbled() string {
	switch s.name {
	case "title-empty":
		return "an empty title eats the next line"
	case "title-word-in-task":
		return "a task that begins with “title” becomes the title"
	}
	if !s.Accept {
		return "refused"
	}
	var words []string
	for l := range strings.Lines(s.text) {
		t := strings.ToLower(strings.TrimSpace(l))
		if !strings.HasPrefix(t, "acc") && !strings.HasPrefix(t, "#") && !strings.HasPrefix(t, "%%") && !strings.HasPrefix(t, "actorcolours") {
			words = append(words, l)
		}
	}
	text := escapes.ReplaceAllString(strings.Join(words, ""), "")
	switch {
	case hashWord.MatchString(text):
		return "cut at “#”"
	case noNumber.MatchString(text):
		return "no score is a 0"
	case fourParts.MatchString(text):
		return "cut at the third colon"
	case inQuotes.MatchString(text):
		return "cut within quotes"
	}
	for _, t := range s.Tasks {
		if _, ok := t.Score.(float64); !ok {
			return fmt.Sprintf("a score is %v", t.Score)
		}
		if slices.Contains(t.People, "") {
			return "an actor has no name"
		}
	}
	return ""
}

var breaks = regexp.MustCompile(`(?i)<br\s*/?>`)

// plainly is s as both sides are compared: without white space around it, with
// every run of white space and every “<br>” as one space.
func plainly(s string) string {
	return strings.Join(strings.Fields(breaks.ReplaceAllString(s, " ")), " ")
}

// told is a diagram in a form to compare: its texts, its sections, then its
// tasks with the section of each. An actor who is named twice at a step counts
// once; actors keep their order.
func (d Diagram) told() string {
	var b strings.Builder
	fmt.Fprintf(&b, "title %s\nread aloud %s\ndescription %s\n", plainly(d.Title), plainly(d.AccessTitle), plainly(d.Description))
	for i, s := range d.Sections {
		if i > 0 || s.Name != "" {
			fmt.Fprintf(&b, "section %s\n", plainly(s.Name))
		}
	}
	for _, s := range d.Sections {
		for _, t := range s.Tasks {
			b.WriteString(told(s.Name, t.Name, t.Score, t.Actors))
		}
	}
	return b.String()
}

func told(section, task string, score any, actors []string) string {
	var people []string
	for _, a := range actors {
		if a = plainly(a); !slices.Contains(people, a) {
			people = append(people, a)
		}
	}
	return fmt.Sprintf("%s | %s | %v | %q\n", plainly(section), plainly(task), score, people)
}

func (v verdict) told() string {
	d := Diagram{Title: v.Title, AccessTitle: v.AccTitle, Description: v.AccDescr}
	if d.Title == "" {
		d.Title = v.TitleShown // from the front matter
	}
	for _, s := range append([]string{""}, v.Sections...) {
		d.Sections = append(d.Sections, Section{Name: s})
	}
	out := d.told()
	for _, t := range v.Tasks {
		out += told(t.Section, t.Task, t.Score, t.People)
	}
	return out
}

// sizes is how many tasks stand in each section.
func (d Diagram) sizes() []int {
	var out []int
	for _, s := range d.Sections {
		out = append(out, len(s.Tasks))
	}
	return out
}

// What Mermaid takes and does not garble comes out as Mermaid has it.
func TestWeReadWhatMermaidReads(t *testing.T) {
	compared := map[string]int{}
	for _, folder := range []string{"real", "probes"} {
		for _, s := range samples(t, folder) {
			why := s.garbled()
			if why != "" {
				t.Logf("%s/%s is not compared: %s", folder, s.name, why)
				continue
			}
			ds, err := Read(s.text)
			if err != nil || len(ds) != 1 {
				t.Errorf("%s: %d diagrams, %v", s.name, len(ds), err)
				continue
			}
			if got, want := ds[0].told(), s.verdict.told(); got != want {
				t.Errorf("%s:\n%s\nMermaid:\n%s", s.name, got, want)
			}
			compared[folder]++
		}
	}
	t.Log("compared:", compared)
	if compared["real"] < 71 || compared["probes"] < 60 {
		t.Errorf("only %v were compared", compared)
	}
}

// Every text with a journey in it is read, whatever Mermaid thinks of it, and
// becomes a project that needs no repair.
func TestEveryJourneyBecomesAMap(t *testing.T) {
	n := 0
	for _, folder := range []string{"real", "probes"} {
		for _, s := range samples(t, folder) {
			ds, err := Read(s.text)
			if err != nil {
				t.Errorf("%s: %v", s.name, err)
				continue
			}
			p := Project(ds)
			if _, problems := journey.Repair(p); len(problems) > 0 {
				t.Errorf("%s: %v", s.name, problems)
			}
			if again, _ := Read(s.text); !Project(again).Equal(p) {
				t.Errorf("%s: read twice it is another project", s.name)
			}
			if !s.Accept && len(ds[0].Problems) == 0 {
				t.Errorf("%s: Mermaid refuses it and nothing is said", s.name)
			}
			for _, f := range ds[0].Problems {
				if f.Line < 1 || f.Line > 1+strings.Count(s.text, "\n")+strings.Count(s.text, "\r") {
					t.Errorf("%s: a finding at line %d: %s", s.name, f.Line, f.Text)
				}
			}
			n++
		}
	}
	if n < 77+105 {
		t.Errorf("only %d texts", n)
	}
}

// What is written and read again says the same.
func TestARealJourneyComesBackFromItsText(t *testing.T) {
	n := 0
	for _, folder := range []string{"real", "probes"} {
		for _, s := range samples(t, folder) {
			first, err := Read(s.text)
			if err != nil {
				t.Error(err)
				continue
			}
			var b bytes.Buffer
			p := Project(first)
			if _, err := Write(&b, p, p.Maps()[0].ID); err != nil {
				t.Error(err)
			}
			second, err := Read(b.String())
			if err != nil {
				t.Errorf("%s: %v\n%s", s.name, err, b.String())
				continue
			}
			if folder == "probes" && !comparable(first[0]) {
				continue
			}
			if got, want := second[0].told(), first[0].told(); got != want || !slices.Equal(first[0].sizes(), second[0].sizes()) {
				t.Errorf("%s:\n%s\nwas\n%s\nwritten\n%s", s.name, got, want, b.String())
			}
			n++
		}
	}
	t.Log(n, "came back")
	if n < 77+85 {
		t.Errorf("only %d came back", n)
	}
}

// comparable reports whether the scores are ones that Write keeps.
func comparable(d Diagram) bool {
	for _, s := range d.Sections {
		for _, t := range s.Tasks {
			if v := t.Score; !v.Set || v.Value < 0 || v.Value > 10 {
				return false
			}
		}
	}
	return true
}
