package window

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// chooser asks for a file: one that is there, or the name of one to write. It
// is our own because Fyne's lists folders on the window's goroutine, knows no
// Esc, and opens for writing what somebody only chose.
type chooser struct {
	*dialog
	folder string
	save   bool
	ext    []string // what is listed; the first one is added to a name without
	then   func(path string)

	files  []fs.FileInfo
	asked  int // listings of folders
	list   *widget.List
	none   fyne.CanvasObject // says that there is nothing in the list
	where  *widget.Label
	name   *entry
	said   *widget.Label
	accept *button
	agreed string // the path that Enter was asked about
	click  time.Time
	last   string // that was clicked
}

// choose shows the dialog. name is what it proposes to save as.
func (w *Window) choose(title, verb, name string, save bool, ext []string, then func(string)) {
	c := &chooser{folder: w.folder(), save: save, ext: ext, then: then}
	c.where, c.said = widget.NewLabel(""), wrapped("")
	c.where.Truncation = fyne.TextTruncateEllipsis
	c.said.Importance = widget.WarningImportance
	c.said.Hide()
	c.name = w.entry()
	c.name.SetPlaceHolder("Name")
	c.name.SetText(name)
	c.name.OnSubmitted = func(string) { c.enter() }
	c.name.OnChanged = func(string) { c.say("", verb) }
	c.list = widget.NewList(func() int { return len(c.files) }, func() fyne.CanvasObject { return newFileRow(w) },
		func(i int, o fyne.CanvasObject) { o.(*fileRow).show(c, c.files[i]) })
	c.accept = w.button(verb, true, c.enter)
	places := container.NewHBox(w.framed(w.button("Up", false, func() { c.visit(filepath.Dir(c.folder)) })))
	for _, p := range w.places() {
		places.Add(w.framed(w.button(p.name, false, func() { c.visit(p.path) })))
	}
	edge := box(noColor, rgb(w.look.colors.Hair2, 255), 6, 1)
	none := canvas.NewText(tr("There is nothing to open in this folder."), rgb(w.look.colors.Ink3, 255))
	c.none = container.NewCenter(none)
	c.none.Hide()
	files := container.NewStack(edge, container.New(inset{1, 1}, c.list), c.none)
	content := container.NewBorder(container.NewVBox(places, c.where), container.New(inset{0, 4}, container.NewVBox(c.said, c.name)), nil, nil, files)
	c.dialog = w.ask(title, fyne.NewSize(640, 520), content, nil, w.button("Cancel", false, w.escape), c.accept)
	w.win.Canvas().Focus(c.name)
	c.name.TypedShortcut(&fyne.ShortcutSelectAll{})
	fyne.Do(func() { // again, to be seen, once it has its size
		if c.name.Text == name { // nobody has begun to type yet
			c.name.TypedShortcut(&fyne.ShortcutSelectAll{})
		}
	})
	c.visit(c.folder)
}

// place is a folder that people go to.
type place struct{ name, path string }

func (w *Window) places() []place {
	var out []place
	if home, err := os.UserHomeDir(); err == nil {
		out = append(out, place{"Home folder", home})
	}
	return append(out, place{"Maps without a name", w.Home})
}

// folder is where a dialog begins: where the last one ended, or beside the file
// that is open.
func (w *Window) folder() string {
	switch {
	case w.lastFolder != "":
		return w.lastFolder
	case w.doc != nil && !w.doc.noName:
		return filepath.Dir(w.doc.file.Path())
	}
	if home, err := os.UserHomeDir(); err == nil {
		return home
	}
	return "."
}

// visit lists a folder, in the background.
func (c *chooser) visit(folder string) {
	c.asked++
	asked := c.asked
	go func() {
		files, err := listFolder(folder, c.ext)
		fyne.Do(func() {
			if asked != c.asked || !c.open {
				return
			}
			if err != nil {
				c.say(Explain(err, folder), c.accept.Text)
				return
			}
			c.folder, c.files = folder, files
			c.where.SetText(folder)
			if c.none.Hide(); len(files) == 0 && !c.save {
				c.none.Show()
			}
			c.list.ScrollToTop()
			c.list.Refresh()
		})
	}()
}

