package pdf

import (
	"encoding/xml"
	"strings"
	"time"
)

// textString is s as a string object: as it is where it is plain ASCII, in
// UTF-16 otherwise (ISO 32000-1, 7.9.2.2).
func textString(s string) string {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return string(append(appendUTF16([]byte("<FEFF"), strings.ToValidUTF8(s, "\uFFFD")), '>'))
		}
	}
	return "(" + escaped.Replace(s) + ")"
}

var escaped = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`)

// program is what documents say they were made with.
const program = "Throughline"

func (o Options) date() time.Time {
	if o.Date.IsZero() {
		return epoch
	}
	return o.Date.UTC()
}

// dateString is the document's date as a string object.
func (o Options) dateString() string {
	return textString("D:" + o.date().Format("20060102150405") + "Z")
}

// info is the document information dictionary (ISO 32000-1, 14.3.3).
func (o Options) info() string {
	b := "<<"
	for _, x := range [...]struct{ key, value string }{
		{"Title", o.Title}, {"Author", o.Author}, {"Subject", o.Subject}, {"Keywords", o.Keywords},
		{"Creator", program}, {"Producer", program},
	} {
		if x.value != "" {
			b += "/" + x.key + textString(x.value)
		}
	}
	d := o.dateString()
	return b + "/CreationDate" + d + "/ModDate" + d + ">>"
}

// metadata is the same as XMP (ISO 32000-1, 14.3.2), which is where programs
// look that do not know PDF.
func (o Options) metadata() string {
	var b strings.Builder
	put := func(before, s, after string) {
		if s != "" {
			b.WriteString(before)
			xml.EscapeText(&b, []byte(s))
			b.WriteString(after + "\n")
		}
	}
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` + "\n" +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">` + "\n" +
		"<dc:format>application/pdf</dc:format>\n")
	put(`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">`, o.Title, "</rdf:li></rdf:Alt></dc:title>")
	put("<dc:creator><rdf:Seq><rdf:li>", o.Author, "</rdf:li></rdf:Seq></dc:creator>")
	put(`<dc:description><rdf:Alt><rdf:li xml:lang="x-default">`, o.Subject, "</rdf:li></rdf:Alt></dc:description>")
	if language(o.Lang) {
		put("<dc:language><rdf:Bag><rdf:li>", o.Lang, "</rdf:li></rdf:Bag></dc:language>")
	}
	put("<pdf:Keywords>", o.Keywords, "</pdf:Keywords>")
	put("<pdf:Producer>", program, "</pdf:Producer>")
	put("<xmp:CreatorTool>", program, "</xmp:CreatorTool>")
	at := o.date().Format(time.RFC3339)
	put("<xmp:CreateDate>", at, "</xmp:CreateDate>")
	put("<xmp:ModifyDate>", at, "</xmp:ModifyDate>")
	b.WriteString("</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return b.String()
}

// catalog is the root of the document, which has more besides. It opens with
// the whole page in view.
func (o Options) catalog(pages, first, more string) string {
	b := "<</Type/Catalog/Pages " + pages + "/PageLayout/SinglePage/OpenAction[" + first + "/Fit]" + more
	if language(o.Lang) {
		b += "/Lang(" + o.Lang + ")"
	}
	return b + o.preferences() + ">>"
}

// preferences is what a viewer is asked for (ISO 32000-1, 12.2), nothing where
// that is what it does anyway.
func (o Options) preferences() string {
	b := ""
	if o.Title != "" {
		b += "/DisplayDocTitle true"
	}
	if o.RTL {
		b += "/Direction/R2L"
	}
	if b == "" {
		return ""
	}
	return "/ViewerPreferences<<" + b + ">>"
}

// language reports whether s looks like a tag of BCP 47.
func language(s string) bool {
	return s != "" && len(s) <= 35 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-") == ""
}
