package importer

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"slices"

	"github.com/xuri/excelize/v2"

	"throughline/journey/table"
)

// Limits of a workbook: what its parts may come to when they are unpacked, how
// many there may be, and how far to the right a sheet is read.
const (
	maxUnpacked = 64 << 20
	maxParts    = 2_000
	maxColumns  = 2_000
)

var (
	// errBook says that a file is no workbook.
	errBook = errors.New("this is no Excel workbook, or it is damaged or has a password; save it again as .xlsx")
	// errUnpacked says that a workbook is larger than it looks.
	errUnpacked = errors.New("the workbook is larger than 64 MB when it is unpacked, the most that can be imported")
)

// readXLSX reads the sheets of a workbook, as their cells are shown.
func readXLSX(b []byte) (res *Result, err error) {
	if err := packed(b); err != nil {
		return nil, err
	}
	defer func() { // the library trusts the parts of a workbook to fit together
		if recover() != nil {
			res, err = nil, errBook
		}
	}()
	// Equal limits keep it from unpacking anything to a folder.
	f, err := excelize.OpenReader(bytes.NewReader(b), excelize.Options{UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: maxUnpacked})
	if err != nil {
		return nil, errBook
	}
	defer f.Close()
	names := f.GetSheetList()
	// In one of ours numbers are what they are; in others they are as shown, for
	// a date is a number too.
	raw := excelize.Options{RawCellValue: slices.Contains(names, table.Cards)}
	var sources []table.Source
	rows, cells := 0, 0
	for _, name := range names {
		s := table.Source{Name: name}
		it, err := f.Rows(name)
		if err != nil {
			continue // a sheet of charts
		}
		for n := 1; it.Next(); n++ {
			row, err := it.Columns(raw)
			if err != nil {
				return nil, fmt.Errorf("sheet “%s”, row %d: %w", name, n, errBook)
			}
			if rows++; rows > 4*table.MaxRows || len(row) > maxColumns {
				return nil, table.ErrTooLarge
			}
			if len(row) == 0 {
				continue
			}
			if cells += len(row); cells > table.MaxCells {
				return nil, table.ErrTooLarge
			}
			s.Records = append(s.Records, table.Record{Line: n, Cells: row})
		}
		it.Close()
		sources = append(sources, s)
	}
	return tables(sources, nil)
}

// packed judges an archive by its list, before anything is unpacked. What is
// in it cannot be longer than the list says: archive/zip sees to that.
func packed(b []byte) error {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return errBook
	}
	if len(z.File) > maxParts {
		return errUnpacked
	}
	total := uint64(0)
	for _, f := range z.File {
		if f.UncompressedSize64 > maxUnpacked {
			return errUnpacked
		}
		if total += f.UncompressedSize64; total > maxUnpacked {
			return errUnpacked
		}
	}
	return nil
}
