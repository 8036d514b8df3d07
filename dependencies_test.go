package main_test

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// Each module that we use stands in testdata/dependencies.txt with a reason,
// and each that those bring along by its name. Whoever adds one says why.
func TestDependenciesHaveReasons(t *testing.T) {
	direct, indirect := required(t)
	b, err := os.ReadFile("testdata/dependencies.txt")
	if err != nil {
		t.Fatal(err)
	}
	var listed, along []string
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, reason, _ := strings.Cut(line, " ")
		if reason = strings.TrimSpace(reason); reason == "" {
			along = append(along, name)
			continue
		}
		if len(reason) < 20 {
			t.Errorf("%s: “%s” is no reason", name, reason)
		}
		listed = append(listed, name)
	}
	same(t, "used", direct, listed)
	same(t, "brought along", indirect, along)
}

// required is the modules of go.mod.
func required(t *testing.T) (direct, indirect []string) {
	t.Helper()
	b, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	in := false
	for line := range strings.Lines(string(b)) {
		f := strings.Fields(line)
		switch {
		case len(f) == 0:
		case f[0] == "replace" || f[0] == "exclude" || f[0] == "toolchain":
			t.Errorf("go.mod has a %s", f[0])
		case f[0] == "require" && len(f) > 1 && f[1] == "(":
			in = true
		case f[0] == ")":
			in = false
		case f[0] == "require":
			f = f[1:]
			fallthrough
		case in:
			if strings.Contains(line, "// indirect") {
				indirect = append(indirect, f[0])
			} else {
				direct = append(direct, f[0])
			}
		}
	}
	return direct, indirect
}

func same(t *testing.T, what string, mod, listed []string) {
	t.Helper()
	for _, m := range mod {
		if !slices.Contains(listed, m) {
			t.Errorf("%s is %s, and testdata/dependencies.txt does not have it so", m, what)
		}
	}
	for _, m := range listed {
		if !slices.Contains(mod, m) {
			t.Errorf("%s stands in testdata/dependencies.txt, and is not %s", m, what)
		}
	}
}
