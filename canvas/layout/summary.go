package layout

import (
	"fmt"
	"strings"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
)

const (
	heatRow, heatBar   = 8, 4 // what the bars add to the stage band, and how high they are
	sumPadX, sumPadY   = 12, 8
	sumFace, sumIndent = 11, 12 + 2*11 + 10 // its radius; where the words beside it begin
)

// heat is a bar below a stage's chevron that is as full as the stage hurts.
func (f *frame) heat(st StageBox, sum stageSum, share, y float64) scene.Item {
	x := float64(chevronGap)
	if st.Index == 0 {
		x = 0
	}
	ops := f.heatLine(geom.Box(x, y+1, st.W-chevronGap-x, heatBar), share)
	it := scene.NewItem(string(st.ID), HeatPart, geom.Pt(st.X, 0), geom.Rect{}, ops...)
	it.Alt = fmt.Sprintf("%s: pain %.0f %%", st.Title, share*100)
	return it
}

// heatLine is a line with a bar on it that is as long as its share.
func (f *frame) heatLine(r geom.Rect, share float64) []scene.Op {
	y := r.Center().Y
	ops := []scene.Op{line(geom.Pt(r.Min.X, y), geom.Pt(r.Max.X, y), f.Theme.PainLine)}
	if share > 0 {
		full := geom.Box(r.Min.X, r.Min.Y, max(heatBar, r.W()*share), heatBar)
		ops = append(ops, fill(geom.RoundRect(full, heatBar/2), f.Theme.Pain))
	}
	return ops
}

// stageSummary is a stage's summary set in words.
type stageSummary struct {
	stageSum
	value, title *text.Block
	words, need  float64 // how high the words are, and all of it
}

// summary sets what a stage feels and measures: a face, and beside it the
// value of its first metric, or where it has none, the name of the feeling.
func (f *frame) summary(st StageBox, sum stageSum) stageSummary {
	w := max(st.W-sumIndent-8, 20)
	value, title := "", ""
	switch {
	case sum.metric.ID != "":
		value, title = f.withUnit(sum.metric.Value, sum.metric.Unit), sum.metric.Title
	case sum.mood.Set:
		value = f.feelingNames()[feelingOf(sum.mood.Value)]
	}
	s := stageSummary{stageSum: sum, value: f.set(value, stepName, w, text.Greedy), title: f.set(title, caption, w, text.Greedy)}
	s.words = s.value.Height
	if title != "" {
		s.words += s.title.Height
	}
	s.need = max(s.words, 2*sumFace) + 2*sumPadY
	return s
}

// drawSummary draws a stage's summary in a row of height h at y.
func (f *frame) drawSummary(st StageBox, s stageSummary, y, h float64) scene.Item {
	hue := &f.Theme.Hues[st.Hue]
	var ops []scene.Op
	var says []string
	if s.mood.Set {
		v := feelingOf(s.mood.Value)
		ops = append(ops, scene.Detail(zoomTiles, 0, f.face(v, geom.Pt(sumPadX+sumFace, h/2), sumFace)...))
		says = append(says, f.feelingNames()[v])
	}
	if s.metric.ID != "" {
		says = append(says, strings.TrimSpace(s.value.Text+" "+s.title.Text))
	}
	alt := st.Title
	if len(says) > 0 {
		alt += ": " + strings.Join(says, ", ")
	}
	top := (h - s.words) / 2
	ops = append(ops, f.words(s.value, sumIndent, top, hue.Text, zoomTitles, zoomTiles)...)
	ops = append(ops, f.words(s.title, sumIndent, top+s.value.Height, f.Theme.Ink3, zoomAll, zoomTitles)...)
	it := scene.NewItem(string(st.ID), SummaryPart, geom.Pt(st.X, y), geom.Box(0, 0, st.W, h), ops...)
	it.Alt = alt
	return it
}

// summaryHeader is the name of the summary's row, beside it.
func (f *frame) summaryHeader(s *Sheet, y, h float64) scene.Item {
	x := f.headerX()
	b := f.set(f.say("Summary"), cardTitle, text.NoWrap, text.Greedy)
	ops := f.Icons.use("table", x, (h-headerIcon)/2, headerIcon, f.Theme.Ink2)
	ops = append(ops, f.words(b, x+headerIcon+8, (h-b.Height)/2, f.Theme.Ink, 0, 0)...)
	return scene.NewItem(string(s.Map.ID), SummaryPart, geom.Pt(0, y), geom.Box(0, 0, s.HeaderWidth, h), ops...)
}

// heatEntry explains the bars below the stages in the legend.
func (p *poster) heatEntry() []legendEntry {
	if !p.sheet.Map.Heat {
		return nil
	}
	return []legendEntry{{28, func(x float64) []scene.Op {
		return p.heatLine(geom.Box(x, 8-heatBar/2, 28, heatBar), 0.5)
	}, p.say("How much a stage hurts")}}
}
