package pdf

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"io"
	"testing"

	"throughline/canvas/layout/layouttest"
	"throughline/export/exporttest"
)

// BenchmarkWrite is the whole export; BenchmarkFloor is what cannot be saved of
// it: deflating the same page content at the same level. The first takes at
// most four times what the second takes, at 10,000 cards.
func BenchmarkWrite(b *testing.B) {
	f := layouttest.Fonts(b)
	for _, n := range []int{100, 1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := exporttest.Cards(f, n)
			b.ReportAllocs()
			for b.Loop() {
				if err := Write(context.Background(), io.Discard, []Page{{Scene: s}}, Options{Title: "Cards"}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkFloor(b *testing.B) {
	f := layouttest.Fonts(b)
	for _, n := range []int{100, 1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			var content bytes.Buffer
			s := exporttest.Cards(f, n)
			pg, err := pageOf(Page{Scene: s})
			if err != nil {
				b.Fatal(err)
			}
			if err := newPainter(context.Background()).scene(&content, s, pg); err != nil {
				b.Fatal(err)
			}
			b.SetBytes(int64(content.Len()))
			b.ReportAllocs()
			for b.Loop() {
				z, _ := zlib.NewWriterLevel(io.Discard, zlib.BestSpeed)
				z.Write(content.Bytes())
				z.Close()
			}
		})
	}
}