// listFolder is a folder's folders, and its files of some kinds.
func listFolder(folder string, ext []string) ([]fs.FileInfo, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var out []fs.FileInfo
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		info, err := os.Stat(filepath.Join(folder, e.Name())) // links are followed
		if err != nil || !info.IsDir() && !hasEnding(e.Name(), ext) {
			continue
		}
		out = append(out, info)
	}
	slices.SortStableFunc(out, func(a, b fs.FileInfo) int {
		if a.IsDir() != b.IsDir() {
			if a.IsDir() {
				return -1
			}
			return 1
		}
		return strings.Compare(strings.ToLower(a.Name()), strings.ToLower(b.Name()))
	})
	return out, nil
}

// hasEnding reports whether a name ends in one of ext; with nil every name does.
func hasEnding(name string, ext []string) bool {
	return ext == nil || slices.ContainsFunc(ext, func(e string) bool { return strings.HasSuffix(strings.ToLower(name), e) })
}

// pick is a click on a row: into a folder, or the file's name into the entry. A
// second click accepts it.
func (c *chooser) pick(f fs.FileInfo, now time.Time) {
	if f.IsDir() {
		c.visit(filepath.Join(c.folder, f.Name()))
		return
	}
	again := c.last == f.Name() && now.Sub(c.click) < 400*time.Millisecond
	c.last, c.click = f.Name(), now
	c.name.SetText(f.Name())
	if again && !c.save {
		c.enter()
	}
}

// say shows a sentence above the name, and what Enter does.
func (c *chooser) say(sentence, verb string) {
	c.said.SetText(sentence)
	c.said.Hidden = sentence == ""
	c.accept.SetText(verb)
	c.Refresh()
}

// enter takes the name. What would be replaced or has to be made is asked about
// first: the button says what it will do then.
func (c *chooser) enter() {
	path := strings.TrimSpace(c.name.Text)
	if path == "" {
		return
	}
	if rest, ok := strings.CutPrefix(path, "~/"); ok {
		if home, err := os.UserHomeDir(); err == nil {
			path = filepath.Join(home, rest)
		}
	}
	if !filepath.IsAbs(path) {
		path = filepath.Join(c.folder, path)
	}
	info, err := os.Stat(path)
	if err == nil && info.IsDir() {
		c.name.SetText("")
		c.visit(path)
		return
	}
	if c.save && !hasEnding(path, c.ext[:1]) {
		path += c.ext[0]
		info, err = os.Stat(path)
	}
	_, noFolder := os.Stat(filepath.Dir(path))
	switch {
	case !c.save && err != nil:
		c.say(Explain(err, path), c.accept.Text)
	case c.save && noFolder != nil && c.agreed != path:
		c.agreed = path
		c.say(fmt.Sprintf("There is no folder “%s” yet.", filepath.Base(filepath.Dir(path))), "Make the folder and save")
	case c.save && err == nil && c.agreed != path:
		c.agreed = path
		c.say(fmt.Sprintf("“%s” is there already.", filepath.Base(path)), "Replace it")
	default:
		if noFolder != nil {
			if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
				c.say(Explain(err, path), c.accept.Text)
				return
			}
		}
		c.w.lastFolder = filepath.Dir(path)
		c.close()
		c.then(path)
	}
}

// fileRow is a line of the list.
type fileRow struct {
	widget.BaseWidget
	w    *Window
	icon *widget.Icon
	name *widget.Label
	date *canvas.Text
	run  func()
}

func newFileRow(w *Window) *fileRow {
	r := &fileRow{w: w, icon: widget.NewIcon(nil), name: widget.NewLabel(""), date: canvas.NewText("", rgb(w.look.colors.Ink3, 255))}
	r.date.TextSize = 12
	r.ExtendBaseWidget(r)
	return r
}

func (r *fileRow) show(c *chooser, f fs.FileInfo) {
	icon, date := "folder", ""
	if !f.IsDir() {
		icon, date = "document", f.ModTime().Local().Format("2 Jan 2006, 15:04")
	}
	r.icon.SetResource(r.w.icon(icon, r.w.look.colors.Ink2, 255))
	r.name.SetText(f.Name())
	r.date.Text = date
	r.date.Refresh()
	r.run = func() { c.pick(f, r.w.Now()) }
}

// CreateRenderer is part of Fyne's widget interface.
func (r *fileRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewHBox(container.New(inset{6, 0}, r.icon), r.name, layout.NewSpacer(), container.New(inset{8, 0}, r.date)))
}

// Tapped is part of Fyne's interface.
func (r *fileRow) Tapped(*fyne.PointEvent) { r.run() }
