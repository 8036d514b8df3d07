package window

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"throughline/canvas/layout"
	slides "throughline/canvas/layout/slide"
	"throughline/export"
	"throughline/journey"
)

// exportDialog asks how the map is to leave the program, and shows what it will
// look like.
type exportDialog struct {
	*dialog
	w       *Window
	doc     *document // which may be another's meanwhile
	o       export.Options
	f       export.Format
	ids     []journey.ID // what is selected
	only    bool         // that alone is exported
	form    *fyne.Container
	preview *exportPreview
	accept  *button
	details map[string]*canvas.Text // of the ways to make pages, at the right of each
	letters *canvas.Text            // how small they get
	percent *entry
	foot    *canvas.Text // the file, its pages and its size
	look    exportLook
}

// The measures of the dialog.
const (
	exportWidth, exportHeight = 1144, 740
	exportForm                = 336
	exportBar                 = 12 // that scrolls the form, and room beside it
)

// openExport opens the dialog with what was last chosen for the map; nil where
// there is no map.
func (w *Window) openExport() *exportDialog {
	if w.doc == nil {
		return nil
	}
	w.doc.editor.Settle()
	x := &exportDialog{w: w, doc: w.doc, o: w.exportOptions(), ids: w.drawn(), details: map[string]*canvas.Text{}}
	x.f = export.Formats[0]
	for _, f := range export.Formats {
		if f.Name == x.o.Format {
			x.f = f
		}
	}
	x.letters, x.foot = w.caption(""), w.caption("")
	for _, m := range exportModes {
		x.details[m.mode] = w.caption("")
	}
	x.form = container.NewVBox()
	x.preview = newExportPreview(x)
	scroll := container.NewVScroll(container.New(narrow{}, container.NewBorder(nil, nil, nil, roomBeside(exportBar), container.New(inset{4, 0}, x.form))))
	content := container.New(beside{exportForm}, scroll, x.preview.Container)
	x.accept = w.button("Export", true, x.export)
	x.dialog = w.ask(fmt.Sprintf("Export “%s”", w.doc.editor.Map().Title), fyne.NewSize(exportWidth, exportHeight), content, x.leave, w.button("Cancel", false, w.escape), x.accept)
	x.dialog.beside(x.foot)
	x.build()
	x.again()
	w.win.Canvas().Focus(x.accept)
	return x
}

// exportDialog is openExport as a command.
func (w *Window) exportDialog() { w.openExport() }

// beside is a layout: something of a width, and the rest.
type beside struct{ width float32 }

func (beside) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (b beside) Layout(o []fyne.CanvasObject, size fyne.Size) {
	width := min(b.width, size.Width/2)
	o[0].Resize(fyne.NewSize(width, size.Height))
	o[1].Move(fyne.NewPos(width+16, 0))
	o[1].Resize(fyne.NewSize(size.Width-width-16, size.Height))
}

// narrow is a layout: one object, as wide as there is room for, whatever it
// would like.
type narrow struct{}

func (narrow) MinSize(o []fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, o[0].MinSize().Height) }

func (narrow) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }

// exportModes is the ways to make pages, in the order of the dialog.
var exportModes = []struct{ mode, title string }{
	{layout.FittedPage, "One page, fitted"}, {layout.PosterPage, "Poster, true size"}, {layout.StagePages, "Pages cut at stages"},
	{layout.TiledPages, "Tiled pages"}, {layout.TabletPages, "One page a stage"},
	{export.SlidePages, "Slides"}, {export.NotePages, "Slides with notes"},
}

// mode is how pages are made.
func (x *exportDialog) mode() string {
	if x.o.Pages == "" {
		return layout.PosterPage
	}
	return x.o.Pages
}

// set changes the options and shows what comes of it.
func (x *exportDialog) set(change func(*export.Options)) {
	change(&x.o)
	x.again()
}

// reform is set for what decides which fields there are.
func (x *exportDialog) reform(change func(*export.Options)) {
	change(&x.o)
	x.build()
	x.again()
}

// build makes the fields.
func (x *exportDialog) build() {
	var rows []fyne.CanvasObject
	add := func(o ...fyne.CanvasObject) { rows = append(rows, o...) }
	add(x.presets()...)
	add(x.formats()...)
	if x.f.Drawn {
		add(x.pages()...)
		add(x.sizes()...)
		add(x.themes()...)
		add(x.parts()...)
	}
	add(x.extras()...)
	x.form.Objects = rows
	x.form.Refresh()
	x.accept.SetText(tr("Export " + x.f.Title))
}

// shortFormats are the formats that stand side by side; the others are in a list.
var shortFormats = []string{"pdf", "png", "svg", "xlsx"}

