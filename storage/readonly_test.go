//go:build !windows

package storage

import (
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// Where the file or its folder may not be written to, it opens for reading and
// stays as it is. The test needs somebody who may not do everything.
func TestWithoutLeaveToWriteItIsReadOnly(t *testing.T) {
	const nobody = 65534
	root := t.TempDir()
	try(t, os.Chmod(filepath.Dir(root), 0o755))
	exe, err := os.Executable()
	try(t, err)
	try(t, copyFile(exe, filepath.Join(root, "child")))
	try(t, os.Chmod(filepath.Join(root, "child"), 0o755))
	for name, c := range map[string]struct {
		folder, file os.FileMode
	}{
		"folder": {folder: 0o555, file: 0o644},
		"file":   {folder: 0o755, file: 0o444},
	} {
		folder := filepath.Join(root, name)
		path := filepath.Join(folder, "a.journey")
		try(t, os.Mkdir(folder, 0o755))
		try(t, Create(path, small(), nil))
		try(t, os.Chmod(path, c.file))
		if os.Getuid() == 0 {
			try(t, os.Chown(path, nobody, nobody))
			try(t, os.Chown(folder, nobody, nobody))
		}
		try(t, os.Chmod(folder, c.folder))
		before := folderState(t, folder)
		other := start(t, "close", path, func(c *exec.Cmd) {
			c.Path = filepath.Join(root, "child")
			if os.Getuid() == 0 {
				c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
			}
		})
		if !strings.HasPrefix(other.said, "read-only: "+ErrReadOnly.Error()) {
			t.Errorf("%s: %q", name, other.said)
		}
		other.in.Close()
		other.Wait()
		if after := folderState(t, folder); !maps.Equal(before, after) {
			t.Errorf("%s: was %v, is %v", name, before, after)
		}
		try(t, os.Chmod(folder, 0o755)) // so that it can be removed
	}
}
