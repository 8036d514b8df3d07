package mermaid

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"throughline/journey"
)

// one reads a text that holds one diagram.
func one(t *testing.T, text string) Diagram {
	t.Helper()
	ds, err := Read(text)
	if err != nil || len(ds) != 1 {
		t.Fatalf("%d diagrams, %v of\n%s", len(ds), err, text)
	}
	return ds[0]
}

// findings is a diagram's problems, a line each.
func findings(d Diagram) string {
	var b strings.Builder
	for _, p := range d.Problems {
		fmt.Fprintln(&b, p)
	}
	return b.String()
}

func TestAPersonsReadingOfALine(t *testing.T) {
	for line, want := range map[string]string{
		"Look: 4: Ana, Ben":             `Look | 4 | ["Ana" "Ben"]`,
		"Look:4:Ana":                    `Look | 4 | ["Ana"]`,
		"Look : 4":                      `Look | 4 | []`,
		"Look: 4:":                      `Look | 4 | []`,
		"Look: -0.5e1: Ana":             `Look | -5 | ["Ana"]`,
		"Look: 3,5: Ana":                `Look | 3.5 | ["Ana"]`,
		"Look: 4 / 5: Ana":              `Look | 4 | ["Ana"]`,
		"Look: ４: Ana":                  `Look | 4 | ["Ana"]`,
		"Look: 4️⃣: Ana":                `Look | 4 | ["Ana"]`,
		"Look: ⭐⭐⭐☆☆: Ana":              `Look | 3 | ["Ana"]`,
		"Look: 4 ★: Ana":                `Look | 4 | ["Ana"]`,
		"Look: 4, Ana":                  `Look | 4 | ["Ana"]`,
		"Look: ?: Ana":                  `Look |  | ["Ana"]`,
		"Look: 1e300: Ana":              `Look |  | ["Ana"]`,
		"Look: well: Ana":               `Look: well |  | ["Ana"]`,
		"Look: Ana":                     `Look: Ana |  | []`,
		"Look":                          `Look |  | []`,
		": 4: Ana":                      ` | 4 | ["Ana"]`,
		"Look: at this: 4: Ana":         `Look: at this | 4 | ["Ana"]`,
		"Look: at this: 4":              `Look: at this | 4 | []`,
		"Room 2: 3: knock: 4: Ana":      `Room 2: 3: knock | 4 | ["Ana"]`,
		"Meet at 10:30: 5: Ana":         `Meet at 10:30 | 5 | ["Ana"]`,
		"Meet at 10:30: 5":              `Meet at 10:30 | 5 | []`,
		"Meet at 10:30":                 `Meet at 10:30 |  | []`,
		"Meet 10:30: Ana":               `Meet 10:30 |  | ["Ana"]`,
		"10:30-11:05: 4: Ana at 9:00":   `10:30-11:05 | 4 | ["Ana at 9:00"]`,
		"Step1:10:Ana":                  `Step1 | 10 | ["Ana"]`,
		"Look: 4: Ana: the boss":        `Look | 4 | ["Ana: the boss"]`,
		"看：4：安娜，本、小明":                   `看 | 4 | ["安娜" "本" "小明"]`,
		"步骤：看: 4：安娜":                    `步骤：看 | 4 | ["安娜"]`,
		"Look: 4: Ana,, Ben,":           `Look | 4 | ["Ana" "Ben"]`,
		"Look: 4: Ana; Ben":             `Look | 4 | ["Ana" "Ben"]`,
		"Look: 4: Ana;":                 `Look | 4 | ["Ana"]`,
		`Look: 4: "Oh, well", Ana`:      `Look | 4 | ["\"Oh, well\"" "Ana"]`,
		`Look: 4: 24" screen, "Ana`:     `Look | 4 | ["24\" screen" "\"Ana"]`,
		"Issue #7: 4: Ana":              `Issue #7 | 4 | ["Ana"]`,
		"#7 opened: 4: Ana":             `#7 opened | 4 | ["Ana"]`,
		"Look #amp; see#58; #35;7: 4":   `Look & see: #7 | 4 | []`,
		"Look &amp; see &#x3a; it: 4":   `Look & see : it | 4 | []`,
		"Look #nosuch; here: 4":         `Look #nosuch; here | 4 | []`,
		"Look<br/>twice: 4: Ana<br>Lee": `Look twice | 4 | ["Ana Lee"]`,
		"Click here to buy: 4: Ana":     `Click here to buy | 4 | ["Ana"]`,
		"direction east: 4: Ana":        `direction east | 4 | ["Ana"]`,
		"titles and sections: 4: Ana":   `titles and sections | 4 | ["Ana"]`,
		"journey planned: 4: Ana":       `journey planned | 4 | ["Ana"]`,
		"section head calls: 4: Ana":    `section head calls | 4 | ["Ana"]`,
		"title deed: 4: Ana":            `title deed | 4 | ["Ana"]`,
		"title: 4: Ana":                 `title | 4 | ["Ana"]`,
		"Look %%{init: {}}%%: 4: Ana":   `Look | 4 | ["Ana"]`,
	} {
		d := one(t, "journey\n section S\n  "+line+"\n")
		if len(d.Sections) != 1 || len(d.Sections[0].Tasks) != 1 || d.Title != "" {
			t.Errorf("%q became %+v", line, d)
			continue
		}
		got := d.Sections[0].Tasks[0]
		if s := strings.TrimSuffix(strings.TrimPrefix(told("", got.Name, got.Score, got.Actors), " | "), "\n"); s != want {
			t.Errorf("%q became\n%s, want\n%s", line, s, want)
		}
	}
}

