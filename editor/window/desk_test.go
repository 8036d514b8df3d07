package window

import (
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// desk is a display without a screen, with a hand and an eye.
type desk struct {
	name   string // ":99"
	server *exec.Cmd
	life   io.Closer
	frame  string // file that holds its pixels; "" has the server asked for them
}

const deskWidth, deskHeight = 1920, 1080

// startDesk starts an Xvfb that keeps its pixels in a new folder in dir.
func startDesk(dir string) (*desk, error) {
	dir, err := os.MkdirTemp(dir, "desk")
	if err != nil {
		return nil, err
	}
	d, err := startServer("Xvfb", "-screen", "0", fmt.Sprintf("%dx%dx24", deskWidth, deskHeight), "-nolisten", "tcp", "-noreset", "-fbdir", dir)
	if err != nil {
		return nil, err
	}
	d.frame = filepath.Join(dir, "Xvfb_screen0")
	return d, nil
}

// startServer starts a server of displays. It ends with the test, even one that
// is killed: a shell waits for the end of what we write to it.
func startServer(name string, args ...string) (*desk, error) {
	r, w, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	c := exec.Command("sh", append([]string{"-c", `"$0" "$@" </dev/null & exec 3>&-; read -r _; kill $!; wait`, name, "-displayfd", "3"}, args...)...)
	c.ExtraFiles = []*os.File{w}
	life, err := c.StdinPipe()
	if err != nil {
		return nil, err
	}
	var said strings.Builder
	c.Stderr = &said
	err = c.Start()
	w.Close()
	if err != nil {
		return nil, err
	}
	r.SetReadDeadline(time.Now().Add(patienceOfTests))
	b, err := io.ReadAll(io.LimitReader(lineReader{r}, 16))
	number := strings.TrimSpace(string(b))
	if number == "" {
		life.Close()
		c.Wait()
		return nil, fmt.Errorf("%s does not start: %w\n%s", name, err, said.String())
	}
	return &desk{name: ":" + number, server: c, life: life}, nil
}

// lineReader ends with the first line.
type lineReader struct{ io.Reader }

func (r lineReader) Read(b []byte) (int, error) {
	n, err := r.Reader.Read(b[:1])
	if n == 1 && b[0] == '\n' {
		return 0, io.EOF
	}
	return n, err
}

func (d *desk) stop() {
	d.life.Close()
	d.server.Wait()
}

// env is what a program on the desk needs to know, with a home of its own.
func (d *desk) env(home string) []string {
	return []string{
		"DISPLAY=" + d.name, "WAYLAND_DISPLAY=", "HOME=" + home, "XDG_CONFIG_HOME=" + filepath.Join(home, ".config"),
		"XDG_CACHE_HOME=" + filepath.Join(home, ".cache"), "XDG_RUNTIME_DIR=" + home, "FYNE_SCALE=1", "LIBGL_ALWAYS_SOFTWARE=1",
	}
}

func cut(v string) (name, value string, ok bool) { return strings.Cut(v, "=") }

// look is what the desk shows.
func (d *desk) look() (*image.RGBA, error) {
	if d.frame == "" {
		return d.grab()
	}
	b, err := os.ReadFile(d.frame)
	if err != nil {
		return nil, err
	}
	// an XWD file: words of 32 bits, the highest byte first
	word := func(i int) int { return int(binary.BigEndian.Uint32(b[4*i:])) }
	if len(b) < 100 || word(1) != 7 || word(11) != 32 {
		return nil, errors.New("the frame is no XWD file of 32 bits a pixel")
	}
	width, height, stride := word(4), word(5), word(12)
	pix := b[word(0)+12*word(19):]
	im := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		from, to := pix[y*stride:], im.Pix[y*im.Stride:]
		for x := range width {
			to[4*x], to[4*x+1], to[4*x+2], to[4*x+3] = from[4*x+2], from[4*x+1], from[4*x], 255
		}
	}
	return im, nil
}

// hand runs xdotool: "mousemove 10 20", "click 1", "key ctrl+z".
func (d *desk) hand(args ...string) error {
	c := exec.Command("xdotool", args...)
	c.Env = append(os.Environ(), "DISPLAY="+d.name)
	if out, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("xdotool %s: %w: %s", strings.Join(args, " "), err, out)
	}
	return nil
}

// like reports whether two colours are the same but for rounding.
func like(a, b color.Color) bool {
	const slack = 3 << 8
	near := func(x, y uint32) bool { return max(x, y)-min(x, y) <= slack }
	r, g, bl, _ := a.RGBA()
	R, G, B, _ := b.RGBA()
	return near(r, R) && near(g, G) && near(bl, B)
}
