package importer

import "throughline/journey/mermaid"

// readMermaid reads a Mermaid journey, or every one in a document.
func readMermaid(b []byte) (*Result, error) {
	text, problems := decode(b)
	diagrams, err := mermaid.Read(text)
	if err != nil {
		return nil, err
	}
	for _, d := range diagrams {
		problems = append(problems, d.Problems...)
	}
	return &Result{Project: mermaid.Project(diagrams), Problems: problems}, nil
}
