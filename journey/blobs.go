package journey

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// Blobs has the bytes of media by hash. Reading is safe from any goroutine.
type Blobs interface {
	// Blob is the bytes of the given hash; the caller must not change them.
	Blob(hash string) ([]byte, error)
}

// Hash names bytes: the hexadecimal SHA-256.
func Hash(b []byte) string {
	s := sha256.Sum256(b)
	return hex.EncodeToString(s[:])
}

// MemoryBlobs is Blobs held in memory, as an import or a template brings them.
type MemoryBlobs map[string][]byte

// Blob is the bytes of the given hash.
func (m MemoryBlobs) Blob(hash string) ([]byte, error) {
	b, ok := m[hash]
	if !ok {
		return nil, fmt.Errorf("no media with hash %.12s", hash)
	}
	return b, nil
}

// Add keeps b and returns its hash.
func (m MemoryBlobs) Add(b []byte) string {
	h := Hash(b)
	m[h] = b
	return h
}
