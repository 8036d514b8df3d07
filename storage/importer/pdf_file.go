package importer

import (
	"bytes"
	"compress/zlib"
	"io"
	"strconv"
)

// Limits of a PDF that is read for what is attached to it.
const (
	maxDepth     = 50       // of objects within objects
	maxAttached  = 100      // attached files that are looked at
	maxPlaces    = 1 << 20  // objects
	maxTables    = 1000     // tables of places, each of which leads to an older one
	maxInflated  = 64 << 20 // bytes of all streams but the attached file's
	maxPredicted = 1 << 12  // bytes of a row of a predicted stream
	maxValues    = 1 << 20  // values of all objects that are read
)

// pdfFile is a PDF of which objects are read when they are asked for. Nothing in
// it can make that panic, go round in circles, or need time or memory without
// bounds.
type pdfFile struct {
	b       []byte
	places  map[int]pdfPlace
	trailer pdfDict
	left    int             // bytes that may still be inflated
	packs   map[int][]byte  // streams of objects that are inflated, by number,
	values  map[pdfRef]any  // and objects that were asked for
	under   map[pdfRef]bool // those that are being read
	room    int             // values that may still be read,
	work    int             // and bytes of them
}

// pdfPlace is where an object is: at a byte of the file, or the index-th in a
// stream of objects.
type pdfPlace struct{ at, pack, index int }

// openPDF reads the tables of places (ISO 32000-1, 7.5.4 and 7.5.8).
func openPDF(b []byte) (*pdfFile, error) {
	d := &pdfFile{
		b: b, places: map[int]pdfPlace{}, trailer: pdfDict{}, left: maxInflated,
		packs: map[int][]byte{}, values: map[pdfRef]any{}, under: map[pdfRef]bool{},
		room: maxValues, work: 2*len(b) + maxInflated,
	}
	i := bytes.LastIndex(b, []byte("startxref"))
	if !bytes.Contains(b[:min(len(b), 1024)], []byte("%PDF-")) || i < 0 {
		return nil, ErrNotPDF
	}
	p := pdfParser{b: b, at: i + len("startxref")}
	next, _ := p.integer()
	seen := map[int]bool{}
	for range maxTables {
		if next <= 0 || next >= len(b) || seen[next] {
			break
		}
		seen[next] = true
		t := d.table(next)
		if t == nil {
			break
		}
		for k, v := range t {
			if _, ok := d.trailer[k]; !ok {
				d.trailer[k] = v
			}
		}
		if at, ok := t["XRefStm"].(int); ok && at > 0 && at < len(b) && !seen[at] {
			seen[at] = true
			d.table(at)
		}
		next, _ = t["Prev"].(int)
	}
	if _, ok := d.trailer["Encrypt"]; ok {
		return nil, ErrEncrypted
	}
	if _, ok := d.follow(d.trailer["Root"]).(pdfDict); !ok {
		return nil, ErrNotPDF
	}
	return d, nil
}

// table reads the table of places at a byte and is what its trailer says, nil
// where there is none. What newer tables said of an object stays.
func (d *pdfFile) table(at int) pdfDict {
	p := pdfParser{b: d.b, at: at, room: &d.room}
	if !p.word("xref") {
		s, _ := p.object().(pdfStream)
		if s.dict == nil {
			return nil
		}
		d.stream(s)
		return s.dict
	}
	for !p.word("trailer") {
		first, ok := p.integer()
		n, ok2 := p.integer()
		if !ok || !ok2 || first < 0 || n < 0 || n > maxPlaces {
			return nil
		}
		for i := range n {
			place, ok := p.integer()
			_, ok2 := p.integer()
			if !ok || !ok2 {
				return nil
			}
			used := p.word("n")
			if !used && !p.word("f") {
				return nil
			}
			if used {
				d.place(first+i, pdfPlace{at: place})
			}
		}
	}
	t, _ := p.value(0).(pdfDict)
	return t
}

func (d *pdfFile) place(n int, p pdfPlace) {
	if _, ok := d.places[n]; !ok && len(d.places) < maxPlaces {
		d.places[n] = p
	}
}

// stream reads a table of places that is a stream.
func (d *pdfFile) stream(s pdfStream) {
	var w [3]int
	widths, _ := s.dict["W"].([]any)
	if len(widths) != len(w) {
		return
	}
	row := 0
	for i, v := range widths {
		n, ok := v.(int)
		if !ok || n < 0 || n > 8 {
			return
		}
		w[i] = n
		row += n
	}
	data, err := d.content(s, d.left)
	if err != nil || row == 0 {
		return
	}
	d.left -= len(data)
	size, _ := s.dict["Size"].(int)
	index, ok := s.dict["Index"].([]any)
	if !ok {
		index = []any{0, size}
	}
	for i := 0; i+1 < len(index); i += 2 {
		first, _ := index[i].(int)
		n, _ := index[i+1].(int)
		for k := 0; k < n && len(data) >= row; k++ {
			f := [3]int{1, 0, 0} // a table without kinds has places only
			rest := data[:row]
			for j, width := range w {
				if width > 0 {
					f[j] = 0
				}
				for _, c := range rest[:width] {
					f[j] = f[j]<<8 | int(c)
				}
				rest = rest[width:]
			}
			data = data[row:]
			switch f[0] {
			case 1:
				d.place(first+k, pdfPlace{at: f[1]})
			case 2:
				d.place(first+k, pdfPlace{pack: f[1], index: f[2]})
			}
		}
	}
}

