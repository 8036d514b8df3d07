package window

import (
	"fmt"
	"image/color"
	"math"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	flayout "fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	mapview "throughline/canvas"
	"throughline/canvas/layout"
	"throughline/journey"
)

// pick is a small thing to choose by a click, Space or Enter: a face, a swatch,
// a flag. Its picture is drawn by who makes it.
type pick struct {
	widget.BaseWidget
	w      *Window
	size   fyne.Size
	tip    string
	quiet  bool // what it is for stands in it: no tooltip
	draw   func(on, lit bool) []fyne.CanvasObject
	run    func()
	on     bool
	hover  bool
	focus  bool
	inside *fyne.Container
}

func (w *Window) newPick(size fyne.Size, tip string, draw func(on, lit bool) []fyne.CanvasObject, run func()) *pick {
	p := &pick{w: w, size: size, tip: tr(tip), draw: draw, run: run}
	p.inside = container.NewStack(draw(false, false)...)
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer is part of Fyne's widget interface.
func (p *pick) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.inside) }

// MinSize is part of Fyne's interface.
func (p *pick) MinSize() fyne.Size { return p.size.Max(p.inside.MinSize()) }

func (p *pick) again() {
	p.inside.Objects = p.draw(p.on, p.hover || p.focus)
	p.inside.Refresh()
}

func (p *pick) set(on bool) {
	if p.on != on {
		p.on = on
		p.again()
	}
}

// Tapped is part of Fyne's interface.
func (p *pick) Tapped(*fyne.PointEvent) { p.w.hideTip(); p.run() }

// MouseIn is part of Fyne's desktop interface.
func (p *pick) MouseIn(*desktop.MouseEvent) { p.hover = true; p.again(); p.tipSoon() }

// MouseMoved is part of Fyne's desktop interface.
func (p *pick) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is part of Fyne's desktop interface.
func (p *pick) MouseOut() { p.hover = false; p.again(); p.w.hideTip() }

// tipSoon shows the tooltip, if the pointer stays.
func (p *pick) tipSoon() {
	if p.tip == "" || p.quiet {
		return
	}
	time.AfterFunc(tipAfter, func() {
		fyne.Do(func() {
			if p.hover {
				p.w.showTip(p, p.tip)
			}
		})
	})
}

// FocusGained is part of Fyne's interface.
func (p *pick) FocusGained() { p.focus = true; p.again() }

// FocusLost is part of Fyne's interface.
func (p *pick) FocusLost() { p.focus = false; p.again() }

// TypedRune is part of Fyne's interface.
func (p *pick) TypedRune(rune) {}

// TypedKey is part of Fyne's interface.
func (p *pick) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		p.run()
	case fyne.KeyEscape:
		p.w.escape() // of a dialog that it stands in
		p.w.focusMap()
	}
}

// box is a rounded area.
func box(fill, edge color.Color, radius, width float32) *canvas.Rectangle {
	if fill == noColor && width > 0 {
		fill = mapview.Hollow(edge)
	}
	r := canvas.NewRectangle(fill)
	r.CornerRadius, r.StrokeColor, r.StrokeWidth = radius, edge, width
	return r
}

// flag is a property that is or is not.
type flag struct {
	*pick
	v bool
}

func newFlag(f *propertyField) *flag {
	w := f.in.w
	th := w.look.colors
	g := &flag{}
	g.pick = w.newPick(fyne.NewSize(0, 26), f.pr.Title, func(on, lit bool) []fyne.CanvasObject {
		ink, ground, edge := th.Ink2, rgb(th.Sunk, 255), rgb(th.Sunk, 255)
		if on {
			ink, ground, edge = th.Acc, rgb(th.AccTint, 255), rgb(th.AccLine, 255)
		}
		if lit {
			edge = rgb(th.Acc, 255)
		}
		t := canvas.NewText(tr(f.pr.Title), rgb(ink, 255))
		t.TextSize = 12
		row := container.New(flayout.NewCustomPaddedHBoxLayout(4), t)
		if name := flagIcons[strings.ToLower(f.pr.Field)]; name != "" {
			icon := canvas.NewImageFromResource(w.icon(name, ink, 255))
			icon.SetMinSize(fyne.NewSize(14, 14))
			row.Objects = []fyne.CanvasObject{container.NewCenter(icon), t}
		}
		return []fyne.CanvasObject{box(ground, edge, 5, 1), container.New(inset{flagPad, 4}, row)}
	}, func() { f.set(!g.v) })
	return g
}

// flagPad leaves room for two flags beside each other.
const flagPad = 5

// flagIcons are the signs that flags have on the map.
var flagIcons = map[string]string{"truth": "spark", "pain": "alert", "hidden": "eyeoff", "locked": "lock"}

func (g *flag) object() fyne.CanvasObject { return g.pick }

func (g *flag) show(v any, mixed bool) {
	g.v, _ = v.(bool)
	g.set(g.v && !mixed)
}

// levels is three dots: of severity, impact, effort. The last one that is on
// takes the level back.
type levels struct {
	box  *fyne.Container
	dots []*pick
	v    int
}

