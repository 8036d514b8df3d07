package window

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"throughline/canvas/layout"
	"throughline/journey"
	"throughline/storage"
	"throughline/storage/importer"
)

// startScreen is what the program begins with: files that were open before,
// templates, and ways to bring other files in. A map that is open stays so
// behind it.
type startScreen struct {
	w         *Window
	root      fyne.CanvasObject
	scroll    *container.Scroll
	recent    []*tile
	templates []*tile
	grids     [2]*fyne.Container
	heads     [2]fyne.CanvasObject
	bring     fyne.CanvasObject
	none      *fyne.Container
	find      *entry
	ended     bool // it is not shown any more
}

// showStart shows the start screen, and above all of it why there is no map, if
// there is a reason.
func (w *Window) showStart(why string) {
	w.hideSnack()
	w.hideTip()
	w.hideStart()
	s := &startScreen{w: w}
	s.build(why)
	w.start = s
	w.body.Hide()
	w.top.Objects = []fyne.CanvasObject{w.body, s.root, w.snack, w.tip}
	w.top.Refresh()
	w.refresh()
	if len(s.recent) > 0 {
		w.win.Canvas().Focus(s.recent[0])
	}
	s.paint()
}

// hideStart shows the map again.
func (w *Window) hideStart() {
	if w.start == nil {
		return
	}
	w.start.ended = true
	w.start = nil
	w.body.Show()
	w.top.Objects = w.layers()
	w.top.Refresh()
}

// The measures of the start screen.
const (
	startSide     = 224
	startRecent   = 152 // height of a picture
	startTemplate = 120
	startCaption  = 68 // below a picture
	startGap      = 16
	startPad      = 32
)

func (s *startScreen) build(why string) {
	w, th := s.w, s.w.look.colors
	s.find = w.entry()
	s.find.Icon = w.icon("search", th.Ink3, 255)
	s.find.SetPlaceHolder(tr("Find a map"))
	s.find.OnChanged = s.filter
	for _, f := range w.memory.Files {
		s.recent = append(s.recent, s.recentTile(f))
	}
	sample, offered := s.offered()
	first := "Recent maps"
	if len(s.recent) == 0 {
		first = "A map to look at"
		s.recent = append(s.recent, newTile(w, sample.Title, tr("The sample, to look at and try out"), startRecent, w.OpenSample))
	}
	for _, t := range offered {
		title, about := offeredAs(t)
		s.templates = append(s.templates, newTile(w, title, about, startTemplate, func() { w.NewFrom(t.Name) }))
	}
	s.grids = [2]*fyne.Container{container.New(startGrid{startRecent + startCaption}), container.New(startGrid{startTemplate + startCaption})}
	s.heads = [2]fyne.CanvasObject{s.head(first, s.find), s.head("Start from a template", nil)}
	s.bring = s.importRow()
	nothing := canvas.NewText(tr("No map is called that."), rgb(th.Ink3, 255))
	s.none = container.New(inset{0, 12}, nothing)
	s.filter("")
	all := []fyne.CanvasObject{s.heads[0], s.grids[0], s.none, room(16), s.heads[1], s.grids[1], room(8), s.bring}
	if why != "" {
		ground := box(rgb(th.PainBg, 255), rgb(th.PainLine, 255), 8, 1)
		all = append([]fyne.CanvasObject{container.NewStack(ground, container.New(inset{8, 4}, wrapped(why))), room(12)}, all...)
	}
	s.scroll = container.NewVScroll(container.New(narrow{}, container.New(inset{startPad, 24}, container.NewVBox(all...))))
	s.root = container.New(startLayout{}, canvas.NewRectangle(rgb(th.App, 255)), canvas.NewRectangle(rgb(th.Panel, 255)), canvas.NewRectangle(rgb(th.Hair2, 255)), s.side(), s.scroll)
}

