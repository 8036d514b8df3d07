package editor

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"throughline/canvas/geom"
	"throughline/journey"
)

// ErrNoPlace says that files were dropped where there is neither a card nor a
// cell.
var ErrNoPlace = errors.New("files were dropped on no card and in no cell")

// NoFilesError says that a lane makes no cards of files.
type NoFilesError struct{ Lane string }

// Error names the lane.
func (e NoFilesError) Error() string { return fmt.Sprintf("lane “%s” takes no files", e.Lane) }

// DropMedia gives files that were dropped at a point of the view to the card
// there, or makes cards of them in the cell there, as one step of undo. Their
// bytes are in the file of the document already. Pictures are shown where the
// lane shows any; everything else is attached.
func (e *Editor) DropMedia(at geom.Point, media ...journey.Media) error {
	e.Settle()
	at = e.seenAt(at)
	if c, _, ok := e.hitCard(at); ok {
		if err := e.locked(c.ID); err != nil {
			return err
		}
		return e.Doc.Do("Attach "+count(len(media), "file"), func(ed *journey.Edit) error {
			for _, m := range media {
				c = attached(ed, c, e.shows(c, m), m)
			}
			ed.Put(c)
			return nil
		})
	}
	cell, ok := e.view.sheet.CellAt(e.view.toBody(at))
	if !ok || !e.view.body().Contains(at) {
		return ErrNoPlace
	}
	lane := cell.Row.Lane
	if err := e.locked(lane.ID); err != nil {
		return err
	}
	info := lane.LaneKind.Info()
	if info.Card == "" || info.Span == journey.WholeMap {
		return NoFilesError{lane.Title}
	}
	var made []journey.ID
	err := e.Doc.Do("Add "+count(len(media), "file"), func(ed *journey.Edit) error {
		for _, m := range media {
			c := journey.Card{ID: ed.NewID(), Lane: lane.ID, Stage: cell.Column.Stage}
			if info.Span != journey.PerStage {
				c.Step = cell.Column.Step
			}
			c.Order = after(ed.Now().Cards(c.Lane, c.Column()))
			if lane.LaneKind != journey.Images {
				c.Title = strings.TrimSuffix(m.Name, filepath.Ext(m.Name))
			}
			ed.Put(attached(ed, c, ofLaneShows(lane.LaneKind) && drawn(m), m))
			made = append(made, c.ID)
		}
		return nil
	})
	if err == nil {
		e.Select(made...)
	}
	return err
}

// shows reports whether a card draws a medium.
func (e *Editor) shows(c journey.Card, m journey.Media) bool {
	l, _ := journey.Get[journey.Lane](e.Doc.Project(), c.Lane)
	return ofLaneShows(l.LaneKind) && drawn(m)
}

// ofLaneShows reports whether cards of a kind of lane have an image.
func ofLaneShows(k journey.LaneKind) bool {
	return slices.ContainsFunc(ofLane(cardProperties, k), func(p Property) bool { return p.Field == "Image" })
}

// drawn reports whether a medium is a picture.
func drawn(m journey.Media) bool { return strings.HasPrefix(m.Type, "image/") }

// attached is a card with a medium as its image or its file.
func attached(ed *journey.Edit, c journey.Card, image bool, m journey.Media) journey.Card {
	id := mediaRow(ed, m)
	if image {
		c.Image = id
	} else {
		c.File = id
	}
	return c
}

// mediaRow is the row of a medium: the one that is there with the same bytes
// and name, or a new one.
func mediaRow(ed *journey.Edit, m journey.Media) journey.ID {
	for _, x := range ed.Now().Media() {
		if x.Hash == m.Hash && x.Name == m.Name {
			return x.ID
		}
	}
	m.ID = ed.NewID()
	ed.Put(m)
	return m.ID
}
