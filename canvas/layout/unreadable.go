package layout

import (
	"fmt"
	"strings"

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
		out = append(out, fmt.Sprintf("%s: no font has %s%s", journey.Describe(r), string(missing), more))
	}
	return out
}
