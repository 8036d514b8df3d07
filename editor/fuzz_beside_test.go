package editor_test

import (
	"fmt"

	"throughline/editor"
	"throughline/journey"
)

// monkeyTables is what other programs leave in the clipboard.
var monkeyTables = []string{"", "a\tb\nc\td\n", "one\ntwo\nthree", "\"a\nb\"\t\tc\n\n\tx", "\xff\x00\t\r\n", "https://example.org/a b", "1\t2\t3\t4\t5\t6\t7\t8\t9\n"}

// pasteboard is a clipboard that the monkey fills.
type pasteboard struct{ text string }

func (c *pasteboard) Get() string  { return c.text }
func (c *pasteboard) Set(s string) { c.text = s }

// takeClip has the editor of now use the monkey's clipboard.
func (m *monkey) takeClip() { m.e.SetClipboard(&m.clip, &m.shelf, nowhere{}) }

// bookshelf keeps what was copied last.
type bookshelf struct {
	key  string
	form []byte
}

func (s *bookshelf) Put(key string, form []byte)   { s.key, s.form = key, form }
func (s *bookshelf) Get(key string) ([]byte, bool) { return s.form, s.form != nil && s.key == key }

// nowhere is a file that has no media and takes none.
type nowhere struct{ journey.MemoryBlobs }

func (nowhere) AddBlob(b []byte) string { return journey.Hash(b) }

// beside does what the window does beside the map: pastes, drops, the panels.
func (m *monkey) beside() {
	e, err := m.e, error(nil)
	ids := e.Selection()
	if len(ids) == 0 {
		ids = []journey.ID{m.row()}
	}
	switch k := m.next(14); k {
	case 0, 1:
		m.clip.text = monkeyTables[m.next(len(monkeyTables))]
		m.note("paste %q", m.clip.text)
		err = e.Paste(m.next(3) == 0)
	case 2:
		m.note("agree")
		e.Agree()
	case 3:
		m.note("decline")
		e.Decline()
	case 4, 5:
		o := editor.Offered{Icon: "phone", Title: "Phone"}
		if m.next(2) == 0 {
			o = editor.Offered{Lane: journey.LaneKinds[m.next(len(journey.LaneKinds))].Kind}
		}
		m.note("bring %+v", o)
		e.Bring(o)
	case 6:
		files := []journey.Media{{Hash: journey.Hash([]byte("a")), Type: "image/png", Size: 1, Name: "a.png"}, {Hash: journey.Hash([]byte("b")), Type: "text/plain", Size: 1, Name: "b.txt"}}
		m.note("drop files at %v", m.at)
		if err = e.DropMedia(m.at, files[m.next(2):]...); err == editor.ErrNoPlace {
			err = nil
		} else if _, ok := err.(editor.NoFilesError); ok {
			err = nil
		}
	case 7, 8, 9:
		err = m.property(ids)
	case 10:
		m.note("comment")
		if err = e.AddComment(ids[0], "Me", monkeyTexts[m.next(len(monkeyTexts))]); err == nil {
			for _, c := range e.Doc.Project().Comments(ids[0]) {
				err = e.SettleComment(c.ID, m.next(2) == 0)
			}
		}
	case 11:
		m.view()
	case 12:
		m.note("select")
		e.Select(m.row(), m.row(), m.row())
	case 13:
		m.note("context menu")
		e.ContextMenu()
		e.Notice()
		for i := range editor.Commands {
			editor.Commands[i].Can(e)
		}
	}
	if err != nil && !editor.Refused(err) {
		m.fail("%v", err)
	}
}

// row is any row of the project.
func (m *monkey) row() journey.ID {
	rows := m.e.Doc.Project().Sorted()
	if len(rows) == 0 {
		return ""
	}
	return rows[(m.next(256)<<8|m.next(256))%len(rows)].RowID()
}

// property gives the rows another value in one of their properties, at once or
// as somebody types it.
func (m *monkey) property(ids []journey.ID) error {
	all := m.e.Properties(ids...)
	if len(all) == 0 {
		return nil
	}
	pr := all[m.next(len(all))]
	was, _ := m.e.Value(pr, ids...)
	v := was
	switch x := was.(type) {
	case string:
		if v = x + monkeyTexts[m.next(len(monkeyTexts))]; len(pr.Choices) > 0 {
			v = pr.Choices[m.next(len(pr.Choices))].Value
		}
	case bool:
		v = !x
	case int:
		v = m.next(9)
	case float64:
		v = float64(m.next(256)) - 20
	case journey.Number:
		if v = (journey.Number{}); m.next(3) > 0 {
			v = journey.Num(float64(m.next(256)-128) / 16)
		}
	}
	m.note("%s = %v", pr.Field, v)
	if m.next(2) == 0 {
		return m.e.SetValue(pr, v, ids...)
	}
	visit, err := m.e.VisitValue(pr, ids...)
	if err != nil {
		return err
	}
	if err := visit.Set(v); err != nil {
		return err
	}
	if m.next(3) == 0 {
		return nil // and never comes back to the field
	}
	return visit.End()
}

// view shows less of the map, or all of it.
func (m *monkey) view() {
	e, p := m.e, m.e.Doc.Project()
	stages := p.Stages(e.Map().ID)
	var err error
	switch k := m.next(5); {
	case k == 0:
		e.ShowView("")
	case k == 1:
		_, err = e.SaveView(fmt.Sprint("View ", m.next(3)))
	case k == 2 && len(stages) > 0:
		e.HideStage(stages[m.next(len(stages))].ID)
	case k == 3 && len(stages) > 0:
		e.OnlyStages(stages[m.next(len(stages))].ID)
	case k == 4:
		rows, shown := e.InView(journey.KindLane)
		if len(rows) > 0 {
			i := m.next(len(rows))
			err = e.ShowInView(rows[i].RowID(), !shown[i])
		}
	}
	m.note("view")
	if err != nil && !editor.Refused(err) {
		m.fail("view: %v", err)
	}
}
