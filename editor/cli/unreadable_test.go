package cli_test

import (
	"strings"
	"testing"
)

// What no font has is a box: it is named, and stops nothing.
func TestCharactersThatNoFontHasAreNamed(t *testing.T) {
	u := sit(t)
	u.has("odd.mmd", "journey\n  title Fine 👍 مرحبا\n  section Odd\n    Old \u0378 and \u0379: 4: Ana\n")
	const named = "U+0378, U+0379"
	u.run("info odd.mmd")
	if u.code != 0 || !strings.Contains(u.out, "no font has "+named+"\n") || strings.Contains(u.out, "👍 (") {
		t.Errorf("exit %d\n%s%s", u.code, u.out, u.errs)
	}
	for _, ext := range []string{".pdf", ".png", ".svg"} {
		u.run("export odd.mmd -o out" + ext)
		if u.code != 0 || u.out != "" || !strings.Contains(u.errs, "no font has "+named+".\n") || strings.Count(u.errs, "\n") != 1 || u.reads("out"+ext) == "" {
			t.Errorf("%s: exit %d\n%s%s", ext, u.code, u.out, u.errs)
		}
	}
	u.run("export odd.mmd -o out.json")
	if u.errs != "" {
		t.Errorf("what is not drawn needs no font: %s", u.errs)
	}
}
