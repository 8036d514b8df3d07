package slide

import (
	"fmt"
	"strings"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/journey"
)

// Kind is a view of a map for a room.
type Kind uint8

// The views.
const (
	Stages   Kind = iota // stage by stage
	Whole                // the whole map, as rows or as the loop that it is
	Lanes                // the whole map, lane by lane
	Feelings             // the curve of feelings, large
	Walk                 // one persona, step by step
)

// KindInfo is what there is to know about a view without laying it out.
type KindInfo struct {
	Kind  Kind
	Name  string // as on the command line: "stages"
	Title string // as in menus
}

// Kinds is every view, in the order in which menus list them.
var Kinds = []KindInfo{
	{Stages, "stages", "Stage by stage"},
	{Whole, "map", "Whole map"},
	{Lanes, "lanes", "Lane by lane"},
	{Feelings, "feelings", "Feelings only"},
	{Walk, "walk", "Walk-through"},
}

// KindNamed is the view of a name.
func KindNamed(name string) (Kind, bool) {
	for _, k := range Kinds {
		if k.Name == name {
			return k.Kind, true
		}
	}
	return 0, false
}

// Width and Height are the size for which slides are designed, u. Least is the
// size of the smallest text.
const (
	Width, Height = 1440, 900
	Least         = 14
)

// Options is all that a deck depends on besides the project.
type Options struct {
	layout.Options
	Kind    Kind
	Width   float64    // of a slide, u; less than Width is Width
	Persona journey.ID // whom a walk-through follows; "" is the map's
	Metrics bool       // what the stage measures stands in the place of the curve
}

// Slide is what there is to know about one slide of a deck.
type Slide struct {
	Stage journey.ID // "" where it shows all
	Step  journey.ID // in a walk-through
	Index int        // of the stage; −1 where it shows all
	Page  int        // of the stage's pages, from 0 on
	// Deep says that it shows what stands behind its stage's story: channels,
	// metrics, backstage. Going on from stage to stage passes it by.
	Deep  bool
	Title string
	Count string // “Stage 3 of 6”
	// Map is how large the map itself is shown, u of the slide a unit of it; 0
	// where the slide shows cards of its own, which are shown in full detail.
	Map   float64
	Cards []journey.ID // that it shows, in the order in which they are read

	panel, column int // of the strip and of the curve; −1 is none
}

// Deck is the slides of a map. It never changes, and any goroutine may read it;
// New and Update belong to one.
type Deck struct {
	Options
	Map    journey.Map
	Slides []Slide
	RTL    bool // it is read from right to left

	p      *journey.Project
	draw   layout.Draw
	asMap  layout.Draw // cards as the map has them
	stages []stage
	cols   []column
	lanes  []journey.Lane // that are shown
	curve  *curve         // nil where there are no feelings
	panels []*panel       // the strip
	made   map[journey.ID]*pages
	deep   []*panel
	layout *layout.Layout // where the map itself is shown
	sheet  *layout.Sheet
}

// stage is a stage with what it stands on.
type stage struct {
	layout.StageBox
	steps []journey.Step
	cols  []int // of Deck.cols
}

// column is a step, or a stage that has none, on the curve.
type column struct {
	layout.Column
	stage int
}

// New lays out the slides of a map.
func New(o Options, p *journey.Project, mp journey.ID) *Deck { return newDeck(o, p, mp, nil, nil) }

// newDeck lays out slides and takes from an earlier deck those of the stages
// that are not among the changed ones.
func newDeck(o Options, p *journey.Project, mp journey.ID, was *Deck, changed map[journey.ID]bool) *Deck {
	o.Width = max(o.Width, Width)
	o.Bare = false
	d := &Deck{Options: o, p: p, made: map[journey.ID]*pages{}}
	d.draw = layout.NewDraw(&d.Options.Options, p)
	d.Map, _ = journey.Get[journey.Map](p, mp)
	if o.Persona == "" {
		d.Persona = d.Map.Persona
	}
	d.lanes = d.draw.Lanes(mp)
	stages := d.draw.Boxes(mp)
	d.RTL = layout.ReadsLeft(d.Fonts, p, mp)
	if d.asMap = d.draw; d.RTL {
		d.asMap = d.draw.FromRight()
	}
	d.columns(stages)
	if d.Kind == Stages || d.Kind == Walk || d.Kind == Feelings {
		d.curve = d.newCurve(was)
	}
	switch d.Kind {
	case Stages:
		d.tour(was, changed)
	case Walk:
		d.walk(was, changed)
	case Feelings:
		d.feelings()
	default:
		d.maps(was)
	}
	if len(d.Slides) == 0 {
		d.Slides = []Slide{{Index: -1, Title: d.Map.Title, panel: -1, column: -1}}
	}
	return d
}

