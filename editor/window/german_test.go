package window

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"throughline/assets"
	"throughline/canvas/input"
	"throughline/editor"
	"throughline/editor/words"
	"throughline/export"
	"throughline/journey"
)

// verb is where a sentence of the code takes a name or a number.
var verb = regexp.MustCompile(`“%[sqv]”|%[sdvq]|%\.\df|%%`)

// Every language has all that people read: what the code says in sentences, and
// what the tables of commands, properties and lane kinds do.
func TestEveryLanguageHasEverySentence(t *testing.T) {
	folder, err := fs.Sub(assets.Translations, "translations")
	must(t, err)
	all, err := words.All(folder)
	must(t, err)
	said := sentences(t)
	if len(said) < 400 {
		t.Fatalf("only %d sentences were found", len(said))
	}
	for _, c := range all {
		if c.English() {
			continue
		}
		n := 0
		for _, s := range said {
			if !c.Has(s) {
				if n++; n <= 40 || os.Getenv("ALL") != "" {
					t.Errorf("%s lacks %q", c.Name, s)
				}
			}
		}
		if n > 0 {
			t.Errorf("%s lacks %d of %d sentences", c.Name, n, len(said))
		}
	}
}

// sentences is what there is to say, each as it stands in a catalogue.
func sentences(t *testing.T) []string {
	t.Helper()
	set, parts := map[string]bool{}, map[string]bool{}
	add := func(s string) {
		if strings.HasSuffix(s, " ") || strings.HasSuffix(s, "“") || strings.HasSuffix(s, "(") {
			parts[s] = true
			return
		}
		if s = inCatalogue(s); regexp.MustCompile(`[A-Za-z]`).MatchString(places.ReplaceAllString(s, "")) {
			set[s] = true
		}
	}
	for _, folder := range []string{".", "..", "../../canvas/layout", "../../canvas/layout/slide", "../../export", "../../export/html"} {
		files, err := filepath.Glob(filepath.Join(folder, "*.go"))
		must(t, err)
		for _, f := range files {
			if !strings.HasSuffix(f, "_test.go") {
				literals(t, f, add)
			}
		}
	}
	for _, c := range editor.Commands {
		add(c.Title)
	}
	for _, k := range journey.LaneKinds {
		add(k.Title)
		add(k.Hint)
		add(capital(k.Card))
		add("Edit " + k.Card)
		add("Add " + k.Card)
	}
	for _, p := range editor.AllProperties() {
		add(p.Label())
	}
	for _, f := range export.Formats {
		add(f.Title)
		add("Export " + f.Title)
	}
	for _, s := range glued {
		add(s)
	}
	var out []string
	for s := range set {
		if !slices.Contains(unsaid, s) {
			out = append(out, s)
		}
	}
	for s := range parts {
		if !slices.ContainsFunc(glued, func(g string) bool { return strings.HasPrefix(g, s) }) && s != "Edit " && s != "Export " && !slices.Contains(unsaid, s) {
			t.Errorf("%q is only a part of a sentence; write it in one piece, or list in glued what can become of it", s)
		}
	}
	slices.Sort(out)
	return out
}

var places = regexp.MustCompile(`\{\d+\}`)

// inCatalogue is a sentence of the code, which may have verbs, as it stands in a
// catalogue.
func inCatalogue(s string) string {
	s = verb.ReplaceAllStringFunc(s, func(v string) string {
		switch {
		case v == "%%":
			return "%"
		case strings.HasPrefix(v, "“"):
			return "“x”"
		}
		return "7"
	})
	key, _ := words.Pattern(s)
	return key
}

// said calls say with the sentence that an expression is, where it is one.
func said(x ast.Expr, say func(string)) {
	if call, ok := x.(*ast.CallExpr); ok && len(call.Args) > 0 { // of Sprintf
		x = call.Args[0]
	}
	if l, ok := x.(*ast.BasicLit); ok && l.Kind == token.STRING {
		if s, err := strconv.Unquote(l.Value); err == nil {
			say(s)
		}
	}
}

// literals calls say with the strings of a file that look like sentences: they
// begin with a capital letter or a name, are translated where they stand, or
// are the noun of a count.
func literals(t *testing.T, file string, say func(string)) {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	must(t, err)
	skip := map[ast.Node]bool{}
	ast.Inspect(parsed, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.KeyValueExpr: // names of fields and commands
			if k, ok := n.Key.(*ast.Ident); ok && (k.Name == "Field" || k.Name == "Name" || k.Name == "name" || k.Name == "Key") {
				skip[n.Value] = true
			}
		case *ast.CallExpr:
			if f, ok := n.Fun.(*ast.Ident); ok && f.Name == "tr" {
				said(n.Args[0], say) // however it begins
			} else if ok && f.Name == "count" && len(n.Args) == 2 {
				said(n.Args[1], func(noun string) { say("%d " + noun); say("%d " + noun + "s") })
			}
			if f, ok := n.Fun.(*ast.SelectorExpr); ok && (f.Sel.Name == "Errorf" || f.Sel.Name == "New" && len(n.Args) == 1 || f.Sel.Name == "MustCompile" || f.Sel.Name == "FieldByName") {
				for _, a := range n.Args {
					skip[a] = true
				}
			}
		case *ast.BinaryExpr: // a part of a longer one, or a comparison
			if n.Op == token.EQL || n.Op == token.NEQ {
				skip[n.X], skip[n.Y] = true, true
			}
		case *ast.IndexExpr:
			skip[n.Index] = true
		case *ast.CaseClause:
			for _, x := range n.List {
				skip[x] = true
			}
		case *ast.BasicLit:
			if n.Kind != token.STRING || skip[n] {
				return true
			}
			s, err := strconv.Unquote(n.Value)
			must(t, err)
			if regexp.MustCompile(`^[“A-Z%]`).MatchString(s) && regexp.MustCompile(`[a-z]`).MatchString(s) {
				say(s)
			}
		}
		return true
	})
}

