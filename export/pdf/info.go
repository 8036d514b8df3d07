package pdf

import "strings"

// textString is s as a string object: as it is where it is plain ASCII, in
// UTF-16 otherwise (ISO 32000-1, 7.9.2.2).
func textString(s string) string {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return string(append(appendUTF16([]byte("<FEFF"), strings.ToValidUTF8(s, "\uFFFD")), '>'))
		}
	}
	return "(" + strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(s) + ")"
}

// info is the document information dictionary (ISO 32000-1, 14.3.3).
func (o Options) info() string {
	b := "<<"
	for _, x := range [...]struct{ key, value string }{
		{"Title", o.Title}, {"Author", o.Author}, {"Subject", o.Subject}, {"Keywords", o.Keywords},
		{"Creator", "Throughline"}, {"Producer", "Throughline"},
	} {
		if x.value != "" {
			b += "/" + x.key + textString(x.value)
		}
	}
	date := o.Date
	if date.IsZero() {
		date = epoch
	}
	d := textString("D:" + date.UTC().Format("20060102150405") + "Z")
	return b + "/CreationDate" + d + "/ModDate" + d + ">>"
}

// catalog is the root of the document. It opens with the whole page in view.
// Bookmarks, marks of structure and attachments are hung up here.
func (o Options) catalog(pages, first, labels string) string {
	b := "<</Type/Catalog/Pages " + pages + "/PageLayout/SinglePage/OpenAction[" + first + "/Fit]" + labels
	if language(o.Lang) {
		b += "/Lang(" + o.Lang + ")"
	}
	if o.Title != "" {
		b += "/ViewerPreferences<</DisplayDocTitle true>>"
	}
	return b + ">>"
}

// language reports whether s looks like a tag of BCP 47.
func language(s string) bool {
	return s != "" && len(s) <= 35 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-") == ""
}
