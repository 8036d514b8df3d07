package slide

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
)

// NotesOf is what the speaker wants to say to a slide, with its small markup, as
// a scene of a width: size is that of its letters, u. There is something on it
// where nobody wrote any notes, too.
func (d *Deck) NotesOf(i int, width, size float64, ink, ground scene.Color) *scene.Scene {
	s := d.Notes(i)
	if s == "" {
		s = d.draw.Say("No notes for this stage.")
	}
	st := text.Style{Weight: text.Regular, Size: size, Line: size * 30 / 19}
	h, draw := d.draw.Rich(s, st, width)
	it := scene.NewItem("", "notes", geom.Point{}, geom.Box(0, 0, width, h), draw(0, 0, ink)...)
	return &scene.Scene{Size: geom.Pt(width, max(h, 1)), Ground: ground, Blocks: []scene.Placed{{Block: scene.NewBlock([]scene.Item{it}), Name: "notes"}}}
}
