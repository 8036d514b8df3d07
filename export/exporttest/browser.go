package exporttest

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// Browser is a Chromium without a window that a test drives: it is spoken to
// through pipes, in the protocol of its developer tools.
type Browser struct {
	t        testing.TB
	in       *os.File
	answers  chan message
	session  string
	last     int
	Requests []string // addresses that a page asked for
	Dialogs  []string // what pages opened by script
	Refused  []string // what the browser complained of
}

type message struct {
	ID     int             `json:"id,omitempty"`
	Method string          `json:"method,omitempty"`
	Params json.RawMessage `json:"params,omitempty"`
	Result json.RawMessage `json:"result,omitempty"`
	Error  *struct {
		Message string `json:"message"`
	} `json:"error,omitempty"`
	Session string `json:"sessionId,omitempty"`
}

// NewBrowser starts a browser, which ends with the test.
func NewBrowser(t testing.TB) *Browser {
	t.Helper()
	Find(t, "chromium")
	hear, in, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	out, speak, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	profile, err := os.MkdirTemp("", "throughline-browser-")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
		"--disable-background-networking", "--user-data-dir="+profile, "--window-size=1200,800", "--remote-debugging-pipe", "about:blank")
	cmd.ExtraFiles = []*os.File{hear, speak}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	hear.Close()
	speak.Close()
	b := &Browser{t: t, in: in, answers: make(chan message, 1000)}
	go func() {
		r := bufio.NewReaderSize(out, 1<<20)
		defer close(b.answers)
		for {
			line, err := r.ReadBytes(0)
			if err != nil {
				return
			}
			var m message
			if json.Unmarshal(line[:len(line)-1], &m) == nil {
				b.answers <- m
			}
		}
	}()
	t.Cleanup(func() {
		in.Close()
		cmd.Process.Kill()
		cmd.Wait()
		out.Close()
		os.RemoveAll(profile) // what its children still write is nobody's concern
	})
	var target struct{ TargetID, SessionID string }
	b.into(&target, b.call("Target.createTarget", map[string]any{"url": "about:blank"}))
	b.into(&target, b.call("Target.attachToTarget", map[string]any{"targetId": target.TargetID, "flatten": true}))
	b.session = target.SessionID
	for _, domain := range []string{"Page", "Network", "Log", "Runtime"} {
		b.call(domain+".enable", nil)
	}
	return b
}

func (b *Browser) into(v any, raw json.RawMessage) {
	b.t.Helper()
	if err := json.Unmarshal(raw, v); err != nil {
		b.t.Fatal(err)
	}
}

// call asks for something and waits for the answer.
func (b *Browser) call(method string, params any) json.RawMessage {
	b.t.Helper()
	b.last++
	m := map[string]any{"id": b.last, "method": method}
	if params != nil {
		m["params"] = params
	}
	if b.session != "" {
		m["sessionId"] = b.session
	}
	line, err := json.Marshal(m)
	if err != nil {
		b.t.Fatal(err)
	}
	if _, err := b.in.Write(append(line, 0)); err != nil {
		b.t.Fatal(err)
	}
	a := b.until(func(a message) bool { return a.ID == b.last })
	if a.Error != nil {
		b.t.Fatalf("%s: %s", method, a.Error.Message)
	}
	return a.Result
}

// until hears messages up to one.
func (b *Browser) until(is func(message) bool) message {
	b.t.Helper()
	end := time.After(60 * time.Second)
	for {
		select {
		case m, ok := <-b.answers:
			if !ok {
				b.t.Fatal("the browser has ended")
			}
			b.note(m)
			if is(m) {
				return m
			}
		case <-end:
			b.t.Fatal("the browser does not answer")
		}
	}
}

// note remembers what a page did.
func (b *Browser) note(m message) {
	var p struct {
		Request struct{ URL string }
		Message string
		Entry   struct{ Text, Level string }
	}
	json.Unmarshal(m.Params, &p) // what is not there stays empty
	switch m.Method {
	case "Network.requestWillBeSent":
		if !strings.HasPrefix(p.Request.URL, "data:") {
			b.Requests = append(b.Requests, p.Request.URL)
		}
	case "Page.javascriptDialogOpening":
		b.Dialogs = append(b.Dialogs, p.Message)
	case "Log.entryAdded":
		b.Refused = append(b.Refused, p.Entry.Text)
	case "Runtime.exceptionThrown":
		b.Refused = append(b.Refused, string(m.Params))
	}
}

// Open shows a file.
func (b *Browser) Open(path string) {
	b.t.Helper()
	b.call("Page.navigate", map[string]any{"url": "file://" + path})
	b.until(func(m message) bool { return m.Method == "Page.loadEventFired" })
}

// Eval is what a script comes to, as text.
func (b *Browser) Eval(script string) string {
	b.t.Helper()
	var r struct {
		Result           struct{ Value any }
		ExceptionDetails any
	}
	b.into(&r, b.call("Runtime.evaluate", map[string]any{"expression": script, "returnByValue": true}))
	if r.ExceptionDetails != nil {
		b.t.Fatalf("%s: %v", script, r.ExceptionDetails)
	}
	return fmt.Sprint(r.Result.Value)
}

// Key presses and releases a key: a letter, or its name.
func (b *Browser) Key(key string) {
	b.t.Helper()
	text := ""
	if len([]rune(key)) == 1 {
		text = key
	}
	code := map[string]int{"Enter": 13, "Escape": 27}[key]
	if key == "Enter" {
		text = "\r"
	}
	b.call("Input.dispatchKeyEvent", map[string]any{"type": "keyDown", "key": key, "text": text, "windowsVirtualKeyCode": code})
	b.call("Input.dispatchKeyEvent", map[string]any{"type": "keyUp", "key": key, "windowsVirtualKeyCode": code})
}

// Type types a text.
func (b *Browser) Type(text string) {
	b.t.Helper()
	b.call("Input.insertText", map[string]any{"text": text})
}

// Click clicks in the middle of the first element of a selector.
func (b *Browser) Click(selector string) {
	b.t.Helper()
	var at struct{ X, Y float64 }
	where := b.Eval(fmt.Sprintf("(() => { const r = document.querySelector(%q).getBoundingClientRect(); return JSON.stringify({x: r.x + r.width / 2, y: r.y + r.height / 2}) })()", selector))
	if err := json.NewDecoder(strings.NewReader(where)).Decode(&at); err != nil {
		b.t.Fatal(err)
	}
	for _, kind := range []string{"mousePressed", "mouseReleased"} {
		b.call("Input.dispatchMouseEvent", map[string]any{"type": kind, "x": at.X, "y": at.Y, "button": "left", "clickCount": 1})
	}
}
