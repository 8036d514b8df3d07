package table

import (
	"bytes"
	"fmt"
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"throughline/journey"
	"throughline/journey/journeytest"
)

// held is what a workbook can hold of a project: all but media, comments, hints
// and presets, with the orders that places give, and names in one line.
func held(p *journey.Project) *journey.Project {
	e := p.Edit(nil)
	for r := range p.All() {
		switch r.(type) {
		case journey.Media, journey.Comment, journey.Hint, journey.Preset:
			e.Delete(r.RowID())
		}
	}
	p = e.Project()
	groups := map[[3]string][]journey.Row{}
	for _, k := range kinds {
		for _, r := range inOrder(p, k.row.Kind()) {
			groups[parent(r)] = append(groups[parent(r)], r)
		}
	}
	out := journey.New().Edit(nil)
	for _, rows := range groups {
		orders := journey.Spread(len(rows))
		for i, r := range rows {
			v := reflect.New(reflect.TypeOf(r)).Elem()
			v.Set(reflect.ValueOf(r))
			if f := v.FieldByName("Order"); f.IsValid() {
				f.SetString(string(orders[i]))
			}
			for j := range v.NumField() { // what only separates at the ends is not kept
				if f := v.Field(j); f.Kind() == reflect.String && f.Type() == reflect.TypeFor[string]() {
					f.SetString(strings.TrimSpace(f.String()))
				}
			}
			out.Put(v.Interface().(journey.Row))
		}
	}
	q, _ := journey.Repair(out.Project())
	return q
}

// source is a sheet as a reader finds it.
func source(s Sheet) Source {
	out := Source{Name: s.Name}
	for i, row := range s.Rows {
		rec := Record{Line: i + 1}
		for _, c := range row {
			rec.Cells = append(rec.Cells, Text(c))
		}
		out.Records = append(out.Records, rec)
	}
	return out
}

func read(t interface{ Fatal(...any) }, sources ...Source) (*journey.Project, []journey.Problem) {
	p, problems, err := Read(sources)
	if err != nil {
		t.Fatal(err)
	}
	p, fixed := journey.Repair(p)
	return p, append(problems, fixed...)
}

// differences is the rows in which two projects differ.
func differences(p, q *journey.Project) string {
	var out []string
	for r := range p.All() {
		if s, _ := q.Row(r.RowID()); s != r {
			out = append(out, fmt.Sprintf("%+v\n   is %+v", r, s))
		}
	}
	for r := range q.All() {
		if _, ok := p.Row(r.RowID()); !ok {
			out = append(out, fmt.Sprintf("new: %+v", r))
		}
	}
	slices.Sort(out)
	return strings.Join(out[:min(len(out), 5)], "\n")
}

func TestSheetsOfAllRowsGiveTheProjectBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Project().Draw(t, "project")
		var sources []Source
		for _, s := range Rows(p) {
			sources = append(sources, source(s))
		}
		rand.New(rand.NewSource(1)).Shuffle(len(sources), func(i, j int) { sources[i], sources[j] = sources[j], sources[i] })
		q, _, err := Read(sources)
		if len(p.Maps()) == 0 {
			return // nothing that looks like a map need come back
		}
		if err != nil {
			t.Fatal(err)
		}
		q, _ = journey.Repair(q)
		if want := held(p); !q.Equal(want) {
			t.Fatalf("another project came back:\n%s\n%v", differences(want, q), sources)
		}
	})
}

// shape is what a map says, in words: stages with steps, and lanes with cards.
func shape(p *journey.Project) string {
	var b strings.Builder
	for _, m := range p.Maps() {
		fmt.Fprintf(&b, "map %s\n", m.Title)
		for _, s := range p.Stages(m.ID) {
			fmt.Fprintf(&b, " stage %s", s.Title)
			for _, st := range p.Steps(s.ID) {
				fmt.Fprintf(&b, " | %s", st.Title)
			}
			b.WriteByte('\n')
		}
		for _, l := range p.Lanes(m.ID) {
			fmt.Fprintf(&b, " %s %s\n", l.LaneKind, l.Title)
			for _, c := range p.LaneCards(l) {
				stage, _ := journey.Get[journey.Stage](p, c.Stage)
				step, _ := journey.Get[journey.Step](p, c.Step)
				fmt.Fprintf(&b, "  %s/%s: %s\n", stage.Title, step.Title, Line(p, l, c))
			}
		}
	}
	return b.String()
}

