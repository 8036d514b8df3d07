package text

import (
	"bytes"
	"fmt"
)

// With is the same fonts with faces of somebody's own in place of the program's
// family, which stands in for what they lack. own holds font files; a weight
// that it leaves out keeps its face. The files must be as CheckFont wants them.
func (f *Fonts) With(own map[Weight][]byte) (*Fonts, error) {
	g := &Fonts{faces: f.faces, emoji: f.emoji, box: f.box, blocks: map[blockKey]*Block{}}
	g.words.init()
	g.system.folders = f.system.folders
	g.pool.New = f.pool.New
	g.families = append([]*family{{regular: read(f.faces[Regular]), bold: read(f.faces[Bold])}}, f.families...)
	for w, file := range own {
		face, err := ownFace(fmt.Sprintf("own-%d", w), file)
		if err != nil {
			return nil, err
		}
		g.faces[w] = face
	}
	return g, nil
}

// CheckFont says what is wrong with a font file that With is to be given: it
// must be readable and have the letters, digits and signs of ASCII.
func CheckFont(file []byte) error {
	_, err := ownFace("font", file)
	return err
}

func ownFace(name string, file []byte) (f *Face, err error) {
	defer func() { // the file may be broken in ways that its reader does not foresee
		if recover() != nil {
			f, err = nil, errBroken
		}
	}()
	l := lazyFace{name: name, embed: true, foreign: true}
	if f, err = l.parse(wholeFile{bytes.NewReader(file)}, func() []byte { return file }); err != nil {
		return nil, errBroken
	}
	for r := rune(' '); r < 0x7F; r++ {
		if !f.Has(r) {
			return nil, fmt.Errorf("it has no “%c”; a font needs all of ASCII", r)
		}
	}
	return f, nil
}

var errBroken = fmt.Errorf("it is no font that can be read; use a TrueType or OpenType file")

// read is a face that is in memory already.
func read(f *Face) *lazyFace {
	l := &lazyFace{face: f}
	l.once.Do(func() {})
	return l
}
