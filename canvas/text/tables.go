package text

import (
	"encoding/binary"
	"errors"
	"io"
)

// checkTables is the size of a font file, or an error where a table of it lies
// outside of the file: reading it would spend the memory that it claims.
func checkTables(file io.ReadSeeker) (size int64, err error) {
	if size, err = file.Seek(0, io.SeekEnd); err != nil {
		return 0, err
	}
	read := func(at int64, n int) []byte {
		b := make([]byte, n)
		if _, e := file.Seek(at, io.SeekStart); e != nil {
			err = e
		}
		if _, e := io.ReadFull(file, b); e != nil {
			err = e
		}
		return b
	}
	u32 := binary.BigEndian.Uint32
	starts := []int64{0}
	head := read(0, 12)
	if string(head[:4]) == "ttcf" {
		n := int(u32(head[8:]))
		if n == 0 || n > 256 {
			return 0, errors.New("a collection of too many fonts")
		}
		starts = starts[:0]
		for b := read(12, 4*n); len(b) > 0; b = b[4:] {
			starts = append(starts, int64(u32(b)))
		}
	}
	for _, at := range starts {
		head := read(at, 12)
		if s := string(head[:4]); s != "\x00\x01\x00\x00" && s != "true" && s != "OTTO" {
			return 0, errors.New("no font")
		}
		n := int(binary.BigEndian.Uint16(head[4:]))
		for b := read(at+12, 16*n); len(b) > 0; b = b[16:] {
			if int64(u32(b[8:]))+int64(u32(b[12:])) > size {
				return 0, errors.New("a table lies outside of the file")
			}
		}
		if err != nil {
			return 0, err
		}
	}
	return size, err
}
