package layout

import (
	"slices"
	"sort"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/journey"
)

// Sheet is a map laid out: four scenes that scroll together, and where their
// rows and columns are. It never changes; any goroutine may read it.
type Sheet struct {
	Map journey.Map

	// Body is the cells; Band the stages and steps above it, Headers the lanes
	// beside it, Corner what is left. Body's x is Band's, its y is Headers'.
	Body, Band, Headers, Corner scene.Scene

	// Mirrored says that the map reads from the right. All that a sheet says of
	// places is as if it read from the left: x grows as one reads on. Seen is what
	// a person sees of it.
	Mirrored bool
	Seen     Seen

	HeaderWidth, BandHeight float64 // u
	StepsY, StepsH          float64 // of the row of steps in the band, u
	Width, Height           float64 // of all columns and rows, u; the body is larger where a note hangs out

	Columns []Column
	Stages  []StageBox
	Rows    []Row

	ring   *ring          // of a loop
	slides []slide        // one a stage
	lines  []scene.Placed // of the rows, which lie under everything else in the body
	pads   []curvePad     // of the lanes that are one drawing
}

// curvePad is how far from the edges of a lane +2 and −2 stand.
type curvePad struct {
	lane journey.ID
	pads [2]float64
}

// curvePads is how far from the edges of a lane with a curve +2 and −2 stand.
func (s *Sheet) curvePads(lane journey.ID) [2]float64 {
	for _, p := range s.pads {
		if p.lane == lane && p.pads[0] > 0 {
			return p.pads
		}
	}
	return [2]float64{CurvePad, CurvePad}
}

// FeelingAt is the feeling, −2 to +2, at a point of the body in a row with a
// curve. On a loop it is how far out that is.
func (s *Sheet) FeelingAt(r Row, p geom.Point) float64 {
	if s.ring != nil {
		return min(2, max(-2, (p.Sub(s.ring.center).Len()-s.ring.neutral())/loopAmplitude))
	}
	pads := s.curvePads(r.ID)
	share := 1 - (p.Y-r.Y-pads[0])/(r.H-pads[0]-pads[1])
	return min(2, max(-2, share*4-2))
}

// Column is a step, or a stage that has none.
type Column struct {
	Stage, Step journey.ID
	X, W        float64 // u
	skipped     int     // columns of the map before it that are not shown
}

// ID is the step's, or the stage's where there is no step.
func (c Column) ID() journey.ID { return journey.Column(c.Stage, c.Step) }

// StageBox is a stage and the columns under it.
type StageBox struct {
	journey.Stage
	Index   int // among those that are shown
	Number  int // in the map, from 1
	Hue     int // 0 to 7
	X, W    float64
	Columns []Column // part of Sheet.Columns
}

// Row is a visible lane.
type Row struct {
	journey.Lane
	Y, H float64 // u
}

// columns places the stages that are shown, and their steps.
func (s *Sheet) columns(f *frame) {
	stages := f.p.Stages(s.Map.ID)
	var from []int
	x, skipped := 0.0, 0
	for i, st := range stages {
		steps := f.p.Steps(st.ID)
		if !f.shown.Stage(st.ID) {
			skipped += max(1, len(steps))
			continue
		}
		w := st.Width
		if w == 0 {
			w = StepWidth
		}
		box := StageBox{Stage: st, Index: len(s.Stages), Number: i + 1, Hue: f.Theme.hueAt(i, len(stages), st.Hue), X: x}
		from = append(from, len(s.Columns))
		for _, step := range steps {
			s.Columns = append(s.Columns, Column{Stage: st.ID, Step: step.ID, X: x, W: w, skipped: skipped})
			x += w
		}
		if len(steps) == 0 {
			s.Columns = append(s.Columns, Column{Stage: st.ID, X: x, W: w, skipped: skipped})
			x += w
		}
		box.W = x - box.X
		s.Stages = append(s.Stages, box)
	}
	for i := range s.Stages {
		to := len(s.Columns)
		if i+1 < len(from) {
			to = from[i+1]
		}
		s.Stages[i].Columns = s.Columns[from[i]:to:to]
	}
	s.Width = x
}

// Cell is a place for cards.
type Cell struct {
	Row    Row
	Column Column
	Rect   geom.Rect // in the body, u
}

