package editor_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"throughline/canvas/layout"
	"throughline/editor"
	"throughline/journey"
)

// Every property is a field of what it is of, and its form fits the field.
func TestPropertiesAreFields(t *testing.T) {
	types := map[editor.Form]reflect.Type{
		editor.FormLine: reflect.TypeFor[string](), editor.FormLines: reflect.TypeFor[string](), editor.FormChoice: reflect.TypeFor[string](), editor.FormIcon: reflect.TypeFor[string](),
		editor.FormDay: reflect.TypeFor[string](), editor.FormNumber: reflect.TypeFor[journey.Number](), editor.FormFeeling: reflect.TypeFor[journey.Number](),
		editor.FormLength: reflect.TypeFor[float64](), editor.FormCount: reflect.TypeFor[int](), editor.FormLevel: reflect.TypeFor[int](), editor.FormHue: reflect.TypeFor[int](),
		editor.FormTruth: reflect.TypeFor[bool](), editor.FormList: reflect.TypeFor[journey.Strings](), editor.FormAddresses: reflect.TypeFor[journey.Strings](),
		editor.FormSeries: reflect.TypeFor[journey.Numbers](), editor.FormRow: reflect.TypeFor[journey.ID](), editor.FormMedia: reflect.TypeFor[journey.ID](),
	}
	p := journey.New().Edit(nil)
	p.Put(journey.Map{ID: "map", Order: "V"})
	p.Put(journey.Stage{ID: "stage", Map: "map", Order: "V"})
	p.Put(journey.Step{ID: "step", Stage: "stage", Order: "V"})
	p.Put(journey.Note{ID: "note", Map: "map", Order: "V"})
	order := journey.Order("")
	for _, k := range journey.LaneKinds {
		order = journey.Between(order, "")
		lane := journey.ID(k.Kind)
		p.Put(journey.Lane{ID: lane, Map: "map", Order: order, LaneKind: k.Kind})
		if k.Card != "" {
			p.Put(journey.Card{ID: lane + "-card", Lane: lane, Stage: "stage", Order: "V"})
		}
	}
	p.Put(journey.Link{ID: "link", Map: "map", From: "touchpoints-card", To: "pains-card"})
	p.Put(journey.Persona{ID: "persona", Order: "V"})
	p.Put(journey.Channel{ID: "channel", Order: "V"})
	p.Put(journey.Person{ID: "person", Order: "V"})
	s := begin(t, p.Project(), nil)
	for r := range s.e.Doc.Project().All() {
		list := s.e.Properties(r.RowID())
		if len(list) == 0 {
			t.Errorf("a %s has no properties", r.Kind())
		}
		seen := map[string]bool{}
		for _, pr := range list {
			f, ok := reflect.TypeOf(r).FieldByName(pr.Field)
			if !ok || f.Type != types[pr.Form] {
				t.Errorf("%s of a %s: form %d does not fit %v", pr.Field, r.Kind(), pr.Form, f.Type)
			}
			if seen[pr.Field] {
				t.Errorf("%s of a %s stands there twice", pr.Field, r.Kind())
			}
			seen[pr.Field] = true
			if pr.Title == "" && pr.Hint == "" {
				t.Errorf("%s of a %s has no name", pr.Field, r.Kind())
			}
		}
	}
}

// property is one of what some rows have.
func (s *story) property(field string, ids ...journey.ID) editor.Property {
	s.t.Helper()
	for _, pr := range s.e.Properties(ids...) {
		if pr.Field == field {
			return pr
		}
	}
	s.t.Fatalf("there is no %s", field)
	return editor.Property{}
}

func TestSeveralCardsAreChangedAtOnce(t *testing.T) {
	s := open(t, "cargo-bike")
	a, b := s.card("Model comparison"), s.card("Grant calculator")
	pain := s.property("Pain", a.ID, b.ID)
	if v, mixed := s.e.Value(pain, a.ID, b.ID); !mixed || v != a.Pain {
		t.Fatalf("%v, mixed %v", v, mixed)
	}
	if err := s.e.SetValue(pain, true, a.ID, b.ID); err != nil {
		t.Fatal(err)
	}
	s.check()
	if v, mixed := s.e.Value(pain, a.ID, b.ID); mixed || v != true {
		t.Fatalf("%v, mixed %v", v, mixed)
	}
	s.Labels("Change pain", "")
	s.Undo()
	if s.card("Model comparison") != a || s.card("Grant calculator") != b {
		t.Fatal("undo leaves something")
	}
	// a kind that does not have it has no say
	quote := s.e.Doc.Project().LaneCards(s.laneNamed("Mindset"))[0]
	for _, pr := range s.e.Properties(a.ID, quote.ID) {
		if pr.Field == "Pain" {
			t.Error("a quote can be a pain point")
		}
	}
	// what is not of the field's type is refused
	if err := s.e.SetValue(pain, "yes", a.ID); err == nil {
		t.Error("pain takes a text")
	}
}

// A value that the file would not take is brought into its range: on the way to
// 180, somebody types 1.
func TestAPropertyStaysInItsRange(t *testing.T) {
	s := open(t, "cargo-bike")
	st := s.e.Doc.Project().Stages(s.e.Map().ID)[0].ID
	width := s.property("Width", st)
	v, err := s.e.VisitValue(width, st)
	if err != nil {
		t.Fatal(err)
	}
	for typed, want := range map[float64]float64{1: 144, 180: 180, 4000: 320, 0: 0} {
		if err := v.Set(typed); err != nil {
			t.Fatal(err)
		}
		if got, _ := s.e.Value(width, st); got != want {
			t.Errorf("%v became %v, want %v", typed, got, want)
		}
	}
	v.End()
	s.check()
}

