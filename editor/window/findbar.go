package window

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"throughline/editor"
	"throughline/journey"
)

// findBar looks for texts on the map: a bar over the upper corner at which its
// stages end.
type findBar struct {
	w        *Window
	layer    *fyne.Container // holds the bar while it is open
	typed    *findEntry
	with     *findEntry
	count    *canvas.Text
	filter   *tool
	query    editor.Query
	replaces bool
	turned   bool // it stands at the left
}

const findWidth = 380

func newFindBar(w *Window) *findBar {
	f := &findBar{w: w}
	f.layer = container.New(farCorner{w})
	return f
}

// open shows the bar, or goes back to it when it is open.
func (f *findBar) open() {
	if f.typed == nil {
		f.build()
	}
	f.w.win.Canvas().Focus(f.typed)
	f.typed.TypedShortcut(&fyne.ShortcutSelectAll{})
	f.search()
}

func (f *findBar) build() {
	w, th := f.w, f.w.look.colors
	text, with := f.query.Text, ""
	if f.with != nil {
		with = f.with.Text
	}
	f.typed = w.findEntry(f.next, f.close)
	f.typed.SetPlaceHolder(tr("Find on this map"))
	f.typed.SetText(text)
	f.typed.OnChanged = func(s string) { f.query.Text = s; f.search() }
	f.with = w.findEntry(func(int) { f.replace(false) }, f.close)
	f.with.SetPlaceHolder(tr("Replace with"))
	f.with.SetText(with)
	f.count = canvas.NewText("", rgb(th.Ink3, 255))
	f.count.TextSize = 12
	back := w.newTool("up", "", "Find previous (Shift+F3)", func() { f.next(-1) })
	on := w.newTool("down", "", "Find next (F3)", func() { f.next(1) })
	f.filter = w.newTool("filter", "", "Only some cards", f.filterMenu)
	swap := w.newTool("more", "", "Replace", func() { f.replaces = !f.replaces; f.build(); w.win.Canvas().Focus(f.typed); f.show() })
	shut := w.newTool("close", "", "Close (Esc)", f.close)
	swap.set("", f.replaces, false)
	f.filter.set("", f.query.Filtered(), false)
	line := container.NewBorder(nil, nil, nil, container.NewHBox(container.New(inset{6, 0}, container.NewCenter(f.count)), back, on, f.filter, swap, shut), f.typed)
	rows := container.NewVBox(line)
	if f.replaces {
		one := w.button("Replace", false, func() { f.replace(false) })
		all := w.button("All", false, func() { f.replace(true) })
		rows.Add(container.NewBorder(nil, nil, nil, container.NewHBox(w.framed(one), w.framed(all)), f.with))
	}
	ground := canvas.NewRectangle(rgb(th.Panel, 255))
	ground.CornerRadius = 10
	ground.StrokeColor, ground.StrokeWidth = rgb(th.Hair2, 255), 1
	ground.Shadow = canvas.Shadow{Color: color.NRGBA{A: 40}, BlurRadius: 12, Offset: fyne.NewPos(0, 2)}
	f.layer.Objects = []fyne.CanvasObject{container.NewStack(ground, container.New(inset{8, 8}, rows))}
	f.layer.Refresh()
}

// close ends the search and gives the keyboard back to the map.
func (f *findBar) close() {
	f.layer.Objects, f.typed = nil, nil
	f.layer.Refresh()
	if f.w.doc != nil {
		f.w.doc.editor.StopSearch()
	}
	f.w.focusMap()
}

func (f *findBar) search() {
	if f.w.doc != nil {
		f.w.doc.editor.Search(f.query)
		f.show()
		f.w.doc.view.Update()
		f.w.repaint()
	}
}

func (f *findBar) next(way int) {
	if f.w.doc != nil {
		f.w.doc.editor.NextFound(way)
	}
}

func (f *findBar) replace(all bool) {
	if f.w.doc == nil {
		return
	}
	e := f.w.doc.editor
	if err := e.Replace(f.with.Text, all); err != nil {
		f.w.say(err)
		return
	}
	if !all {
		e.NextFound(1)
	}
}

// show says how many there are, and which of them is shown.
func (f *findBar) show() {
	if f.typed == nil || f.w.doc == nil {
		return
	}
	if !f.w.doc.editor.Searching() { // another file has come
		f.w.doc.editor.Search(f.query)
	}
	found := f.w.doc.editor.Found()
	words := ""
	switch {
	case f.query == (editor.Query{}):
	case len(found.IDs) == 0:
		words = "None"
	case found.At < 0:
		words = fmt.Sprintf("%d found", len(found.IDs))
	default:
		words = fmt.Sprintf("%d of %d", found.At+1, len(found.IDs))
	}
	if turned := f.w.fromRight(); setText(f.count, tr(words)) || turned != f.turned {
		f.turned = turned
		f.layer.Refresh()
	}
}

