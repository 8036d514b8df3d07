package export

import (
	"strings"
	"unicode"

	"throughline/canvas/text"
	"throughline/journey"
)

// commonWords is the words that people cannot do without in a language, and
// that few others have.
var commonWords = map[string]string{
	"en": "the and of to is for with that are was from this not you we they have what when",
	"de": "der die das und ist nicht mit für auf den dem ein eine wir ich sie wird oder wenn auch",
	"fr": "le les et est une dans pour pas qui sur avec des du je nous vous mais ou être au",
	"es": "el los las y es una para con por que del se pero como más está yo no al",
	"it": "il gli e è una per con che non del della di sono ma anche nel alla più i lo",
	"pt": "o os as e é uma para com que não do da em dos das mas mais um na no",
	"nl": "de het een en is van niet met voor op dat zijn wij ik maar ook bij naar te aan",
	"sv": "och det att är inte med för på som den en av jag vi men till ett har kan om",
	"da": "og det at er ikke med for på som den en af jeg vi men til et har kan om",
	"pl": "i w nie na się z do jest to że jak ale za od po przez dla czy tym są",
}

var languageOf = func() map[string][]string {
	m := map[string][]string{}
	for lang, words := range commonWords {
		for _, w := range strings.Fields(words) {
			m[w] = append(m[w], lang)
		}
	}
	return m
}()

// isLanguage reports whether s looks like a tag of BCP 47: words of letters and
// digits with hyphens between them, of which the first is two or three letters.
func isLanguage(s string) bool {
	for i, w := range strings.Split(s, "-") {
		letters := strings.Trim(w, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") == ""
		if i == 0 && (len(w) < 2 || len(w) > 3 || !letters) || w == "" || len(w) > 8 || strings.Trim(strings.ToLower(w), "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
			return false
		}
	}
	return len(s) <= 35
}

// language is that of the job's texts: what the job says, or what their letters
// and commonest words tell; "" where these tell nothing.
func (j *Job) language() string {
	if j.Lang != "" {
		return j.Lang
	}
	score := map[string]int{}
	for r := range j.Project.All() {
		if id := j.Project.MapOf(r.RowID()); id != j.Map {
			continue
		}
		if _, ok := r.(journey.Comment); ok {
			continue
		}
		for _, s := range journey.Texts(r) {
			if lang, ok := text.LanguageOf(s); ok && lang != "" {
				score[lang] += 3
			} else if !ok && !strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Latin, r) }) {
				score[""] += 3 // such as Arabic, which may be Persian
			}
			for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) }) {
				for _, lang := range languageOf[w] {
					score[lang]++
				}
			}
		}
	}
	best, first, second := "", 0, 0
	for lang, n := range score {
		if n > first {
			best, first, second = lang, n, first
		} else {
			second = max(second, n)
		}
	}
	if first < 3 || first*2 < second*3 {
		return ""
	}
	return best
}