// What a person has to look at after an import, with its line.
func TestEveryRepairIsReportedWithItsLine(t *testing.T) {
	d := one(t, `%%{init: {"theme": "base",
  "journey": {"width": 300}}}%%
JOURNEY
  title
  title One; two
  section Step 1: look
    Ask: 3,5: Ana
    Buy #2: 4: Ana, Ana,
    Wait
    Pay: good: Ana
    Go: 7: Ana %% soon
  %done: 3: Ana
  # a comment
  section
    Rest: 4, Ana
    等：4：安娜
    a &amp; b: 4: x: y
  click Ask "https://example.org/a:b"
  click Nothing href "x"
  ---
`)
	want := `line 1: what tells Mermaid how to draw (“%%{…}%%”) was left out
line 3: “JOURNEY” was read as “journey”
line 4: a title without words was left out
line 5: “;” was kept; Mermaid does not take it
line 6: a colon in the name of a section was kept
line 7: the score “3,5” was read as 3.5
line 8: “#” was kept; Mermaid ends the line there
line 8: an actor without a name was left out
line 8: an actor who is named twice was read once
line 9: a step needs “task: score: actor”, the line was kept as a step without a score
line 10: a step needs “task: score: actor”, here is no score and the words were kept
line 11: the score 7 is not in 1 to 5, so the feelings have a wider scale
line 11: “%%” was kept; it begins a comment at the start of a line only
line 12: “%done: 3: Ana” is a comment to Mermaid and was left out
line 14: a section without a name became a stage without one
line 15: the comma behind the score was read as a colon
line 16: “：” was read as “:”
line 17: the escapes of HTML were read as the characters they mean
line 17: a colon in the name of an actor was kept
line 18: the link of “Ask” was kept; a Mermaid journey has none
line 19: a link to “Nothing”, which is no step, was left out
line 20: “---” was left out
`
	if got := findings(d); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if l := d.Sections[0].Tasks[0].Links; len(l) != 1 || l[0] != "https://example.org/a:b" {
		t.Errorf("links %v", l)
	}
}

func TestAnActorBeforeTheScoreIsFound(t *testing.T) {
	for text, want := range map[string]string{
		"A: Ana: 4\nB: Ana: 3":           `A ["Ana"] B ["Ana"] `,           // every line is like that, one actor
		"A: Ana: 4\nB: 3: Ana":           `A ["Ana"] B ["Ana"] `,           // known from another line
		"Step 1: read: 4\nStep 2: go: 3": `Step 1: read [] Step 2: go [] `, // a name a line: they are no actors
		"A: Ana: 4":                      `A: Ana [] `,                     // nothing to tell by
	} {
		var b strings.Builder
		for _, task := range one(t, "journey\nsection S\n"+text).Sections[0].Tasks {
			fmt.Fprintf(&b, "%s %q ", task.Name, task.Actors)
		}
		if b.String() != want {
			t.Errorf("%q became %s", text, b.String())
		}
	}
}

func TestTitlesComeFromWherePeoplePutThem(t *testing.T) {
	body := "\n  section S\n    A: 3: Me\n"
	for text, want := range map[string]string{
		"journey\n  title T" + body:                                   "T",
		"journey\n  title: T" + body:                                  "T",
		"journey\n  TITLE\tT" + body:                                  "T",
		"journey title T" + body:                                      "T",
		"journey: T" + body:                                           "T",
		"title T\njourney" + body:                                     "T",
		"\uFEFFjourney\r\n  title T\r\n  section S\r\n":               "T",
		"journey\r  title T\r  section S\r":                           "T",
		"---\ntitle: T\nconfig:\n  title: no\n---\njourney" + body:    "T",
		"  ---\n  title: \"T\" # yes\n  ---\n  journey" + body:        "T",
		"---\ntitle: 'T''s'\n---\njourney" + body:                     "T's",
		"---\ntitle: >\n  T\n  U\nx: 1\n---\njourney" + body:          "T U",
		"---\ntitle: front\n---\njourney\n  title T" + body:           "T",
		"---\ntitle: a: b\n---\njourney" + body:                       "a: b",
		"journey\n  title One\n  title Two" + body:                    "Two",
		"journey\n  title a : b#35;c <br> d" + body:                   "a : b#c d",
		"journey\n  accTitle: no\n" + body:                            "",
		"%% note\n\n%%{init: {'theme':'base'}}%%\njourney\ntitle T\n": "T",
	} {
		if d := one(t, text); d.Title != want {
			t.Errorf("%q has the title %q, want %q", text, d.Title, want)
		}
	}
}

