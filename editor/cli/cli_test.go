package cli_test

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"throughline/assets"
	"throughline/canvas/layout"
	"throughline/canvas/text"
	"throughline/editor/cli"
)

// TestMain lets the test binary also be the program itself, as another process
// and perhaps as somebody who may do less.
func TestMain(m *testing.M) {
	if os.Getenv("THROUGHLINE_CLI") != "" {
		os.Exit(cli.Run(context.Background(), os.Args[1:], env(os.Stdout, os.Stderr)))
	}
	os.Exit(m.Run())
}

var (
	fonts = sync.OnceValues(func() (*text.Fonts, error) {
		dir, err := fs.Sub(assets.Fonts, "fonts")
		if err != nil {
			return nil, err
		}
		return text.Load(dir)
	})
	icons = sync.OnceValues(func() (*layout.Icons, error) {
		b, err := fs.ReadFile(assets.Icons, "icons/icons.json")
		if err != nil {
			return nil, err
		}
		return layout.LoadIcons(b)
	})
)

func templates() fs.FS {
	dir, err := fs.Sub(assets.Templates, "templates")
	if err != nil {
		panic(err)
	}
	return dir
}

// env is what main gives to the command line.
func env(out, errs interface{ Write([]byte) (int, error) }) cli.Env {
	said, err := fs.Sub(assets.Translations, "translations")
	if err != nil {
		panic(err)
	}
	return cli.Env{
		Out: out, Err: errs, Templates: templates(), Fonts: fonts, Icons: icons, Now: time.Now, Translations: said, Locale: func() string { return os.Getenv("LANG") },
	}
}

// user is somebody at a shell, in a folder of their own.
type user struct {
	*testing.T
	ctx    context.Context
	folder string
	out    string // of the last command
	errs   string
	code   int
}

// sit gives a user an empty folder. Nothing may ever be left in the folder for
// temporary files.
func sit(t *testing.T) *user {
	t.Helper()
	u := &user{T: t, ctx: t.Context(), folder: t.TempDir()}
	t.Chdir(u.folder)
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	t.Setenv("LANG", "C")
	t.Cleanup(func() {
		if left := names(t, temp); len(left) > 0 {
			t.Errorf("left in the temporary folder: %v", left)
		}
	})
	return u
}

// run runs a command, words parted by spaces; “_” in a word is a space.
func (u *user) run(line string) {
	u.Helper()
	words := strings.Fields(line)
	for i := range words {
		words[i] = strings.ReplaceAll(words[i], "_", " ")
	}
	var out, errs bytes.Buffer
	u.code = cli.Run(u.ctx, words, env(&out, &errs))
	u.out, u.errs = out.String(), errs.String()
}

// does runs a command that succeeds and says exactly that.
func (u *user) does(line, out string) {
	u.Helper()
	if u.run(line); u.code != 0 || u.errs != "" || u.out != out {
		u.Fatalf("%s\nexit %d\nsaid %s\nand on stderr %s\nwant %s", line, u.code, u.out, u.errs, out)
	}
}

// fails runs a command that says exactly one sentence on stderr, changes
// nothing in the folder and ends with a code. With 2, the usage follows.
func (u *user) fails(line string, code int, sentence string) {
	u.Helper()
	before := u.files()
	u.run(line)
	verb := strings.Fields(line)[0]
	got, usage, _ := strings.Cut(strings.TrimSuffix(u.errs, "\n"), "\n")
	if u.code != code || u.out != "" || got != "throughline "+verb+": "+sentence {
		u.Errorf("%s\nexit %d, want %d\nsaid %s%s\nwant throughline %s: %s", line, u.code, code, u.out, u.errs, verb, sentence)
	}
	if want := code == 2; strings.HasPrefix(usage, "usage: throughline "+verb) != want || !want && usage != "" {
		u.Errorf("%s: the usage is %q", line, usage)
	}
	u.same(line, before)
}

// files is all that is in the folder: name, rights, time and content. The
// folder's own time is that of the last file in it that came or went.
func (u *user) files() map[string]string {
	u.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(u.folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		name, err := filepath.Rel(u.folder, path)
		if err != nil {
			return err
		}
		if path == u.folder {
			return nil
		}
		content := ""
		if info.Mode().IsRegular() {
			b, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			content = string(b)
		}
		out[name] = fmt.Sprint(info.Mode(), info.ModTime().UnixNano(), content)
		return nil
	})
	if err != nil {
		u.Fatal(err)
	}
	return out
}

// same fails where the folder is not as it was, but for files that are new.
func (u *user) same(what string, before map[string]string, news ...string) {
	u.Helper()
	after := u.files()
	for name, was := range before {
		if is, ok := after[name]; !ok || is != was {
			u.Errorf("%s: %s has changed", what, name)
		}
	}
	for name := range after {
		if _, old := before[name]; !old && !slices.Contains(news, name) {
			u.Errorf("%s: %s was left", what, name)
		}
	}
	for _, name := range news {
		if _, there := after[name]; !there {
			u.Errorf("%s: %s is not there", what, name)
		}
	}
}

// has writes a file into the folder.
func (u *user) has(name, content string) {
	u.Helper()
	if err := os.WriteFile(filepath.Join(u.folder, name), []byte(content), 0o644); err != nil {
		u.Fatal(err)
	}
}

// reads is the content of a file of the folder.
func (u *user) reads(name string) string {
	u.Helper()
	b, err := os.ReadFile(filepath.Join(u.folder, name))
	if err != nil {
		u.Fatal(err)
	}
	return string(b)
}

func names(t testing.TB, dir string) []string {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range list {
		out = append(out, e.Name())
	}
	return out
}

// folderNamed makes a folder in the folder.
func (u *user) folderNamed(name string) {
	u.Helper()
	if err := os.Mkdir(filepath.Join(u.folder, name), 0o755); err != nil {
		u.Fatal(err)
	}
}
