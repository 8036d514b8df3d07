package text

import (
	"slices"
	"sync"

	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/segmenter"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"

	"throughline/canvas/geom"
)

// shaper is what one goroutine needs for setting text.
type shaper struct {
	hb    shaping.HarfbuzzShaper
	faces map[*Face]*font.Face // go-text's faces are not for several goroutines
	seg   segmenter.Segmenter
	bidi  bidi.Paragraph
	units []unit

	// of the paragraph at hand, a rune each; the last two may be empty
	runes   []rune
	breaks  []bool  // a line may end behind it
	starts  []bool  // a character begins with it
	chosen  []*Face // its face
	choices map[choiceKey]*Face
}

func newShaper() *shaper {
	sh := &shaper{faces: map[*Face]*font.Face{}, choices: map[choiceKey]*Face{}}
	sh.hb.SetFontCacheSize(32)
	return sh
}

func (sh *shaper) face(f *Face) *font.Face {
	g := sh.faces[f]
	if g == nil {
		g = font.NewFace(f.font)
		sh.faces[f] = g
	}
	return g
}

// wordKey is all that the glyphs of a word depend on.
type wordKey struct {
	face   *Face
	word   string
	script language.Script
	rtl    bool
}

// word is the glyphs of a word in font units, without tracking. Cluster is the
// byte in the word. Shared; never changed.
type word struct {
	glyphs []Glyph
	width  float32
	ink    geom.Rect // font units, y down; empty where nothing goes beyond the line
}

// turned is a word of spaces as it stands in a line of the other direction.
func (w *word) turned() *word {
	t := &word{glyphs: slices.Clone(w.glyphs), width: w.width}
	slices.Reverse(t.glyphs)
	x := float32(0)
	for i := range t.glyphs {
		g := &t.glyphs[i]
		g.X, g.Pen = x+g.X-g.Pen, x
		x += g.Advance
	}
	return t
}

// wordCache keeps shaped words: texts of one language share most of theirs, so
// shaping a map costs what its vocabulary costs. Two generations bound it.
type wordCache struct {
	parts [16]struct {
		sync.Mutex
		now, old map[wordKey]*word
	}
}

const wordCap = 4096 // of one part and generation

func (c *wordCache) init() {
	for i := range c.parts {
		c.parts[i].now = map[wordKey]*word{}
	}
}

func (c *wordCache) get(k wordKey, make func() *word) *word {
	p := &c.parts[(len(k.word)*31+int(k.word[0])+int(k.word[len(k.word)-1])*7)%len(c.parts)]
	p.Lock()
	w := p.now[k]
	if w == nil {
		w = p.old[k]
	}
	p.Unlock()
	if w != nil {
		return w
	}
	w = make()
	p.Lock()
	if len(p.now) >= wordCap {
		p.old, p.now = p.now, map[wordKey]*word{}
	}
	p.now[k] = w
	p.Unlock()
	return w
}

// shape is the glyphs of a word of one face, script and direction.
func (f *Fonts) shape(sh *shaper, k wordKey) *word {
	return f.words.get(k, func() *word {
		if k.face.font == nil {
			return boxes(k)
		}
		if w := sh.shape(k); w != nil {
			return w
		}
		return boxes(k)
	})
}

// shape is the glyphs of a word, nil where its font is broken.
func (sh *shaper) shape(k wordKey) (w *word) {
	if k.face.foreign {
		defer func() {
			if recover() != nil {
				w, sh.hb = nil, newShaper().hb
			}
		}()
	}
	in := shaping.Input{
		Text: []rune(k.word), Direction: di.DirectionLTR, Face: sh.face(k.face),
		Size:   fixed.I(int(k.face.Upem)), // one pixel is one font unit: exact, and no hinting
		Script: k.script, Language: "en",
	}
	in.RunEnd = len(in.Text)
	for i, r := range in.Text {
		if isSpace(r) && (r < ' ' || !k.face.Has(r)) { // fonts have no tab: it is as wide as a space
			in.Text[i] = ' '
		}
	}
	if k.rtl {
		in.Direction = di.DirectionRTL
	}
	at := make([]int32, 0, len(in.Text)) // byte of each rune
	for i := range k.word {
		at = append(at, int32(i))
	}
	out := sh.hb.ShapeNoExtents(in)
	w = &word{glyphs: make([]Glyph, len(out.Glyphs))}
	for i, g := range out.Glyphs {
		w.glyphs[i] = Glyph{
			ID: uint16(g.GlyphID), X: w.width + float32(g.XOffset)/64, Y: -float32(g.YOffset) / 64,
			Pen: w.width, Advance: float32(g.Advance) / 64, Cluster: at[g.TextIndex()],
		}
		if k.face.Pictures && isSpace(in.Text[g.TextIndex()]) { // in a font of emoji, it has no width
			w.glyphs[i].Advance = emojiSpace * float32(k.face.Upem)
		}
		w.width += w.glyphs[i].Advance
	}
	w.measure(k.face, in.Text)
	return w
}

// boxes is a word of which no face has a character: a box a character. Marks
// and what is never drawn belong to the box before them.
func boxes(k wordKey) *word {
	w := &word{}
	for i, r := range k.word {
		if follows(r) && len(w.glyphs) > 0 {
			continue
		}
		w.glyphs = append(w.glyphs, Glyph{X: w.width, Pen: w.width, Advance: boxAdvance, Cluster: int32(i)})
		w.width += boxAdvance
	}
	if n := len(w.glyphs); k.rtl {
		for i := range n / 2 {
			a, b := &w.glyphs[i].Cluster, &w.glyphs[n-1-i].Cluster
			*a, *b = *b, *a
		}
	}
	return w
}
