package layout

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"image/png"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"throughline/canvas/scene"
)

func noLogo(string) ([]byte, error) { return nil, errors.New("no") }

// A brand's colours are used as they are where text can be read with them; a
// sentence names each that was not.
func TestABrandKeepsItsColours(t *testing.T) {
	th, notes, err := ReadBrand([]byte(`{"name": "Kontor", "accent": "#8C3B2E", "ink": "#22223B", "hues": ["#3D405B", "#1F6B5C", "#9FD3F0"]}`), noLogo)
	if err != nil {
		t.Fatal(err)
	}
	if th.Acc != scene.RGB(0x8C3B2E) || th.Ink != scene.RGB(0x22223B) || th.Hues[0].Solid != scene.RGB(0x3D405B) || th.Hues[4].Solid != scene.RGB(0x1F6B5C) {
		t.Errorf("%v %v %v", th.Acc, th.Ink, th.Hues)
	}
	if len(notes) != 1 || !strings.HasPrefix(notes[0], "Hue 3, #9FD3F0, has a contrast of 1.5, text needs 4.5. A darker shade, #") {
		t.Errorf("%q", notes)
	}
	for i, want := range []int{0, 1, 2, 0, 1} {
		if got := th.hueAt(i, 5, 0); got != want {
			t.Errorf("stage %d takes hue %d, want %d", i+1, got, want)
		}
	}
	if Print.Hues[0].Solid == th.Hues[0].Solid {
		t.Error("the brand has changed the theme it began with")
	}
}

// Whatever colours a brand has, every text can be read, and what was changed
// is said.
func TestABrandCanBeRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		color := func(what string) string { return fmt.Sprintf("#%06x", rapid.IntRange(0, 0xFFFFFF).Draw(t, what)) }
		f := brandFile{Base: rapid.SampledFrom([]string{"", "print", "light", "dark", "contrast"}).Draw(t, "base"), Ink: color("ink"), Accent: color("accent")}
		for range rapid.IntRange(0, 8).Draw(t, "hues") {
			f.Hues = append(f.Hues, color("hue"))
		}
		b, err := json.Marshal(f)
		if err != nil {
			t.Fatal(err)
		}
		th, notes, err := ReadBrand(b, noLogo)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range th.pairs() {
			if c := contrast(p.text, p.ground); c < p.least {
				t.Fatalf("%s, %v on %v, has a contrast of %.2f", p.what, p.text, p.ground, c)
			}
		}
		said := strings.Join(notes, "\n")
		for i, h := range f.Hues {
			if want, _ := parseColor(h); th.Hues[i].Solid != want && !strings.Contains(said, want.String()) {
				t.Fatalf("nothing is said of %v: %q", want, said)
			}
		}
	})
}

func TestWhatIsNoBrand(t *testing.T) {
	for file, want := range map[string]string{
		``:                                       "it is not a theme: EOF",
		`[]`:                                     "it is not a theme: cannot unmarshal array",
		`{} {}`:                                  "it is not a theme: there is something behind it",
		`{"font": {}}`:                           `it is not a theme: unknown field "font"`,
		`{"base": "bright"}`:                     "there is no theme “bright” to begin with",
		`{"ink": "black"}`:                       "ink: “black” is no colour; write one as #37649E",
		`{"accent": "#12345"}`:                   "accent: “#12345” is no colour",
		`{"hues": ["#123456", "#+1234a"]}`:       "hue 2: “#+1234a” is no colour",
		`{"hues": ["","","","","","","","",""]}`: "it has 9 hues, a theme has at most 8",
		`{"logo": "a.png"}`:                      "the logo “a.png”: no",
	} {
		_, _, err := ReadBrand([]byte(file), noLogo)
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: %v, want %s", file, err, want)
		}
	}
}

func TestALogo(t *testing.T) {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewNRGBA(image.Rect(0, 0, 200, 50))); err != nil {
		t.Fatal(err)
	}
	th, _, err := ReadBrand([]byte(`{"logo": "a.png"}`), func(name string) ([]byte, error) { return b.Bytes(), nil })
	if err != nil || th.Logo.W != 200 {
		t.Fatal(th, err)
	}
	if _, _, err := ReadBrand([]byte(`{"logo": "a.png"}`), func(string) ([]byte, error) { return []byte("<svg/>"), nil }); err == nil {
		t.Error("an SVG is a logo")
	}
}