func TestDescriptionsForThoseWhoListen(t *testing.T) {
	for text, want := range map[string]string{
		"accDescr: one # two; three":              "one # two; three",
		"accdescr {\n one\n\n %% no\n two }":      "one\ntwo",
		"accDescr { one } section X":              "one",
		"accDescr {\n one\n section S\n A: 3: Me": "one", // not closed
		"accDescr: {one}":                         "{one}",
	} {
		if d := one(t, "journey\n"+text+"\n A: 3: Me\n"); d.Description != want {
			t.Errorf("%q is described as %q", text, d.Description)
		}
	}
	if d := one(t, "journey\naccTitle: Aloud\naccDescr { a } section X\n A: 3"); d.AccessTitle != "Aloud" || d.Sections[0].Name != "X" {
		t.Errorf("%+v", d)
	}
}

func TestSemicolonsBetweenStatements(t *testing.T) {
	d := one(t, "journey; title T; section S; A: 3: Me; B: 4: You;\n")
	if got := d.told(); !strings.Contains(got, `S | A | 3 | ["Me"]`) || !strings.Contains(got, `S | B | 4 | ["You"]`) || d.Title != "T" {
		t.Error(got)
	}
}

func TestAJourneyAmongOtherText(t *testing.T) {
	for text, want := range map[string]int{
		"# Doc\n```mermaid\njourney\nA: 3\n```\ntext\n```Mermaid\n journey\n```": 2,
		"~~~ mermaid\njourney\nA: 3\n~~~\n":                                      1,
		":::mermaid\njourney\nA: 3\n:::\n":                                       1,
		"::: note\n```mermaid\njourney\nA: 3\n```\n:::\n":                        1,
		"- item\n\n  ```mermaid\n  journey\n    A: 3\n  ```\n":                   1,
		"1. ```mermaid\n   journey\n   ```\n":                                    1,
		"> ```mermaid\n> journey\n> section S\n> A: 3\n> ```\n":                  1,
		"> ```mermaid\n> journey\nA paragraph\n":                                 1,
		"```{.mermaid #id}\njourney\n```\n":                                      1,
		"```{code-block} mermaid\njourney\n```\n":                                1,
		"````mermaid\njourney\n```\nA: 3\n````\n":                                1,
		"```mermaid\njourney\nA: 3":                                              1, // not closed
		"```\njourney\n  A: 3: Me\n```\n":                                        1, // not marked
		"```mermaid\nflowchart LR\n journey --> x\n```\n":                        0,
		"```mermaid\ngantt\n section journey\n```\n":                             0,
		"```js\njourney\n```\n":                                                  0,
		"````markdown\n```mermaid\njourney\n```\n````\n":                         0,
		"The customer's\njourney\nis long.\n":                                    0,
		"Journey maps: 5 of them\n\nAnd text.\n":                                 0,
		"graph TD\n  journey\n":                                                  0,
		"":                                                                       0,
		"journey\n  A: 3\njourney\n  B: 4\n":                                     2,
		"journey My day\n  section S\n":                                          1,
	} {
		ds, err := Read(text)
		if len(ds) != want || (want == 0) != errors.Is(err, ErrNone) {
			t.Errorf("%q: %d diagrams, %v; want %d", text, len(ds), err, want)
		}
	}
	ds, _ := Read("text\n\n> ```mermaid\n> journey\n> section S: 1\n> ```\n")
	if got := findings(ds[0]); ds[0].Line != 4 || got != "line 5: a colon in the name of a section was kept\n" {
		t.Errorf("line %d, %s", ds[0].Line, got)
	}
}

