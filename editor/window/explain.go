package window

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"syscall"

	"throughline/canvas/layout"
	"throughline/canvas/picture"
	"throughline/editor"
	"throughline/journey"
	"throughline/journey/mermaid"
	"throughline/storage"
	"throughline/storage/importer"
)

// Explain turns an error into a sentence for people: what happened to the file
// or map called name, and what to do next.
func Explain(err error, name string) string {
	name = filepath.Base(name)
	var line *journey.LineError
	var out unwritten
	var words sentence
	var locked editor.LockedError
	var loop editor.LoopError
	var noFiles editor.NoFilesError
	var cell editor.CellError
	switch {
	case err == nil:
		return ""
	case errors.As(err, &words):
		return string(words)
	case errors.As(err, &out) && out.why() != "":
		return out.why()
	case errors.Is(err, journey.ErrTooNew):
		return fmt.Sprintf("“%s” was written by a newer Throughline. Update the program to open it.", name)
	case errors.Is(err, storage.ErrNotJourney):
		return fmt.Sprintf("“%s” is not a Throughline file. Choose a .journey file, or import it.", name)
	case errors.Is(err, storage.ErrDamaged):
		return fmt.Sprintf("“%s” is damaged and cannot be read. Open a copy of it, if you have one.", name)
	case errors.Is(err, storage.ErrLocked):
		return fmt.Sprintf("“%s” is open in another window. It is shown here for reading only.", name)
	case errors.Is(err, storage.ErrReadOnly):
		return fmt.Sprintf("“%s” cannot be changed here. Use Save as to work on a copy.", name)
	case errors.Is(err, storage.ErrChangedElsewhere):
		return fmt.Sprintf("“%s” was changed somewhere else. Use Save as to keep your version.", name)
	case errors.Is(err, storage.ErrDiskFull), errors.Is(err, syscall.ENOSPC):
		return "Could not save. The drive is full. Make room, or use Save as on another drive."
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Sprintf("“%s” is not there any more. Look where it was moved to.", name)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Sprintf("“%s” may not be opened or written here. Choose another folder.", name)
	case errors.Is(err, fs.ErrExist):
		return fmt.Sprintf("“%s” is there already. Choose another name.", name)
	case errors.Is(err, editor.ErrLongText), errors.Is(err, editor.ErrLargeTable):
		return "The clipboard holds more than can be pasted at once. Copy less of it."
	case errors.As(err, &locked):
		return fmt.Sprintf("“%s” is locked. Unlock the lane to change it.", locked.Lane)
	case errors.As(err, &cell):
		return cell.Why + "."
	case errors.Is(err, editor.ErrNoCell):
		return "No cell is selected. Click a cell or a card, then what to add."
	case errors.As(err, &loop):
		return fmt.Sprintf("A loop has %d to %d stages, this map has %d. Add, merge or delete stages first.", layout.LeastLoop, layout.MostLoop, loop.Stages)
	case errors.Is(err, editor.ErrOnlyMap):
		return "A file has at least one map. Add another one before you delete this one."
	case errors.Is(err, editor.ErrHasCards):
		return "A line takes no cards. Move the cards of the lane elsewhere first."
	case errors.Is(err, editor.ErrNoMap):
		return "The file has no map. Add one first."
	case errors.Is(err, errNoPictureTool):
		return "This system has no program that takes pictures into the clipboard. Install xclip or wl-clipboard, or export a PNG."
	case errors.Is(err, editor.ErrNoPlace):
		return "Files belong on a card or in a cell. Drop them there."
	case errors.As(err, &noFiles):
		return fmt.Sprintf("“%s” takes no files of its own. Drop them on a card.", noFiles.Lane)
	case errors.Is(err, importer.ErrEmpty):
		return fmt.Sprintf("“%s” is empty. Choose another file.", name)
	case errors.Is(err, mermaid.ErrNone):
		return fmt.Sprintf("“%s” has no Mermaid journey in it, which begins with a line “journey”. Choose another file.", name)
	case errors.Is(err, picture.ErrTooLarge):
		return fmt.Sprintf("“%s” has more than 40 megapixels. Choose a smaller picture.", name)
	case errors.Is(err, picture.ErrDrawing):
		return fmt.Sprintf("“%s” is an SVG. Save it as PNG first.", name)
	case errors.Is(err, picture.ErrUnknown):
		return fmt.Sprintf("“%s” is no picture that can be shown. Choose a PNG, JPEG, GIF, WebP, BMP or TIFF.", name)
	case errors.Is(err, picture.ErrDamaged):
		return fmt.Sprintf("“%s” is a damaged picture. Choose another copy of it.", name)
	case errors.As(err, &line):
		return fmt.Sprintf("“%s”, line %d: %v.", name, line.Line, line.Err)
	}
	return fmt.Sprintf("“%s”: %v.", name, err)
}

// unwritten is an export that failed, of which nothing is left.
type unwritten struct {
	error
	path string
}

// Unwrap is the error itself.
func (u unwritten) Unwrap() error { return u.error }

// why is what stopped it, where it is the place; "" else.
func (u unwritten) why() string {
	switch {
	case errors.Is(u.error, syscall.ENOSPC):
		return "Could not export. The drive is full. Make room, or choose another folder."
	case errors.Is(u.error, fs.ErrNotExist):
		return fmt.Sprintf("Could not export. The folder “%s” is not there any more. Choose another one.", filepath.Base(filepath.Dir(u.path)))
	case errors.Is(u.error, fs.ErrPermission), errors.Is(u.error, syscall.EROFS):
		return fmt.Sprintf("Could not export. “%s” may not be written here. Choose another folder.", filepath.Base(u.path))
	}
	return ""
}
