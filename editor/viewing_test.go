package editor_test

import (
	"slices"
	"testing"

	"throughline/editor"
	"throughline/journey"
)

// Sees expects the stages and the lanes that are shown.
func (s *story) Sees(stages, lanes []string) *story {
	s.t.Helper()
	var a, b []string
	for _, x := range s.e.Sheet().Stages {
		a = append(a, x.Title)
	}
	for _, x := range s.e.Sheet().Rows {
		b = append(b, x.Title)
	}
	return s.expect("the stages that are shown", a, stages).expect("the lanes that are shown", b, lanes)
}

func TestSavedViews(t *testing.T) {
	s := small(t)
	all, lanes := []string{"A", "B"}, []string{"Wants", "Does"}
	was := s.Picture()
	s.Click("stage:A").Do("view.hideStage").Sees([]string{"B"}, lanes).Notice("Stage “A” is left out. View > Show everything brings it back.").Labels("", "")
	s.Do("view.hideStage").Sees([]string{"B"}, lanes) // the last one stays
	s.Click("lane:Wants").Do("arrange.hide")
	var id journey.ID
	s.Call("SaveView", func(e *editor.Editor) (err error) { id, err = e.SaveView("For sales"); return err }).Labels("Save view", "").Sees([]string{"B"}, []string{"Does"})
	v, _ := journey.Get[journey.View](s.e.Doc.Project(), id)
	if v.Title != "For sales" || len(v.Lanes.All()) != 1 || len(v.Stages.All()) != 1 {
		t.Error(v)
	}
	s.Do("view.everything").Sees(all, []string{"Does"}).Do("arrange.showAll").Sees(all, lanes)
	s.e.ShowView(id)
	s.Sees([]string{"B"}, []string{"Does"})
	s.Call("Rename", func(e *editor.Editor) error { return e.Rename(id, "Sales") }).Sees([]string{"B"}, []string{"Does"})
	if s.e.View().Title != "Sales" {
		t.Error(s.e.View())
	}
	s.Call("Delete", func(e *editor.Editor) error { return e.Delete(id) }).Sees(all, lanes).Notice("View “Sales” deleted.") // nothing shows what is gone
	s.Undo().Undo().Undo().Undo().Undo().Same(was)
	s.Click("stage:B").Do("view.onlyStages").Sees([]string{"B"}, lanes).Do("map.add")
	if s.e.View() != (journey.View{}) {
		t.Error("another map is shown by the view of this one")
	}
}

// Views choose personas as they do stages and lanes, and a saved one is changed
// in the file.
func TestViewsOfPersonas(t *testing.T) {
	s := small(t)
	if err := s.e.Doc.Do("personas", func(ed *journey.Edit) error {
		for i, o := range journey.Spread(2) {
			ed.Put(journey.Persona{ID: journey.ID([]string{"mara", "jonas"}[i]), Order: o, Name: []string{"Mara", "Jonas"}[i]})
		}
		l, _ := ed.Row("lane1")
		lane := l.(journey.Lane)
		lane.Persona = "jonas"
		ed.Put(lane)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	was := s.Picture()
	show := func(id journey.ID, on bool) *story {
		t.Helper()
		return s.Call("ShowInView", func(e *editor.Editor) error { return e.ShowInView(id, on) })
	}
	inView := func(kind journey.Kind, want ...bool) {
		t.Helper()
		if _, shown := s.e.InView(kind); !slices.Equal(shown, want) {
			s.fail("in the view are %v, want %v", shown, want)
		}
	}
	all, lanes := []string{"A", "B"}, []string{"Wants", "Does"}
	show("jonas", false).Sees(all, []string{"Does"}).Labels("personas", "")
	inView(journey.KindPersona, true, false)
	show("mara", false).Sees(all, []string{"Does"}) // the last one stays
	show("jonas", true).Sees(all, lanes)
	if s.e.View() != (journey.View{}) {
		s.fail("with everything in it, it is still a view: %v", s.e.View())
	}
	show("A", false).Sees([]string{"B"}, lanes)
	show("lane2", false).Sees([]string{"B"}, []string{"Wants"})
	show("A", true)
	show("lane2", true).Same(was)

	show("jonas", false)
	var id journey.ID
	s.Call("SaveView", func(e *editor.Editor) (err error) { id, err = e.SaveView("Mara's"); return err })
	show("B", false).Labels("Change view", "").Sees([]string{"A"}, []string{"Does"})
	if v, _ := journey.Get[journey.View](s.e.Doc.Project(), id); v.Personas != journey.List("mara") || v.Stages != journey.List("A") {
		s.fail("the view is %+v", v)
	}
	s.Undo().Sees(all, []string{"Does"}).Reopen()
	s.e.ShowView(id)
	s.Sees(all, []string{"Does"})
}

func TestComments(t *testing.T) {
	s := small(t)
	was := s.Picture()
	s.Call("AddComment", func(e *editor.Editor) error { return e.AddComment("cardA1", "Mara", "Why?\x07") }).Labels("Add comment", "")
	c := s.e.Doc.Project().Comments("cardA1")[0]
	if c.Text != "Why?" || c.Author != "Mara" || c.At == "" || c.Done {
		t.Errorf("%+v", c)
	}
	s.Call("SettleComment", func(e *editor.Editor) error { return e.SettleComment(c.ID, true) }).Labels("Settle comment", "")
	s.Call("SettleComment", func(e *editor.Editor) error { return e.SettleComment(c.ID, false) }).Labels("Open comment again", "")
	s.Call("Delete", func(e *editor.Editor) error { return e.Delete(c.ID) }).Notice("Comment “Why?” deleted.").Undo().Undo().Undo().Undo().Same(was)
	s.Call("AddComment", func(e *editor.Editor) error { return e.AddComment("gone", "", "x") }).Same(was)
}
