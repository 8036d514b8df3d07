package text

import (
	"fmt"
	"io/fs"
	"strings"
	"sync"
)

// files are the faces of the program's own family, by Weight.
var files = [weights]struct{ name, file string }{
	Regular:         {"inter", "Inter-Regular.ttf"},
	MediumItalic:    {"inter-italic", "Inter-MediumItalic.ttf"},
	SemiBold:        {"inter-semibold", "Inter-SemiBold.ttf"},
	Bold:            {"inter-bold", "Inter-Bold.ttf"},
	DisplaySemiBold: {"inter-display", "InterDisplay-SemiBold.ttf"},
	DisplayBold:     {"inter-display-bold", "InterDisplay-Bold.ttf"},
}

// Fonts sets text. Any goroutine may use it; what it returns is shared and
// never changes.
type Fonts struct {
	faces    [weights]*Face
	families []*family // in the order in which they are asked
	emoji    *lazyFace
	system   system
	box      *Face

	words wordCache
	pool  sync.Pool // of *shaper

	mu          sync.Mutex // guards blocks
	blocks, old map[blockKey]*Block
}

// Load reads the program's faces from a folder of font files. Those for other
// scripts, and emoji, are read from its folder noto when a text first needs
// them. What no face of the program has is looked for in the folders in which
// the system has its fonts, in their order; without them the result is the same
// on every machine.
func Load(fsys fs.FS, system ...fs.FS) (*Fonts, error) {
	f := &Fonts{box: boxFace(), blocks: map[blockKey]*Block{}}
	f.words.init()
	for i, x := range files {
		l := lazyFace{name: x.name, path: x.file, fsys: fsys, embed: true}
		var err error
		if f.faces[i], err = l.read(); err != nil {
			return nil, fmt.Errorf("load fonts: %w", err)
		}
		f.faces[i].own = true
	}
	f.families, f.emoji = fallbacks(fsys)
	f.system.folders = system
	f.pool.New = func() any { return newShaper() }
	return f, nil
}

// Faces is the faces that the program always has in memory: those of its own
// family, by Weight, and the one of boxes.
func (f *Fonts) Faces() []*Face { return append(f.faces[:weights:weights], f.box) }

// Missing is the characters of s that no font has, each once, in the order in
// which they appear.
func (f *Fonts) Missing(s string) []rune {
	if !strings.ContainsFunc(s, func(r rune) bool { return r != '\n' && !f.faces[Regular].says(r) }) {
		return nil
	}
	var out []rune
	seen := map[rune]bool{}
	sh := f.pool.Get().(*shaper)
	defer f.pool.Put(sh)
	for para := range strings.SplitSeq(s, "\n") {
		sh.itemise(f, para, Regular)
		for i := 0; i < len(sh.chosen); {
			j := i + 1
			for j < len(sh.chosen) && !sh.begins(j) {
				j++
			}
			if !isSpace(sh.runes[i]) {
				for _, r := range sh.chosen[i].lacks(sh.runes[i:j]) {
					if !seen[r] {
						seen[r] = true
						out = append(out, r)
					}
				}
			}
			i = j
		}
	}
	return out
}

// blockKey is all that a block depends on.
type blockKey struct {
	text  string
	style Style
	width float64
	wrap  Wrap
}

// blockCap bounds the cache: two generations of this many blocks, which are the
// texts of some ten thousand cards. A column that is dragged has others at every
// width.
const blockCap = 1 << 14

// Set breaks s into lines no wider than width u; NoWrap breaks it at its own
// line ends only. A word that is wider than a line is broken anywhere between
// characters; nothing is ever left out. The block is cached and shared.
func (f *Fonts) Set(s string, st Style, width float64, wrap Wrap) *Block {
	k := blockKey{s, st, width, wrap}
	f.mu.Lock()
	b := f.blocks[k]
	if b == nil {
		if b = f.old[k]; b != nil {
			f.blocks[k] = b
		}
	}
	f.mu.Unlock()
	if b != nil {
		return b
	}
	sh := f.pool.Get().(*shaper)
	b = sh.set(f, k)
	f.pool.Put(sh)
	f.mu.Lock()
	if len(f.blocks) >= blockCap {
		f.old, f.blocks = f.blocks, map[blockKey]*Block{}
	}
	f.blocks[k] = b
	f.mu.Unlock()
	return b
}
