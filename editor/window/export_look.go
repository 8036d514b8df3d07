package window

import (
	"context"
	"fmt"
	"math"
	"strings"
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"throughline/canvas/layout"
	"throughline/export"
)

// exportLook is what is being made for the preview, and what came of it.
type exportLook struct {
	cancel context.CancelFunc
	making sync.Mutex // one preview at a time
	asked  int
	count  int // of pages
}

// stop ends what is being made.
func (l *exportLook) stop() {
	if l.cancel != nil {
		l.cancel()
	}
	l.asked++
}

const lookPause = 120 * time.Millisecond // after a change, in which others may follow

// lookPatient is how long one way to make pages may take for the others to be tried
// as well.
var lookPatient = 250 * time.Millisecond

// again makes the preview anew, in the background.
func (x *exportDialog) again() {
	w := x.w
	x.look.stop()
	asked := x.look.asked
	if w.doc != x.doc {
		return
	}
	j, err := w.exportJob(x.o, x.selected())
	if err != nil {
		x.letters.Text = tr(sentenceOf(err.Error()))
		x.letters.Color = rgb(w.look.colors.Pain, 255)
		x.letters.Refresh()
		x.accept.Disable()
		return
	}
	x.accept.Enable()
	ctx, cancel := context.WithCancel(w.ctx)
	x.look.cancel = cancel
	width, height, dense := x.preview.room()
	doc, f, o := x.doc, x.f, x.o
	paint := &previewPainter{ctx: ctx, renderer: w.Renderer, th: w.look.colors, dense: float64(dense), marks: o.Crop}
	tell := func(f func()) {
		fyne.Do(func() {
			if asked == x.look.asked && x.open && w.doc == x.doc {
				f()
			}
		})
	}
	doc.use.Add(1)
	time.AfterFunc(lookPause, func() {
		defer doc.use.Done()
		defer cancel()
		x.look.making.Lock()
		defer x.look.making.Unlock()
		if ctx.Err() != nil {
			return
		}
		begun := time.Now()
		pages := j.Pages()
		took := time.Since(begun)
		s := paint.paint(pages, width, height)
		tell(func() {
			x.look.count = 0
			if f.Drawn {
				x.look.count = len(pages.List)
			}
			x.preview.show(s, dense, pagesWords(f, pages), f.Drawn && pages.Poster != nil && len(pages.List) > 1)
			x.sayLetters(pages.Smallest, f)
			x.detail(x.mode(), pages)
			x.sayFoot(-1)
		})
		for _, m := range exportModes {
			if ctx.Err() != nil || took > lookPatient || !f.Drawn {
				break
			}
			other := j.Alike()
			other.Paging.Mode = m.mode
			p := other.Pages()
			tell(func() { x.detail(m.mode, p) })
		}
		if size, ok := weigh(ctx, f, j); ok {
			tell(func() { x.sayFoot(size) })
		}
	})
}

// detail says at the right of a way to make pages what it makes.
func (x *exportDialog) detail(mode string, p *layout.Pages) {
	t := x.details[mode]
	switch n := len(p.List); {
	case mode == layout.FittedPage:
		t.Text = tr(p.Paper)
	case mode == layout.PosterPage:
		t.Text = fmt.Sprintf("%.0f × %.0f mm", p.Size.X, p.Size.Y)
	case mode == layout.TiledPages && n > 1:
		t.Text = tr(fmt.Sprintf("%d pages, %d × %d", n, p.Grid[0], p.Grid[1]))
	default:
		t.Text = tr(count(n, "page"))
	}
	t.Refresh()
}

// pagesWords says what the preview shows.
func pagesWords(f export.Format, p *layout.Pages) string {
	n, paper := len(p.List), tr(p.Paper)
	facts := func(said ...string) string { return strings.Join(said, ", ") }
	switch {
	case !f.Drawn:
		return tr("What is drawn here, as a table or as data")
	case p.Poster != nil && n > 1:
		return facts(tr(fmt.Sprintf("%d × %d pages", p.Grid[0], p.Grid[1])), paper, tr(fmt.Sprintf("%.0f × %.0f mm assembled", p.Size.X, p.Size.Y)))
	case n > previewMost:
		return facts(tr(count(n, "page")), paper, tr(fmt.Sprintf("the first %d of them", previewMost)))
	}
	return facts(tr(count(n, "page")), paper, fmt.Sprintf("%.0f %%", p.Scale*100))
}

// sayLetters says how small the letters get on paper.
func (x *exportDialog) sayLetters(size float64, f export.Format) {
	th := x.w.look.colors
	x.letters.Text, x.letters.Color = "", rgb(th.Ink3, 255)
	switch {
	case size == 0 || !f.Drawn:
	case size < layout.LeastPrint-0.05:
		x.letters.Text, x.letters.Color = tr(fmt.Sprintf("Smallest text prints at %.1f pt, hard to read", size)), rgb(th.Warn, 255)
	default:
		x.letters.Text = tr(fmt.Sprintf("Smallest text prints at %.1f pt", size))
	}
	x.letters.Refresh()
}

// sayFoot says what will be written; a size below zero is not known yet.
func (x *exportDialog) sayFoot(size int64) {
	parts := []string{safeName(x.doc.name()) + x.f.Ext}
	if x.look.count > 0 {
		parts = append(parts, tr(count(x.look.count, "page")))
	}
	if size >= 0 {
		parts = append(parts, tr("about")+" "+bytesWords(size))
	}
	x.foot.Text = strings.Join(parts, ", ")
	x.foot.Refresh()
}

// bytesWords is a size for people.
func bytesWords(n int64) string {
	switch {
	case n < 1000:
		return localNumber(fmt.Sprintf("%d B", n))
	case n < 100_000:
		return localNumber(fmt.Sprintf("%d kB", (n+500)/1000))
	}
	return localNumber(fmt.Sprintf("%.1f MB", float64(n)/1e6))
}

// counted is a writer that only counts.
type counted int64

func (c *counted) Write(b []byte) (int, error) { *c += counted(len(b)); return len(b), nil }

// weighMost is how many pixels of a picture are painted to know its size; a larger
// one is judged by two smaller.
const weighMost = 8e6

// weigh is about how many bytes an export has, and whether that could be found
// out.
func weigh(ctx context.Context, f export.Format, j *export.Job) (int64, bool) {
	pages := 1.0
	write := func(pixels float64) float64 { // 0 is as it is
		j := j.Alike()
		if pixels > 0 {
			j.Scale, j.Width, j.DPI = j.Pixels()*math.Sqrt(pixels/j.PixelCount()), 0, 0
			j = j.Alike() // its pages are made anew
		}
		var c counted
		if _, err := f.Write(ctx, &c, j); err != nil {
			return 0
		}
		if f.Page != nil {
			pages = float64(len(j.Pages().List))
		}
		return float64(c)
	}
	n := j.Alike().PixelCount()
	if f.Page == nil || n <= weighMost || f.Name == "svg" {
		size := write(0)
		return int64(size * pages), size > 0 && ctx.Err() == nil
	}
	// edges grow with the side, what is between them with the area: how much there
	// is of both is seen from how the size grows
	large, small := write(weighMost), write(weighMost/4)
	if large == 0 || small == 0 || ctx.Err() != nil {
		return 0, false
	}
	grows := min(1, max(0.3, math.Log(large/small)/math.Log(4)))
	return int64(large * math.Pow(n/weighMost, grows) * pages), true
}
