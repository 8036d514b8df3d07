package layout

import (
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// Theme is the colours of a map and of the window around it.
type Theme struct {
	Name    string
	Title   string // as in menus
	Dark    bool
	Window  bool                   // the window can be shown in it
	Thick   float64                // how many times as thick as usual lines are; 0 is once
	Logo    *scene.Image           // above the title of a poster; nil is none
	Fonts   map[text.Weight][]byte // font files in place of the program's family, for text.Fonts.With; nil is none
	Ordered int                    // of a brand: stages take so many hues one after the other; 0 takes the usual order

	App, Panel, Map, Card, Sunk, Field scene.Color // grounds
	Present                            scene.Color // ground of slides
	Hair, Hair2                        scene.Color // lane lines; stage lines and card edges
	Ink, Ink2, Ink3                    scene.Color // titles; text and icons; captions
	Wire                               scene.Color // connectors
	Acc, AccTint, AccLine, OnAcc       scene.Color // the user's own action
	Pain, PainBg, PainLine             scene.Color
	Opp, OppBg, OppLine                scene.Color
	Warn, OK                           scene.Color
	Note, NoteText, NoteLine           scene.Color
	Snack, SnackText, SnackAction      scene.Color
	HoverEdge                          scene.Color

	Hues     [8]Hue         // of stages
	On       scene.Color    // text on a hue's Solid
	Feelings [5]scene.Color // −2 to +2
	OnFeel   scene.Color    // face on a feeling's colour
}

// Hue is the four colours of a stage.
type Hue struct{ Solid, Text, Line, Tint scene.Color }

// FeelingNames are the names of −2 to +2 where a lane has none of its own.
var FeelingNames = [5]string{"Frustrated", "Uneasy", "Neutral", "Good", "Delighted"}

// HueNames are the names of the hues 1 to 8.
var HueNames = [8]string{"Harbour", "Lagoon", "Moss", "Olive", "Amber", "Clay", "Rose", "Plum"}

func hue(solid, text, line, tint uint32) Hue {
	return Hue{scene.RGB(solid), scene.RGB(text), scene.RGB(line), scene.RGB(tint)}
}

// Light is the theme of the window by day.
var Light = Theme{
	Name: "light", Title: "Light", Window: true,
	App: scene.RGB(0xF4F3F0), Panel: scene.RGB(0xFFFFFF), Map: scene.RGB(0xFFFFFF), Card: scene.RGB(0xFFFFFF), Sunk: scene.RGB(0xF4F3F0), Field: scene.RGB(0xFAF9F7), Present: scene.RGB(0xFBFAF8),
	Hair: scene.RGB(0xE9E7E2), Hair2: scene.RGB(0xD9D6CF),
	Ink: scene.RGB(0x1D1C1A), Ink2: scene.RGB(0x5C5952), Ink3: scene.RGB(0x6E6B64), Wire: scene.RGB(0x8B8880),
	Acc: scene.RGB(0x4A4FD0), AccTint: scene.RGB(0xEEEEFC), AccLine: scene.RGB(0xC9CAF5), OnAcc: scene.RGB(0xFFFFFF),
	Pain: scene.RGB(0xB4381C), PainBg: scene.RGB(0xFDF3EF), PainLine: scene.RGB(0xF0CFC5),
	Opp: scene.RGB(0x0A6480), OppBg: scene.RGB(0xF0F7F9), OppLine: scene.RGB(0xC4DEE6),
	Warn: scene.RGB(0x8A4B08), OK: scene.RGB(0x1F6B45),
	Note: scene.RGB(0xFFF3CD), NoteText: scene.RGB(0x4A3A06), NoteLine: scene.RGB(0xEFDFA6),
	Snack: scene.RGB(0x26262B), SnackText: scene.RGB(0xEDEDF0), SnackAction: scene.RGB(0xB9BCFF),
	HoverEdge: scene.RGB(0xB9B5AC),
	Hues: [8]Hue{
		hue(0x37649E, 0x264E7F, 0xBDD3F0, 0xEEF5FF), // Harbour
		hue(0x02717A, 0x005961, 0xB5D9DD, 0xECF7F8), // Lagoon
		hue(0x2E734B, 0x1D5A38, 0xBCDAC5, 0xEEF7F1), // Moss
		hue(0x626921, 0x4C5211, 0xD0D5B5, 0xF4F6EC), // Olive
		hue(0x895709, 0x6D4200, 0xE6CCB0, 0xFBF3EA), // Amber
		hue(0x9D4529, 0x7E3219, 0xF3C5B7, 0xFFF1EC), // Clay
		hue(0x9D3D59, 0x7E2B44, 0xF4C2CC, 0xFFF0F3), // Rose
		hue(0x7C4D90, 0x623973, 0xDEC7E9, 0xF9F1FC), // Plum
	},
	On:       scene.RGB(0xFFFFFF),
	Feelings: [5]scene.Color{scene.RGB(0xB4381C), scene.RGB(0xCF7A22), scene.RGB(0x8E8B84), scene.RGB(0x3595B8), scene.RGB(0x0A6480)},
	OnFeel:   scene.RGB(0xFFFFFF),
}

// Dark is the theme of the window by night.
var Dark = Theme{
	Name: "dark", Title: "Dark", Dark: true, Window: true,
	App: scene.RGB(0x141417), Panel: scene.RGB(0x1D1D21), Map: scene.RGB(0x1A1A1E), Card: scene.RGB(0x242429), Sunk: scene.RGB(0x26262B), Field: scene.RGB(0x17171A), Present: scene.RGB(0x141417),
	Hair: scene.RGB(0x2B2B31), Hair2: scene.RGB(0x3D3D45),
	Ink: scene.RGB(0xEDEDF0), Ink2: scene.RGB(0xB4B4BD), Ink3: scene.RGB(0x9A9AA5), Wire: scene.RGB(0x7C7C88),
	Acc: scene.RGB(0xA5A9FF), AccTint: scene.RGB(0x2A2B47), AccLine: scene.RGB(0x494B86), OnAcc: scene.RGB(0x17171B),
	Pain: scene.RGB(0xF58A70), PainBg: scene.RGB(0x33211D), PainLine: scene.RGB(0x5E3A31),
	Opp: scene.RGB(0x8FD3E8), OppBg: scene.RGB(0x182A31), OppLine: scene.RGB(0x2C4B57),
	Warn: scene.RGB(0xEBB878), OK: scene.RGB(0x86CBA4),
	Note: scene.RGB(0x3A3418), NoteText: scene.RGB(0xF0E2AE), NoteLine: scene.RGB(0x5C5326),
	Snack: scene.RGB(0x3A3A43), SnackText: scene.RGB(0xEDEDF0), SnackAction: scene.RGB(0xB9BCFF),
	HoverEdge: scene.RGB(0x55555F),
	Hues: [8]Hue{
		hue(0x84AEE3, 0xA8CAF7, 0x394E6A, 0x1F2B3A),
		hue(0x71B8C0, 0x9AD3DA, 0x2F5458, 0x1A2E30),
		hue(0x81BA95, 0xA6D5B5, 0x385542, 0x1F2E24),
		hue(0xA9B176, 0xC5CD9C, 0x4C5032, 0x292C1B),
		hue(0xCFA16B, 0xE7C093, 0x60482C, 0x342719),
		hue(0xE59379, 0xFAB49E, 0x6A4134, 0x3A231C),
		hue(0xE68DA1, 0xFBAFBF, 0x6B3D48, 0x3B2227),
		hue(0xC298D5, 0xDBB8EC, 0x594363, 0x312536),
	},
	On:       scene.RGB(0x17171B),
	Feelings: [5]scene.Color{scene.RGB(0xEC6A4C), scene.RGB(0xF0B46C), scene.RGB(0xA9A7A1), scene.RGB(0x58B3D6), scene.RGB(0x9BE6F7)},
	OnFeel:   scene.RGB(0x17171B),
}

// Print is the theme of exports: light, with lines and texts that survive a
// printer.
var Print = func() Theme {
	t := Light
	t.Name, t.Title, t.Window = "print", "Print", false
	t.Present = scene.RGB(0xFFFFFF)
	t.Hair, t.Hair2 = scene.RGB(0xE4E1DA), scene.RGB(0xCFCBC3)
	t.Ink, t.Ink2, t.Wire = scene.RGB(0x1A1A1A), scene.RGB(0x4F4C46), scene.RGB(0x6E6B64)
	return t
}()

// Contrast is the theme of high contrast: black on white, texts at 7 to 1 and
// lines at 3 to 1 at least, and thicker. Its tints mean nothing.
var Contrast = func() Theme {
	t := Light
	t.Name, t.Title, t.Thick = "contrast", "High contrast", 1.5
	black, white, pale := scene.RGB(0), scene.RGB(0xFFFFFF), scene.RGB(0xF2F2F2)
	t.App, t.Field, t.Sunk, t.Present = pale, white, pale, white
	t.Hair, t.Hair2, t.Wire, t.HoverEdge = scene.RGB(0x767676), scene.RGB(0x4A4A4A), scene.RGB(0x333333), black
	t.Ink, t.Ink2, t.Ink3 = black, scene.RGB(0x1F1F1F), scene.RGB(0x3A3A3A)
	t.Acc, t.AccTint, t.AccLine = scene.RGB(0x2A2FA8), pale, scene.RGB(0x5357C9)
	t.Pain, t.PainBg, t.PainLine = scene.RGB(0x8A1F08), white, scene.RGB(0x8A1F08)
	t.Opp, t.OppBg, t.OppLine = scene.RGB(0x064A60), white, scene.RGB(0x064A60)
	t.Warn, t.OK = scene.RGB(0x6B3800), scene.RGB(0x14502F)
	t.Note, t.NoteText, t.NoteLine = white, black, scene.RGB(0x6B5900)
	t.Snack, t.SnackText, t.SnackAction = black, white, scene.RGB(0xD6D8FF)
	for i, h := range t.Hues {
		t.Hues[i] = Hue{Solid: h.Text.Over(black, 0.9), Text: black, Line: scene.RGB(0x949494), Tint: pale}
	}
	t.Feelings = [5]scene.Color{scene.RGB(0x9C2A10), scene.RGB(0x9A5200), scene.RGB(0x5A5A5A), scene.RGB(0x1B6C8C), scene.RGB(0x063F52)}
	return t
}()

// Themes is every theme, the one that exports use first.
var Themes = []*Theme{&Print, &Light, &Dark, &Contrast}

// ThemeNamed is the theme of a name.
func ThemeNamed(name string) (*Theme, bool) {
	for _, t := range Themes {
		if t.Name == name {
			return t, true
		}
	}
	return nil, false
}

// hueOrder is the hues of a map's stages by their number; after eight they
// repeat.
var hueOrder = [9][]int{
	1: {1}, 2: {1, 6},
	3: {1, 3, 6}, 4: {1, 2, 3, 6}, 5: {1, 2, 3, 5, 6}, 6: {1, 2, 3, 5, 6, 8}, 7: {1, 2, 3, 4, 5, 6, 8}, 8: {1, 2, 3, 4, 5, 6, 7, 8},
}

// StageHues is the hue of each stage of a map.
func (t *Theme) StageHues(p *journey.Project, mp journey.ID) map[journey.ID]Hue {
	out := map[journey.ID]Hue{}
	stages := p.Stages(mp)
	for i, s := range stages {
		out[s.ID] = t.Hues[t.hueAt(i, len(stages), s.Hue)]
	}
	return out
}

// hueAt is the hue, 0 to 7, of the i-th of n stages; own is the one its author
// chose, 1 to 8, or 0.
func (t *Theme) hueAt(i, n, own int) int {
	if own > 0 {
		return (own - 1) % 8
	}
	if t.Ordered > 0 {
		return i % t.Ordered
	}
	order := hueOrder[min(n, 8)]
	return order[i%len(order)] - 1
}
