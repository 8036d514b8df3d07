package pdf

import (
	"context"
	"io"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
)

// painter writes the operators of the pages and remembers what they need: the
// fonts, forms, pictures and colours that the finishing pass makes objects of.
// All pages share these.
type painter struct {
	ctx      context.Context
	progress func(float64)
	err      error
	b        []byte // operators on their way to out

	// Of the page that is being painted:
	page  page
	out   io.Writer
	links []link
	marks marking
	st    state
	saved []state // of the clips that are open
	text  textObject
	plain plainRun

	faces      []*face
	faceOf     map[*text.Face]*face
	hidden     hiddenFont
	forms      []form
	glyphForm  map[glyphKey]int
	symbolForm map[*scene.Symbol]int
	pictures   []picture
	pictureOf  map[picture]int
	shades     []string // the functions of gradients, in the order of their names
	shadeOf    map[string]int
	patterns   []pattern
	alphas     [256]bool

	items, done int
}

// state is what the reader's graphics state holds at this point, so that
// nothing is said twice (ISO 32000-1, 8.4).
type state struct {
	fill, stroke scene.Color
	pattern      int // of strokes: 0 is none, otherwise its number plus 1
	alpha        uint8
	width        int64
	cap          geom.Cap
	join         geom.Join
	dash         string
	typeState
}

func newPainter(ctx context.Context) *painter {
	return &painter{
		ctx: ctx, b: make([]byte, 0, flushAt+flushAt/4),
		faceOf:     map[*text.Face]*face{},
		hidden:     hiddenFont{codes: map[string]uint16{}},
		glyphForm:  map[glyphKey]int{},
		symbolForm: map[*scene.Symbol]int{},
		pictureOf:  map[picture]int{},
		shadeOf:    map[string]int{},
	}
}

// count adds the scene to what is to be painted.
func (p *painter) count(s *scene.Scene) {
	for i := range s.Blocks {
		p.items += len(s.Blocks[i].Items)
	}
}

// scene paints all of s on a new page, whose operators go to out.
func (p *painter) scene(out io.Writer, s *scene.Scene, pg page) error {
	p.out, p.page, p.links, p.saved = out, pg, nil, nil
	p.st = state{fill: scene.RGB(0), stroke: scene.RGB(0), alpha: 255, width: 100, typeState: noType}
	p.open(s.Ground)
	s.Paint(p, scene.FullDetail, geom.Rect{Max: s.Size})
	p.endPage()
	p.endText()
	p.flush()
	return p.err
}

const (
	flushAt    = 1 << 16 // bytes
	checkEvery = 64      // items between two looks at the context
)

// Begin stands before the operations of an item: no text object is open.
func (p *painter) Begin(it *scene.Item, at geom.Point) {
	p.endText()
	if p.done%checkEvery == 0 {
		if err := p.ctx.Err(); err != nil && p.err == nil {
			p.err = err
		}
		if p.progress != nil && p.err == nil {
			p.progress(0.9 * float64(p.done) / float64(max(1, p.items, p.done)))
		}
	}
	p.done++
	p.beginMarks(it, at)
}

// End stands behind the operations of an item, again outside of text objects.
func (p *painter) End() {
	p.endMarks()
	p.endText()
	if len(p.b) > flushAt {
		p.flush()
	}
}

// flush hands what is written to the output; an error ends all painting.
func (p *painter) flush() {
	if p.err == nil {
		_, p.err = p.out.Write(p.b)
	}
	p.b = p.b[:0]
}

// Clip limits what follows to a path.
func (p *painter) Clip(path *geom.Path, t geom.Transform) {
	if p.err != nil {
		return
	}
	p.endText()
	p.saved = append(p.saved, p.st)
	p.b = append(p.b, "q\n"...)
	if len(path.Verbs) == 0 {
		p.b = append(p.b, "0 0 0 0 re "...)
	}
	p.path(path, t)
	p.b = append(p.b, "W n\n"...)
}

// Unclip ends the last Clip.
func (p *painter) Unclip() {
	if p.err != nil || len(p.saved) == 0 {
		return
	}
	p.endText()
	p.st, p.saved = p.saved[len(p.saved)-1], p.saved[:len(p.saved)-1]
	p.b = append(p.b, "Q\n"...)
}
