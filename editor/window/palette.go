package window

import (
	"cmp"
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/editor"
)

// palette finds commands, and the rows of the file, by what somebody types.
type palette struct {
	*dialog
	all   []found
	more  func(typed string) []found // what can be made of the words that were typed; nil is nothing
	hits  []*found
	at    int // of the hit that Enter takes
	top   int // of the hits that are in sight
	typed *listEntry
	rows  []*hitRow
	list  *fyne.Container
	none  *canvas.Text
}

// found is something to find: a command, or a place to go to.
type found struct {
	title, folded string
	where         string // the menu it is in, what it is
	icon          string
	keys          string
	can           bool
	place         bool // somewhere to go
	quiet         bool // listed only when it was asked for by its name
	run           func()
	score         int
}

const (
	paletteWidth = 560
	paletteInset = 16 // of a dialog
	paletteRows  = 12
	hitHeight    = 32
)

// openPalette shows the palette.
func (w *Window) openPalette() {
	w.pickFrom("Commands and places", "Find a command, stage, lane, card or map", w.findable(), nil)
}

// pickFrom has somebody find one of many things and runs it.
func (w *Window) pickFrom(title, hint string, all []found, more func(typed string) []found) {
	p := &palette{all: all, more: more}
	p.typed = w.listEntry(p.move, p.enter)
	p.typed.SetPlaceHolder(tr(hint))
	p.typed.OnChanged = func(string) { p.find() }
	p.list = container.NewWithoutLayout()
	for i := range paletteRows {
		r := newHitRow(w, func() { p.at = p.top + i; p.enter() })
		r.Resize(fyne.NewSize(paletteWidth-2*paletteInset, hitHeight))
		r.Move(fyne.NewPos(0, float32(i)*hitHeight))
		p.rows = append(p.rows, r)
		p.list.Add(r)
	}
	p.none = canvas.NewText(tr("Nothing is called that."), rgb(w.look.colors.Ink3, 255))
	p.none.Move(fyne.NewPos(8, 8))
	p.list.Add(p.none)
	room := canvas.NewRectangle(color.Transparent)
	room.SetMinSize(fyne.NewSize(paletteWidth-2*paletteInset, paletteRows*hitHeight))
	p.dialog = w.ask(title, fyne.NewSize(paletteWidth, 0),
		container.NewBorder(p.typed, nil, nil, nil, container.New(inset{0, 8}, container.NewStack(room, p.list))), nil)
	w.win.Canvas().Focus(p.typed)
	p.find()
}

// findable is every command and every goal of the file.
func (w *Window) findable() []found {
	var all []found
	for _, c := range w.everyCommand() {
		if c.name == paletteCommand {
			continue
		}
		label, can, _ := c.state()
		f := found{title: label, where: tr(c.menu), can: can, quiet: c.menu == "", run: c.run}
		if c.sub != "" {
			f.where = tr(c.sub)
		}
		f.folded = text.Fold(f.title + " " + f.where)
		if len(c.keys) > 0 {
			f.keys = chordText(c.keys[0])
		}
		all = append(all, f)
	}
	if w.doc != nil {
		e := w.doc.editor
		for _, c := range settingCommands {
			all = append(all, w.settings(c.field)...)
		}
		for _, g := range e.Goals() {
			all = append(all, found{title: oneLine(g.Title, ""), folded: text.Fold(g.Title), where: tr(g.Where), icon: g.Icon, can: true, quiet: true, place: true, run: func() { e.GoTo(g.ID) }})
		}
	}
	return all
}

// canNow is what it counts for a command that it can be run now: more than where
// in its name a word stands, less than that there is one more word.
const canNow = 60

// find lists what fits what was typed, the best first. What cannot be run now
// stands behind what fits about as well.
func (p *palette) find() {
	p.hits, p.at, p.top = nil, 0, 0
	typed := text.Fold(p.typed.Text)
	for i := range p.all {
		f := &p.all[i]
		score, ok := editor.Match(typed, f.folded)
		if !ok || typed == "" && (f.quiet || !f.can) { // at first, what can be done
			continue
		}
		if f.score = score; !f.place {
			f.score += 20 // a command before a place
		}
		if f.can {
			f.score += canNow
		}
		p.hits = append(p.hits, f)
	}
	slices.SortStableFunc(p.hits, func(a, b *found) int { return cmp.Compare(b.score, a.score) })
	if p.more != nil {
		for _, f := range p.more(strings.TrimSpace(p.typed.Text)) {
			p.hits = append(p.hits, &f)
		}
	}
	p.show()
}

func (p *palette) show() {
	for i, r := range p.rows {
		if k := p.top + i; k < len(p.hits) {
			r.show(p.hits[k], k == p.at)
		} else {
			r.Hide()
		}
	}
	p.none.Hidden = len(p.hits) > 0
	p.list.Refresh()
}

// move takes another hit in hand and keeps it in sight.
func (p *palette) move(by int) {
	p.at = min(max(p.at+by, 0), max(len(p.hits)-1, 0))
	p.top = min(max(p.top, p.at-paletteRows+1), p.at)
	p.show()
}

