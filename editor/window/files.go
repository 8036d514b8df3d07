package window

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	fynestorage "fyne.io/fyne/v2/storage"

	"throughline/canvas/layout"
	"throughline/export"
	"throughline/storage"
	"throughline/storage/importer"
)

// Start shows a file, or the sample when path is empty: the one that was begun
// before, with everything that was done to it.
func (w *Window) Start(path string) {
	if path != "" {
		w.OpenAny(path)
		return
	}
	sample := filepath.Join(w.Home, "Buying a cargo bike"+extension)
	w.task("Opening the sample", func(*progress) error {
		if err := w.fromTemplate("cargo-bike", sample); err != nil && !errors.Is(err, fs.ErrExist) {
			return explained{err, sample}
		}
		doc, err := w.load(sample, w.look.colors)
		if errors.Is(err, storage.ErrNotJourney) || errors.Is(err, storage.ErrDamaged) { // a new one beside it
			sample = filepath.Join(w.Home, "Buying a cargo bike "+stamp(w.Now())+extension)
			if err = w.fromTemplate("cargo-bike", sample); err == nil {
				doc, err = w.load(sample, w.look.colors)
			}
		}
		if err != nil {
			return explained{err, sample}
		}
		fyne.Do(func() { w.show(doc) })
		return nil
	})
}

// fromTemplate writes a new file from a template.
func (w *Window) fromTemplate(name, path string) error {
	r, err := importer.FromTemplate(w.Templates, name)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	return storage.Create(path, r.Project, r.Blobs)
}

// NewFrom begins a new map from a template. It is in a file from the first
// moment, so nothing is lost before it has a name.
func (w *Window) NewFrom(template string) {
	path := filepath.Join(w.Home, "Untitled "+stamp(w.Now())+extension)
	w.task("New map", func(*progress) error {
		if err := w.fromTemplate(template, path); err != nil {
			return explained{err, path}
		}
		doc, err := w.load(path, w.look.colors)
		if err != nil {
			return explained{err, path}
		}
		fyne.Do(func() { w.show(doc) })
		return nil
	})
}

// OpenAny shows a .journey file, or what an importer makes of another one.
func (w *Window) OpenAny(path string) {
	if !importer.Supported(path) {
		w.Open(path)
		return
	}
	w.task("Importing "+filepath.Base(path), func(*progress) error {
		f, err := os.Open(path)
		if err != nil {
			return explained{err, path}
		}
		defer f.Close()
		r, err := importer.Read(path, f)
		if err != nil {
			return explained{err, path}
		}
		base := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
		to := filepath.Join(w.Home, base+" "+stamp(w.Now())+extension)
		if err := os.MkdirAll(w.Home, 0o700); err != nil {
			return explained{err, to}
		}
		if err := storage.Create(to, r.Project, r.Blobs); err != nil {
			return explained{err, to}
		}
		doc, err := w.load(to, w.look.colors)
		if err != nil {
			return explained{err, to}
		}
		fyne.Do(func() {
			w.show(doc)
			if n := len(r.Problems); n > 0 {
				w.note(count(n, "thing")+" in “"+filepath.Base(path)+"” had to be read in another way.", "Review", func() { w.showProblems("Import", r.Problems) })
			}
		})
		return nil
	})
}

// openDialog asks for a file to open.
func (w *Window) openDialog() {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		w.focusMap()
		if err != nil {
			w.say(err)
			return
		}
		if r == nil {
			return
		}
		path := r.URI().Path()
		r.Close()
		w.OpenAny(path)
	}, w.win)
	ext := []string{extension}
	for _, f := range importer.Formats {
		ext = append(ext, f.Extensions...)
	}
	d.SetFilter(fynestorage.NewExtensionFileFilter(ext))
	w.showFileDialog(d)
}

