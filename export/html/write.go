package html

import (
	"bufio"
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"io"
	"strconv"
	"strings"

	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/export/markup"
	"throughline/export/svg"
	"throughline/journey"
	"throughline/journey/table"
)

var (
	//go:embed page.css
	style string
	//go:embed page.js
	script string
)

// Page is what a page shows.
type Page struct {
	Scene   *scene.Scene
	Project *journey.Project // with nothing that is not to be seen
	Map     journey.ID
	Title   string
	Desc    string
	Lang    string // of what people wrote, as in BCP 47; "" where it is not known
	RTL     bool   // the map is read from right to left
	// Say is a sentence of the program's own in another language, the one that
	// Speaks names; nil and "" are English.
	Say      func(english string) string
	Speaks   string
	Theme    *layout.Theme
	Hues     map[journey.ID]layout.Hue // of stages
	Progress func(done float64)        // hears how much is done, 0 to 1; may be nil
}

// Write writes the page. The same page gives the same bytes.
func Write(ctx context.Context, w io.Writer, p Page) error {
	b := bufio.NewWriterSize(w, 1<<16)
	out := writer{Writer: b, page: p, names: map[string]string{}}
	out.head()
	out.tools()
	out.put(`<div id="view" tabindex="0" role="region" aria-label="` + out.say("Map") + "\">\n")
	m, _ := journey.Get[journey.Map](p.Project, p.Map)
	for _, l := range p.Project.Lanes(m.ID) {
		for _, c := range p.Project.LaneCards(l) {
			out.names[string(c.ID)] = "c" + strconv.Itoa(len(out.names)+1)
		}
	}
	err := svg.Write(ctx, b, p.Scene, svg.Options{Title: p.Title, Desc: p.Desc, Lang: p.Lang, Name: out.onMap, Progress: p.Progress})
	if err != nil {
		return fmt.Errorf("write html: %w", err)
	}
	out.put("</div>\n" + `<aside id="card" aria-label="` + out.say("Card") + `" aria-live="polite"><button id="close" class="close" aria-label="` + out.say("Close") + `">×</button><div id="card-body"></div></aside>` + "\n")
	out.text(m)
	out.put("<script>" + script + "</script>\n</body>\n</html>\n")
	if err := b.Flush(); err != nil {
		return fmt.Errorf("write html: %w", err)
	}
	return nil
}

// writer writes markup; its buffer keeps the first error.
type writer struct {
	*bufio.Writer
	page  Page
	names map[string]string // ids of cards
}

func (w *writer) put(s string) { w.WriteString(s) }

// tag writes an element with a text in it.
func (w *writer) tag(name, text string) {
	w.put("<" + name + ` dir="auto">` + markup.Text(text) + "</" + strings.Fields(name)[0] + ">\n")
}

// onMap is the id of a card in the drawing.
func (w *writer) onMap(owner string) string {
	if n := w.names[owner]; n != "" {
		return "on-" + n
	}
	return ""
}

