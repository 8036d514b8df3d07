package storage

import (
	"embed"
	"fmt"
	"path/filepath"
	"strings"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// migrations brings a file from one version to the next: the first makes
// version 1 of an empty database. A migration that was released never changes.
// One that renames or drops a column must do the same to the bodies in log.
var migrations = func() []string {
	var list []string
	for {
		b, err := migrationFiles.ReadFile(fmt.Sprintf("migrations/%d.sql", len(list)+1))
		if err != nil {
			return list
		}
		list = append(list, string(b))
	}
}()

// migrate runs the migrations behind version, each whole or not at all.
func (d *database) migrate(version int, ms []string) error {
	for ; version < len(ms); version++ {
		err := d.writing(func() error {
			if err := d.exec(ms[version]); err != nil {
				return err
			}
			return d.exec(fmt.Sprintf("PRAGMA user_version = %d", version+1))
		})
		if err != nil {
			return fmt.Errorf("bring to format %d: %w", version+1, err)
		}
	}
	return nil
}

// putAside writes a copy of the file at path, which is of an older version,
// beside it: “retail.v1.journey”, with a number where that name is taken.
func (d *database) putAside(path string, version int) error {
	ext := filepath.Ext(path)
	stem := strings.TrimSuffix(path, ext)
	return beside(path, d.vacuumInto, func(temp string) error {
		for n := 1; ; n++ {
			name := fmt.Sprintf("%s.v%d%s", stem, version, ext)
			if n > 1 {
				name = fmt.Sprintf("%s.v%d-%d%s", stem, version, n, ext)
			}
			if err := placeNew(temp, name); !isExist(err) || n == 1000 {
				return err
			}
		}
	})
}
