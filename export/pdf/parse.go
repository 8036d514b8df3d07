package pdf

import (
	"bytes"
	"fmt"
	"sort"
	"strconv"
)

// parse reads the objects of a file of gofpdf's: one classic table of places at
// its end (ISO 32000-1, 7.5.4).
func parse(in []byte) (*file, error) {
	broken := func(what string) (*file, error) { return nil, fmt.Errorf("the closed document has no %s", what) }
	number := func(b []byte, behind string) int {
		i := bytes.LastIndex(b, []byte(behind))
		if i < 0 {
			return 0
		}
		b = b[i+len(behind):]
		n, _ := strconv.Atoi(string(b[:len(b)-len(bytes.TrimLeft(b, "0123456789"))]))
		return n
	}
	table := number(in, "startxref\n")
	if table <= 0 || table >= len(in) {
		return broken("table of places")
	}
	tail := in[table:]
	size := number(tail, "/Size ")
	f := &file{root: number(tail, "/Root "), info: number(tail, "/Info ")}
	head := []byte("xref\n0 " + strconv.Itoa(size) + "\n")
	const line = 20
	if size < 4 || !bytes.HasPrefix(tail, head) || len(tail) < len(head)+size*line {
		return broken("full table of places")
	}
	if f.root <= 0 || f.root >= size || f.info <= 0 || f.info >= size {
		return broken("root")
	}
	places := make([]int, size)
	for i := range size {
		places[i], _ = strconv.Atoi(string(tail[len(head)+i*line:][:10]))
	}
	places[0] = table
	ends := append([]int(nil), places...)
	sort.Ints(ends)
	f.objects = make([][]byte, size-1)
	for i := 1; i < size; i++ {
		k := sort.SearchInts(ends, places[i]+1)
		begin, end := []byte(strconv.Itoa(i)+" 0 obj\n"), []byte("\nendobj\n")
		if places[i] <= 0 || k == len(ends) || !bytes.HasPrefix(in[places[i]:ends[k]], begin) || !bytes.HasSuffix(in[places[i]:ends[k]], end) {
			return broken("object " + strconv.Itoa(i))
		}
		f.objects[i-1] = in[places[i]+len(begin) : ends[k]-len(end)]
	}
	return f, nil
}
