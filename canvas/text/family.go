package text

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"sync"

	ot "github.com/go-text/typesetting/font/opentype"
)

// family is the faces that stand in for characters which the program's own
// family does not have. They are read when the first such character comes.
type family struct {
	regular, bold *lazyFace // bold may be nil
	blocks        []span    // of characters that the family is for; none is all
}

type span struct{ first, last rune }

// face is the family's face that is nearest to a weight, nil where it cannot be
// read.
func (f *family) face(w Weight) *Face {
	if f.bold != nil && w.bold() {
		if b := f.bold.load(); b != nil {
			return b
		}
	}
	return f.regular.load()
}

// isFor reports whether r is in one of the family's blocks.
func (f *family) isFor(r rune) bool {
	return slices.ContainsFunc(f.blocks, func(b span) bool { return b.first <= r && r <= b.last })
}

func (w Weight) bold() bool { return w >= SemiBold }

// lazyFace is a face of a font file.
type lazyFace struct {
	name, path string
	fsys       fs.FS
	embed      bool // documents may hold it, as far as its own licence bits say
	foreign    bool // it is not the program's: its file may be broken

	once sync.Once
	face *Face
}

// load reads the face the first time; nil is one that cannot be read.
func (l *lazyFace) load() *Face {
	l.once.Do(func() { l.face, _ = l.read() })
	return l.face
}

func (l *lazyFace) read() (f *Face, err error) {
	defer func() { // the fonts of a system are as they are
		if x := recover(); x != nil {
			f, err = nil, fmt.Errorf("font %s: %v", l.name, x)
		}
	}()
	file, err := openFont(l.fsys, l.path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return l.parse(file, func() []byte { data, _ := fs.ReadFile(l.fsys, l.path); return data })
}

// parse reads a face from its file; whole is all of the file.
func (l *lazyFace) parse(file fontFile, whole func() []byte) (*Face, error) {
	if l.foreign {
		if _, err := checkTables(file); err != nil {
			return nil, err
		}
	}
	all, err := ot.NewLoaders(file)
	if err != nil || len(all) == 0 {
		return nil, fmt.Errorf("font %s: %w", l.name, err)
	}
	f, err := newFace(l.name, all[0])
	if err != nil {
		return nil, err
	}
	f.foreign = l.foreign
	f.Pictures = !l.foreign && all[0].HasTable(ot.MustNewTag("CBDT"))
	if l.embed && !f.Pictures && len(all) == 1 && all[0].HasTable(ot.MustNewTag("glyf")) && !all[0].HasTable(ot.MustNewTag("fvar")) {
		f.Data = whole
	}
	return f, nil
}

// fontBytes is the size of the largest font file that is read.
const fontBytes = 96 << 20

// fontFile is a font file from which parts can be read.
type fontFile interface {
	ot.Resource
	io.Closer
}

// openFont opens a font file; one that can only be read from beginning to end
// is read whole.
func openFont(fsys fs.FS, path string) (fontFile, error) {
	file, err := fsys.Open(path)
	if err != nil {
		return nil, err
	}
	st, err := file.Stat()
	if err == nil && (st.Size() > fontBytes || !st.Mode().IsRegular()) {
		err = fmt.Errorf("font %s is too large, or no file", path)
	}
	if err != nil {
		file.Close()
		return nil, err
	}
	if f, ok := file.(fontFile); ok {
		return f, nil
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, fontBytes))
	return wholeFile{bytes.NewReader(data)}, err
}

type wholeFile struct{ *bytes.Reader }

// Close has nothing to close.
func (wholeFile) Close() error { return nil }
