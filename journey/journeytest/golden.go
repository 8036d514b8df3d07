package journeytest

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"
)

// Update is the flag -update of tests that have golden files: they write them
// anew in place of comparing.
var Update = flag.Bool("update", false, "write the golden files anew")

// Golden fails unless a file of testdata holds got, and names the first line
// that differs.
func Golden(t testing.TB, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *Update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(got, want) {
		return
	}
	a, b := bytes.Split(got, []byte("\n")), bytes.Split(want, []byte("\n"))
	for i := range min(len(a), len(b)) {
		if !bytes.Equal(a[i], b[i]) {
			t.Fatalf("%s differs in line %d; run with -update and look at the difference.\ngot  %s\nwant %s", file, i+1, a[i], b[i])
		}
	}
	t.Fatalf("%s has %d lines, want %d; run with -update and look at the difference", file, len(a), len(b))
}
