package window

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"throughline/canvas/layout"
	"throughline/journey"
)

// mapList is the whole map as a list in place of its picture: stages, under
// each the lanes that have cards there, under those the cards. It is read and
// changed with the keyboard alone.
type mapList struct {
	w     *Window
	list  *lines
	open  map[journey.ID]bool // branches
	seen  bool                // the lines below are of the map
	shown listState
}

// listState is all that the list depends on besides its branches.
type listState struct {
	doc     *document
	project *journey.Project
	mp      journey.ID
	theme   *layout.Theme
	chosen  journey.ID
}

// manyLines is how many cards a map has of which the branches begin shut.
const manyLines = 400

func newMapList(w *Window) *mapList {
	l := &mapList{w: w, open: map[journey.ID]bool{}}
	l.list = newLines(w, deeds{choose: l.choose, rename: l.rename, remove: l.remove, unfold: l.unfold})
	return l
}

// toggleList shows the map as a list, or as a picture again.
func (w *Window) toggleList() {
	if w.list != nil {
		w.list = nil
		w.place.Objects = []fyne.CanvasObject{w.doc.view}
	} else {
		w.list = newMapList(w)
		w.list.refresh()
		w.place.Objects = []fyne.CanvasObject{container.New(inset{0, 8}, w.list.list)}
	}
	w.place.Refresh()
	w.focusMap()
	w.refresh()
}

// refresh shows what has changed.
func (l *mapList) refresh() {
	e := l.w.doc.editor
	is := listState{doc: l.w.doc, project: e.Doc.Project(), mp: e.Map().ID, theme: l.w.look.colors}
	if s := e.Selection(); len(s) > 0 {
		is.chosen = s[0]
	}
	if is == l.shown && l.seen {
		return
	}
	if is.mp != l.shown.mp && e.CountCards() <= manyLines {
		l.unfoldAll()
	}
	l.shown, l.seen = is, true
	l.list.set(l.lines(is))
}

// unfoldAll opens every branch of the map.
func (l *mapList) unfoldAll() {
	e := l.w.doc.editor
	p, mp := e.Doc.Project(), e.Map().ID
	for _, s := range p.Stages(mp) {
		l.open[s.ID] = true
		for _, x := range p.Lanes(mp) {
			l.open[branchID(s.ID, x.ID)] = true
		}
	}
}

// branchID names the line of a lane under a stage.
func branchID(stage, lane journey.ID) journey.ID { return stage + "/" + lane }

func (l *mapList) lines(is listState) []line {
	e, p, th := is.doc.editor, is.project, is.theme
	hues := map[journey.ID]int{}
	for _, b := range e.Sheet().Stages {
		hues[b.ID] = b.Hue
	}
	branch := func(id journey.ID) sign {
		if l.open[id] {
			return openSign
		}
		return shutSign
	}
	lanes := p.Lanes(is.mp)
	var all []line
	for i, s := range p.Stages(is.mp) {
		all = append(all, line{
			id: s.ID, title: oneLine(s.Title, "Stage without a name"), also: oneLine(s.Note, ""), number: i + 1, tile: th.Hues[hues[s.ID]].Solid, on: th.On,
			tag: strconv.Itoa(e.CountOf(s.ID)), branch: branch(s.ID), chosen: s.ID == is.chosen,
		})
		if !l.open[s.ID] {
			continue
		}
		for _, x := range lanes {
			cards := p.StageCards(x.ID, s.ID)
			if len(cards) == 0 {
				continue
			}
			id := branchID(s.ID, x.ID)
			info := x.LaneKind.Info()
			all = append(all, line{id: id, row: x.ID, depth: 1, title: oneLine(x.Title, info.Title), icon: info.Icon, tag: strconv.Itoa(len(cards)), branch: branch(id), faint: x.Hidden, chosen: x.ID == is.chosen})
			if !l.open[id] {
				continue
			}
			for _, c := range cards {
				all = append(all, l.card(p, c, info.Icon, c.ID == is.chosen))
			}
		}
	}
	return all
}

// card is the line of a card. One that says what channel is used is called as
// the channel is, when it has no title.
func (l *mapList) card(p *journey.Project, c journey.Card, icon string, chosen bool) line {
	title := c.Title
	if ch, ok := journey.Get[journey.Channel](p, c.Channel); ok && title == "" {
		title = ch.Name
	}
	if l.w.Icons.Has(c.Icon) {
		icon = c.Icon
	}
	return line{id: c.ID, depth: cardDepth, title: oneLine(title, "Card without a title"), also: oneLine(c.Text, ""), icon: icon, faint: title == "", chosen: chosen}
}

// cardDepth is how deep cards stand; the sign of their lane takes a step, too.
const cardDepth = 3

// choose selects what a line stands for; the inspector shows all of it.
func (l *mapList) choose(x line) {
	l.w.doc.editor.Select(x.owner())
	l.w.doc.editor.Reveal(x.owner())
}

func (l *mapList) rename(x line, title string) {
	l.w.did(l.w.doc.editor.Rename(x.owner(), title))
}

func (l *mapList) remove(x line) { l.w.did(l.w.doc.editor.Delete(x.owner())) }

// unfold opens a branch, or shuts it.
func (l *mapList) unfold(x line, open bool) {
	l.open[x.id] = open
	l.seen = false
	l.refresh()
}
