package window

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/journey"
)

// Files, menus and dialogs, with the mouse and with keys.

func TestExportByButtonAndByMenu(t *testing.T) {
	ground := groundOf(t)
	folder := t.TempDir()
	path := sample(t, filepath.Join(folder, "bike.journey"))
	p := start(t, t.TempDir(), path)
	e := model(t, inFile(t, path), &layout.Light, geom.Pt(ground.W(), ground.H()))
	p.shows("the map", e, ground, &layout.Light)

	// the button, Esc: nothing happens
	button := theTwin.at(t, exportButton)
	p.click(button)
	p.seesDialog(ground)
	p.key("Escape")
	p.shows("the map after Esc", e, ground, &layout.Light)
	if files, _ := filepath.Glob(filepath.Join(folder, "*.pdf")); len(files) > 0 {
		t.Errorf("Esc has written %v", files)
	}

	// the same with Enter, and Enter for the name, writes a PDF beside the map
	p.click(button)
	p.seesDialog(ground)
	p.key("Return", "Return")
	pdf := filepath.Join(folder, "bike.pdf")
	eventually(t, "a PDF", func() bool { return isPDF(pdf) })

	// a file that is there: the first Enter asks, the second replaces it at once
	must(t, os.WriteFile(pdf, []byte("an old file"), 0o600))
	p.key("ctrl+shift+e")
	p.seesDialog(ground)
	p.key("Return", "Return", "Escape")
	if b, _ := os.ReadFile(pdf); string(b) != "an old file" {
		t.Error("the old file was replaced before anybody agreed")
	}
	p.menu(0, "Export")
	p.seesDialog(ground)
	p.key("Return", "Return", "Return")
	eventually(t, "a new PDF, and never half of one", func() bool {
		b, err := os.ReadFile(pdf)
		must(t, err)
		if string(b) == "an old file" {
			return false
		}
		if !isPDF(pdf) {
			t.Fatalf("%d bytes that are no whole PDF", len(b))
		}
		return true
	})
	if left, _ := filepath.Glob(filepath.Join(folder, ".*")); len(left) > 1 { // the lock is one
		t.Errorf("left in the folder: %v", left)
	}
}

func isPDF(path string) bool {
	b, _ := os.ReadFile(path)
	return bytes.HasPrefix(b, []byte("%PDF-1.")) && bytes.HasSuffix(bytes.TrimSpace(b), []byte("%%EOF"))
}

// menu opens a menu of the menu bar with the mouse and chooses an item.
func (p *program) menu(i int, label string) {
	p.t.Helper()
	var name string
	do(func() { name = theTwin.w.menu.Items[i].Label })
	p.pick(name, label)
}

func TestSaveAsGoesOnInTheNewFile(t *testing.T) {
	ground := groundOf(t)
	folder := t.TempDir()
	path := sample(t, filepath.Join(folder, "bike.journey"))
	p := typed(t, path, " old")
	p.key("Return")
	p.key("ctrl+shift+s")
	p.seesDialog(ground)
	p.write("another")
	p.key("Return")
	other := filepath.Join(folder, "another.journey")
	eventually(t, "the other name in the title bar", func() bool { return p.title() == "another – Throughline" })

	// undo came along, and edits go to the new file
	p.key("ctrl+z")
	p.inFile(other, "the edit undone in the copy", func(now *journey.Project) bool { return hasCard(now, "Neighbour’s bike") })
	if !hasCard(inFile(t, path), "Neighbour’s bike old") {
		t.Error("the first file has changed after Save as")
	}
}

func TestNewOpenAndMenus(t *testing.T) {
	ground := groundOf(t)
	path := sample(t, filepath.Join(t.TempDir(), "bike.journey"))
	p := start(t, t.TempDir(), path)
	e := model(t, inFile(t, path), &layout.Light, geom.Pt(ground.W(), ground.H()))
	p.shows("the map", e, ground, &layout.Light)

	// a new map, by the first of File
	p.menu(0, "New blank map")
	maps := filepath.Join(p.home, ".config", "throughline", "maps")
	var blank string
	eventually(t, "a blank map in a file", func() bool {
		files, _ := filepath.Glob(filepath.Join(maps, "Untitled *.journey"))
		if len(files) == 1 {
			blank = files[0]
		}
		return len(files) == 1
	})
	b := model(t, inFile(t, blank), &layout.Light, geom.Pt(ground.W(), ground.H()))
	p.shows("the blank map", b, ground, &layout.Light)
	if name := b.Map().Title; !strings.HasPrefix(p.title(), name) {
		t.Errorf("the title is %q, the map's %q", p.title(), name)
	}

	// the first file again, by its name
	p.key("ctrl+o")
	p.seesDialog(ground)
	p.write(path)
	p.key("Return")
	p.shows("the map again", e, ground, &layout.Light)

	// select all and delete by the menu Edit, undo by the button
	p.menu(1, "Select all")
	p.menu(1, "Delete")
	p.inFile(path, "no card", func(now *journey.Project) bool { return !hasCard(now, "Neighbour’s bike") })
	p.click(theTwin.at(t, undoButton))
	p.inFile(path, "the cards again", func(now *journey.Project) bool { return hasCard(now, "Neighbour’s bike") })

	// Quit ends the program
	p.menu(0, "Quit")
	p.ended()
}
