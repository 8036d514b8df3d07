package pdf

import (
	"crypto/md5"
	"fmt"
	"strings"
)

// Attachment is a file that a document carries.
type Attachment struct {
	Name string // as it is saved, with its ending
	Type string // as in "application/json"
	Desc string // what it is
	Data []byte
}

// attach adds a file (ISO 32000-1, 7.11.4) and is the number of what names it.
func (f *file) attach(a *Attachment, o Options) int {
	params := fmt.Sprintf("/Params<</Size %d/CheckSum<%X>/ModDate%s>>", len(a.Data), md5.Sum(a.Data), o.dateString())
	kind := ""
	if a.Type != "" {
		kind = "/Subtype/" + pdfName(a.Type)
	}
	n := f.addStream("/Type/EmbeddedFile"+kind+params, f.z.bytes(a.Data))
	name := textString(a.Name)
	return f.add("<</Type/Filespec/F" + name + "/UF" + name + "/Desc" + textString(a.Desc) +
		"/AFRelationship/Source/EF<</F " + ref(n) + "/UF " + ref(n) + ">>>>")
}

// pdfName is s as a name object (ISO 32000-1, 7.3.5), without its slash.
func pdfName(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c >= 0x7F || strings.IndexByte("#()<>[]{}/%", c) >= 0 {
			fmt.Fprintf(&b, "#%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
