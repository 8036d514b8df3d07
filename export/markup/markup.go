// Package markup writes texts into XML and HTML, so that none can break or run
// in what it stands in. It must never hand out a text as markup.
package markup

import (
	"encoding/xml"
	"strings"
)

// Text is a text as markup that says it, without what XML allows nowhere.
func Text(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s)) // into memory: it cannot fail
	return b.String()
}
