package journey

import (
	"encoding/json"
	"math"
	"reflect"
	"strings"
	"unicode/utf8"
)

var (
	stringsType = reflect.TypeFor[Strings]()
	numbersType = reflect.TypeFor[Numbers]()
	numberType  = reflect.TypeFor[Number]()
)

// cleanField makes one field of a row something that every other part of the
// program can take: valid text, canonical lists, finite numbers.
func cleanField(v reflect.Value) {
	switch {
	case v.Kind() == reflect.String && v.Len() == 0:
	case v.Type() == stringsType:
		var l []string
		if json.Unmarshal([]byte(v.String()), &l) != nil {
			l = nil
		}
		for i := range l {
			l[i] = CleanText(l[i])
		}
		v.SetString(string(List(l...)))
	case v.Type() == numbersType:
		var l []float64
		if json.Unmarshal([]byte(v.String()), &l) != nil {
			l = nil
		}
		v.SetString(string(Series(l...)))
	case v.Type() == numberType:
		if n := v.Interface().(Number); !n.Set || math.IsNaN(n.Value) || math.IsInf(n.Value, 0) {
			v.Set(reflect.ValueOf(Number{}))
		}
	case v.Kind() == reflect.String:
		v.SetString(CleanText(v.String()))
	case v.Kind() == reflect.Float64:
		if f := v.Float(); math.IsNaN(f) || math.IsInf(f, 0) {
			v.SetFloat(0)
		}
	}
}

// CleanText is s as valid UTF-8 with plain line ends and without control
// characters other than line ends and tabs.
func CleanText(s string) string {
	if plain(s) {
		return s
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n").Replace(s)
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r >= 0x7F && r < 0xA0 {
			return -1
		}
		return r
	}, s)
}

func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' && c != '\n' && c != '\t' || c == 0x7F || c == 0xC2 || c == 0xE2 || c == 0xEF {
			return false // may be U+0080 to U+009F, a line separator, a damaged rune: look closer
		}
	}
	return utf8.ValidString(s)
}

// Proper is a row whose fields are as Repair would have them, whatever somebody
// typed into them.
func Proper(r Row) Row {
	v := reflect.New(reflect.TypeOf(r)).Elem()
	v.Set(reflect.ValueOf(r))
	for i := range v.NumField() {
		cleanField(v.Field(i))
	}
	return inRange(v.Interface().(Row))
}

// inRange is r with its numbers and its closed choices within their range.
func inRange(r Row) Row {
	switch r := r.(type) {
	case Map:
		oneOf(&r.State, AsIs, ToBe)
		oneOf(&r.Layout, Loop)
		oneOf(&r.Direction, FromLeft, FromRight)
		orZero(&r.HeaderWidth, 120, 240)
		return r
	case Stage:
		orZero(&r.Width, 144, 320)
		within(&r.Hue, 0, 8)
		return r
	case Lane:
		orZero(&r.Height, 1, 4000)
		within(&r.Hue, 0, 8)
		oneOf(&r.Line, LineVisibility, LineInteraction, LineInternal, LinePlain)
		return r
	case Card:
		within(&r.Steps, 0, 10000)
		within(&r.Hue, 0, 8)
		within(&r.Offset, -2, 2)
		within(&r.Line, 0, 999)
		within(&r.Severity, 0, 3)
		within(&r.Impact, 0, 3)
		within(&r.Effort, 0, 3)
		oneOf(&r.State, AsIs, ToBe)
		oneOf(&r.Use, MainUse, AlsoUse)
		oneOf(&r.Role, Trigger, Wait, Split, Send, GoalHit, Exit)
		oneOf(&r.Chart, ChartBars, ChartProgress, ChartStacked, ChartFunnel)
		oneOf(&r.Better, "higher", "lower")
		oneOf(&r.Evidence, Assumed, Observed, Researched)
		if r.Tick.Set {
			r.Tick = Num(min(1, max(0, r.Tick.Value)))
		}
		return r
	case Link:
		oneOf(&r.Form, LinkStraight)
		return r
	case Note:
		within(&r.Hue, 0, 8)
		orZero(&r.Width, 1, 2000)
		r.X = min(1e5, max(-1e5, r.X))
		r.Y = min(1e5, max(-1e5, r.Y))
		return r
	case Comment:
		oneOf(&r.Mark, IdeaMark, VoteMark)
		if r.Value.Set {
			r.Value = Num(min(2, max(-2, r.Value.Value)))
		}
		return r
	case Media:
		within(&r.Size, 0, math.MaxInt32)
		return r
	}
	return r
}

func within(v *int, least, greatest int) { *v = min(greatest, max(least, *v)) }

// orZero brings a set length into its range; 0 stays, a negative one becomes 0.
func orZero(v *float64, least, greatest float64) {
	if *v <= 0 {
		*v = 0
		return
	}
	*v = min(greatest, max(least, *v))
}

// oneOf empties a choice that is none of those given.
func oneOf(v *string, choices ...string) {
	for _, c := range choices {
		if *v == c {
			return
		}
	}
	*v = ""
}

// WithOrder is r at another place among its siblings; r's kind has an order.
func WithOrder(r Row, o Order) Row {
	v := reflect.New(reflect.TypeOf(r)).Elem()
	v.Set(reflect.ValueOf(r))
	v.FieldByName("Order").SetString(string(o))
	return v.Interface().(Row)
}

// Texts is everything that people wrote in a row and that a map draws.
func Texts(r Row) []string {
	switch r := r.(type) {
	case Map:
		return []string{r.Title, r.Subtitle, r.Scenario, r.Goal, r.Organisation, r.Owner, r.Version}
	case Persona:
		return []string{r.Name, r.Facts, r.Text}
	case Channel:
		return []string{r.Name}
	case Person:
		return []string{r.Name}
	case Stage:
		return []string{r.Title}
	case Step:
		return []string{r.Title}
	case Lane:
		return append([]string{r.Title, r.Caption}, r.Names.All()...)
	case Card:
		return append([]string{r.Title, r.Text, r.Unit, r.Source}, r.SeriesNames.All()...)
	case Link:
		return []string{r.Title}
	case Note:
		return []string{r.Text}
	case Hint:
		return []string{r.Text}
	case Comment:
		return []string{r.Text}
	}
	return nil
}
