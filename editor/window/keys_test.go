package window

import (
	"slices"
	"strings"
	"testing"

	"throughline/canvas/input"
	"throughline/editor"
)

// promised is the keys that people are promised on the map, and what each does.
// A key that does several things, as one that has another meaning in a text,
// stands under each.
var promised = map[string]string{
	"Ctrl+=": "view.in", "Ctrl+-": "view.out", "Ctrl+0": "view.full", "Shift+1": "view.fit", "Shift+2": "view.fitSelection",
	"Shift+PageUp": "view.pageLeft", "Shift+PageDown": "view.pageRight",
	"V": "tool.select", "C": "tool.card", "N": "tool.note", "L": "tool.connector", "H": "tool.hand",
	"Left": "go.left", "Right": "go.right", "Up": "go.up", "Down": "go.down", "Home": "go.first", "End": "go.last", "Ctrl+Home": "go.begin",
	"Shift+Left": "extend.left", "Shift+Right": "extend.right", "Shift+Up": "extend.up", "Shift+Down": "extend.down",
	"Ctrl+A": "edit.all", "Ctrl+Shift+A": "edit.sameKind",
	"Enter": "edit.text", "F2": "edit.text", "Tab": "go.next", "Shift+Tab": "go.previous",
	"Insert": "card.add", "Ctrl+Enter": "card.add", "Alt+Shift+Right": "insert.stepAfter", "Alt+Shift+S": "insert.stageAfter", "Alt+Shift+L": "insert.lane",
	"Ctrl+Left": "arrange.left", "Ctrl+Right": "arrange.right", "Ctrl+Up": "arrange.up", "Ctrl+Down": "arrange.down",
	"Ctrl+D": "edit.duplicate",
	"1":      "feeling.1", "2": "feeling.2", "3": "feeling.3", "4": "feeling.4", "5": "feeling.5", "0": "feeling.none",
	"Ctrl+C": "edit.copy", "Ctrl+X": "edit.cut", "Ctrl+V": "edit.paste", "Ctrl+Shift+V": "edit.pastePlain", "Ctrl+Alt+C": "edit.copyStyle", "Ctrl+Alt+V": "edit.pasteStyle",
	"Delete": "edit.delete", "Backspace": "edit.delete",
	"Ctrl+Z": "edit.undo", "Ctrl+Shift+Z": "edit.redo", "Ctrl+Y": "edit.redo",
	"Ctrl+Shift+H": "arrange.hide", "Ctrl+Shift+L": "arrange.lock", "Ctrl+]": "arrange.front", "Ctrl+[": "arrange.back",
	"Ctrl+F": "edit.find", "F3": "edit.findNext", "Shift+F3": "edit.findPrevious",
	"Ctrl+K": "help.palette", "?": "help.keys", "F1": "help.keys",
	`Ctrl+\`: "view.left", "Ctrl+.": "view.panels", "M": "view.minimap",
	"Ctrl+PageUp": "map.previous", "Ctrl+PageDown": "map.next",
	"Ctrl+N": "file.new", "Ctrl+O": "file.open", "Ctrl+S": "file.version", "Ctrl+Shift+S": "file.saveAs", "Ctrl+Shift+E": "file.export", "Ctrl+P": "file.print",
	"F5": "present.start", "Escape": "edit.none",
}

// promisedInARoom is the same while presenting.
var promisedInARoom = map[string]string{
	"Right": "present.next", "Space": "present.next", "PageDown": "present.next", "Left": "present.back", "PageUp": "present.back",
	"Home": "present.first", "End": "present.last", "L": "present.pointer", "B": "present.black", "N": "present.notes", "Escape": "present.end",
}

// promisedHands is what hands do, and keys in a text, as the cheat sheet has it.
var promisedHands = []string{"Ctrl+wheel", "Shift+wheel", "Space+drag", "middle drag", "right drag", "right click", "Shift+click", "double click", "Alt+drag", "Ctrl+drag", "drag beside the cards",
	"Shift+Enter", "Tab, Shift+Tab", "Enter, Esc", "Ctrl+B", "Ctrl+I", "Ctrl+K", "Ctrl+Left", "Ctrl+Enter", "Ctrl+Z"}

// inKeys is a chord as it stands above.
func inKeys(k input.Chord) string {
	s := ""
	for _, m := range []struct {
		mod  input.Mods
		name string
	}{{input.Ctrl, "Ctrl+"}, {input.Alt, "Alt+"}, {input.Shift, "Shift+"}} {
		if k.Mods.Has(m.mod) {
			s += m.name
		}
	}
	return s + string(k.Key)
}

func TestEveryPromisedKeyDoesWhatItSays(t *testing.T) {
	w := newWindow(t, kit(t))
	has := map[string][]string{}
	do(func() {
		for _, c := range w.everyCommand() {
			for _, k := range c.keys {
				has[inKeys(k)] = append(has[inKeys(k)], c.name)
			}
		}
	})
	for k, name := range promised {
		if !slices.Contains(has[k], name) {
			t.Errorf("%s does %q, not %s", k, has[k], name)
		}
	}
	room := map[string][]string{}
	for _, c := range editor.PresentCommands {
		for _, k := range c.Keys {
			room[inKeys(k)] = append(room[inKeys(k)], c.Name)
		}
	}
	for k, name := range promisedInARoom {
		if !slices.Contains(room[k], name) {
			t.Errorf("while presenting %s does %q, not %s", k, room[k], name)
		}
	}
	var hands []string
	for _, g := range editor.Gestures {
		hands = append(hands, g.How)
	}
	for _, h := range promisedHands {
		if !slices.ContainsFunc(hands, func(how string) bool { return strings.Contains(how, h) }) {
			t.Errorf("the cheat sheet does not tell of %s", h)
		}
	}
}
