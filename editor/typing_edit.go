package editor

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// change is a kind of change to a text; several in a row are one step of the
// undo inside it.
type change uint8

const (
	other   change = iota // a step of its own
	letters               // characters that follow each other, to the end of a word
	erasing
)

// selected is the bytes that are selected; both the caret where nothing is.
func (t *typing) selected() (from, to int) {
	return min(t.caret, t.anchor), max(t.caret, t.anchor)
}

// all selects the whole text.
func (t *typing) all() { t.anchor, t.caret, t.run = 0, len(t.text), other }

// apply shows the text so far.
func (t *typing) apply(e *Editor) {
	e.fail(t.g.Update(func(ed *journey.Edit) error {
		if t.begin != nil {
			t.begin(ed)
		}
		setText(ed, t.field, t.text)
		return nil
	}))
}

// insert types characters in place of what is selected.
func (t *typing) insert(e *Editor, s string, now time.Time) {
	s = journey.CleanText(s)
	if s == "" {
		return
	}
	c := letters
	if before, _ := utf8.DecodeLastRuneInString(t.text[:t.caret]); strings.Contains(s, "\n") || unicode.IsSpace(before) && strings.TrimSpace(s) != "" {
		t.run = other // a new word begins
	}
	t.replace(e, s, c, now)
}

// longText is the most that is pasted into a text at once, bytes.
const longText = 100_000

// ErrLongText says that there is more than that in the clipboard.
var ErrLongText = fmt.Errorf("the text in the clipboard is longer than %d characters", longText)

// paste puts a text from the clipboard in place of what is selected.
func (t *typing) paste(e *Editor, s string, now time.Time) {
	if len(s) > longText {
		e.fail(ErrLongText)
		return
	}
	t.replace(e, journey.CleanText(s), other, now)
}

// erase takes away what is selected, or the character or word before the caret
// or behind it.
func (t *typing) erase(e *Editor, behind, word bool, now time.Time) {
	if lo, hi := t.selected(); lo == hi {
		switch {
		case behind && word:
			t.anchor = text.NextWord(t.text, t.caret)
		case behind:
			t.anchor = text.Next(t.text, t.caret)
		case word:
			t.anchor = text.PrevWord(t.text, t.caret)
		default:
			t.anchor = text.Prev(t.text, t.caret)
		}
	}
	t.replace(e, "", erasing, now)
}

// replace puts s in place of what is selected, with the caret behind it.
func (t *typing) replace(e *Editor, s string, c change, now time.Time) {
	lo, hi := t.selected()
	t.put(e, t.text[:lo]+s+t.text[hi:], lo+len(s), lo+len(s), c, now)
}

// put makes the text another one.
func (t *typing) put(e *Editor, s string, anchor, caret int, c change, now time.Time) {
	if s == t.text {
		t.anchor = t.caret
		return
	}
	t.remember(c)
	t.text = s
	t.apply(e)
	t.move(e, anchor, false, now)
	t.caret, t.run = caret, c
}

// move brings the caret elsewhere; with extend the selection reaches to it.
func (t *typing) move(e *Editor, caret int, extend bool, now time.Time) {
	t.caret, t.typed, t.goal, t.run = caret, now, -1, other
	if !extend {
		t.anchor = caret
	}
	t.reveal(e)
}

// mostPast is how many bytes of earlier texts a visit keeps for its undo.
const mostPast = 4 << 20

// remember keeps the text as it is before a change, unless the change goes with
// the one before.
func (t *typing) remember(c change) {
	t.future = nil
	if c != other && c == t.run && len(t.past) > 0 {
		return
	}
	t.past = append(t.past, t.draft)
	size := 0
	for i := len(t.past) - 1; i >= 0; i-- {
		if size += len(t.past[i].text) + 64; size > mostPast {
			t.past = append([]draft{}, t.past[i+1:]...)
			return
		}
	}
}

// turn takes back the last change of the visit, or does it again, and reports
// whether there was one.
func (t *typing) turn(e *Editor, back bool, now time.Time) bool {
	from, to := &t.past, &t.future
	if !back {
		from, to = to, from
	}
	n := len(*from)
	if n == 0 {
		return false
	}
	*to = append(*to, t.draft)
	t.draft, *from = (*from)[n-1], (*from)[:n-1]
	t.apply(e)
	t.typed, t.goal, t.run = now, -1, other
	t.reveal(e)
	return true
}

// marks reports whether the field may have markup.
func (t *typing) marks(e *Editor) bool {
	c, _ := journey.Get[journey.Card](e.Doc.Project(), t.field.owner)
	l, ok := journey.Get[journey.Lane](e.Doc.Project(), c.Lane)
	return ok && layout.Markup(l.LaneKind)
}

// chosen is what a mark goes around: what is selected without the blanks at its
// ends, or the word at the caret.
func (t *typing) chosen() (from, to int) {
	from, to = t.selected()
	if from == to {
		if from, to = text.WordAt(t.text, t.caret); text.NextWord(t.text, from) != to || text.PrevWord(t.text, to) != from {
			return t.caret, t.caret
		}
		return from, to
	}
	s := t.text[from:to]
	from += len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
	return from, max(from, from+len(strings.TrimSpace(s)))
}

// mark puts a mark around what is chosen, or takes it away.
func (t *typing) mark(e *Editor, m string, now time.Time) bool {
	if !t.marks(e) {
		return true // and nothing to do: no command has these keys
	}
	from, to := t.chosen()
	before, in, after := t.text[:from], t.text[from:to], t.text[to:]
	switch n := len(m); {
	case strings.HasSuffix(before, m) && strings.HasPrefix(after, m):
		t.put(e, before[:len(before)-n]+in+after[n:], from-n, to-n, other, now)
	case len(in) > 2*n && strings.HasPrefix(in, m) && strings.HasSuffix(in, m):
		t.put(e, before+in[n:len(in)-n]+after, from, to-2*n, other, now)
	default:
		t.put(e, before+m+in+m+after, from+n, to+n, other, now)
	}
	return true
}

// link makes a link of what is chosen: to the address in the clipboard, or with
// room for one.
func (t *typing) link(e *Editor, now time.Time) bool {
	if !t.marks(e) {
		return true
	}
	from, to := t.chosen()
	words := t.text[from:to]
	target := strings.TrimSpace(e.clipboard.Get())
	if _, ok := scene.Address(target); !ok || strings.ContainsAny(target, " ()\n\t") {
		target = "https://"
	}
	at := from + len("[") + len(words) + len("](")
	if words == "" { // first what it is called
		at = from + len("[")
		t.put(e, t.text[:from]+"[]("+target+")"+t.text[to:], at, at, other, now)
		return true
	}
	t.put(e, t.text[:from]+"["+words+"]("+target+")"+t.text[to:], at, at+len(target), other, now)
	return true
}

// newLine begins a line. In a list that is its next item, and an item without
// words ends the list.
func (t *typing) newLine(e *Editor, now time.Time) {
	from, to := t.selected()
	at := strings.LastIndexByte(t.text[:from], '\n') + 1
	line := t.text[at:from]
	item := line[:len(line)-len(strings.TrimLeft(line, " "))] + "- "
	switch {
	case !strings.HasPrefix(line, item) || !t.marks(e):
		t.insert(e, "\n", now)
	case line == item && from == to && (from == len(t.text) || t.text[from] == '\n'):
		t.put(e, t.text[:at]+t.text[from:], at, at, other, now)
	default:
		t.insert(e, "\n"+item, now)
	}
}
