package storage

import (
	"fmt"
	"io/fs"

	"throughline/journey"
)

// checked is what a search for a blob found, if it is what its hash says.
func checked(hash string, b []byte, found bool, err error) ([]byte, error) {
	switch {
	case err != nil:
	case !found:
		err = fs.ErrNotExist
	case journey.Hash(b) != hash:
		err = fmt.Errorf("%w: the bytes are not those of the hash", ErrDamaged)
	default:
		return b, nil
	}
	return nil, fmt.Errorf("media %.12s: %w", hash, err)
}
