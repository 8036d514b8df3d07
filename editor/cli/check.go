package cli

import (
	"context"
	"errors"
	"fmt"
	"time"

	"throughline/canvas/layout"
	"throughline/journey"
)

// errUnfinished says that check has listed something.
var errUnfinished = errors.New("something is unfinished")

func runCheck(_ context.Context, c *call) error {
	name := c.flags.String("map", "", "`TITLE` of the only map to look at")
	today := c.flags.String("today", c.Now().Format(time.DateOnly), "the `DAY` against which reviews are held, such as 2026-11-30")
	args, err := c.parse("IN")
	if err != nil {
		return err
	}
	if _, err := time.Parse(time.DateOnly, *today); err != nil {
		return wrong("“%s” is no day such as 2026-11-30", *today)
	}
	s, err := read(args[0])
	if err != nil {
		return err
	}
	defer s.close()
	fonts, err := c.Fonts()
	if err != nil {
		return err
	}
	maps := s.project.Maps()
	if *name != "" {
		m, err := s.mapOf(*name)
		if err != nil {
			return err
		}
		maps = []journey.Map{m}
	}
	found := false
	for _, m := range maps {
		all := append(journey.Check(s.project, m.ID, *today), layout.CheckFonts(fonts, s.project, m.ID)...)
		for _, f := range all {
			found = true
			fmt.Fprintf(c.Out, "%s: %s\n", title(m), f.Text)
		}
	}
	if found {
		return errUnfinished
	}
	fmt.Fprintln(c.Out, "nothing is unfinished")
	return nil
}
