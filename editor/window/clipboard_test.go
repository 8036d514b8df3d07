package window

import (
	"os"
	"path/filepath"
	"testing"

	"throughline/editor"
	"throughline/journey"
)

// The shelf has what was copied last, for every running program, and nothing
// else.
func TestTheShelfKeepsTheLast(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "copied")
	one, two := shelf{dir}, shelf{dir}
	a, b := journey.Hash([]byte("a")), journey.Hash([]byte("b"))
	if _, ok := one.Get(a); ok {
		t.Fatal("an empty shelf has something")
	}
	one.Put(a, []byte("first"))
	if got, ok := two.Get(a); !ok || string(got) != "first" {
		t.Fatalf("%q %v", got, ok)
	}
	two.Put(b, []byte("second"))
	if _, ok := one.Get(a); ok {
		t.Fatal("what was copied before is still there")
	}
	if got, ok := one.Get(b); !ok || string(got) != "second" {
		t.Fatalf("%q %v", got, ok)
	}
	files, err := os.ReadDir(dir)
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
	if info, err := files[0].Info(); err != nil || info.Mode().Perm() != 0o600 {
		t.Fatal(info, err)
	}
	shelf{filepath.Join(dir, "no", "\x00")}.Put(a, nil) // is done without
}

func TestWhatAPasteWouldAdd(t *testing.T) {
	const more = "There is more in the clipboard than the map has room for. This adds "
	for want, p := range map[string]editor.Pasting{
		more + "1 step.":                     {Cards: 2, Steps: 1},
		more + "2 stages.":                   {Cards: 2, Stages: 2},
		more + "3 lanes.":                    {Cards: 2, Lanes: 3},
		more + "2 steps. This adds 1 lane.":  {Cards: 2, Steps: 2, Lanes: 1},
		more + "1 stage. This adds 2 lanes.": {Cards: 2, Stages: 1, Lanes: 2},
		"The map has no lane for some of what was copied. This adds 1 lane.":     {Whole: journey.KindStep, Lanes: 1},
		"The lanes were copied from a map with more stages. This adds 2 stages.": {Whole: journey.KindLane, Stages: 2},
	} {
		if got := pastingWords(p); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
