// Package storage is the .journey file: one SQLite database that holds a
// project, the log of what was done to it, named versions and the bytes of its
// media. FORMAT.md tells the format to others.
//
// Editing goes one way. Append queues what a command did, a goroutine of the
// file writes what has gathered, and Watch tells how far it has come. While
// that fails, all that is queued stays queued and is tried again.
//
// The package must never change a file that it was asked to read, write to a
// file that another program changed, leave a temporary file behind, replace a
// file it was not told to replace, or lose what was appended without saying so.
// A file may come from anywhere: whatever its bytes are, the answer is a
// project that needs no repair or an error.
package storage
