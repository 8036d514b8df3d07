package editor

import "throughline/journey"

// style is how a row looks, apart from what it says.
type style struct {
	hue  int
	icon string
	card bool // the icon is a card's
}

// styleOf is the style of a row that has one.
func styleOf(r journey.Row) (style, bool) {
	switch r := r.(type) {
	case journey.Card:
		return style{r.Hue, r.Icon, true}, true
	case journey.Stage:
		return style{hue: r.Hue}, true
	case journey.Lane:
		return style{hue: r.Hue}, true
	case journey.Note:
		return style{hue: r.Hue}, true
	}
	return style{}, false
}

// copyStyle takes the look of what has the focus.
func (e *Editor) copyStyle() error {
	r, _ := e.Doc.Project().Row(e.focus.Row)
	if s, ok := styleOf(r); ok {
		e.style = &s
	}
	return nil
}

// pasteStyle gives what is selected the look that was copied.
func (e *Editor) pasteStyle() error {
	var why error
	err := e.Doc.Do("Paste style", func(ed *journey.Edit) error {
		for _, id := range e.sel.ids {
			if err := e.locked(id); err != nil {
				why = err
				continue
			}
			r, _ := ed.Row(id)
			switch r := r.(type) {
			case journey.Card:
				if r.Hue = e.style.hue; e.style.card {
					r.Icon = e.style.icon
				}
				ed.Put(r)
			case journey.Stage:
				r.Hue = e.style.hue
				ed.Put(r)
			case journey.Lane:
				r.Hue = e.style.hue
				ed.Put(r)
			case journey.Note:
				r.Hue = e.style.hue
				ed.Put(r)
			}
		}
		return nil
	})
	if err == nil {
		err = why
	}
	return err
}