// follow is what a reference leads to, or v itself; nil where it leads nowhere.
func (d *pdfFile) follow(v any) any {
	for range maxDepth {
		r, ok := v.(pdfRef)
		if !ok {
			return v
		}
		v = d.object(r)
	}
	return nil
}

// object reads an object once.
func (d *pdfFile) object(r pdfRef) any {
	if v, ok := d.values[r]; ok {
		return v
	}
	p, ok := d.places[r.n]
	if !ok || d.under[r] || len(d.under) > maxDepth || d.work < 0 {
		return nil
	}
	d.under[r] = true
	defer delete(d.under, r)
	var v any
	switch {
	case p.pack > 0:
		v = d.packed(p)
	case p.at > 0 && p.at < len(d.b):
		q := pdfParser{b: d.b, at: p.at, room: &d.room}
		v = q.object()
		d.work -= q.at - p.at
	}
	d.values[r] = v
	return v
}

// packed reads an object that is in a stream of objects (ISO 32000-1, 7.5.7).
func (d *pdfFile) packed(p pdfPlace) any {
	s, ok := d.follow(pdfRef{p.pack}).(pdfStream)
	if !ok {
		return nil
	}
	data, ok := d.packs[p.pack]
	if !ok {
		var err error
		if data, err = d.content(s, d.left); err != nil {
			data = nil
		}
		d.left -= len(data)
		d.packs[p.pack] = data
	}
	first, _ := d.follow(s.dict["First"]).(int)
	n, _ := d.follow(s.dict["N"]).(int)
	if first < 0 || first > len(data) || p.index >= n {
		return nil
	}
	head := pdfParser{b: data[:first]}
	at := -1
	for range p.index + 1 {
		_, ok := head.integer()
		if at, _ = head.integer(); !ok {
			return nil
		}
	}
	d.work -= head.at
	if at < 0 || at > len(data)-first {
		return nil
	}
	q := pdfParser{b: data, at: first + at, room: &d.room}
	v := q.value(0)
	d.work -= q.at - first - at
	return v
}

// content is the bytes of a stream, no more than most of them: ErrTooLarge where
// it has more.
func (d *pdfFile) content(s pdfStream, most int) ([]byte, error) {
	data := d.b[s.at:]
	if n, ok := d.follow(s.dict["Length"]).(int); ok && n >= 0 && n <= len(data) {
		data = data[:n]
	} else if i := bytes.Index(data, []byte("endstream")); i >= 0 {
		data = data[:i]
	}
	filter, parms := d.follow(s.dict["Filter"]), d.follow(s.dict["DecodeParms"])
	if list, ok := filter.([]any); ok && len(list) <= 1 {
		filter = nil
		if len(list) == 1 {
			filter = d.follow(list[0])
		}
		if p, ok := parms.([]any); ok && len(p) == 1 {
			parms = d.follow(p[0])
		}
	}
	switch filter {
	case nil:
		if len(data) > most {
			return nil, ErrTooLarge
		}
		return data, nil
	case pdfName("FlateDecode"):
	default:
		return nil, ErrNotPDF
	}
	z, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, ErrNotPDF
	}
	out, err := io.ReadAll(io.LimitReader(z, int64(most)+1))
	if len(out) > most {
		return nil, ErrTooLarge
	}
	if err != nil {
		return nil, ErrNotPDF
	}
	p, _ := parms.(pdfDict)
	return unpredicted(out, p)
}

// unpredicted undoes the filters of PNG, row by row (ISO 32000-1, 7.4.4.4).
func unpredicted(b []byte, parms pdfDict) ([]byte, error) {
	kind, _ := parms["Predictor"].(int)
	if kind <= 1 {
		return b, nil
	}
	columns, ok := parms["Columns"].(int)
	if !ok {
		columns = 1
	}
	_, colors := parms["Colors"]
	_, bits := parms["BitsPerComponent"]
	if kind < 10 || columns < 1 || columns > maxPredicted || colors || bits {
		return nil, ErrNotPDF // no table of places has those
	}
	out := make([]byte, 0, len(b))
	last := make([]byte, columns)
	for len(b) > columns {
		kind, row := b[0], b[1:1+columns]
		b = b[1+columns:]
		for i, c := range row {
			left, corner := byte(0), byte(0)
			if i > 0 {
				left, corner = row[i-1], last[i-1]
			}
			switch kind {
			case 1:
				c += left
			case 2:
				c += last[i]
			case 3:
				c += byte((int(left) + int(last[i])) / 2)
			case 4:
				c += paeth(left, last[i], corner)
			}
			row[i] = c
		}
		out = append(out, row...)
		last = row
	}
	return out, nil
}

// paeth is PNG's guess of a byte from its neighbours.
func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	far := func(v byte) int { return max(p-int(v), int(v)-p) }
	if far(a) <= far(b) && far(a) <= far(c) {
		return a
	}
	if far(b) <= far(c) {
		return b
	}
	return c
}

// number is a token as an integer; numbers with fractions are cut.
func number(s []byte) (int, bool) {
	n, err := strconv.ParseFloat(string(s), 64)
	if err != nil || n != n || n > 1<<52 || n < -1<<52 {
		return 0, false
	}
	return int(n), true
}
