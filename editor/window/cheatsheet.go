package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"throughline/editor"
)

// sheetGroup is a block of the cheat sheet: what is done, and how.
type sheetGroup struct {
	title string
	lines [][2]string
}

// cheatSheet is every command that has keys, by the menu that it is in, and
// what the pointer does.
func (w *Window) cheatSheet() []sheetGroup {
	var out []sheetGroup
	add := func(group, title, how string) {
		for i := range out {
			if out[i].title == group {
				out[i].lines = append(out[i].lines, [2]string{title, how})
				return
			}
		}
		out = append(out, sheetGroup{group, [][2]string{{title, how}}})
	}
	for _, name := range append(menuNames, "") {
		group := tr(name)
		if name == "" {
			group = tr("Keyboard")
		}
		for _, c := range w.everyCommand() {
			if c.menu == name && len(c.keys) > 0 {
				how := chordText(c.keys[0])
				for _, k := range c.keys[1:] {
					how += ", " + chordText(k)
				}
				add(group, tr(c.title), how)
			}
		}
	}
	for _, c := range editor.PresentCommands {
		how := chordText(c.Keys[0])
		for _, k := range c.Keys[1:] {
			how += ", " + chordText(k)
		}
		add(tr("While presenting"), tr(c.Title), how)
	}
	for _, g := range editor.Gestures {
		add(tr(g.Group), tr(g.Title), tr(g.How))
	}
	return out
}

const (
	sheetColumns = 3 // at most
	sheetColumn  = 300
	sheetGap     = 32
	sheetLine    = 22
	sheetAround  = 2*dialogMargin + 2*paletteInset + 16 // the columns, with room for a bar to scroll
)

// openCheatSheet shows all keys and gestures on a page.
func (w *Window) openCheatSheet() {
	page := container.NewWithoutLayout()
	columns := max(1, min(sheetColumns, int((w.win.Canvas().Size().Width-sheetAround+sheetGap)/(sheetColumn+sheetGap))))
	height := w.setSheet(page, w.cheatSheet(), columns)
	width := float32(columns*sheetColumn + (columns-1)*sheetGap)
	sized := container.New(fixed{fyne.NewSize(width, height)}, page)
	close := w.button("Close", true, w.escape)
	w.ask("Keys and gestures", fyne.NewSize(width+sheetAround-2*dialogMargin, min(height+110, 760)), container.NewScroll(sized), nil, close)
	w.win.Canvas().Focus(close)
}

// setSheet puts the groups into columns of about one height, and returns that
// of the longest.
func (w *Window) setSheet(page *fyne.Container, groups []sheetGroup, columns int) (height float32) {
	th := w.look.colors
	lines := 0
	for _, g := range groups {
		lines += len(g.lines) + 2
	}
	x, y, done := float32(0), float32(0), 0
	for _, g := range groups {
		if column := int(x / (sheetColumn + sheetGap)); column < columns-1 && y > 0 && done+(len(g.lines)+2)/2 > lines*(column+1)/columns {
			x, y = x+sheetColumn+sheetGap, 0
		}
		done += len(g.lines) + 2
		head := canvas.NewText(g.title, rgb(th.Acc, 255))
		head.TextStyle.Bold = true
		head.Move(fyne.NewPos(x, y))
		page.Add(head)
		y += sheetLine + 2
		for _, l := range g.lines {
			how := canvas.NewText(l[1], rgb(th.Ink, 255))
			how.TextStyle.Bold, how.TextSize = true, 12
			what := canvas.NewText(l[0], rgb(th.Ink2, 255))
			measure := func(s string) float32 { return fyne.MeasureText(s, what.TextSize, what.TextStyle).Width }
			if wide := measure(what.Text) + how.MinSize().Width + 12; wide > sheetColumn { // in two lines
				what.Move(fyne.NewPos(x, y))
				page.Add(what)
				y += sheetLine - 4
			} else {
				what.Move(fyne.NewPos(x, y))
				page.Add(what)
			}
			how.Move(fyne.NewPos(x+sheetColumn-how.MinSize().Width, y+1))
			page.Add(how)
			rule := canvas.NewLine(rgb(th.Hair, 255))
			rule.Position1, rule.Position2 = fyne.NewPos(x, y+sheetLine-1), fyne.NewPos(x+sheetColumn, y+sheetLine-1)
			page.Add(rule)
			y += sheetLine
		}
		height = max(height, y)
		y += sheetLine
	}
	for _, o := range page.Objects {
		if t, ok := o.(*canvas.Text); ok {
			t.Resize(t.MinSize())
		}
	}
	return height
}

// fixed is a layout of one size.
type fixed struct{ size fyne.Size }

func (f fixed) MinSize([]fyne.CanvasObject) fyne.Size { return f.size }

func (f fixed) Layout(o []fyne.CanvasObject, _ fyne.Size) { o[0].Resize(f.size) }
