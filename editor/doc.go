// Package editor is the program without its window: the open document with its
// undo, the selection, the camera, the tools and the commands. All of it runs
// on one goroutine, the window's.
//
// It must never import a toolkit, open a file or a dialog, read the clock or
// draw: it says what to show, and changes the document through Edits only.
package editor
