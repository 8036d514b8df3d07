package window

import (
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"throughline/canvas/geom"
	"throughline/journey"
	"throughline/storage/importer"
)

// dropped takes files that were dropped on the window: maps are opened, others
// go to the field of the inspector or to the place of the map under the pointer.
func (w *Window) dropped(at fyne.Position, uris []fyne.URI) {
	var paths []string
	for _, u := range uris {
		if u.Scheme() == "file" && len(paths) < mostDropped {
			paths = append(paths, u.Path())
		}
	}
	switch {
	case len(paths) == 0:
	case w.doc == nil || isMap(paths[0]):
		w.Open(paths[0])
	default:
		if f := w.inspector.mediaAt(at); f != nil {
			w.attach(paths[0], f.pr, f.ids)
			return
		}
		w.dropMedia(at.Subtract(w.app.Driver().AbsolutePositionForObject(w.doc.view)), paths)
	}
}

// How many files are taken at once, and how large they are together, bytes.
const (
	mostDropped = 50
	largestDrop = 100 << 20
)

// isMap reports whether a file is one that is opened rather than attached. Few
// PDFs have a map inside; those can be opened from the menu.
func isMap(path string) bool {
	ext := strings.ToLower(filepath.Ext(path))
	if ext == extension {
		return true
	}
	if ext == ".pdf" {
		return false
	}
	for _, f := range importer.Formats {
		if slices.Contains(f.Extensions, ext) {
			return true
		}
	}
	return false
}

// dropMedia reads files and puts them on the map, at a point of it.
func (w *Window) dropMedia(at fyne.Position, paths []string) {
	doc := w.doc
	w.task("Reading", func(p *progress) error {
		var media []journey.Media
		var bytes [][]byte
		total := 0
		for i, path := range paths {
			if err := p.Err(); err != nil {
				return err
			}
			m, b, err := readMedia(path, isPicture(path))
			if err != nil {
				return explained{err, path}
			}
			if total += len(b); total > largestDrop {
				return sentence("The files are larger than 100 MB together. Drop fewer at once.")
			}
			media, bytes = append(media, m), append(bytes, b)
			p.Set(float64(i+1) / float64(len(paths)))
		}
		fyne.Do(func() {
			if doc.closed {
				return
			}
			for i := range media {
				media[i].Hash = doc.file.AddBlob(bytes[i])
			}
			if err := doc.editor.DropMedia(geom.Pt(float64(at.X), float64(at.Y)), media...); err != nil {
				w.say(err)
			}
		})
		return nil
	})
}

// mediaAt is the field of a medium under a point of the window.
func (in *inspector) mediaAt(at fyne.Position) *propertyField {
	for _, f := range in.fields {
		m, ok := f.ways.(*mediaField)
		if !ok || !in.scroll.Visible() {
			continue
		}
		pos, size := in.w.app.Driver().AbsolutePositionForObject(m.box), m.box.Size()
		if d := at.Subtract(pos); d.X >= 0 && d.Y >= 0 && d.X < size.Width && d.Y < size.Height && len(f.ids) > 0 {
			return f
		}
	}
	return nil
}
