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

// write writes the whole file. Its identifier is made of its bytes, so the same
// document has the same one.
func (f *file) write(w io.Writer) error {
	out := bufio.NewWriterSize(w, 1<<16)
	c := &counter{w: out, sum: md5.New()}
	c.put("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	places := make([]int, len(f.objects))
	for i, o := range f.objects {
		places[i] = c.n
		c.put(strconv.Itoa(i+1) + " 0 obj\n")
		c.Write(o)
		c.put("\nendobj\n")
	}
	table := c.n
	c.put("xref\n0 " + strconv.Itoa(len(places)+1) + "\n0000000000 65535 f \n")
	for _, n := range places {
		c.put(fmt.Sprintf("%010d 00000 n \n", n))
	}
	id := fmt.Sprintf("<%X>", c.sum.Sum(nil))
	c.put("trailer\n<</Size " + strconv.Itoa(len(places)+1) + "/Root " + ref(f.root) + "/Info " + ref(f.info) +
		"/ID[" + id + id + "]>>\nstartxref\n" + strconv.Itoa(table) + "\n%%EOF\n")
	if c.err != nil {
		return c.err
	}
	return out.Flush()
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
