package window

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"throughline/assets"
	"throughline/canvas/layout/layouttest"
	"throughline/canvas/raster"
)

// The tests of the window need a display. They never take the one that somebody
// sits at: they start an Xvfb. THROUGHLINE_WINDOW=require has them do so, or
// fail, where there is no display at all; otherwise they are skipped there.
const windowVariable = "THROUGHLINE_WINDOW"

// withoutWindow says why there is no window to test with; "" when there is one.
var withoutWindow string

// theApp is Fyne's, running on the main goroutine; theDesk is what it shows its
// windows on.
var (
	theApp  fyne.App
	theDesk *desk
)

// home is the home folder of all that the tests start.
var home string

func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	if os.Getenv("DISPLAY") == "" && os.Getenv(windowVariable) != "require" {
		withoutWindow = "no DISPLAY; " + windowVariable + "=require, as make test sets it, runs this test under Xvfb"
		return m.Run()
	}
	for _, tool := range []string{"Xvfb", "xdotool"} {
		if _, err := exec.LookPath(tool); err != nil {
			fmt.Fprintf(os.Stderr, "%v; .ci/packages test installs what the tests need\n", err)
			return 1
		}
	}
	var err error
	if home, err = os.MkdirTemp("", "throughline-window-"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(home)
	for _, f := range []string{".cache", ".config"} {
		if err := os.Mkdir(filepath.Join(home, f), 0o700); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
	}
	if theDesk, err = startDesk(home); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer theDesk.stop()
	for _, v := range theDesk.env(home) {
		name, value, _ := cut(v)
		os.Setenv(name, value)
	}
	theApp = app.NewWithID("app.throughline")
	theApp.NewWindow("keeps the program running when a test closes its window")
	code := 1
	started := make(chan struct{})
	theApp.Lifecycle().SetOnStarted(func() { close(started) })
	go func() {
		<-started
		code = m.Run()
		fyne.Do(theApp.Quit)
	}()
	theApp.Run()
	return code
}

// needWindow skips a test that cannot have a window.
func needWindow(t testing.TB) {
	t.Helper()
	if withoutWindow != "" {
		t.Skip(withoutWindow)
	}
}

// kit is what main hands to the window.
func kit(t testing.TB) Kit {
	t.Helper()
	mark, err := fs.ReadFile(assets.Icons, "icons/mark.svg")
	if err != nil {
		t.Fatal(err)
	}
	return Kit{
		Fonts: layouttest.Fonts(t), Icons: layouttest.Icons(t), FontFiles: layouttest.Files(t, assets.Fonts, "fonts"), Templates: layouttest.Files(t, assets.Templates, "templates"), Translations: assets.Translations,
		Mark: mark, Renderer: &raster.Renderer{}, Now: time.Now, Home: filepath.Join(t.TempDir(), "maps"), State: filepath.Join(t.TempDir(), "state.json"),
	}
}

// newWindow is a window in this process. The test talks to it by do.
func newWindow(t testing.TB, k Kit) *Window {
	t.Helper()
	needWindow(t)
	var w *Window
	var err error
	do(func() {
		if w, err = New(theApp, k); err == nil {
			w.win.Show()
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { do(w.win.Close) })
	return w
}

// do runs f on the window's goroutine.
func do(f func()) { fyne.DoAndWait(f) }

// eventually waits until ok, on a goroutine of the test.
func eventually(t testing.TB, what string, ok func() bool) {
	t.Helper()
	for end := time.Now().Add(patienceOfTests); time.Now().Before(end); time.Sleep(15 * time.Millisecond) {
		if ok() {
			return
		}
	}
	t.Fatalf("waited %v in vain: %s", patienceOfTests, what)
}

// patienceOfTests is for slow and busy machines; nothing takes so long.
const patienceOfTests = 30 * time.Second
