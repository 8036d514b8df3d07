package text

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// system is the fonts of the system: what has the characters of which no face
// of the program knows, above all Chinese, Japanese and Korean. Nothing is read
// before the first such character; then the folders are listed once, and of
// each font only which characters it has, until one has what is looked for.
type system struct {
	folders []fs.FS

	once  sync.Once
	fonts []*systemFont // in the order in which they are asked
	total int64         // bytes that listing and asking may still read
	mu    sync.Mutex    // guards total, and asked and has of every font
}

// systemFont is a font that the system has.
type systemFont struct {
	family
	file  string // its name, without a folder, in small letters
	rank  int    // in preferred
	asked bool
	has   font.Cmap // nil before it is asked, and where it is broken
}

// What is read of a system's fonts, so that a folder of a million files, or one
// that is not what it says, costs no more than this.
const (
	mostFiles    = 20_000 // that are listed
	mostFonts    = 400    // that are asked
	systemBytes  = 512 << 20
	mostCmap     = 4 << 20
	folderLevels = 8
)

// face is the first face of the system's that has all of the characters, nil
// where none has.
func (s *system) face(runes []rune, w Weight) *Face {
	if len(s.folders) == 0 || slices.ContainsFunc(runes, private) {
		return nil
	}
	s.once.Do(s.list)
	for _, f := range s.fonts {
		if !s.hasAll(f, runes) {
			continue
		}
		if x := f.face(w); x != nil && x.hasAll(runes) {
			return x
		}
		if x := f.regular.load(); x != nil && x.hasAll(runes) {
			return x
		}
	}
	return nil
}

// private reports whether r means nothing outside of one font: fonts of a
// system must not lend it a meaning.
func private(r rune) bool {
	return r < ' ' || r >= 0x7F && r < 0xA0 || r >= 0xE000 && r <= 0xF8FF || r >= 0xF0000 || r&0xFFFE == 0xFFFE || r == '\uFFFD'
}

// hasAll asks a font for characters, without reading more of it than that takes.
func (s *system) hasAll(f *systemFont, runes []rune) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !f.asked {
		f.asked = true
		f.has, _ = s.characters(f)
	}
	for _, r := range runes {
		if f.has == nil {
			return false
		}
		if g, ok := f.has.Lookup(r); !ok || g == 0 {
			return false
		}
	}
	return true
}

// characters is which characters a font has.
func (s *system) characters(f *systemFont) (has font.Cmap, err error) {
	defer func() { // they come from anywhere
		if x := recover(); x != nil {
			has, err = nil, fmt.Errorf("font %s: %v", f.file, x)
		}
	}()
	file, err := openFont(f.regular.fsys, f.regular.path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	size, err := checkTables(file)
	if err != nil {
		return nil, err
	}
	if s.total -= size; s.total < 0 { // as if all of it had to be read one day
		return nil, errors.New("there are too many fonts")
	}
	all, err := ot.NewLoaders(file)
	if err != nil {
		return nil, err
	}
	if !all[0].HasTable(ot.MustNewTag("glyf")) && !all[0].HasTable(ot.MustNewTag("CFF ")) && !all[0].HasTable(ot.MustNewTag("CFF2")) {
		return nil, errors.New("it has no outlines")
	}
	raw, err := all[0].RawTable(ot.MustNewTag("cmap"))
	if err != nil || len(raw) > mostCmap {
		return nil, errors.New("it has no table of characters")
	}
	t, _, err := tables.ParseCmap(raw)
	if err != nil {
		return nil, err
	}
	has, _, err = font.ProcessCmap(t, 0)
	return has, err
}

// list finds the fonts of all folders and puts them into their order, which
// depends on names alone.
func (s *system) list() {
	s.total = systemBytes
	rank := map[string]int{}
	bold := map[string]bool{}
	for i, p := range preferred {
		rank[p[0]] = i
		bold[p[1]] = true
	}
	type place struct {
		fsys fs.FS
		path string
	}
	places := map[string]place{} // by the name of the file; the first folder wins
	left := mostFiles
	for _, folder := range s.folders {
		fs.WalkDir(folder, ".", func(p string, d fs.DirEntry, err error) error {
			if left--; left < 0 {
				return fs.SkipAll
			}
			if err != nil || d.IsDir() {
				if d != nil && d.IsDir() && strings.Count(p, "/") >= folderLevels {
					return fs.SkipDir
				}
				return nil // what cannot be read is not there
			}
			name := strings.ToLower(path.Base(p))
			if !slices.Contains([]string{".ttf", ".otf", ".ttc", ".otc"}, path.Ext(name)) {
				return nil
			}
			if _, ok := places[name]; !ok {
				places[name] = place{folder, p}
			}
			return nil
		})
	}
	face := func(name string) *lazyFace {
		at, ok := places[name]
		if !ok {
			return nil
		}
		return &lazyFace{name: "system-" + name, fsys: at.fsys, path: at.path, embed: true, foreign: true}
	}
	for name := range places {
		if bold[name] {
			continue
		}
		f := &systemFont{family: family{regular: face(name)}, file: name, rank: len(preferred)}
		if i, ok := rank[name]; ok {
			f.rank, f.bold = i, face(preferred[i][1])
		}
		s.fonts = append(s.fonts, f)
	}
	slices.SortFunc(s.fonts, func(a, b *systemFont) int {
		if a.rank != b.rank {
			return a.rank - b.rank
		}
		if x, y := styled(a.file), styled(b.file); x != y {
			return x - y
		}
		return strings.Compare(a.file, b.file)
	})
	s.fonts = s.fonts[:min(len(s.fonts), mostFonts)]
}

// styled is 1 for a file whose name says that its letters are of some other
// style than the regular one.
func styled(file string) int {
	for _, s := range []string{"bold", "italic", "oblique", "light", "thin", "black", "heavy", "medium", "mono", "condensed", "narrow"} {
		if strings.Contains(file, s) {
			return 1
		}
	}
	return 0
}
