package layout

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
)

const (
	tagHeight, tagPad = 20, 8
	tagRadius         = 5
)

// Tag is a few words on the colour of the user's own action, in the reader's
// language, for an editor to show above what is selected.
func (o *Options) Tag(says string) *scene.Scene {
	f := &frame{Options: o}
	b := f.set(o.say(says), captionBold, text.NoWrap, text.Greedy)
	r := geom.Box(0, 0, b.Width+2*tagPad, tagHeight)
	ops := append([]scene.Op{fill(geom.RoundRect(r, tagRadius), o.Theme.Acc)}, letters(b, tagPad, (tagHeight-b.Height)/2, 0, o.Theme.OnAcc)...)
	it := scene.NewItem("", "", geom.Point{}, r, ops...)
	return &scene.Scene{Size: r.Max, Blocks: []scene.Placed{{Block: scene.NewBlock([]scene.Item{it}), Name: "tag"}}}
}
