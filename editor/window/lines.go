package window

import (
	"slices"
	"sort"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"throughline/canvas/scene"
	"throughline/journey"
)

// line is one row of a list: what it shows and to what it belongs.
type line struct {
	id    journey.ID
	row   journey.ID // that it stands for; "" is that of id
	group int        // lines of a group change places with each other; 0 stay where they are
	look  lineLook
	depth int     // how far it is moved to the right
	above float32 // room over it
	title string
	also  string // more words in a fainter colour
	tag   string // at the right: how many
	icon  string
	// number, if it is not 0, stands in a tile of the colours.
	number   int
	tile, on scene.Color
	eye      sign // at the right
	branch   sign // at the left
	faint    bool // it is not on the map at the moment
	chosen   bool
}

// owner is the row that a line stands for.
func (l line) owner() journey.ID {
	if l.row != "" {
		return l.row
	}
	return l.id
}

// lineLook is how a line is drawn.
type lineLook uint8

// Lines are entries, heads with a sign to add something, or dashed rules.
const (
	entryLine lineLook = iota
	headLine
	ruleLine
)

// sign is a small picture with two states that a line may have.
type sign uint8

// There is no sign, or it is open or shut.
const (
	noSign sign = iota
	openSign
	shutSign
)

// The measures of lines.
const (
	lineHeight, headHeight, ruleHeight = 28, 32, 14
	lineIndent                         = 20
	lineInset                          = 8 // of a line's ground from the edges
	linePad                            = 8 // of what stands on it
	signSize                           = 16
)

func (l *line) height() float32 {
	switch l.look {
	case headLine:
		return headHeight + l.above
	case ruleLine:
		return ruleHeight + l.above
	}
	return lineHeight + l.above
}

// deeds is what can be done with the lines of a list. What is nil cannot be
// done.
type deeds struct {
	choose func(line)         // a click, or Enter
	add    func(line)         // the sign of a head, or Enter on it
	rename func(line, string) // in place
	remove func(line)
	toggle func(line)           // the eye, or Space
	unfold func(line, bool)     // the branch, or Right and Left
	move   func(l, before line) // before an empty line is the end of the group
}

// lines is a list of which only what is in sight is drawn. It can be used with
// the mouse and with the keyboard alone.
type lines struct {
	widget.BaseWidget
	w      *Window
	does   deeds
	all    []line
	ys     []float32 // where each begins; one more for the end
	at     int       // the line that keys go to
	focus  bool
	byKey  bool // the keyboard was used last: the line shows a ring
	scroll *container.Scroll
	field  *lineField
}

func newLines(w *Window, does deeds) *lines {
	l := &lines{w: w, does: does, ys: []float32{0}}
	l.field = newLineField(l)
	l.scroll = container.NewVScroll(l.field)
	l.scroll.OnScrolled = func(fyne.Position) { l.field.update() }
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer is part of Fyne's widget interface.
func (l *lines) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.scroll) }

// MinSize is small: the list is scrolled.
func (l *lines) MinSize() fyne.Size { return fyne.NewSize(60, lineHeight) }

// set shows other lines. The keys stay with the line of the same ID.
func (l *lines) set(all []line) {
	had := l.current()
	l.all, l.ys = all, make([]float32, 1, len(all)+1)
	for i := range all {
		l.ys = append(l.ys, l.ys[i]+all[i].height())
	}
	if had.id != "" {
		for i := range all {
			if all[i].id == had.id {
				l.at = i
			}
		}
	}
	l.at = max(0, min(l.at, len(all)-1))
	l.field.follow()
	l.scroll.Refresh()
	l.field.update()
}

// current is the line that keys go to.
func (l *lines) current() line {
	if l.at < 0 || l.at >= len(l.all) {
		return line{}
	}
	return l.all[l.at]
}

// lineAt is the index of the line at a height of the list, -1 where there is
// none.
func (l *lines) lineAt(y float32) int {
	if y < 0 || y >= l.ys[len(l.all)] {
		return -1
	}
	return sort.Search(len(l.all), func(i int) bool { return l.ys[i+1] > y })
}

// indexOf is the index of the line of an ID, or -1.
func (l *lines) indexOf(id journey.ID) int {
	return slices.IndexFunc(l.all, func(x line) bool { return x.id == id })
}

// reveal scrolls as little as brings a line into sight.
func (l *lines) reveal(i int) {
	if i < 0 || i >= len(l.all) {
		return
	}
	o, h := l.scroll.Offset.Y, l.scroll.Size().Height
	switch {
	case l.ys[i] < o:
		l.scroll.ScrollToOffset(fyne.NewPos(0, l.ys[i]))
	case l.ys[i+1] > o+h:
		l.scroll.ScrollToOffset(fyne.NewPos(0, l.ys[i+1]-h))
	}
}