// CellAt is the cell of the body that contains p.
func (s *Sheet) CellAt(p geom.Point) (Cell, bool) {
	if s.ring != nil {
		return s.ring.cellAt(s, p)
	}
	if p.X < 0 || p.Y < 0 || p.X >= s.Width || p.Y >= s.Height {
		return Cell{}, false
	}
	r := s.Rows[sort.Search(len(s.Rows), func(i int) bool { return s.Rows[i].Y+s.Rows[i].H > p.Y })]
	c := s.Columns[sort.Search(len(s.Columns), func(i int) bool { return s.Columns[i].X+s.Columns[i].W > p.X })]
	return Cell{r, c, geom.Box(c.X, r.Y, c.W, r.H)}, true
}

// Cell is the cell of a lane under a column, when both are shown. Where the
// lane's cards stand under a whole stage, it is as wide as that.
func (s *Sheet) Cell(lane, column journey.ID) (Cell, bool) {
	r, ok := s.RowOf(lane)
	i := slices.IndexFunc(s.Columns, func(c Column) bool { return c.ID() == column })
	if !ok || i < 0 {
		return Cell{}, false
	}
	c := s.Columns[i]
	if s.ring != nil {
		return s.ring.cell(s, r, c)
	}
	at := geom.Box(c.X, r.Y, c.W, r.H)
	if st, ok := s.StageOf(c.Stage); ok && r.LaneKind.Info().Span == journey.PerStage {
		at = geom.Box(st.X, r.Y, st.W, r.H)
	}
	return Cell{r, c, at}, true
}

// StageAt is the stage whose columns contain x.
func (s *Sheet) StageAt(x float64) (StageBox, bool) {
	i := sort.Search(len(s.Stages), func(i int) bool { return s.Stages[i].X+s.Stages[i].W > x })
	if i == len(s.Stages) || x < 0 {
		return StageBox{}, false
	}
	return s.Stages[i], true
}

// StageOf is the box of a stage.
func (s *Sheet) StageOf(id journey.ID) (StageBox, bool) {
	for _, b := range s.Stages {
		if b.ID == id {
			return b, true
		}
	}
	return StageBox{}, false
}

// RowOf is the row of a lane, when it is shown.
func (s *Sheet) RowOf(lane journey.ID) (Row, bool) {
	for _, r := range s.Rows {
		if r.ID == lane {
			return r, true
		}
	}
	return Row{}, false
}

// Card is the item of a card in the body and its place there.
func (s *Sheet) Card(c journey.Card) (it *scene.Item, at geom.Point, ok bool) {
	for _, name := range []string{cellName(c.Lane, c.Stage), cellName(c.Lane, ""), centerBlock} {
		i, ok := s.block(name)
		if !ok {
			continue
		}
		b := &s.Body.Blocks[i]
		for k := range b.Items {
			if b.Items[k].Owner == string(c.ID) {
				return &b.Items[k], b.At.Add(b.Items[k].At), true
			}
		}
	}
	return nil, geom.Point{}, false
}

// Note is the item of a note in the body and its place there.
func (s *Sheet) Note(id journey.ID) (it *scene.Item, at geom.Point, ok bool) {
	return s.only(noteName(id))
}

// Link is the item of a link's line in the body and its place there. Some lanes
// draw the links between their cards themselves.
func (s *Sheet) Link(id journey.ID) (it *scene.Item, at geom.Point, ok bool) {
	if it, at, ok = s.only(linkName(id)); !ok {
		it, at, ok = s.Body.Find(string(id), LinkPart)
	}
	return it, at, ok
}

// Label is the item of a link's label in the body, when it has one, and its
// place there.
func (s *Sheet) Label(id journey.ID) (it *scene.Item, at geom.Point, ok bool) {
	return s.only(labelName(id))
}

// only is the item of a block of the body that has but one, and its place.
func (s *Sheet) only(name string) (it *scene.Item, at geom.Point, ok bool) {
	i, ok := s.block(name)
	if !ok {
		return nil, at, false
	}
	b := &s.Body.Blocks[i]
	return &b.Items[0], b.At.Add(b.Items[0].At), true
}

func (s *Sheet) block(name string) (int, bool) {
	for i := range s.Body.Blocks {
		if s.Body.Blocks[i].Name == name {
			return i, true
		}
	}
	return 0, false
}

// headerName names the block of a lane's header.
func headerName(lane journey.ID) string { return "lane/" + string(lane) }

// cellName names the block of a lane under a stage; without a stage, that of a
// lane that is one drawing.
func cellName(lane, stage journey.ID) string { return "cell/" + string(lane) + "/" + string(stage) }

// noteName, linkName and labelName name the blocks of a note, of a link's line
// and of its label.
func noteName(id journey.ID) string  { return "note/" + string(id) }
func linkName(id journey.ID) string  { return "link/" + string(id) }
func labelName(id journey.ID) string { return "label/" + string(id) }
