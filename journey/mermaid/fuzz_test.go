package mermaid

import (
	"bytes"
	"strings"
	"testing"

	"throughline/journey"
)

var seeds = []string{
	"journey\n  title T\n  accTitle: x\n  accDescr {\n a\n b }\n  section S: 1\n    A: 3: Me, You\n    B: 4/5; C: 2\n",
	"---\ntitle: \"x\"\n---\n%%{init: {}}%%\nJourney-beta\nsection\nA#58; b<br>c: 3,5: \"a, b\", #35;\n",
	"# Doc\n> ```mermaid\n> journey\n> A: Ana: 4\n> B: Ana: 3\n> ```\n~~~mermaid\njourney\n登录： 5： 用户、x\n~~~\n",
	":::mermaid\njourney x\nA::\n: 3\nB: ★★☆: x: y: 10:30\nclick B href \"x\"\njourney\nC\n:::",
	"title x\r\njourney; section a; b: 1;\r title\r\n%a\r# b\r\naccDescr { x } y: 9",
	"journey\n&amp; &#59; #semi; #160;: -1e3: \xff\x00 , ,\n100%% x: 0x4\n  section a\n    section b: 3: c\n",
}

func FuzzRead(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<16 {
			return
		}
		ds, err := Read(text)
		if (err == nil) != (len(ds) > 0) {
			t.Fatalf("%d diagrams and %v", len(ds), err)
		}
		for _, d := range ds {
			for _, p := range d.Problems {
				if p.Line < 0 || p.Line > 1+strings.Count(text, "\n")+strings.Count(text, "\r") || strings.Contains(p.Text, "\n") {
					t.Fatalf("a finding at line %d: %q", p.Line, p.Text)
				}
			}
		}
		p := Project(ds)
		if q, problems := journey.Repair(p); len(problems) > 0 || !q.Equal(p) {
			t.Fatalf("it had to be repaired: %v", problems)
		}
		for i, m := range p.Maps() {
			sameAgain(t, p, m.ID, ds[i])
		}
	})
}

// sameAgain writes a map and holds what Read makes of it against d.
func sameAgain(t *testing.T, p *journey.Project, id journey.ID, d Diagram) {
	t.Helper()
	var b bytes.Buffer
	if _, err := Write(&b, p, id); err != nil {
		t.Fatal(err)
	}
	back, err := Read(b.String())
	if err != nil || len(back) != 1 {
		t.Fatalf("%d diagrams, %v\n%s", len(back), err, b.String())
	}
	least, greatest, none := 1.0, 5.0, 3.0
	for _, l := range p.Lanes(id) {
		if l.LaneKind == journey.Feelings {
			least, greatest = l.Least.Value, l.Greatest.Value
		}
	}
	if greatest == 10 {
		none = 5
	}
	exact := least == 1 && greatest == 5 || least == 0 && greatest == 10
	for _, d := range []*Diagram{&d, &back[0]} {
		var lines []string
		for l := range strings.Lines(d.Description) {
			if trim(l) != "" {
				lines = append(lines, trim(l))
			}
		}
		d.Description = strings.Join(lines, "\n")
		for i := range d.Sections {
			for j := range d.Sections[i].Tasks {
				if s := &d.Sections[i].Tasks[j].Score; !exact {
					*s = journey.Number{}
				} else {
					*s = journey.Num(s.Or(none))
				}
			}
		}
	}
	if got, want := exactly(back[0]), exactly(d); got != want {
		t.Fatalf("%q\nwas\n%q\nwritten\n%s", got, want, b.String())
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
		f.Add("```mermaid\n" + s + "\n```\ntext\n- ~~~\n  " + s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, b := range Find(text) {
			if b.Line <= last || b.Line > 1+strings.Count(text, "\n")+strings.Count(text, "\r") {
				t.Fatalf("a block at line %d behind one at %d", b.Line, last)
			}
			if len(b.Text) > len(text)+1 {
				t.Fatal("a block has more text than the document")
			}
			last = b.Line
		}
	})
}

func FuzzWrite(f *testing.F) {
	f.Add("T: #1; x", "two\nlines }", "Step 1: look; see", "section leader <br>, 50%% off", `Ana, "Lee`, 3.5)
	f.Add("%%{x}%%", "%% {", "", "10:30", "小、明", 12.0)
	f.Fuzz(func(t *testing.T, title, description, section, task, actor string, score float64) {
		d := Diagram{Title: oneLine(tidy(title)), Description: tidy(description), Sections: []Section{
			{Name: tidy(section), Tasks: []Task{{Name: tidy(task), Score: journey.Num(min(10, max(0, score)))}}},
		}}
		if a := oneLine(tidy(actor)); a != "" {
			d.Sections[0].Tasks[0].Actors = []string{a, "Me"}
		}
		if a := d.Sections[0].Tasks[0].Actors; len(a) == 2 && a[0] == "Me" {
			d.Sections[0].Tasks[0].Actors = a[:1]
		}
		p := Project([]Diagram{d})
		sameAgain(t, p, p.Maps()[0].ID, d)
	})
}