// filterMenu offers what cards can be looked for by.
func (f *findBar) filterMenu() {
	if f.w.doc == nil {
		return
	}
	p, mp := f.w.doc.editor.Doc.Project(), f.w.doc.editor.Map().ID
	choice := func(title string, on bool, set func(*editor.Query, bool)) *fyne.MenuItem {
		it := fyne.NewMenuItem(title, func() {
			set(&f.query, !on)
			f.filter.set("", f.query.Filtered(), false)
			f.search()
		})
		it.Checked = on
		return it
	}
	var lanes, channels, owners, flags []*fyne.MenuItem
	seen := map[journey.LaneKind]bool{}
	for _, l := range p.Lanes(mp) {
		if k := l.LaneKind; !seen[k] && k.Info().Card != "" {
			seen[k] = true
			lanes = append(lanes, choice(tr(k.Info().Title), f.query.Lanes == k, func(q *editor.Query, on bool) {
				if q.Lanes = ""; on {
					q.Lanes = k
				}
			}))
		}
	}
	for _, c := range p.Channels() {
		channels = append(channels, choice(oneLine(c.Name, "Untitled"), f.query.Channel == c.ID, func(q *editor.Query, on bool) {
			if q.Channel = ""; on {
				q.Channel = c.ID
			}
		}))
	}
	for _, o := range p.People() {
		owners = append(owners, choice(oneLine(o.Name, "Untitled"), f.query.Owner == o.ID, func(q *editor.Query, on bool) {
			if q.Owner = ""; on {
				q.Owner = o.ID
			}
		}))
	}
	for _, x := range []struct {
		flag  editor.Flag
		title string
	}{{editor.FlagPain, "Pain point"}, {editor.FlagTruth, "Moment of truth"}, {editor.FlagComments, "With comments"}, {editor.FlagAssumed, "Assumed"}, {editor.FlagNoOwner, "Without an owner"}} {
		flags = append(flags, choice(tr(x.title), f.query.Flag == x.flag, func(q *editor.Query, on bool) {
			if q.Flag = ""; on {
				q.Flag = x.flag
			}
		}))
	}
	var items []*fyne.MenuItem
	for _, sub := range []struct {
		title string
		items []*fyne.MenuItem
	}{{"Lanes", lanes}, {"Channels", channels}, {"Owners", owners}} {
		if len(sub.items) > 0 {
			it := fyne.NewMenuItem(tr(sub.title), nil)
			it.ChildMenu = fyne.NewMenu("", sub.items...)
			items = append(items, it)
		}
	}
	items = append(append(items, fyne.NewMenuItemSeparator()), flags...)
	clear := fyne.NewMenuItem(tr("Clear the filter"), func() { f.query = editor.Query{Text: f.query.Text}; f.filter.set("", false, false); f.search() })
	clear.Disabled = !f.query.Filtered()
	f.w.popUp(f.filter, append(items, fyne.NewMenuItemSeparator(), clear))
}

// findEntry is a line of text in the bar.
type findEntry struct {
	entry
	next  func(int)
	close func()
}

func (w *Window) findEntry(next func(int), close func()) *findEntry {
	e := &findEntry{next: next, close: close}
	e.w = w
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey is part of Fyne's interface.
func (e *findEntry) TypedKey(k *fyne.KeyEvent) {
	shift := false
	if d, ok := e.w.app.Driver().(desktop.Driver); ok {
		shift = d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
	}
	switch k.Name {
	case fyne.KeyEscape:
		e.close()
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF3:
		if shift {
			e.next(-1)
		} else {
			e.next(1)
		}
	case fyne.KeyDown:
		e.next(1)
	case fyne.KeyUp:
		e.next(-1)
	default:
		e.entry.TypedKey(k)
	}
}

// farCorner is a layout: one object over the upper corner at which stages end.
type farCorner struct{ w *Window }

func (farCorner) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (t farCorner) Layout(o []fyne.CanvasObject, _ fyne.Size) {
	for _, x := range o {
		place := t.w.place
		width := min(findWidth, place.Size().Width-16)
		x.Resize(fyne.NewSize(width, x.MinSize().Height))
		at := place.Position().AddXY(place.Size().Width-width-12, 10)
		if t.w.fromRight() {
			at.X = place.Position().X + 12
		}
		x.Move(at)
	}
}
