package window

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"throughline/journey"
)

// inspectorHead says what is selected, and where it stands.
type inspectorHead struct {
	w           *Window
	tile        *canvas.Rectangle
	icon        *canvas.Image
	kind, where *canvas.Text
	drawn       *canvas.Image // where, in letters that Fyne may not have
	more        *tool         // opens the menu of what is selected
	box         *fyne.Container
}

const inspectorHeight = 56

func newInspectorHead(w *Window) *inspectorHead {
	th := w.look.colors
	h := &inspectorHead{w: w, tile: canvas.NewRectangle(rgb(th.Sunk, 255)), icon: canvas.NewImageFromResource(nil)}
	h.tile.CornerRadius = 8
	h.icon.FillMode = canvas.ImageFillContain
	h.kind, h.where = canvas.NewText("", rgb(th.Ink, 255)), canvas.NewText("", rgb(th.Ink3, 255))
	h.kind.TextSize, h.kind.TextStyle.Bold = 13, true
	h.where.TextSize = 12
	h.drawn = canvas.NewImageFromImage(nil)
	h.drawn.Hide()
	h.more = w.newTool("more", "", "What can be done with it", func() {
		w.menuUnder = h.more
		w.runEditor(commandNamed("edit.menu"))
		w.menuUnder = nil
	})
	h.box = container.New(headLayout{h}, h.tile, h.icon, h.kind, h.where, h.drawn, h.more)
	return h
}

// headLayout is a layout: a tile with an icon, and two lines beside it, cut at
// the panel's edge.
type headLayout struct{ *inspectorHead }

func (headLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(120, inspectorHeight) }

func (h headLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const tile, icon = 32, 18
	y := (size.Height - tile) / 2
	h.tile.Resize(fyne.NewSize(tile, tile))
	h.tile.Move(fyne.NewPos(inspectorPad, y))
	h.icon.Resize(fyne.NewSize(icon, icon))
	h.icon.Move(fyne.NewPos(inspectorPad+(tile-icon)/2, y+(tile-icon)/2))
	more := h.more.MinSize()
	h.more.Resize(more)
	h.more.Move(fyne.NewPos(size.Width-more.Width-8, (size.Height-more.Height)/2))
	x := float32(inspectorPad + tile + 10)
	for i, t := range []*canvas.Text{h.kind, h.where} {
		m := t.MinSize()
		t.Resize(fyne.NewSize(max(0, size.Width-x-more.Width-8), m.Height))
		t.Move(fyne.NewPos(x, size.Height/2-m.Height+float32(i)*m.Height))
	}
	h.drawn.Move(h.where.Position())
}

// show says what the given rows are.
func (h *inspectorHead) show(ids []journey.ID) {
	th := h.w.look.colors
	icon, kind, where := h.words(ids)
	ink, ground := th.Ink2, th.Sunk
	if hue, ok := h.hue(ids); ok {
		ink, ground = th.Hues[hue-1].Text, th.Hues[hue-1].Tint
	}
	setText(h.kind, clipped(kind, 28))
	where = clipped(where, 32)
	if h.drawn.Hidden = !h.w.foreign(where); !h.drawn.Hidden {
		h.w.drawLine(h.drawn, where, h.where.TextSize, h.box.Size().Width-inspectorPad-98, false, th.Ink3)
		where = ""
	}
	setText(h.where, where)
	if c := rgb(ground, 255); h.tile.FillColor != c {
		h.tile.FillColor = c
		h.tile.Refresh()
	}
	if r := h.w.icon(icon, ink, 255); h.icon.Resource == nil || h.icon.Resource.Name() != r.Name() {
		h.icon.Resource = r
		h.icon.Refresh()
	}
}

// words is the icon, the kind and the place of what is selected.
func (h *inspectorHead) words(ids []journey.ID) (icon, kind, where string) {
	e := h.w.doc.editor
	p := e.Doc.Project()
	if len(ids) != 1 {
		return "layers", tr(fmt.Sprintf("%d selected", len(ids))), ""
	}
	r, _ := p.Row(ids[0])
	switch r := r.(type) {
	case journey.Map:
		return "map", tr("Map"), tr(count(len(p.Stages(r.ID)), "stage")) + ", " + tr(count(len(p.Lanes(r.ID)), "lane"))
	case journey.Card:
		l, _ := journey.Get[journey.Lane](p, r.Lane)
		info := l.LaneKind.Info()
		icon = info.Icon
		if r.Icon != "" {
			icon = r.Icon
		}
		return icon, tr(capital(info.Card)), placeOf(p, r)
	case journey.Stage:
		return "flag", tr("Stage"), tr(count(len(p.Steps(r.ID)), "step"))
	case journey.Step:
		s, _ := journey.Get[journey.Stage](p, r.Stage)
		return "down", tr("Step"), s.Title
	case journey.Lane:
		info := r.LaneKind.Info()
		icon = info.Icon
		if r.Icon != "" {
			icon = r.Icon
		}
		return icon, tr("Lane"), tr(info.Title)
	case journey.Link:
		return "connector", tr("Connector"), cardTitle(p, r.From) + " → " + cardTitle(p, r.To)
	case journey.Note:
		return "note", tr("Note"), ""
	}
	return "more", "", ""
}

// placeOf is the stage and the step of a card.
func placeOf(p *journey.Project, c journey.Card) string {
	s, _ := journey.Get[journey.Stage](p, c.Stage)
	st, ok := journey.Get[journey.Step](p, c.Step)
	if !ok || st.Title == "" {
		return s.Title
	}
	return s.Title + ", " + st.Title
}

func cardTitle(p *journey.Project, id journey.ID) string {
	c, _ := journey.Get[journey.Card](p, id)
	return c.Title
}

// hue is the colour of what is selected, 1 to 8, where it has one.
func (h *inspectorHead) hue(ids []journey.ID) (int, bool) {
	p := h.w.doc.editor.Doc.Project()
	if len(ids) != 1 {
		return 0, false
	}
	r, _ := p.Row(ids[0])
	var stage journey.ID
	switch r := r.(type) {
	case journey.Card:
		if r.Hue > 0 {
			return r.Hue, true
		}
		stage = r.Stage
	case journey.Stage:
		stage = r.ID
	case journey.Step:
		stage = r.Stage
	}
	for _, s := range h.w.doc.editor.Sheet().Stages {
		if s.ID == stage {
			return s.Hue + 1, true
		}
	}
	return 0, false
}

// capital is a word with a capital letter.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// clipped is a line of at most n characters. What a name is in full stands in
// the fields below.
func clipped(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > n {
		return strings.TrimSpace(string(r[:n-1])) + "…"
	}
	return s
}
