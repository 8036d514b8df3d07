package window

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// BenchmarkMemory is what the real program has in memory with 10,000 cards: after
// opening, and after scrolling, searching, zooming, and dragging 50 of them. The
// goal is 350 MB where there is no graphics card, of which the program itself and
// the software that stands in for the card are 160.
func BenchmarkMemory(b *testing.B) {
	needWindow(b)
	path, home := large(b, "memory"), b.TempDir()
	state := filepath.Join(home, ".config", "throughline", "state.json")
	must(b, os.MkdirAll(filepath.Dir(state), 0o700))
	must(b, recall("").write(state)) // with its panels
	for b.Loop() {
		p := start(b, home, path)
		eventually(b, "the map", func() bool { return strings.HasPrefix(p.title(), "memory") })
		b.ReportMetric(p.resident("VmRSS:"), "MB-open")

		p.hand("mousemove", "700", "500")
		for _, wheel := range []string{"5", "4"} {
			p.hand("click", "--repeat", "60", "--delay", "20", wheel)
			p.hand("keydown", "shift", "click", "--repeat", "60", "--delay", "20", wheel, "keyup", "shift")
		}
		b.ReportMetric(p.resident("VmRSS:"), "MB-scrolled")

		p.key("ctrl+f")
		p.write("delivery")
		p.key("Return", "Return", "Return", "Return", "Return", "Return")
		b.ReportMetric(p.resident("VmRSS:"), "MB-searched")

		p.key("Escape")
		p.hand("mousemove", "700", "500")
		for _, wheel := range []string{"5", "4"} {
			p.hand("keydown", "ctrl", "click", "--repeat", "10", "--delay", "100", wheel, "keyup", "ctrl")
		}
		p.key("ctrl+0")
		b.ReportMetric(p.resident("VmRSS:"), "MB-zoomed")

		p.hand("mousemove", "560", "470")
		p.key("Escape", "ctrl+Home")
		p.key("shift+Right", "shift+Right", "shift+Right", "shift+Right", "shift+Down", "shift+Down", "shift+Down", "shift+Down", "shift+Down", "shift+Down")
		p.hand("mousedown", "1")
		for i := range 40 {
			p.hand("mousemove", fmt.Sprint(560+8*i), fmt.Sprint(470+4*i))
			time.Sleep(tick)
		}
		p.key("Escape")
		p.hand("mouseup", "1")
		b.ReportMetric(p.resident("VmRSS:"), "MB-dragged")
		b.ReportMetric(p.resident("VmHWM:"), "MB-peak")
		p.end()
	}
	b.ReportMetric(0, "ns/op")
}

// resident is a line of what the system knows of the program's memory, in MB, as
// soon as it has stood still for longer than the program waits to give some back.
func (p *program) resident(line string) float64 {
	p.t.Helper()
	last, since := -1., time.Now()
	for end := time.Now().Add(3 * patienceOfTests); time.Since(since) < 3*restAfter && time.Now().Before(end); time.Sleep(tick) {
		all, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.cmd.Process.Pid))
		must(p.t, err)
		_, rest, _ := bytes.Cut(all, []byte(line))
		var kb float64
		if _, err := fmt.Sscan(string(rest), &kb); err != nil {
			p.t.Fatalf("%s: %v", line, err)
		}
		if math.Abs(kb-last) > 1024 {
			last, since = kb, time.Now()
		}
	}
	return last / 1024
}