// A map is read as its words are until somebody says which way; that is one step
// of undo, and is there when the file is opened again.
func TestAMapIsToldWhichWayItReads(t *testing.T) {
	s := open(t, "cargo-bike")
	id := s.e.Map().ID
	pr := s.property("Direction", id)
	reads := func(left bool, direction string) {
		t.Helper()
		s.check()
		if got := layout.ReadsLeft(options(t).Fonts, s.e.Doc.Project(), id); got != left || s.e.Map().Direction != direction {
			t.Fatalf("it is read from the right: %t, and says %q", got, s.e.Map().Direction)
		}
	}
	reads(false, "")
	for _, c := range []struct {
		title, value string
		left         bool
	}{{"Right to left", journey.FromRight, true}, {"Left to right", journey.FromLeft, false}, {"Automatic", "", false}} {
		i := slices.IndexFunc(pr.Choices, func(x editor.Choice) bool { return x.Title == c.title })
		if i < 0 {
			t.Fatalf("%q cannot be chosen", c.title)
		}
		if err := s.e.SetValue(pr, pr.Choices[i].Value, id); err != nil {
			t.Fatal(err)
		}
		reads(c.left, c.value)
	}
	s.Labels("Change direction", "").Undo().Undo()
	reads(true, journey.FromRight)
	s.Reopen()
	reads(true, journey.FromRight)
	s.Undo().Labels("", "Change direction")
	reads(false, "")
	s.Redo()
	reads(true, journey.FromRight)
	// what no map can say is as if nothing was said
	if err := s.e.SetValue(pr, "upwards", id); err != nil {
		t.Fatal(err)
	}
	reads(false, "")
}

// What is typed beside the map shows at once, is one step of undo, and is
// written while somebody still types.
func TestAVisitInTheInspectorIsOneStep(t *testing.T) {
	s := open(t, "cargo-bike")
	a := s.card("Model comparison")
	v, err := s.e.VisitValue(s.property("Title", a.ID), a.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []string{"M", "Mo", "Models"} {
		if err := v.Set(x); err != nil {
			t.Fatal(err)
		}
		s.card(x)
	}
	if err := v.Save(); err != nil {
		t.Fatal(err)
	}
	s.Reopen()
	s.card("Models")
	s.Labels("Change title", "").Undo()
	s.card("Model comparison")

	v, _ = s.e.VisitValue(s.property("Title", a.ID), a.ID)
	v.Set("Other")
	s.Do("edit.all") // any other command keeps what was typed
	if v.Open() {
		t.Error("the visit goes on")
	}
	v.Set("Lost")
	if !strings.Contains(s.e.Doc.UndoLabel(), "Change title") || s.card("Other").ID != a.ID {
		t.Error("what was typed is lost")
	}
}

func TestWhatIsLockedStaysAsItIs(t *testing.T) {
	s := open(t, "cargo-bike")
	lane, a := s.laneNamed("Touchpoints"), s.card("Model comparison")
	if err := s.e.SetValue(s.property("Locked", lane.ID), true, lane.ID); err != nil {
		t.Fatal(err)
	}
	if err := s.e.SetValue(s.property("Pain", a.ID), true, a.ID); err == nil || s.card("Model comparison") != a {
		t.Errorf("a card of a locked lane changed: %v", err)
	}
	if err := s.e.SetValue(s.property("Locked", lane.ID), false, lane.ID); err != nil {
		t.Errorf("a lane cannot be unlocked: %v", err)
	}
}

func TestANewPersonIsMadeAndTaken(t *testing.T) {
	s := open(t, "cargo-bike")
	a := s.card("Model comparison")
	if err := s.e.SetNewRow(s.property("Owner", a.ID), journey.KindPerson, "Jo", a.ID); err != nil {
		t.Fatal(err)
	}
	s.check()
	if who, _ := journey.Get[journey.Person](s.e.Doc.Project(), s.card("Model comparison").Owner); who.Name != "Jo" {
		t.Errorf("the owner is %v", who)
	}
	s.Undo()
	for _, x := range s.e.Doc.Project().People() {
		if x.Name == "Jo" {
			t.Error("Jo is still there")
		}
	}
}

// laneNamed is the lane of a title.
func (s *story) laneNamed(title string) journey.Lane {
	s.t.Helper()
	l, ok := journey.Get[journey.Lane](s.e.Doc.Project(), journey.ID(s.owner(journey.KindLane, title)))
	if !ok {
		s.t.Fatalf("there is no lane %q", title)
	}
	return l
}

func TestWhatMapsShareIsAdded(t *testing.T) {
	s := open(t, "cargo-bike")
	for kind, name := range map[journey.Kind]string{journey.KindPersona: "Ben", journey.KindChannel: "Fax", journey.KindPerson: "Jo"} {
		id, err := s.e.AddShared(kind, name)
		if err != nil {
			t.Fatal(err)
		}
		s.check()
		r, _ := s.e.Doc.Project().Row(id)
		if journey.Describe(r) != string(kind)+" “"+name+"”" {
			t.Errorf("%s is %v", name, r)
		}
		s.Labels("Add "+string(kind)+" “"+name+"”", "").Undo()
		if _, ok := s.e.Doc.Project().Row(id); ok {
			t.Errorf("%s is still there", name)
		}
	}
}
