package window

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
)

// twoDisplays is a server with two outputs that have no screen, of which the
// second can be unplugged.
const twoDisplays = `
Section "ServerFlags"
	Option "AutoAddDevices" "false"
	Option "AutoAddGPU" "false"
	Option "DontVTSwitch" "true"
EndSection
Section "Device"
	Identifier "card"
	Driver "dummy"
	VideoRam 64000
EndSection
Section "Monitor"
	Identifier "monitor"
	HorizSync 5-1000
	VertRefresh 5-200
EndSection
Section "Screen"
	Identifier "screen"
	Device "card"
	Monitor "monitor"
	DefaultDepth 24
	SubSection "Display"
		Depth 24
		Modes "1280x720"
	EndSubSection
EndSection
`

const displayWidth, displayHeight = 1280, 720

// startTwo starts that server. Where none can be started, as in a container that
// has no virtual terminals, the test steps aside.
func startTwo(t *testing.T) *desk {
	t.Helper()
	needWindow(t)
	for _, tool := range []string{"Xorg", "xrandr", "import"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("%v; .ci/packages test installs what the tests need", err)
		}
	}
	dir := t.TempDir()
	conf := filepath.Join(dir, "two.conf")
	must(t, os.WriteFile(conf, []byte(twoDisplays), 0o600))
	d, err := startServer("Xorg", "-config", conf, "-logfile", filepath.Join(dir, "log"), "-novtswitch", "-sharevts", "vt7", "-noreset", "-nolisten", "tcp")
	if err != nil {
		t.Skipf("this system starts no Xorg, so the test with two displays steps aside: %v", err)
	}
	t.Cleanup(d.stop)
	must(t, d.run("xrandr", "--output", "DUMMY0", "--primary"))
	must(t, d.run("xrandr", "--addmode", "DUMMY1", "1280x720"))
	return d
}

// plug connects the second display on the right of the first, or takes it away.
func (d *desk) plug(there bool) error {
	if !there {
		return d.run("xrandr", "--output", "DUMMY1", "--off")
	}
	if err := d.run("xrandr", "--output", "DUMMY1", "--mode", "1280x720", "--right-of", "DUMMY0"); err != nil {
		return err
	}
	return d.run("xrandr", "--query") // which has the server look what is connected
}

func (d *desk) run(name string, args ...string) error {
	c := exec.Command(name, args...)
	c.Env = append(os.Environ(), "DISPLAY="+d.name)
	if out, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("%s %s: %w: %s", name, strings.Join(args, " "), err, out)
	}
	return nil
}

// grab asks the server for what it shows.
func (d *desk) grab() (*image.RGBA, error) {
	c := exec.Command("import", "-silent", "-window", "root", "png:-")
	c.Env = append(os.Environ(), "DISPLAY="+d.name)
	out, err := c.Output()
	if err != nil {
		return nil, err
	}
	im, err := png.Decode(bytes.NewReader(out))
	if err != nil {
		return nil, err
	}
	rgba := image.NewRGBA(im.Bounds())
	draw.Draw(rgba, rgba.Rect, im, im.Bounds().Min, draw.Src)
	return rgba, nil
}

// With a projector at hand the room sees the slides on it and the speaker has a
// window of their own. When its cable is pulled all goes on where it was, on the
// one display, and it spreads again when the projector is back.
func TestAProjectorComesAndGoes(t *testing.T) {
	d := startTwo(t)
	must(t, d.plug(true))
	p := startOn(t, d, t.TempDir(), "present", sample(t, filepath.Join(t.TempDir(), "bike.journey")))
	p.focusOn("Speaker")
	// a point of a stage's bar on a display, on the far side of the speaker's
	// window, which nobody makes smaller than its display here
	bar := func(i int, from float64) geom.Point {
		const k = displayHeight / 900.0
		w := displayWidth/k - 96
		each := (w - 5*8) / 6
		return geom.Pt(from+(48+(each+8)*float64(i)+each*0.95)*k, 30*k)
	}
	hue := func(i int) layout.Hue { return layout.Light.Hues[[]int{0, 1, 2, 4, 5, 7}[i]] }
	speaks := func(what string) { p.sees(what, geom.Pt(10, 300), layout.Dark.Present) }

	speaks("the speaker's window")
	p.sees("the first stage on the projector", bar(0, displayWidth), hue(0).Solid)
	p.key("Right")
	p.sees("the second stage on the projector", bar(1, displayWidth), hue(1).Solid)
	must(t, d.plug(false))
	p.sees("the second stage on the first display", bar(1, 0), hue(1).Solid)
	p.focusOn("Presentation")
	p.key("Right")
	p.sees("the third stage on the first display", bar(2, 0), hue(2).Solid)
	must(t, d.plug(true))
	p.sees("the third stage on the projector", bar(2, displayWidth), hue(2).Solid)
	speaks("the speaker's window again")
	p.focusOn("Speaker")
	p.key("Left")
	p.sees("the second stage on the projector", bar(1, displayWidth), hue(1).Solid)
	p.key("Escape")
	p.sees("the editor alone", geom.Pt(displayWidth+200, 300), scene.RGB(0))
	p.kill(syscall.SIGTERM)
}
