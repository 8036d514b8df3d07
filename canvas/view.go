package canvas

import (
	"math"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/raster"
)

// Model is what a view shows and tells. All calls come from the window's
// goroutine.
type Model interface {
	Frame() input.Frame
	Event(input.Event)
	Resize(size geom.Point)
	Typing() bool // all keys are text, also Space
	// TakesText reports whether a letter or a digit is text, not a shortcut; the
	// zero chord is a character that came without its key.
	TakesText(input.Chord) bool
}

// Setting is what a view needs of the program around it.
type Setting struct {
	Renderer *raster.Renderer
	// Do runs f on the window's goroutine; fyne.Do in the program.
	Do func(f func())
	// Mods is the modifier keys held now: Fyne's move, drag, scroll and key
	// events do not say.
	Mods func() fyne.KeyModifier
	Now  func() time.Time
	// Repaint has the window painted anew: Fyne hears nothing when a container
	// is given other objects.
	Repaint func()
	// Hint draws the line beside the pointer.
	Hint func(input.Hint) fyne.CanvasObject
	// Menu, if set, is what the Alt key does when it is pressed alone.
	Menu func()
	// Spent, if set, is told how long each of the view's callbacks took.
	Spent func(time.Duration)
}

// View is the widget that shows a model. Its methods belong to the window's
// goroutine.
type View struct {
	widget.BaseWidget
	Setting
	model  Model
	pool   *raster.Pool
	panes  []*pane
	drawn  *drawings // above all panes
	hint   hint
	over   *fyne.Container // marks above all panes
	marks  *marks
	root   *fyne.Container
	frame  input.Frame
	ticker *time.Ticker
	every  time.Duration // at which it ticks
	stop   chan struct{}
	inside int // depth of events being handled
	mouse  mouse
	keys   keys
	size   fyne.Size
}

// NewView is a view of m.
func NewView(m Model, s Setting) *View {
	v := &View{Setting: s, model: m}
	v.ExtendBaseWidget(v)
	v.pool = raster.NewPool(s.Renderer, func() { s.Do(v.arrived) })
	v.over = container.NewWithoutLayout()
	v.marks, v.drawn = newMarks(v.over), &drawings{box: container.NewWithoutLayout()}
	v.root = container.NewWithoutLayout()
	return v
}

// Close ends the view's workers.
func (v *View) Close() {
	v.tickWhile(0)
	v.pool.Close()
}

// CreateRenderer is part of Fyne's widget interface.
func (v *View) CreateRenderer() fyne.WidgetRenderer { return &renderer{v} }

type renderer struct{ v *View }

func (r *renderer) Layout(size fyne.Size) {
	if size == r.v.size {
		return
	}
	r.v.size = size
	r.v.root.Resize(size)
	for _, o := range r.v.root.Objects {
		o.Resize(size)
	}
	r.v.model.Resize(geom.Pt(float64(size.Width), float64(size.Height)))
	r.v.Update()
}

// MinSize leaves the map room for a stage.
func (r *renderer) MinSize() fyne.Size           { return fyne.NewSize(240, 160) }
func (r *renderer) Refresh()                     { r.v.Update() }
func (r *renderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.v.root} }
func (r *renderer) Destroy()                     {}

// timed runs f and tells Spent how long it took.
func (v *View) timed(f func()) {
	if v.Spent == nil {
		f()
		return
	}
	from := time.Now()
	f()
	v.Spent(time.Since(from))
}

// send hands an event to the model and shows what came of it.
func (v *View) send(ev input.Event) {
	from := v.Now()
	v.timed(func() {
		ev.Now = from
		v.inside++
		v.model.Event(ev)
		v.inside--
		if v.inside > 0 {
			return
		}
		v.update()
		if ev.Kind == input.Text || ev.Kind == input.KeyDown {
			v.pool.Wait(keyPatience)
			v.take()
		}
	})
	if v.inside == 0 {
		v.mouse.busy += v.Now().Sub(from)
	}
}

// keyPatience is how long the answer to a key may hold up the window, so that a
// letter is in the frame that follows it.
const keyPatience = 8 * time.Millisecond

// Update shows the model's frame as it is now. Within an event it waits for
// the event's end.
func (v *View) Update() {
	if v.inside == 0 {
		v.timed(v.update)
	}
}

// Scale is device pixels per device-independent pixel.
func (v *View) Scale() float64 {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil {
		return float64(c.Scale())
	}
	return 1
}

