// Package importer makes projects of files that other programs wrote: Formats
// is the table of what it reads.
//
// Whatever a file holds, what comes out is a project that needs no repair,
// with a list of what was put right or left out. The package must never touch
// a project that is open, leave a file behind, panic, or need memory without bounds.
//
// A further format is one file with a function like those here, and one line
// in Formats.
package importer

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"throughline/journey"
)

// MaxSize is the most bytes that an import reads.
const MaxSize = 64 << 20

var (
	// ErrTooLarge says that a file has more than MaxSize bytes.
	ErrTooLarge = errors.New("the file is larger than 64 MB, the most that can be imported")
	// ErrEmpty says that a file holds nothing.
	ErrEmpty = errors.New("the file is empty")
)

// Result is what an import brings.
type Result struct {
	Project  *journey.Project
	Blobs    journey.MemoryBlobs // of the project's media
	Problems []journey.Problem   // what was put right or left out

	named bool // maps without a title are called as the file is
}

// Format is a kind of file that can be imported.
type Format struct {
	Name       string   // for menus and dialogs
	Extensions []string // in lower case, with the dot
	Read       func([]byte) (*Result, error)
}

// Formats is every kind of file that can be imported.
var Formats = []Format{
	{"Mermaid journey", []string{".mmd", ".mermaid"}, readMermaid},
	{"Markdown with Mermaid journeys or tables", []string{".md", ".markdown"}, readMarkdown},
	{"Excel workbook", []string{".xlsx"}, readXLSX},
	{"CSV", []string{".csv", ".tsv", ".tab"}, readCSV},
	{"Throughline JSON", []string{".json"}, readJSON},
	{"PDF with the map inside", []string{".pdf"}, readPDF},
}

// Supported reports whether a file of that name can be imported.
func Supported(name string) bool { return format(name) != nil }

// Read imports what r holds; the extension of name says how.
func Read(name string, r io.Reader) (*Result, error) {
	f := format(name)
	if f == nil {
		return nil, fmt.Errorf("“%s” is none of the files that can be imported: %s", filepath.Base(name), Extensions())
	}
	b, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", filepath.Base(name), err)
	}
	if len(b) > MaxSize {
		return nil, ErrTooLarge
	}
	if len(b) == 0 {
		return nil, ErrEmpty
	}
	res, err := f.Read(b)
	if err != nil {
		return nil, err
	}
	if res.named {
		res.Project = entitled(res.Project, strings.TrimSuffix(filepath.Base(name), filepath.Ext(name)))
	}
	p, fixed := journey.Repair(res.Project)
	res.Project, res.Problems = p, few(append(res.Problems, fixed...))
	if res.Blobs == nil {
		res.Blobs = journey.MemoryBlobs{}
	}
	return res, nil
}

// entitled gives maps without a title one.
func entitled(p *journey.Project, title string) *journey.Project {
	e := p.Edit(nil)
	for _, m := range p.Maps() {
		if m.Title == "" {
			m.Title = title
			e.Put(m)
		}
	}
	return e.Project()
}

// few is as many problems as somebody may want to look through.
func few(problems []journey.Problem) []journey.Problem {
	const most = 1000
	if n := len(problems); n > most+1 {
		problems = append(problems[:most:most], journey.Problem{Text: fmt.Sprintf("%d more findings are not listed", n-most)})
	}
	return problems
}

func format(name string) *Format {
	e := strings.ToLower(filepath.Ext(name))
	i := slices.IndexFunc(Formats, func(f Format) bool { return slices.Contains(f.Extensions, e) })
	if i < 0 {
		return nil
	}
	return &Formats[i]
}

// Extensions lists what Supported knows, for a sentence.
func Extensions() string {
	var all []string
	for _, f := range Formats {
		all = append(all, f.Extensions...)
	}
	return strings.Join(all, " ")
}
