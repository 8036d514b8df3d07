package pptx

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"time"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/export/markup"
)

// Slide is a scene and what it is called.
type Slide struct {
	Scene *scene.Scene
	Title string
	Notes string // what the speaker says
}

// Options is what a presentation says about itself.
type Options struct {
	Title, Author, Subject string
	Date                   time.Time          // the zero time is none
	Size                   geom.Point         // of a slide; scenes are made to fit
	RTL                    bool               // the map reads from the right, and texts stand there
	Progress               func(done float64) // hears how much is done, 0 to 1; may be nil
}

// slideWidth is the width of a slide in EMU, 914,400 of which are an inch.
const slideWidth = 12_192_000

// Write writes a presentation.
func Write(ctx context.Context, w io.Writer, slides []Slide, o Options) error {
	if len(slides) == 0 || !(o.Size.X > 0 && o.Size.Y > 0) {
		return errors.New("write pptx: there is nothing to show")
	}
	b := book{zip: zip.NewWriter(w), options: o, size: [2]int64{slideWidth, int64(math.Round(slideWidth * o.Size.Y / o.Size.X))}, pictures: map[any]int{}}
	for i, s := range slides {
		if err := ctx.Err(); err != nil {
			return err
		}
		b.slide(i+1, s)
		if o.Progress != nil {
			o.Progress(float64(i+1) / float64(len(slides)))
		}
	}
	b.rest(slides)
	if b.err == nil {
		b.err = b.zip.Close()
	}
	if b.err != nil {
		return fmt.Errorf("write pptx: %w", b.err)
	}
	return nil
}

// book is a presentation in the making. It keeps the first error.
type book struct {
	zip      *zip.Writer
	options  Options
	size     [2]int64 // of a slide, EMU
	pictures map[any]int
	noted    []int // slides that have notes
	err      error
}

// part writes a part of the archive.
func (b *book) part(name, body string) {
	if b.err != nil {
		return
	}
	w, err := b.zip.Create(name)
	if err == nil {
		_, err = io.WriteString(w, body)
	}
	b.err = err
}

// slide writes the n-th slide, its scene in the middle of it.
func (b *book) slide(n int, s Slide) {
	if !(s.Scene.Size.X > 0 && s.Scene.Size.Y > 0) {
		b.err = errors.New("a scene has no size")
		return
	}
	k := min(float64(b.size[0])/s.Scene.Size.X, float64(b.size[1])/s.Scene.Size.Y)
	p := painter{book: b, k: k, last: 1, next: 2, addresses: map[string]int{}, media: map[int]int{}}
	p.off = geom.Pt((float64(b.size[0])-s.Scene.Size.X*k)/2, (float64(b.size[1])-s.Scene.Size.Y*k)/2)
	p.clips = []geom.Rect{{Max: s.Scene.Size}}
	p.shapes.WriteString(p.title(s.Title))
	if s.Notes != "" {
		b.notes(n, s.Notes)
		p.relate("notesSlide", fmt.Sprintf("../notesSlides/notesSlide%d.xml", n))
	}
	s.Scene.Paint(&p, scene.FullDetail, geom.Rect{Max: s.Scene.Size})
	ground := s.Scene.Ground
	if ground.A == 0 {
		ground = scene.RGB(0xFFFFFF)
	}
	b.part(fmt.Sprintf("ppt/slides/slide%d.xml", n), head+`<p:sld `+spaces+`><p:cSld><p:bg><p:bgPr>`+solid(ground)+`<a:effectLst/></p:bgPr></p:bg><p:spTree>`+emptyGroup+
		p.shapes.String()+`</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`)
	b.part(fmt.Sprintf("ppt/slides/_rels/slide%d.xml.rels", n), head+relations+relation(1, "slideLayout", "../slideLayouts/slideLayout1.xml")+p.relations.String()+`</Relationships>`)
}

// picture writes a picture once and is its number.
func (b *book) picture(key any, write func(io.Writer)) int {
	n, ok := b.pictures[key]
	if !ok {
		n = len(b.pictures) + 1
		b.pictures[key] = n
		var body bytes.Buffer
		write(&body) // into memory: it cannot fail
		b.part(fmt.Sprintf("ppt/media/image%d.png", n), body.String())
	}
	return n
}

// relation is a line of the list of what a part refers to.
func relation(n int, kind, target string) string {
	mode := ""
	if kind == "hyperlink" {
		mode = ` TargetMode="External"`
	}
	return `<Relationship Id="rId` + strconv.Itoa(n) + `" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/` + kind + `" Target="` + markup.Text(target) + `"` + mode + `/>`
}

// solid is a colour to fill with.
func solid(c scene.Color) string {
	alpha := ""
	if c.A < 255 {
		alpha = fmt.Sprintf(`<a:alpha val="%d"/>`, int(c.A)*100_000/255)
	}
	return fmt.Sprintf(`<a:solidFill><a:srgbClr val="%02X%02X%02X">%s</a:srgbClr></a:solidFill>`, c.R, c.G, c.B, alpha)
}
