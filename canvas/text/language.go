package text

import "unicode"

// languages is the scripts that one language only is written with.
var languages = []struct {
	lang  string
	table *unicode.RangeTable
}{
	{"ko", unicode.Hangul}, {"ja", unicode.Hiragana}, {"ja", unicode.Katakana}, {"th", unicode.Thai}, {"he", unicode.Hebrew},
	{"el", unicode.Greek}, {"ka", unicode.Georgian}, {"hy", unicode.Armenian}, {"km", unicode.Khmer}, {"lo", unicode.Lao},
	{"my", unicode.Myanmar}, {"si", unicode.Sinhala}, {"ta", unicode.Tamil}, {"te", unicode.Telugu}, {"kn", unicode.Kannada},
	{"ml", unicode.Malayalam}, {"gu", unicode.Gujarati}, {"pa", unicode.Gurmukhi}, {"or", unicode.Oriya},
}

// LanguageOf is the language of a text as far as its letters tell; "" where it
// has none. It is not ok where they may be of several. Han beside Kana is
// Japanese.
func LanguageOf(s string) (lang string, ok bool) {
	han := false
	for _, r := range s {
		switch {
		case r < 0x80:
			if r|0x20 >= 'a' && r|0x20 <= 'z' {
				return "", false
			}
			continue
		case !unicode.IsLetter(r) || unicode.Is(unicode.Common, r):
			continue
		case unicode.Is(unicode.Han, r):
			han = true
			continue
		}
		is := ""
		for _, x := range languages {
			if unicode.Is(x.table, r) {
				is = x.lang
				break
			}
		}
		if is == "" || lang != "" && lang != is {
			return "", false
		}
		lang = is
	}
	return lang, !han || lang == "ja"
}
