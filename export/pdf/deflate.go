package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
)

// deflater deflates streams one after the other.
type deflater struct {
	level int
	z     *zlib.Writer
}

func (d *deflater) stream(write func(io.Writer)) []byte {
	var b bytes.Buffer
	if d.z == nil {
		d.z, _ = zlib.NewWriterLevel(&b, d.level) // the level was checked
	} else {
		d.z.Reset(&b)
	}
	write(d.z)
	d.z.Close()
	return b.Bytes()
}

func (d *deflater) bytes(data []byte) []byte {
	return d.stream(func(w io.Writer) { w.Write(data) })
}
