// Package cli is the command line of the program: the same binary as the
// window, with no display. It must never write to what it only reads, and
// never leave half a file.
package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"time"

	"throughline/canvas/layout"
	"throughline/canvas/raster"
	"throughline/canvas/text"
	"throughline/storage/importer"
)

// Env is what the command line is given to work with.
type Env struct {
	Out, Err  io.Writer
	Templates fs.FS                       // and what they say in other languages, in a folder
	Fonts     func() (*text.Fonts, error) // loaded when they are needed
	Icons     func() (*layout.Icons, error)
	Now       func() time.Time
	// Translations has a catalogue of sentences a language. Locale is the system's,
	// as in "de-AT".
	Translations fs.FS
	Locale       func() string
}

// command is one verb of the command line.
type command struct {
	name, usage, about string
	run                func(context.Context, *call) error
}

var commands []command

func init() { // the table names help, which prints the table
	commands = []command{
		{"new", "new OUT.journey [--template NAME] [--language TAG]", "begin a file from a template; the default is blank", runNew},
		{"templates", "templates [--language TAG]", "list the templates: name, tab, title", runTemplates},
		{"import", "import IN [-o OUT.journey]", "make a .journey file of another: " + importer.Extensions(), runImport},
		{"export", "export IN -o OUT [OPTIONS]", "write a map as a drawing, on pages, as a table or as data; export --help lists the options", runExport},
		{"info", "info IN [--json]", "say what is in a file, and what is wrong with it", runInfo},
		{"check", "check IN [--map TITLE] [--today DAY]", "list what is unfinished in a file; the exit code is 0 when nothing is, 3 when something is", runCheck},
		{"help", "help", "say this", runHelp},
	}
}

// Known reports whether arg is a verb of the command line, rather than the
// name of a file to open in a window.
func Known(arg string) bool {
	if arg == "-h" || arg == "--help" {
		return true
	}
	for _, c := range commands {
		if c.name == arg {
			return true
		}
	}
	return false
}

// call is one use of a command.
type call struct {
	Env
	command
	flags *flag.FlagSet
	args  []string
}

// usageError is a wrong use of a command.
type usageError struct{ error }

func wrong(format string, a ...any) error { return usageError{fmt.Errorf(format, a...)} }

// Run runs a command and returns the exit code: 0, 1 for an error, 2 for a
// wrong use, 3 when check has found something. Errors are one sentence on Err.
func Run(ctx context.Context, args []string, env Env) int {
	name := args[0]
	if name == "-h" || name == "--help" {
		name = "help"
	}
	for _, c := range commands {
		if c.name != name {
			continue
		}
		cl := &call{Env: env, command: c, args: args[1:]}
		cl.begin()
		err := c.run(ctx, cl)
		var bad usageError
		switch {
		case err == nil:
			return 0
		case errors.Is(err, flag.ErrHelp):
			fmt.Fprintf(env.Out, "usage: throughline %s\n%s\n", c.usage, sentence(c.about))
			cl.flags.VisitAll(cl.describe)
			return 0
		case errors.As(err, &bad):
			fmt.Fprintf(env.Err, "throughline %s: %s\nusage: throughline %s\n", c.name, sentence(bad.Error()), c.usage)
			return 2
		}
		if errors.Is(err, errUnfinished) { // which is said already
			return 3
		}
		fmt.Fprintf(env.Err, "throughline %s: %s\n", c.name, sentence(explain(err)))
		return 1
	}
	fmt.Fprintf(env.Err, "throughline: there is no command “%s”. Try throughline help.\n", name)
	return 2
}

// begin forgets the flags that there were.
func (c *call) begin() { c.flags = flag.NewFlagSet(c.name, flag.ContinueOnError) }

// describe says what a flag is for, where there is something to say.
func (c *call) describe(f *flag.Flag) {
	if f.Usage == "" {
		return
	}
	takes, about := flag.UnquoteUsage(f)
	dashes := "--"
	if len(f.Name) == 1 {
		dashes = "-"
	}
	fmt.Fprintf(c.Out, "  %s\n      %s\n", strings.TrimSpace(dashes+f.Name+" "+takes), about)
}

// parse reads flags that stand before, between or behind the names, and checks
// how many names there are.
func (c *call) parse(names ...string) ([]string, error) {
	c.flags.SetOutput(io.Discard)
	var got []string
	rest := c.args
	for {
		if err := c.flags.Parse(rest); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				return nil, err
			}
			return nil, wrong("%v", err)
		}
		if rest = c.flags.Args(); len(rest) == 0 {
			break
		}
		got, rest = append(got, rest[0]), rest[1:]
	}
	switch {
	case len(got) < len(names):
		return nil, wrong("%s is missing", names[len(got)])
	case len(got) > len(names):
		return nil, wrong("“%s” is one name too many", got[len(names)])
	}
	return got, nil
}

// sentence ends s with a full stop.
func sentence(s string) string {
	if s == "" {
		return s
	}
	if !strings.HasSuffix(s, ".") {
		s += "."
	}
	return s
}

func runHelp(_ context.Context, c *call) error {
	fmt.Fprintln(c.Out, "throughline [FILE]\n    open the window, with FILE or the start screen")
	fmt.Fprintln(c.Out, "throughline present FILE [--view NAME]\n    present FILE to a room, in a view of its map, or as stages, map, lanes, feelings or walk")
	for _, x := range commands {
		fmt.Fprintf(c.Out, "throughline %s\n    %s\n", x.usage, x.about)
	}
	return nil
}

// options is what laying out a map for an export takes.
func (c *call) options(theme *layout.Theme) (layout.Options, error) {
	fonts, err := c.Fonts()
	if err != nil {
		return layout.Options{}, err
	}
	if theme.Fonts != nil {
		if fonts, err = fonts.With(theme.Fonts); err != nil {
			return layout.Options{}, err
		}
	}
	icons, err := c.Icons()
	if err != nil {
		return layout.Options{}, err
	}
	return layout.Options{Fonts: fonts, Icons: icons, Theme: theme}, nil
}

var renderer raster.Renderer