// allowed is the hash by which a page allows its own style or script.
func allowed(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

func (w *writer) head() {
	css := colours(w.page) + style
	w.put("<!DOCTYPE html>\n<html lang=\"" + markup.Text(w.page.lang()) + `" dir="` + w.page.direction() + "\">\n<head>\n<meta charset=\"utf-8\"/>\n")
	w.put(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; font-src data:; style-src ` + allowed(css) + `; script-src ` + allowed(script) + `; base-uri 'none'; form-action 'none'"/>` + "\n")
	w.put("<meta name=\"viewport\" content=\"width=device-width\"/>\n<meta name=\"referrer\" content=\"no-referrer\"/>\n")
	w.put("<title>" + markup.Text(w.page.Title) + "</title>\n<style>" + css + "</style>\n</head>\n<body>\n")
}

// colours is the colours of the theme, and those of each stage.
func colours(p Page) string {
	var b strings.Builder
	t := p.Theme
	b.WriteString(":root {")
	for _, c := range []struct {
		name string
		c    scene.Color
	}{
		{"app", t.App}, {"panel", t.Panel}, {"map", t.Map}, {"field", t.Field}, {"hair2", t.Hair2},
		{"ink", t.Ink}, {"ink2", t.Ink2}, {"acc", t.Acc}, {"hue", t.Ink}, {"tint", t.Sunk},
	} {
		fmt.Fprintf(&b, " --%s: #%02x%02x%02x;", c.name, c.c.R, c.c.G, c.c.B)
	}
	b.WriteString(" }\n")
	for i, s := range p.Project.Stages(p.Map) {
		h := p.Hues[s.ID]
		fmt.Fprintf(&b, ".s%d { --hue: #%02x%02x%02x; --tint: #%02x%02x%02x }\n", i+1, h.Text.R, h.Text.G, h.Text.B, h.Tint.R, h.Tint.G, h.Tint.B)
	}
	return b.String()
}

func (w *writer) tools() {
	w.put("<header>")
	w.tag("h1", w.page.Title)
	find := w.say("Search the cards")
	w.put(`<div class="tools"` + w.page.inOwn() + ` role="toolbar" aria-label="` + w.say("Map tools") + `">
<input id="find" type="search" placeholder="` + find + `" aria-label="` + find + `" title="` + w.say("/ to search, Enter for the next card") + `"/>
<span id="count" role="status"` + w.counts() + `></span>
<button id="out" title="` + w.say("Zoom out") + ` (−)" aria-label="` + w.say("Zoom out") + `">−</button><span id="level"></span><button id="in" title="` + w.say("Zoom in") + ` (+)" aria-label="` + w.say("Zoom in") + `">+</button>
<button id="fit" title="` + w.say("Whole map") + ` (F)">` + w.say("Whole map") + `</button>
<a href="#text" title="` + w.say("Cards one by one") + ` (N)">` + w.say("Read as text") + `</a>
</div></header>
`)
}

// counts is the sentences in which the page's script says how many cards it has
// found. It knows the numbers by 11 and 22, which stand for them.
func (w *writer) counts() string {
	out := ""
	for _, x := range [][2]string{{"none", "No card"}, {"one", "1 card"}, {"many", "11 cards"}, {"at", "11 of 22"}} {
		out += " data-" + x[0] + `="` + w.say(x[1]) + `"`
	}
	return out
}

// text writes the map as an outline: stages, steps, lanes, cards.
func (w *writer) text(m journey.Map) {
	p := w.page.Project
	w.put(`<main id="text">` + "\n")
	if m.Subtitle != "" {
		w.tag("p", m.Subtitle)
	}
	who, _ := journey.Get[journey.Persona](p, m.Persona)
	about := []table.Field{
		{Label: "Persona", Value: strings.TrimSpace(who.Name + "\n" + who.Facts + "\n" + who.Text)}, {Label: "Scenario", Value: m.Scenario}, {Label: "Goal", Value: m.Goal},
		{Label: "Organisation", Value: m.Organisation}, {Label: "Owner", Value: m.Owner}, {Label: "Version", Value: m.Version}, {Label: "Date", Value: m.Date},
	}
	for i := range about {
		about[i].Label = w.page.say(about[i].Label)
	}
	w.fields(about)
	if m.Description != "" {
		w.tag("p", m.Description)
	}
	known := table.NewFields(p)
	lanes := p.Lanes(m.ID)
	for i, s := range p.Stages(m.ID) {
		w.put(fmt.Sprintf("<section class=\"s%d\">\n", i+1))
		name := table.Span{Stage: s, Index: i}.Name()
		if s.Title == "" {
			name = w.page.say(name)
		}
		w.tag("h2", name)
		w.cell(known, lanes, s.ID, "")
		for j, st := range p.Steps(s.ID) {
			title := st.Title
			if title == "" {
				title = w.page.say(fmt.Sprintf("Step %d", j+1))
			}
			w.cell(known, lanes, st.ID, title)
		}
		w.put("</section>\n")
	}
	if notes := p.Notes(m.ID); len(notes) > 0 {
		w.put("<section>\n")
		w.tag("h2", w.page.say("Notes"))
		for _, n := range notes {
			w.put("<article>")
			w.tag("p", n.Text)
			w.put("</article>\n")
		}
		w.put("</section>\n")
	}
	w.put("</main>\n")
}

// cell writes the cards of a column, lane by lane.
func (w *writer) cell(known *table.Fields, lanes []journey.Lane, column journey.ID, title string) {
	if title != "" {
		w.tag("h3", title)
	}
	for _, l := range lanes {
		cards := w.page.Project.Cards(l.ID, column)
		if len(cards) == 0 {
			continue
		}
		name := table.Row{Lane: l}.Name()
		if l.Title == "" {
			name = w.page.say(name)
		}
		w.tag("h4", name)
		for _, c := range cards {
			w.card(known, l, c)
		}
	}
}

func (w *writer) card(known *table.Fields, l journey.Lane, c journey.Card) {
	id := w.names[string(c.ID)]
	w.put(`<article id="` + id + `">`)
	title := c.Title
	if title == "" && c.Text == "" {
		title = table.Line(w.page.Project, l, c)
	}
	if title != "" {
		w.tag("strong", title)
	}
	if c.Text != "" {
		w.tag("p", c.Text)
	}
	w.fields(w.known(known, c))
	for _, target := range c.Links.All() {
		if uri, ok := scene.Address(target); ok {
			w.put(`<p><a rel="noopener noreferrer" href="` + markup.Text(uri) + `">` + markup.Text(target) + "</a></p>\n")
		}
	}
	w.put(`<a class="to-map" href="#on-` + id + `"` + w.page.inOwn() + ">" + w.say("Show on the map") + "</a></article>\n")
}

// fields writes those that hold anything.
func (w *writer) fields(fields []table.Field) {
	begun := false
	for _, f := range fields {
		if f.Value == "" {
			continue
		}
		if !begun {
			begun = true
			w.put("<dl>")
		}
		w.put("<dt" + w.page.inOwn() + ">" + markup.Text(f.Label) + "</dt>")
		w.tag("dd", f.Value)
	}
	if begun {
		w.put("</dl>\n")
	}
}
