// Package pdf writes scenes as the pages of a PDF document: real text where a font has a
// character of its own for what was typed, outlines with invisible text behind
// them everywhere else, so that a reader finds, copies and hears what was typed
// in any script.
//
// gofpdf is the container: it cuts the fonts to what is used and lays out the
// file. What a page shows is written here, and a finishing pass over the
// closed file puts in all that gofpdf gets wrong or does not have.
//
// The package must never look at the clock, at a file or at the map behind a
// scene: the same scenes give the same bytes, on any machine.
package pdf
