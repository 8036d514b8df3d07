package canvas

import (
	"image"
	"math"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/raster"
	"throughline/canvas/raster/rastertest"
	"throughline/canvas/scene"
)

// shown is a model that shows one frame and notes what it is told.
type shown struct {
	frame  input.Frame
	size   geom.Point
	typing bool
	focus  bool // a letter would begin to type
	events []input.Event
	on     func(input.Event)
}

func (s *shown) Frame() input.Frame     { return s.frame }
func (s *shown) Resize(size geom.Point) { s.size = size }
func (s *shown) Typing() bool           { return s.typing }
func (s *shown) TakesText(k input.Chord) bool {
	return s.typing || s.focus && k.Mods == 0
}
func (s *shown) Event(e input.Event) {
	s.events = append(s.events, e)
	if s.on != nil {
		s.on(e)
	}
}

// desk is a view in a window that exists in memory only.
type desk struct {
	*View
	t        *testing.T
	m        *shown
	win      fyne.Window
	queue    chan func() // what the view's goroutines ask of the window's
	held     fyne.KeyModifier
	now      time.Time
	repaints int
}

func open(t *testing.T, m *shown, size fyne.Size, scale float32) *desk {
	t.Helper()
	app := test.NewTempApp(t)
	d := &desk{t: t, m: m, queue: make(chan func(), 1000), now: time.Unix(1e9, 0)}
	d.View = NewView(m, Setting{
		Renderer: &raster.Renderer{},
		Do:       func(f func()) { d.queue <- f },
		Mods:     func() fyne.KeyModifier { return d.held },
		Now:      func() time.Time { return d.now },
		Repaint:  func() { d.repaints++ },
		Hint:     func(h input.Hint) fyne.CanvasObject { return canvas.NewText(h.Text, nil) },
	})
	t.Cleanup(d.Close)
	d.win = app.NewWindow("")
	d.win.SetPadded(false)
	d.win.Canvas().(test.WindowlessCanvas).SetScale(scale)
	d.win.SetContent(container.NewStack(d.View))
	d.win.Resize(size)
	return d
}

// settle runs what the view's goroutines ask for until all is sharp.
func (d *desk) settle() {
	d.t.Helper()
	for !d.Sharp() {
		select {
		case f := <-d.queue:
			f()
		case <-time.After(20 * time.Second):
			d.t.Fatal("the tiles do not arrive")
		}
	}
}

// The view is the scene to the last bit, at any scale of the display and
// wherever it is scrolled to.
func TestTheViewIsTheScene(t *testing.T) {
	for _, scale := range []float32{1, 2, 1.25} {
		for _, at := range []geom.Point{{}, {X: 333, Y: 250}} {
			s := rastertest.Cards(2000)
			size := fyne.NewSize(640, 400)
			m := &shown{frame: input.Frame{Panes: []input.Pane{{Scene: s, Rect: geom.Box(0, 0, 640, 400), At: at, Zoom: 0.75}}}}
			d := open(t, m, size, scale)
			d.settle()
			if m.size != geom.Pt(640, 400) {
				t.Fatalf("the model was told a size of %v", m.size)
			}
			got := d.win.Canvas().Capture()
			k := float64(scale)
			box := image.Rectangle{Max: got.Bounds().Size()}.Add(image.Pt(int(math.Round(at.X*0.75*k)), int(math.Round(at.Y*0.75*k))))
			want := image.NewRGBA(box)
			(&raster.Renderer{}).Paint(want, s, 0.75*k, 0.75)
			for y := range box.Dy() {
				for x := range box.Dx() {
					r, g, b, _ := got.At(x, y).RGBA()
					if c := want.RGBAAt(box.Min.X+x, box.Min.Y+y); r>>8 != uint32(c.R) || g>>8 != uint32(c.G) || b>>8 != uint32(c.B) {
						t.Fatalf("scale %v at %v: pixel %d, %d is %d %d %d, want %v", scale, at, x, y, r>>8, g>>8, b>>8, c)
					}
				}
			}
		}
	}
}

