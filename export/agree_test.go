package export_test

import (
	"bytes"
	"context"
	"image"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	stdpng "image/png"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/canvas/layout/layouttest"
	"throughline/canvas/layout/slide"
	"throughline/canvas/raster"
	"throughline/canvas/scene"
	"throughline/export/exporttest"
	"throughline/export/pdf"
	"throughline/export/png"
	"throughline/export/svg"
	"throughline/journey"
	"throughline/journey/journeytest"
	"throughline/storage/importer"
)

// The pictures are compared at the scale of a PNG, two pixels a unit. The
// worst that was measured, of 255, with MuPDF 1.21, Poppler 22.12 and librsvg
// 2.54:
//
//	all but photos   mean 2.55, spot 64, line 21, patch 1, each of them Poppler's;
//	                 mean 0.39, spot 30, line 5, patch 0 librsvg's
//	photos, emoji    mean 0.21, spot 106, line 91, patch 13, Poppler's too, which
//	                 enlarges them without smoothing
var (
	ofScenes = exporttest.Difference{Mean: 3.2, Spot: 80, Line: 28, Patch: 4}
	ofPhotos = exporttest.Difference{Mean: 1, Spot: 125, Line: 108, Patch: 15}
)

const agreeScale = 2

// others are the programs that read our files as strangers do.
var others = []string{"mutool", "pdftoppm", "rsvg-convert"}

const mermaidText = `journey
  title Renting a cargo bike
  section Find
    Look around: 4: Mara, Jonas
    Ask in the shop, “how long?”: 2: Mara
  section 予約
    Быстрая доставка: 5: Shop
    שלום עולם: 3: Jonas
  section Ride
    Return it: 1: Mara, Jonas, Shop
`

// fixtures are the scenes that are compared.
func fixtures(t *testing.T) map[string]*scene.Scene {
	sample := exporttest.Sample(t)
	text, err := importer.Read("a.mmd", strings.NewReader(mermaidText))
	if err != nil {
		t.Fatal(err)
	}
	kinds, blobs := journeytest.Lanes()
	every := onPaper(exporttest.Everything(layouttest.Fonts(t)))
	// Poppler puts letters on quarters of a pixel, which shows in the hair lines
	// of Tibetan (line 47) and Khmer (spot 81). MuPDF and librsvg agree on them.
	scripts := poster(t, journeytest.Sentences(5, slices.DeleteFunc(greetings(), func(c [2]string) bool {
		return strings.ContainsFunc(c[0], func(r rune) bool { return unicode.In(r, unicode.Tibetan, unicode.Khmer) })
	})))
	return map[string]*scene.Scene{
		"everything":     apart(every, func(o scene.Op) bool { return !pixels(o) }),
		"photos":         apart(every, pixels),
		"sample":         exporttest.Poster(t, sample, &layout.Print),
		"components":     exporttest.Poster(t, exporttest.Components(), &layout.Print),
		"from the right": exporttest.Poster(t, turned(exporttest.Components()), &layout.Print),
		"sample, dark":   exporttest.Poster(t, sample, &layout.Dark),
		"lanes":          exporttest.Poster(t, &importer.Result{Project: kinds, Blobs: blobs}, &layout.Print),
		"generated":      exporttest.Poster(t, &importer.Result{Project: journeytest.Generate(60)}, &layout.Light),
		"slide":          slideOf(t, slide.Stages, &layout.Light, 4),
		"slide, dark":    slideOf(t, slide.Walk, &layout.Dark, 2),
		"mermaid":        exporttest.Poster(t, text, &layout.Print),
		"loop":           exporttest.Poster(t, &importer.Result{Project: journeytest.Loop()}, &layout.Print),
		"marked":         exporttest.Poster(t, &importer.Result{Project: journeytest.Marked()}, &layout.Print),
		"scripts":        parted(scripts, func(o scene.Op) bool { return !pixels(o) }),
		"emoji":          parted(scripts, pixels),
	}
}

// turned is maps that read from the right.
func turned(r *importer.Result) *importer.Result {
	e := r.Project.Edit(nil)
	for _, m := range r.Project.Maps() {
		m.Direction = journey.FromRight
		e.Put(m)
	}
	r.Project = e.Project()
	return r
}

