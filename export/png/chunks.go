package png

import (
	"encoding/binary"
	"hash/crc32"
	"io"
	"math"
	"strings"

	"throughline/canvas/scene"
)

// file writes chunks and keeps the first error.
type file struct {
	w     io.Writer
	err   error
	begun bool   // the data
	sum   uint32 // Adler-32 of the data so far
}

func (f *file) write(b []byte) {
	if f.err == nil {
		_, f.err = f.w.Write(b)
	}
}

// chunk writes a chunk whose data is the parts behind each other.
func (f *file) chunk(name string, parts ...[]byte) {
	n := 0
	crc := crc32.ChecksumIEEE([]byte(name))
	for _, p := range parts {
		n += len(p)
		crc = crc32.Update(crc, crc32.IEEETable, p)
	}
	f.write(append(binary.BigEndian.AppendUint32(nil, uint32(n)), name...))
	for _, p := range parts {
		f.write(p)
	}
	f.write(binary.BigEndian.AppendUint32(nil, crc))
}

// head writes what stands before the pixels.
func (f *file) head(s *picture, o Options) {
	f.write([]byte("\x89PNG\r\n\x1a\n"))
	b := binary.BigEndian.AppendUint32(nil, uint32(s.width))
	b = binary.BigEndian.AppendUint32(b, uint32(s.height))
	kind := byte(2) // RGB
	if s.clear {
		kind = 6 // and opacity
	}
	f.chunk("IHDR", append(b, 8, kind, 0, 0, 0)) // bits, kind, and the only methods there are
	f.chunk("sRGB", []byte{0})                   // perceptual
	perMetre := o.Scale / (scene.Millimetres / 1000)
	if o.Dpi > 0 {
		perMetre = o.Dpi / 0.0254
	}
	if v := math.Round(perMetre); v >= 1 && v <= math.MaxInt32 {
		b = binary.BigEndian.AppendUint32(nil, uint32(v))
		f.chunk("pHYs", b, b, []byte{1}) // metres
	}
	if t := strings.ReplaceAll(strings.ToValidUTF8(o.Title, "\uFFFD"), "\x00", ""); t != "" {
		f.chunk("iTXt", []byte("Title\x00\x00\x00\x00\x00"+t)) // not deflated, of no language
	}
}

// data writes a band.
func (f *file) data(b *worker) {
	var before, behind []byte
	if !f.begun {
		before, f.begun, f.sum = []byte{0x78, 0x9C}, true, 1 // of the zlib stream
	}
	f.sum = joined(f.sum, b.sum, b.raw)
	if b.last {
		behind = binary.BigEndian.AppendUint32(nil, f.sum)
	}
	f.chunk("IDAT", before, b.deflated.Bytes(), behind)
}

// joined is the Adler-32 of two pieces of data from those of each and the
// second's length (zlib, adler32_combine).
func joined(a, b uint32, n int64) uint32 {
	const mod = 65521
	k := uint32(n % mod)
	a1, b1 := a&0xFFFF, b&0xFFFF
	lo := a1 + b1 + mod - 1
	hi := uint32(uint64(k)*uint64(a1)%mod) + a>>16 + b>>16 + mod - k
	return lo%mod | hi%mod<<16
}