func TestASheetOfCardsHoldsStagesStepsLanesAndCards(t *testing.T) {
	for name, p := range map[string]*journey.Project{"lanes": lanes(), "generated": apart(journeytest.Generate(300)), "loop": journeytest.Loop()} {
		q, problems := read(t, source(CardRows(p)))
		if got, want := shape(q), shape(p); got != want {
			t.Errorf("%s: %s\nis not\n%s", name, got, want)
		}
		for _, x := range problems {
			if !strings.Contains(x.Text, "pictures and files") {
				t.Errorf("%s: %v", name, x)
			}
		}
	}
}

// apart is a project in which no two lanes are called the same.
func apart(p *journey.Project) *journey.Project {
	e := p.Edit(nil)
	for _, m := range p.Maps() {
		for i, l := range p.Lanes(m.ID) {
			l.Title = fmt.Sprintf("%s, row %d", l.Title, i)
			e.Put(l)
		}
	}
	return e.Project()
}

func lanes() *journey.Project { p, _ := journeytest.Lanes(); return p }

func TestCellsAreNeverFormulas(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.StringMatching(`'{0,3}[=+\-@\t＝a].{0,5}`)).Draw(t, "text")
		plain := Plain(s)
		if plain != "" && strings.ContainsRune(formulas, []rune(plain)[0]) {
			t.Fatalf("%q is a formula", plain)
		}
		if Unplain(plain) != s {
			t.Fatalf("%q comes back as %q", s, Unplain(plain))
		}
	})
	var b bytes.Buffer
	if err := WriteCSV(&b, Sheet{Rows: [][]any{{"=1+1", "@SUM(A1)", -1.5, "a,b", "say \"hi\"\nthen", "'=x"}}}); err != nil {
		t.Fatal(err)
	}
	want := "\uFEFF'=1+1,'@SUM(A1),-1.5,\"a,b\",\"say \"\"hi\"\"\r\nthen\",''=x\r\n"
	if b.String() != want {
		t.Errorf("%q", b.String())
	}
	s, _, err := ParseCSV("", strings.TrimPrefix(b.String(), "\uFEFF"))
	if err != nil || !slices.Equal(s.Records[0].Cells, []string{"=1+1", "@SUM(A1)", "-1.5", "a,b", "say \"hi\"\nthen", "'=x"}) {
		t.Errorf("%v, %v", s.Records, err)
	}
}

func TestWhatAMarkdownTableSaysComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cell := tidy(journey.CleanText(journeytest.Texts().Draw(t, "text")))
		title := tidy(journey.CleanText(journeytest.Texts().Draw(t, "title")))
		var b bytes.Buffer
		g := Grid{Title: title, Steps: []string{cell}, Stages: []Span{{Stage: journey.Stage{Title: "Buy"}, Columns: 1}},
			Lanes: []Row{{Lane: journey.Lane{Title: cell}, Cells: [][]string{{cell, "x"}}}}}
		if err := WriteMarkdown(&b, g); err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(b.String(), "\n") {
			if rest := strings.ReplaceAll(line, "<br>", ""); strings.ContainsAny(rest, "<>") {
				t.Fatalf("markup in %q", line)
			}
		}
		s, err := ParseMarkdown(journey.CleanText(b.String()))
		if err != nil || len(s) != 1 || len(s[0].Records) != 3 {
			t.Fatalf("%q: %v, %v", b.String(), s, err)
		}
		want := cell
		if got := s[0].Records[1].Cells; len(got) > 1 && got[1] != want {
			t.Fatalf("%q came back as %q", cell, got)
		}
		if got := s[0].Records[2].Cells[1]; got != want+"\nx" {
			t.Fatalf("%q came back as %q", cell, got)
		}
		if s[0].Name != title {
			t.Fatalf("%q came back as %q", title, s[0].Name)
		}
	})
}

func TestAGridComesBack(t *testing.T) {
	for name, p := range map[string]*journey.Project{"lanes": lanes(), "loop": journeytest.Loop()} {
		m := p.Maps()[0]
		var b bytes.Buffer
		if err := WriteMarkdown(&b, GridOf(p, m.ID)); err != nil {
			t.Fatal(err)
		}
		s, err := ParseMarkdown(b.String())
		if err != nil {
			t.Fatal(err)
		}
		q, problems := read(t, s...)
		if len(problems) > 0 {
			t.Errorf("%s: %v", name, problems)
		}
		var again bytes.Buffer
		if err := WriteMarkdown(&again, GridOf(q, q.Maps()[0].ID)); err != nil {
			t.Fatal(err)
		}
		if again.String() != b.String() {
			t.Errorf("%s: %s\nis not\n%s", name, again.String(), b.String())
		}
	}
}
