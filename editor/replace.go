package editor

import (
	"fmt"
	"regexp"

	"throughline/journey"
)

// Replace puts other words in place of those that the search is for, in the
// titles and texts of what it found, or of the shown one only. Small and capital
// letters count as the same. What is locked stays.
func (e *Editor) Replace(with string, all bool) error {
	f := e.Found()
	if e.search.query.Text == "" || len(f.IDs) == 0 {
		return nil
	}
	if !all && f.At < 0 {
		e.NextFound(1)
		f = e.Found()
	}
	ids := f.IDs
	if !all {
		ids = ids[f.At : f.At+1]
	}
	words := regexp.MustCompile("(?i)" + regexp.QuoteMeta(e.search.query.Text))
	with = journey.CleanText(with)
	n, label := 0, "Replace text"
	err := e.Doc.Do(label, func(ed *journey.Edit) error {
		for _, id := range ids {
			if r, ok := ed.Row(id); ok && e.locked(id) == nil {
				n += len(words.FindAllString(journey.TitleOf(r), -1))
				r, _ = withTitle(r, words.ReplaceAllLiteralString(journey.TitleOf(r), with))
				if c, ok := r.(journey.Card); ok {
					n += len(words.FindAllString(c.Text, -1))
					c.Text = words.ReplaceAllLiteralString(c.Text, with)
					r = c
				}
				ed.Put(r)
			}
		}
		return nil
	})
	switch {
	case err != nil:
		return err
	case n == 1:
		e.say("1 place replaced.")
	case n > 1:
		e.say(fmt.Sprintf("%d places replaced.", n))
	default:
		e.notice = &Notice{Text: "Nothing was replaced. What was found stands in no title or text."}
		e.notify()
	}
	return nil
}
