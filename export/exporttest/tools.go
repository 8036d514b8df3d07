// Package exporttest has what tests of exports share: scenes made by hand that
// hold everything a painter can be asked for, and the programs that read files
// as strangers do. It must not be part of the program.
package exporttest

import (
	"bytes"
	"image"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// packages is where each program comes from.
var packages = map[string]string{
	"pdftotext": "poppler-utils", "pdfimages": "poppler-utils", "pdffonts": "poppler-utils", "pdfinfo": "poppler-utils", "pdftoppm": "poppler-utils",
	"mutool": "mupdf-tools", "gs": "ghostscript", "qpdf": "qpdf", "rsvg-convert": "librsvg2-bin",
	"pngcheck": "pngcheck", "chromium": "chromium", "djpeg": "libjpeg-turbo-progs", "inkscape": "inkscape",
}

// Find sees that a program is there. One that is not fails the test, or skips it
// where the environment variable THROUGHLINE_TOOLS is "optional".
func Find(t testing.TB, name string) {
	t.Helper()
	_, err := exec.LookPath(name)
	found(t, name, packages[name], err)
}

func found(t testing.TB, name, in string, err error) {
	t.Helper()
	if err != nil {
		if os.Getenv("THROUGHLINE_TOOLS") == "optional" {
			t.Skipf("%s is not here", name)
		}
		t.Fatalf("%s is not here: install the package %s, or set THROUGHLINE_TOOLS=optional to do without", name, in)
	}
}

// Python runs a script that uses a module of Python, as Run runs a program. The
// module is of the package python3-MODULE, which the system's own Python finds.
func Python(t testing.TB, module, script string, args ...string) []byte {
	t.Helper()
	python := "python3"
	err := exec.Command(python, "-c", "import "+module).Run()
	if err != nil {
		python = "/usr/bin/python3"
		err = exec.Command(python, "-c", "import "+module).Run()
	}
	found(t, module, "python3-"+module, err)
	return Run(t, python, append([]string{"-c", script}, args...)...)
}

// Run runs a program, as Find finds it, and is what it writes to its standard
// output.
func Run(t testing.TB, name string, args ...string) []byte {
	t.Helper()
	Find(t, name)
	cmd := exec.Command(name, args...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s: %v\n%s%s", name, err, errs.Bytes(), out.Bytes())
	}
	return out.Bytes()
}

// File writes data to a file of its own and is its path.
func File(t testing.TB, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// Pixels renders the first page of a PDF or an SVG with a program, at the given
// dots per inch.
func Pixels(t testing.TB, program, path, dpi string) image.Image {
	t.Helper()
	out := filepath.Join(t.TempDir(), "out.png")
	switch program {
	case "mutool":
		Run(t, program, "draw", "-q", "-r", dpi, "-o", out, path, "1")
	case "pdftoppm":
		Run(t, program, "-q", "-r", dpi, "-png", "-singlefile", path, out[:len(out)-len(".png")])
	case "rsvg-convert":
		Run(t, program, "-d", dpi, "-p", dpi, "-o", out, path)
	default:
		t.Fatalf("%s renders nothing", program)
	}
	f, err := os.Open(out)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	im, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return im
}

// Broken is a writer that takes Left bytes and then fails.
type Broken struct{ Left int }

// Write takes p, or fails with io.ErrShortWrite.
func (b *Broken) Write(p []byte) (int, error) {
	if b.Left -= len(p); b.Left < 0 {
		return 0, io.ErrShortWrite
	}
	return len(p), nil
}
