package text

import "testing"

func TestLettersTellTheLanguage(t *testing.T) {
	for s, want := range map[string]string{
		"שלום 12": "he", "สวัสดี": "th", "안녕": "ko", "日本の道": "ja", "Ελλάδα": "el",
		"日本": "?", "Ελλάδα and": "?", "где": "?", "hello": "?", "123 → ½": "", "": "", "안녕 שלום": "?",
	} {
		got, ok := LanguageOf(s)
		if !ok {
			got = "?"
		}
		if got != want {
			t.Errorf("%s is %q, not %q", s, got, want)
		}
	}
}