// offered is the sample, and the templates, the blank one first. The sample is
// none to begin from.
func (s *startScreen) offered() (sample importer.Template, list []importer.Template) {
	list, _ = s.w.templates()
	list = slices.DeleteFunc(list, func(t importer.Template) bool {
		if t.Name == sampleTemplate {
			sample = t
		}
		return t.Name == sampleTemplate
	})
	blank := func(t importer.Template) int {
		if t.Name == blankTemplate {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(list, func(a, b importer.Template) int { return blank(a) - blank(b) })
	return sample, list
}

// room is a piece of nothing between two parts.
func room(height float32) fyne.CanvasObject { return emptyBox(0, height) }

// roomBeside is a piece of nothing between two parts beside each other.
func roomBeside(width float32) fyne.CanvasObject { return emptyBox(width, 0) }

func emptyBox(width, height float32) fyne.CanvasObject {
	r := canvas.NewRectangle(noColor)
	r.SetMinSize(fyne.NewSize(width, height))
	return r
}

// head is the name of a part, with something at its right.
func (s *startScreen) head(name string, right fyne.CanvasObject) fyne.CanvasObject {
	t := canvas.NewText(tr(name), rgb(s.w.look.colors.Ink, 255))
	t.TextSize, t.TextStyle.Bold = 16, true
	if right == nil {
		right = room(32)
	}
	return container.New(inset{0, 4}, container.New(apart{240}, t, right))
}

// side is what stands at the left: new, open, the parts, the theme.
func (s *startScreen) side() fyne.CanvasObject {
	w, th := s.w, s.w.look.colors
	mark := canvas.NewImageFromResource(w.mark())
	mark.FillMode = canvas.ImageFillContain
	mark.SetMinSize(fyne.NewSize(28, 28))
	name := canvas.NewText(Title, rgb(th.Ink, 255))
	name.TextSize, name.TextStyle.Bold = 17, true
	wide := func(b *tool, primary bool) fyne.CanvasObject {
		b.primary, b.edge, b.bold = primary, !primary, true
		return container.New(inset{12, 0}, container.NewGridWrap(fyne.NewSize(startSide-25, 36), b))
	}
	line := func(icon, title string, run func()) fyne.CanvasObject {
		return container.New(inset{12, 0}, container.NewGridWrap(fyne.NewSize(startSide-25, 32), leading(w.newTool(icon, title, "", run))))
	}
	to := func(o *fyne.CanvasObject) func() {
		return func() { s.scroll.ScrollToOffset(fyne.NewPos(0, (*o).Position().Y)) }
	}
	dark, next := "Dark theme", &layout.Dark
	if th.Dark {
		dark, next = "Light theme", &layout.Light
	}
	upper := container.NewVBox(
		container.New(inset{16, 12}, container.NewHBox(mark, container.NewCenter(name))),
		wide(w.newTool("plus", "New map", "A blank map", func() { w.NewFrom(blankTemplate) }), true),
		room(0),
		wide(w.newTool("folder", "Open file", "A .journey file, or one of another program", w.openDialog), false),
		room(8),
		line("clock", "Recent", to(&s.heads[0])), line("grid", "Templates", to(&s.heads[1])), line("import", "Import", to(&s.bring)),
	)
	lower := container.NewVBox(line("sun", dark, func() { w.SetTheme(next) }))
	for _, c := range w.commands {
		if c.name == "help.keys" {
			lower.Add(line("help", "Guide and shortcuts", c.run))
		}
	}
	if w.doc != nil {
		lower.Add(line("left", "Back to the map", w.leaveStart))
	}
	return container.NewBorder(upper, container.New(inset{0, 12}, lower), nil, nil)
}

// leaveStart goes back to the map that is open.
func (w *Window) leaveStart() {
	if w.start != nil && w.doc != nil {
		w.hideStart()
		w.refresh()
		w.focusMap()
	}
}

// importRow says what can be brought in, with a button for the kinds of file
// that most people have.
func (s *startScreen) importRow() fyne.CanvasObject {
	w, th := s.w, s.w.look.colors
	title := canvas.NewText(tr("Import a journey"), rgb(th.Ink, 255))
	title.TextStyle.Bold = true
	about := canvas.NewText(tr("Drop a file here, or choose one."), rgb(th.Ink2, 255))
	about.TextSize = 12
	icon := canvas.NewImageFromResource(w.icon("import", th.Acc, 255))
	icon.SetMinSize(fyne.NewSize(18, 18))
	chip := container.NewStack(box(rgb(th.AccTint, 255), noColor, 8, 0), container.NewCenter(icon))
	buttons := container.NewHBox()
	for _, k := range []struct{ icon, title, ext string }{{"table", "CSV", ".csv"}, {"table", "XLSX", ".xlsx"}, {"split", "Mermaid", ".mmd"}} {
		for _, f := range importer.Formats {
			for _, ext := range f.Extensions {
				if ext == k.ext {
					b := w.newTool(k.icon, k.title, f.Name, func() { w.choose("Import", "Import", "", false, f.Extensions, w.Open) })
					b.edge = true
					buttons.Add(b)
				}
			}
		}
	}
	words := container.NewHBox(container.NewCenter(container.NewGridWrap(fyne.NewSize(36, 36), chip)), room(0), container.NewCenter(container.NewVBox(title, about)))
	row := container.New(apart{0}, words, container.NewCenter(buttons))
	edge := box(rgb(th.App, 255), rgb(th.Hair2, 255), 10, 1)
	return container.NewStack(edge, container.New(inset{16, 12}, row))
}

// apart is a layout: something at the left and something at the right, of a width
// if that is not 0; where there is no room for both, the right one stands below.
type apart struct{ width float32 }

// wide is how wide the right one is.
func (a apart) wide(o fyne.CanvasObject) float32 {
	if a.width > 0 {
		return a.width
	}
	return o.MinSize().Width
}

// MinSize is for the width of the last Layout: the right one stands below or not.
func (a apart) MinSize(o []fyne.CanvasObject) fyne.Size {
	l, r := o[0].MinSize(), o[1].MinSize()
	h := max(l.Height, r.Height)
	if o[1].Position().X == 0 && o[1].Size().Width > 0 {
		h = l.Height + apartGap + r.Height
	}
	return fyne.NewSize(0, h)
}

const apartGap = 8

func (a apart) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l, r := o[0].MinSize(), o[1].MinSize()
	r.Width = min(a.wide(o[1]), size.Width)
	o[0].Resize(fyne.NewSize(min(l.Width, size.Width), l.Height))
	o[1].Resize(r)
	if l.Width+apartGap+r.Width > size.Width {
		o[0].Move(fyne.NewPos(0, 0))
		o[1].Move(fyne.NewPos(0, l.Height+apartGap))
		return
	}
	o[0].Move(fyne.NewPos(0, (size.Height-l.Height)/2))
	o[1].Move(fyne.NewPos(size.Width-r.Width, (size.Height-r.Height)/2))
}

// filter shows the maps and templates that have the words in their titles.
func (s *startScreen) filter(words string) {
	words = strings.ToLower(strings.TrimSpace(words))
	found := 0
	for i, all := range [][]*tile{s.recent, s.templates} {
		s.grids[i].Objects = nil
		for _, t := range all {
			if strings.Contains(strings.ToLower(t.title), words) {
				s.grids[i].Objects = append(s.grids[i].Objects, t)
			}
		}
		found += len(s.grids[i].Objects)
		s.grids[i].Refresh()
	}
	s.none.Hidden = found > 0
	s.none.Refresh()
	if s.scroll != nil {
		s.scroll.Refresh()
	}
}

// recentTile is the tile of a file that was open before.
func (s *startScreen) recentTile(f rememberFile) *tile {
	title := f.Title
	if filepath.Dir(f.Path) != s.w.Home {
		title = strings.TrimSuffix(filepath.Base(f.Path), extension)
	}
	about := whenOpened(f.Opened, s.w.Now())
	if f.Organisation != "" {
		about = f.Organisation + ", " + about
	}
	t := newTile(s.w, oneLine(title, "Untitled map"), about, startRecent, func() { s.w.Open(f.Path) })
	t.menu = []*fyne.MenuItem{fyne.NewMenuItem(tr("Remove from this list"), func() {
		s.w.memory.forget(f.Path)
		s.w.remember()
		s.w.showStart("")
	})}
	return t
}

// whenOpened is a time as people say it.
func whenOpened(t, now time.Time) string {
	t, now = t.Local(), now.Local()
	day := func(t time.Time) time.Time { return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) }
	switch days := int(day(now).Sub(day(t)).Hours() / 24); {
	case t.IsZero() || t.Year() < 2000:
		return tr("some time ago")
	case days == 0:
		return tr(fmt.Sprintf("today, %s", t.Format("15:04")))
	case days == 1:
		return tr("yesterday")
	case t.Year() == now.Year():
		return tr(t.Format("2 January"))
	}
	return tr(t.Format("2 January 2006"))
}

