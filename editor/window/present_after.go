package window

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"throughline/editor"
)

// showGathered lists what rooms have said of the map.
func (w *Window) showGathered() {
	if w.doc == nil {
		return
	}
	var all []fyne.CanvasObject
	for _, g := range w.doc.editor.Gathered() {
		name := widget.NewLabelWithStyle(g.Name, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
		name.Wrapping = fyne.TextWrapWord
		all = append(all, name, widget.NewLabel(tr(gatheredText(g))))
	}
	if len(all) == 0 {
		all = append(all, widget.NewLabel(tr("Nobody has voted or had an idea yet.")))
	}
	scroll := container.NewVScroll(container.NewVBox(all...))
	scroll.SetMinSize(fyne.NewSize(440, 280))
	var d *dialog
	done := w.button("Close", true, func() { d.close() })
	d = w.ask("What the room said", fyne.NewSize(480, 0), scroll, nil, done)
}

// gatheredText is what was said of one row, in words.
func gatheredText(g editor.Gathered) string {
	switch {
	case g.Votes == 0 && g.Ideas == 1:
		return "1 idea"
	case g.Votes == 0:
		return fmt.Sprintf("%d ideas", g.Ideas)
	case g.Ideas == 0 && g.Votes == 1:
		return fmt.Sprintf("1 vote, %.1f of 5", g.Mean+3)
	case g.Ideas == 0:
		return fmt.Sprintf("%d votes, %.1f of 5 on average", g.Votes, g.Mean+3)
	case g.Votes == 1 && g.Ideas == 1:
		return fmt.Sprintf("1 vote, %.1f of 5, and 1 idea", g.Mean+3)
	case g.Ideas == 1:
		return fmt.Sprintf("%d votes, %.1f of 5 on average, and 1 idea", g.Votes, g.Mean+3)
	case g.Votes == 1:
		return fmt.Sprintf("1 vote, %.1f of 5, and %d ideas", g.Mean+3, g.Ideas)
	}
	return fmt.Sprintf("%d votes, %.1f of 5 on average, and %d ideas", g.Votes, g.Mean+3, g.Ideas)
}