// showFileDialog shows a file dialog at a size that lists enough.
func (w *Window) showFileDialog(d *dialog.FileDialog) {
	if w.doc != nil && !w.untitled() {
		if u, err := fynestorage.ListerForURI(fynestorage.NewFileURI(filepath.Dir(w.doc.file.Path()))); err == nil {
			d.SetLocation(u)
		}
	}
	d.Resize(fyne.NewSize(840, 560))
	d.SetOnClosed(w.focusMap)
	d.Show()
}

// saveDialog asks for a name with the given ending and hands on the path.
func (w *Window) saveDialog(ext string, then func(path string)) {
	d := dialog.NewFileSave(func(f fyne.URIWriteCloser, err error) {
		w.focusMap()
		if err != nil {
			w.say(err)
			return
		}
		if f == nil {
			return
		}
		path := f.URI().Path()
		if !strings.HasSuffix(strings.ToLower(path), ext) {
			path += ext
		}
		then(path)
	}, w.win)
	name := w.docName()
	if w.untitled() {
		name = w.doc.editor.Map().Title
	}
	d.SetFileName(safeName(name) + ext)
	w.showFileDialog(d)
}

// safeName is a title as a file's name.
func safeName(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, s)
	if s = strings.Trim(s, " .-"); s == "" {
		return "Map"
	}
	return s
}

// saveAsDialog asks for another name and goes on in that file.
func (w *Window) saveAsDialog() {
	if w.doc != nil {
		w.saveDialog(extension, w.SaveAs)
	}
}

// SaveAs copies the file under another name, undo included, and goes on there.
// A file that had no name yet is gone then.
func (w *Window) SaveAs(path string) {
	doc := w.doc
	doc.editor.Settle()
	from, untitled, camera := doc.file.Path(), w.untitled(), doc.editor.Camera()
	w.task("Saving "+filepath.Base(path), func(*progress) error {
		if err := doc.file.SaveCopy(path); err != nil {
			return explained{err, path}
		}
		next, err := w.load(path, w.look.colors)
		if err != nil {
			return explained{err, path}
		}
		fyne.Do(func() {
			w.show(next)
			next.editor.SetCamera(camera)
			if untitled && from != path {
				os.Remove(from)
			}
			w.note("Saved as “"+filepath.Base(path)+"”.", "", nil)
		})
		return nil
	})
}

// exportMenu offers the formats.
func (w *Window) exportMenu() {
	if w.doc == nil {
		return
	}
	var items []*fyne.MenuItem
	for _, f := range export.Formats {
		items = append(items, fyne.NewMenuItem("Export "+f.Title, func() {
			w.saveDialog(f.Ext, func(path string) { w.Export(path, f) })
		}))
	}
	w.popUp(w.bar.send, items)
}

// Export writes the map to a file, from the project as it is now.
func (w *Window) Export(path string, f export.Format) {
	e := w.doc.editor
	e.Settle()
	j := &export.Job{
		Project: e.Doc.Project(), Map: e.Map().ID, Blobs: w.doc.file, Renderer: w.Renderer,
		Layout: layout.Options{Fonts: w.Fonts, Icons: w.Icons, Theme: &layout.Print, Pictures: layout.NewLibrary(w.doc.file)},
	}
	w.task("Exporting "+filepath.Base(path), func(p *progress) error {
		j.Progress = p.Set
		notes, err := export.File(p, path, f, j)
		if err != nil {
			return explained{err, path}
		}
		fyne.Do(func() {
			said := fmt.Sprintf("Exported “%s”.", filepath.Base(path))
			if len(notes) > 0 {
				said += " " + notes[0]
			}
			w.note(said, "Show", func() { w.openOutside(path) })
		})
		return nil
	})
}

// openOutside opens a file in the program that the system has for it.
func (w *Window) openOutside(path string) {
	if err := w.app.OpenURL(&url.URL{Scheme: "file", Path: path}); err != nil {
		w.say(explained{err, path})
	}
}

// dropped opens the first file that is dropped on the window.
func (w *Window) dropped(_ fyne.Position, files []fyne.URI) {
	if len(files) > 0 && files[0].Scheme() == "file" {
		w.OpenAny(files[0].Path())
	}
}
