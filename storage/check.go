package storage

import (
	"fmt"
	"regexp"
	"slices"

	"throughline/journey"
)

// applicationID marks a file of ours: “ThLn”. It stands at byte 68.
const applicationID = 0x54684C6E

// kept is the tables that are no kind of row, with their columns.
var kept = map[string][]string{
	"log":     {"seq", "at", "label", "undo", "of", "changes"},
	"version": {"id", "seq", "at", "name"},
	"blob":    {"hash", "bytes"},
}

// expected is every table of a file of today's version with its columns.
var expected = func() map[string][]string {
	m := map[string][]string{}
	for name, columns := range kept {
		m[name] = columns
	}
	for _, t := range tables {
		for _, c := range t.columns {
			m[string(t.kind)] = append(m[string(t.kind)], c.name)
		}
	}
	return m
}()

// computes finds what makes SQLite compute something when a row is written.
var computes = regexp.MustCompile(`(?i)\b(check|generated|collate|references|unique|conflict)\b|\bdefault\s*\(`)

// openInspected connects to a file of ours and says of which version it is.
func openInspected(path, mode string, newest int) (*database, int, error) {
	d, err := connect(path, mode)
	if err != nil {
		return nil, 0, err
	}
	version, err := d.inspect(newest)
	if err != nil {
		d.close()
		return nil, 0, err
	}
	return d, version, nil
}

// inspect is the version of a file, after it has shown to be one of ours that
// holds nothing but tables. newest is the version that the program writes.
func (d *database) inspect(newest int) (version int, err error) {
	id, err := d.number("PRAGMA application_id")
	if err != nil {
		return 0, err
	}
	if id != applicationID {
		return 0, fmt.Errorf("%w: its application ID is %#x", ErrNotJourney, uint32(id))
	}
	v, err := d.number("PRAGMA user_version")
	switch {
	case err != nil:
		return 0, err
	case v > int64(newest):
		return 0, fmt.Errorf("%w: its format is %d, known are 1 to %d", journey.ErrTooNew, v, newest)
	case v < 1:
		return 0, fmt.Errorf("%w: it has no format version", ErrDamaged)
	}
	return int(v), d.passive()
}

// passive is an error where reading or writing a row of ours would run what
// somebody put into the file.
func (d *database) passive() error {
	err := d.query("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema", nil, func(scan func(...any) error) error {
		var typ, name, table, sql string
		if err := scan(&typ, &name, &table, &sql); err != nil {
			return err
		}
		_, ours := expected[table]
		switch {
		case typ == "index" && (!ours || sql == ""): // of another's table, or of a primary key
		case typ == "table" && (!ours || !computes.MatchString(sql)):
		default:
			return fmt.Errorf("%w: it has the %s %q", ErrNotJourney, typ, name)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return d.query("SELECT name, type, strict FROM pragma_table_list WHERE schema = 'main'", nil, func(scan func(...any) error) error {
		var name, typ string
		var strict bool
		if err := scan(&name, &typ, &strict); err != nil {
			return err
		}
		if _, ours := expected[name]; typ != "table" || ours && !strict {
			return fmt.Errorf("%w: its table %q is of a kind that none of ours is", ErrNotJourney, name)
		}
		return nil
	})
}

// complete is an error where a table or a column of ours is not there.
func (d *database) complete() error {
	for name, columns := range expected {
		missing := slices.Clone(columns)
		err := d.query("SELECT name, hidden FROM pragma_table_xinfo(?)", []any{name}, func(scan func(...any) error) error {
			var column string
			var hidden int
			if err := scan(&column, &hidden); err != nil {
				return err
			}
			if hidden != 0 {
				return fmt.Errorf("%w: its column %s.%s is computed", ErrNotJourney, name, column)
			}
			missing = slices.DeleteFunc(missing, func(c string) bool { return c == column })
			return nil
		})
		if err != nil {
			return err
		}
		if len(missing) > 0 {
			return fmt.Errorf("%w: its table %q has no column %q", ErrDamaged, name, missing[0])
		}
	}
	return nil
}