func newLevels(f *propertyField) *levels {
	w := f.in.w
	th := w.look.colors
	l := &levels{box: container.New(wrapLayout{4})}
	for i := range 3 {
		dot := w.newPick(fyne.NewSize(24, 26), fmt.Sprintf("%d of 3", i+1), func(on, lit bool) []fyne.CanvasObject {
			c := canvas.NewCircle(rgb(th.Hair2, 255))
			if on {
				c.FillColor = rgb(th.Ink2, 255)
			}
			if lit {
				c.StrokeColor, c.StrokeWidth = rgb(th.Acc, 255), 2
			}
			return []fyne.CanvasObject{container.NewCenter(container.NewGridWrap(fyne.NewSize(12, 12), c))}
		}, func() {
			n := i + 1
			if l.v == n {
				n = i
			}
			f.set(n)
		})
		l.dots = append(l.dots, dot)
		l.box.Add(dot)
	}
	return l
}

func (l *levels) object() fyne.CanvasObject { return l.box }

func (l *levels) show(v any, mixed bool) {
	l.v, _ = v.(int)
	for i, d := range l.dots {
		d.set(!mixed && i < l.v)
	}
}

// faces is the five feelings. The one that is on takes the feeling back.
type faces struct {
	f     *propertyField
	box   *fyne.Container
	picks []*pick
	at    int // that is on; negative is none
}

func newFaces(f *propertyField) *faces {
	w := f.in.w
	th := w.look.colors
	g := &faces{f: f, at: -1}
	row := container.NewGridWithColumns(5)
	for i := range 5 {
		res := fyne.NewStaticResource(fmt.Sprintf("face-%d-%s.svg", i, th.Name), []byte(layout.FaceSVG(i, th)))
		p := w.newPick(fyne.NewSize(28, 28), feelingNames[i], func(on, lit bool) []fyne.CanvasObject {
			im := canvas.NewImageFromResource(res)
			im.FillMode = canvas.ImageFillContain
			im.Translucency = 0.45
			ground, edge := rgb(th.Sunk, 255), rgb(th.Sunk, 255)
			if on {
				im.Translucency, ground, edge = 0, rgb(th.Panel, 255), rgb(th.Hair2, 255)
				if th.Dark {
					ground = edge
				}
			}
			if lit {
				im.Translucency = 0
			}
			return []fyne.CanvasObject{box(ground, edge, 6, 1), container.NewCenter(container.NewGridWrap(fyne.NewSize(18, 18), im))}
		}, func() {
			if g.at == i {
				f.set(journey.Number{})
				return
			}
			s := f.scale()
			f.set(journey.Num(s.Least + float64(i)*(s.Greatest-s.Least)/4))
		})
		g.picks = append(g.picks, p)
		row.Add(p)
	}
	g.box = container.NewStack(box(rgb(th.Sunk, 255), color.Transparent, 8, 0), container.New(inset{1, 1}, row))
	return g
}

// feelingNames are the feelings, the worst first.
var feelingNames = [5]string{"Frustrated", "Uneasy", "Neutral", "Good", "Delighted"}

// scale is that of the first card's lane.
func (f *propertyField) scale() journey.Scale {
	p := f.in.w.doc.editor.Doc.Project()
	c, _ := journey.Get[journey.Card](p, first(f.ids))
	l, _ := journey.Get[journey.Lane](p, c.Lane)
	return l.Scale()
}

func (g *faces) object() fyne.CanvasObject { return g.box }

func (g *faces) show(v any, mixed bool) {
	g.at = -1
	if n, ok := v.(journey.Number); ok && n.Set && !mixed {
		g.at = int(math.Round(g.f.scale().Normal(n.Value))) + 2
	}
	for i, p := range g.picks {
		p.set(i == g.at)
	}
}

// swatches is the colour of a stage, or one of its own.
type swatches struct {
	box   *fyne.Container
	picks []*pick
}

func newSwatches(f *propertyField) *swatches {
	w := f.in.w
	th := w.look.colors
	s := &swatches{box: container.New(wrapLayout{1})}
	for i := range 9 {
		tip := "As the stage"
		if i > 0 {
			tip = layout.HueNames[i-1]
		}
		p := w.newPick(fyne.NewSize(18, 24), tip, func(on, lit bool) []fyne.CanvasObject {
			ring := box(rgb(th.Panel, 255), rgb(th.Panel, 255), 6, 2)
			if on || lit {
				ring.StrokeColor = rgb(th.Acc, 255)
			}
			var fill fyne.CanvasObject
			if i == 0 {
				svg := fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="16" height="16"><rect width="16" height="16" rx="4" fill="%s"/><path d="M4 0H12L0 12V4A4 4 0 0 1 4 0Z" fill="%s"/></svg>`,
					th.Hues[2].Line, th.Hues[2].Solid)
				im := canvas.NewImageFromResource(fyne.NewStaticResource("stage-"+th.Name+".svg", []byte(svg)))
				im.FillMode = canvas.ImageFillContain
				fill = im
			} else {
				fill = box(rgb(th.Hues[i-1].Solid, 255), color.Transparent, 4, 0)
			}
			return []fyne.CanvasObject{container.NewCenter(container.NewGridWrap(fyne.NewSize(18, 18), ring)), container.NewCenter(container.NewGridWrap(fyne.NewSize(12, 12), fill))}
		}, func() { f.set(i) })
		s.picks = append(s.picks, p)
		s.box.Add(p)
	}
	return s
}

func (s *swatches) object() fyne.CanvasObject { return s.box }

func (s *swatches) show(v any, mixed bool) {
	for i, p := range s.picks {
		p.set(!mixed && v == i)
	}
}