// paint makes the pictures of all tiles, one after the other, in the background.
func (s *startScreen) paint() {
	w := s.w
	o := layout.Options{Fonts: w.Fonts, Icons: w.Icons, Theme: w.look.colors}
	dense := float64(w.win.Canvas().Scale())
	files := w.memory.Files
	_, list := s.offered()
	go func() {
		picture := func(t *tile, height float64, p *journey.Project, mp journey.ID) {
			sc, k := layout.Thumbnail(o, p, mp, thumbnailWidth, height)
			im := w.Renderer.Image(sc, k*dense, layout.ThumbnailDetail)
			fyne.Do(func() { t.show(im) })
		}
		for i, t := range s.recent {
			var gone bool
			fyne.DoAndWait(func() { gone = s.ended })
			switch {
			case gone:
				return
			case i < len(files):
				p, mp, err := glance(files[i])
				if err == nil {
					picture(t, startRecent, p, mp)
				} else if errors.Is(err, fs.ErrNotExist) {
					fyne.Do(func() { t.say(tr("It is not there any more")) })
				}
			default:
				if r, err := w.template(sampleTemplate); err == nil {
					picture(t, startRecent, r.Project, r.Project.Maps()[0].ID)
				}
			}
		}
		for i, t := range s.templates {
			if r, err := w.template(list[i].Name); err == nil {
				picture(t, startTemplate, r.Project, r.Project.Maps()[0].ID)
			}
		}
	}()
}