// TestPicturesAgree renders a scene by four programs: as the PNG that we write,
// from the PDF by two, and from the SVG. All show the same.
func TestPicturesAgree(t *testing.T) {
	for name, s := range fixtures(t) {
		if raced && s.Size.X > 1000 {
			continue // nothing runs beside anything here, and it would take minutes
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			limit := ofScenes
			if name == "photos" || name == "emoji" {
				limit = ofPhotos
			}
			ours, theirs := rendered(t, s)
			for i, im := range theirs {
				// a size that is a millionth above a whole number may be rounded up
				if d := im.Bounds().Size().Sub(ours.Bounds().Size()); d.X < 0 || d.X > 1 || d.Y < 0 || d.Y > 1 {
					t.Errorf("%s makes it %v pixels large, not %v", others[i], im.Bounds().Size(), ours.Bounds().Size())
				}
				d := exporttest.Compare(ours, im)
				t.Logf("%s: %v", others[i], d)
				if !d.Within(limit) {
					t.Errorf("%s paints something else: %v", others[i], d)
				}
			}
			if !raced {
				spoil(t, s, ours, theirs, limit)
			}
		})
	}
}

// onPaper is the scene with its lines at the width that a screen gives them at
// least: on paper, which has no pixels, they are as thin as their pens.
func onPaper(s *scene.Scene) *scene.Scene {
	return changed(s, func(o scene.Op) scene.Op {
		if l, ok := o.(*scene.Stroke); ok {
			l := *l
			l.Pen.Width = max(l.Pen.Width, l.Least)
			return &l
		}
		return o
	})
}

// pixels reports whether an operation draws a picture or emoji.
func pixels(o scene.Op) bool {
	switch o := o.(type) {
	case *scene.Picture:
		return true
	case *scene.Glyphs:
		return o.Run.Face.Pictures
	}
	return false
}

// parted is the scene with some of its operations, and no items without any.
func parted(s *scene.Scene, want func(scene.Op) bool) *scene.Scene {
	out := changed(s, func(o scene.Op) scene.Op {
		if want(o) {
			return o
		}
		return &scene.Group{Move: geom.Identity}
	})
	for b := range out.Blocks {
		items := slices.DeleteFunc(slices.Clone(out.Blocks[b].Items), func(it scene.Item) bool { return !draws(it.Ops) })
		for i := range items {
			items[i] = scene.NewItem(items[i].Owner, items[i].Part, items[i].At, geom.Rect{}, items[i].Ops...)
		}
		out.Blocks[b].Block = scene.NewBlock(items)
	}
	return out
}

// draws reports whether operations draw anything at 100 %.
func draws(ops []scene.Op) bool {
	return slices.ContainsFunc(ops, func(o scene.Op) bool {
		g, ok := o.(*scene.Group)
		return !ok || g.From <= 1 && (g.To == 0 || g.To > 1) && draws(g.Ops)
	})
}

// apart is some operations of a scene, each as an item of its own.
func apart(s *scene.Scene, want func(scene.Op) bool) *scene.Scene {
	out := *s
	out.Blocks = nil
	for _, b := range s.Blocks {
		for _, it := range b.Items {
			for _, o := range it.Ops {
				if !want(o) {
					continue
				}
				one := scene.NewItem(it.Owner, it.Part, it.At, geom.Rect{}, o)
				out.Blocks = append(out.Blocks, scene.Placed{Block: scene.NewBlock([]scene.Item{one}), Name: strconv.Itoa(len(out.Blocks)), At: b.At})
			}
		}
	}
	return &out
}

// rendered is the PNG that we write, and what others make of PDF and SVG.
func rendered(t *testing.T, s *scene.Scene) (ours image.Image, theirs []image.Image) {
	var own, doc, drawing bytes.Buffer
	if err := png.Write(context.Background(), &own, renderer, s, png.Options{Scale: agreeScale}); err != nil {
		t.Fatal(err)
	}
	if err := pdf.Write(context.Background(), &doc, []pdf.Page{{Scene: s}}, pdf.Options{}); err != nil {
		t.Fatal(err)
	}
	if err := svg.Write(context.Background(), &drawing, s, svg.Options{}); err != nil {
		t.Fatal(err)
	}
	ours, err := stdpng.Decode(&own)
	if err != nil {
		t.Fatal(err)
	}
	size := ours.Bounds().Size()
	if size != image.Pt(int(math.Ceil(s.Size.X*agreeScale-1e-6)), int(math.Ceil(s.Size.Y*agreeScale-1e-6))) {
		t.Errorf("the PNG has %v pixels", size)
	}
	dpi := strconv.FormatFloat(agreeScale*25.4/scene.Millimetres, 'f', 6, 64)
	page, picture := exporttest.File(t, "a.pdf", doc.Bytes()), exporttest.File(t, "a.svg", drawing.Bytes())
	for _, program := range others {
		path := page
		if program == "rsvg-convert" {
			path = picture
		}
		theirs = append(theirs, exporttest.Pixels(t, program, path, dpi))
	}
	return ours, theirs
}

var renderer = new(raster.Renderer)

// raced says that the race detector is at work, which makes pixels dear.
var raced = false
