package window

import (
	"fmt"
	"os/user"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"throughline/journey"
)

// comments shows what was said of a row, and takes more.
type comments struct {
	*dialog
	doc   *document
	on    journey.ID
	lines *fyne.Container
	typed *entry
}

// commentsDialog opens the comments on what is selected, or on the map.
func (w *Window) commentsDialog() {
	doc := w.doc
	if doc == nil {
		return
	}
	c := &comments{doc: doc, on: doc.editor.Map().ID, lines: container.NewVBox(), typed: w.entry()}
	if sel := doc.editor.Selection(); len(sel) > 0 {
		c.on = sel[len(sel)-1]
	}
	r, ok := doc.editor.Doc.Project().Row(c.on)
	if !ok {
		return
	}
	c.typed.SetPlaceHolder(tr("Say something of it"))
	c.typed.OnSubmitted = func(string) { c.add() }
	scroll := container.NewVScroll(c.lines)
	c.dialog = w.ask(fmt.Sprintf("Comments on “%s”", journey.ShortName(r)), fyne.NewSize(commentsWidth, 400), container.NewBorder(nil, c.typed, nil, nil, scroll), nil,
		w.button("Close", false, w.escape), w.button("Add", true, c.add))
	c.show()
	w.win.Canvas().Focus(c.typed)
}

const commentsWidth = 480

func (c *comments) add() {
	text := strings.TrimSpace(c.typed.Text)
	if text == "" {
		return
	}
	if err := c.doc.editor.AddComment(c.on, commenter(), text); err != nil {
		c.w.say(err)
		return
	}
	c.typed.SetText("")
	c.show()
}

// commenter is who writes a comment: the user of the computer.
func commenter() string {
	u, err := user.Current()
	if err != nil {
		return ""
	}
	if u.Name != "" {
		return u.Name
	}
	return u.Username
}

// show lists the comments, the oldest first.
func (c *comments) show() {
	th := c.w.look.colors
	c.lines.Objects = nil
	for _, x := range c.doc.editor.Doc.Project().Comments(c.on) {
		who := x.Author
		if at, err := time.Parse(time.RFC3339, x.At); err == nil {
			who = strings.TrimSpace(who + "  " + at.Local().Format("2006-01-02 15:04"))
		}
		head := canvas.NewText(oneLine(who, ""), rgb(th.Ink3, 255))
		head.TextSize = 12
		done := widget.NewCheck(tr("Settled"), nil)
		done.SetChecked(x.Done)
		done.OnChanged = func(on bool) { c.do(func() error { return c.doc.editor.SettleComment(x.ID, on) }) }
		gone := c.w.newTool("trash", "", "Delete", func() { c.do(func() error { return c.doc.editor.Delete(x.ID) }) })
		c.lines.Add(container.NewBorder(nil, nil, container.NewCenter(container.New(inset{6, 0}, head)), container.NewHBox(done, gone)))
		c.lines.Add(c.w.passage(x.Text, commentsWidth-32))
		c.lines.Add(widget.NewSeparator())
	}
	if len(c.lines.Objects) == 0 {
		c.lines.Add(wrapped(tr("Nothing was said of it yet.")))
	}
	c.lines.Refresh()
}

func (c *comments) do(f func() error) {
	if err := f(); err != nil {
		c.w.say(err)
	}
	c.show()
}
