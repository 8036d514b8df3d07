package editor

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestReadingTables(t *testing.T) {
	for in, want := range map[string][][]string{
		"":                                    {{""}},
		"a\tb\r\nc\td\r\n":                    {{"a", "b"}, {"c", "d"}},
		"\"a\nb\"\tc":                         {{"a\nb", "c"}},
		"\"say \"\"hi\"\"\"\t\n\tx":           {{`say "hi"`, ""}, {"", "x"}},
		"\"never closed\tb\n\"c\"":            {{`"never closed`, "b"}, {`"c"`}},
		`"a" b`:                               {{`"a" b`}},
		"\"a\tb\"\t\"\"\n":                    {{"a\tb", ""}},
		"x\x00y\t\xff":                        {{"xy", "\uFFFD"}},
		"one\rtwo":                            {{"one"}, {"two"}},
		"\"line one\r\nline two\"\tnext cell": {{"line one\nline two", "next cell"}},
	} {
		got, err := readTable(in)
		if err != nil || !slices.EqualFunc(got, want, slices.Equal) {
			t.Errorf("%q is %q, want %q (%v)", in, got, want, err)
		}
	}
	for name, in := range map[string]string{"rows": strings.Repeat("a\n", mostSide+2), "columns": strings.Repeat("a\t", mostSide+2), "bytes": strings.Repeat("a", mostTable+1), "a cell": strings.Repeat("a", longText+1)} {
		if _, err := readTable(in); err != ErrLargeTable {
			t.Errorf("too many %s: %v", name, err)
		}
	}
}

// What is written is read again, cell by cell.
func TestTablesComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		wide := rapid.IntRange(1, 4).Draw(t, "wide")
		cell := rapid.Map(rapid.StringOfN(rapid.SampledFrom([]rune("a\"\t\n é日,;")), 0, 8, -1), strings.TrimSpace)
		rows := rapid.SliceOfN(rapid.SliceOfN(cell, wide, wide), 1, 5).Draw(t, "rows")
		got, err := readTable(writeTable(rows))
		for len(rows) > len(got) && strings.Join(rows[len(rows)-1], "") == "" && wide == 1 {
			rows = rows[:len(rows)-1] // an empty line at the end is no row
		}
		if err != nil || !slices.EqualFunc(got, rows, slices.Equal) {
			t.Fatalf("%q came back as %q (%v)", rows, got, err)
		}
	})
}

func FuzzReadTable(f *testing.F) {
	f.Add("a\tb\n\"c\"\"d\"\t\"e\nf\"")
	f.Add("\"\"\"\t\"")
	f.Fuzz(func(t *testing.T, s string) {
		rows, err := readTable(s)
		if err != nil {
			return
		}
		for _, row := range rows {
			for _, cell := range row {
				for _, c := range cellCards(cell) {
					if c.Title == "" || strings.ContainsAny(c.Title, "\n\x00") {
						t.Fatalf("a card is called %q", c.Title)
					}
				}
			}
		}
		again, err := readTable(writeTable(rows))
		if err != nil || len(rows) > 0 && strings.Join(rows[len(rows)-1], "") != "" && !slices.EqualFunc(again, rows, slices.Equal) {
			t.Fatalf("%q came back as %q (%v)", rows, again, err)
		}
	})
}
