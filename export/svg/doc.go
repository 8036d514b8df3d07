// Package svg writes a scene as an SVG drawing that looks the same everywhere:
// text as outlines, no style sheets, no scripts, nothing fetched from elsewhere.
// What the drawing says can still be read aloud, item by item. On request text is
// text, with the parts of the fonts that it needs in the drawing.
//
// The package must never look at the clock, at a file or at the map behind a
// scene: the same scene gives the same bytes, on any machine.
package svg
