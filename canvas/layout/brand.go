package layout

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"throughline/canvas/picture"
	"throughline/canvas/scene"
	"throughline/journey"
)

// brandFile is a theme in the colours of an organisation, as its file says it.
// What it leaves out is that of its base.
type brandFile struct {
	Name   string     `json:"name"`
	Base   string     `json:"base"`
	Accent string     `json:"accent"`
	Ink    string     `json:"ink"`
	Hues   []string   `json:"hues"`
	Logo   string     `json:"logo"`
	Fonts  brandFonts `json:"fonts"`
}

// MaxBrand is how many bytes a brand theme's file, a logo and a font may have.
const MaxBrand = 8 << 20

// ReadBrand reads a theme from JSON. It asks open for its logo and its
// fonts by the names that stand in the file. A colour with which some text could not be read is
// made darker, or lighter on a dark ground, until it can: notes say so, each
// as a sentence.
func ReadBrand(b []byte, open func(name string) ([]byte, error)) (t *Theme, notes []string, err error) {
	var f brandFile
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(&f); err != nil {
		return nil, nil, fmt.Errorf("it is not a theme: %s", strings.TrimPrefix(err.Error(), "json: "))
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, nil, errors.New("it is not a theme: there is something behind it")
	}
	if f.Base == "" {
		f.Base = Print.Name
	}
	base, ok := ThemeNamed(f.Base)
	if !ok {
		return nil, nil, fmt.Errorf("there is no theme “%s” to begin with", f.Base)
	}
	own := *base
	br := &brand{Theme: &own}
	own.Name, own.Title, own.Window = f.Name, f.Name, false
	if err := br.colours(f); err != nil {
		return nil, nil, err
	}
	if own.Fonts, err = f.Fonts.read(open); err != nil {
		return nil, nil, err
	}
	if f.Logo != "" {
		if own.Logo, err = logo(f.Logo, open); err != nil {
			return nil, nil, fmt.Errorf("the logo “%s”: %w", f.Logo, err)
		}
	}
	return br.Theme, br.notes, nil
}

// brand is a theme in the making.
type brand struct {
	*Theme
	notes []string
}

// colours takes over the colours of a file.
func (t *brand) colours(f brandFile) error {
	if f.Accent != "" {
		c, err := parseColor(f.Accent)
		if err != nil {
			return fmt.Errorf("accent: %w", err)
		}
		t.Acc = t.legible("The accent", c, these(t.Map, t.OnAcc))
		t.AccTint, t.AccLine = t.Acc.Over(t.Map, 0.08), t.Acc.Over(t.Map, 0.3)
	}
	if f.Ink != "" {
		c, err := parseColor(f.Ink)
		if err != nil {
			return fmt.Errorf("ink: %w", err)
		}
		t.Ink = t.legible("The ink", c, these(t.Map, t.Present, t.Card, t.Sunk, t.PainBg, t.OppBg, t.AccTint, t.Panel, t.Field))
		t.Ink2 = readable(t.Ink.Over(t.Map, 0.78), t.extreme(), textContrast, these(t.Map, t.Present, t.Card, t.Sunk, t.Panel))
		t.Ink3 = readable(t.Ink.Over(t.Map, 0.66), t.extreme(), textContrast, these(t.Map, t.Present, t.Card, t.Panel))
	}
	if len(f.Hues) > len(t.Hues) {
		return fmt.Errorf("it has %d hues, a theme has at most %d", len(f.Hues), len(t.Hues))
	}
	made := make([]Hue, len(f.Hues))
	for i, s := range f.Hues {
		c, err := parseColor(s)
		if err != nil {
			return fmt.Errorf("hue %d: %w", i+1, err)
		}
		made[i] = t.hue("Hue "+strconv.Itoa(i+1), c)
	}
	for i := range t.Hues {
		if len(made) > 0 {
			t.Hues[i] = made[i%len(made)]
		}
	}
	t.Ordered = len(made)
	return nil
}

// hue is the four colours of a stage made of one.
func (t *brand) hue(what string, c scene.Color) Hue {
	line, tint := 0.33, 0.08
	if t.Dark {
		line, tint = 0.35, 0.16
	}
	h := Hue{Solid: t.legible(what, c, func(c scene.Color) []scene.Color {
		return []scene.Color{t.On, t.On.Over(c, numberShare)}
	})}
	h.Line, h.Tint = h.Solid.Over(t.Map, line), h.Solid.Over(t.Map, tint)
	if t.Thick > 1 { // in high contrast, lines are seen and tints mean nothing
		h.Line, h.Tint = t.Hues[0].Line, t.Hues[0].Tint
	}
	h.Text = readable(h.Solid, t.extreme(), textContrast, these(h.Line, t.Map, t.Present, t.Card))
	h.Text = readable(h.Text, t.extreme(), 7, these(h.Tint))
	return h
}

// extreme is the colour towards which others are moved to be seen better.
func (t *brand) extreme() scene.Color {
	if t.Dark {
		return scene.RGB(0xFFFFFF)
	}
	return scene.RGB(0)
}

// legible is c, or where text in it or on it could not be read, the nearest
// shade with which it can, and a note that says so. Texts on c may depend on it.
func (t *brand) legible(what string, c scene.Color, against func(c scene.Color) []scene.Color) scene.Color {
	least := float64(textContrast)
	if t.Thick > 1 {
		least = 7
	}
	out := readable(c, t.extreme(), least, against)
	if out == c {
		return c
	}
	now := math.Inf(1)
	for _, g := range against(c) {
		now = min(now, contrast(c, g))
	}
	shade := "darker"
	if t.Dark {
		shade = "lighter"
	}
	t.notes = append(t.notes, fmt.Sprintf("%s, %v, has a contrast of %.1f, text needs %.1f. A %s shade, %v, was used", what, c, now, least, shade, out))
	return out
}

// readable is the shade nearest to c, on its way to the extreme, that has a
// contrast of least with all that it must; the extreme where none has.
func readable(c, extreme scene.Color, least float64, against func(c scene.Color) []scene.Color) scene.Color {
	for k := range 50 {
		s := extreme.Over(c, float64(k)/50)
		if !slices.ContainsFunc(against(s), func(g scene.Color) bool { return contrast(s, g) < least }) {
			return s
		}
	}
	return extreme
}

// these is the same colours whatever stands on them.
func these(c ...scene.Color) func(scene.Color) []scene.Color {
	return func(scene.Color) []scene.Color { return c }
}

// parseColor reads a colour as #RRGGBB.
func parseColor(s string) (scene.Color, error) {
	if len(s) == 7 && s[0] == '#' {
		if n, err := strconv.ParseUint(s[1:], 16, 32); err == nil {
			return scene.RGB(uint32(n)), nil
		}
	}
	return scene.Color{}, fmt.Errorf("“%s” is no colour; write one as #37649E", s)
}

// logo decodes the picture of a brand, no larger than a title needs it.
func logo(name string, open func(name string) ([]byte, error)) (*scene.Image, error) {
	b, err := open(name)
	if err != nil {
		return nil, err
	}
	size, err := picture.Size(b)
	if err != nil {
		return nil, err
	}
	const most = 1024 // pixels of the longer side
	k := min(1, most/float64(max(size.X, size.Y)))
	px, err := picture.Cropped(b, max(1, int(float64(size.X)*k)), max(1, int(float64(size.Y)*k)))
	if err != nil {
		return nil, err
	}
	return &scene.Image{Key: journey.Hash(b), W: px.Rect.Dx(), H: px.Rect.Dy(), Pix: px.Pix}, nil
}
