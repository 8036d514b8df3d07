package editor_test

import (
	"testing"

	"throughline/canvas/text"
	"throughline/editor"
)

func TestWhatSomebodyTypesFindsATitle(t *testing.T) {
	for _, c := range []struct {
		typed, title string
		ok           bool
	}{
		{"", "Anything", true},
		{"fit map", "Fit map", true},
		{"map fit", "Fit map", true},
		{"fm", "Fit map", true},
		{"zurich", "Zürich", true},
		{"ZÜRICH", "zürich", true},
		{"ftm", "Fit map", true},
		{"mf", "Fit map", false},
		{"ifm", "Shift map", false},
		{"adlb", "Add lane below", true},
		{"set owner", "Change settings of any lane below", false},
		{"x", "Fit map", false},
		{"fit now", "Fit map", false},
		{"مرحبا", "مرحبا بك", true},
		{"日本", "日本語", true},
	} {
		if _, ok := editor.Match(text.Fold(c.typed), text.Fold(c.title)); ok != c.ok {
			t.Errorf("%q in %q: %v", c.typed, c.title, ok)
		}
	}
	better := func(typed, a, b string) {
		t.Helper()
		x, _ := editor.Match(text.Fold(typed), text.Fold(a))
		y, _ := editor.Match(text.Fold(typed), text.Fold(b))
		if x <= y {
			t.Errorf("%q: %q has %d, %q has %d", typed, a, x, b, y)
		}
	}
	better("lane", "Lane", "Add lane below")
	better("lane", "Add lane below", "Planes")
	better("lane", "Planes", "Look at never ending")
}

func FuzzMatch(f *testing.F) {
	f.Add("fm", "Fit map")
	f.Add("é\xff", "e\u0301\xff\x00")
	f.Fuzz(func(t *testing.T, typed, title string) {
		if _, ok := editor.Match(text.Fold(typed), text.Fold(title)); typed == title && !ok {
			t.Fatalf("%q is not found in itself", typed)
		}
	})
}