// A pane that lies over another is seen within its box only, wherever that goes,
// though its tiles reach beyond it.
func TestAPaneOverAnotherIsCutOff(t *testing.T) {
	plain := func(c scene.Color) *scene.Scene { return &scene.Scene{Ground: c, Size: geom.Pt(400, 300)} }
	under, over := scene.RGB(0x204060), scene.RGB(0xE0A030)
	m := &shown{frame: input.Frame{Panes: []input.Pane{
		{Scene: plain(under), Rect: geom.Box(0, 0, 400, 300), Zoom: 1},
		{Scene: plain(over), Rect: geom.Box(100, 60, 80, 120), At: geom.Pt(100, 60), Zoom: 1, Cut: true},
	}}}
	d := open(t, m, fyne.NewSize(400, 300), 1)
	for _, x := range []float64{100, 100, 37, 250} {
		m.frame.Panes[1].Rect, m.frame.Panes[1].At = geom.Box(x, 60, 80, 120), geom.Pt(x, 60)
		d.Update()
		d.settle()
		got := d.win.Canvas().Capture()
		for _, at := range []image.Point{{5, 5}, {int(x) - 2, 100}, {int(x) + 1, 100}, {int(x) + 78, 100}, {int(x) + 82, 100}, {int(x) + 40, 58}, {int(x) + 40, 182}, {395, 295}} {
			want := under
			if at.X >= int(x) && at.X < int(x)+80 && at.Y >= 60 && at.Y < 180 {
				want = over
			}
			if r, _, _, _ := got.At(at.X, at.Y).RGBA(); uint8(r>>8) != want.R {
				t.Errorf("with the pane at %v, pixel %v is not %v", x, at, want)
			}
		}
	}
}

// A pane that is to change at once shows the picture before until all of the new
// one is there, whether that is of the same scale or of another.
func TestAPictureIsReplacedAtOnce(t *testing.T) {
	plain := func(c scene.Color) *scene.Scene { return &scene.Scene{Ground: c, Size: geom.Pt(1700, 1300)} }
	one, other := scene.RGB(0x204060), scene.RGB(0xE0A030)
	m := &shown{frame: input.Frame{Panes: []input.Pane{{Scene: plain(one), Rect: geom.Box(0, 0, 1700, 1300), Zoom: 1, AtOnce: true}}}}
	d := open(t, m, fyne.NewSize(1700, 1300), 1)
	d.settle()
	at := func(x, y int) uint8 {
		r, _, _, _ := d.win.Canvas().Capture().At(x, y).RGBA()
		return uint8(r >> 8)
	}
	now := one
	for _, detail := range []float64{1, 0.5, 0.5, 0.5, 1} {
		next := one
		if now == one {
			next = other
		}
		m.frame.Panes[0].Scene, m.frame.Panes[0].Detail = plain(next), detail
		d.Update()
		for steps := 0; !d.Sharp(); steps++ {
			if got := []uint8{at(5, 5), at(1690, 5), at(850, 650), at(5, 1290), at(1690, 1290)}; got[0] != now.R && got[0] != next.R ||
				slices.ContainsFunc(got, func(c uint8) bool { return c != got[0] }) {
				t.Fatalf("with the detail of %v, after %d steps: the corners are %v", detail, steps, got)
			}
			select {
			case f := <-d.queue:
				f()
			case <-time.After(20 * time.Second):
				t.Fatal("the tiles do not arrive")
			}
		}
		if now = next; at(5, 5) != now.R || at(1690, 1290) != now.R {
			t.Fatalf("with the detail of %v the picture has not changed", detail)
		}
	}
}

// Objects stay as long as they show the same tile: each new or refreshed one is
// an upload to the graphics card.
func TestScrollingKeepsTheTilesObjects(t *testing.T) {
	m := &shown{frame: input.Frame{Panes: []input.Pane{{Scene: rastertest.Cards(2000), Rect: geom.Box(0, 0, 1200, 700), Zoom: 1}}}}
	d := open(t, m, fyne.NewSize(1200, 700), 1)
	d.settle()
	was := map[fyne.CanvasObject]fyne.Position{}
	for _, o := range d.panes[0].box.Objects {
		was[o] = o.Position()
	}
	m.frame.Panes[0].At = geom.Pt(40, 30)
	d.Update()
	kept := 0
	for _, o := range d.panes[0].box.Objects {
		if p, ok := was[o]; ok {
			kept++
			if want := p.Subtract(fyne.NewPos(40, 30)); o.Position() != want {
				t.Errorf("a tile at %v, want %v", o.Position(), want)
			}
		}
	}
	if kept < 4 {
		t.Errorf("%d tiles were kept of %d", kept, len(was))
	}
}

// A letter is on the screen in the frame that follows it: its tiles do not come
// by way of the queue.
func TestALetterIsShownAtOnce(t *testing.T) {
	one, two := rastertest.Cards(30), rastertest.Cards(31)
	m := &shown{typing: true, frame: input.Frame{Panes: []input.Pane{{Scene: one, Rect: geom.Box(0, 0, 500, 400), Zoom: 1}}}}
	d := open(t, m, fyne.NewSize(500, 400), 1)
	d.settle()
	m.on = func(input.Event) { m.frame.Panes[0].Scene = two }
	late := 0
	for range 20 { // a busy machine may be late at times
		m.frame.Panes[0].Scene = one
		d.Update()
		d.settle()
		d.TypedRune('x')
		if d.frame.Panes[0].Scene != two {
			t.Fatal("the frame is not shown")
		}
		if !d.Sharp() {
			late++
		}
		d.settle()
	}
	if late > 10 {
		t.Errorf("late %d times of 20", late)
	}
}

