package editor_test

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/canvas/layout/layouttest"
	"throughline/editor"
	"throughline/journey"
)

// everything is the sample with a second map that has a lane of every kind, a
// hidden one and a locked one.
func everything(t testing.TB) (*journey.Project, journey.Blobs) {
	p, blobs := layouttest.Template(t, "cargo-bike")
	ed := p.Edit(journey.CountedIDs("row"))
	ed.Put(journey.Map{ID: "second", Order: "zz", Title: "All lanes"})
	for i, o := range journey.Spread(3) {
		st := journey.Stage{ID: ed.NewID(), Map: "second", Order: o, Title: fmt.Sprint("Stage ", i)}
		ed.Put(st)
		for _, o := range journey.Spread(i) {
			ed.Put(journey.Step{ID: ed.NewID(), Stage: st.ID, Order: o, Title: "Step"})
		}
	}
	orders := journey.Spread(len(journey.LaneKinds) + 2)
	lane := func(n int, l journey.Lane) {
		l.ID, l.Map, l.Order = ed.NewID(), "second", orders[n]
		ed.Put(l)
		for _, st := range ed.Project().Stages("second")[1:] {
			ed.Put(journey.Card{ID: ed.NewID(), Lane: l.ID, Stage: st.ID, Order: "V", Title: "A card of " + l.Title, Text: "that says more"})
			for _, s := range ed.Project().Steps(st.ID) {
				ed.Put(journey.Card{ID: ed.NewID(), Lane: l.ID, Stage: st.ID, Step: s.ID, Order: "W", Title: "مرحبا 日本語 “quoted”", Feeling: journey.Num(1)})
			}
		}
	}
	for i, k := range journey.LaneKinds {
		lane(i, journey.Lane{LaneKind: k.Kind, Title: k.Title})
	}
	lane(len(orders)-2, journey.Lane{LaneKind: journey.Touchpoints, Title: "Locked", Locked: true})
	lane(len(orders)-1, journey.Lane{LaneKind: journey.Touchpoints, Title: "Hidden", Hidden: true})
	return ed.Project(), blobs
}

// monkey is somebody who does anything at any time.
type monkey struct {
	t     testing.TB
	e     *editor.Editor
	open  func() *editor.Editor // closes the file and opens it again
	bytes []byte
	now   time.Time
	at    geom.Point
	clip  pasteboard
	shelf bookshelf
	did   []string
}

func (m *monkey) next(n int) int {
	if len(m.bytes) == 0 {
		return 0
	}
	b := m.bytes[0]
	m.bytes = m.bytes[1:]
	return int(b) % n
}

var monkeyTexts = []string{"a", "1", "0", "b c", "\n", "é", "e\u0301", "👩🏽‍💻", "\u200d", "🇩🇪", "مرحبا", "日本語", "\xff", "\x00", "\u0085", "\u2028", " ", "“", "a-very-long-word-that-does-not-fit-into-a-card-at-all", "\ufeff", "\t"}

var monkeyKeys = []input.Key{
	input.KeyEnter, input.KeyEscape, input.KeyTab, input.KeySpace, input.KeyBackspace, input.KeyDelete, input.KeyLeft, input.KeyRight,
	input.KeyArrowUp, input.KeyArrowDown, input.KeyHome, input.KeyEnd, input.KeyPageUp, input.KeyPageDown, input.KeyF2, input.KeyPlus,
	input.KeyMinus, input.KeyInsert, "=", "0", "1", "2", "A", "B", "C", "H", "I", "K", "V", "X", "Y", "Z", "Z", "Z", "",
}

