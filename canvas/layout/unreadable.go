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
		missing := fonts.Missing(strings.Join(journey.Texts(r), " "))
		if len(missing) == 0 {
			continue
		}
		const show = 12
		more := ""
		if len(missing) > show {
			more = fmt.Sprintf(" and %d more", len(missing)-show)
			missing = missing[:show]
		}
		names := make([]string, len(missing))
		for i, c := range missing {
			names[i] = called(c)
		}
		out = append(out, fmt.Sprintf("%s: no font has %s%s", journey.Describe(r), strings.Join(names, ", "), more))
	}
	return out
}

// called is a character and its number, by which it can be looked up; what
// cannot stand alone, or moves the cursor of a terminal, is the number only.
func called(c rune) string {
	if unicode.IsPrint(c) && !unicode.Is(unicode.M, c) {
		return fmt.Sprintf("%c (U+%04X)", c, c)
	}
	return fmt.Sprintf("U+%04X", c)
}
