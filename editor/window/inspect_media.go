package window

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fyneLayout "fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"throughline/canvas/layout"
	"throughline/canvas/picture"
	"throughline/editor"
	"throughline/journey"
)

// mediaField is a property that names a picture or a file.
type mediaField struct {
	f      *propertyField
	box    *fyne.Container
	shown  journey.ID
	loaded bool
}

func newMediaField(f *propertyField) *mediaField {
	m := &mediaField{f: f, box: container.NewStack()}
	m.empty(false)
	return m
}

func (m *mediaField) object() fyne.CanvasObject { return m.box }

func (m *mediaField) show(v any, mixed bool) {
	id, _ := v.(journey.ID)
	if mixed {
		m.shown, m.loaded = "", false
		m.empty(true)
		return
	}
	if id == m.shown && m.loaded {
		return
	}
	m.shown, m.loaded = id, true
	if id == "" {
		m.empty(false)
		return
	}
	w := m.f.in.w
	media, _ := journey.Get[journey.Media](m.f.in.project, id)
	name := widget.NewLabel(media.Name)
	name.Truncation = fyne.TextTruncateEllipsis
	buttons := container.NewHBox(w.framed(w.button("Replace", false, m.choose)), w.framed(w.button("Remove", false, func() { m.f.set(journey.ID("")) })))
	m.box.Objects = []fyne.CanvasObject{container.NewVBox(name, buttons)}
	if m.pictures() {
		m.thumbnail(media)
	}
	m.box.Refresh()
}

// pictures reports whether the property takes pictures only.
func (m *mediaField) pictures() bool { return m.f.pr.Field != "File" }

// empty is the place for something to come.
func (m *mediaField) empty(mixed bool) {
	w := m.f.in.w
	words := "Choose or drop"
	if mixed {
		words = "Mixed"
	}
	b := w.newTool("image", words, "", m.choose)
	edge := box(rgb(w.look.colors.Field, 255), rgb(w.look.colors.Hair2, 255), 6, 1)
	m.box.Objects = []fyne.CanvasObject{edge, container.New(inset{4, 8}, b)}
	m.box.Refresh()
}

// thumbnail decodes the picture in the background.
func (m *mediaField) thumbnail(media journey.Media) {
	doc := m.f.in.w.doc
	hash, id := media.Hash, media.ID
	doc.use.Add(1)
	go func() {
		defer doc.use.Done()
		b, err := doc.file.Blob(hash)
		if err != nil {
			return
		}
		im, err := picture.Cropped(b, 320, 200)
		if err != nil {
			return
		}
		fyne.Do(func() {
			if m.shown != id || doc.closed {
				return
			}
			pic := canvas.NewImageFromImage(im)
			pic.FillMode, pic.CornerRadius = canvas.ImageFillContain, 6
			pic.SetMinSize(fyne.NewSize(120, 96))
			m.box.Objects = []fyne.CanvasObject{container.New(fyneLayout.NewCustomPaddedVBoxLayout(4), pic, m.box.Objects[0])}
			m.box.Refresh()
		})
	}()
}

// choose asks for a file.
func (m *mediaField) choose() {
	ext := pictureExtensions
	title := "Choose a picture"
	if !m.pictures() {
		ext, title = nil, "Choose a file"
	}
	m.f.in.w.choose(title, "Choose", "", false, ext, func(path string) {
		m.f.in.w.attach(path, m.f.pr, m.f.ids)
	})
}

var pictureExtensions = []string{".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff"}

// largestMedia is the largest file that is taken into a map, bytes.
const largestMedia = 20 << 20

// attach reads a picture or a file and gives it to some rows.
func (w *Window) attach(path string, pr editor.Property, ids []journey.ID) {
	doc := w.doc
	if doc == nil {
		return
	}
	w.task("Reading", func(*progress) error {
		m, b, err := readMedia(path, pr.Field != "File")
		if err != nil {
			return explained{err, path}
		}
		fyne.Do(func() {
			if doc.closed {
				return
			}
			m.Hash = doc.file.AddBlob(b)
			if err := doc.editor.SetMedia(pr, m, ids...); err != nil {
				w.say(err)
			}
		})
		return nil
	})
}

