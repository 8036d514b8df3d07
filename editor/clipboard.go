package editor

// Clipboard is the system's, of which a program has text only.
type Clipboard interface {
	Get() string
	Set(string)
}

// memoryClipboard serves where there is no system's.
type memoryClipboard struct{ text string }

// Get is the text that was set last.
func (c *memoryClipboard) Get() string { return c.text }

// Set keeps a text.
func (c *memoryClipboard) Set(s string) { c.text = s }

// SetClipboard has the editor use a clipboard of the system.
func (e *Editor) SetClipboard(c Clipboard) { e.clipboard = c }

// maxClip is how much of a clipboard is looked at, bytes. Anybody may put
// anything there.
const maxClip = 64 << 20

// clipped is a text from a clipboard, no longer than what is looked at.
func clipped(s string) string { return s[:min(len(s), maxClip)] }
