package window

import (
	"testing"

	"throughline/assets"
)

// A German window says what it has in German, and keeps names and numbers.
func TestSentencesAreTranslated(t *testing.T) {
	s := words{}
	if err := s.begin(assets.Translations, "de"); err != nil {
		t.Fatal(err)
	}
	defer s.choose("")
	if s.Current != "de" {
		t.Fatalf("the language is %q", s.Current)
	}
	for english, german := range map[string]string{
		"Undo":                    "Rückgängig",
		"“Fit map” is locked":     "„Fit map“ ist gesperrt",
		"Nobody has written this": "Nobody has written this",
		"1,840.5 cards":           "1.840,5 Karten",
	} {
		if got := s.say(english); got != german {
			t.Errorf("%q is %q, not %q", english, got, german)
		}
	}
}

// What a sentence holds does not change what it says.
func TestANameIsNoPlace(t *testing.T) {
	key, values := pattern("Stage “{2}, 7 days” deleted, with 12 cards.")
	if key != "Stage {1} deleted, with {2} cards." || len(values) != 2 || values[0] != "“{2}, 7 days”" {
		t.Fatalf("%q %q", key, values)
	}
}