// readMedia is a file as a medium. One that shall be a picture must be one that
// can be drawn.
func readMedia(path string, drawn bool) (journey.Media, []byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return journey.Media{}, nil, err
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return journey.Media{}, nil, errors.Join(err, sentence(fmt.Sprintf("“%s” is no file. Choose another one.", filepath.Base(path))))
	}
	b, err := io.ReadAll(io.LimitReader(f, largestMedia+1))
	if err != nil {
		return journey.Media{}, nil, err
	}
	switch {
	case len(b) > largestMedia && drawn:
		return journey.Media{}, nil, sentence("The image is larger than 20 MB. Choose a smaller one.")
	case len(b) > largestMedia:
		return journey.Media{}, nil, sentence("The file is larger than 20 MB. Choose a smaller one.")
	}
	if drawn {
		if _, err := picture.Cropped(b, 8, 8); err != nil {
			return journey.Media{}, nil, err
		}
	}
	return journey.Media{Type: http.DetectContentType(b), Size: len(b), Name: filepath.Base(path)}, b, nil
}

// isPicture reports whether a file's name is that of a picture.
func isPicture(path string) bool {
	ext := strings.ToLower(filepath.Ext(path))
	for _, e := range pictureExtensions {
		if e == ext {
			return true
		}
	}
	return false
}

// iconChoice is a property that names an icon.
type iconChoice struct {
	*tool
	f *propertyField
	o fyne.CanvasObject
}

func newIconChoice(f *propertyField) *iconChoice {
	c, w := &iconChoice{f: f}, f.in.w
	c.tool = leading(w.newTool("", "", "", c.offer))
	more := canvas.NewImageFromResource(w.icon("down", w.look.colors.Ink, 255))
	more.SetMinSize(fyne.NewSize(inlineIcon, inlineIcon))
	_, c.o = f.in.frame(container.NewStack(c.tool, container.NewBorder(nil, nil, nil, container.New(inset{6, 0}, container.NewCenter(more)))))
	return c
}

func (c *iconChoice) object() fyne.CanvasObject { return c.o }

func (c *iconChoice) show(v any, mixed bool) {
	name, _ := v.(string)
	label := iconTitle(name)
	switch {
	case mixed:
		label = tr("Mixed")
	case name == "":
		label = tr("None")
	}
	if c.tool.icon = name; mixed {
		c.tool.icon = ""
	}
	c.tool.set(label, false, false)
	c.tool.Refresh()
}

// offer shows all icons under the button.
func (c *iconChoice) offer() {
	w := c.f.in.w
	var pop *widget.PopUp
	grid := container.NewGridWrap(fyne.NewSize(34, 34))
	add := func(icon, value, tip string) {
		grid.Add(w.newTool(icon, "", tip, func() { pop.Hide(); c.f.set(value) }))
	}
	add("close", "", "None")
	for _, t := range slices.Concat(layout.TouchpointIcons, layout.ContentIcons) {
		add(t.Name, t.Name, t.Title)
	}
	scroll := container.NewVScroll(grid)
	scroll.SetMinSize(fyne.NewSize(8*34+7*4+12, 300))
	pop = widget.NewPopUp(scroll, w.win.Canvas())
	at := w.app.Driver().AbsolutePositionForObject(c.tool)
	size := w.win.Canvas().Size()
	pop.ShowAtPosition(fyne.NewPos(max(4, min(at.X, size.Width-330)), min(at.Y+toolHeight+4, max(4, size.Height-320))))
}

// iconTitle is what an icon stands for, where it has a title of its own.
func iconTitle(name string) string {
	for _, t := range slices.Concat(layout.TouchpointIcons, layout.ContentIcons) {
		if t.Name == name {
			return tr(t.Title)
		}
	}
	return capital(name)
}
