package layout

import (
	"slices"
	"strconv"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// bandState is what a layout remembers of the stage band.
type bandState struct {
	stages       []StageBox
	steps        []journey.Step
	band, corner *scene.Block
	header       float64
	mp           journey.Map
	sums         []stageSum
	slides       []slide
	stepsY       float64
	stepsH       float64
	height       float64
}

// bandOf lays out the stages and steps above the cells. Names that are too
// long for their column wrap and make their band higher.
func (l *Layout) bandOf(f *frame, s *Sheet) {
	steps := make([]journey.Step, 0, len(s.Columns))
	for _, c := range s.Columns {
		st, _ := journey.Get[journey.Step](f.p, c.Step)
		steps = append(steps, st)
	}
	b := &l.band
	sums := l.sumsOf(f, s)
	same := slices.Equal(b.sums, sums) && b.band != nil && b.header == s.HeaderWidth && b.mp == s.Map && slices.Equal(b.steps, steps) && slices.EqualFunc(b.stages, s.Stages, func(a, c StageBox) bool {
		return a.Stage == c.Stage && a.X == c.X && a.W == c.W && a.Hue == c.Hue && a.Number == c.Number && slices.Equal(a.Columns, c.Columns)
	})
	if !same {
		*b = bandState{stages: s.Stages, steps: steps, header: s.HeaderWidth, mp: s.Map, sums: sums}
		b.lay(f, s)
	}
	s.BandHeight, s.slides = b.height, b.slides
	s.StepsY, s.StepsH = b.stepsY, b.stepsH
	s.Band.Blocks = []scene.Placed{{Block: b.band, Name: "band"}}
	s.Corner.Blocks = []scene.Placed{{Block: b.corner, Name: "corner"}}
}

func (b *bandState) lay(f *frame, s *Sheet) {
	chevronH, rowH := float64(chevron), float64(stepRow)
	names := make([]*text.Block, len(s.Stages))
	numbers := make([]*text.Block, len(s.Stages))
	for i, st := range s.Stages {
		numbers[i] = f.set(strconv.Itoa(st.Number), stageNumber, text.NoWrap, text.Greedy)
		room := st.W - stageText(i) - numbers[i].Width - stageNumberGap - chevronPoint - 8
		names[i] = f.set(st.Title, stageName, max(room, 20), text.Balanced)
		chevronH = max(chevronH, names[i].Height+24)
	}
	stepNames := make([]*text.Block, len(b.steps))
	for i, st := range b.steps {
		stepNames[i] = f.set(st.Title, stepName, s.Columns[i].W-stepText-8, text.Balanced)
		rowH = max(rowH, stepNames[i].Height+16)
	}
	stageRow := bandTop + chevronH + bandBottom
	var items []scene.Item
	for i, st := range s.Stages {
		items = append(items, f.chevron(st, len(s.Stages), chevronH, numbers[i], names[i]))
		b.slides = append(b.slides, f.slide(st, chevronH, numbers[i], names[i]))
	}
	if s.Map.Heat {
		for i, share := range heatShares(b.sums) {
			items = append(items, f.heat(s.Stages[i], b.sums[i], share, stageRow))
		}
		stageRow += heatRow
	}
	for i, c := range s.Columns {
		if c.Step == "" {
			continue
		}
		stage, _ := s.StageAt(c.X)
		y := (rowH - stepNames[i].Height) / 2
		x := stepText + (c.W-stepText-8-stepNames[i].Width)*flush(stepNames[i])
		it := scene.NewItem(string(c.Step), StepPart, geom.Pt(c.X, stageRow), geom.Box(0, 0, c.W, rowH),
			f.words(stepNames[i], x, y, f.Theme.Hues[stage.Hue].Text, zoomTitles, zoomTiles)...)
		it.Fields = []scene.Field{{Part: TitlePart, At: geom.Pt(x, y), Block: stepNames[i], Width: c.W - stepText - 8}}
		items = append(items, it)
	}
	b.stepsY, b.stepsH, b.height = stageRow, rowH, stageRow+rowH
	if s.Map.Summary {
		items = append(items, b.summaries(f, s)...)
	}
	for i, st := range s.Stages {
		if i > 0 || f.Bare {
			items = append(items, scene.NewItem("", "edge", geom.Pt(st.X, stageRow), geom.Rect{}, line(geom.Pt(0.5, 0), geom.Pt(0.5, b.height-stageRow), f.Theme.Hair2)))
		}
	}
	bottom := line(geom.Pt(0, b.height-0.5), geom.Pt(s.Width, b.height-0.5), f.Theme.Hair2)
	items = append(items, scene.NewItem("", "edge", geom.Point{}, geom.Rect{}, bottom))
	b.band = scene.NewBlock(items)
	corner := []scene.Op{line(geom.Pt(0, b.height-0.5), geom.Pt(s.HeaderWidth, b.height-0.5), f.Theme.Hair2)}
	if !f.Bare {
		corner = append(corner, line(geom.Pt(s.HeaderWidth-0.5, 0), geom.Pt(s.HeaderWidth-0.5, b.height), f.Theme.Hair2))
	}
	edge := scene.NewItem("", "edge", geom.Point{}, geom.Rect{}, corner...)
	beside := append([]scene.Item{edge}, f.dueCorner(s.Map, s.HeaderWidth)...)
	if s.Map.Summary {
		beside = append(beside, f.summaryHeader(s, stageRow+rowH, b.height-stageRow-rowH))
	}
	b.corner = scene.NewBlock(beside)
}

// summaries draws a row of what each stage feels and measures below the band
// and makes the band higher by it.
func (b *bandState) summaries(f *frame, s *Sheet) []scene.Item {
	set, h := make([]stageSummary, len(s.Stages)), 0.0
	for i, st := range s.Stages {
		set[i] = f.summary(st, b.sums[i])
		h = max(h, set[i].need)
	}
	items := []scene.Item{scene.NewItem("", "edge", geom.Pt(0, b.height), geom.Rect{}, line(geom.Pt(0, -0.5), geom.Pt(s.Width, -0.5), f.Theme.Hair))}
	for i, st := range s.Stages {
		items = append(items, f.drawSummary(st, set[i], b.height, h))
	}
	b.height += h
	return items
}

const (
	stageNumberGap = 9
	numberShare    = 0.88 // how strong a stage's number is beside its name
)

// stageText is where the text of the i-th chevron begins.
func stageText(i int) float64 {
	if i == 0 {
		return chevronFirst
	}
	return chevronText
}

// chevron draws a stage: a box that points to the next and takes the point of
// the one before. The first has a flat tail, the last a flat head.
func (f *frame) chevron(st StageBox, n int, h float64, number, name *text.Block) scene.Item {
	const r = 2 // of its corners: the shape is drawn smaller by r and its edge as wide
	hue := f.Theme.Hues[st.Hue]
	x0, x1 := float64(chevronGap), st.W-chevronGap
	if st.Index == 0 {
		x0 = 0
	}
	head, tail := float64(chevronPoint), float64(chevronPoint)
	if st.Index == n-1 {
		head = 0
	}
	if st.Index == 0 {
		tail = 0
	}
	var p geom.Path
	p.MoveTo(x0+r, r)
	p.LineTo(x1-head-r, r)
	if head > 0 {
		p.LineTo(x1-r, h/2)
	} else {
		p.LineTo(x1-r, r)
	}
	p.LineTo(x1-head-r, h-r)
	p.LineTo(x0+r, h-r)
	if tail > 0 {
		p.LineTo(x0+tail+r, h/2)
	}
	p.Close()
	shape := []scene.Op{
		fill(p, hue.Solid),
		&scene.Stroke{Path: p, Paint: scene.Solid(hue.Solid), Pen: geom.Pen{Width: 2 * r, Join: geom.RoundJoin}},
	}
	x := stageText(st.Index)
	nx, ny := x+number.Width+stageNumberGap, (h-name.Height)/2
	ops := append(shape, f.stageWords(&hue, x, h/2, number, name)...)
	ops = append(ops, f.farName(st, h, number, name)...)
	it := scene.NewItem(string(st.ID), StagePart, geom.Pt(st.X, bandTop), geom.Box(0, 0, st.W, h), ops...)
	it.Fields = []scene.Field{{Part: TitlePart, At: geom.Pt(nx, ny), Block: name, Width: room(name, 20)}}
	return it
}

// stageWords is a stage's number and name beside it, from x on around the
// height mid.
func (f *frame) stageWords(hue *Hue, x, mid float64, number, name *text.Block) []scene.Op {
	ops := f.words(number, x, mid-number.Height/2, f.Theme.On.Over(hue.Solid, numberShare), stageNear, stageNear)
	return append(ops, f.words(name, x+number.Width+stageNumberGap, mid-name.Height/2, f.Theme.On, stageNear, stageNear)...)
}

// stageNear is the zoom from which a stage's name has its own size, because its
// letters are legible then.
var stageNear = legible / stageName.Size

// farZooms is the ranges of zooms in each of which a far name has one size.
var farZooms = []struct{ from, to float64 }{{zoomTiles, 0.3}, {0.3, 0.36}, {0.36, 0.43}, {0.43, stageNear}}

// farName is a stage's number and name from afar, as large as 11 pixels would
// be, as far as the chevron has room; where they do not fit, the number alone,
// on a disc if that leaves it legible.
func (f *frame) farName(st StageBox, h float64, number, name *text.Block) []scene.Op {
	const tight = 1.15 // of a line of letters that has no others above it
	var ops []scene.Op
	for _, z := range farZooms {
		k := min(11/z.from, h/tight) / stageName.Size
		b := f.set(number.Text+"  "+name.Text, stageName, text.NoWrap, text.Greedy)
		x, ink := stageText(st.Index), f.Theme.On
		if b.Width*k > st.W-2*chevronText {
			b = f.set(number.Text, stageName, text.NoWrap, text.Greedy)
			if r := h/2 - 2; z.from > zoomTiles && b.Width*k < 1.6*r {
				ink = f.Theme.Hues[st.Hue].Solid
				ops = append(ops, scene.Detail(z.from, z.to, fill(geom.Circle(geom.Pt(st.W/2, h/2), r), f.Theme.On)))
			}
			x = (st.W - b.Width*k) / 2
		}
		var glyphs []scene.Op
		for i := range b.Lines {
			for j := range b.Lines[i].Runs {
				r := &b.Lines[i].Runs[j]
				glyphs = append(glyphs, &scene.Glyphs{Run: r, At: geom.Pt(r.X, b.Lines[i].Baseline), Color: ink})
			}
		}
		move := geom.Transform{K: k, D: geom.Pt(x, (h-b.Height*k)/2)}
		ops = append(ops, &scene.Group{Move: move, From: z.from, To: z.to, Ops: glyphs})
	}
	return ops
}
