package systemfonts

import (
	"path/filepath"
	"slices"
	"testing"
)

func TestEverySystemHasFolders(t *testing.T) {
	t.Setenv("HOME", "/home/mara")
	t.Setenv("XDG_DATA_HOME", "")
	t.Setenv("WINDIR", "/win")
	for goos, want := range map[string]string{"linux": "/home/mara/.local/share/fonts", "darwin": "/home/mara/Library/Fonts", "windows": "/win/Fonts"} {
		if got := paths(goos); !slices.Contains(got, filepath.FromSlash(want)) {
			t.Errorf("%s: %q", goos, got)
		}
	}
	t.Setenv("HOME", "")
	Folders() // nobody is at home: no panic, and nothing of the folder at hand
	for _, p := range append(paths("linux"), paths("darwin")...) {
		if p != "" && !filepath.IsAbs(p) {
			t.Errorf("%q", p)
		}
	}
}
