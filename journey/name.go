package journey

import (
	"strings"
	"unicode/utf8"
)

// TitleOf is what a row is called by those who wrote it.
func TitleOf(r Row) string {
	switch r := r.(type) {
	case Map:
		return r.Title
	case Stage:
		return r.Title
	case Step:
		return r.Title
	case Lane:
		return r.Title
	case Card:
		return r.Title
	case Link:
		return r.Title
	case View:
		return r.Title
	case Persona:
		return r.Name
	case Channel:
		return r.Name
	case Person:
		return r.Name
	case Media:
		return r.Name
	case Preset:
		return r.Title
	case Note:
		return r.Text
	case Comment:
		return r.Text
	}
	return ""
}

// ShortName is a row's title for a sentence: its first line, and no more of it
// than is needed to know it.
func ShortName(r Row) string {
	const most = 48
	s, _, _ := strings.Cut(strings.TrimSpace(TitleOf(r)), "\n")
	if s = strings.TrimSpace(s); s == "" {
		return "Untitled"
	}
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return strings.TrimSpace(string([]rune(s)[:most-1])) + "…"
}
