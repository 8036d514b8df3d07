package window

import (
	"io/fs"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"throughline/canvas"
	"throughline/canvas/layout"
	"throughline/canvas/raster"
	"throughline/canvas/text"
)

// Kit is what the window is given to work with.
type Kit struct {
	Fonts     *text.Fonts
	Icons     *layout.Icons
	FontFiles fs.FS // Inter, for Fyne's own widgets
	Templates fs.FS
	Mark      []byte // the program's sign, as SVG
	Renderer  *raster.Renderer
	Now       func() time.Time
	// Home is the folder in which files stand that nobody has given a name yet.
	Home string
	// Spent, if set, is told how long each of the map's callbacks took.
	Spent func(time.Duration)
}

// Window is the program's window. Its methods belong to Fyne's goroutine.
type Window struct {
	Kit
	app    fyne.App
	win    fyne.Window
	look   *look
	doc    *document // that is shown; nil before the first
	bar    toolbar
	status status
	tip    *fyne.Container // layer of the tooltip
	snack  *fyne.Container // layer of the snackbar
	snacks int             // shown so far
	place  *fyne.Container // where the map stands
	menu   *fyne.MainMenu
	busy   int // tasks that are running
}

// Title is the name of the program, and of its window as long as no file is
// open. X11 takes it as the window's class.
const Title = "Throughline"

// New is a window of an app.
func New(app fyne.App, k Kit) (*Window, error) {
	if err := protectFiles(); err != nil {
		return nil, err
	}
	w := &Window{Kit: k, app: app}
	font := func(name string) (fyne.Resource, error) {
		b, err := fs.ReadFile(k.FontFiles, name)
		return fyne.NewStaticResource(name, b), err
	}
	w.look = &look{colors: &layout.Light}
	var err error
	for name, at := range map[string]*fyne.Resource{"Inter-Regular.ttf": &w.look.regular, "Inter-SemiBold.ttf": &w.look.bold, "Inter-MediumItalic.ttf": &w.look.slim} {
		if *at, err = font(name); err != nil {
			return nil, err
		}
	}
	if app.Preferences().String(themeKey) == layout.Dark.Name {
		w.look.colors = &layout.Dark
	}
	app.Settings().SetTheme(w.look)
	w.win = app.NewWindow(Title)
	w.win.SetPadded(false)
	w.tip, w.snack = container.NewWithoutLayout(), container.NewWithoutLayout()
	w.place = container.NewStack()
	w.build()
	w.win.Resize(fyne.NewSize(1440, 900))
	w.win.SetOnClosed(w.closed)
	w.win.SetOnDropped(w.dropped)
	app.Lifecycle().SetOnStopped(w.closed)
	return w, nil
}

// build makes the window's content; again after the theme has changed.
func (w *Window) build() {
	top, bottom := w.buildToolbar(), w.buildStatus()
	body := container.New(frame{}, top, bottom, w.place)
	w.win.SetContent(container.NewStack(body, w.snack, w.tip))
	w.buildMenu()
}

// frame is a layout: a bar above, a bar below, and the map between them, with
// nothing in between.
type frame struct{}

func (frame) MinSize(o []fyne.CanvasObject) fyne.Size {
	m := o[2].MinSize()
	return fyne.NewSize(max(m.Width, o[0].MinSize().Width), m.Height+o[0].MinSize().Height+o[1].MinSize().Height)
}

func (frame) Layout(o []fyne.CanvasObject, size fyne.Size) {
	top, bottom := o[0].MinSize().Height, o[1].MinSize().Height
	o[0].Resize(fyne.NewSize(size.Width, top))
	o[0].Move(fyne.NewPos(0, 0))
	o[1].Resize(fyne.NewSize(size.Width, bottom))
	o[1].Move(fyne.NewPos(0, size.Height-bottom))
	o[2].Resize(fyne.NewSize(size.Width, size.Height-top-bottom))
	o[2].Move(fyne.NewPos(0, top))
}

// Show opens the window and runs until it is closed.
func (w *Window) Show() { w.win.ShowAndRun() }

// closed keeps what is still unwritten.
func (w *Window) closed() {
	if w.doc != nil {
		w.doc.close()
		w.doc = nil
	}
}

// setting is what the map's view needs of the program.
func (w *Window) setting() canvas.Setting {
	return canvas.Setting{
		Renderer: w.Renderer,
		Do:       func(f func()) { fyne.Do(f) },
		Mods: func() fyne.KeyModifier {
			if d, ok := w.app.Driver().(desktop.Driver); ok {
				return d.CurrentKeyModifiers()
			}
			return 0
		},
		Now: w.Now, Hint: w.hint, Spent: w.Spent,
	}
}

// focusMap gives the keyboard back to the map.
func (w *Window) focusMap() {
	if w.doc != nil {
		w.win.Canvas().Focus(w.doc.view)
	}
}

// themeKey is the preference that keeps the window's theme.
const themeKey = "theme"

// SetTheme shows the window and the map in another theme.
func (w *Window) SetTheme(t *layout.Theme) {
	w.look.colors = t
	w.app.Preferences().SetString(themeKey, t.Name)
	w.app.Settings().SetTheme(w.look)
	w.build()
	if w.doc != nil {
		w.doc.editor.SetTheme(t)
	}
	w.refresh()
}

// refresh brings everything around the map up to date.
func (w *Window) refresh() {
	w.refreshToolbar()
	w.refreshStatus()
	w.refreshMenu()
}