// step does one thing.
func (m *monkey) step() {
	ev := input.Event{At: m.at}
	switch k := m.next(24); k {
	case 0, 1, 2: // to a card
		if it := m.anyItem(); it != nil {
			m.at = *it
		}
		if m.next(4) == 0 { // or what the pointer brings out beside it
			m.at = m.at.Add(geom.Pt(float64(m.next(48)*4-96), float64(m.next(24)*4-48)))
		}
		ev.Kind, ev.At, ev.Button = input.Move, m.at, input.Button(m.next(4))
	case 3, 4: // anywhere, also outside
		m.at = geom.Pt(float64(m.next(256))*5-40, float64(m.next(256))*3.4-40)
		ev.Kind, ev.At, ev.Button = input.Move, m.at, input.Button(m.next(4))
	case 5, 6, 7, 8:
		ev.Kind, ev.Button, ev.Clicks, ev.Mods = input.Press, input.Button(1+[]int{0, 0, 0, 0, 1, 2}[m.next(6)]), 1+m.next(3), input.Mods(m.next(8))
	case 9, 10, 11:
		ev.Kind, ev.Button, ev.Mods = input.Release, input.Button(1+m.next(3)), input.Mods(m.next(8))
	case 12:
		ev.Kind, ev.Delta, ev.Mods = input.Scroll, geom.Pt(float64(m.next(256)-128)*3, float64(m.next(256)-128)*3), input.Mods(m.next(8))
	case 13, 14, 15:
		ev.Kind, ev.Key = input.KeyDown, monkeyKeys[m.next(len(monkeyKeys))]
		ev.Mods = []input.Mods{0, 0, 0, input.Shift, input.Ctrl, input.Ctrl, input.Ctrl | input.Shift, input.Alt}[m.next(8)]
	case 16:
		ev.Kind, ev.Key, ev.Mods = input.KeyUp, monkeyKeys[m.next(len(monkeyKeys))], input.Mods(m.next(8))
	case 17, 18:
		ev.Kind, ev.Text = input.Text, monkeyTexts[m.next(len(monkeyTexts))]
	case 19:
		ev.Kind = []input.Kind{input.Leave, input.Cancel}[m.next(2)]
	case 20, 21:
		m.now = m.now.Add(time.Duration(m.next(256)) * 8 * time.Millisecond)
		ev.Kind = input.Tick
	case 22:
		c := &editor.Commands[m.next(len(editor.Commands))]
		m.note("%s", c.Name)
		m.e.Do(c)
		return
	default:
		m.elsewhere()
		return
	}
	m.now = m.now.Add(4 * time.Millisecond)
	ev.Now = m.now
	m.note("%+v", ev)
	m.e.Event(ev)
}

// elsewhere does what comes from outside the map.
func (m *monkey) elsewhere() {
	switch m.next(16) {
	default:
		m.beside()
	case 6, 7:
		m.note("structure")
		if err := structural(m.e, m.next); err != nil && !editor.Refused(err) {
			m.fail("%v", err)
		}
	case 0:
		size := geom.Pt(float64(m.next(256))*8, float64(m.next(256))*5)
		m.note("Resize %v", size)
		m.e.Resize(size)
	case 1:
		maps := m.e.Doc.Project().Maps()
		id := maps[m.next(len(maps))].ID
		m.note("ShowMap %v", id)
		m.e.ShowMap(id)
	case 2:
		m.note("SetTheme")
		m.e.SetTheme([]*layout.Theme{&layout.Light, &layout.Dark}[m.next(2)])
	case 3:
		m.note("Settle")
		m.e.Settle()
	case 4:
		m.note("SetCamera")
		m.e.SetCamera(editor.Camera{At: geom.Pt(float64(m.next(256))*20-500, float64(m.next(256))*20-500), Zoom: float64(m.next(256)) / 50})
	case 5:
		if m.next(4) == 0 {
			m.note("reopen")
			m.e.Settle()
			m.e = m.open()
			m.takeClip()
		}
	}
}

func (m *monkey) note(format string, a ...any) { m.did = append(m.did, fmt.Sprintf(format, a...)) }

// anyItem is the middle of some item of the sheet in the view.
func (m *monkey) anyItem() *geom.Point {
	f := m.e.Frame().Panes[m.next(3)]
	if len(f.Scene.Blocks) == 0 {
		return nil
	}
	b := f.Scene.Blocks[binary.LittleEndian.Uint16([]byte{byte(m.next(256)), byte(m.next(256))})%uint16(len(f.Scene.Blocks))]
	if len(b.Items) == 0 {
		return nil
	}
	it := b.Items[m.next(len(b.Items))]
	p := it.Box.Center().Add(geom.Pt(0, it.Box.H()*float64(m.next(9)-4)/10)).Add(it.At).Add(b.At).Sub(f.At).Mul(f.Zoom).Add(f.Rect.Min)
	return &p
}

func (m *monkey) fail(format string, a ...any) {
	m.t.Helper()
	m.t.Fatalf("%s\nafter %d steps, the last:\n%v", fmt.Sprintf(format, a...), len(m.did), m.did[max(0, len(m.did)-12):])
}

// sane holds what is true at any time.
func (m *monkey) sane() {
	m.t.Helper()
	f := m.e.Frame()
	for _, p := range f.Panes {
		if !(p.Zoom > 0) || math.IsNaN(p.At.X+p.At.Y+p.Rect.W()+p.Rect.H()) || math.IsInf(p.At.X+p.At.Y, 0) {
			m.fail("a pane is %+v", p)
		}
	}
	for _, k := range f.Marks {
		if math.IsNaN(k.Rect.W() + k.Rect.H() + k.Rect.Min.X + k.Rect.Min.Y) {
			m.fail("a mark is %+v", k)
		}
	}
}