// Texts made to hurt take a moment and bounded room.
func TestHostileTextsAreReadInTime(t *testing.T) {
	long, many := 2<<20, 200_000
	for name, text := range map[string]string{
		"a long name":            "journey\n" + strings.Repeat("x", long) + ": 3: Me",
		"colons":                 "journey\n" + strings.Repeat(":", long),
		"wide colons":            "journey\n" + strings.Repeat("：", long/3) + ":",
		"semicolons":             "journey\n" + strings.Repeat(";", long),
		"statements":             "journey\n" + strings.Repeat("a:1;", long/4),
		"commas":                 "journey\nA: 3: " + strings.Repeat(",", long),
		"actors":                 "journey\nA: 3: " + strings.Repeat("a,b", long/3),
		"quotes":                 "journey\nA: 3: " + strings.Repeat(`"a,`, long/3),
		"escapes":                "journey\nA: 3: " + strings.Repeat("#a", long/2),
		"ampersands":             "journey\n" + strings.Repeat("&", long) + ": 3",
		"directives":             "journey\n" + strings.Repeat("%%{", long/3),
		"directives, one closed": "journey\n" + strings.Repeat("%%{\n", long/4) + "}%%",
		"closed directives":      "journey\nA" + strings.Repeat("%%{}%%", long/6) + ": 3",
		"descriptions":           "journey\n" + strings.Repeat("accDescr {a} ", long/13),
		"open descriptions":      "journey\n" + strings.Repeat("accDescr {\n", many),
		"closed at the end":      "journey\n" + strings.Repeat("accDescr {\n", many) + "}",
		"lines":                  "journey\n" + strings.Repeat("\n", long),
		"steps":                  "journey\n" + strings.Repeat("a:1\n", many),
		"malformed lines":        "journey\n" + strings.Repeat("%a\n", many),
		"links to many":          "journey\n" + strings.Repeat("b:1\n", 30_000) + strings.Repeat("click a href \"b\"\n", many),
		"diagrams":               strings.Repeat("journey\na:1\n", many),
		"fences":                 strings.Repeat("```mermaid\n", many),
		"deep fences":            strings.Repeat("`", long) + "mermaid\njourney",
		"blocks":                 strings.Repeat("```mermaid\njourney\n```\n", many/2),
		"quotations":             strings.Repeat(">", long) + "```mermaid\njourney",
		"front matter":           "---\n" + strings.Repeat("title: x\n", many),
		"spaces":                 "journey\n" + strings.Repeat(" ", long) + "x",
		"nothing readable":       "journey\n" + strings.Repeat("\xff\x00", long/2) + ":3",
	} {
		at := time.Now()
		ds, _ := Read(text)
		p := Project(ds)
		if d := time.Since(at); d > 10*time.Second {
			t.Errorf("%s: %v", name, d)
		} else if testing.Verbose() {
			t.Logf("%-24s %8v %7d rows", name, d.Round(time.Millisecond), p.Len())
		}
		n := 0
		for _, d := range ds {
			n += len(d.Problems)
		}
		if n > maxProblems+1 || p.Len() > 2*maxRows {
			t.Errorf("%s: %d problems, %d rows", name, n, p.Len())
		}
	}
}

func TestTwoMapsShareTheirPeople(t *testing.T) {
	ds, err := Read("```mermaid\njourney\n title One\n A: 3: Ana, Ben\n```\n```mermaid\njourney\n title Two\n B: 8: Ben\n```\n")
	if err != nil {
		t.Fatal(err)
	}
	p := Project(ds)
	maps, people := p.Maps(), p.People()
	if len(maps) != 2 || len(people) != 2 || people[0].Name != "Ana" || people[1].Name != "Ben" {
		t.Fatalf("%v %v", maps, people)
	}
	lanes := p.Lanes(maps[1].ID)
	if len(lanes) != 3 {
		t.Fatalf("%v", lanes)
	}
	feel := lanes[1]
	if feel.LaneKind != journey.Feelings || feel.Least != journey.Num(0) || feel.Greatest != journey.Num(10) {
		t.Errorf("%+v", feel)
	}
	if c := p.LaneCards(lanes[2])[0]; c.Owner != people[1].ID || c.Title != "Ben" {
		t.Errorf("%+v", c)
	}
	if l := one(t, "journey\n A: x\n"); len(Project([]Diagram{l}).Lanes("map1")) != 1 {
		t.Error("lanes for nothing")
	}
}

func TestScalesHoldTheScores(t *testing.T) {
	for _, c := range []struct{ scores, want []float64 }{
		{[]float64{1, 5}, []float64{1, 5}},
		{[]float64{0, 3}, []float64{0, 10}},
		{[]float64{3, 9.5}, []float64{0, 10}},
		{[]float64{-1, 2}, []float64{-2, 2}},
		{[]float64{-1, 5}, []float64{-5, 5}},
		{[]float64{40, 85}, []float64{0, 100}},
		{[]float64{2, 900}, []float64{0, 900}},
		{[]float64{-900, 2}, []float64{-900, 10}},
	} {
		if a, b := scale(c.scores); a != c.want[0] || b != c.want[1] {
			t.Errorf("%v has the scale %v to %v", c.scores, a, b)
		}
	}
}
