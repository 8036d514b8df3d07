package cli_test

import (
	"io/fs"
	"strings"
	"testing"

	"throughline/assets"
)

// A theme may be a file with the colours of an organisation; its logo stands
// beside it and nowhere else.
func TestAThemeOfOnesOwn(t *testing.T) {
	u := sit(t)
	u.does("new a.journey", "")
	u.has("kontor.json", `{"name": "Kontor", "hues": ["#3D405B"]}`)
	u.does("export a.journey -o a.svg --theme kontor.json", "")
	if !strings.Contains(strings.ToLower(u.reads("a.svg")), "#3d405b") {
		t.Error("the colour is not used")
	}
	u.has("pale.json", `{"hues": ["#FFEE00"]}`)
	u.run("export a.journey -o b.svg --theme pale.json")
	if u.code != 0 || !strings.HasPrefix(u.errs, "Hue 1, #FFEE00, has a contrast of ") || !strings.HasSuffix(u.errs, " was used.\n") {
		t.Error(u.code, u.errs)
	}
	for file, want := range map[string]string{
		`{"logo": "no.png"}`:                   "no.png is not there.",
		`{"logo": "../a.png"}`:                 "the logo “../a.png”: it must stand beside the theme.",
		`{"logo": "/etc/passwd"}`:              "the logo “/etc/passwd”: it must stand beside the theme.",
		`{"logo": "theme.json"}`:               "the logo “theme.json”: this is no PNG, JPEG, GIF, WebP, BMP or TIFF picture.",
		`{"accent": "red"}`:                    "accent: “red” is no colour; write one as #37649E.",
		`{"fonts": {"bold": "x.ttf"}}`:         "fonts: “regular” is missing.",
		`{"fonts": {"regular": "../a.ttf"}}`:   "the font “../a.ttf”: it must stand beside the theme.",
		`{"fonts": {"regular": "theme.json"}}`: "the font “theme.json”: it is no font that can be read; use a TrueType or OpenType file.",
		`{"fonts": {"regular": "no.ttf"}}`:     "no.ttf is not there.",
		strings.Repeat(" ", 8<<20+1):           "theme.json is larger than 8 MB.",
	} {
		u.has("theme.json", file)
		u.run("export a.journey -o c.svg --theme theme.json")
		if u.code != 1 || !strings.HasSuffix(u.errs, want+"\n") {
			t.Errorf("%.40s: %d, %s", file, u.code, u.errs)
		}
	}
	font, err := fs.ReadFile(assets.Fonts, "fonts/noto/NotoSans-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	u.has("own.ttf", string(font))
	u.has("theme.json", `{"fonts": {"regular": "own.ttf"}}`)
	u.does("export a.journey -o c.pdf --theme theme.json", "")
	if pdf := u.reads("c.pdf"); !strings.Contains(pdf, "own-0") && !strings.Contains(pdf, "NotoSans") {
		t.Error("the PDF does not hold the font")
	}
	u.folderNamed("folder.json")
	u.fails("export a.journey -o c.svg --theme folder.json", 1, "folder.json is no file.")
	u.fails("export a.journey -o c.svg --theme gone.json", 1, "gone.json is not there.")
}
