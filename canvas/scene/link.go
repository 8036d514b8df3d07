package scene

import "strings"

// Address is the target of a Link as a URI in plain ASCII, for documents that
// go to strangers: only what a person may follow without harm is one (http,
// https, mailto).
func Address(target string) (uri string, ok bool) {
	target = strings.TrimSpace(target)
	scheme, rest, ok := strings.Cut(target, ":")
	switch strings.ToLower(scheme) {
	case "http", "https":
		ok = ok && strings.HasPrefix(rest, "//") && len(rest) > 2
	case "mailto":
		ok = ok && rest != ""
	default:
		return "", false
	}
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(target) {
		if c := target[i]; c <= ' ' || c >= 0x7F || strings.IndexByte(`<>"\^{|}`+"`", c) >= 0 {
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		} else {
			b.WriteByte(c)
		}
	}
	return b.String(), ok
}
