package window

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	mapview "throughline/canvas"
	"throughline/canvas/scene"
)

// lineState is all that a line's looks depend on.
type lineState struct {
	line
	width  float32
	over   bool // the pointer
	key    bool // keys go to it
	lifted bool
	naming bool
}

// lineRow is the objects of a line in sight; it shows one line after the other.
type lineRow struct {
	w                        *Window
	box                      *fyne.Container
	ground, tile             *canvas.Rectangle
	number, title, also, tag *canvas.Text
	icon, eye, branch        *canvas.Image
	drawn                    *canvas.Image // the title, in letters that Fyne may not have
	dashes                   []fyne.CanvasObject
	state                    lineState
	y                        float32
	shown                    bool
}

func newLineRow(w *Window) *lineRow {
	text := func(size float32) *canvas.Text {
		t := canvas.NewText("", noColor)
		t.TextSize = size
		return t
	}
	picture := func() *canvas.Image {
		i := canvas.NewImageFromResource(nil)
		i.FillMode = canvas.ImageFillContain
		i.Resize(fyne.NewSize(signSize, signSize))
		i.Hide()
		return i
	}
	r := &lineRow{
		w: w, ground: canvas.NewRectangle(noColor), tile: canvas.NewRectangle(noColor),
		number: text(11), title: text(13), also: text(12), tag: text(12), icon: picture(), eye: picture(), branch: picture(), drawn: picture(),
	}
	r.ground.CornerRadius, r.tile.CornerRadius = 6, 5
	r.number.TextStyle.Bold = true
	r.number.Alignment = fyne.TextAlignCenter
	r.box = container.NewWithoutLayout(r.ground, r.tile, r.number, r.icon, r.branch, r.title, r.drawn, r.also, r.tag, r.eye)
	return r
}

// inset is where the title of a line begins, from its padding.
func (l *line) inset() float32 {
	x := float32(l.depth) * lineIndent
	if l.branch != noSign {
		x += signSize + 4
	}
	if l.icon != "" || l.number > 0 {
		x += signSize + 8
	}
	if l.number > 0 {
		x += 2
	}
	return x
}

// show brings the objects to another state; what is the same is not touched.
func (r *lineRow) show(s lineState, y float32) {
	y += s.above
	if r.shown && r.y != y {
		r.y = y
		r.box.Move(fyne.NewPos(0, y))
	}
	if r.shown && r.state == s {
		return
	}
	r.state, r.y, r.shown = s, y, true
	h := s.height() - s.above
	r.box.Move(fyne.NewPos(0, y))
	r.box.Resize(fyne.NewSize(s.width, h))
	r.paintGround(&s, h)
	x, th := float32(lineInset+linePad)+float32(s.depth)*lineIndent, r.w.look.colors
	ink, sub := th.Ink, th.Ink2
	if s.faint || s.lifted {
		ink, sub = th.Ink3, th.Ink3
	}
	put := func(i *canvas.Image, name string, c scene.Color, at float32) {
		i.Hidden = name == ""
		if name != "" {
			i.Resource = r.w.icon(name, c, 255)
			i.Move(fyne.NewPos(at, (h-signSize)/2))
		}
		i.Refresh()
	}
	put(r.branch, map[sign]string{openSign: "down", shutSign: "right"}[s.branch], th.Ink3, x)
	if s.branch != noSign {
		x += signSize + 4
	}
	put(r.icon, s.icon, sub, x)
	r.tile.Hidden, r.number.Hidden = s.number == 0, s.number == 0
	if s.number > 0 {
		r.tile.FillColor = rgb(s.tile, 255)
		r.tile.Move(fyne.NewPos(x, (h-18)/2))
		r.tile.Resize(fyne.NewSize(18, 18))
		r.number.Text, r.number.Color = strconv.Itoa(s.number), rgb(s.line.on, 255)
		m := r.number.MinSize()
		r.number.Move(fyne.NewPos(x, (h-m.Height)/2))
		r.number.Resize(fyne.NewSize(18, m.Height))
	}
	r.paintWords(&s, h, ink)
	end := s.width - lineInset - linePad - signSize
	switch {
	case s.look == headLine && s.eye == openSign:
		put(r.eye, "plus", th.Ink2, end)
	case s.look == ruleLine:
		put(r.eye, "", th.Ink3, end)
	case s.eye == openSign:
		put(r.eye, "eye", th.Ink3, end)
	case s.eye == shutSign:
		put(r.eye, "eyeoff", th.Ink3, end)
	default:
		put(r.eye, "", th.Ink3, end)
	}
	r.box.Refresh()
}

