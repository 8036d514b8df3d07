package layout

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
)

// slideGap is what stays free at both sides of a name that slides.
const slideGap = 12

// slide is a stage's number and name on the colour of its chevron, for a
// screen to show them where they can be read while the stage is cut off.
type slide struct {
	scene scene.Scene
	at    geom.Point // where it covers the name, from the stage's place in the band
	most  float64    // how far it may slide
}

// slide is the name of a stage as chevron draws it.
func (f *frame) slide(st StageBox, h float64, number, name *text.Block) slide {
	hue := &f.Theme.Hues[st.Hue]
	w, high := number.Width+stageNumberGap+name.Width, max(number.Height, name.Height)
	ops := f.stageWords(hue, slideGap, high/2, number, name)
	it := scene.NewItem(string(st.ID), StagePart, geom.Point{}, geom.Box(0, 0, w+2*slideGap, high), ops...)
	x := stageText(st.Index)
	return slide{
		scene: scene.Scene{
			Size: geom.Pt(w+2*slideGap, high), Ground: hue.Solid,
			Blocks: []scene.Placed{{Block: scene.NewBlock([]scene.Item{it}), Name: "name"}},
		},
		at:   geom.Pt(x-slideGap, bandTop+(h-high)/2),
		most: st.W - chevronGap - chevronPoint - slideGap - x - w,
	}
}

// Sliding is the name of the stage that the left edge of the band cuts off,
// when left is the edge's place and the band is shown at a zoom: a scene, and
// where in the band it is to be shown. It slides along with the edge as far as
// its chevron goes. There is none where the name is in its place, or drawn as
// it is from afar.
func (s *Sheet) Sliding(left, zoom float64) (sc *scene.Scene, at geom.Point, ok bool) {
	st, ok := s.StageAt(left)
	if !ok || zoom < stageNear || st.Index >= len(s.slides) {
		return nil, at, false
	}
	n := &s.slides[st.Index]
	by := min(left-st.X-n.at.X, n.most)
	if by <= 0 {
		return nil, at, false
	}
	return &n.scene, geom.Pt(st.X+n.at.X+by, n.at.Y), true
}
