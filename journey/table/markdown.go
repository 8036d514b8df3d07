package table

import (
	"bufio"
	"html"
	"io"
	"regexp"
	"strings"
)

// WriteMarkdown writes a grid as a heading and a table: stages in the first
// row, steps in the second, and lines apart by <br>. Nothing in it is markup
// that a reader could run or follow.
func WriteMarkdown(w io.Writer, g Grid) error {
	b := bufio.NewWriter(w)
	if g.Title != "" {
		b.WriteString("# " + escaped(tidy(g.Title)) + "\n\n")
	}
	row := func(first string, cells func(int) string) {
		b.WriteString("| " + first + " |")
		for i := range g.Steps {
			b.WriteString(" " + cells(i) + " |")
		}
		b.WriteByte('\n')
	}
	stages := make([]string, len(g.Steps))
	for _, s := range g.Stages {
		stages[s.First] = "**" + escaped(s.Name()) + "**"
	}
	row("Stages", func(i int) string { return stages[i] })
	row("---", func(int) string { return "---" })
	row("Steps", func(i int) string { return escaped(g.Steps[i]) })
	for _, l := range g.Lanes {
		row("**"+escaped(l.Name())+"**", func(i int) string {
			lines := make([]string, len(l.Cells[i]))
			for j, s := range l.Cells[i] {
				lines[j] = escaped(s)
			}
			return strings.Join(lines, "<br>")
		})
	}
	return b.Flush()
}

// marks is the characters that Markdown or HTML would take for their own.
var marks = strings.NewReplacer(
	`\`, `\\`, "|", `\|`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, "~", `\~`, "#", `\#`, "!", `\!`, "$", `\$`,
	"&", "&amp;", "<", "&lt;", ">", "&gt;", "\t", " ", "\n", " ",
)

func escaped(s string) string { return marks.Replace(s) }

var (
	breaks    = regexp.MustCompile(`(?i)<br\s*/?>`)
	strong    = regexp.MustCompile(`^\*\*(.+)\*\*$`)
	backslash = regexp.MustCompile(`\\([!-/:-@\[-` + "`" + `{-~])`)
	title     = regexp.MustCompile(`^#{1,6}\s+(.*?)(?:\s+#+)?$`)
	delimiter = regexp.MustCompile(`^\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?$`)
)

// ParseMarkdown is the tables of a document, each with the heading above it.
func ParseMarkdown(text string) ([]Source, error) {
	var out []Source
	if strings.Count(text, "|") > MaxCells {
		return nil, ErrTooLarge
	}
	name, before := "", ""
	in, fence := false, ""
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(line)
		if f := fenceOf(line); f != "" || fence != "" {
			if fence == "" {
				fence = f
			} else if f == fence {
				fence = ""
			}
			in, before = false, ""
			continue
		}
		switch {
		case line == "": // some have one between all rows
			continue
		case delimiter.MatchString(line) && strings.Contains(before, "|"):
			if in { // what seemed to be a row was the head of another table
				last := &out[len(out)-1]
				last.Records = last.Records[:len(last.Records)-1]
			}
			out = append(out, Source{Name: name, Records: []Record{{n - 1, cellsOf(before)}}})
			in = true
		case in && strings.Contains(line, "|"):
			last := &out[len(out)-1]
			last.Records = append(last.Records, Record{n, cellsOf(line)})
		default:
			in = false
			if m := title.FindStringSubmatch(line); m != nil {
				name = plainText(m[1])
			}
		}
		before = line
	}
	return out, nil
}

// fenceOf is what opens or closes a block of code in which no tables are.
func fenceOf(line string) string {
	for _, f := range []string{"```", "~~~"} {
		if strings.HasPrefix(line, f) {
			return f
		}
	}
	return ""
}

// cellsOf is the cells of a line.
func cellsOf(line string) []string {
	line = strings.TrimPrefix(line, "|")
	var out []string
	begin := 0
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case '|':
			out = append(out, plainText(line[begin:i]))
			begin = i + 1
		}
	}
	if rest := strings.TrimSpace(line[begin:]); rest != "" {
		out = append(out, plainText(rest))
	}
	return out
}

// plainText is what a cell says.
func plainText(s string) string {
	parts := breaks.Split(s, -1)
	for i, p := range parts {
		p = strings.TrimSpace(p)
		if m := strong.FindStringSubmatch(p); m != nil && !strings.Contains(m[1], "**") {
			p = m[1]
		}
		parts[i] = html.UnescapeString(backslash.ReplaceAllString(p, "$1"))
	}
	return strings.Join(parts, "\n")
}
