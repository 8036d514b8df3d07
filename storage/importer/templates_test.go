package importer

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"throughline/assets"
	"throughline/journey"
)

// shipped is the templates of the program.
func shipped(t *testing.T) fs.FS {
	t.Helper()
	dir, err := fs.Sub(assets.Templates, "templates")
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestEveryTemplateIsInOrder(t *testing.T) {
	list, err := Templates(shipped(t), nil)
	if err != nil || len(list) < 2 {
		t.Fatal(list, err)
	}
	if list[0].Name != "cargo-bike" || list[len(list)-1].Name != "blank" {
		t.Errorf("the sample leads and the blank one ends the list: %v", list)
	}
	for _, x := range list {
		r, err := FromTemplate(shipped(t), x.Name, nil)
		if err != nil || len(r.Problems) > 0 {
			t.Errorf("%s: %v %v", x.Name, r.Problems, err)
			continue
		}
		if got := r.Project.Maps()[0].Title; got != x.Title || got == "" {
			t.Errorf("%s is called %q, not %q", x.Name, x.Title, got)
		}
		for _, m := range r.Project.Media() {
			if _, err := r.Blobs.Blob(m.Hash); err != nil {
				t.Errorf("%s: %v", x.Name, err)
			}
		}
		if p, problems := journey.Repair(r.Project); len(problems) > 0 || !p.Equal(r.Project) {
			t.Errorf("%s: %v", x.Name, problems)
		}
		again, err := FromTemplate(shipped(t), x.Name, nil)
		if err != nil || !again.Project.Equal(r.Project) {
			t.Errorf("%s is another project the second time", x.Name)
		}
	}
}

func TestTemplatesOfOthersFollowByName(t *testing.T) {
	file := &fstest.MapFile{Data: []byte(`{"throughline":1,"maps":[{"title":"A map"}]}`)}
	list, err := Templates(fstest.MapFS{"zoo.json": file, "blank.json": file, "ant.json": file, "lifecycle.json": file, "cargo-bike.json": file, "notes.txt": file}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, x := range list {
		names = append(names, x.Name)
	}
	if want := []string{"cargo-bike", "lifecycle", "ant", "zoo", "blank"}; !slices.Equal(names, want) {
		t.Error(names)
	}
}

func TestTemplatesThatAreNoneSaySo(t *testing.T) {
	dir := fstest.MapFS{
		"empty.json": {Data: []byte(`{"throughline":1}`)},
		"torn.json":  {Data: []byte(`{`)},
	}
	for name, want := range map[string]string{
		"empty": "template empty: it has no map",
		"torn":  "template torn: line 1: the JSON ends too early",
	} {
		if _, err := FromTemplate(dir, name, nil); err == nil || err.Error() != want {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Templates(dir, nil); err == nil {
		t.Error("the list does not tell of the torn one")
	}
	for _, name := range []string{"nothing", "", "../empty", "/empty", Translations + "/de", "empty.json", "a\x00b", strings.Repeat("x", 5000)} {
		if _, err := FromTemplate(dir, name, nil); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%.20q: %v", name, err)
		}
	}
}
