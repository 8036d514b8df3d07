package window

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/editor"
	"throughline/journey"
	"throughline/storage"
	"throughline/storage/importer"
)

// built is the path of the program, which is built once.
var built = sync.OnceValues(func() (string, error) {
	path := filepath.Join(home, "throughline")
	c := exec.Command("go", "build", "-buildvcs=false", "-o", path, "throughline")
	c.Env = append(os.Environ(), realHome...)
	if out, err := c.CombinedOutput(); err != nil {
		return "", fmt.Errorf("go build: %w\n%s", err, out)
	}
	return path, nil
})

// realHome is where Go keeps what it has built; the tests have another home.
var realHome = func() []string {
	var out []string
	for _, v := range []string{"HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"} {
		out = append(out, v+"="+os.Getenv(v))
	}
	return out
}()

// program is the real program on a desk of its own, and the person before it.
type program struct {
	t    testing.TB
	desk *desk
	cmd  *exec.Cmd
	said bytes.Buffer // what it wrote to its terminal
	home string
	id   string // of its window
	done chan struct{}
}

// start starts the program and waits for its window. home is its home folder; a
// program that is started again is given the one of before.
func start(t testing.TB, home string, args ...string) *program {
	t.Helper()
	needWindow(t)
	d, err := startDesk(t.TempDir())
	must(t, err)
	return startOn(t, d, home, args...)
}

