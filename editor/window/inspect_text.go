package window

import (
	"errors"
	"image/color"
	"math"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"throughline/editor"
	"throughline/journey"
)

// typedField is an entry for what is typed: texts, numbers, lists. What is typed
// shows on the map at once; all of a visit is one step of undo.
type typedField struct {
	widget.Entry
	f      *propertyField
	zero   any // of the field's type, which says how text is read
	visit  *editor.Visit
	save   *time.Timer
	own    bool // the text is being set by show
	bad    bool // the text is no value
	rows   int  // that it shows
	focus  bool
	edge   *canvas.Rectangle
	framed fyne.CanvasObject
	drawn  *drawnAtRest
}

func newTyped(f *propertyField) *typedField {
	t := &typedField{f: f}
	t.ExtendBaseWidget(t)
	t.OnChanged = t.changed
	t.SetPlaceHolder(tr(f.pr.Hint))
	if f.pr.Form == editor.FormLines {
		t.MultiLine, t.Wrapping = true, fyne.TextWrapWord
		t.SetMinRowsVisible(leastRows)
	}
	t.edge, t.framed = f.in.frame(t)
	t.TextStyle.Bold = f.pr.Title == "" && f.pr.Form == editor.FormLine
	return t
}

func (t *typedField) object() fyne.CanvasObject { return t.framed }

// CreateRenderer is part of Fyne's widget interface.
func (t *typedField) CreateRenderer() fyne.WidgetRenderer {
	r := bareEntry{t.Entry.CreateRenderer()}
	r.bare()
	t.drawn = t.f.in.w.drawnAtRest(r, &t.Entry, func() bool { return !t.focus })
	return t.drawn
}

// bareEntry is an entry without Fyne's own ground and edge: the edge comes out
// too dark where there is nothing under it. A theme of its own would do the same,
// but for each of those Fyne reads all fonts again, 15 MB.
type bareEntry struct{ fyne.WidgetRenderer }

// Refresh is part of Fyne's interface.
func (r bareEntry) Refresh() {
	r.WidgetRenderer.Refresh()
	r.bare()
}

func (r bareEntry) bare() {
	for _, o := range r.Objects() {
		if b, ok := o.(*canvas.Rectangle); ok {
			b.FillColor, b.StrokeColor = color.Transparent, color.Transparent
		}
	}
}

// show is part of valueWays. What somebody types stays as it is.
func (t *typedField) show(v any, mixed bool) {
	t.zero = v
	if t.focus && t.visit.Open() {
		return
	}
	t.visit = nil
	s, hint := written(v), t.f.pr.Hint
	if mixed {
		s, hint = "", "Mixed"
	}
	if hint = tr(hint); t.PlaceHolder != hint {
		t.SetPlaceHolder(hint)
	}
	if s != t.Text {
		t.roomFor(s)
		t.own = true
		t.SetText(s)
		t.own = false
	}
}

// The rows of text that an entry of several lines shows.
const leastRows, mostRows = 2, 7

// roomFor makes an entry of several lines as high as its text, within limits.
func (t *typedField) roomFor(s string) {
	if !t.MultiLine {
		return
	}
	width := float32(150) // of a panel that has no size yet
	if t.Size().Width > 40 {
		width = t.Size().Width - 16
	}
	n := 0
	if w := t.f.in.w; w.foreign(s) {
		row := fyne.MeasureText("M", theme.TextSize(), t.TextStyle).Height
		n = int(math.Ceil(float64(w.passageHeight(s, width, t.TextStyle.Bold) / row)))
	}
	lines := 0
	for line := range strings.Lines(s) {
		lines += max(1, int(math.Ceil(float64(fyne.MeasureText(strings.TrimSuffix(line, "\n"), theme.TextSize(), t.TextStyle).Width*1.08/width))))
	}
	if n = min(max(n, lines, leastRows), mostRows); n != t.rows {
		t.rows = n
		t.SetMinRowsVisible(n)
		t.f.in.box.Refresh()
	}
}

// Resize is part of Fyne's interface. Another width takes other lines.
func (t *typedField) Resize(size fyne.Size) {
	wider := size.Width != t.Size().Width
	t.Entry.Resize(size)
	if wider {
		t.roomFor(t.Text)
	}
}

// changed shows on the map what is typed, as far as it is a value.
func (t *typedField) changed(s string) {
	if t.own || t.zero == nil {
		return
	}
	t.roomFor(s)
	v, err := valueOf(s, t.zero, t.f.pr.Form)
	t.bad = err != nil
	t.edged()
	if err != nil {
		return
	}
	w := t.f.in.w
	if !t.visit.Open() {
		if t.visit, err = w.doc.editor.VisitValue(t.f.pr, t.f.ids...); err != nil {
			w.say(err)
			t.visit = nil
			t.show(w.doc.editor.Value(t.f.pr, t.f.ids...))
			return
		}
	}
	if err := t.visit.Set(v); err != nil {
		w.say(err)
	}
	t.keepSoon()
}

