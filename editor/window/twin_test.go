package window

import (
	"image"
	"image/color"
	"image/draw"
	"math"
	"sync"
	"testing"

	"fyne.io/fyne/v2"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/canvas/raster"
	"throughline/canvas/scene"
	"throughline/editor"
	"throughline/journey"
)

// twin is a window in this process that looks as the program's does when it has
// opened the sample. It knows where its buttons are.
type twin struct {
	mu sync.Mutex
	w  *Window
}

var theTwin twin

// window is the twin's window, made when it is first needed.
func (tw *twin) window(t testing.TB) *Window {
	t.Helper()
	needWindow(t)
	tw.mu.Lock()
	defer tw.mu.Unlock()
	if tw.w == nil {
		k := kit(t)
		k.Home, k.State = home+"/twin", home+"/twin.json"
		plain(t, k.State)
		do(func() {
			w, err := New(theApp, k)
			if err != nil {
				t.Error(err)
				return
			}
			tw.w = w
			w.win.Show()
			w.OpenSample()
		})
		if tw.w == nil {
			t.FailNow()
		}
		eventually(t, "the twin's map", func() (sharp bool) {
			do(func() { sharp = tw.w.doc != nil && tw.w.doc.view.Sharp() && tw.w.doc.view.Size().Width > 0 })
			return sharp
		})
	}
	return tw.w
}

// plain has a program begin without panels, so that the map has the whole
// window.
func plain(t testing.TB, state string) {
	t.Helper()
	r := recall("")
	r.Panels[leftSide].Closed, r.Panels[rightSide].Closed, r.Minimap = true, true, false
	must(t, r.write(state))
}

// at is the middle of something in the window.
func (tw *twin) at(t testing.TB, what func(*Window) fyne.CanvasObject) geom.Point {
	t.Helper()
	w := tw.window(t)
	var p geom.Point
	do(func() {
		o := what(w)
		pos, size := theApp.Driver().AbsolutePositionForObject(o), o.Size()
		p = geom.Pt(float64(pos.X+size.Width/2), float64(pos.Y+size.Height/2))
	})
	return p
}

// ground is where the map stands in the window.
func (tw *twin) ground(t testing.TB) geom.Rect {
	t.Helper()
	w := tw.window(t)
	var r geom.Rect
	do(func() {
		pos, size := theApp.Driver().AbsolutePositionForObject(w.place), w.place.Size()
		// Fyne's menu has no whole height; pictures are moved to whole pixels
		r = geom.Box(math.Round(float64(pos.X)), math.Round(float64(pos.Y)), float64(size.Width), float64(size.Height))
	})
	return r
}

func exportButton(w *Window) fyne.CanvasObject { return w.bar.send }
func undoButton(w *Window) fyne.CanvasObject   { return w.bar.undo }
func fitButton(w *Window) fyne.CanvasObject    { return w.status.fit }

// cardOn is where a card is on the desk, and how large.
func cardOn(t testing.TB, e *editor.Editor, ground geom.Rect, c journey.Card) geom.Rect {
	t.Helper()
	it, at, ok := e.Sheet().Card(c)
	if !ok {
		t.Fatalf("%q is not drawn", c.Title)
	}
	s, cam := e.Sheet(), e.Camera()
	body := geom.Pt(s.HeaderWidth*cam.Zoom, s.BandHeight*cam.Zoom)
	return it.Box.Add(at).Add(geom.Point{}.Sub(cam.At)).Mul(cam.Zoom).Add(body).Add(ground.Min)
}

// painted is what the map's place should show: the frame's panes, painted as a
// whole, without the marks above them.
func painted(e *editor.Editor, size geom.Point, th *layout.Theme) *image.RGBA {
	im := image.NewRGBA(image.Rect(0, 0, int(size.X), int(size.Y)))
	for i := range im.Pix {
		im.Pix[i] = []byte{th.Map.R, th.Map.G, th.Map.B, 255}[i%4]
	}
	var r raster.Renderer
	f := e.Frame()
	for _, p := range f.Panes {
		if p.Rect.W() < 1 || p.Rect.H() < 1 {
			continue
		}
		from := image.Pt(round(p.Rect.Min.X), round(p.Rect.Min.Y))
		shift := from.Sub(image.Pt(round(p.At.X*p.Zoom), round(p.At.Y*p.Zoom)))
		// a pane is not cut off at its edges; those above it cover it
		whole := image.Rect(0, 0, int(math.Ceil(p.Scene.Size.X*p.Zoom)), int(math.Ceil(p.Scene.Size.Y*p.Zoom)))
		pane := image.NewRGBA(whole.Intersect(im.Rect.Sub(shift)))
		r.Paint(pane, p.Scene, p.Zoom, p.Zoom)
		draw.Draw(im, pane.Rect.Add(shift), pane, pane.Rect.Min, draw.Src)
		for _, d := range f.Drawn {
			if d.Clip == p.Rect {
				over := r.Image(d.Scene, d.Zoom, d.Zoom)
				at := over.Rect.Add(image.Pt(round(d.At.X), round(d.At.Y)))
				draw.Draw(im, at, over, image.Point{}, draw.Over)
			}
		}
	}
	return im
}

func round(v float64) int { return int(v + 0.5) }

// differ counts the pixels in which the desk does not show a picture.
func differ(desk *image.RGBA, want *image.RGBA, ground geom.Rect) (n int) {
	for y := range want.Rect.Dy() {
		for x := range want.Rect.Dx() {
			if !like(desk.At(x+int(ground.Min.X), y+int(ground.Min.Y)), want.At(x, y)) {
				n++
			}
		}
	}
	return n
}

// shows waits until the map's place shows what the model does.
func (p *program) shows(what string, e *editor.Editor, ground geom.Rect, th *layout.Theme) {
	p.t.Helper()
	p.park() // the pointer is on the picture
	want := painted(e, geom.Pt(ground.W(), ground.H()), th)
	n := 0
	for range 200 {
		if n = differ(p.look(), want, ground); n == 0 {
			return
		}
	}
	keep(p.t, "want", want)
	p.t.Fatalf("%s: %d pixels of the map are not as they should be", what, n)
}

func solid(c scene.Color) color.Color { return color.NRGBA{c.R, c.G, c.B, 255} }
