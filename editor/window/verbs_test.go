package window

import (
	"testing"

	"throughline/editor"
)

// verbs is what can be done to each part of a map, and the command that does
// it. What makes no sense for a part is not in it: a step has no colour of its
// own, and a link stands where its cards do.
var verbs = map[string]map[string]string{
	"stage": {
		"add": "insert.stageAfter", "rename": "edit.text", "move": "arrange.right", "duplicate": "edit.duplicate", "copy": "edit.copy",
		"merge": "arrange.merge", "delete": "edit.delete", "hide": "view.hideStage", "colour": "arrange.hue3",
	},
	"step": {
		"add": "insert.stepAfter", "rename": "edit.text", "move": "arrange.right", "duplicate": "edit.duplicate", "copy": "edit.copy", "merge": "arrange.mergeStep", "split the stage": "arrange.split", "delete": "edit.delete",
	},
	"lane": {
		"add": "insert.below.goals", "rename": "edit.text", "move": "arrange.down", "duplicate": "edit.duplicate", "copy": "edit.copy", "merge": "arrange.mergeLane", "delete": "edit.delete",
		"hide": "arrange.hide", "fold": "arrange.fold", "lock": "arrange.lock", "colour": "arrange.hue3", "convert": "arrange.convert.goals",
	},
	"card": {
		"add": "card.add", "rename": "edit.text", "move": "arrange.right", "duplicate": "edit.duplicate", "copy": "edit.copy", "split": "arrange.splitCard", "merge": "arrange.mergeCards",
		"delete": "edit.delete", "colour": "arrange.hue3", "link": "insert.link", "set": "card.owner", "comment": "insert.comment",
	},
	"link":    {"add": "insert.link", "rename": "edit.text", "turn": "arrange.reverse", "delete": "edit.delete", "comment": "insert.comment"},
	"note":    {"add": "insert.note", "rename": "edit.text", "move": "arrange.right", "duplicate": "edit.duplicate", "copy": "edit.copy", "delete": "edit.delete", "colour": "arrange.hue3", "front": "arrange.front"},
	"comment": {"add": "insert.comment"},                                           // and the dialog does the rest
	"persona": {"add": "map.shared", "set": "card.persona", "show": "view.choose"}, // the same
	"map":     {"add": "map.add", "rename": "map.rename", "move": "map.later", "duplicate": "map.duplicate", "delete": "map.delete", "lay out": "view.loop", "look through": "map.check"},
}

// fitOfPart is the context menu of a part that has one.
var fitOfPart = map[string]editor.Fit{
	"stage": editor.OnStage, "step": editor.OnStep, "lane": editor.OnLane, "card": editor.OnCard, "link": editor.OnLink, "note": editor.OnNote,
}

func TestEveryPartHasItsCommands(t *testing.T) {
	w := newWindow(t, kit(t))
	do(func() {
		all := map[string]menuCommand{}
		for _, c := range w.everyCommand() {
			all[c.name] = c
		}
		for part, does := range verbs {
			for verb, name := range does {
				c, ok := all[name]
				switch fit := fitOfPart[part]; {
				case !ok:
					t.Errorf("to %s a %s there is no command %s", verb, part, name)
				case fit != 0 && verb != "add" && verb != "move" && c.fits&fit == 0:
					t.Errorf("%s is not in the menu of a %s", name, part)
				}
			}
		}
	})
}