// kinds is what the model was told since the last call, in short.
func (d *desk) kinds() []input.Kind {
	var out []input.Kind
	for _, e := range d.m.events {
		out = append(out, e.Kind)
	}
	d.m.events = nil
	return out
}

func (d *desk) last() input.Event {
	d.t.Helper()
	if len(d.m.events) == 0 {
		d.t.Fatal("no event")
	}
	return d.m.events[len(d.m.events)-1]
}

func blank(t *testing.T) *desk {
	return open(t, &shown{frame: input.Frame{Panes: []input.Pane{{Scene: &scene.Scene{Size: geom.Pt(10, 10)}, Rect: geom.Box(0, 0, 300, 200), Zoom: 1}}}}, fyne.NewSize(300, 200), 1)
}

func button(x, y float32, b desktop.MouseButton) *desktop.MouseEvent {
	e := &desktop.MouseEvent{Button: b}
	e.Position = fyne.NewPos(x, y)
	return e
}

func TestClicksAreCounted(t *testing.T) {
	d := blank(t)
	click := func(x float32, b desktop.MouseButton, after time.Duration) int {
		d.now = d.now.Add(after)
		d.MouseDown(button(x, 5, b))
		n := d.last().Clicks
		d.MouseUp(button(x, 5, b))
		return n
	}
	const left, right = desktop.MouseButtonPrimary, desktop.MouseButtonSecondary
	for i, c := range []struct {
		x     float32
		b     desktop.MouseButton
		after time.Duration
		want  int
	}{
		{10, left, 0, 1},
		{12, left, 200 * time.Millisecond, 2},
		{12, left, 200 * time.Millisecond, 3},
		{12, left, 500 * time.Millisecond, 1},  // too late
		{30, left, 100 * time.Millisecond, 1},  // elsewhere
		{30, right, 100 * time.Millisecond, 1}, // another button
	} {
		if got := click(c.x, c.b, c.after); got != c.want {
			t.Errorf("click %d counts as %d, want %d", i, got, c.want)
		}
	}
}

// What the program does with the first click does not part it from the second.
func TestASlowProgramKnowsADoubleClick(t *testing.T) {
	d := blank(t)
	d.m.on = func(input.Event) { d.now = d.now.Add(time.Second) }
	const left = desktop.MouseButtonPrimary
	for _, want := range []int{1, 2} {
		d.MouseDown(button(5, 5, left))
		if n := d.last().Clicks; n != want {
			t.Errorf("click %d counts as %d", want, n)
		}
		d.MouseUp(button(5, 5, left))
		d.now = d.now.Add(200 * time.Millisecond)
	}
}

// Whatever Fyne leaves out or says twice, a press is followed by one release.
func TestEveryPressHasOneRelease(t *testing.T) {
	const left, right = desktop.MouseButtonPrimary, desktop.MouseButtonSecondary
	drag := func(d *desk, x float32) {
		e := &fyne.DragEvent{}
		e.Position = fyne.NewPos(x, 5)
		d.Dragged(e)
	}
	for name, story := range map[string]func(*desk){
		"click": func(d *desk) { d.MouseDown(button(5, 5, left)); d.MouseUp(button(5, 5, left)) },
		"drag, told twice": func(d *desk) {
			d.MouseDown(button(5, 5, left))
			drag(d, 60)
			d.MouseUp(button(60, 5, left))
			d.DragEnd()
		},
		"drag that ends elsewhere": func(d *desk) { d.MouseDown(button(5, 5, left)); drag(d, 60); d.DragEnd() },
		"up over something else":   func(d *desk) { d.MouseDown(button(5, 5, left)); d.MouseMoved(button(50, 5, 0)) },
		"second button meanwhile": func(d *desk) {
			d.MouseDown(button(5, 5, left))
			d.MouseDown(button(5, 5, right))
			drag(d, 60)
			d.MouseUp(button(60, 5, right))
			d.DragEnd()
			drag(d, 80)
			d.MouseUp(button(80, 5, left))
			d.DragEnd()
		},
	} {
		d := blank(t)
		story(d)
		var presses, releases int
		for _, k := range d.kinds() {
			switch k {
			case input.Press:
				presses++
			case input.Release:
				releases++
			}
		}
		if presses != 1 || releases != 1 {
			t.Errorf("%s: %d presses, %d releases", name, presses, releases)
		}
	}
}

