package window

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/journey"
	"throughline/storage"
)

// A map is built from nothing with the real program: once by the keyboard alone,
// once by the mouse alone. Everything is undone, done again and exported.

// nothing writes a file with a map without a stage or a lane.
func nothing(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "built.journey")
	e := journey.New().Edit(nil)
	e.Put(journey.Map{ID: "map", Order: "V", Title: "Built from nothing"})
	must(t, storage.Create(path, e.Project(), nil))
	return path
}

// table is a block of a spreadsheet as it is copied there: rows by columns, with
// a cell that has quotes and a line end.
func table(rows, columns int) string {
	var lines []string
	for r := range rows {
		var cells []string
		for c := range columns {
			cells = append(cells, fmt.Sprintf("r%d c%d", r+1, c+1))
		}
		lines = append(lines, strings.Join(cells, "\t"))
	}
	return strings.Replace(strings.Join(lines, "\n")+"\n", "r1 c1", "\"r1 \"\"c1\"\"\nand on\"", 1)
}

// copied puts a text on the clipboard of the program's desk, as another program
// does.
func (p *program) copied(s string) {
	p.t.Helper()
	c := exec.Command("xclip", "-selection", "clipboard", "-in")
	c.Env = append(os.Environ(), "DISPLAY="+p.desk.name)
	c.Stdin = strings.NewReader(s)
	must(p.t, c.Run())
}

// titles is the titles of the stages.
func titles(p *journey.Project) (all []string) {
	for _, s := range p.Stages(p.Maps()[0].ID) {
		all = append(all, s.Title)
	}
	return all
}

// cardCount is how many cards the map has.
func cardCount(p *journey.Project) (n int) {
	for _, l := range p.Lanes(p.Maps()[0].ID) {
		n += len(p.LaneCards(l))
	}
	return n
}

// thereAndBack undoes everything and does it again, by what again and back do
// once.
func (p *program) thereAndBack(path string, steps int, back, again func()) {
	p.t.Helper()
	time.Sleep(700 * time.Millisecond) // what was typed last is written
	last := inFile(p.t, path)
	for range steps {
		back()
	}
	p.inFile(path, "nothing, as in the beginning", func(now *journey.Project) bool { return now.Len() == 1 })
	for range steps {
		again()
	}
	p.inFile(path, "all of it again", func(now *journey.Project) bool { return now.Equal(last) })
}

func TestAMapIsBuiltByTheKeyboardAlone(t *testing.T) {
	path := nothing(t)
	p := start(t, t.TempDir(), path)
	eventually(t, "the map", func() bool { return p.title() == "built – Throughline" })
	steps := 0
	name := func(keys, title string) {
		p.key(keys)
		p.key("ctrl+a")
		p.write(title)
		p.key("Return")
		steps++
	}
	for _, s := range []string{"Search", "Buy", "Use"} {
		name("alt+shift+s", s)
	}
	p.inFile(path, "three stages", func(now *journey.Project) bool { return fmt.Sprint(titles(now)) == "[Search Buy Use]" })
	for i := range 4 {
		name("alt+shift+l", fmt.Sprintf("Lane %d", i+1))
	}
	p.inFile(path, "four lanes", func(now *journey.Project) bool { return len(now.Lanes("map")) == 4 })

	p.key("ctrl+Home")
	for lane := range 4 {
		for stage := range 3 {
			p.write(fmt.Sprintf("card %d%d", lane+1, stage+1))
			p.key("Return")
			steps++
			if stage < 2 {
				p.key("Right")
			}
		}
		if lane < 3 {
			p.key("Home", "Down")
		}
	}
	p.inFile(path, "twelve cards", func(now *journey.Project) bool { return cardCount(now) == 12 && hasCard(now, "card 43") })

	// the first stage goes behind the second
	p.key("ctrl+Home", "Up", "Up", "ctrl+Right") // past its step
	steps++
	p.inFile(path, "another order of stages", func(now *journey.Project) bool { return fmt.Sprint(titles(now)) == "[Buy Search Use]" })

	// two cards are copied to the last lane
	p.key("ctrl+Home", "shift+Right", "ctrl+c", "Escape", "ctrl+Home", "Down", "Down", "Down", "ctrl+v")
	steps++
	p.inFile(path, "two more cards", func(now *journey.Project) bool { return cardCount(now) == 14 })

	// cells of a spreadsheet come in; a word says what they would add
	p.copied(table(4, 5))
	p.key("Escape", "ctrl+Home", "ctrl+v", "Return")
	steps++
	p.inFile(path, "the spreadsheet's cells", func(now *journey.Project) bool {
		return cardCount(now) == 34 && hasCard(now, "r4 c5") && hasCard(now, "r1 \"c1\"")
	})

	p.thereAndBack(path, steps+2, func() { p.key("ctrl+z") }, func() { p.key("ctrl+shift+z") })

	p.key("ctrl+shift+e")
	p.seesDialog(groundOf(t))
	p.key("Return")
	p.key("Return") // the name that is proposed
	p.exported(path)
}

// exported waits for the PDF beside the map.
func (p *program) exported(path string) {
	p.t.Helper()
	eventually(p.t, "the PDF", func() bool {
		b, err := os.ReadFile(strings.TrimSuffix(path, extension) + ".pdf")
		return err == nil && bytes.HasPrefix(b, []byte("%PDF-")) && bytes.Contains(b, []byte("%%EOF"))
	})
}

