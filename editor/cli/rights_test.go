//go:build !windows

package cli_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// nobody runs commands as somebody who may not do everything, which whoever
// tests as root may.
type nobody struct {
	*user
	program string
}

const nobodyID = 65534

func (u *user) asNobody() nobody {
	u.Helper()
	path, err := os.Executable()
	if err != nil {
		u.Fatal(err)
	}
	exe, err := os.ReadFile(path)
	if err != nil {
		u.Fatal(err)
	}
	dir := u.TempDir()
	n := nobody{u, filepath.Join(dir, "throughline")}
	if err := os.WriteFile(n.program, exe, 0o755); err != nil {
		u.Fatal(err)
	}
	for _, d := range []string{dir, filepath.Dir(dir), u.folder, os.Getenv("TMPDIR")} {
		if err := os.Chmod(d, 0o755); err != nil {
			u.Fatal(err)
		}
	}
	if os.Getuid() == 0 {
		if err := os.Chown(os.Getenv("TMPDIR"), nobodyID, nobodyID); err != nil {
			u.Fatal(err)
		}
	}
	return n
}

// gives makes nobody the owner of a file with the given rights.
func (n nobody) gives(name string, rights os.FileMode) {
	n.Helper()
	path := filepath.Join(n.folder, name)
	if os.Getuid() == 0 {
		if err := os.Chown(path, nobodyID, nobodyID); err != nil {
			n.Fatal(err)
		}
	}
	if err := os.Chmod(path, rights); err != nil {
		n.Fatal(err)
	}
	if rights&0o700 != 0o700 {
		n.Cleanup(func() { os.Chmod(path, 0o755) }) // so that it can be removed
	}
}

// fails is as user.fails, in another process.
func (n nobody) fails(line, sentence string) {
	n.Helper()
	before := n.files()
	words := strings.Fields(line)
	cmd := exec.Command(n.program, words...)
	cmd.Dir = n.folder
	cmd.Env = append(os.Environ(), "THROUGHLINE_CLI=1")
	if os.Getuid() == 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobodyID, Gid: nobodyID}}
	}
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	cmd.Run()
	if want := "throughline " + words[0] + ": " + sentence + "\n"; cmd.ProcessState.ExitCode() != 1 || out.String() != "" || errs.String() != want {
		n.Errorf("%s: exit %d\n%s%swant %s", line, cmd.ProcessState.ExitCode(), out.String(), errs.String(), want)
	}
	n.same(line, before)
}

func TestWhatMayNotBeReadOrWritten(t *testing.T) {
	u := sit(t)
	n := u.asNobody()
	u.folderNamed("closed")
	u.folderNamed("shut")
	u.has("coffee.mmd", coffee)
	u.has("secret.mmd", coffee)
	u.does("new a.journey", "")
	u.does("new secret.journey", "")
	u.has("closed/out.pdf", "as it was")
	u.has("shut/in.mmd", coffee)
	n.gives("secret.mmd", 0o200)
	n.gives("secret.journey", 0o200)
	n.gives("closed/out.pdf", 0o666)
	n.gives("closed", 0o555)
	n.gives("shut", 0o000)
	n.fails("info secret.mmd", "secret.mmd may not be read or written.")
	n.fails("info secret.journey", u.folder+"/secret.journey may not be read or written.")
	n.fails("export secret.journey -o b.pdf", u.folder+"/secret.journey may not be read or written.")
	n.fails("import secret.mmd", "secret.mmd may not be read or written.")
	n.fails("info shut/in.mmd", "shut/in.mmd may not be read or written.")
	n.fails("export a.journey -o closed/new.pdf", "closed may not be read or written.")
	n.fails("export a.journey -o closed/out.pdf", "closed may not be read or written.")
	n.fails("export a.journey -o shut/new.pdf", "shut may not be read or written.")
	n.fails("new closed/b.journey", "create closed/b.journey: folder "+u.folder+"/closed: permission denied.")
	n.fails("import coffee.mmd -o closed/b.journey", "create closed/b.journey: folder "+u.folder+"/closed: permission denied.")
}