func (v *View) update() {
	if v.size.Width == 0 || v.size.Height == 0 {
		return
	}
	v.frame = v.model.Frame()
	scale := v.Scale()
	for len(v.panes) < len(v.frame.Panes) {
		v.panes = append(v.panes, newPane(v.pool))
		v.stack()
	}
	for i := range v.frame.Panes {
		if p := v.panes[i]; v.frame.Panes[i].Cut && p.clip == nil {
			p.clip = container.NewClip(p.box)
			v.stack()
		}
		v.panes[i].show(&v.frame.Panes[i], scale)
	}
	if marks, drawings := v.showMarks(), v.showDrawings(scale); marks || drawings {
		v.Repaint()
	}
	v.hint.show(v, v.frame.Hint)
	every := time.Duration(0)
	switch {
	case v.frame.Moving:
		every = tickMoving
	case v.frame.Busy:
		every = tickEvery
	}
	v.tickWhile(every)
}

// stack puts the panes into paint order: the first one lies under the others,
// so that its marks are cut off where the others begin.
func (v *View) stack() {
	v.root.Objects = nil
	for _, p := range v.panes {
		v.root.Objects = append(v.root.Objects, p.root(), p.drawn.box, p.over)
	}
	v.root.Objects = append(v.root.Objects, v.over, v.drawn.box, v.hint.box())
	for _, o := range v.root.Objects {
		o.Resize(v.size)
	}
}

// showMarks gives each mark to the pane that it is cut off with, and reports
// whether there are others than before.
func (v *View) showMarks() (changed bool) {
	for i, p := range v.panes[:len(v.frame.Panes)] {
		var own []input.Mark
		for _, m := range v.frame.Marks {
			if cutOff(v.frame.Panes[i].Rect, m.Clip) {
				own = append(own, m)
			}
		}
		changed = p.marks.show(own) || changed
	}
	var rest []input.Mark
	for _, m := range v.frame.Marks {
		if !v.ownedByPane(m.Clip) {
			rest = append(rest, m)
		}
	}
	return v.marks.show(rest) || changed
}

// showDrawings gives each drawing to the pane that it is cut off with, and
// reports whether there are others than before.
func (v *View) showDrawings(scale float64) (changed bool) {
	var own, rest []input.Drawing
	for i, p := range v.panes[:len(v.frame.Panes)] {
		own = own[:0]
		for _, d := range v.frame.Drawn {
			if cutOff(v.frame.Panes[i].Rect, d.Clip) {
				own = append(own, d)
			}
		}
		changed = p.drawn.show(v, own, scale) || changed
	}
	for _, d := range v.frame.Drawn {
		if !v.ownedByPane(d.Clip) {
			rest = append(rest, d)
		}
	}
	return v.drawn.show(v, rest, scale) || changed
}

func (v *View) ownedByPane(clip geom.Rect) bool {
	for _, p := range v.frame.Panes {
		if cutOff(p.Rect, clip) {
			return true
		}
	}
	return false
}

// cutOff reports whether what has a clip is cut off with a pane. A pane that
// shows nothing cuts off nothing.
func cutOff(pane, clip geom.Rect) bool { return pane == clip && !pane.Empty() }

// uploadsAtOnce bounds how many tiles become textures in one frame.
const uploadsAtOnce = 6

// arrived puts tiles that workers finished on the screen.
func (v *View) arrived() { v.timed(v.take) }

func (v *View) take() {
	if v.pool.Take(uploadsAtOnce) {
		v.Do(v.arrived)
	}
	scale := v.Scale()
	for i := range v.frame.Panes {
		v.panes[i].show(&v.frame.Panes[i], scale)
	}
}

// Sharp reports whether everything in view is painted as it should be.
func (v *View) Sharp() bool {
	for _, p := range v.panes {
		if !p.tiles.Done() {
			return false
		}
	}
	return len(v.panes) > 0
}

// tickEvery is how often a busy model hears that time passes, and tickMoving
// how often one does in which something glides.
const (
	tickEvery  = 33 * time.Millisecond
	tickMoving = time.Second / 60
)

// tickWhile sends Tick events at intervals, or none where every is 0.
func (v *View) tickWhile(every time.Duration) {
	if every == v.every {
		return
	}
	if v.ticker != nil {
		v.ticker.Stop()
		close(v.stop)
		v.ticker = nil
	}
	if v.every = every; every > 0 {
		v.ticker, v.stop = time.NewTicker(every), make(chan struct{})
		go v.tick(v.ticker, v.stop)
	}
}

func (v *View) tick(t *time.Ticker, stop chan struct{}) {
	var waiting atomic.Bool // a slow window gets fewer ticks, not a queue of them
	for {
		select {
		case <-stop:
			return
		case <-t.C:
			if waiting.Swap(true) {
				continue
			}
			v.Do(func() {
				waiting.Store(false)
				if v.ticker == t {
					v.send(input.Event{Kind: input.Tick})
				}
			})
		}
	}
}

// Cursor is part of Fyne's desktop interface.
func (v *View) Cursor() desktop.Cursor { return cursorOf(v.frame.Cursor) }

// device is a length in device pixels.
func device(v, scale float64) int { return int(math.Round(v * scale)) }