// keepSoon writes what was typed half a second from now.
func (t *typedField) keepSoon() {
	if t.save != nil {
		return
	}
	v := t.visit
	t.save = time.AfterFunc(saveTyped, func() {
		fyne.Do(func() {
			t.save = nil
			if err := v.Save(); err != nil {
				t.f.in.w.say(err)
			}
		})
	})
}

// saveTyped is how long what is typed in the inspector waits to be written.
const saveTyped = 500 * time.Millisecond

// edged shows who has the keyboard, and what cannot be understood.
func (t *typedField) edged() {
	th := t.f.in.w.look.colors
	c, width := th.Hair2, float32(1)
	switch {
	case t.focus && t.bad:
		c, width = th.Pain, 2
	case t.focus:
		c, width = th.Acc, 2
	}
	t.edge.StrokeColor, t.edge.StrokeWidth = rgb(c, 255), width
	t.edge.Refresh()
}

// FocusGained is part of Fyne's interface.
func (t *typedField) FocusGained() {
	t.focus = true
	t.edged()
	t.Entry.FocusGained()
}

// FocusLost is part of Fyne's interface: the visit is over.
func (t *typedField) FocusLost() {
	t.focus = false
	t.edged()
	t.Entry.FocusLost()
	if t.visit.Open() {
		if err := t.visit.End(); err != nil {
			t.f.in.w.say(err)
		}
	}
	t.visit = nil
	t.bad = false
	if w := t.f.in.w; w.doc != nil && len(t.f.ids) > 0 {
		if v, mixed := w.doc.editor.Value(t.f.pr, t.f.ids...); v != nil {
			t.show(v, mixed) // as it was understood
		}
	}
}

// TypedKey is part of Fyne's interface: Esc, and Enter in a single line, end
// and keep, and give the keyboard back to the map.
func (t *typedField) TypedKey(k *fyne.KeyEvent) {
	switch {
	case k.Name == fyne.KeyEscape, !t.MultiLine && (k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter):
		t.f.in.w.focusMap()
		return
	}
	t.Entry.TypedKey(k)
}

// written is a value as text.
func written(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case journey.Number:
		return localNumber(v.String())
	case float64:
		if v == 0 {
			return ""
		}
		return localNumber(strconv.FormatFloat(v, 'f', -1, 64))
	case int:
		if v == 0 {
			return ""
		}
		return strconv.Itoa(v)
	case journey.Strings:
		return strings.Join(v.All(), listMark())
	case journey.Numbers:
		var all []string
		for _, x := range v.All() {
			all = append(all, localNumber(strconv.FormatFloat(x, 'f', -1, 64)))
		}
		return strings.Join(all, listMark())
	}
	return ""
}

// listMark stands between the words of a list; where the comma is in numbers,
// it is a semicolon.
func listMark() string {
	if spoken.Load().Comma() {
		return "; "
	}
	return ", "
}

func localNumber(s string) string {
	if spoken.Load().Comma() {
		return strings.Replace(s, ".", ",", 1)
	}
	return s
}

var (
	errNumber = errors.New("this is no number")
	errDay    = errors.New("a day is written as 2026-11-30")
)

// valueOf is text as a value of the type of zero.
func valueOf(s string, zero any, form editor.Form) (any, error) {
	line := strings.TrimSpace(s)
	switch zero.(type) {
	case string:
		if form == editor.FormDay && line != "" {
			if _, err := time.Parse(time.DateOnly, line); err != nil {
				return nil, errDay
			}
			return line, nil
		}
		return journey.CleanText(s), nil
	case journey.Number:
		if line == "" {
			return journey.Number{}, nil
		}
		v, err := numberIn(line)
		return journey.Num(v), err
	case float64:
		if line == "" {
			return 0.0, nil
		}
		v, err := numberIn(line)
		if err == nil && (v < 0 || v > 4000) {
			err = errNumber
		}
		return v, err
	case int:
		if line == "" {
			return 0, nil
		}
		n, err := strconv.Atoi(line)
		if err != nil || n < 0 || n > 999 {
			return nil, errNumber
		}
		return n, nil
	case journey.Strings:
		return journey.List(parts(s, form)...), nil
	case journey.Numbers:
		var all []float64
		for _, x := range parts(s, form) {
			v, err := numberIn(x)
			if err != nil {
				return nil, err
			}
			all = append(all, v)
		}
		return journey.Series(all...), nil
	}
	return nil, errNumber
}

func numberIn(s string) (float64, error) {
	if spoken.Load().Comma() {
		s = strings.Replace(s, ",", ".", 1)
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || journey.Num(v) != (journey.Number{Value: v, Set: true}) {
		return 0, errNumber
	}
	return v, nil
}

// parts is the words of a list that is being typed.
func parts(s string, form editor.Form) []string {
	var out []string
	for _, x := range strings.FieldsFunc(s, func(r rune) bool {
		return r == ';' || r == '\n' || r == ',' && !(spoken.Load().Comma() && form == editor.FormSeries)
	}) {
		if x = strings.TrimSpace(x); x != "" {
			out = append(out, x)
		}
	}
	return out
}
