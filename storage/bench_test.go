package storage

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"throughline/journey"
	"throughline/journey/journeytest"
)

var sizes = []int{100, 1000, 10000}

func BenchmarkOpen(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			path := newFile(b, journeytest.Generate(n))
			b.ReportAllocs()
			for b.Loop() {
				f, err := Open(path, Options{})
				try(b, err)
				try(b, f.Close())
			}
		})
	}
}

// BenchmarkLoad is Open without what journey.Repair costs.
func BenchmarkLoad(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			path := newFile(b, journeytest.Generate(n))
			b.ReportAllocs()
			for b.Loop() {
				d, err := openReading(path, migrations)
				try(b, err)
				e := journey.New().Edit(nil)
				try(b, d.rows(func(_ rowKey, r journey.Row) { e.Put(r) }))
				try(b, d.close())
			}
		})
	}
}

// BenchmarkOpenLog is opening a file in which much was done.
func BenchmarkOpenLog(b *testing.B) {
	path := newFile(b, journeytest.Generate(100))
	d := openDocument(b, path)
	c, _ := journey.Get[journey.Card](d.project, firstCard(d.project))
	for i := range 10000 {
		try(b, d.do("Type", func(e *journey.Edit) { c.Title = fmt.Sprint("title ", i); e.Put(c) }))
	}
	try(b, d.file.Close())
	b.ReportAllocs()
	for b.Loop() {
		f, err := Open(path, Options{})
		try(b, err)
		try(b, f.Close())
	}
}

func BenchmarkCommit(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			d := openDocument(b, newFile(b, journeytest.Generate(n)))
			defer d.file.Close()
			c, _ := journey.Get[journey.Card](d.project, firstCard(d.project))
			i := 0
			b.ReportAllocs()
			for b.Loop() {
				i++
				try(b, d.do("Type", func(e *journey.Edit) { c.Title = fmt.Sprint("title ", i); e.Put(c) }))
				try(b, d.file.Flush(context.Background()))
			}
		})
	}
}

// BenchmarkAppend is what an edit costs the goroutine that makes it.
func BenchmarkAppend(b *testing.B) {
	d := openDocument(b, newFile(b, journeytest.Generate(1000)))
	defer d.file.Close()
	c, _ := journey.Get[journey.Card](d.project, firstCard(d.project))
	changes := []journey.Change{{Before: c, After: c}}
	b.ReportAllocs()
	for b.Loop() {
		d.seq++
		try(b, d.file.Append(journey.Entry{Seq: d.seq, Label: "Type", Changes: changes}, changes))
	}
}

func BenchmarkCreate(b *testing.B) {
	p := journeytest.Generate(10000)
	folder := b.TempDir()
	i := 0
	for b.Loop() {
		i++
		try(b, Create(filepath.Join(folder, fmt.Sprint(i, ".journey")), p, nil))
	}
}

func BenchmarkSaveCopy(b *testing.B) {
	d := openDocument(b, newFile(b, journeytest.Generate(10000)))
	defer d.file.Close()
	path := filepath.Join(b.TempDir(), "copy.journey")
	for b.Loop() {
		try(b, d.file.SaveCopy(path))
	}
}

// firstCard is the same card of a project every time.
func firstCard(p *journey.Project) journey.ID {
	for _, r := range p.Sorted() {
		if r.Kind() == journey.KindCard {
			return r.RowID()
		}
	}
	return ""
}
