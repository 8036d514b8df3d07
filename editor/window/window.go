package window

import (
	"context"
	"embed"
	"io/fs"
	"runtime"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

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
	Templates fs.FS // and what they say in other languages, in a folder
	// Translations has translations/LANGUAGE.json; an embed.FS, for Fyne wants one.
	Translations embed.FS
	Mark         []byte // the program's sign, as SVG
	Renderer     *raster.Renderer
	Now          func() time.Time
	// Home is the folder in which files stand that nobody has given a name yet.
	Home string
	// State is the file of what is remembered from one start to the next; "" is
	// none.
	State string
	// Displays are the computer's screens; nil are those that there are.
	Displays Displays
	// Spent, if set, is told how long each of the map's callbacks took.
	Spent func(time.Duration)
}

// Window is the program's window. Its methods belong to Fyne's goroutine.
type Window struct {
	Kit
	app       fyne.App
	win       fyne.Window
	look      *look
	icons     map[iconLook]fyne.Resource
	doc       *document // that is shown; nil before the first
	bar       toolbar
	status    status
	tip       *fyne.Container // layer of the tooltip
	snack     *fyne.Container // layer of the snackbar
	snacks    int             // shown so far
	undoable  int64           // the entry of the log that the snackbar offers to take back, or 0
	find      *findBar
	check     *checkPanel
	place     *fyne.Container // where the map stands
	frame     *frame
	body      *fyne.Container   // everything below the menu, laid out by frame
	left      fyne.CanvasObject // the panel at the left of the map; nil is none
	right     fyne.CanvasObject // the one at the right
	inspector *inspector        // in it
	pasting   *dialog           // that asks about a paste; nil is none
	menu      *fyne.MainMenu
	menuBar   *menuBar
	menuUnder *tool             // that asks for the menu of the selection; nil is the map
	shortcuts map[string]func() // of the menus, by name
	entries   []menuEntry       // of menu
	commands  []command
	views     string // that the menu offers
	turned    bool   // the menus are those of a map that reads from the right
	title     string

	leftPanel leftPanel
	start     *startScreen    // nil while a map is shown
	list      *mapList        // in place of the map's picture; nil is none
	top       *fyne.Container // all layers of the window

	memory      remembered
	remembering bool          // it is written before long
	moved       rememberView  // what was in sight at the last event
	atRest      *time.Timer   // since then
	writing     sync.Mutex    // of its file
	system      *layout.Theme // that the system asks for
	gone        bool          // the window is closed

	floats fyne.Position // where something is dragged onto the map

	room      *showing // in which a map is presented; nil where none is
	toPresent *string  // the view in which the next file is presented; nil where it is not

	lastFolder string   // in which a file was chosen
	printed    []string // folders of what was handed over to be printed

	rest    rest
	asked   int                // documents to show
	ctx     context.Context    // of all tasks
	end     context.CancelFunc // of ctx
	tasks   pending
	closing pending       // files
	over    chan struct{} // closed when the window is, and all is kept
	once    sync.Once     // for over
}

// Title is the name of the program, and of its window as long as no file is
// open. X11 takes it as the window's class.
const Title = "Throughline"

// New is a window of an app.
func New(app fyne.App, k Kit) (*Window, error) {
	w := &Window{Kit: k, app: app, over: make(chan struct{}), icons: map[iconLook]fyne.Resource{}, memory: recall(k.State), system: &layout.Light}
	if err := k.speak(w.memory.Language); err != nil {
		return nil, err
	}
	w.ctx, w.end = context.WithCancel(context.Background())
	font := func(name string) (fyne.Resource, error) {
		b, err := fs.ReadFile(k.FontFiles, name)
		return fyne.NewStaticResource(name, b), err
	}
	takeSize(w.memory.Size)
	w.look = &look{colors: &layout.Light, signs: signs(k.Icons)}
	var err error
	for name, at := range map[string]*fyne.Resource{"Inter-Regular.ttf": &w.look.regular, "Inter-SemiBold.ttf": &w.look.bold, "Inter-MediumItalic.ttf": &w.look.slim} {
		if *at, err = font(name); err != nil {
			return nil, err
		}
	}
	if runtime.GOOS != "linux" { // there Fyne asks for it only later
		w.system = themeOf(app.Settings())
	}
	w.look.colors = w.theme()
	w.setLook()
	app.Settings().AddListener(w.systemTheme)
	app.SetIcon(fyne.NewStaticResource("mark.svg", k.Mark))
	w.win = app.NewWindow(Title)
	w.win.SetPadded(false)
	w.tip, w.snack = container.NewWithoutLayout(), container.New(afloat{w})
	w.place = container.NewStack()
	w.frame, w.find, w.check = newFrame(w), newFindBar(w), newCheckPanel(w)
	w.frame.recall()
	w.commands = w.windowCommands()
	w.build()
	w.refresh()
	w.win.Resize(fyne.NewSize(w.memory.Width, w.memory.Height))
	w.win.SetCloseIntercept(w.Quit)
	w.win.SetOnClosed(w.closed)
	w.win.SetOnDropped(w.dropped)
	w.win.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { // nothing has the focus
		switch e.Name {
		case fyne.KeyEscape:
			w.escape()
		case fyne.KeyF10:
			w.focusMenu()
		}
	})
	if c, ok := w.win.Canvas().(desktop.Canvas); ok { // as after a menu
		c.SetOnKeyDown(func(e *fyne.KeyEvent) {
			if w.focusMap(); w.doc != nil && w.win.Canvas().Focused() == fyne.Focusable(w.doc.view) {
				w.doc.view.KeyDown(e)
			}
		})
	}
	return w, nil
}

