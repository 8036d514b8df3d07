// Package journey is what a customer journey map is: rows, projects, edits and
// the rules that keep them whole.
//
// A Row is a comparable value. A Project is an immutable set of rows; whoever
// holds one may read it from any goroutine for as long as they like. Every
// change is an Edit that yields a Tx, and the same Tx is what memory applies,
// what undo inverts and what the file logs: there is no other way to change a
// map.
//
// The package must never draw, open a file, read a clock or draw lots: random
// IDs are passed in. It imports nothing else of this module.
package journey
