package importer

import (
	"encoding/json"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"testing"

	"throughline/assets"
	"throughline/editor/words"
	"throughline/journey"
)

// tongues is the languages that the program speaks besides English, with what
// templates say in each.
func tongues(t *testing.T) []*words.Catalogue {
	t.Helper()
	program, err := fs.Sub(assets.Translations, "translations")
	if err != nil {
		t.Fatal(err)
	}
	folder, err := fs.Sub(shipped(t), Translations)
	if err != nil {
		t.Fatal(err)
	}
	all, err := words.All(program)
	if err != nil {
		t.Fatal(err)
	}
	var out []*words.Catalogue
	for _, c := range all {
		if c.English() {
			continue
		}
		texts, err := c.In(folder)
		if err != nil || texts == nil {
			t.Fatalf("templates do not speak %s: %v", c.Name, err)
		}
		out = append(out, texts)
	}
	if len(out) == 0 {
		t.Fatal("there is only English")
	}
	return out
}

// said is every text of every template, with the template that has it.
func said(t *testing.T) map[string]string {
	t.Helper()
	list, err := Templates(shipped(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, x := range list {
		if _, err := FromTemplate(shipped(t), x.Name, func(s string) string { texts[s] = x.Name; return s }); err != nil {
			t.Fatal(err)
		}
	}
	if len(texts) < 800 {
		t.Fatalf("only %d texts were found", len(texts))
	}
	return texts
}

// Every language has all that templates say, and nothing that none says any
// more.
func TestEveryLanguageHasEveryTextOfATemplate(t *testing.T) {
	texts := said(t)
	letter := regexp.MustCompile(`\pL`)
	for _, c := range tongues(t) {
		b, err := fs.ReadFile(shipped(t), Translations+"/"+c.Tag+".json")
		if err != nil {
			t.Fatal(err)
		}
		var entries map[string]string
		if err := json.Unmarshal(b, &entries); err != nil {
			t.Fatal(err)
		}
		n := 0
		for s, template := range texts {
			if !letter.MatchString(s) {
				continue
			}
			if to, ok := entries[s]; !ok || to == "" {
				if n++; n <= 40 || os.Getenv("ALL") != "" {
					t.Errorf("%s: %s lacks %q", template, c.Tag, s)
				}
			}
		}
		if n > 0 {
			t.Errorf("%s lacks %d of %d texts", c.Tag, n, len(texts))
		}
		for s := range entries {
			if texts[s] == "" {
				t.Errorf("%s has %q, which no template says", c.Tag, s)
			}
		}
	}
}

// A template is the same map in every language, but for its words: no card, no
// order, no number is another.
func TestATemplateIsTheSameMapInEveryLanguage(t *testing.T) {
	wordless := func(p *journey.Project) *journey.Project {
		return journey.Reworded(p, func(string) string { return "" })
	}
	for _, c := range tongues(t) {
		list, err := Templates(shipped(t), c.Say)
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range list {
			english, err := FromTemplate(shipped(t), x.Name, nil)
			if err != nil {
				t.Fatal(err)
			}
			r, err := FromTemplate(shipped(t), x.Name, c.Say)
			if err != nil || len(r.Problems) > 0 {
				t.Fatal(r.Problems, err)
			}
			if !wordless(r.Project).Equal(wordless(english.Project)) {
				t.Errorf("%s: %s is another map", c.Tag, x.Name)
			}
			if got := r.Project.Maps()[0]; x.Title != got.Title || x.Subtitle != got.Subtitle || x.Title != c.Say(english.Project.Maps()[0].Title) {
				t.Errorf("%s: %s is offered as “%s”", c.Tag, x.Name, x.Title)
			}
			if p, problems := journey.Repair(r.Project); len(problems) > 0 || !p.Equal(r.Project) {
				t.Errorf("%s: %s: %v", c.Tag, x.Name, problems)
			}
		}
	}
}

// What a language lacks stays English.
func TestATextWithoutATranslationStaysEnglish(t *testing.T) {
	r, err := FromTemplate(shipped(t), "cargo-bike", func(s string) string {
		if s == "Spark" {
			return "Anstoß"
		}
		return s
	})
	if err != nil {
		t.Fatal(err)
	}
	var titles []string
	for _, s := range r.Project.Stages(r.Project.Maps()[0].ID)[:2] {
		titles = append(titles, s.Title)
	}
	if want := []string{"Anstoß", "Research"}; !slices.Equal(titles, want) {
		t.Errorf("the stages are %q, not %q", titles, want)
	}
}
