package editor_test

import (
	"io/fs"
	"sync"
	"testing"

	"throughline/assets"
	"throughline/canvas/layout"
	"throughline/canvas/text"
)

// look is the program's fonts and icons, read once.
var look = sync.OnceValues(func() (layout.Options, error) {
	dir, err := fs.Sub(assets.Fonts, "fonts")
	if err != nil {
		return layout.Options{}, err
	}
	fonts, err := text.Load(dir)
	if err != nil {
		return layout.Options{}, err
	}
	b, err := fs.ReadFile(assets.Icons, "icons/icons.json")
	if err != nil {
		return layout.Options{}, err
	}
	icons, err := layout.LoadIcons(b)
	return layout.Options{Fonts: fonts, Icons: icons, Theme: &layout.Light}, err
})

func options(t testing.TB) layout.Options {
	t.Helper()
	o, err := look()
	if err != nil {
		t.Fatal(err)
	}
	return o
}
