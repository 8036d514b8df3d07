package importer

import (
	"errors"

	"throughline/journey"
	"throughline/journey/mermaid"
	"throughline/journey/table"
)

// readCSV reads a text of cells that commas, semicolons or tabs part.
func readCSV(b []byte) (*Result, error) {
	text, problems := decode(b)
	s, more, err := table.ParseCSV("", text)
	if err != nil {
		return nil, err
	}
	return tables([]table.Source{s}, append(problems, more...))
}

// readMarkdown reads the Mermaid journeys of a document, and its tables where
// it has none.
func readMarkdown(b []byte) (*Result, error) {
	r, err := readMermaid(b)
	if !errors.Is(err, mermaid.ErrNone) {
		return r, err
	}
	text, problems := decode(b)
	sources, err := table.ParseMarkdown(text)
	if err != nil {
		return nil, err
	}
	if len(sources) == 0 {
		return nil, errNoTable
	}
	return tables(sources, problems)
}

// errNoTable says that a document has nothing that could be imported.
var errNoTable = errors.New("no Mermaid journey and no table is in this file")

// tables is a project of tables.
func tables(sources []table.Source, problems []journey.Problem) (*Result, error) {
	p, more, err := table.Read(sources)
	if err != nil {
		return nil, err
	}
	return &Result{Project: p, Problems: append(problems, more...), named: true}, nil
}
