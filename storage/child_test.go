package storage

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"testing"
	"time"

	"throughline/journey"
)

// TestMain lets the test binary also be another program that has a file open.
func TestMain(m *testing.M) {
	if role := os.Getenv("STORAGE_CHILD"); role != "" {
		child(role, os.Getenv("STORAGE_FILE"))
		return
	}
	os.Exit(m.Run())
}

// child opens the file, does what its role is, says so, and waits for its end.
func child(role, path string) {
	f, err := Open(path, Options{})
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	if readOnly, why := f.ReadOnly(); readOnly {
		fmt.Println("read-only:", why)
		return
	}
	if role == "append" {
		r, _ := f.Project().Row("card")
		c := r.(journey.Card)
		c.Title = "typed just before the crash"
		change := []journey.Change{{Before: r, After: c}}
		f.Append(journey.Entry{Seq: 1, Label: "Type", Changes: change}, change)
	}
	fmt.Println("ready")
	if role != "close" {
		time.Sleep(time.Minute) // until it is killed
	}
	io.ReadAll(os.Stdin)
	f.Close()
}

// another is a child that is ready, or what it said instead.
type another struct {
	*exec.Cmd
	said string
	in   io.Closer
}

func start(t *testing.T, role, path string, change ...func(*exec.Cmd)) another {
	t.Helper()
	exe, err := os.Executable()
	try(t, err)
	c := exec.Command(exe)
	c.Env = append(os.Environ(), "STORAGE_CHILD="+role, "STORAGE_FILE="+path)
	for _, f := range change {
		f(c)
	}
	in, err := c.StdinPipe()
	try(t, err)
	out, err := c.StdoutPipe()
	try(t, err)
	try(t, c.Start())
	t.Cleanup(func() { c.Process.Kill(); c.Wait() })
	said, _ := bufio.NewReader(out).ReadString('\n')
	return another{c, said, in}
}

// kill ends it as a crash does.
func (a another) kill() {
	a.Process.Kill()
	a.Wait()
}

// small is a project with one card.
func small() *journey.Project {
	e := journey.New().Edit(nil)
	e.Put(journey.Map{ID: "map", Order: "V", Title: "Retail"})
	e.Put(journey.Stage{ID: "stage", Map: "map", Order: "V", Title: "Search"})
	e.Put(journey.Lane{ID: "lane", Map: "map", Order: "V", LaneKind: journey.Text, Title: "Thoughts"})
	e.Put(journey.Card{ID: "card", Lane: "lane", Stage: "stage", Order: "V", Title: "Compares prices"})
	return e.Project()
}

// retitle is a command that gives the card of small another title.
func (d *document) retitle(title string) error {
	return d.do("Type", func(e *journey.Edit) {
		c, _ := journey.Get[journey.Card](d.project, "card")
		c.Title = title
		e.Put(c)
	})
}

func title(p *journey.Project) string {
	c, _ := journey.Get[journey.Card](p, "card")
	return c.Title
}
