package editor

import (
	"fmt"

	"throughline/journey"
)

// words is what commands on rows of one kind are called in the list of undo,
// and what is said when one has been deleted. Each is whole, for other
// languages build their sentences in other ways.
type words struct {
	add, rename           string
	move, moves           string    // one, and "%d" of them
	duplicate, duplicates string    // the same
	remove, removes       string    // the same
	gone, gones           [3]string // with nothing under it, with one card, with "%d" cards
}

var wordsOf = map[journey.Kind]words{
	journey.KindMap: {
		"Add map", "Rename map", "Move map", "Move %d maps", "Duplicate map", "Duplicate %d maps", "Delete map", "Delete %d maps",
		[3]string{"Map “%s” deleted.", "Map “%s” deleted, with 1 card.", "Map “%s” deleted, with %d cards."},
		[3]string{"%d maps deleted.", "%d maps deleted, with 1 card.", "%d maps deleted, with %d cards."},
	},
	journey.KindStage: {
		"Add stage", "Rename stage", "Move stage", "Move %d stages", "Duplicate stage", "Duplicate %d stages", "Delete stage", "Delete %d stages",
		[3]string{"Stage “%s” deleted.", "Stage “%s” deleted, with 1 card.", "Stage “%s” deleted, with %d cards."},
		[3]string{"%d stages deleted.", "%d stages deleted, with 1 card.", "%d stages deleted, with %d cards."},
	},
	journey.KindStep: {
		"Add step", "Rename step", "Move step", "Move %d steps", "Duplicate step", "Duplicate %d steps", "Delete step", "Delete %d steps",
		[3]string{"Step “%s” deleted.", "Step “%s” deleted, with 1 card.", "Step “%s” deleted, with %d cards."},
		[3]string{"%d steps deleted.", "%d steps deleted, with 1 card.", "%d steps deleted, with %d cards."},
	},
	journey.KindLane: {
		"Add lane", "Rename lane", "Move lane", "Move %d lanes", "Duplicate lane", "Duplicate %d lanes", "Delete lane", "Delete %d lanes",
		[3]string{"Lane “%s” deleted.", "Lane “%s” deleted, with 1 card.", "Lane “%s” deleted, with %d cards."},
		[3]string{"%d lanes deleted.", "%d lanes deleted, with 1 card.", "%d lanes deleted, with %d cards."},
	},
	journey.KindCard: {
		"Add card", "Rename card", "Move card", "Move %d cards", "Duplicate card", "Duplicate %d cards", "Delete card", "Delete %d cards",
		[3]string{"Card “%s” deleted."}, [3]string{"%d cards deleted."},
	},
	journey.KindLink: {
		"Add link", "Rename link", "Move link", "Move %d links", "Duplicate link", "Duplicate %d links", "Delete link", "Delete %d links",
		[3]string{"Link “%s” deleted."}, [3]string{"%d links deleted."},
	},
	journey.KindNote: {
		"Add note", "Edit note", "Move note", "Move %d notes", "Duplicate note", "Duplicate %d notes", "Delete note", "Delete %d notes",
		[3]string{"Note “%s” deleted."}, [3]string{"%d notes deleted."},
	},
	journey.KindComment: {
		"Add comment", "Edit comment", "Move comment", "Move %d comments", "Duplicate comment", "Duplicate %d comments", "Delete comment", "Delete %d comments",
		[3]string{"Comment “%s” deleted."}, [3]string{"%d comments deleted."},
	},
	journey.KindPersona: {
		"Add persona", "Rename persona", "Move persona", "Move %d personas", "Duplicate persona", "Duplicate %d personas", "Delete persona", "Delete %d personas",
		[3]string{"Persona “%s” deleted."}, [3]string{"%d personas deleted."},
	},
	journey.KindChannel: {
		"Add channel", "Rename channel", "Move channel", "Move %d channels", "Duplicate channel", "Duplicate %d channels", "Delete channel", "Delete %d channels",
		[3]string{"Channel “%s” deleted."}, [3]string{"%d channels deleted."},
	},
	journey.KindPerson: {
		"Add person", "Rename person", "Move person", "Move %d people", "Duplicate person", "Duplicate %d people", "Delete person", "Delete %d people",
		[3]string{"Person “%s” deleted."}, [3]string{"%d people deleted."},
	},
	journey.KindView: {
		"Save view", "Rename view", "Move view", "Move %d views", "Duplicate view", "Duplicate %d views", "Delete view", "Delete %d views",
		[3]string{"View “%s” deleted."}, [3]string{"%d views deleted."},
	},
	journey.KindPreset: {
		"Save preset", "Rename preset", "Move preset", "Move %d presets", "Duplicate preset", "Duplicate %d presets", "Delete preset", "Delete %d presets",
		[3]string{"Preset “%s” deleted."}, [3]string{"%d presets deleted."},
	},
}

// mixed is the words for rows of several kinds.
var mixed = words{
	"Add", "Rename", "Move", "Move %d items", "Duplicate", "Duplicate %d items", "Delete", "Delete %d items",
	[3]string{"“%s” deleted."}, [3]string{"%d items deleted.", "%d items deleted, with 1 card.", "%d items deleted, with %d cards."},
}

// wordsFor is the words for rows: those of their kind where they share one.
func wordsFor(rows []journey.Row) words {
	if len(rows) == 0 {
		return mixed
	}
	for _, r := range rows[1:] {
		if r.Kind() != rows[0].Kind() {
			return mixed
		}
	}
	if w, ok := wordsOf[rows[0].Kind()]; ok {
		return w
	}
	return mixed
}

// counted is the label of what is done to n rows.
func counted(one, many string, n int) string {
	if n == 1 {
		return one
	}
	return fmt.Sprintf(many, n)
}

// saidGone is the sentence after rows were deleted, and cards with them.
func (w *words) saidGone(rows []journey.Row, cards int) string {
	var a []any
	forms := &w.gones
	if len(rows) == 1 {
		forms, a = &w.gone, append(a, journey.ShortName(rows[0]))
	} else {
		a = append(a, len(rows))
	}
	switch {
	case cards == 0 || forms[1] == "":
		return fmt.Sprintf(forms[0], a...)
	case cards == 1:
		return fmt.Sprintf(forms[1], a...)
	}
	return fmt.Sprintf(forms[2], append(a, cards)...)
}