// run lives through the bytes; file is what the log has.
func (m *monkey) run(first *journey.Project, file func() *journey.Project) {
	m.t.Helper()
	m.takeClip()
	for len(m.bytes) > 0 {
		m.step()
		m.sane()
	}
	whole := func() {
		m.t.Helper()
		if _, problems := journey.Repair(m.e.Doc.Project()); len(problems) > 0 {
			m.fail("the map needs repair: %v", problems)
		}
	}
	whole()
	for range 2 {
		m.e.Event(input.Event{Kind: input.KeyDown, Key: input.KeyEscape, Now: m.now})
	}
	m.e.Event(input.Event{Kind: input.Release, At: m.at, Button: input.Left, Now: m.now})
	m.e.Event(input.Event{Kind: input.Leave, Now: m.now})
	if f := m.e.Frame(); f.Busy || inHand(f) > 0 || f.Hint != nil || f.Cursor != input.Arrow || m.e.Typing() || m.e.InHand() != "tool.select" || waits(m.e) {
		m.fail("Esc, Esc and letting go lead to %+v", f)
	}
	m.e.Settle() // what was typed in a panel that nobody has left
	p := m.e.Doc.Project()
	o := options(m.t)
	o.Theme, o.View = m.e.Theme(), m.e.View()
	if !alike(layout.New(o, m.e.Map().ID).Update(p), m.e.Sheet()) {
		m.fail("the sheet is not that of a fresh layout")
	}
	if err := m.e.Err(); err != nil && !editor.Refused(err) {
		m.fail("%v", err)
	}
	whole()
	if got := file(); !got.Equal(p) {
		m.fail("the log differs: %v", journey.Diff(p, got).Changes)
	}
	m.backAndForth(first, p)
	if got := file(); !got.Equal(p) {
		m.fail("after undo and redo the log differs: %v", journey.Diff(p, got).Changes)
	}
}

// backAndForth undoes all and does it again.
func (m *monkey) backAndForth(first, last *journey.Project) {
	m.t.Helper()
	d, n := m.e.Doc, 0
	for d.RedoLabel() != "" {
		if _, err := d.Redo(); err != nil {
			m.fail("redo: %v", err)
		}
		n++
	}
	for range n {
		if _, err := d.Undo(); err != nil {
			m.fail("undo: %v", err)
		}
	}
	for n = 0; d.UndoLabel() != ""; n++ {
		if _, err := d.Undo(); err != nil {
			m.fail("undo: %v", err)
		}
	}
	if !d.Project().Equal(first) {
		m.fail("undoing all %d steps is not the beginning: %v", n, journey.Diff(first, d.Project()).Changes)
	}
	for range n {
		if _, err := d.Redo(); err != nil {
			m.fail("redo: %v", err)
		}
	}
	if !d.Project().Equal(last) {
		m.fail("doing all again is not the end: %v", journey.Diff(last, d.Project()).Changes)
	}
}

func FuzzEvents(f *testing.F) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 4 {
		b := make([]byte, 300)
		for i := range b {
			b[i] = byte(r.Uint32())
		}
		f.Add(b)
	}
	rows, _ := everything(f)
	f.Fuzz(func(t *testing.T, b []byte) {
		first := rows
		if len(b)%2 == 1 {
			first = readFromRight(rows)
		}
		if len(b) > 800 { // a long life meets no more than some short ones
			b = b[:800]
		}
		log := newMemory(first)
		m := &monkey{t: t, bytes: b, now: time.Unix(1e9, 0)}
		ids := journey.CountedIDs("new")
		m.open = func() *editor.Editor {
			e := editor.New(editor.Open(log.project(), log.history(), log, ids, func() time.Time { return m.now }), options(t))
			e.Resize(geom.Pt(1200, 800))
			return e
		}
		m.e = m.open()
		m.run(first, log.project)
	})
}

// The same for some seconds with every test, on real files.
func TestNothingThatComesInBreaksTheMap(t *testing.T) {
	last := 5 * time.Second
	if testing.Short() {
		last = time.Second
	}
	rows, blobs := everything(t)
	ed := rows.Edit(nil)
	for _, m := range rows.Maps() {
		m.Layout = journey.Loop
		ed.Put(m)
	}
	for seed, began := uint64(1), time.Now(); time.Since(began) < last && !t.Failed(); seed++ {
		first := rows
		if seed%2 == 0 {
			first = ed.Project()
		}
		if seed%4 > 1 {
			first = readFromRight(first)
		}
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 7))
			b := make([]byte, 200+r.IntN(2000))
			for i := range b {
				b[i] = byte(r.Uint32())
			}
			s := begin(t, first, blobs)
			m := &monkey{t: t, e: s.e, bytes: b, now: s.now}
			m.open = func() *editor.Editor { s.Reopen(); return s.e }
			m.run(first, s.read)
		})
	}
}

// waits reports whether a paste waits for a word.
func waits(e *editor.Editor) bool { _, ok := e.Pasting(); return ok }
