// Package window is the program's window in Fyne: menus, toolbar, dialogs,
// files. It hands the map to package canvas and every change to package
// editor. It must never change a map on its own, nor do anything slow on the
// window's goroutine.
package window
