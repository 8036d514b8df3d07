package window

import (
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"throughline/canvas/geom"
	"throughline/editor"
	"throughline/journey"
)

// remembered is what the program knows again at the next start: how the window
// was, and which files were open in it. It is kept in a file of its own that is
// replaced as a whole, for Fyne writes its preferences in place and may leave
// half of them. Whatever that file holds, it is only ever taken as far as it
// makes sense.
type remembered struct {
	Theme    string           `json:"theme,omitempty"`    // "" follows the system
	Language string           `json:"language,omitempty"` // "" is the system's
	Size     float64          `json:"size,omitempty"`     // of the interface; 1 is the usual one
	Still    bool             `json:"still,omitempty"`    // nothing glides
	Width    float32          `json:"width,omitempty"`    // of the window's content
	Height   float32          `json:"height,omitempty"`
	Panels   [2]rememberPanel `json:"panels"` // leftSide and rightSide
	Minimap  bool             `json:"minimap"`
	Library  bool             `json:"library,omitempty"` // the left panel shows it
	Files    []rememberFile   `json:"files,omitempty"`   // the last one first
}

// rememberPanel is how a panel beside the map was.
type rememberPanel struct {
	Width  float32 `json:"width,omitempty"`
	Closed bool    `json:"closed,omitempty"`
}

// rememberFile is a file that was open, and what of it was shown.
type rememberFile struct {
	Path         string     `json:"path"`
	Title        string     `json:"title,omitempty"`
	Organisation string     `json:"organisation,omitempty"`
	Opened       time.Time  `json:"opened,omitzero"`
	Map          journey.ID `json:"map,omitempty"`
	rememberView
	Others []rememberView `json:"others,omitempty"` // of its other maps
}

// rememberView is what part of a map was shown.
type rememberView struct {
	Of   journey.ID `json:"of,omitempty"` // the map, where it is another one
	Zoom float64    `json:"zoom,omitempty"`
	X    float64    `json:"x,omitempty"`
	Y    float64    `json:"y,omitempty"`
}

func viewOf(mp journey.ID, c editor.Camera) rememberView {
	return rememberView{Of: mp, Zoom: c.Zoom, X: c.At.X, Y: c.At.Y}
}

func (v rememberView) camera() editor.Camera {
	return editor.Camera{At: geom.Pt(v.X, v.Y), Zoom: v.Zoom}
}

// Limits of what is remembered, and of what is believed.
const (
	mostFiles        = 24
	mostMaps         = 64      // of a file, whose places are kept
	mostRemembered   = 1 << 20 // bytes of the file
	mostWords        = 300     // letters of a title
	leastWindow      = 400
	mostWindow       = 8000
	rememberAfter    = time.Second
	firstWindowWidth = 1440
	firstWindowHigh  = 900
)

// recall reads what is remembered; from a file that is not there or damaged,
// what a first start has.
func recall(path string) remembered {
	r := remembered{Minimap: true}
	if f, err := os.Open(path); err == nil {
		defer f.Close()
		b, err := io.ReadAll(io.LimitReader(f, mostRemembered))
		read := remembered{Minimap: true}
		if err == nil && json.Unmarshal(b, &read) == nil {
			r = read
		}
	}
	r.clean()
	return r
}

// clean keeps what makes sense.
func (r *remembered) clean() {
	size := func(v, first float32) float32 {
		if v < leastWindow || v > mostWindow {
			return first
		}
		return v
	}
	if !slices.Contains(interfaceSizes, r.Size) {
		r.Size = 1
	}
	r.Width, r.Height = size(r.Width, firstWindowWidth), size(r.Height, firstWindowHigh)
	for i := range r.Panels {
		w := sideWidths[i]
		if p := &r.Panels[i]; p.Width < w.least || p.Width > w.most {
			p.Width = w.first
		}
	}
	seen := map[string]bool{}
	r.Files = slices.DeleteFunc(r.Files, func(f rememberFile) bool {
		bad := !filepath.IsAbs(f.Path) || seen[f.Path]
		seen[f.Path] = true
		return bad
	})
	r.Files = r.Files[:min(len(r.Files), mostFiles)]
	for i := range r.Files {
		f := &r.Files[i]
		f.Title, f.Organisation = oneLine(f.Title, ""), oneLine(f.Organisation, "")
		f.Others = f.Others[:min(len(f.Others), mostMaps)]
	}
}

