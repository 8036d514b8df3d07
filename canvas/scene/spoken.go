package scene

import (
	"math"
	"slices"
	"strings"

	"throughline/canvas/geom"
	"throughline/canvas/text"
)

// Spoken gathers what an item says, for painters that say it in words. Runs come
// as they stand, from left to right; what is said is in the order of reading.
type Spoken struct {
	b    strings.Builder
	line []*text.Run // of the line that is under way
	end  geom.Point  // where it ends
	at   int         // byte of the block's text up to which lines are said
}

// Reset forgets all that was said.
func (l *Spoken) Reset() {
	l.b.Reset()
	l.line, l.at = l.line[:0], 0
}

// Add hears a run at its place.
func (l *Spoken) Add(r *text.Run, at geom.Point, k float64) {
	if at.Y != l.end.Y || math.Abs(at.X-l.end.X) > r.Size*k/100 {
		l.endLine()
	}
	l.line = append(l.line, r)
	l.end = geom.Pt(at.X+r.Width*k, at.Y)
}

// endLine says the line under way. A line that goes on where the last one ended
// belongs to the same words; others are set apart.
func (l *Spoken) endLine() {
	if len(l.line) == 0 {
		return
	}
	slices.SortStableFunc(l.line, func(a, b *text.Run) int { return a.At - b.At })
	if first := l.line[0].At; l.b.Len() > 0 && (first != l.at || first == 0) {
		l.b.WriteByte('\n')
	}
	for _, r := range l.line {
		l.b.WriteString(r.Text)
		l.at = r.At + len(r.Text)
	}
	l.line = l.line[:0]
}

// Say adds a text of its own.
func (l *Spoken) Say(s string) {
	l.endLine()
	if s != "" {
		if l.b.Len() > 0 {
			l.b.WriteByte('\n')
		}
		l.b.WriteString(s)
		l.at = -1
	}
}

// String is all that was said, without spaces that only separate.
func (l *Spoken) String() string {
	l.endLine()
	lines := strings.Split(l.b.String(), "\n")
	for i, s := range lines {
		lines[i] = strings.Join(strings.Fields(s), " ")
	}
	return strings.Join(slices.DeleteFunc(lines, func(s string) bool { return s == "" }), "\n")
}
