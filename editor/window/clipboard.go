package window

import "fyne.io/fyne/v2"

// clipboard is the system's, for the editor.
type clipboard struct{ fyne.Clipboard }

// Get is what the clipboard holds.
func (c clipboard) Get() string { return c.Content() }

// Set puts a text into the clipboard.
func (c clipboard) Set(s string) { c.SetContent(s) }
