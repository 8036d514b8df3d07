// Package systemfonts knows where a system keeps its fonts. It must not read
// them: that is up to package text, which is handed the folders.
package systemfonts

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// Folders is the folders of fonts that are there, those that come with the
// system before the person's own.
func Folders() []fs.FS {
	var out []fs.FS
	for _, path := range paths(runtime.GOOS) {
		if st, err := os.Stat(path); path != "" && err == nil && st.IsDir() {
			out = append(out, os.DirFS(path))
		}
	}
	return out
}

func paths(goos string) []string {
	home, _ := os.UserHomeDir()
	own := func(parts ...string) string {
		if home == "" {
			return ""
		}
		return filepath.Join(append([]string{home}, parts...)...)
	}
	switch goos {
	case "windows":
		fonts := func(variable string, parts ...string) string {
			if v := os.Getenv(variable); v != "" {
				return filepath.Join(append([]string{v}, parts...)...)
			}
			return ""
		}
		return []string{fonts("WINDIR", "Fonts"), fonts("LOCALAPPDATA", "Microsoft", "Windows", "Fonts")}
	case "darwin":
		return []string{"/System/Library/Fonts", "/Library/Fonts", own("Library", "Fonts")}
	}
	data := own(".local", "share", "fonts")
	if v := os.Getenv("XDG_DATA_HOME"); v != "" {
		data = filepath.Join(v, "fonts")
	}
	return []string{"/usr/share/fonts", "/usr/local/share/fonts", data, own(".fonts")}
}
