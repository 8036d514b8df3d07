package layout

import (
	"net/url"
	"strconv"
	"strings"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// fileBox draws a file or addresses: what it is called, and a row for each with
// an icon. A row of an address leads there.
type fileBox struct{}

const (
	filePadX, filePadY = 12, 10
	fileIcon, fileGap  = 14, 6
	fileMin            = 36
)

// fileRow is one line of a file card.
type fileRow struct {
	icon, says, target string
	block              *text.Block
	y                  float64
}

func (fileBox) lay(c *cell, card journey.Card, w float64) laidBox {
	rows := c.fileRows(card)
	name := card.Title
	if m, ok := journey.Get[journey.Media](c.p, card.File); ok && name == "" {
		name = m.Name
	}
	inner := w - 2*filePadX
	title := c.set(name, cardTitle, inner, text.Balanced)
	note := c.set(card.Text, cardText, inner, text.Greedy)
	y := float64(filePadY)
	if name != "" || len(rows) == 0 {
		y += title.Height
	}
	ny := y
	if card.Text != "" {
		y += note.Height
	}
	for i := range rows {
		r := &rows[i]
		if i > 0 || y > filePadY {
			y += 2
		}
		r.block = c.set(r.says, caption, inner-fileIcon-fileGap, text.Greedy)
		r.y = y
		y += r.block.Height
	}
	h := c.hue(card.Hue)
	return laidBox{max(fileMin, y+filePadY), func(height float64) scene.Item {
		r := geom.Box(0, 0, w, height)
		ops := c.cardGround(r, h)
		tx, nx := filePadX+(inner-title.Width)*flush(title), filePadX+(inner-note.Width)*flush(note)
		ops = append(ops, c.words(title, tx, filePadY, c.Theme.Ink, zoomTitles, zoomTitles)...)
		ops = append(ops, c.words(note, nx, ny, c.Theme.Ink2, zoomAll, zoomAll)...)
		for _, row := range rows {
			ops = append(ops, scene.Detail(zoomTitles, 0, c.Icons.use(row.icon, filePadX, row.y+1, fileIcon, h.Text)...))
			x := float64(filePadX + fileIcon + fileGap)
			ops = append(ops, c.words(row.block, x, row.y, c.Theme.Ink3, zoomAll, zoomAll)...)
			if row.target != "" {
				ops = append(ops, &scene.Link{Rect: geom.Box(filePadX, row.y, inner, row.block.Height), Target: row.target})
			}
		}
		if len(rows) > 0 {
			ops = append(ops, scene.Detail(zoomTiles, zoomTitles, c.Icons.use(rows[0].icon, r.Center().X-12, r.Center().Y-12, 24, h.Text)...))
		}
		it := scene.NewItem(string(card.ID), CardPart, geom.Point{}, r, ops...)
		it.Fields = []scene.Field{
			{Part: TitlePart, At: geom.Pt(tx, filePadY), Block: title, Width: inner},
			{Part: TextPart, At: geom.Pt(nx, ny), Block: note, Width: inner},
		}
		return it
	}}
}

// fileRows is what a card offers: its file, then its addresses.
func (f *frame) fileRows(card journey.Card) []fileRow {
	var rows []fileRow
	if m, ok := journey.Get[journey.Media](f.p, card.File); ok {
		icon := "document"
		switch kind, _, _ := strings.Cut(m.Type, "/"); kind {
		case "image", "video":
			icon = kind
		}
		rows = append(rows, fileRow{icon: icon, says: fileKind(m) + ", " + fileSize(m.Size)})
	}
	for _, a := range card.Links.All() {
		row := fileRow{icon: "link", says: host(a)}
		if leads(a) {
			row.target = a
		}
		if id, ok := strings.CutPrefix(a, mapAddress); ok {
			row.icon = "map"
			if m, ok := journey.Get[journey.Map](f.p, journey.ID(id)); ok {
				row.says = m.Title
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// host is the part of an address that says whose it is, or all of it where it
// has none.
func host(a string) string {
	if u, err := url.Parse(strings.TrimSpace(a)); err == nil {
		switch {
		case u.Host != "":
			return strings.TrimPrefix(u.Hostname(), "www.")
		case u.Scheme == "mailto":
			return u.Opaque
		}
	}
	return a
}

// fileKind is what kind of file a medium is, in a word.
func fileKind(m journey.Media) string {
	if i := strings.LastIndexByte(m.Name, '.'); i > 0 && len(m.Name)-i <= 6 && i < len(m.Name)-1 {
		return strings.ToUpper(m.Name[i+1:])
	}
	_, kind, _ := strings.Cut(m.Type, "/")
	if kind == "" || len(kind) > 12 {
		return "File"
	}
	return strings.ToUpper(kind)
}

// fileSize is a number of bytes for people.
func fileSize(n int) string {
	const step = 1000
	v, units := float64(max(n, 0)), []string{"bytes", "kB", "MB", "GB", "TB"}
	i := 0
	for v >= step && i < len(units)-1 {
		v, i = v/step, i+1
	}
	digits := 0
	if i > 1 && v < 10 {
		digits = 1
	}
	return strconv.FormatFloat(v, 'f', digits, 64) + " " + units[i]
}