// glued is sentences that the code puts together from parts.
var glued = []string{
	"Move card", "Move 7 cards", "Copy card", "Copy 7 cards", "Attach file", "Attach 7 files", "Add file", "Add 7 files",
	"Hide pain heat", "Hide summary of stages", "Show pain heat", "Show summary of stages",
	"Change height of lane", "7 cards", "7 card", "7 of 7 cards selected", "Add persona “x”", "Add channel “x”", "Add person “x”",
	"Paste card", "Paste 7 cards", "Paste 7 card", "Paste lane", "Paste 7 lanes", "Paste 7 lane", "Paste stage", "Paste 7 stages", "Paste 7 stage", "Paste step", "Paste 7 steps", "Paste 7 step", "Paste note", "Paste 7 notes", "Vote 7",
	"Saved as “x”.", "Saving “x”", "Opening “x”", "Importing “x”", "Exporting “x”", "Restoring “x”",
}

// unsaid is what looks like a sentence and is none.
var unsaid = []string{
	"Inter-MediumItalic.ttf", "Inter-Regular.ttf", "Inter-SemiBold.ttf", "{1} {2}s", "{1}-{2}-{3}.svg", "%c (U+%{1}X)", "Add {1} {2}",
	"{1}:%{2}d", "{1}:%{2}d:%{3}d", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "Untitled ", "Hue ",
	"{1}, {2}, has a contrast of {3}, text needs {4}. A {5} shade, {6}, was used", // said by the command line
}

// Keys are called as they are written on a keyboard, not as what else is called
// so in English: Delete is no command there, and Home no folder.
func TestKeysHaveNamesOfTheirOwn(t *testing.T) {
	k := kit(t)
	must(t, k.speak("de"))
	defer k.speak("en")
	for key, want := range map[input.Key]string{input.KeyDelete: "Entf", input.KeyInsert: "Einfg", input.KeyHome: "Pos1", input.KeyArrowUp: "↑", input.KeyPageDown: "Bild ↓", "S": "S"} {
		if got := chordText(input.Chord{Mods: input.Ctrl, Key: key}); got != "Strg+"+want {
			t.Errorf("%s is %s", key, got)
		}
	}
}

// Whoever works in German begins from German templates; what was begun in English
// stays as it is.
func TestTheStartScreenOffersGermanTemplates(t *testing.T) {
	k := kit(t)
	w := newWindow(t, k)
	defer do(func() { must(t, w.speak("en")) })
	stages := func() (titles []string) {
		p, m := w.doc.editor.Doc.Project(), w.doc.editor.Map()
		for _, s := range p.Stages(m.ID) {
			titles = append(titles, s.Title)
		}
		return titles
	}
	begins := func(title, name string, stage int, titled string, choose func()) {
		t.Helper()
		do(choose)
		eventually(t, title, func() (ok bool) {
			do(func() {
				ok = w.start == nil && w.doc != nil && w.doc.editor.Map().Title == title && strings.HasPrefix(filepath.Base(w.doc.file.Path()), name) && stages()[stage] == titled
			})
			return ok
		})
	}
	do(func() {
		w.Start("")
		w.SetLanguage("de")
		if got := w.start.recent[0].title; got != "Ein Lastenrad kaufen" {
			t.Errorf("the sample is called “%s”", got)
		}
		var titles []string
		for _, x := range w.start.templates {
			titles = append(titles, x.title)
		}
		want := []string{"Leere Map", "Lebenszyklus in sieben Phasen", "Die klassischen fünf Phasen", "Kreislauf des guten Rufs", "Ziele, Gedanken, Strategien", "Beziehung in sechs Phasen", "Marketing-Automation", "Service Blueprint"}
		if !slices.Equal(titles, want) {
			t.Errorf("the templates are called %q", titles)
		}
		if got := w.start.templates[1].about; got != "Vom ersten Aufmerken bis zur Kundin, die die nächste mitbringt" {
			t.Errorf("the second one is “%s”", got)
		}
	})
	begins("Lebenszyklus in sieben Phasen", "Untitled ", 6, "Empfehlung", func() { w.start.templates[1].run() })
	begins("Ein Lastenrad kaufen", "Ein Lastenrad kaufen.journey", 0, "Anstoß", w.OpenSample)
	begins("Buying a cargo bike", "Buying a cargo bike.journey", 0, "Spark", func() { w.SetLanguage("en"); w.OpenSample() })
	begins("Ein Lastenrad kaufen", "Ein Lastenrad kaufen.journey", 0, "Anstoß", func() { w.SetLanguage("de"); w.OpenSample() })
	do(func() {
		w.templateDialog()
		if got := focusedTile(w).title; got != "Ein Lastenrad kaufen" {
			t.Errorf("the dialog offers “%s”", got)
		}
		w.escape()
	})
}

// A time of the day stays one, whatever is said of it.
func TestTimesAreSaidInGerman(t *testing.T) {
	k := kit(t)
	must(t, k.speak("de"))
	defer k.speak("en")
	at := time.Date(2026, 11, 12, 15, 4, 0, 0, time.Local)
	for got, want := range map[string]string{
		whenOpened(at, at.Add(time.Hour)):   "heute, 15:04",
		whenOpened(at, at.AddDate(0, 0, 1)): "gestern",
		whenOpened(at, at.AddDate(0, 0, 9)): "12. November",
		tr("All changes saved, 15:04"):      "Alle Änderungen gespeichert, 15:04",
	} {
		if got != want {
			t.Errorf("it says “%s”, not “%s”", got, want)
		}
	}
}
