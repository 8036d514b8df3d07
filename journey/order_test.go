package journey_test

import (
	"testing"

	"pgregory.net/rapid"

	"throughline/journey"
)

func TestThereIsAlwaysAnOrderBetween(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := []journey.Order{}
		for range rapid.IntRange(1, 80).Draw(t, "inserts") {
			i := rapid.IntRange(0, len(list)).Draw(t, "at")
			var a, b journey.Order
			if i > 0 {
				a = list[i-1]
			}
			if i < len(list) {
				b = list[i]
			}
			o := journey.Between(a, b)
			if !o.Valid() || o <= a || b != "" && o >= b {
				t.Fatalf("Between(%q, %q) = %q", a, b, o)
			}
			list = append(list[:i:i], append([]journey.Order{o}, list[i:]...)...)
		}
	})
}

func TestAddingAtAnEndKeepsOrdersShort(t *testing.T) {
	var first, last journey.Order = "V", "V"
	for range 10_000 {
		f, l := journey.Between("", first), journey.Between(last, "")
		if f >= first || l <= last || !f.Valid() || !l.Valid() {
			t.Fatalf("%q before %q, %q after %q", f, first, l, last)
		}
		first, last = f, l
	}
	if len(first) > 8 || len(last) > 8 {
		t.Errorf("after 10,000 inserts the ends are %q and %q", first, last)
	}
}

func TestSpreadIsSortedAndValid(t *testing.T) {
	for _, n := range []int{0, 1, 2, 60, 61, 62, 63, 4000} {
		last := journey.Order("")
		for i, o := range journey.Spread(n) {
			if !o.Valid() || o <= last {
				t.Fatalf("Spread(%d)[%d] = %q after %q", n, i, o, last)
			}
			last = o
		}
	}
}
