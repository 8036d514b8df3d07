package pdf

import (
	"bufio"
	"bytes"
	"crypto/md5"
	"fmt"
	"hash"
	"io"
	"strconv"

	"throughline/export/number"
)

// file is a document on its way from gofpdf to the reader. Object n is
// objects[n-1], without the words around it.
type file struct {
	objects    [][]byte
	root, info int
	z          deflater

	packFrom int      // the number of the first packed object
	packed   []int    // where they begin in pool
	pool     []byte   // of packed objects
	loose    [][]byte // the streams that they come into, which stand behind them
}

func ref(n int) string { return strconv.Itoa(n) + " 0 R" }

func (f *file) add(body string) int {
	f.objects = append(f.objects, []byte(body))
	return len(f.objects)
}

func (f *file) set(n int, body string) { f.objects[n-1] = []byte(body) }

// stream is a stream object of data that is deflated already; more is what its
// dictionary has besides.
func stream(more string, data []byte) []byte {
	b := make([]byte, 0, len(data)+len(more)+80)
	b = append(append(b, "<<"...), more...)
	b = append(b, "/Filter/FlateDecode/Length "...)
	b = append(number.AppendInt(b, int64(len(data))), ">>\nstream\n"...)
	return append(append(b, data...), "\nendstream"...)
}

func (f *file) addStream(more string, data []byte) int {
	f.objects = append(f.objects, stream(more, data))
	return len(f.objects)
}

// find is the number of the first object that begins with prefix, 0 for none.
func (f *file) find(prefix string) int {
	for i, o := range f.objects {
		if bytes.HasPrefix(o, []byte(prefix)) {
			return i + 1
		}
	}
	return 0
}

// pack adds an object to those that are deflated together (ISO 32000-1, 7.5.7).
// They have the numbers from packFrom on, so no other object comes after the
// first of them.
func (f *file) pack(body []byte) {
	f.packed = append(f.packed, len(f.pool))
	f.pool = append(append(f.pool, body...), '\n')
}

// packs is the streams of packed objects, each of mostPacked of them: a reader
// that needs one inflates them all.
func (f *file) packs() []int {
	const mostPacked = 500
	var streams []int
	last := f.packFrom + len(f.packed) - 1
	for from := 0; from < len(f.packed); from += mostPacked {
		to := min(from+mostPacked, len(f.packed))
		end := len(f.pool)
		if to < len(f.packed) {
			end = f.packed[to]
		}
		var head []byte
		for i := from; i < to; i++ {
			head = append(number.AppendInt(head, int64(f.packFrom+i)), ' ')
			head = append(number.AppendInt(head, int64(f.packed[i]-f.packed[from])), ' ')
		}
		data := f.z.stream(func(w io.Writer) {
			w.Write(head)
			w.Write(f.pool[f.packed[from]:end])
		})
		last++
		f.loose = append(f.loose, stream(fmt.Sprintf("/Type/ObjStm/N %d/First %d", to-from, len(head)), data))
		for range to - from {
			streams = append(streams, last)
		}
	}
	return streams
}

// write writes the whole file. Its identifier is made of its bytes, so the same
// document has the same one.
func (f *file) write(w io.Writer) error {
	out := bufio.NewWriterSize(w, 1<<16)
	c := &counter{w: out, sum: md5.New()}
	c.put("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	in := f.packs()
	all := len(f.objects) + len(in) + len(f.loose) + 2 // the free one at the head, and the table itself
	const row = 7
	table := make([]byte, 0, row*all)
	entry := func(kind byte, a, b int) {
		table = append(table, kind, byte(a>>24), byte(a>>16), byte(a>>8), byte(a), byte(b>>8), byte(b))
	}
	put := func(n int, body []byte) {
		entry(1, c.n, 0)
		c.put(strconv.Itoa(n) + " 0 obj\n")
		c.Write(body)
		c.put("\nendobj\n")
	}
	entry(0, 0, 0xFFFF)
	for i, o := range f.objects {
		put(i+1, o)
	}
	first := 0
	for i, n := range in {
		if i > 0 && in[i-1] != n {
			first = i
		}
		entry(2, n, i-first)
	}
	for i, o := range f.loose {
		put(len(f.objects)+len(in)+i+1, o)
	}
	at := c.n
	entry(1, at, 0)
	id := fmt.Sprintf("<%X>", c.sum.Sum(nil))
	put(all-1, stream(fmt.Sprintf("/Type/XRef/Size %d/W[1 4 2]/Root %s/Info %s/ID[%s%s]/DecodeParms<</Predictor 12/Columns %d>>",
		all, ref(f.root), ref(f.info), id, id, row), f.z.bytes(upward(table, row))))
	c.put("startxref\n" + strconv.Itoa(at) + "\n%%EOF\n")
	if c.err != nil {
		return c.err
	}
	return out.Flush()
}

// upward is rows of bytes, each as what it differs by from the one above
// (PNG's filter 2).
func upward(data []byte, row int) []byte {
	out := make([]byte, 0, len(data)+len(data)/row)
	for i := range data {
		if i%row == 0 {
			out = append(out, 2)
		}
		above := byte(0)
		if i >= row {
			above = data[i-row]
		}
		out = append(out, data[i]-above)
	}
	return out
}

// counter counts and sums what it hands on, until the first error.
type counter struct {
	w   io.Writer
	sum hash.Hash
	n   int
	err error
}

func (c *counter) Write(b []byte) (int, error) {
	if c.err == nil {
		_, c.err = c.w.Write(b)
		c.sum.Write(b)
		c.n += len(b)
	}
	return len(b), c.err
}

func (c *counter) put(s string) { c.Write([]byte(s)) }
