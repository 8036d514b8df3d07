// Package layouttest has what tests lay maps out with: the program's fonts and
// icons, read once, and its templates. No program may import it.
package layouttest

import (
	"io/fs"
	"sync"
	"testing"

	"throughline/assets"
	"throughline/canvas/layout"
	"throughline/canvas/text"
	"throughline/journey"
)

// Files is a folder of the program's files.
func Files(t testing.TB, all fs.FS, folder string) fs.FS {
	t.Helper()
	dir, err := fs.Sub(all, folder)
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

var fonts = sync.OnceValues(func() (*text.Fonts, error) {
	dir, err := fs.Sub(assets.Fonts, "fonts")
	if err != nil {
		return nil, err
	}
	return text.Load(dir)
})

// Fonts is the program's fonts. All tests of a package share them.
func Fonts(t testing.TB) *text.Fonts {
	t.Helper()
	f, err := fonts()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

var icons = sync.OnceValues(func() (*layout.Icons, error) {
	b, err := fs.ReadFile(assets.Icons, "icons/icons.json")
	if err != nil {
		return nil, err
	}
	return layout.LoadIcons(b)
})

// Icons is the program's icons. All tests of a package share them.
func Icons(t testing.TB) *layout.Icons {
	t.Helper()
	i, err := icons()
	if err != nil {
		t.Fatal(err)
	}
	return i
}

// Options is a theme with the program's fonts and icons, without pictures.
func Options(t testing.TB, theme *layout.Theme) layout.Options {
	t.Helper()
	return layout.Options{Fonts: Fonts(t), Icons: Icons(t), Theme: theme}
}

// Template is a template of the program and its pictures.
func Template(t testing.TB, name string) (*journey.Project, journey.MemoryBlobs) {
	t.Helper()
	b, err := fs.ReadFile(assets.Templates, "templates/"+name+".json")
	if err != nil {
		t.Fatal(err)
	}
	p, blobs, problems, err := journey.ReadJSON(b)
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	return p, blobs
}

// Arabic is the sample with its title, its stages and a card in Arabic, and so
// read from the right, and its pictures.
func Arabic(t testing.TB) (*journey.Project, journey.MemoryBlobs) {
	t.Helper()
	p, blobs := Template(t, "cargo-bike")
	e := p.Edit(nil)
	m := p.Maps()[0]
	m.Title = "شراء دراجة شحن"
	e.Put(m)
	for i, st := range p.Stages(m.ID) {
		st.Title = []string{"شرارة", "بحث", "تجربة", "قرار", "انتظار", "توصية"}[i]
		e.Put(st)
	}
	c, _ := journey.Get[journey.Card](p, "test-ride-booking")
	c.Title, c.Text = "حجز تجربة القيادة", "السبت في العاشرة والربع"
	e.Put(c)
	return e.Project(), blobs
}
