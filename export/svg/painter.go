package svg

import (
	"context"
	"io"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
)

// painter writes elements and remembers what is defined already. What an item
// draws is kept until the item ends, because what it says stands in front.
type painter struct {
	ctx      context.Context
	progress func(float64)
	idOf     func(string) string
	named    map[string]bool // owners that have their id
	out      io.Writer
	prefix   string
	err      error
	b        []byte
	head     []byte // of the item, for use again

	item  *scene.Item
	label scene.Spoken
	told  bool // all that the item says is text
	links []link

	live      map[*text.Face]*liveFace // nil where all text is outlines
	run       []int                    // numbers of the glyphs of a run
	glyphs    map[glyphKey]int
	letters   int             // that are used one by one
	defined   map[wordKey]int // words, where there are more
	symbols   map[*scene.Symbol]int
	pictures  map[any]int // of *scene.Image and *text.Picture
	gradients map[string]int
	clips     map[string]int

	items, done int
}

// glyphKey names a glyph.
type glyphKey struct {
	f  *text.Face
	id uint16
}

func newPainter(ctx context.Context, out io.Writer, o Options) *painter {
	p := &painter{
		ctx: ctx, out: out, progress: o.Progress, idOf: o.Name, named: map[string]bool{}, prefix: identifier(o.Prefix),
		glyphs: map[glyphKey]int{}, defined: map[wordKey]int{}, symbols: map[*scene.Symbol]int{}, pictures: map[any]int{},
		gradients: map[string]int{}, clips: map[string]int{},
	}
	if o.Text {
		p.live = map[*text.Face]*liveFace{}
	}
	return p
}

// scene writes all of s.
func (p *painter) scene(s *scene.Scene, o Options) error {
	for i := range s.Blocks {
		p.items += len(s.Blocks[i].Items)
	}
	if err := p.open(s, o); err != nil {
		return err
	}
	s.Paint(p, scene.FullDetail, geom.Rect{Max: s.Size})
	p.fonts()
	p.put("</svg>\n")
	p.flush()
	return p.err
}

const checkEvery = 64 // items between two looks at the context

// Begin stands before the operations of an item.
func (p *painter) Begin(it *scene.Item, _ geom.Point) {
	if p.done%checkEvery == 0 {
		if err := p.ctx.Err(); err != nil && p.err == nil {
			p.err = err
		}
		if p.progress != nil && p.err == nil {
			p.progress(float64(p.done) / float64(max(1, p.items)))
		}
	}
	p.done++
	p.flush()
	p.item = it
	p.label.Reset()
	p.told = p.live != nil && p.item.Alt == ""
	p.links = p.links[:0]
}

// End stands behind the operations of an item. One that says something becomes
// a picture with what it says as its name: to those who listen, outlines are
// nothing else. Links stand behind it, for what is in a picture is not reached.
func (p *painter) End() {
	said := p.item.Alt
	if said == "" {
		said = p.label.String()
	}
	if id := p.nameOf(p.item.Owner); (said != "" || id != "") && len(p.b) > 0 {
		body := p.b
		p.b = p.head[:0]
		p.put("<g")
		if id != "" {
			p.attr("id", p.prefix+id)
		}
		if said != "" && !p.told {
			p.put(` role="img"`).attr("aria-label", said)
		}
		p.put(">\n")
		p.flush()
		p.head, p.b = p.b, body
		p.put("</g>\n")
	}
	for _, l := range p.links {
		p.link(l)
	}
	p.flush()
}

// nameOf is the id of what belongs to a row, where this is the first of it.
func (p *painter) nameOf(owner string) string {
	if p.idOf == nil || owner == "" || p.named[owner] {
		return ""
	}
	p.named[owner] = true
	return identifier(p.idOf(owner))
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
	if p.err == nil {
		n := p.clip(path, t)
		p.put("<g").url("clip-path", 'c', n).put(">\n")
	}
}

// Unclip ends the last Clip.
func (p *painter) Unclip() {
	if p.err == nil {
		p.put("</g>\n")
	}
}

// clip is the number of the clip of a path; a new one is defined.
func (p *painter) clip(path *geom.Path, t geom.Transform) int {
	d := string(appendPath(nil, path, t, length))
	n, ok := p.clips[d]
	if !ok {
		n = len(p.clips)
		p.clips[d] = n
		p.put("<clipPath").id('c', n).put(`><path d="`).put(d).put("\"/></clipPath>\n")
	}
	return n
}