// columns places stages side by side, each as wide as the others, and their
// steps within.
func (d *Deck) columns(stages []layout.StageBox) {
	w := d.Width - 2*side
	for i, st := range stages {
		s := stage{StageBox: st, steps: d.p.Steps(st.ID)}
		n := max(1, len(s.steps))
		for k := range n {
			c := column{stage: i, Column: layout.Column{Stage: st.ID}}
			if len(s.steps) > 0 {
				c.Step = s.steps[k].ID
			}
			c.W = w / float64(len(stages)*n)
			c.X = w*float64(i)/float64(len(stages)) + float64(k)*c.W
			if d.RTL {
				c.X = w - c.X - c.W
			}
			s.cols = append(s.cols, len(d.cols))
			d.cols = append(d.cols, c)
		}
		d.stages = append(d.stages, s)
	}
}

// hue is the colours of a stage.
func (d *Deck) hue(i int) *layout.Hue {
	if i < 0 || i >= len(d.stages) {
		return &d.Theme.Hues[0]
	}
	return &d.Theme.Hues[d.stages[i].Hue]
}

// left is the place of something w wide at x of a room of the width of all,
// which is the other way round in a deck that reads from right to left.
func (d *Deck) left(x, w, all float64) float64 {
	if d.RTL {
		return all - x - w
	}
	return x
}

// count says where in the map a slide is.
func (d *Deck) count(what counted, i, n, page, pages int) string {
	if pages > 1 {
		return d.draw.Say(fmt.Sprintf(what[1], i+1, n, page+1, pages))
	}
	return d.draw.Say(fmt.Sprintf(what[0], i+1, n))
}

// counted is what slides are counted by: on its only page, and on one of many.
type counted [2]string

var (
	byStage = counted{"Stage %d of %d", "Stage %d of %d, page %d of %d"}
	byStep  = counted{"Step %d of %d", "Step %d of %d, page %d of %d"}
	details = counted{"Stage %d of %d, details", "Stage %d of %d, details %d of %d"}
)

// Notes is what the speaker wants to say to a slide.
func (d *Deck) Notes(i int) string {
	if k := d.Slides[i].Index; k >= 0 {
		return d.stages[k].SpeakerNotes
	}
	return ""
}

// Minutes is how long the whole map is planned to take, 0 where nobody said.
func (d *Deck) Minutes() float64 {
	m := 0.0
	for i := range d.stages {
		m += max(0, d.stages[i].Minutes.Value)
	}
	return m
}

// Names is the names of the map's stages.
func (d *Deck) Names() []string {
	out := make([]string, len(d.stages))
	for i := range d.stages {
		out[i] = d.stages[i].Title
	}
	return out
}

// HueOf is the hue of the i-th stage, 0 to 7.
func (d *Deck) HueOf(i int) int { return d.stages[i].Hue }

// Project is what the deck shows.
func (d *Deck) Project() *journey.Project { return d.p }

// Find is the slides that show one of the cards, or belong to a stage or step,
// whose words hold what somebody looks for.
func (d *Deck) Find(words string) []int {
	words = strings.ToLower(strings.TrimSpace(words))
	if words == "" {
		return nil
	}
	has := func(s string) bool { return strings.Contains(strings.ToLower(s), words) }
	var out []int
	for i := range d.Slides {
		s := &d.Slides[i]
		found := has(s.Title)
		for _, id := range s.Cards {
			c, _ := journey.Get[journey.Card](d.p, id)
			found = found || has(c.Title) || has(c.Text)
		}
		if found {
			out = append(out, i)
		}
	}
	return out
}

// size is the box of a slide.
func (d *Deck) size() geom.Rect { return geom.Box(0, 0, d.Width, Height) }

// scene is a scene of the size of a slide.
func (d *Deck) scene() *scene.Scene {
	return &scene.Scene{Size: d.size().Max, Ground: d.Theme.Present}
}

// add puts items into a scene as a block.
func (d *Deck) add(s *scene.Scene, name string, at geom.Point, items ...scene.Item) {
	if len(items) > 0 {
		s.Blocks = append(s.Blocks, scene.Placed{Block: d.Theme.Thicken(scene.NewBlock(items)), Name: name, At: at})
	}
}