// goTo brings the keys to a line.
func (l *lines) goTo(i int) {
	l.at = max(0, min(i, len(l.all)-1))
	l.reveal(l.at)
	l.field.update()
}

// key does what a key asks for.
func (l *lines) key(k fyne.KeyName) {
	cur := l.current()
	l.byKey = true
	switch k {
	case fyne.KeyUp:
		l.goTo(l.at - 1)
	case fyne.KeyDown:
		l.goTo(l.at + 1)
	case fyne.KeyHome:
		l.goTo(0)
	case fyne.KeyEnd:
		l.goTo(len(l.all) - 1)
	case fyne.KeyPageUp:
		l.goTo(l.at - max(1, int(l.scroll.Size().Height/lineHeight)-1))
	case fyne.KeyPageDown:
		l.goTo(l.at + max(1, int(l.scroll.Size().Height/lineHeight)-1))
	case fyne.KeyReturn, fyne.KeyEnter:
		l.press(cur)
	case fyne.KeyInsert:
		l.addNear(l.at)
	case fyne.KeyF2:
		l.field.beginRename(l.at)
	case fyne.KeyDelete, fyne.KeyBackspace:
		if cur.id != "" && cur.look != headLine && l.does.remove != nil {
			l.does.remove(cur)
		}
	case fyne.KeySpace:
		if cur.eye != noSign && l.does.toggle != nil {
			l.does.toggle(cur)
		}
	case fyne.KeyRight, fyne.KeyLeft:
		l.branch(cur, k == fyne.KeyRight)
	case fyne.KeyEscape:
		if !l.field.cancelDrag() {
			l.w.focusMap()
		}
	}
}

// press is a click on a line, or Enter.
func (l *lines) press(cur line) {
	switch {
	case cur.look == headLine:
		if l.does.add != nil {
			l.does.add(cur)
		}
	case cur.id != "" && l.does.choose != nil:
		l.does.choose(cur)
	}
}

// addNear presses the head that a line stands under.
func (l *lines) addNear(i int) {
	for ; i >= 0 && i < len(l.all); i-- {
		if l.all[i].look == headLine {
			l.press(l.all[i])
			return
		}
	}
}

// branch opens a branch or goes into it, or shuts it or goes out of it.
func (l *lines) branch(cur line, open bool) {
	switch {
	case cur.branch == shutSign && open, cur.branch == openSign && !open:
		l.does.unfold(cur, open)
	case open && cur.branch == openSign:
		l.goTo(l.at + 1)
	case !open && cur.depth > 0:
		for i := l.at - 1; i >= 0; i-- {
			if l.all[i].depth < cur.depth {
				l.goTo(i)
				return
			}
		}
	}
}

// moveBy moves a line up or down among its group.
func (l *lines) moveBy(way int) {
	cur := l.current()
	if cur.group == 0 || l.does.move == nil {
		return
	}
	to := l.at + way
	if way > 0 {
		to++
	}
	if l.mayStand(cur, to) {
		l.does.move(cur, l.lineBefore(cur, to))
	}
}

// mayStand reports whether a line may stand before the i-th, which is somewhere
// in its group or right behind it.
func (l *lines) mayStand(cur line, i int) bool {
	in := func(i int) bool { return i >= 0 && i < len(l.all) && l.all[i].group == cur.group }
	return cur.group != 0 && (in(i) || in(i-1))
}

// lineBefore is the line of a group that stands at i; the empty one is its end.
func (l *lines) lineBefore(cur line, i int) line {
	if i < len(l.all) && l.all[i].group == cur.group {
		return l.all[i]
	}
	return line{}
}

// takes is part of the interface of takers: Ctrl with Up and Down moves a line.
func (l *lines) takes(s fyne.Shortcut) bool {
	k, ok := s.(*desktop.CustomShortcut)
	if !ok || k.Modifier != fyne.KeyModifierShortcutDefault {
		return false
	}
	switch k.KeyName {
	case fyne.KeyUp:
		l.moveBy(-1)
	case fyne.KeyDown:
		l.moveBy(1)
	default:
		return false
	}
	return true
}

// label is what a line says to those who do not see it.
func (l line) label() string {
	s := l.title
	if l.number > 0 {
		s = strconv.Itoa(l.number) + " " + s
	}
	if l.tag != "" {
		s += ", " + l.tag
	}
	if l.eye == shutSign {
		s += ", hidden"
	}
	return s
}
