// Package text sets strings in the fonts of the program: once, in font units,
// independent of zoom. Every painter places the same glyphs at the same
// places, so a line breaks in a PDF where it breaks on the screen.
//
// It is the only package that knows go-text. It must never read a file but from
// the folders of fonts that are handed to Load.
package text
