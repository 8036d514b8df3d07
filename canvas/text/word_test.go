package text_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"throughline/canvas/text"
)

func TestWords(t *testing.T) {
	const s = "Don’t ask, e\u0301té 日本語 — fünf_1."
	at := func(word string) (int, int) {
		t.Helper()
		for i := range s {
			if len(s)-i >= len(word) && s[i:i+len(word)] == word {
				return i, i + len(word)
			}
		}
		t.Fatal(word)
		return 0, 0
	}
	i := 0
	for _, word := range []string{"Don’t", "ask", "e\u0301té", "日", "本", "語", "fünf_1"} {
		start, end := at(word)
		if i = text.NextWord(s, i); i != end {
			t.Fatalf("the word after that ends at %d, want %d of %q", i, end, word)
		}
		if got := text.PrevWord(s, end); got != start {
			t.Fatalf("%q begins at %d, want %d", word, got, start)
		}
		for _, in := range []int{start, end} {
			if a, b := text.WordAt(s, in); in == start && s[a:b] != word {
				t.Fatalf("at %d is %q, want %q", in, s[a:b], word)
			}
		}
	}
	if text.NextWord(s, i) != len(s) || text.PrevWord(s, 0) != 0 || text.PrevWord("  ", 2) != 0 {
		t.Fatal("the ends")
	}
	for at, want := range map[int]string{len(s): ".", len("Don’t ask"): "ask", len("Don’t ask,"): " "} {
		if a, b := text.WordAt(s, at); s[a:b] != want {
			t.Fatalf("at %d is %q, want %q", at, s[a:b], want)
		}
	}
}

// Words and carets stay within the text and come to its ends, whatever it is.
func TestWalkingThroughAnyText(t *testing.T) {
	f := load(t)
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOfN(rapid.SampledFrom([]rune("ab _’'.\n日本éשלוםعربي\u0301\u200d👩🏽💻🇩🇪नि")), 0, 24, -1).Draw(t, "text")
		b := f.Set(s, text.Style{Weight: text.Regular, Size: 12, Line: 16}, float64(rapid.IntRange(20, 200).Draw(t, "width")), text.Greedy)
		i := rapid.IntRange(0, len(s)).Draw(t, "at")
		for ; i < len(s) && !boundary(s, i); i++ {
		}
		if n := text.NextWord(s, i); n < i || n == i && i < len(s) {
			t.Fatalf("the word after %d of %q ends at %d", i, s, n)
		}
		if n := text.PrevWord(s, i); n > i || n == i && i > 0 {
			t.Fatalf("the word before %d of %q begins at %d", i, s, n)
		}
		if a, z := text.WordAt(s, i); a > i || z < i || a < 0 || z > len(s) {
			t.Fatalf("the word at %d of %q is %d to %d", i, s, a, z)
		}
		for _, way := range []func(int) int{b.ToLeft, b.ToRight} {
			at, seen := i, map[int]bool{}
			for !seen[at] {
				seen[at] = true
				if at = way(at); at < 0 || at > len(s) || !boundary(s, at) {
					t.Fatalf("a caret at %d of %q", at, s)
				}
			}
			if way(at) != at && !strings.Contains(s, "\n") { // else a paragraph may lead back to one of another direction
				t.Fatalf("a caret from %d of %q goes round through %v to %d", i, s, seen, at)
			}
		}
		to := rapid.IntRange(i, len(s)).Draw(t, "to")
		for ; to < len(s) && !boundary(s, to); to++ {
		}
		for _, r := range b.Boxes(i, to) {
			if r.W() < 0 || r.H() <= 0 || r.Min.Y < -0.01 || r.Max.Y > b.Height+0.01 {
				t.Fatalf("%v of a block %v high", r, b.Height)
			}
		}
		if i == to && len(b.Boxes(i, to)) > 0 {
			t.Fatal("nothing has a box")
		}
	})
}

func boundary(s string, i int) bool {
	return i == 0 || i == len(s) || text.Next(s, text.Prev(s, i)) == i
}

// In a line of two directions the caret goes where a person sees it go.
func TestTheCaretGoesByWhatOneSees(t *testing.T) {
	b := load(t).Set("ab שלום cd", text.Style{Weight: text.Regular, Size: 12, Line: 16}, text.NoWrap, text.Greedy)
	i, last := 0, -1.0
	for n := 0; i < len(b.Text); n++ {
		x, _, _ := b.Caret(i)
		if x <= last {
			t.Fatalf("the caret at %d stands at %v, before at %v", i, x, last)
		}
		if n > len(b.Text) {
			t.Fatal("the caret goes round")
		}
		last, i = x, b.ToRight(i)
	}
	for last = 1e9; i > 0; {
		x, _, _ := b.Caret(i)
		if x >= last {
			t.Fatalf("back at %d it stands at %v, before at %v", i, x, last)
		}
		last, i = x, b.ToLeft(i)
	}
	word := b.Boxes(3, 3+len("שלום"))
	if len(word) != 1 || word[0].W() < 10 {
		t.Fatalf("the Hebrew word has %v", word)
	}
	if across := b.Boxes(1, 3+len("ש")); len(across) != 2 {
		t.Fatalf("from b to the first Hebrew letter are %v", across)
	}
}
