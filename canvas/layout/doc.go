// Package layout turns a map into scenes: it decides where everything stands
// and what it looks like, for the screen and every export alike. A keystroke
// lays out one cell again and moves the rows below it.
//
// It owns the themes, the type and the icons. It must never depend on zoom,
// window or output format, read a file or a clock, or leave out a part of a
// text because it does not fit.
package layout
