// Package words says the program's sentences, and the texts of its templates, in
// other languages. A sentence is written in English where it arises, and
// translated where it is shown: what stands in quotes and numbers are the
// sentence's own and make way for {1}, {2} in the catalogue, so that one
// translation does for all. It must never know what a sentence is about, nor
// guess one that is not there.
package words

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Catalogue is the sentences of one language. The nil Catalogue is English. It
// never changes; any goroutine may use it.
type Catalogue struct {
	Tag  string // of the language, "de"
	Name string // the language's own: "Deutsch"

	said   map[string]string
	comma  bool      // numbers have a decimal comma
	quotes [2]string // around a name
}

// Keys of a catalogue that are no sentences: its language's own name, the sign
// before decimals, and the signs around a name.
const (
	nameKey   = "language name"
	commaKey  = "decimal sign"
	quotesKey = "quotation marks"
)

// Load is the catalogue of a language: TAG.json in a folder.
func Load(folder fs.FS, tag string) (*Catalogue, error) {
	b, err := fs.ReadFile(folder, tag+".json")
	if err != nil {
		return nil, fmt.Errorf("language %s: %w", tag, err)
	}
	c := &Catalogue{Tag: tag, quotes: [2]string{"“", "”"}}
	if err := json.Unmarshal(b, &c.said); err != nil {
		return nil, fmt.Errorf("language %s: %w", tag, err)
	}
	c.Name, c.comma = c.said[nameKey], c.said[commaKey] == ","
	if q := strings.Fields(c.said[quotesKey]); len(q) == 2 {
		c.quotes = [2]string{q[0], q[1]}
	}
	return c, nil
}

// In is the catalogue of the same language in another folder; nil, which is
// English, where there is none.
func (c *Catalogue) In(folder fs.FS) (*Catalogue, error) {
	other, err := Load(folder, c.Language())
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return other, err
}

// All is every catalogue of a folder, in the order of their tags.
func All(folder fs.FS) ([]*Catalogue, error) {
	files, err := fs.Glob(folder, "*.json")
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	var out []*Catalogue
	for _, f := range files {
		c, err := Load(folder, strings.TrimSuffix(f, ".json"))
		if err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, nil
}

// For is the catalogue for somebody's locale, "de", "pt-BR" or "de_AT.UTF-8"; nil
// where there is none.
func For(all []*Catalogue, locale string) *Catalogue {
	l, _, _ := strings.Cut(strings.ReplaceAll(locale, "_", "-"), ".")
	for l != "" {
		if i := slices.IndexFunc(all, func(c *Catalogue) bool { return strings.EqualFold(c.Tag, l) }); i >= 0 {
			return all[i]
		}
		l = l[:max(0, strings.LastIndexByte(l, '-'))]
	}
	return nil
}

// Language is the tag of what the catalogue says.
func (c *Catalogue) Language() string {
	if c == nil {
		return "en"
	}
	return c.Tag
}

// English reports whether the catalogue translates nothing.
func (c *Catalogue) English() bool { return c == nil || c.Tag == "en" }

// Comma reports whether numbers have a decimal comma.
func (c *Catalogue) Comma() bool { return c != nil && c.comma }

// Has reports whether the catalogue has a sentence.
func (c *Catalogue) Has(sentence string) bool {
	_, ok := c.said[sentence]
	if !ok {
		key, _ := Pattern(sentence)
		_, ok = c.said[key]
	}
	return ok
}

// variable is what differs from one use of a sentence to the next: a name in
// quotes, a number, a time.
var variable = regexp.MustCompile(`“[^”]*”|\d+(?:[.,:]\d+)*`)

// Pattern is a sentence as it stands in a catalogue, and what its places hold.
func Pattern(sentence string) (key string, values []string) {
	key = variable.ReplaceAllStringFunc(sentence, func(v string) string {
		values = append(values, v)
		return "{" + strconv.Itoa(len(values)) + "}"
	})
	return key, values
}

// places is where a catalogue's sentence has its names and numbers.
var places = regexp.MustCompile(`\{\d+\}`)

// Say is a sentence in the catalogue's language; in English where it is not
// there.
func (c *Catalogue) Say(sentence string) string {
	if c.English() || sentence == "" {
		return sentence
	}
	if s, ok := c.said[sentence]; ok {
		return s
	}
	key, values := Pattern(sentence)
	s, ok := c.said[key]
	if !ok || len(values) == 0 {
		return sentence
	}
	return places.ReplaceAllStringFunc(s, func(p string) string {
		i, _ := strconv.Atoi(p[1 : len(p)-1])
		if i < 1 || i > len(values) {
			return p
		}
		return c.value(values[i-1])
	})
}

// value is a name or a number as the language writes it.
func (c *Catalogue) value(v string) string {
	if name, ok := strings.CutPrefix(v, "“"); ok {
		return c.quotes[0] + strings.TrimSuffix(name, "”") + c.quotes[1]
	}
	if !c.comma {
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
