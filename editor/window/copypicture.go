package window

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"throughline/export"
	"throughline/journey"
)

// pictureTools are the programs that put a picture into the clipboard, the first
// that is there is taken. Fyne's own clipboard takes text only.
var pictureTools = []struct {
	name, variable string // of the environment: the desktop that it works on
	arguments      []string
}{
	{"wl-copy", "WAYLAND_DISPLAY", []string{"--type", "image/png"}},
	{"xclip", "DISPLAY", []string{"-selection", "clipboard", "-t", "image/png", "-in"}},
}

// pictureTool is the command that takes a PNG into the clipboard.
func pictureTool(ctx context.Context) (*exec.Cmd, error) {
	for _, t := range pictureTools {
		if path, err := exec.LookPath(t.name); err == nil && os.Getenv(t.variable) != "" {
			return exec.CommandContext(ctx, path, t.arguments...), nil
		}
	}
	return nil, errNoPictureTool
}

var errNoPictureTool = errors.New("no program takes pictures into the clipboard")

// copyTime is how long the system may take to take a picture.
const copyTime = 20 * time.Second

// CopyPicture puts a picture of the map, or of what is selected, into the
// clipboard.
func (w *Window) CopyPicture() {
	if w.doc == nil {
		return
	}
	if _, err := pictureTool(w.ctx); err != nil {
		w.say(err)
		return
	}
	folder, err := os.MkdirTemp("", "throughline-")
	if err != nil {
		w.say(err)
		return
	}
	w.printed = append(w.printed, folder) // removed at the end, whatever happens
	png := export.Formats[slices.IndexFunc(export.Formats, func(f export.Format) bool { return f.Name == "png" })]
	path := filepath.Join(folder, "map.png")
	w.export(path, png, export.DefaultOptions(), w.drawn(), func(export.Written) {
		w.task("Copying", func(p *progress) error {
			defer os.RemoveAll(folder)
			if err := toClipboard(p, path); err != nil {
				return err
			}
			fyne.Do(func() { w.note("The picture is in the clipboard.", "", nil) })
			return nil
		})
	})
}

// toClipboard hands a PNG to the system's clipboard.
func toClipboard(ctx context.Context, path string) error {
	ctx, cancel := context.WithTimeout(ctx, copyTime)
	defer cancel()
	c, err := pictureTool(ctx)
	if err != nil {
		return err
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	c.Stdin = f
	if err := c.Run(); err != nil { // it goes on in the background and keeps the picture
		return fmt.Errorf("%s: %w", c.Path, err)
	}
	return nil
}

// drawn is what is selected of what drawings can show alone.
func (w *Window) drawn() []journey.ID {
	e := w.doc.editor
	return slices.DeleteFunc(slices.Clone(e.Selection()), func(id journey.ID) bool {
		r, _ := e.Doc.Project().Row(id)
		switch r.(type) {
		case journey.Card, journey.Stage, journey.Lane:
			return false
		}
		return true
	})
}
