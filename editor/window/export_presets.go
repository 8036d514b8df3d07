package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"throughline/export"
	"throughline/journey"
)

// presets is the choice of the options that the file keeps under names, and of
// keeping these.
func (x *exportDialog) presets() []fyne.CanvasObject {
	w := x.w
	all := x.doc.editor.Doc.Project().Presets()
	names := []string{tr("As chosen below")}
	at := 0
	for i, p := range all {
		names = append(names, p.Title)
		if o, err := export.ReadOptions(p.Options); err == nil && o.String() == x.named().String() {
			at = i + 1
		}
	}
	names = append(names, tr("Keep these options"))
	return []fyne.CanvasObject{container.NewBorder(nil, nil, container.NewCenter(w.heading("Preset")), nil, container.New(leftInset{12}, w.selectField(names, at, func(i int) {
		switch {
		case i == len(all)+1:
			x.keep()
		case i > 0:
			x.take(all[i-1])
		}
	})))}
}

// named is the options with the name of the format.
func (x *exportDialog) named() export.Options {
	o := x.o
	o.Format = x.f.Name
	return o
}

// take takes the options of a preset.
func (x *exportDialog) take(p journey.Preset) {
	o, err := export.ReadOptions(p.Options)
	if err != nil {
		x.w.say(sentence(sentenceOf(err.Error())))
		return
	}
	x.o = o
	for _, f := range export.Formats {
		if f.Name == o.Format {
			x.f = f
		}
	}
	x.build()
	x.again()
}

// keep asks for a name and keeps the options in the file.
func (x *exportDialog) keep() {
	w := x.w
	name := w.entry()
	name.SetPlaceHolder(tr("Name"))
	var d *dialog
	done := func() {
		if name.Text == "" {
			return
		}
		d.close()
		title, o := journey.CleanText(name.Text), x.named()
		if err := x.doc.editor.Doc.Do("Keep preset", func(e *journey.Edit) error {
			export.KeepPreset(e, title, o)
			return nil
		}); err != nil {
			w.say(err)
		}
		x.build()
	}
	name.OnSubmitted = func(string) { done() }
	d = w.ask("Keep these options", fyne.NewSize(360, 0), name, x.build, w.button("Cancel", false, w.escape), w.button("Keep", true, done))
	w.win.Canvas().Focus(name)
}
