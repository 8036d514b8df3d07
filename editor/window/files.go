package window

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"throughline/journey"
	"throughline/storage"
	"throughline/storage/importer"
)

// open shows, in place of the document before, what read reads in the
// background; then is called when it is shown. When another one was asked for
// meanwhile, that one is shown.
func (w *Window) open(title string, read func(*progress) (*document, error), then func(*document)) {
	w.asked++
	asked := w.asked
	w.task(title, func(p *progress) error {
		w.closing.Wait() // a file that is being closed is still locked
		doc, err := read(p)
		if err != nil {
			return err
		}
		fyne.Do(func() {
			if asked != w.asked || p.Err() != nil {
				w.letGo(doc)
				return
			}
			w.show(doc)
			if then != nil {
				then(doc)
			}
		})
		return nil
	})
}

// Start shows a file, or the start screen when path is empty.
func (w *Window) Start(path string) {
	if path != "" {
		w.Open(path)
		return
	}
	w.showStart("")
}

// sampleTemplate is the template of the sample.
const sampleTemplate = "cargo-bike"

// OpenSample shows the sample: the one that was begun before, with everything
// that was done to it.
func (w *Window) OpenSample() { w.leaving(w.openSample) }

func (w *Window) openSample() {
	th := w.look.colors
	w.open("Opening the sample", func(*progress) (*document, error) {
		r, err := w.template(sampleTemplate)
		if err != nil {
			return nil, explained{err, sampleTemplate}
		}
		name := safeName(r.Project.Maps()[0].Title) // so each language has its own
		sample := filepath.Join(w.Home, name+extension)
		if err := w.begin(r, sample); err != nil && !errors.Is(err, fs.ErrExist) {
			return nil, explained{err, sample}
		}
		doc, err := w.load(sample, th)
		if errors.Is(err, storage.ErrNotJourney) || errors.Is(err, storage.ErrDamaged) { // a new one beside it
			sample = filepath.Join(w.Home, name+" "+stamp(w.Now())+extension)
			if err = w.begin(r, sample); err == nil {
				doc, err = w.load(sample, th)
			}
		}
		if err != nil {
			return nil, explained{err, sample}
		}
		return doc, nil
	}, nil)
}

// begin writes a new file in the folder of those without a name.
func (w *Window) begin(r *importer.Result, path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	return storage.Create(path, r.Project, r.Blobs)
}

// NewFrom begins a new map from a template. It is in a file from the first
// moment, so nothing is lost before it has a name.
func (w *Window) NewFrom(template string) {
	path := filepath.Join(w.Home, "Untitled "+stamp(w.Now())+extension)
	th := w.look.colors
	w.leaving(func() {
		w.open("New map", func(*progress) (*document, error) {
			r, err := w.template(template)
			if err == nil {
				err = w.begin(r, path)
			}
			if err != nil {
				return nil, explained{err, path}
			}
			doc, err := w.load(path, th)
			if err != nil {
				return nil, explained{err, path}
			}
			return doc, nil
		}, nil)
	})
}

// Open shows a .journey file, or what an importer makes of another one.
func (w *Window) Open(path string) {
	if w.shows(path) {
		if only, _ := w.doc.file.ReadOnly(); !only { // else its lock may be free by now
			w.note(fmt.Sprintf("“%s” is open already.", filepath.Base(path)), "", nil)
			return
		}
	}
	w.leaving(func() {
		if importer.Supported(path) {
			w.importFile(path)
			return
		}
		th := w.look.colors
		w.open("Opening “"+filepath.Base(path)+"”", func(*progress) (*document, error) {
			doc, err := w.load(path, th)
			if err != nil {
				return nil, explained{err, path}
			}
			return doc, nil
		}, nil)
	})
}

func (w *Window) importFile(path string) {
	base := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	to := filepath.Join(w.Home, base+" "+stamp(w.Now())+extension)
	th := w.look.colors
	var problems []journey.Problem
	w.open("Importing “"+filepath.Base(path)+"”", func(*progress) (*document, error) {
		f, err := os.Open(path)
		if err != nil {
			return nil, explained{err, path}
		}
		defer f.Close()
		r, err := importer.Read(path, f)
		if err != nil {
			return nil, explained{err, path}
		}
		problems = r.Problems
		if err := w.begin(r, to); err != nil {
			return nil, explained{err, to}
		}
		doc, err := w.load(to, th)
		if err != nil {
			return nil, explained{err, to}
		}
		return doc, nil
	}, func(*document) {
		if n := len(problems); n > 0 {
			says := "%d things in “%s” had to be read in another way."
			if n == 1 {
				says = "%d thing in “%s” had to be read in another way."
			}
			w.note(fmt.Sprintf(says, n, filepath.Base(path)), "Review", func() { w.showProblems("Import", problems) })
		}
	})
}

// SaveAs copies the file under another name, undo included, and goes on there.
// A file that had no name yet is gone then.
func (w *Window) SaveAs(path string) {
	doc := w.doc
	if doc == nil {
		return
	}
	only, _ := doc.file.ReadOnly()
	if w.shows(path) && !only && doc.state.Err == nil {
		w.note(fmt.Sprintf("All changes are in “%s” already.", filepath.Base(path)), "", nil)
		return
	}
	doc.editor.Settle()
	project, foreign := doc.editor.Doc.Project(), errors.Is(doc.state.Err, storage.ErrChangedElsewhere)
	from, camera, th := doc.file.Path(), doc.editor.Camera(), w.look.colors
	doc.use.Add(1)
	w.open("Saving “"+filepath.Base(path)+"”", func(*progress) (*document, error) {
		defer doc.use.Done()
		save := doc.file.SaveCopy
		if foreign { // a copy would hold what the other program wrote
			save = func(path string) error { return storage.Create(path, project, doc.file) }
		}
		switch err := save(path); {
		case errors.Is(err, storage.ErrLocked):
			return nil, sentence(fmt.Sprintf("“%s” is open in another window. Choose another name.", filepath.Base(path)))
		case err != nil:
			return nil, explained{err, path}
		}
		next, err := w.load(path, th)
		if err != nil {
			return nil, explained{err, path}
		}
		return next, nil
	}, func(next *document) {
		if err := next.editor.Doc.Become("Edit", doc.editor.Doc.Project()); err != nil { // what was done meanwhile
			w.say(err)
		}
		next.editor.SetCamera(camera)
		if doc.noName && !only {
			w.memory.forget(from)
			w.closing.Go(func() { os.Remove(from) })
		}
		w.note("Saved as “"+filepath.Base(path)+"”.", "", nil)
	})
}
