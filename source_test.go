package main_test

import (
	"bytes"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// made is what is in the folder and not in the repository: see .gitignore.
var made = []string{".git", "out", "artefacts", "throughline", "rapid"}

// sources calls do for every file of the repository.
func sources(t *testing.T, do func(path string, content []byte)) {
	t.Helper()
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if slices.Contains(made, d.Name()) {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if !d.Type().IsRegular() || slices.Contains([]string{".test", ".prof", ".exe"}, filepath.Ext(path)) {
			return nil
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		do(filepath.ToSlash(path), content)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestNoFileIsTooLong(t *testing.T) {
	const most = 700
	sources(t, func(path string, content []byte) {
		if n := bytes.Count(content, []byte("\n")); strings.HasSuffix(path, ".go") && n > most {
			t.Errorf("%s has %d lines, %d are the most", path, n, most)
		}
	})
}

// A name that others use says what it is.
func TestEveryExportedNameIsExplained(t *testing.T) {
	folders := map[string][]*ast.File{}
	set := token.NewFileSet()
	sources(t, func(path string, content []byte) {
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return
		}
		f, err := parser.ParseFile(set, path, content, parser.ParseComments)
		if err != nil {
			t.Error(err)
			return
		}
		folders[filepath.Dir(path)] = append(folders[filepath.Dir(path)], f)
	})
	for folder, files := range folders {
		p, err := doc.NewFromFiles(set, files, folder)
		if err != nil {
			t.Error(err)
			continue
		}
		if first := "Package " + p.Name + " "; p.Name != "main" && !strings.HasPrefix(p.Doc, first) || p.Doc == "" {
			t.Errorf("%s: its comment does not begin with “%s”", folder, first)
		}
		for _, name := range unexplained(p) {
			t.Errorf("%s: %s has no comment", folder, name)
		}
	}
}

// unexplained is the exported names of a package without a comment of their
// own, or of the group in which they stand.
func unexplained(p *doc.Package) []string {
	var out []string
	funcs := func(of string, list []*doc.Func) {
		for _, f := range list {
			if ast.IsExported(f.Name) && f.Doc == "" {
				out = append(out, of+f.Name)
			}
		}
	}
	values := func(list []*doc.Value) {
		for _, v := range list {
			for _, s := range v.Decl.Specs {
				s := s.(*ast.ValueSpec)
				for _, n := range s.Names {
					if n.IsExported() && v.Doc == "" && s.Doc.Text() == "" && s.Comment.Text() == "" {
						out = append(out, n.Name)
					}
				}
			}
		}
	}
	funcs("", p.Funcs)
	values(p.Consts)
	values(p.Vars)
	for _, x := range p.Types {
		if ast.IsExported(x.Name) && x.Doc == "" {
			out = append(out, x.Name)
		}
		funcs("", x.Funcs)
		if ast.IsExported(x.Name) {
			funcs(x.Name+".", x.Methods)
		}
		values(x.Consts)
		values(x.Vars)
	}
	return out
}

// What only one machine has must not be in a file: somebody else has it
// elsewhere, or not at all. The words are cut so that this file has none.
func TestNothingBetraysAMachine(t *testing.T) {
	var words [][]byte
	for _, w := range []string{"/wor|k/", "/roo|t/", "/tmp/b|ash", "proxy.go|lang.org", "deb.deb|ian.org", "registry.npm|js"} {
		words = append(words, []byte(strings.ReplaceAll(w, "|", "")))
	}
	n := 0
	sources(t, func(path string, content []byte) {
		n++
		for _, w := range words {
			if i := bytes.Index(content, w); i >= 0 {
				t.Errorf("%s, line %d: %s", path, 1+bytes.Count(content[:i], []byte("\n")), w)
			}
		}
	})
	if n < 200 {
		t.Errorf("only %d files were read", n)
	}
}
