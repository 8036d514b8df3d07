package window

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"throughline/canvas/layout"
	"throughline/journey"
)

// outline is the list of a map's stages and lanes in the left panel.
type outline struct {
	w     *Window
	list  *lines
	shown outlineState
}

// outlineState is all that the outline depends on.
type outlineState struct {
	doc         *document
	theme       *layout.Theme
	shape       int
	stage, lane journey.ID // chosen
}

// The groups of lines that change places with each other, and the heads above
// them.
const (
	stageGroup = 1 + iota
	laneGroup
	stagesHead = "stages"
	lanesHead  = "lanes"
)

func newOutline(w *Window) *outline {
	o := &outline{w: w}
	o.list = newLines(w, deeds{choose: o.choose, add: o.add, rename: o.rename, remove: o.remove, toggle: o.toggle, move: o.move})
	return o
}

// refresh shows what has changed; most changes of a map do not.
func (o *outline) refresh() {
	w := o.w
	if w.doc == nil {
		return
	}
	is := outlineState{doc: w.doc, theme: w.look.colors, shape: w.doc.editor.Shape()}
	is.stage, is.lane = w.chosen()
	if is == o.shown {
		return
	}
	o.shown = is
	o.list.set(o.lines(is))
}

// chosen is the stage and the lane in which something is selected.
func (w *Window) chosen() (stage, lane journey.ID) {
	ids := w.doc.editor.Selection()
	if len(ids) == 0 {
		return "", ""
	}
	r, _ := w.doc.editor.Doc.Project().Row(ids[0])
	switch r := r.(type) {
	case journey.Card:
		return r.Stage, ""
	case journey.Step:
		return r.Stage, ""
	case journey.Stage:
		return r.ID, ""
	case journey.Lane:
		return "", r.ID
	}
	return "", ""
}

func (o *outline) lines(is outlineState) []line {
	e, th := is.doc.editor, is.theme
	p, mp := e.Doc.Project(), e.Map().ID
	all := []line{{id: stagesHead, look: headLine, title: tr("Stages"), eye: openSign}}
	boxes := e.Sheet().Stages
	hues := make(map[journey.ID]int, len(boxes))
	for _, b := range boxes {
		hues[b.ID] = b.Hue
	}
	for i, st := range p.Stages(mp) {
		all = append(all, line{
			id: st.ID, group: stageGroup, title: oneLine(st.Title, "Stage without a name"), faint: st.Title == "", number: i + 1,
			tile: th.Hues[hues[st.ID]].Solid, on: th.On, tag: strconv.Itoa(e.CountOf(st.ID)), chosen: st.ID == is.stage,
		})
	}
	all = append(all, line{id: lanesHead, look: headLine, title: tr("Lanes"), eye: openSign, above: 12})
	for _, l := range p.Lanes(mp) {
		x := line{id: l.ID, group: laneGroup, title: oneLine(l.Title, l.LaneKind.Info().Title), icon: l.Icon, eye: openSign, chosen: l.ID == is.lane}
		if x.icon == "" || !o.w.Icons.Has(x.icon) {
			x.icon = l.LaneKind.Info().Icon
		}
		if l.Hidden {
			x.eye, x.faint = shutSign, true
		}
		if l.LaneKind == journey.Divider && l.Line == journey.LineVisibility {
			x.look, x.icon = ruleLine, ""
		}
		all = append(all, x)
	}
	return all
}

// oneLine is a title as it stands in a list; without one, other words.
func oneLine(title, without string) string {
	const most = 200
	if s := []rune(title); len(s) > most {
		title = string(s[:most])
	}
	if title = strings.Join(strings.Fields(title), " "); title == "" {
		return tr(without)
	}
	return title
}

// choose selects a stage or lane and brings it into sight.
func (o *outline) choose(l line) {
	e := o.w.doc.editor
	e.Select(l.id)
	e.Reveal(l.id)
}

// add adds what stands under a head: a stage at the end, or a lane of a kind
// that a menu offers. Its name can be typed at once.
func (o *outline) add(head line) {
	if head.id == stagesHead {
		e := o.w.doc.editor
		id, err := e.AddStage(len(e.Doc.Project().Stages(e.Map().ID)), tr("New stage"))
		o.added(id, err)
		return
	}
	var items []*fyne.MenuItem
	for _, k := range journey.LaneKinds {
		it := fyne.NewMenuItem(tr(k.Title), func() {
			e := o.w.doc.editor
			id, err := e.AddLane(k.Kind, len(e.Doc.Project().Lanes(e.Map().ID)))
			o.added(id, err)
		})
		it.Icon = o.w.icon(k.Icon, o.w.look.colors.Ink2, 255)
		items = append(items, it)
	}
	l := o.list
	at := o.w.app.Driver().AbsolutePositionForObject(l.field).AddXY(l.Size().Width-lineInset-linePad-signSize, l.ys[l.indexOf(lanesHead)+1])
	o.w.showMenu(items, at)
}

// added shows what was added, and lets its name be typed.
func (o *outline) added(id journey.ID, err error) {
	if err != nil {
		o.w.say(err)
		return
	}
	o.refresh()
	i := o.list.indexOf(id)
	if i < 0 {
		return
	}
	o.choose(o.list.all[i])
	o.refresh()
	o.list.goTo(i)
	o.list.field.beginRename(i)
}

func (o *outline) rename(l line, title string) { o.w.did(o.w.doc.editor.Rename(l.id, title)) }

func (o *outline) remove(l line) { o.w.did(o.w.doc.editor.Delete(l.id)) }

func (o *outline) toggle(l line) { o.w.did(o.w.doc.editor.HideLane(l.id, l.eye == openSign)) }

// move brings a stage or lane before another one of its group.
func (o *outline) move(l, before line) {
	index := 0
	for _, x := range o.list.all {
		if x.id == before.id {
			break
		}
		if x.group == l.group && x.id != l.id {
			index++
		}
	}
	o.w.did(o.w.doc.editor.Move(l.id, index))
}

// did says why an edit that no command made was not made, or what it did.
func (w *Window) did(err error) {
	if err != nil {
		w.say(err)
	}
	w.notice(w.doc)
}