// thumbnailWidth is how wide pictures of maps are painted.
const thumbnailWidth = 280

// mostGlanced is the size of a file that is read for a picture of it.
const mostGlanced = 64 << 20

// glance reads a file for a picture of the map that was shown last.
func glance(f rememberFile) (*journey.Project, journey.ID, error) {
	info, err := os.Stat(f.Path)
	switch {
	case err != nil:
		return nil, "", err
	case !info.Mode().IsRegular() || info.Size() > mostGlanced:
		return nil, "", fs.ErrInvalid
	}
	r, err := storage.Read(f.Path)
	if err != nil {
		return nil, "", err
	}
	defer r.Close()
	p := r.Project()
	if _, ok := journey.Get[journey.Map](p, f.Map); ok {
		return p, f.Map, nil
	}
	if all := p.Maps(); len(all) > 0 {
		return p, all[0].ID, nil
	}
	return nil, "", fs.ErrInvalid
}

// startLayout is a layout: a panel at the left with a line beside it, and the
// rest.
type startLayout struct{}

func (startLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 200) }

func (startLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	side := float32(startSide)
	if size.Width < 2*startSide {
		side = 0
	}
	o[0].Resize(size)
	o[1].Resize(fyne.NewSize(side, size.Height))
	o[2].Resize(fyne.NewSize(1, size.Height))
	o[2].Move(fyne.NewPos(side-1, 0))
	o[3].Resize(fyne.NewSize(startSide-1, size.Height))
	for _, x := range o[1:4] {
		if x.Visible() != (side > 0) {
			if side > 0 {
				x.Show()
			} else {
				x.Hide()
			}
		}
	}
	o[4].Move(fyne.NewPos(side, 0))
	o[4].Resize(fyne.NewSize(size.Width-side, size.Height))
}

// startGrid is a layout: tiles of one height that fill the width, four in a row
// where there is room.
type startGrid struct{ height float32 }

const leastTile = 200

// across is how many tiles stand side by side.
func (startGrid) across(width float32) int {
	return max(1, min(4, int((width+startGap)/(leastTile+startGap))))
}

// MinSize is for the width of the last Layout, of which there is none before
// the first; the window is wide then.
func (g startGrid) MinSize(o []fyne.CanvasObject) fyne.Size {
	n := 4
	if len(o) > 0 && o[0].Size().Width > 0 {
		for n = 1; n < len(o) && n < 4 && o[n].Position().Y == o[0].Position().Y; n++ {
		}
	}
	rows := (len(o) + n - 1) / n
	return fyne.NewSize(0, max(0, float32(rows)*(g.height+startGap)-startGap))
}

func (g startGrid) Layout(o []fyne.CanvasObject, size fyne.Size) {
	n := g.across(size.Width)
	wide := (size.Width - float32(n-1)*startGap) / float32(n)
	for i, x := range o {
		x.Move(fyne.NewPos(float32(i%n)*(wide+startGap), float32(i/n)*(g.height+startGap)))
		x.Resize(fyne.NewSize(wide, g.height))
	}
}

// leading is a button whose words begin at its left.
func leading(t *tool) *tool {
	t.leading = true
	return t
}

// walk brings the keyboard to the tile beside, above or below one.
func (s *startScreen) walk(from *tile, way fyne.KeyName) {
	at := s.w.app.Driver().AbsolutePositionForObject(from)
	var best *tile
	least := float32(0)
	for _, g := range s.grids {
		for _, o := range g.Objects {
			p := s.w.app.Driver().AbsolutePositionForObject(o).Subtract(at)
			along, beside := p.X, p.Y
			switch way {
			case fyne.KeyLeft:
				along = -p.X
			case fyne.KeyUp:
				along, beside = -p.Y, p.X
			case fyne.KeyDown:
				along, beside = p.Y, p.X
			}
			if d := along + 4*max(beside, -beside); along > 1 && (best == nil || d < least) {
				best, least = o.(*tile), d
			}
		}
	}
	if best != nil {
		s.w.win.Canvas().Focus(best)
	}
}

// reveal scrolls to a tile.
func (s *startScreen) reveal(t *tile) {
	d := s.w.app.Driver()
	y := d.AbsolutePositionForObject(t).Y - d.AbsolutePositionForObject(s.scroll).Y
	switch by := y + t.Size().Height + startGap - s.scroll.Size().Height; {
	case s.scroll.Size().Height == 0:
	case y < 0:
		s.scroll.ScrollToOffset(fyne.NewPos(0, s.scroll.Offset.Y+y-startGap))
	case by > 0:
		s.scroll.ScrollToOffset(fyne.NewPos(0, s.scroll.Offset.Y+by))
	}
}