// file is what is remembered of a path.
func (r *remembered) file(path string) (rememberFile, bool) {
	i := slices.IndexFunc(r.Files, func(f rememberFile) bool { return f.Path == path })
	if i < 0 {
		return rememberFile{}, false
	}
	return r.Files[i], true
}

// opened puts a file before all others.
func (r *remembered) opened(f rememberFile) {
	r.forget(f.Path)
	r.Files = append([]rememberFile{f}, r.Files...)
	r.Files = r.Files[:min(len(r.Files), mostFiles)]
}

// forget leaves a file out.
func (r *remembered) forget(path string) {
	r.Files = slices.DeleteFunc(slices.Clone(r.Files), func(f rememberFile) bool { return f.Path == path })
}

// write replaces the file as a whole.
func (r remembered) write(path string) error {
	b, err := json.MarshalIndent(r, "", "\t")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".state-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	_, err = f.Write(append(b, '\n'))
	if err == nil {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

// remember has what is remembered written before long.
func (w *Window) remember() {
	if w.State == "" || w.remembering {
		return
	}
	w.remembering = true
	time.AfterFunc(rememberAfter, func() {
		fyne.Do(func() {
			if w.remembering {
				w.writeMemory()
			}
		})
	})
}

// writeMemory writes how everything is, in the background. What cannot be
// written is forgotten, no more.
func (w *Window) writeMemory() {
	w.remembering = false
	if w.State == "" {
		return
	}
	m := &w.memory
	if size := w.win.Canvas().Size(); size.Width >= leastWindow && size.Height >= leastWindow {
		m.Width, m.Height = size.Width, size.Height
	}
	for i, s := range w.frame.sides {
		m.Panels[i] = rememberPanel{s.width, s.closed}
	}
	m.Minimap, m.Library = w.frame.minimap, w.leftPanel.shows == libraryShown
	if w.doc != nil {
		w.noteFile(w.doc)
	}
	is, path := *m, w.State
	is.Files = slices.Clone(m.Files)
	w.closing.Go(func() {
		w.writing.Lock()
		defer w.writing.Unlock()
		is.write(path)
	})
}

// noteFile takes down what of a document is shown. It comes first in the list
// when it is opened, and stays where it is after that.
func (w *Window) noteFile(d *document) {
	mp := d.editor.Map()
	f := rememberFile{Path: d.file.Path(), Title: mp.Title, Organisation: mp.Organisation, Opened: d.opened, Map: mp.ID, rememberView: viewOf("", d.editor.Camera())}
	cameras := d.editor.Cameras()
	for _, m := range d.editor.Doc.Project().Maps() {
		if c, known := cameras[m.ID]; known && m.ID != mp.ID && len(f.Others) < mostMaps {
			f.Others = append(f.Others, viewOf(m.ID, c))
		}
	}
	if i := slices.IndexFunc(w.memory.Files, func(g rememberFile) bool { return g.Path == f.Path && g.Opened.Equal(f.Opened) }); i >= 0 {
		w.memory.Files[i] = f
		return
	}
	w.memory.opened(f)
}

// recallFile shows what of a file was shown when it was open last, and reports
// whether that is known.
func (w *Window) recallFile(d *document) bool {
	f, ok := w.memory.file(d.file.Path())
	if !ok {
		return false
	}
	cameras := map[journey.ID]editor.Camera{f.Map: f.camera()}
	for _, v := range f.Others {
		cameras[v.Of] = v.camera()
	}
	d.editor.SetCameras(cameras)
	if _, known := journey.Get[journey.Map](d.editor.Doc.Project(), f.Map); known {
		d.editor.ShowMap(f.Map)
	}
	return f.Zoom > 0
}

// noteMove has what is in sight written a while after it has come to rest, so
// that a fault of the machine does not lose it either.
func (w *Window) noteMove(d *document) {
	is := viewOf(d.editor.Map().ID, d.editor.Camera())
	if is == w.moved || w.State == "" {
		return
	}
	w.moved = is
	if w.atRest == nil {
		w.atRest = time.AfterFunc(rememberAfter, func() { fyne.Do(w.rested) })
		return
	}
	w.atRest.Reset(rememberAfter)
}

// rested writes where the map has come to rest.
func (w *Window) rested() {
	if !w.gone {
		w.writeMemory()
	}
}
