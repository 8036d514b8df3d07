// Package canvas shows a map in a Fyne window: it turns Fyne's events into the
// events of package input, and frames into tiles, marks and ghosts. It must
// never know whose map it is or what an event does, never draw map content
// with Fyne's own primitives, and never paint on the window's goroutine.
package canvas
