package journey_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"throughline/journey"
)

// readByUs is the texts that nobody writes as words, and the names of people and
// files that are what they are.
var readByUs = strings.Fields(`Map.State Map.Review Map.Date Map.Layout Map.Direction Channel.Icon Person.Icon Media.Hash Media.Type Media.Name
	Preset.Options Lane.Icon Lane.Line Lane.Entries View.Lanes View.Stages View.Personas Card.Icon Card.Use Card.State Card.Role Card.Better Card.Chart
	Card.Date Card.Evidence Card.Links Link.Form Comment.Author Comment.At Comment.Mark`)

// A project is said in other words: every text that somebody wrote, and nothing
// that the program reads.
func TestAProjectIsSaidInOtherWords(t *testing.T) {
	e := journey.New().Edit(nil)
	for _, k := range journey.Kinds {
		v := reflect.New(reflect.TypeOf(k)).Elem()
		for i := range v.NumField() {
			switch v.Field(i).Interface().(type) {
			case journey.Strings:
				v.Field(i).SetString(string(journey.List("one", "two")))
			case string:
				v.Field(i).SetString(v.Type().Field(i).Name)
			}
		}
		v.FieldByName("ID").SetString("the " + string(k.Kind()))
		e.Put(v.Interface().(journey.Row))
	}
	p := e.Project()
	shout := func(s string) string { return strings.ToUpper(s) + "!" }
	q := journey.Reworded(p, shout)
	if q.Len() != p.Len() {
		t.Fatalf("%d rows become %d", p.Len(), q.Len())
	}
	for r := range p.All() {
		x, _ := q.Row(r.RowID())
		v, now := reflect.ValueOf(r), reflect.ValueOf(x)
		for i := range v.NumField() {
			name := v.Type().Name() + "." + v.Type().Field(i).Name
			want := v.Field(i).Interface()
			if !slices.Contains(readByUs, name) {
				switch s := want.(type) {
				case journey.Strings:
					want = journey.List("ONE!", "TWO!")
				case string:
					want = shout(s)
				}
			}
			if got := now.Field(i).Interface(); got != want {
				t.Errorf("%s is %v, not %v", name, got, want)
			}
		}
		var shouted []string
		for _, s := range journey.Texts(r) {
			shouted = append(shouted, shout(s))
		}
		if got := journey.Texts(x); !slices.Equal(got, shouted) {
			t.Errorf("a map of a %s says %q, not %q", r.Kind(), got, shouted)
		}
	}
	if !journey.Reworded(p, func(s string) string { return s }).Equal(p) {
		t.Error("in its own words it is another project")
	}
}
