package window

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestWhatIsRememberedComesBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "state.json")
	r := recall(path)
	if r.Width != 1440 || r.Height != 900 || !r.Minimap || r.Panels[leftSide].Width != 208 || r.Panels[rightSide].Width != 288 || len(r.Files) > 0 {
		t.Errorf("at first it is %+v", r)
	}
	r.Theme, r.Width, r.Panels[leftSide], r.Minimap = "dark", 1000, rememberPanel{250, true}, false
	now := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	for i := range mostFiles + 6 {
		r.opened(rememberFile{Path: fmt.Sprintf("/maps/%d.journey", i%(mostFiles+3)), Title: "Map", Opened: now, Zoom: 0.5})
	}
	must(t, r.write(path))
	is := recall(path)
	if fmt.Sprint(is) != fmt.Sprint(r) {
		t.Errorf("it came back as\n%+v, not\n%+v", is, r)
	}
	if len(is.Files) != mostFiles || is.Files[0].Path != "/maps/2.journey" {
		t.Errorf("%d files, the first %s", len(is.Files), is.Files[0].Path)
	}
	is.forget("/maps/2.journey")
	if _, ok := is.file("/maps/2.journey"); ok || len(is.Files) != mostFiles-1 {
		t.Error("it is not forgotten")
	}
	left, _ := os.ReadDir(filepath.Dir(path))
	if len(left) != 1 {
		t.Errorf("left beside it: %v", left)
	}
}

// Whatever the file holds, the program begins with something that makes sense.
func TestAHostileStateIsIgnored(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state.json")
	sound := func(what string, b []byte) {
		t.Helper()
		must(t, os.WriteFile(path, b, 0o600))
		r := recall(path)
		for i, p := range r.Panels {
			if p.Width < sideWidths[i].least || p.Width > sideWidths[i].most {
				t.Errorf("%s: panel %d is %v wide", what, i, p.Width)
			}
		}
		if r.Width < leastWindow || r.Width > mostWindow || r.Height < leastWindow || r.Height > mostWindow {
			t.Errorf("%s: the window is %v × %v", what, r.Width, r.Height)
		}
		if len(r.Files) > mostFiles {
			t.Errorf("%s: %d files", what, len(r.Files))
		}
		for _, f := range r.Files {
			if !filepath.IsAbs(f.Path) || len([]rune(f.Title)) > 300 || strings.Contains(f.Title, "\n") {
				t.Errorf("%s: the file %+v", what, f)
			}
		}
	}
	for _, s := range []string{
		"", "{", "[]", "null", `{"width":-5,"height":1e30}`, `{"panels":[{"width":1e9},{"width":-1}]}`, `{"panels":[]}`, `{"panels":[{},{},{}]}`,
		`{"files":[{"path":"relative"},{"path":""},{"path":"/a"},{"path":"/a"}]}`, `{"files":[{"path":"/a","zoom":1e308,"x":-1e308}]}`,
		`{"files":[{"path":"/a","title":"` + strings.Repeat(`long\n`, 10_000) + `"}]}`, `{"files":[` + strings.Repeat(`{"path":"/a"},`, 90_000) + `{}]}`,
		`{"width":"wide"}`, "\xff\xfe\x00",
	} {
		sound(s[:min(len(s), 60)], []byte(s))
	}
	rapid.Check(t, func(t *rapid.T) {
		b := []byte(`{"theme":"dark","width":1000,"height":700,"panels":[{"width":250},{"width":300}],"files":[{"path":"/a/b.journey","zoom":0.5}]}`)
		for range rapid.IntRange(1, 6).Draw(t, "changes") {
			b[rapid.IntRange(0, len(b)-1).Draw(t, "at")] = rapid.Byte().Draw(t, "byte")
		}
		sound(string(b), b)
	})
}