// startOn starts the program on a desk, which ends with it.
func startOn(t testing.TB, d *desk, home string, args ...string) *program {
	t.Helper()
	path, err := built()
	must(t, err)
	for _, f := range []string{".cache", ".config"} {
		must(t, os.MkdirAll(filepath.Join(home, f), 0o700))
	}
	if state := filepath.Join(home, ".config", "throughline", "state.json"); !exists(state) {
		plain(t, state)
	}
	p := &program{t: t, desk: d, home: home, cmd: exec.Command(path, args...), done: make(chan struct{})}
	p.cmd.Env = append(os.Environ(), d.env(home)...)
	p.cmd.Stdout, p.cmd.Stderr = &p.said, &p.said
	must(t, p.cmd.Start())
	go func() {
		p.cmd.Wait()
		close(p.done)
	}()
	t.Cleanup(p.end)
	eventually(t, "the window of "+strings.Join(args, " "), func() bool {
		c := exec.Command("xdotool", "search", "--onlyvisible", "--name", Title)
		c.Env = append(os.Environ(), "DISPLAY="+d.name)
		out, err := c.Output()
		p.id = strings.TrimSpace(string(out))
		return err == nil && p.id != ""
	})
	p.hand("windowfocus", "--sync", p.id)
	p.park()
	return p
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// end stops the program; of a test that failed, it keeps what was seen and said.
func (p *program) end() {
	if p.t.Failed() {
		if im, err := p.desk.look(); err == nil {
			keep(p.t, "desk"+p.desk.name[1:], im)
		}
		p.kill(syscall.SIGKILL)
		p.t.Logf("the program said:\n%s", p.said.String())
	}
	p.kill(syscall.SIGKILL)
	p.desk.stop()
}

// keep writes a picture to the folder of artefacts.
func keep(t testing.TB, name string, im image.Image) {
	folder := filepath.Join("..", "..", "artefacts")
	var b bytes.Buffer
	if err := png.Encode(&b, im); err == nil && os.MkdirAll(folder, 0o777) == nil {
		os.WriteFile(filepath.Join(folder, strings.ReplaceAll(t.Name(), "/", "-")+"-"+name+".png"), b.Bytes(), 0o666)
	}
}

// kill sends a signal and waits for the end.
func (p *program) kill(s syscall.Signal) {
	p.t.Helper()
	p.cmd.Process.Signal(s)
	select {
	case <-p.done:
	case <-time.After(patienceOfTests):
		p.t.Errorf("the program does not end at signal %v", s)
		p.cmd.Process.Kill()
		<-p.done
	}
}

// ended waits until the program has ended by itself, without a fault.
func (p *program) ended() {
	p.t.Helper()
	select {
	case <-p.done:
		if s := p.cmd.ProcessState; !s.Success() {
			p.t.Errorf("the program ended with %v\n%s", s, p.said.String())
		}
	case <-time.After(patienceOfTests):
		p.t.Error("the program does not end")
	}
}

func (p *program) hand(args ...string) {
	p.t.Helper()
	must(p.t, p.desk.hand(args...))
}

// tick is longer than the program takes to notice an event: Fyne looks at its
// events 60 times a second, and hands on a click where the pointer was at the
// look before.
const tick = 40 * time.Millisecond

// move moves the pointer.
func (p *program) move(at geom.Point) {
	p.t.Helper()
	p.hand("mousemove", fmt.Sprint(int(at.X)), fmt.Sprint(int(at.Y)))
	time.Sleep(tick)
}

// park moves the pointer out of the way, into the corner of the window: Fyne does
// not hear of a pointer that leaves the window.
func (p *program) park() { p.move(geom.Pt(2, 2)) }

func (p *program) click(at geom.Point) {
	p.t.Helper()
	p.move(at)
	p.hand("click", "1")
	time.Sleep(tick)
}

func (p *program) doubleClick(at geom.Point) {
	p.t.Helper()
	p.move(at)
	p.hand("click", "--repeat", "2", "--delay", "60", "1")
	time.Sleep(tick)
}

// drag moves the pointer from a to b with the button held.
func (p *program) drag(a, b geom.Point) {
	p.t.Helper()
	p.move(a)
	p.hand("mousedown", "1")
	for i := 1; i <= 4; i++ {
		p.move(a.Add(b.Sub(a).Mul(float64(i) / 4)))
	}
	p.hand("mouseup", "1")
}

func (p *program) key(keys ...string) {
	p.t.Helper()
	p.hand(append([]string{"key", "--delay", "30"}, keys...)...)
	time.Sleep(tick)
}

func (p *program) write(s string) {
	p.t.Helper()
	p.hand("type", "--delay", "15", s)
	time.Sleep(tick)
}

func (p *program) look() *image.RGBA {
	p.t.Helper()
	im, err := p.desk.look()
	must(p.t, err)
	return im
}

// sees waits until a pixel has a colour.
func (p *program) sees(what string, at geom.Point, c scene.Color) {
	p.t.Helper()
	eventually(p.t, fmt.Sprintf("%s at %.0f, %.0f in %v", what, at.X, at.Y, c), func() bool {
		return like(p.look().At(int(at.X), int(at.Y)), color.NRGBA{c.R, c.G, c.B, 255})
	})
}

// seesDialog waits until a dialog lies over the window: its shade is over the
// toolbar.
func (p *program) seesDialog(ground geom.Rect) {
	p.t.Helper()
	p.sees("the shade of a dialog", geom.Pt(3, ground.Min.Y-8), layout.Light.Panel.Over(scene.RGB(0), 1-41./255))
}

// title is what stands in the title bar.
func (p *program) title() string {
	c := exec.Command("xdotool", "getwindowname", p.id)
	c.Env = append(os.Environ(), "DISPLAY="+p.desk.name)
	out, _ := c.Output()
	return strings.TrimSpace(string(out))
}

// sample writes the sample map to a new file.
func sample(t testing.TB, path string) string {
	t.Helper()
	r, err := importer.FromTemplate(kit(t).Templates, "cargo-bike", nil)
	must(t, err)
	must(t, storage.Create(path, r.Project, r.Blobs))
	return path
}

// inFile is the project in a file as somebody else reads it.
func inFile(t testing.TB, path string) *journey.Project {
	t.Helper()
	s, err := storage.Read(path)
	must(t, err)
	defer s.Close()
	return s.Project()
}

// cardTitled is the card of the given title.
func cardTitled(t testing.TB, p *journey.Project, title string) journey.Card {
	t.Helper()
	for r := range p.All() {
		if c, ok := r.(journey.Card); ok && c.Title == title {
			return c
		}
	}
	t.Fatalf("no card is called %q", title)
	return journey.Card{}
}

func hasCard(p *journey.Project, title string) bool {
	for r := range p.All() {
		if c, ok := r.(journey.Card); ok && c.Title == title {
			return true
		}
	}
	return false
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// nowhere keeps no log; an editor with it shows what the program should.
type nowhere struct{}

func (nowhere) Append(journey.Entry, []journey.Change) error { return nil }
func (nowhere) Load(int64) (journey.Tx, error)               { return journey.Tx{}, nil }
func (nowhere) ReadOnly() (bool, error)                      { return false, nil }

// model is an editor of the same project, which says where things are and how
// they look, for a view of a size.
func model(t testing.TB, p *journey.Project, th *layout.Theme, size geom.Point) *editor.Editor {
	t.Helper()
	k := kit(t)
	d := editor.Open(p, nil, nowhere{}, journey.CountedIDs("m"), time.Now)
	e := editor.New(d, layout.Options{Fonts: k.Fonts, Icons: k.Icons, Theme: th})
	e.WholeFirst()
	e.Resize(size)
	return e
}
