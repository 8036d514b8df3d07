package journey

import (
	"encoding/base32"
	"fmt"
	"io"
)

// ID names a row for as long as its file lives. The empty ID names nothing.
type ID string

// IDs makes new IDs, a different one at every call.
type IDs func() ID

// idLetters has no letters that are read as digits.
var idLetters = base32.NewEncoding("abcdefghjkmnpqrstuvwxyz023456789").WithPadding(base32.NoPadding)

// RandomIDs makes IDs of twelve letters (60 bits) from r, which is
// crypto/rand.Reader in the program and a seeded source in tests.
func RandomIDs(r io.Reader) IDs {
	return func() ID {
		var b [8]byte
		if _, err := io.ReadFull(r, b[:]); err != nil {
			panic(fmt.Sprintf("journey: no random bytes: %v", err))
		}
		return ID(idLetters.EncodeToString(b[:])[:12])
	}
}

// CountedIDs makes prefix1, prefix2, and so on: the same input imported twice
// gives the same rows.
func CountedIDs(prefix string) IDs {
	n := 0
	return func() ID { n++; return ID(fmt.Sprintf("%s%d", prefix, n)) }
}
