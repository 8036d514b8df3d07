package cli_test

import (
	"strings"
	"testing"
)

func TestALoopThatIsNone(t *testing.T) {
	u := sit(t)
	u.has("a.json", `{"throughline": 1, "maps": [{"title": "Short", "layout": "loop", "stages": [{"title": "One"}, {"title": "Two"}]}]}`)
	u.run("info a.json")
	want := "problem: map “Short”: a loop has 3 to 8 stages, with 2 it is laid out in rows\n"
	if u.code != 0 || !strings.Contains(u.out, want) {
		t.Errorf("%d, %s%s", u.code, u.out, u.errs)
	}
}
