//go:build !windows

package storage

import (
	"errors"
	"fmt"
	"os"
	"syscall"
)

// tryLock takes the lock of f, or is errHeld, or says that there are none here.
func tryLock(f *os.File) error {
	for {
		switch err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); {
		case errors.Is(err, syscall.EINTR):
		case errors.Is(err, syscall.EWOULDBLOCK):
			return errHeld
		default:
			return err
		}
	}
}

// unlock removes the lock file before it gives up the lock, so that nobody can
// take the lock of a file that is about to go.
func unlock(f *os.File) {
	os.Remove(f.Name())
	f.Close()
}

// writable is an error where no file can be made in folder.
func writable(folder string) error {
	const write = 2
	if err := syscall.Access(folder, write); err != nil {
		return fmt.Errorf("folder %s: %w", folder, err)
	}
	return nil
}
