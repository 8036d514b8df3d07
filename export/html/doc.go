// Package html writes a map as one page that needs nothing else: the drawing,
// with zoom, search and what is known of each card, and below it the same as
// text, for those who read without scripts, with a screen reader or on paper.
//
// Nothing is fetched and nothing runs but the script of this package: the page
// says so to the browser, and every text of the map is escaped.
package html
