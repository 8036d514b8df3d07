package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"throughline/canvas/layout"
	"throughline/journey"
)

// mapInfo is what info says of a map.
type mapInfo struct {
	ID     journey.ID `json:"id"`
	Title  string     `json:"title"`
	Stages int        `json:"stages"`
	Steps  int        `json:"steps"`
	Lanes  int        `json:"lanes"`
	Cards  int        `json:"cards"`
}

// fileInfo is what info says of a file.
type fileInfo struct {
	Maps     []mapInfo `json:"maps"`
	Personas []string  `json:"personas"`
	Channels int       `json:"channels"`
	People   int       `json:"people"`
	Media    int       `json:"media"`
	Problems []string  `json:"problems"`
}

func tally(p *journey.Project, m journey.Map) mapInfo {
	k := mapInfo{ID: m.ID, Title: m.Title}
	for _, s := range p.Stages(m.ID) {
		k.Stages++
		k.Steps += len(p.Steps(s.ID))
	}
	for _, l := range p.Lanes(m.ID) {
		k.Lanes++
		k.Cards += len(p.LaneCards(l))
	}
	return k
}

func runInfo(_ context.Context, c *call) error {
	asJSON := c.flags.Bool("json", false, "")
	args, err := c.parse("IN")
	if err != nil {
		return err
	}
	s, err := read(args[0])
	if err != nil {
		return err
	}
	defer s.close()
	info, err := c.inspect(s)
	if err != nil {
		return err
	}
	if *asJSON {
		e := json.NewEncoder(c.Out)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		return e.Encode(info)
	}
	for _, m := range s.project.Maps() {
		fmt.Fprintf(c.Out, "%s: %s\n", title(m), contents(s.project, m))
	}
	if len(info.Maps) == 0 {
		fmt.Fprintln(c.Out, "no maps")
	}
	if len(info.Personas) > 0 {
		fmt.Fprintf(c.Out, "personas: %s\n", strings.Join(info.Personas, ", "))
	}
	fmt.Fprintf(c.Out, "%s, %s, %s\n", plural(info.Channels, "channel"), count(info.People, "person", "people"), count(info.Media, "medium", "media"))
	for _, p := range info.Problems {
		fmt.Fprintf(c.Out, "problem: %s\n", p)
	}
	return nil
}

// inspect says what is in a file: what had to be put right, and which
// characters no font of the program has.
func (c *call) inspect(s *source) (*fileInfo, error) {
	p := s.project
	info := &fileInfo{
		Maps: []mapInfo{}, Personas: []string{}, Problems: []string{},
		Channels: len(p.Channels()), People: len(p.People()), Media: len(p.Media()),
	}
	for _, m := range p.Maps() {
		info.Maps = append(info.Maps, tally(p, m))
	}
	for _, x := range p.Personas() {
		info.Personas = append(info.Personas, x.Name)
	}
	for _, x := range s.problems {
		info.Problems = append(info.Problems, x.String())
	}
	fonts, err := c.Fonts()
	if err != nil {
		return nil, err
	}
	info.Problems = append(info.Problems, layout.Unlooped(p)...)
	info.Problems = append(info.Problems, layout.Unreadable(fonts, p)...)
	info.Problems = append(info.Problems, layout.Undrawable(s.blobs, p)...)
	return info, nil
}