// Letters are text while a text is edited, and shortcuts otherwise, never both.
func TestALetterIsTextOrShortcut(t *testing.T) {
	d := blank(t)
	press := func(name fyne.KeyName, r rune) {
		d.KeyDown(&fyne.KeyEvent{Name: name})
		if r != 0 {
			d.TypedRune(r)
		}
		d.KeyUp(&fyne.KeyEvent{Name: name})
	}
	press(fyne.KeyH, 'h')
	if len(d.m.events) != 1 || d.last().Kind != input.KeyDown || d.last().Key != "H" {
		t.Errorf("a shortcut: %+v", d.m.events)
	}
	d.kinds()
	d.m.typing = true
	press(fyne.KeyH, 'h')
	if len(d.m.events) != 1 || d.last().Kind != input.Text || d.last().Text != "h" {
		t.Errorf("a letter: %+v", d.m.events)
	}
	d.m.typing, d.m.focus = false, true
	press(fyne.KeyH, 'h')
	press("2", '2')
	if len(d.m.events) != 3 || d.last().Kind != input.Text || d.last().Text != "2" {
		t.Errorf("a letter with a card in focus: %+v", d.m.events)
	}
	d.kinds()
	press(fyne.KeySpace, ' ')
	if len(d.m.events) != 2 || d.m.events[0].Key != input.KeySpace || d.m.events[0].Kind != input.KeyDown {
		t.Errorf("space with a card in focus: %+v", d.m.events)
	}
	d.held = fyne.KeyModifierShift
	press("2", '"')
	if d.last().Kind != input.KeyDown || d.last().Key != "2" || d.last().Mods != input.Shift {
		t.Errorf("a shortcut with a card in focus: %+v", d.m.events)
	}
	d.kinds()
	d.Chord(fyne.KeyZ, fyne.KeyModifierSuper|fyne.KeyModifierShift)
	if e := d.last(); e.Kind != input.KeyDown || e.Key != "Z" || e.Mods != input.Ctrl|input.Shift {
		t.Errorf("a chord: %+v", e)
	}
}

// A ring moves with its card, and an unchanged one is not touched.
func TestMarksAndHints(t *testing.T) {
	d := blank(t)
	pane := d.m.frame.Panes[0].Rect
	ring := input.Mark{Rect: geom.Box(10, 20, 100, 50), Clip: pane, Edge: scene.RGB(0xFF0000), Width: 2, Radius: 6}
	line := input.Mark{Rect: geom.Box(0, 0, 4, 40), Fill: scene.RGB(0x0000FF)}
	d.m.frame.Marks = []input.Mark{ring, line}
	d.m.frame.Hint = &input.Hint{At: geom.Pt(40, 50), Text: "Move here"}
	d.Update()
	painted := d.repaints
	if d.Update(); painted == 0 || d.repaints != painted {
		t.Errorf("painted anew %d times, and %d times with nothing new", painted, d.repaints-painted)
	}
	at := func(x, y int) (uint32, uint32, uint32) {
		r, g, b, _ := d.win.Canvas().Capture().At(x, y).RGBA()
		return r >> 8, g >> 8, b >> 8
	}
	if r, g, b := at(60, 20); r < 200 || g > 60 || b > 60 {
		t.Errorf("no ring: %d %d %d", r, g, b)
	}
	if r, _, b := at(1, 10); b < 200 || r > 60 {
		t.Errorf("no line: %d %d", r, b)
	}
	if n := len(d.hint.box().Objects); n != 1 {
		t.Errorf("%d hints", n)
	}
	d.m.frame.Marks, d.m.frame.Hint = nil, nil
	d.Update()
	if len(d.panes[0].over.Objects)+len(d.over.Objects)+len(d.hint.box().Objects) > 0 {
		t.Error("marks are left")
	}
}

// Time passes for a busy model only.
func TestTicksAsLongAsTheModelIsBusy(t *testing.T) {
	d := blank(t)
	d.m.frame.Busy = true
	d.Update()
	for len(d.m.events) < 2 {
		select {
		case f := <-d.queue:
			f()
		case <-time.After(20 * time.Second):
			t.Fatal("no tick")
		}
	}
	for _, k := range d.kinds() {
		if k != input.Tick {
			t.Errorf("event %v", k)
		}
	}
	d.m.frame.Busy = false
	d.Update()
	if d.ticker != nil {
		t.Error("it still ticks")
	}
}
