package editor

import (
	"time"

	"throughline/journey"
)

// AddComment says something of a row. Of one that is gone, as a new card is that
// was left without a word, there is nothing to say.
func (e *Editor) AddComment(on journey.ID, author, text string) error {
	return e.Doc.Do(wordsOf[journey.KindComment].add, func(ed *journey.Edit) error {
		if _, ok := ed.Row(on); !ok {
			return nil
		}
		ed.Put(journey.Comment{ID: ed.NewID(), On: on, Author: journey.CleanText(author), At: e.Doc.now().UTC().Format(time.RFC3339), Text: journey.CleanText(text)})
		return nil
	})
}

// SettleComment marks a comment as settled, or opens it again.
func (e *Editor) SettleComment(id journey.ID, done bool) error {
	c, ok := get[journey.Comment](e, id)
	if !ok {
		return nil
	}
	label := "Open comment again"
	if done {
		label = "Settle comment"
	}
	return e.Doc.Do(label, func(ed *journey.Edit) error {
		c.Done = done
		ed.Put(c)
		return nil
	})
}