// build makes the window's content; again after the theme has changed.
func (w *Window) build() {
	top, bottom := w.buildToolbar(), w.buildStatus()
	w.left = w.buildLeft()
	if w.find.typed != nil { // in the colours of now
		w.find.build()
	}
	if w.check.doc != nil {
		w.check.build()
	}
	w.inspector = newInspector(w)
	w.right = w.inspector.object()
	w.buildBody(top, bottom)
	w.top = container.NewStack(w.layers()...)
	w.menuBar = newMenuBar(w)
	w.menuBar.set(nil)
	w.win.SetContent(container.New(below{}, w.menuBar, w.top))
	w.buildMenu()
	if w.list != nil {
		w.list = nil
		w.toggleList()
	}
	if w.start != nil {
		w.showStart("")
	}
}

// layers is what lies over what while a map is shown.
func (w *Window) layers() []fyne.CanvasObject {
	return []fyne.CanvasObject{w.body, w.find.layer, w.check.layer, w.snack, w.tip}
}

// setting is what the map's view needs of the program.
func (w *Window) setting() canvas.Setting {
	s := w.settingOf(w.win)
	s.Menu = w.focusMenu
	return s
}

// settingOf is what a view in a window needs of the program.
func (w *Window) settingOf(win fyne.Window) canvas.Setting {
	return canvas.Setting{
		Renderer: w.Renderer,
		Do: func(f func()) {
			fyne.Do(func() {
				f()
				w.repaintOf(win)
			})
		},
		Mods: func() fyne.KeyModifier {
			if d, ok := w.app.Driver().(desktop.Driver); ok {
				return d.CurrentKeyModifiers()
			}
			return 0
		},
		Now: w.Now, Repaint: w.repaint, Hint: w.hint, Spent: w.Spent,
	}
}

// repaint has the window painted anew. Fyne does so when an object in it says
// that it has changed, and hears nothing when a container is given others, as
// the map's view does with tiles and marks.
func (w *Window) repaint() { w.repaintOf(w.win) }

// repaintOf is repaint for any window.
func (w *Window) repaintOf(win fyne.Window) {
	if c, ok := win.Canvas().(interface{ SetDirty() }); ok {
		c.SetDirty()
	}
}

// focusMap gives the keyboard back to the map, unless a dialog has it.
func (w *Window) focusMap() {
	if w.hasMap() && w.win.Canvas().Overlays().Top() == nil {
		if w.list != nil {
			w.win.Canvas().Focus(w.list.list.field)
			return
		}
		w.win.Canvas().Focus(w.doc.view)
	}
}

// theme is the theme that somebody has chosen, or the system's.
func (w *Window) theme() *layout.Theme {
	if th, ok := layout.ThemeNamed(w.memory.Theme); ok && th.Window {
		return th
	}
	return w.system
}

// applying is set while Fyne is given a theme: what it says then is not the
// system's word.
var applying bool

func (w *Window) setLook() {
	applying = true
	w.app.Settings().SetTheme(w.look)
	applying = false
}

func themeOf(s fyne.Settings) *layout.Theme {
	if s.ThemeVariant() == theme.VariantDark {
		return &layout.Dark
	}
	return &layout.Light
}

// systemTheme hears from Fyne that the system's theme is known, or another one.
func (w *Window) systemTheme(s fyne.Settings) {
	if applying || w.gone {
		return
	}
	w.system = themeOf(s)
	if w.theme() != w.look.colors {
		w.apply(w.theme())
	}
}

// SetTheme shows the window and the map in another theme; nil follows the
// system.
func (w *Window) SetTheme(t *layout.Theme) {
	w.memory.Theme = ""
	if t != nil {
		w.memory.Theme = t.Name
	}
	w.apply(w.theme())
	w.remember()
}

func (w *Window) apply(t *layout.Theme) {
	w.look.colors = t
	w.setLook()
	w.build()
	if w.doc != nil {
		w.doc.editor.SetTheme(t)
	}
	w.refresh()
}

// refresh brings everything around the map up to date.
func (w *Window) refresh() {
	w.refreshTitle()
	w.refreshToolbar()
	w.refreshStatus()
	w.find.show()
	w.check.follow()
	w.refreshMenu()
	w.refreshLeft()
	if w.list != nil && w.hasMap() {
		w.list.refresh()
	}
	w.inspector.refresh()
}

// refreshTitle says in the title bar which file is open.
func (w *Window) refreshTitle() {
	title := Title
	if w.doc != nil && w.doc.name() != "" {
		title = w.doc.name() + " – " + Title
	}
	if title != w.title {
		w.title = title
		w.win.SetTitle(title)
	}
}