func (x *exportDialog) formats() []fyne.CanvasObject {
	words := []string{"PDF", "PNG", "SVG", "Excel", "More"}
	take := func(name string) {
		i := slices.IndexFunc(export.Formats, func(f export.Format) bool { return f.Name == name })
		x.f = export.Formats[i]
		x.reform(func(o *export.Options) { o.Format = name })
	}
	var names, titles []string
	for _, f := range export.Formats {
		if !slices.Contains(shortFormats, f.Name) {
			names, titles = append(names, f.Name), append(titles, tr(f.Title))
		}
	}
	at := slices.Index(shortFormats, x.f.Name)
	if at < 0 {
		at = len(shortFormats)
	}
	out := []fyne.CanvasObject{x.w.heading("Format"), x.w.newSegment(words, at, func(i int) {
		if i < len(shortFormats) {
			take(shortFormats[i])
		} else {
			take(names[0])
		}
	})}
	if at == len(shortFormats) {
		out = append(out, x.w.selectField(titles, slices.Index(names, x.f.Name), func(i int) { take(names[i]) }))
	}
	return out
}

func (x *exportDialog) pages() []fyne.CanvasObject {
	out := []fyne.CanvasObject{x.w.heading("Page")}
	for _, m := range exportModes {
		out = append(out, x.w.radio(m.title, m.mode == x.mode(), x.details[m.mode], func() { x.reform(func(o *export.Options) { o.Pages = m.mode }) }))
		if m.mode == x.mode() {
			out = append(out, x.paper()...)
		}
	}
	return out
}

// paper is the fields below the way to make pages that is chosen.
func (x *exportDialog) paper() []fyne.CanvasObject {
	w := x.w
	var out []fyne.CanvasObject
	indent := func(o fyne.CanvasObject) fyne.CanvasObject { return container.New(leftInset{26}, o) }
	if x.mode() == layout.PosterPage {
		return nil
	}
	if x.mode() == export.SlidePages || x.mode() == export.NotePages {
		return []fyne.CanvasObject{indent(x.views())}
	}
	papers, shown := []string{""}, []string{tr("Paper that suits")}
	for _, p := range layout.Papers {
		for _, lies := range []string{"", layout.Landscape, layout.Portrait} {
			papers = append(papers, strings.TrimSpace(p.Name+" "+lies))
			shown = append(shown, tr(papers[len(papers)-1]))
		}
	}
	at := slices.IndexFunc(papers, func(p string) bool { return strings.EqualFold(p, x.o.Paper) })
	choice := w.selectField(shown, at, func(i int) { x.set(func(o *export.Options) { o.Paper = papers[i] }) })
	switch x.mode() {
	case layout.TiledPages:
		_, overlap := w.numberField(x.o.Overlap, 0, 30, "mm", func(v float64) { x.set(func(o *export.Options) { o.Overlap = v }) })
		out = append(out, indent(container.NewGridWithColumns(2, choice, container.NewBorder(nil, nil, container.NewCenter(w.caption(tr("Overlap"))), nil, overlap))),
			indent(w.tick("Crop marks and page numbers", x.o.Crop, func(on bool) { x.set(func(o *export.Options) { o.Crop = on }) })))
	case layout.StagePages, layout.TabletPages:
		out = append(out, indent(choice), indent(w.tick("Title and legend on a page of their own", x.o.Cover, func(on bool) { x.set(func(o *export.Options) { o.Cover = on }) })))
	default:
		out = append(out, indent(choice))
	}
	return out
}

// views is what slides show.
func (x *exportDialog) views() fyne.CanvasObject {
	var titles []string
	at := 0
	for i, k := range slides.Kinds {
		titles = append(titles, tr(k.Title))
		if k.Name == x.o.Slides {
			at = i
		}
	}
	return x.w.selectField(titles, at, func(i int) { x.set(func(o *export.Options) { o.Slides = slides.Kinds[i].Name }) })
}

// leftInset is a layout that moves its one object to the right.
type leftInset struct{ x float32 }

func (l leftInset) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().AddWidthHeight(l.x, 0)
}

func (l leftInset) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Move(fyne.NewPos(l.x, 0))
	o[0].Resize(size.SubtractWidthHeight(l.x, 0))
}

// sizes is the scale on paper, or how many pixels a picture has.
func (x *exportDialog) sizes() []fyne.CanvasObject {
	w := x.w
	var out []fyne.CanvasObject
	if m := x.mode(); m == layout.PosterPage || m == layout.TiledPages {
		v := x.o.Percent
		if v == 0 {
			v = 100
		}
		var slide *slide
		var track, field fyne.CanvasObject
		own := false // one of them follows the other
		take := func(v float64) { x.set(func(o *export.Options) { o.Percent = v }) }
		x.percent, field = w.numberField(v, 10, 400, "%", func(v float64) {
			if !own {
				own = true
				slide.SetValue(v)
				own = false
				take(v)
			}
		})
		slide, track = w.slider(v, 10, 400, func(v float64) {
			if !own {
				own = true
				x.percent.SetText(localNumber(fmt.Sprint(v)))
				own = false
				take(v)
			}
		})
		out = append(out, w.heading("Size on paper"), container.NewBorder(nil, nil, nil, container.NewGridWrap(fyne.NewSize(92, field.MinSize().Height), field), track))
	}
	out = append(out, x.letters)
	if x.f.Name == "png" || x.f.Name == "jpeg" {
		kinds := []string{tr("Pixels a unit"), tr("Pixels across"), tr("Pixels an inch")}
		at, v, least, most := 0, x.o.Pixels, 0.5, 8.0
		switch {
		case x.o.Width > 0:
			at, v, least, most = 1, float64(x.o.Width), 16, 60000
		case x.o.DPI > 0:
			at, v, least, most = 2, x.o.DPI, 10, 1200
		}
		put := func(o *export.Options, at int, v float64) {
			o.Pixels, o.Width, o.DPI = export.DefaultScale, 0, 0
			switch at {
			case 0:
				o.Pixels = v
			case 1:
				o.Width = int(v)
			case 2:
				o.DPI = v
			}
		}
		_, field := w.numberField(v, least, most, "", func(v float64) { x.set(func(o *export.Options) { put(o, at, v) }) })
		out = append(out, w.heading("Picture"), container.NewGridWithColumns(2, w.selectField(kinds, at, func(i int) {
			x.reform(func(o *export.Options) { put(o, i, []float64{export.DefaultScale, 2400, 150}[i]) })
		}), field))
	}
	return out
}