// paintGround draws what a line stands on: the chosen one on a tint, the one
// that keys go to with a ring, a rule as dashes.
func (r *lineRow) paintGround(s *lineState, h float32) {
	th := r.w.look.colors
	r.ground.Move(fyne.NewPos(lineInset, 0))
	r.ground.Resize(fyne.NewSize(s.width-2*lineInset, h))
	r.ground.FillColor, r.ground.StrokeWidth = noColor, 0
	switch {
	case s.chosen:
		r.ground.FillColor = rgb(th.AccTint, 255)
	case s.over && s.look != headLine:
		r.ground.FillColor = rgb(th.Ink, 13)
	}
	if s.key {
		r.ground.StrokeColor, r.ground.StrokeWidth = rgb(th.Acc, 255), 2
		if r.ground.FillColor == noColor {
			r.ground.FillColor = mapview.Hollow(r.ground.StrokeColor)
		}
	}
	n := 0
	if s.look == ruleLine {
		n = int((s.width - 2*lineInset - 2*linePad) / 6)
	}
	for len(r.dashes) < n {
		r.dashes = append(r.dashes, canvas.NewRectangle(noColor))
		r.box.Add(r.dashes[len(r.dashes)-1])
	}
	for i, d := range r.dashes {
		d := d.(*canvas.Rectangle)
		if d.Hidden = i >= n; !d.Hidden {
			d.FillColor = rgb(th.Hair2, 255)
			if s.faint || s.lifted {
				d.FillColor = rgb(th.Hair, 255)
			}
			d.Move(fyne.NewPos(lineInset+linePad+float32(i)*6, h/2-0.75))
			d.Resize(fyne.NewSize(4, 1.5))
		}
	}
}

// paintWords writes a line's words, cut off where there is no room for them.
func (r *lineRow) paintWords(s *lineState, h float32, ink scene.Color) {
	th := r.w.look.colors
	x := float32(lineInset+linePad) + s.inset()
	end := s.width - lineInset - linePad
	if s.eye != noSign {
		end -= signSize + 6
	}
	put := func(t *canvas.Text, words string, c scene.Color, x, most float32) float32 {
		t.Hidden = words == "" || most < 8 || s.naming || s.look == ruleLine
		if t.Hidden {
			return 0
		}
		t.Text, t.Color = shorten(words, most, func(s string) float32 { return fyne.MeasureText(s, t.TextSize, t.TextStyle).Width }), rgb(c, 255)
		m := t.MinSize()
		t.Move(fyne.NewPos(x, (h-m.Height)/2))
		t.Resize(m)
		return m.Width
	}
	r.title.TextSize, r.title.TextStyle.Bold = 13, false
	if s.look == headLine {
		r.title.TextSize, r.title.TextStyle.Bold, ink = 12, true, th.Ink3
	}
	if w := put(r.tag, s.tag, th.Ink3, 0, 60); w > 0 {
		r.tag.Move(fyne.NewPos(end-w, r.tag.Position().Y))
		end -= w + 8
	}
	w := put(r.title, s.title, ink, x, end-x)
	if r.drawn.Hidden = r.title.Hidden || !r.w.foreign(s.title); !r.drawn.Hidden {
		size := r.w.drawLine(r.drawn, s.title, r.title.TextSize, end-x, r.title.TextStyle.Bold, ink)
		r.drawn.Move(fyne.NewPos(x, (h-size.Height)/2))
		r.title.Hidden, w = true, size.Width
	}
	put(r.also, s.also, th.Ink3, x+w+8, end-x-w-8)
}

var noColor color.Color = color.Transparent