// enter runs the hit in hand, once the palette is gone.
func (p *palette) enter() {
	if p.at >= len(p.hits) || !p.hits[p.at].can {
		return
	}
	f := p.hits[p.at]
	p.close()
	f.run()
}

// listEntry is a line of text above a list: the arrows move in the list.
type listEntry struct {
	entry
	move  func(int)
	enter func()
}

func (w *Window) listEntry(move func(int), enter func()) *listEntry {
	e := &listEntry{move: move, enter: enter}
	e.w = w
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey is part of Fyne's interface.
func (e *listEntry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyUp:
		e.move(-1)
	case fyne.KeyDown:
		e.move(1)
	case fyne.KeyPageUp:
		e.move(-paletteRows)
	case fyne.KeyPageDown:
		e.move(paletteRows)
	case fyne.KeyReturn, fyne.KeyEnter:
		e.enter()
	default:
		e.entry.TypedKey(k)
	}
}

// hitRow is a line of the palette.
type hitRow struct {
	widget.BaseWidget
	w                  *Window
	run                func()
	ground             *canvas.Rectangle
	icon               *canvas.Image
	title, where, keys *canvas.Text
	drawn              *canvas.Image // the title, in letters that Fyne may not have
	ink                scene.Color
	hover, on          bool
}

func newHitRow(w *Window, run func()) *hitRow {
	th := w.look.colors
	r := &hitRow{w: w, run: run, ground: canvas.NewRectangle(color.Transparent), icon: canvas.NewImageFromResource(nil)}
	r.ground.CornerRadius = 6
	r.icon.FillMode = canvas.ImageFillContain
	r.title, r.where, r.keys = canvas.NewText("", rgb(th.Ink, 255)), canvas.NewText("", rgb(th.Ink3, 255)), canvas.NewText("", rgb(th.Ink3, 255))
	r.where.TextSize, r.keys.TextSize = 12, 12
	r.drawn = canvas.NewImageFromImage(nil)
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is part of Fyne's widget interface.
func (r *hitRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(hitLayout{r}, r.ground, r.icon, r.title, r.where, r.keys, r.drawn))
}

func (r *hitRow) show(f *found, on bool) {
	th := r.w.look.colors
	ink := th.Ink
	if !f.can {
		ink = ink.Over(th.Panel, 0.45)
	}
	r.on, r.ink, r.title.Color = on, ink, rgb(ink, 255)
	r.title.Text, r.where.Text, r.keys.Text = f.title, f.where, f.keys
	if r.icon.Hidden = f.icon == ""; !r.icon.Hidden {
		r.icon.Resource = r.w.icon(f.icon, th.Ink2, 255)
	}
	r.Show()
	r.tint()
	r.Refresh()
}

func (r *hitRow) tint() {
	th := r.w.look.colors
	switch {
	case r.on:
		r.ground.FillColor = rgb(th.AccTint, 255)
	case r.hover:
		r.ground.FillColor = rgb(th.Ink, 13)
	default:
		r.ground.FillColor = color.Transparent
	}
	r.ground.Refresh()
}

// Tapped is part of Fyne's interface.
func (r *hitRow) Tapped(*fyne.PointEvent) { r.run() }

// MouseIn is part of Fyne's desktop interface.
func (r *hitRow) MouseIn(*desktop.MouseEvent) { r.hover = true; r.tint() }

// MouseMoved is part of Fyne's desktop interface.
func (r *hitRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is part of Fyne's desktop interface.
func (r *hitRow) MouseOut() { r.hover = false; r.tint() }

// hitLayout places a ground, an icon, a title, what it is behind it, and keys
// at the right. A title that is too long is cut by what stands behind it.
type hitLayout struct{ *hitRow }

func (hitLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, hitHeight) }

func (l hitLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const pad, sign, gap = 8, 16, 10
	o[0].Resize(size)
	o[1].Resize(fyne.NewSquareSize(sign))
	o[1].Move(fyne.NewPos(pad, (size.Height-sign)/2))
	x, end := float32(pad), size.Width-pad
	if o[1].Visible() {
		x += sign + gap
	}
	middle := func(o fyne.CanvasObject) float32 { return (size.Height - o.MinSize().Height) / 2 }
	title, where, keys := o[2].(*canvas.Text), o[3].(*canvas.Text), o[4].(*canvas.Text)
	keys.Move(fyne.NewPos(end-keys.MinSize().Width, middle(keys)))
	if keys.Text != "" {
		end -= keys.MinSize().Width + gap
	}
	most := end - x - where.MinSize().Width - gap
	if l.drawn.Hidden = !l.w.foreign(title.Text); !l.drawn.Hidden {
		is := l.w.drawLine(l.drawn, title.Text, title.TextSize, most, false, l.ink)
		l.drawn.Move(fyne.NewPos(x, (size.Height-is.Height)/2))
		title.Text = ""
		x += is.Width
	}
	title.Text = shorten(title.Text, most, func(s string) float32 { return fyne.MeasureText(s, title.TextSize, title.TextStyle).Width })
	title.Move(fyne.NewPos(x, middle(title)))
	where.Move(fyne.NewPos(x+title.MinSize().Width+gap, middle(where)))
}
