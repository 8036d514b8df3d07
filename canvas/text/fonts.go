package text

import (
	"fmt"
	"io/fs"
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
	faces [weights]*Face
	box   *Face
	words wordCache
	pool  sync.Pool // of *shaper

	mu          sync.Mutex // guards blocks
	blocks, old map[blockKey]*Block
}

// Load reads the program's faces from a folder of font files.
func Load(fsys fs.FS) (*Fonts, error) {
	f := &Fonts{box: boxFace(), blocks: map[blockKey]*Block{}}
	f.words.init()
	for i, x := range files {
		data, err := fs.ReadFile(fsys, x.file)
		if err != nil {
			return nil, fmt.Errorf("load fonts: %w", err)
		}
		if f.faces[i], err = newFace(x.name, data); err != nil {
			return nil, fmt.Errorf("load fonts: %w", err)
		}
	}
	f.pool.New = func() any { return newShaper() }
	return f, nil
}

// Faces is every face that Set may use, in a fixed order.
func (f *Fonts) Faces() []*Face { return append(f.faces[:weights:weights], f.box) }

// Missing is the characters of s that no face has, each once, in the order in
// which they appear.
func (f *Fonts) Missing(s string) []rune {
	var out []rune
	seen := map[rune]bool{}
	for _, r := range s {
		if !ignorable(r) && !f.faces[Regular].Has(r) && !seen[r] {
			seen[r] = true
			out = append(out, r)
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

// blockCap bounds the cache: two generations of this many blocks.
const blockCap = 1 << 16

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
