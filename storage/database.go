package storage

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"

	_ "modernc.org/sqlite" // the driver
)

// bg is the context of every statement: none is ever cancelled half way.
var bg = context.Background()

// descriptors is held for reading while a transaction runs, and for writing by
// whoever opens a database file other than through SQLite. On Unix, closing
// any descriptor of a file drops all locks that the process has on it.
var descriptors sync.RWMutex

// database is one connection to one SQLite file. One goroutine uses it at a
// time. Its errors carry their meaning.
type database struct {
	pool  *sql.DB
	conn  *sql.Conn
	ready map[string]*sql.Stmt
	temp  string // a folder that goes when the connection does; may be empty
}

// How a database is opened.
const (
	readOnly  = "ro"
	readWrite = "rw"
	create    = "rwc"
)

// connect opens the file at path, which is absolute.
func connect(path, mode string) (*database, error) {
	descriptors.RLock() // SQLite may have a crash to clean up after
	defer descriptors.RUnlock()
	pool, err := sql.Open("sqlite", dsn(path, mode))
	if err != nil {
		return nil, meaning(err)
	}
	conn, err := pool.Conn(bg)
	if err != nil {
		pool.Close()
		return nil, meaning(err)
	}
	return &database{pool: pool, conn: conn, ready: map[string]*sql.Stmt{}}, nil
}

// dsn is path as a URI, in which no character of it has a meaning, with what
// SQLite advises for files that come from anywhere.
func dsn(path, mode string) string {
	var b strings.Builder
	b.WriteString("file:")
	p := filepath.ToSlash(path)
	switch {
	case strings.HasPrefix(p, "//"): // a Windows share: an empty host, then the path
		b.WriteString("//")
	case !strings.HasPrefix(p, "/"): // C:/
		b.WriteString("/")
	}
	const hex = "0123456789ABCDEF"
	for i := range len(p) {
		switch c := p[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', strings.IndexByte("/:._-~", c) >= 0:
			b.WriteByte(c)
		default:
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		}
	}
	b.WriteString("?mode=" + mode + "&_dqs=0&_defensive=1&_error_rc=1&_busy_timeout=2000" +
		"&_pragma=trusted_schema(0)&_pragma=cell_size_check(1)&_pragma=temp_store(2)&_pragma=synchronous(2)")
	return b.String()
}

// close ends the connection and removes its folder.
func (d *database) close() error {
	for _, s := range d.ready {
		s.Close()
	}
	d.conn.Close()
	err := d.pool.Close()
	if d.temp != "" {
		os.RemoveAll(d.temp)
	}
	return meaning(err)
}

// exec runs statements whose results do not matter.
func (d *database) exec(q string, args ...any) error {
	_, err := d.conn.ExecContext(bg, q, args...)
	return meaning(err)
}

// prepare is q ready to run, made once.
func (d *database) prepare(q string) (*sql.Stmt, error) {
	if s := d.ready[q]; s != nil {
		return s, nil
	}
	s, err := d.conn.PrepareContext(bg, q)
	if err != nil {
		return nil, meaning(err)
	}
	d.ready[q] = s
	return s, nil
}

// run is exec for a statement that will run often.
func (d *database) run(q string, args ...any) error {
	s, err := d.prepare(q)
	if err != nil {
		return err
	}
	_, err = s.ExecContext(bg, args...)
	return meaning(err)
}

// query calls each for every row of the result.
func (d *database) query(q string, args []any, each func(scan func(...any) error) error) error {
	s, err := d.prepare(q)
	if err != nil {
		return err
	}
	rows, err := s.QueryContext(bg, args...)
	if err != nil {
		return meaning(err)
	}
	defer rows.Close()
	scan := func(into ...any) error {
		if err := rows.Scan(into...); err != nil { // a value of a type that its column cannot have
			return fmt.Errorf("%w: %w", ErrDamaged, err)
		}
		return nil
	}
	for rows.Next() {
		if err := each(scan); err != nil {
			return err
		}
	}
	return meaning(rows.Err())
}

// number is the result of a query for one number.
func (d *database) number(q string) (n int64, err error) {
	s, err := d.prepare(q)
	if err != nil {
		return 0, err
	}
	return n, meaning(s.QueryRowContext(bg).Scan(&n))
}

// reading runs do in a transaction, in which nothing changes underneath it.
func (d *database) reading(do func() error) error { return d.within("BEGIN", do) }

// writing runs do in a transaction, whole or not at all.
func (d *database) writing(do func() error) error { return d.within("BEGIN IMMEDIATE", do) }

func (d *database) within(begin string, do func() error) error {
	descriptors.RLock()
	defer descriptors.RUnlock()
	if err := d.exec(begin); err != nil {
		return err
	}
	err := do()
	if err == nil {
		err = d.exec("COMMIT")
	}
	if err != nil {
		d.exec("ROLLBACK") // may be done already, as after a full disk
	}
	return err
}

// vacuumInto writes all that is in use to a new file at path.
func (d *database) vacuumInto(path string) error {
	descriptors.RLock()
	defer descriptors.RUnlock()
	return d.exec("VACUUM INTO ?", path)
}
