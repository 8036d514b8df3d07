package layout

import (
	"fmt"
	"strings"
	"unicode"

	"throughline/canvas/text"
	"throughline/journey"
)

// Unreadable names the characters of a project that no font has, a sentence a
// row that holds some: they are drawn as boxes.
func Unreadable(fonts *text.Fonts, p *journey.Project) []string {
	var out []string
	for _, r := range p.Sorted() {
		if names := missing(fonts, r); names != "" {
			out = append(out, fmt.Sprintf("%s: no font has %s", journey.Describe(r), names))
		}
	}
	return out
}

// CheckFonts finds the rows of a map, and of what all maps share, in which
// there are characters that no font has.
func CheckFonts(fonts *text.Fonts, p *journey.Project, mp journey.ID) []journey.Finding {
	var out []journey.Finding
	for _, r := range p.Sorted() {
		if of := p.MapOf(r.RowID()); of != mp && of != "" {
			continue
		}
		if names := missing(fonts, r); names != "" {
			out = append(out, journey.Finding{At: r.RowID(), Text: fmt.Sprintf("“%s” has characters that no font has: %s.", journey.ShortName(r), names)})
		}
	}
	return out
}

// missing names the characters of a row that no font has, the first dozen.
func missing(fonts *text.Fonts, r journey.Row) string {
	const show = 12
	missing := fonts.Missing(strings.Join(journey.Texts(r), " "))
	more := ""
	if len(missing) > show {
		more = fmt.Sprintf(" and %d more", len(missing)-show)
		missing = missing[:show]
	}
	names := make([]string, len(missing))
	for i, c := range missing {
		names[i] = called(c)
	}
	return strings.Join(names, ", ") + more
}

// called is a character and its number, by which it can be looked up; what
// cannot stand alone, or moves the cursor of a terminal, is the number only.
func called(c rune) string {
	if unicode.IsPrint(c) && !unicode.Is(unicode.M, c) {
		return fmt.Sprintf("%c (U+%04X)", c, c)
	}
	return fmt.Sprintf("U+%04X", c)
}
