package importer

import (
	"bytes"
	"errors"

	"throughline/storage"
)

var (
	// ErrNoMapInside says that a PDF carries no map.
	ErrNoMapInside = errors.New("the PDF has no map inside; export it with the map attached and import that")
	// ErrEncrypted says that a PDF is locked with a password.
	ErrEncrypted = errors.New("the PDF is locked; save it without a password and import that")
	// ErrNotPDF says that a file is no PDF, or a damaged one.
	ErrNotPDF = errors.New("the file is no PDF, or it is damaged")
)

// readPDF brings back the map that a PDF carries as an attached file.
func readPDF(b []byte) (*Result, error) {
	d, err := openPDF(b)
	if err != nil {
		return nil, err
	}
	var failed error
	left := 2 * MaxSize
	for _, s := range d.attached() {
		file, err := d.content(s, min(MaxSize, left))
		left -= len(file)
		if errors.Is(err, ErrTooLarge) {
			return nil, err
		}
		if err != nil || !bytes.HasPrefix(file, []byte("SQLite format 3\x00")) {
			continue
		}
		p, blobs, problems, err := storage.Decode(file)
		if err == nil {
			return &Result{Project: p, Blobs: blobs, Problems: problems}, nil
		}
		failed = err
	}
	if failed != nil {
		return nil, failed
	}
	return nil, ErrNoMapInside
}

// attached is the streams of a PDF's attached files (ISO 32000-1, 7.11.4), in
// the order of their names.
func (d *pdfFile) attached() []pdfStream {
	root, _ := d.follow(d.trailer["Root"]).(pdfDict)
	var out []pdfStream
	add := func(v any) {
		spec, _ := d.follow(v).(pdfDict)
		ef, _ := d.follow(spec["EF"]).(pdfDict)
		for _, k := range []pdfName{"UF", "F"} {
			if s, ok := d.follow(ef[k]).(pdfStream); ok {
				out = append(out, s)
				return
			}
		}
	}
	names, _ := d.follow(root["Names"]).(pdfDict)
	seen := map[pdfRef]bool{}
	var walk func(v any, depth int)
	walk = func(v any, depth int) { // of a tree of names (7.9.6)
		if r, ok := v.(pdfRef); ok {
			if seen[r] {
				return
			}
			seen[r] = true
		}
		node, _ := d.follow(v).(pdfDict)
		if depth > maxDepth || len(out) >= maxAttached {
			return
		}
		pairs, _ := d.follow(node["Names"]).([]any)
		for i := 1; i < len(pairs) && len(out) < maxAttached; i += 2 {
			add(pairs[i])
		}
		kids, _ := d.follow(node["Kids"]).([]any)
		for _, k := range kids {
			walk(k, depth+1)
		}
	}
	walk(names["EmbeddedFiles"], 0)
	more, _ := d.follow(root["AF"]).([]any)
	for _, v := range more[:min(len(more), maxAttached)] {
		add(v)
	}
	return out
}
