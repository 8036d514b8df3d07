package table

import (
	"errors"
	"strings"

	"throughline/journey"
)

// Source is a table to read.
type Source struct {
	Name    string
	Records []Record
}

// Record is a row of a table.
type Record struct {
	Line  int // where it stands, 1 is the first
	Cells []string
}

// MaxRows is the most rows that a table is read to.
const MaxRows = 50_000

var (
	// ErrNone says that nothing looks like a map.
	ErrNone = errors.New("no table with stages and lanes is in this file; put the stages into the first row and the lanes into the first column")
	// ErrTooLarge says that a table has more rows than can be imported.
	ErrTooLarge = errors.New("the table has more rows than can be imported")
)

// Read makes a project of tables: of one with a row a card, where there is
// one, and of what other sheets say of stages and lanes; otherwise a map of
// every grid. The project may need repair. The problems are what could not be
// kept.
func Read(sources []Source) (*journey.Project, []journey.Problem, error) {
	total := 0
	for i := range sources {
		sources[i].Records = filled(sources[i].Records)
		total += len(sources[i].Records)
	}
	if total > MaxRows {
		return nil, nil, ErrTooLarge
	}
	r := newReader()
	for _, s := range sources {
		r.reserve(s)
	}
	if cards := cardsOf(sources); cards != nil {
		for _, k := range kinds {
			if k.name == Cards {
				r.sheet(k.row, *cards)
			} else if s := find(sources, func(s *Source) bool { return s.Name == k.name && isOurs(s) }); s != nil {
				r.sheet(k.row, *s)
			}
		}
	} else {
		for _, s := range sources {
			r.grid(s)
		}
	}
	if len(r.rows) == 0 {
		return nil, nil, ErrNone
	}
	return r.project(), r.report(), nil
}

// filled is the records that hold anything, without what only separates.
func filled(records []Record) []Record {
	var out []Record
	for _, rec := range records {
		cells := make([]string, len(rec.Cells))
		n := 0
		for i, c := range rec.Cells {
			if cells[i] = strings.TrimSpace(journey.CleanText(c)); cells[i] != "" {
				n = i + 1
			}
		}
		if n > 0 {
			out = append(out, Record{rec.Line, cells[:n]})
		}
	}
	return out
}

func find(sources []Source, is func(*Source) bool) *Source {
	for i := range sources {
		if len(sources[i].Records) > 0 && is(&sources[i]) {
			return &sources[i]
		}
	}
	return nil
}

// cardsOf is the table with a row a card: the sheet of that name, or another
// that looks like one and is none of those beside it.
func cardsOf(sources []Source) *Source {
	if s := find(sources, func(s *Source) bool { return s.Name == Cards && isCards(s) }); s != nil {
		return s
	}
	return find(sources, func(s *Source) bool {
		for _, k := range kinds {
			if s.Name == k.name {
				return false
			}
		}
		return isCards(s)
	})
}

// headings is where each heading of the first row stands, in lower case.
func headings(s *Source) map[string]int {
	out := map[string]int{}
	for i, c := range s.Records[0].Cells {
		if h := strings.ToLower(tidy(c)); h != "" {
			if _, twice := out[h]; !twice {
				out[h] = i
			}
		}
	}
	return out
}

// isCards reports whether a table has a row a card: it says of each its stage,
// its lane, and what it is called.
func isCards(s *Source) bool {
	h := headings(s)
	_, stage := h["stage"]
	_, lane := h["lane"]
	_, title := h["title"]
	_, text := h["text"]
	return stage && lane && (title || text)
}

// isOurs reports whether a table is one of those that Rows writes.
func isOurs(s *Source) bool { _, ok := headings(s)["id"]; return ok }
