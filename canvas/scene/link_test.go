package scene_test

import (
	"testing"

	"throughline/canvas/scene"
)

func TestLinksLeadToSafeAddressesOnly(t *testing.T) {
	for in, want := range map[string]string{
		"https://example.org/a b?x=(1)&y=é": "https://example.org/a%20b?x=(1)&y=%C3%A9",
		"HTTP://example.org":                "HTTP://example.org",
		"mailto:ann@example.org":            "mailto:ann@example.org",
		"map:m2":                            "", "javascript:alert(1)": "", "file:///etc/passwd": "", "https:": "", "": "", "//x": "", "mailto:": "",
		"java\nscript:x": "", "https://a\n/b": "https://a%0A/b", "data:text/html,x": "", "https://x/\x00": "https://x/%00",
	} {
		if got, ok := scene.Address(in); ok != (want != "") || ok && got != want {
			t.Errorf("%q leads to %q, %v", in, got, ok)
		}
	}
}
