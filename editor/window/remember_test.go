package window

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"throughline/canvas/geom"
	"throughline/editor"
	"throughline/journey"
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
		r.opened(rememberFile{Path: fmt.Sprintf("/maps/%d.journey", i%(mostFiles+3)), Title: "Map", Opened: now, rememberView: rememberView{Zoom: 0.5, X: 12}, Others: []rememberView{{Of: "second", Zoom: 2, Y: 7}}})
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

// Where the map came to rest is written then, and not only when the window
// closes; every map of a file has a place of its own.
func TestThePlaceOfEachMapIsKept(t *testing.T) {
	k := kit(t)
	k.State = filepath.Join(t.TempDir(), "state.json")
	path := sample(t, filepath.Join(t.TempDir(), "bike.journey"))
	w := newWindow(t, k)
	opens(t, w, path)
	var first, second journey.ID
	var there, here editor.Camera
	do(func() {
		e := w.doc.editor
		first = e.Map().ID
		e.SetCamera(editor.Camera{At: geom.Pt(300, 200), Zoom: 0.5})
		there = e.Camera()
		var err error
		second, err = e.AddMap("Second")
		must(t, err)
		e.SetCamera(editor.Camera{Zoom: 2})
		here = e.Camera()
		e.ShowMap(first)
		if e.Camera() != there {
			t.Errorf("the first map is shown at %v, was at %v", e.Camera(), there)
		}
		e.ShowMap(second)
	})
	kept := func() (f rememberFile) {
		r := recall(k.State)
		f, _ = r.file(path)
		return f
	}
	eventually(t, "the places in the file", func() bool {
		f := kept()
		return f.Map == second && f.camera() == here && len(f.Others) == 1 && f.Others[0] == viewOf(first, there)
	})
	do(func() { w.doc.editor.SetCamera(editor.Camera{Zoom: 1.5}) }) // as before a fault
	eventually(t, "the new place in the file", func() bool { return kept().Zoom == 1.5 })

	again := newWindow(t, k)
	do(func() { w.closed() })
	opens(t, again, path)
	do(func() {
		e := again.doc.editor
		if e.Map().ID != second || e.Camera().Zoom != 1.5 {
			t.Errorf("opened again it is %v at %v", e.Map().ID, e.Camera())
		}
		e.ShowMap(first)
		if e.Camera() != there {
			t.Errorf("opened again the first map is at %v, was at %v", e.Camera(), there)
		}
	})
}
