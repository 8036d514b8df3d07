package editor_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/canvas/layout/layouttest"
	"throughline/canvas/scene"
	"throughline/editor"
	"throughline/journey"
	"throughline/storage"
)

// Stories write and read their files some ten thousand times. Where the system
// has a disk in memory they stand there: what is left after a crash is for the
// tests of storage to see.
func TestMain(m *testing.M) {
	const ram = "/dev/shm"
	if f, err := os.CreateTemp(ram, "throughline"); err == nil && os.Getenv("TMPDIR") == "" {
		f.Close()
		os.Remove(f.Name())
		os.Setenv("TMPDIR", ram)
	}
	os.Exit(m.Run())
}

// story is a person at work on a real file: everything they do goes in as
// events and commands, and after every step the map is whole, is laid out as a
// fresh layout would, and is in the file.
type story struct {
	t    testing.TB
	path string
	file *storage.File
	e    *editor.Editor
	// inMemory is a log in place of the file, for stories of one that refuses.
	inMemory *memory
	ids      journey.IDs
	now      time.Time
	at       geom.Point // of the pointer
	held     input.Button
	mods     input.Mods
	trail    []string // the steps so far
	last     struct { // what was checked last
		sheet *layout.Sheet
		seq   int64
	}
	filed *journey.Project // what was found in the file last, as of seq
	seq   int64
}

// storyWide is how wide the view is, pixels.
const storyWide = 1200

// open begins a story with a new file made from a template, in a view of 1200
// by 800.
func open(t testing.TB, template string) *story {
	t.Helper()
	p, blobs := layouttest.Template(t, template)
	return begin(t, p, blobs)
}

func begin(t testing.TB, p *journey.Project, blobs journey.Blobs) *story {
	t.Helper()
	p = turned(t, p)
	s := &story{t: t, path: filepath.Join(t.TempDir(), "a.journey"), ids: journey.CountedIDs("new"), now: time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC)}
	if err := storage.Create(s.path, p, blobs); err != nil {
		t.Fatal(err)
	}
	s.load()
	t.Cleanup(func() { s.file.Close() })
	return s
}

func (s *story) load() {
	s.t.Helper()
	opened := s.now // the file's writer looks at its clock whenever it likes
	f, err := storage.Open(s.path, storage.Options{Now: func() time.Time { return opened }})
	if err != nil {
		s.t.Fatal(err)
	}
	s.file, s.filed = f, nil
	s.e = editor.New(editor.Open(f.Project(), f.History(), f, s.ids, s.clock), options(s.t))
	s.e.Resize(geom.Pt(storyWide, 800))
	s.check()
}

func (s *story) clock() time.Time { return s.now }

// step notes what is about to be done, for the message of a failure.
func (s *story) step(format string, a ...any) { s.trail = append(s.trail, fmt.Sprintf(format, a...)) }

// fail ends the test and tells the story so far.
func (s *story) fail(format string, a ...any) {
	s.t.Helper()
	s.t.Fatalf("%s\nafter: %s", fmt.Sprintf(format, a...), strings.Join(s.trail, ", "))
}

// check holds what is true after every step.
func (s *story) check() {
	s.t.Helper()
	p, sheet, seq := s.e.Doc.Project(), s.e.Sheet(), s.e.Doc.Seq()
	if s.last.sheet == sheet && s.last.seq == seq {
		return // nothing but the camera or the selection has changed
	}
	s.last.sheet, s.last.seq = sheet, seq
	of := s.countCards(p)
	all := 0
	for stage, n := range of {
		if all += n; n != s.e.CountOf(stage) {
			s.fail("stage %s: %d cards, counted as %d", stage, n, s.e.CountOf(stage))
		}
	}
	if all != s.e.CountCards() {
		s.fail("%d cards, counted as %d", all, s.e.CountCards())
	}
	if _, problems := journey.Repair(p); len(problems) > 0 {
		s.fail("the map needs repair: %v", problems)
	}
	if s.frame().Busy { // typing or dragging: not all is in the file
		s.last.sheet = nil
		return
	}
	o := options(s.t)
	o.View = s.e.View()
	if s.e.Theme() == &layout.Light && !alike(layout.New(o, s.e.Map().ID).Update(p), sheet) {
		s.fail("the sheet is not that of a fresh layout")
	}
	if s.filed == nil || s.seq != seq || !s.filed.Equal(p) { // else only what is shown of it has changed
		s.inFile(p)
		s.filed, s.seq = p, seq
	}
}

// countCards is how many cards each stage of the map has.
func (s *story) countCards(p *journey.Project) map[journey.ID]int {
	n := map[journey.ID]int{}
	for _, st := range p.Stages(s.e.Map().ID) {
		n[st.ID] = 0
	}
	for r := range p.All() {
		if c, ok := r.(journey.Card); ok && p.MapOf(c.ID) == s.e.Map().ID {
			n[c.Stage]++
		}
	}
	return n
}

// inFile holds that a project is what somebody else reads from the file.
func (s *story) inFile(want *journey.Project) {
	s.t.Helper()
	if got := s.read(); !got.Equal(want) {
		s.fail("the file differs: %v", journey.Diff(want, got).Changes)
	}
}

// read is what the file holds for somebody else.
func (s *story) read() *journey.Project {
	s.t.Helper()
	if s.inMemory != nil {
		return s.inMemory.project()
	}
	if err := s.file.Flush(context.Background()); err != nil {
		s.fail("flush: %v", err)
	}
	r, err := storage.Read(s.path)
	if err != nil {
		s.fail("read: %v", err)
	}
	defer r.Close()
	if len(r.Problems()) > 0 {
		s.fail("the file needs repair: %v", r.Problems())
	}
	return r.Project()
}

// Reopen closes the file and opens it again, as on the next day.
func (s *story) Reopen() *story {
	s.t.Helper()
	s.step("Reopen")
	s.e.Settle()
	was := s.e.Doc.Project()
	if err := s.file.Close(); err != nil {
		s.fail("close: %v", err)
	}
	s.load()
	if !s.e.Doc.Project().Equal(was) {
		s.fail("the file came back different")
	}
	return s
}

func dump(s *layout.Sheet) string {
	var b strings.Builder
	for _, part := range scenes(s) {
		if err := part.Dump(&b); err != nil {
			panic(err)
		}
	}
	return b.String()
}

func scenes(s *layout.Sheet) []*scene.Scene {
	return []*scene.Scene{&s.Corner, &s.Band, &s.Headers, &s.Body}
}

// alike reports whether two sheets have the same dump. Blocks that are the same
// to the last bit, as most are, need not be written for that.
func alike(a, b *layout.Sheet) bool {
	in := scenes(b)
	for i, x := range scenes(a) {
		y := in[i]
		if len(x.Blocks) != len(y.Blocks) {
			return false
		}
		restX, restY := scene.Scene{Size: x.Size, Ground: x.Ground}, scene.Scene{Size: y.Size, Ground: y.Ground}
		for k := range x.Blocks {
			if !reflect.DeepEqual(x.Blocks[k], y.Blocks[k]) {
				restX.Blocks, restY.Blocks = append(restX.Blocks, x.Blocks[k]), append(restY.Blocks, y.Blocks[k])
			}
		}
		var was, is strings.Builder
		if restX.Dump(&was) != nil || restY.Dump(&is) != nil || was.String() != is.String() {
			return false
		}
	}
	return true
}