// pick opens a menu of the menu bar and takes an item of it, all with the mouse.
func (p *program) pick(menu, label string) {
	p.t.Helper()
	var bar, within, at geom.Point
	do(func() {
		b := theTwin.w.menuBar
		for i, m := range b.menus {
			if m.Label != menu {
				continue
			}
			bar = geom.Pt(float64(b.xs[i]+b.xs[i+1])/2, menuBarHeight/2)
			panel := theTwin.w.newMenuPanel(m.Items)
			find := func(items []*fyne.MenuItem, ys []float32, x, y float32) bool {
				for j, it := range items {
					if strings.HasPrefix(it.Label, label) && it.ChildMenu == nil {
						at = geom.Pt(float64(x), float64(y+menuPad+(ys[j]+ys[j+1])/2))
						return true
					}
				}
				return false
			}
			x, y := float32(bar.X)+10, float32(menuBarHeight-1)
			if find(m.Items, panel.ys, x, y) {
				return
			}
			for j, it := range m.Items {
				right := b.xs[i] + panel.scroll.Content.MinSize().Width + 2*menuPad + 20
				if it.ChildMenu != nil && find(it.ChildMenu.Items, theTwin.w.newMenuPanel(it.ChildMenu.Items).ys, right, y+panel.ys[j]) {
					within = geom.Pt(float64(x), float64(y+menuPad+(panel.ys[j]+panel.ys[j+1])/2))
					return
				}
			}
		}
	})
	if at == (geom.Point{}) {
		p.t.Fatalf("the menu %s has no %s", menu, label)
	}
	p.click(bar)
	if within != (geom.Point{}) {
		p.click(within)
	}
	p.click(at)
}

// accent clicks what is filled in the accent colour within a part of the window.
func (p *program) accent(what string, in geom.Rect) {
	p.t.Helper()
	var at geom.Point
	eventually(p.t, what, func() bool {
		im := p.look()
		for y := int(in.Max.Y); y > int(in.Min.Y); y -= 3 {
			for x := int(in.Max.X); x > int(in.Min.X); x -= 3 {
				if like(im.At(x, y), solid(layout.Light.Acc)) && like(im.At(x-6, y), solid(layout.Light.Acc)) {
					at = geom.Pt(float64(x-6), float64(y))
					return true
				}
			}
		}
		return false
	})
	p.click(at)
}

func TestAMapIsBuiltByTheMouseAlone(t *testing.T) {
	ground := groundOf(t)
	path := nothing(t)
	p := start(t, t.TempDir(), path)
	eventually(t, "the map", func() bool { return p.title() == "built – Throughline" })
	aside := ground.Max.Sub(geom.Pt(60, 60))
	for i := range 3 {
		p.pick("Insert", "Add stage after")
		p.click(aside)
		p.inFile(path, fmt.Sprint(i+1, " stages"), func(now *journey.Project) bool { return len(titles(now)) == i+1 })
	}
	for i := range 4 {
		p.pick("Insert", "Add lane below")
		p.click(aside)
		p.inFile(path, fmt.Sprint(i+1, " lanes"), func(now *journey.Project) bool { return len(now.Lanes("map")) == i+1 })
	}
	// cell is a point of a cell, a share of its width and height from its top left
	cell := func(row, column int, x, y float64) geom.Point {
		s := model(t, inFile(t, path), &layout.Light, geom.Pt(ground.W(), ground.H())).Sheet()
		r, c := s.Rows[row], s.Columns[column]
		return ground.Min.Add(geom.Pt(s.HeaderWidth+c.X+c.W*x, s.BandHeight+r.Y+r.H*y))
	}
	p.copied(table(4, 3))
	p.click(cell(0, 0, 0.5, 0.5))
	p.pick("Edit", "Paste")
	p.inFile(path, "twelve cards", func(now *journey.Project) bool { return cardCount(now) == 12 && hasCard(now, "r4 c3") })

	// the first stage is dragged behind the second
	was := inFile(t, path).Stages("map")
	head := func(column int, x float64) geom.Point {
		q := cell(0, column, x, 0)
		return geom.Pt(q.X, ground.Min.Y+30)
	}
	p.drag(head(0, 0.5), head(1, 0.8))
	p.inFile(path, "another order of stages", func(now *journey.Project) bool {
		is := now.Stages("map")
		return is[0].ID == was[1].ID && is[1].ID == was[0].ID
	})

	// two cards are caught in a box and copied into the last lane
	p.drag(cell(0, 0, 0.02, 0.04), cell(0, 1, 0.5, 0.3))
	p.pick("Edit", "Copy")
	p.click(cell(3, 0, 0.5, 0.4))
	p.pick("Edit", "Paste")
	p.inFile(path, "two more cards", func(now *journey.Project) bool { return cardCount(now) == 14 })

	// cells of a spreadsheet come in; a word says what they would add
	p.copied(table(4, 5))
	p.click(cell(0, 0, 0.5, 0.4))
	p.pick("Edit", "Paste")
	p.accent("the button Paste", geom.Rect{Min: geom.Pt(520, 400), Max: geom.Pt(930, 560)})
	p.inFile(path, "the spreadsheet's cells", func(now *journey.Project) bool { return cardCount(now) == 34 && hasCard(now, "r4 c5") })

	undo, redo := theTwin.at(t, undoButton), theTwin.at(t, redoButton)
	p.thereAndBack(path, 11, func() { p.click(undo) }, func() { p.click(redo) })

	p.click(theTwin.at(t, exportButton))
	p.accent("the button Export PDF", geom.Rect{Min: geom.Pt(1100, 760), Max: geom.Pt(1300, 830)})
	p.accent("the button Export", geom.Rect{Min: geom.Pt(900, 600), Max: geom.Pt(1060, 720)})
	p.exported(path)
}

func redoButton(w *Window) fyne.CanvasObject { return w.bar.redo }
