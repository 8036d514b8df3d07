package window

import (
	"embed"
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

// words is the language that the window speaks. Every sentence is written in
// English where it arises, and translated where it is shown: what stands in
// quotes and numbers are the sentence's own and make way for {1}, {2} in the
// catalogue. The catalogues are Fyne's, one assets/translations/LANGUAGE.json
// each, so that a new language is one file.
type words struct {
	files   embed.FS
	system  map[string]string // the environment as it was at the start
	known   map[string]bool   // sentences of the catalogue in use
	comma   bool              // numbers have a decimal comma
	quotes  [2]string
	Current string // language in use: "en"
}

// speaks is the one set of words of the program: Fyne has one, too. It belongs
// to Fyne's goroutine.
var speaks words

const catalogues = "translations"

// language is one that can be chosen.
type language struct{ tag, name string }

// languages is those that there is a catalogue of, as they call themselves.
func (s *words) languages() []language {
	var out []language
	files, _ := fs.Glob(s.files, catalogues+"/*.json")
	for _, f := range files {
		if all, err := s.read(f); err == nil {
			out = append(out, language{all[tagKey], all[nameKey]})
		}
	}
	return out
}

func (s *words) read(file string) (map[string]string, error) {
	b, err := fs.ReadFile(s.files, file)
	if err != nil {
		return nil, err
	}
	var all map[string]string
	return all, json.Unmarshal(b, &all)
}

// localeVars are the variables by which Fyne finds out about the user's
// language.
var localeVars = []string{"LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"}

// begin reads the catalogues and takes the language of the given tag; "" is the
// system's.
func (s *words) begin(files embed.FS, tag string) error {
	s.files, s.system = files, map[string]string{}
	for _, v := range localeVars {
		if x, ok := os.LookupEnv(v); ok {
			s.system[v] = x
		}
	}
	return s.choose(tag)
}

// choose takes a language.
func (s *words) choose(tag string) error {
	for _, v := range localeVars {
		x, ok := s.system[v]
		if tag != "" {
			x, ok = tag, true
		}
		if ok {
			os.Setenv(v, x)
		} else {
			os.Unsetenv(v)
		}
	}
	if err := lang.AddTranslationsFS(s.files, catalogues); err != nil {
		return err
	}
	s.known, s.comma, s.quotes, s.Current = nil, false, [2]string{"“", "”"}, "en"
	// Fyne says which language it took only by what it says.
	if found := lang.L(tagKey); found != tagKey {
		s.Current = found
	}
	if s.Current == "en" {
		return nil
	}
	all, err := s.read(path.Join(catalogues, s.Current+".json"))
	if err != nil {
		return err
	}
	s.known = make(map[string]bool, len(all))
	for k := range all {
		s.known[k] = true
	}
	s.comma = all[commaKey] == ","
	if q := strings.Fields(all[quotesKey]); len(q) == 2 {
		s.quotes = [2]string{q[0], q[1]}
	}
	return nil
}

// Keys of a catalogue that are no sentences: its language's tag and own name,
// the sign before decimals, and the signs around a name.
const (
	tagKey    = "language tag"
	nameKey   = "language name"
	commaKey  = "decimal sign"
	quotesKey = "quotation marks"
)

// variable is what differs from one use of a sentence to the next: a name in
// quotes, a number.
var variable = regexp.MustCompile(`“[^”]*”|\d+(?:[.,]\d+)*`)

// tr is a sentence in the user's language; in English where there is no
// translation.
func tr(sentence string) string { return speaks.say(sentence) }

func (s *words) say(sentence string) string {
	if s.known == nil || sentence == "" {
		return sentence
	}
	if s.known[sentence] {
		return lang.L(sentence)
	}
	key, values := pattern(sentence)
	if len(values) == 0 || !s.known[key] {
		return sentence
	}
	return places.ReplaceAllStringFunc(lang.L(key), func(p string) string {
		i, _ := strconv.Atoi(p[1 : len(p)-1])
		if i < 1 || i > len(values) {
			return p
		}
		return s.value(values[i-1])
	})
}

// places is where a catalogue's sentence has its names and numbers.
var places = regexp.MustCompile(`\{\d+\}`)

// value is a name or a number as the language writes it.
func (s *words) value(v string) string {
	if name, ok := strings.CutPrefix(v, "“"); ok {
		return s.quotes[0] + strings.TrimSuffix(name, "”") + s.quotes[1]
	}
	if !s.comma {
		return v
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case '.':
			return ','
		case ',':
			return '.'
		}
		return r
	}, v)
}

// pattern is a sentence as it stands in a catalogue, and what its places held.
func pattern(sentence string) (key string, values []string) {
	key = variable.ReplaceAllStringFunc(sentence, func(v string) string {
		values = append(values, v)
		return "{" + strconv.Itoa(len(values)) + "}"
	})
	return key, values
}

// languageMenu offers the languages.
func (w *Window) languageMenu() *fyne.MenuItem {
	chosen := w.app.Preferences().String(languageKey)
	menu := fyne.NewMenu("")
	for _, l := range append([]language{{"", tr("As the system")}}, speaks.languages()...) {
		it := fyne.NewMenuItem(l.name, func() { w.SetLanguage(l.tag) })
		it.Checked = l.tag == chosen
		menu.Items = append(menu.Items, it)
	}
	it := fyne.NewMenuItem(tr("Language"), nil)
	it.ChildMenu = menu
	return it
}
