package window

import (
	"bytes"
	"os/exec"
	"path/filepath"
	"testing"
)

// A picture of the map is in the clipboard, for any program to paste.
func TestAMapIsCopiedAsAPicture(t *testing.T) {
	w := newWindow(t, kit(t))
	opens(t, w, sample(t, filepath.Join(t.TempDir(), "bike.journey")))
	do(w.CopyPicture)
	eventually(t, "a PNG in the clipboard", func() bool {
		b, err := exec.Command("xclip", "-selection", "clipboard", "-t", "image/png", "-o").Output()
		return err == nil && bytes.HasPrefix(b, []byte("\x89PNG")) && len(b) > 100_000
	})
	says(t, w, "The picture is in the clipboard.")

	// without a program for it, a sentence says what to do
	t.Setenv("PATH", t.TempDir())
	do(w.CopyPicture)
	says(t, w, "Install xclip or wl-clipboard")
}
