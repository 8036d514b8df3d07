package main_test

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"
)

// Who may import whom, directly, as ARCHITECTURE.md has it, line by line. A
// package is named there by the end of its path. Those that end in “test” are
// for tests: they may import anything, and only tests may import them.
const imports = `
journey           -> nothing of ours
journey/mermaid   -> journey
journey/table     -> journey
canvas/geom       -> nothing of ours
canvas/text       -> geom
canvas/text/systemfonts -> nothing of ours
canvas/picture    -> nothing of ours
canvas/scene      -> geom text
canvas/input      -> geom scene
canvas/layout     -> scene text geom picture journey
canvas/layout/slide -> layout scene text geom journey
canvas/raster     -> scene geom text
canvas            -> scene raster input geom
editor            -> layout slide scene text input geom journey
export            -> pdf png jpeg svg html pptx xlsx raster layout slide scene text geom journey mermaid table
export/pdf        -> scene text geom number
export/png        -> scene geom raster bands
export/jpeg       -> scene raster bands
export/bands      -> nothing of ours
export/svg        -> scene text geom number subset
export/subset     -> nothing of ours
export/html       -> layout scene svg markup journey table
export/markup     -> nothing of ours
export/pptx       -> scene text geom markup
export/xlsx       -> layout scene journey table
export/number     -> nothing of ours
storage           -> journey
storage/importer  -> storage journey mermaid table
editor/words      -> nothing of ours
editor/cli        -> words journey layout raster text export storage importer
editor/window     -> anything but main
main              -> anything
assets            -> nothing of ours
`

// Which packages may import what is not ours; the first line that fits counts.
const foreign = `
fyne.io/fyne/v2/app             -> editor/window main
fyne.io/fyne/v2                 -> canvas editor/window main
github.com/go-gl/glfw             -> editor/window
github.com/go-text/typesetting  -> canvas/text
github.com/jung-kurt/gofpdf     -> export/pdf
github.com/xuri/excelize/v2     -> export/xlsx storage/importer
golang.org/x/image              -> canvas/picture canvas/raster canvas/text
golang.org/x/sys                -> storage
golang.org/x/text               -> canvas/text
modernc.org/sqlite              -> storage
pgregory.net/rapid              -> journey/journeytest
`

const module = "throughline"

// rule is a line of a table.
type rule struct {
	left  string
	right []string
}

func rules(table string) []rule {
	var out []rule
	for line := range strings.Lines(strings.TrimSpace(table)) {
		left, right, _ := strings.Cut(line, "->")
		out = append(out, rule{strings.TrimSpace(left), strings.Fields(right)})
	}
	return out
}

// pkg is what go list says of a package.
type pkg struct {
	ImportPath string
	Standard   bool
	Imports    []string
	CgoFiles   []string
}

// name is a package's name in the tables.
func (p pkg) name() string {
	if p.ImportPath == module {
		return "main"
	}
	return strings.TrimPrefix(p.ImportPath, module+"/")
}

func (p pkg) forTests() bool { return strings.HasSuffix(p.ImportPath, "test") }

// list runs go list.
func list(t *testing.T, env []string, args ...string) []pkg {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-json=ImportPath,Standard,Imports,CgoFiles"}, args...)...)
	cmd.Env = append(os.Environ(), env...)
	var errs strings.Builder
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v: %v\n%s", cmd, err, errs.String())
	}
	var all []pkg
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

// Files for other systems import too, so all three are looked at.
func TestPackagesImportWhatTheyMay(t *testing.T) {
	allowed := map[string][]string{}
	for _, r := range rules(imports) {
		allowed[r.left] = r.right
	}
	for _, system := range []string{"linux", "windows", "darwin"} {
		there := map[string]bool{}
		for _, p := range list(t, []string{"GOOS=" + system, "CGO_ENABLED=1"}, "./...") {
			there[p.name()] = true
			may, known := allowed[p.name()]
			if !known && !p.forTests() {
				t.Errorf("%s is not in the table", p.name())
				continue
			}
			for _, imp := range p.Imports {
				if why := p.wrong(imp, may); why != "" {
					t.Errorf("%s (%s) imports %s: %s", p.name(), system, imp, why)
				}
			}
		}
		for name := range allowed {
			if !there[name] {
				t.Errorf("%s is in the table and nowhere else", name)
			}
		}
	}
}

// wrong says what is wrong with an import; "" where nothing is.
func (p pkg) wrong(imp string, may []string) string {
	if ours, ok := strings.CutPrefix(imp, module+"/"); ok {
		switch {
		case strings.HasSuffix(ours, "test") && !p.forTests():
			return "it is for tests"
		case p.forTests() || slices.Contains(may, "anything"):
			return ""
		case slices.Contains(may, path.Base(ours)):
			return ""
		}
		return "the table does not have it"
	}
	if first, _, _ := strings.Cut(imp, "/"); !strings.Contains(first, ".") {
		return "" // the standard library
	}
	for _, r := range rules(foreign) {
		if imp == r.left || strings.HasPrefix(imp, r.left+"/") {
			if slices.Contains(r.right, p.name()) {
				return ""
			}
			return "only " + strings.Join(r.right, ", ") + " may"
		}
	}
	return "no package is known to need it"
}

// The document that explains the packages has the table that holds.
func TestTheDocumentHasTheTable(t *testing.T) {
	b, err := os.ReadFile("ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(b), "\n```\njourney ")
	table, _, ok := strings.Cut("journey "+rest, "```")
	if !ok {
		t.Fatal("ARCHITECTURE.md has no table that begins with journey")
	}
	lines := func(r []rule) (out []string) {
		for _, r := range r {
			out = append(out, r.left+" -> "+strings.Join(r.right, " "))
		}
		return out
	}
	doc, here := lines(rules(table)), lines(rules(imports))
	for _, l := range here {
		if !slices.Contains(doc, l) {
			t.Errorf("ARCHITECTURE.md does not have “%s”", l)
		}
	}
	for _, l := range doc {
		if !slices.Contains(here, l) {
			t.Errorf("only ARCHITECTURE.md has “%s”", l)
		}
	}
	for _, p := range list(t, nil, "./...") {
		if !strings.Contains(string(b), p.name()) {
			t.Errorf("ARCHITECTURE.md does not tell of %s", p.name())
		}
	}
}

// All but the window needs no C, and so no compiler for it and no display.
func TestOnlyTheWindowNeedsC(t *testing.T) {
	args := []string{"-deps"}
	for _, p := range list(t, nil, "./...") {
		if !slices.Contains([]string{"main", "canvas", "editor/window"}, p.name()) {
			args = append(args, p.ImportPath)
		}
	}
	if len(args) < 20 {
		t.Fatalf("only %d packages", len(args)-1)
	}
	for _, p := range list(t, []string{"CGO_ENABLED=1"}, args...) {
		if !p.Standard && (len(p.CgoFiles) > 0 || slices.Contains(p.Imports, "C")) {
			t.Errorf("%s needs C", p.ImportPath)
		}
	}
	list(t, []string{"CGO_ENABLED=0"}, args...) // fails where a package has no file without it
}
