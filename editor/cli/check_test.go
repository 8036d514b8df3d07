package cli_test

import (
	"strings"
	"testing"
)

func TestCheckListsWhatIsUnfinished(t *testing.T) {
	u := sit(t)
	u.has("a.json", `{"throughline": 1, "maps": [{"title": "Short", "review": "2026-01-01", "stages": [{"title": "One"}], "lanes": [{"kind": "text", "title": "Notes", "cards": [{"stage": "s", "title": "\u0378"}]}]},
		{"title": "Whole", "stages": [{"id": "w", "title": "One"}], "lanes": [{"kind": "text", "title": "Notes", "cards": [{"stage": "w", "title": "Here"}]}]}]}`)
	before := u.files()
	u.run("check a.json --today 2026-11-22")
	for _, want := range []string{"The review of “Short” was due on 2026-01-01.\n", "has characters that no font has: U+0378.\n"} {
		if !strings.Contains(u.out, want) {
			t.Errorf("%q is missing in\n%s", want, u.out)
		}
	}
	if u.code != 3 || u.errs != "" {
		t.Errorf("%d, %s", u.code, u.errs)
	}
	u.run("check a.json --map Whole --today 2026-11-22")
	if u.code != 0 || u.out != "nothing is unfinished\n" {
		t.Errorf("%d, %s%s", u.code, u.out, u.errs)
	}
	u.fails("check", 2, "IN is missing.")
	u.fails("check a.json --today soon", 2, "“soon” is no day such as 2026-11-30.")
	u.fails("check a.json --map Other", 1, "no map is called “Other”; there is “Short”, “Whole”.")
	u.same("check", before)
}