// themeWords are the themes in a word each.
var themeWords = map[string]string{layout.Print.Name: "Print", layout.Light.Name: "Light", layout.Dark.Name: "Dark", layout.Contrast.Name: "Contrast"}

func (x *exportDialog) themes() []fyne.CanvasObject {
	var words []string
	at := 0
	for i, t := range layout.Themes {
		words = append(words, themeWords[t.Name])
		if t.Name == x.o.Theme {
			at = i
		}
	}
	return []fyne.CanvasObject{x.w.heading("Theme"), x.w.newSegment(words, at, func(i int) { x.set(func(o *export.Options) { o.Theme = layout.Themes[i].Name }) })}
}

func (x *exportDialog) parts() []fyne.CanvasObject {
	grid := container.NewGridWithColumns(2)
	for _, p := range export.PartNames {
		grid.Add(x.w.tick(p.Title, x.o.Parts&p.Part != 0, func(on bool) {
			x.set(func(o *export.Options) {
				o.Parts &^= p.Part
				if on {
					o.Parts |= p.Part
				}
			})
		}))
	}
	return []fyne.CanvasObject{x.w.heading("Include"), grid}
}

// extras is what of the map is exported, and what only some formats have.
func (x *exportDialog) extras() []fyne.CanvasObject {
	w := x.w
	out := x.part()
	if len(x.ids) > 0 && x.f.Drawn {
		out = append(out, w.tick("Only what is selected", x.only, func(on bool) { x.only = on; x.again() }))
	}
	flag := func(title string, of func(*export.Options) *bool) {
		out = append(out, w.tick(title, *of(&x.o), func(on bool) { x.set(func(o *export.Options) { *of(o) = on }) }))
	}
	switch x.f.Name {
	case "pdf":
		flag("Carry the map, for an import", func(o *export.Options) *bool { return &o.Attach })
		flag("Smaller file, takes longer", func(o *export.Options) *bool { return &o.Small })
	case "png":
		flag("Transparent ground", func(o *export.Options) *bool { return &o.Clear })
	case "svg":
		flag("Transparent ground", func(o *export.Options) *bool { return &o.Clear })
		flag("Text as text, with its fonts", func(o *export.Options) *bool { return &o.Live })
	}
	return out
}

// selected is the rows that alone are exported.
func (x *exportDialog) selected() []journey.ID {
	if x.only && x.f.Drawn {
		return x.ids
	}
	return nil
}

// leave ends what is made for the preview.
func (x *exportDialog) leave() { x.look.stop() }

// export asks where to, and exports.
func (x *exportDialog) export() {
	w, o, f, only := x.w, x.o, x.f, x.selected()
	if w.doc != x.doc { // another map has been opened
		w.escape()
		return
	}
	o.Format = f.Name
	w.app.Preferences().SetString(exportKey(w.doc.editor.Map().ID), o.String())
	pages := x.look.count
	x.leave()
	x.close()
	w.choose("Export "+f.Title, "Export", safeName(w.doc.name())+f.Ext, true, []string{f.Ext}, func(path string) {
		run := func() { w.Export(path, f, o, only) }
		if there := alreadyThere(path, f, pages); there != "" {
			var d *dialog
			replace := w.button("Replace", true, func() { d.close(); run() })
			d = w.ask("Replace files", fyne.NewSize(420, 0), wrapped(tr(fmt.Sprintf("“%s” is there already. Other pages may be, too.", there))), nil, w.button("Cancel", false, w.escape), replace)
			w.win.Canvas().Focus(replace)
			return
		}
		run()
	})
}

// alreadyThere is the name of a page's file that would be replaced and was not
// asked about.
func alreadyThere(path string, f export.Format, pages int) string {
	if f.Page == nil || pages < 2 {
		return ""
	}
	for n := range pages {
		name := export.PageName(path, n+1)
		if _, err := os.Stat(name); err == nil {
			return filepath.Base(name)
		}
	}
	return ""
}
