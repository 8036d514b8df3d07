package words_test

import (
	"testing"
	"testing/fstest"

	"throughline/editor/words"
)

func german(t *testing.T) *words.Catalogue {
	t.Helper()
	c, err := words.Load(fstest.MapFS{"de.json": {Data: []byte(`{"language name": "Deutsch", "decimal sign": ",", "quotation marks": "„ “", "{1}": "{1}",
		"Undo": "Rückgängig", "{1} is locked": "{1} ist gesperrt", "{1} cards": "{1} Karten", "Saved at {1}.": "Um {1} gesichert.", "Page {1} of {2}": "Von {2} Seiten die {1}."}`)}}, "de")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// Sentences are translated, and keep their names and numbers.
func TestSentencesAreTranslated(t *testing.T) {
	c := german(t)
	for english, german := range map[string]string{
		"Undo":                    "Rückgängig",
		"“Fit map” is locked":     "„Fit map“ ist gesperrt",
		"“{2}, 7 days” is locked": "„{2}, 7 days“ ist gesperrt",
		"Nobody has written this": "Nobody has written this",
		"1,840.5 cards":           "1.840,5 Karten",
		"Page 3 of 12":            "Von 12 Seiten die 3.",
		"62.5":                    "62,5",
		"Saved at 15:04.":         "Um 15:04 gesichert.",
		"":                        "",
	} {
		if got := c.Say(english); got != german {
			t.Errorf("%q is %q, not %q", english, got, german)
		}
	}
	if c.Language() != "de" || (*words.Catalogue)(nil).Language() != "en" {
		t.Error("a catalogue does not know its language")
	}
	var none *words.Catalogue
	if none.Say("Undo") != "Undo" || none.Comma() || !none.English() {
		t.Error("without a catalogue it is not English")
	}
}

// A catalogue that is none is an error with its name.
func TestABrokenCatalogueIsRefused(t *testing.T) {
	for _, b := range []string{"", "[]", `{"a": 1}`, `{"a": {"b": "c"}}`} {
		if _, err := words.Load(fstest.MapFS{"de.json": {Data: []byte(b)}}, "de"); err == nil {
			t.Errorf("%q is taken", b)
		}
	}
	if _, err := words.Load(fstest.MapFS{}, "de"); err == nil {
		t.Error("a language without a file is there")
	}
}

// A locale finds the catalogue of its language, as closely as there is one.
func TestALocaleHasItsCatalogue(t *testing.T) {
	all := []*words.Catalogue{{Tag: "de"}, {Tag: "pt"}, {Tag: "pt-BR"}}
	for locale, tag := range map[string]string{
		"de": "de", "DE": "de", "de_AT.UTF-8": "de", "de-Latn-CH": "de", "pt-br": "pt-BR", "pt_PT": "pt",
		"": "en", "C": "en", "C.UTF-8": "en", "den": "en", "-de": "en", "..": "en",
	} {
		if got := words.For(all, locale).Language(); got != tag {
			t.Errorf("%q takes %s, not %s", locale, got, tag)
		}
	}
}

// What stands in another folder is found in the same language, or not at all.
func TestALanguageHasMoreThanOneFolder(t *testing.T) {
	c := german(t)
	other, err := c.In(fstest.MapFS{"de.json": {Data: []byte(`{"Spark": "Anstoß"}`)}, "fr.json": {Data: []byte(`{`)}})
	if err != nil || other.Say("Spark") != "Anstoß" || other.Say("Undo") != "Undo" {
		t.Error(other, err)
	}
	if other, err := c.In(fstest.MapFS{}); err != nil || !other.English() {
		t.Error("a folder without the language is not English", err)
	}
	if other, err := (*words.Catalogue)(nil).In(fstest.MapFS{"de.json": {Data: []byte(`{}`)}}); err != nil || !other.English() {
		t.Error("English is another language there", err)
	}
	if _, err := c.In(fstest.MapFS{"de.json": {Data: []byte(`{`)}}); err == nil {
		t.Error("a broken catalogue is taken")
	}
}
