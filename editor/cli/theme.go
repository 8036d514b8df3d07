package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"throughline/canvas/layout"
)

// themeOf is a theme by its name, or that of a brand from its file, with
// remarks on it.
func themeOf(name string) (t *layout.Theme, remarks []string, err error) {
	if t, ok := layout.ThemeNamed(name); ok {
		return t, nil, nil
	}
	if !strings.EqualFold(filepath.Ext(name), ".json") {
		return nil, nil, wrong("there is no theme “%s”; use %s or a .json file", name, themes())
	}
	b, err := atMost(name, layout.MaxBrand)
	if err != nil {
		return nil, nil, err
	}
	t, remarks, err = layout.ReadBrand(b, func(file string) ([]byte, error) {
		if file != filepath.Base(file) || !filepath.IsLocal(file) {
			return nil, errors.New("it must stand beside the theme")
		}
		return atMost(filepath.Join(filepath.Dir(name), file), layout.MaxBrand)
	})
	if err != nil {
		return nil, nil, about(name, err)
	}
	return t, remarks, nil
}

// atMost reads a file of no more than limit bytes.
func atMost(path string, limit int64) ([]byte, error) {
	st, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !st.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is no file", path)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err == nil && int64(len(b)) > limit {
		err = fmt.Errorf("%s is larger than %d MB", path, limit>>20)
	}
	return b, err
}

func themes() string {
	var n []string
	for _, t := range layout.Themes {
		n = append(n, t.Name)
	}
	return strings.Join(n, ", ")
}
