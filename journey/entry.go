package journey

import "time"

// What an entry of a log stands for.
const (
	Undid    = -1 // took back what the entry Of did
	Did      = 0  // did what its changes say
	Redid    = 1  // did again what the entry Of did
	Repaired = 2  // put right, at opening, what was wrong with the file; no step of undo
)

// Entry is one entry of a file's log: a command, or the undoing or redoing of
// one.
type Entry struct {
	Seq     int64 // its position, from 1; entries are in this order
	At      time.Time
	Label   string   // as in Tx
	Undo    int      // Did, Undid, Redid or Repaired
	Of      int64    // the Seq of what it undid or redid, which is a Did; else 0
	Changes []Change // of a Did, when it is appended; a history leaves it out
}
