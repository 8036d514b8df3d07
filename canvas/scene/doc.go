// Package scene is the finished drawing of a map: simple operations in paint
// order, the same list for the screen and for every export. It knows what
// touches, what changed and what lies where; it must never know why something
// is drawn, nor in which format it ends.
package scene
