package xlsx

import (
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"
)

// ReadOptions bounds what is read. The zero value is right for what Write writes.
type ReadOptions struct {
	// PartSize is how many bytes a part of the file may have unpacked; 0 means
	// 32 MiB.
	PartSize int64
}

func (o ReadOptions) partSize() int64 {
	if o.PartSize > 0 {
		return o.PartSize
	}
	return 32 << 20
}

// Read reads a workbook that was written by Write and has been filled in since, by
// whatever program. It finds the registers by their marks: rows may have been sorted,
// filtered, inserted and deleted, columns moved and inserted, titles and sheets
// renamed. What it cannot take as it is becomes a Problem.
//
// The error wraps one of the reasons that begin with Err. A file that is not what it
// claims to be gives an error and never a panic.
func Read(r io.ReaderAt, size int64, o ReadOptions) (data *Data, err error) {
	// Excelize was made for files that Excel has written. What it cannot take is a
	// damaged file to us.
	defer func() {
		if p := recover(); p != nil {
			data, err = nil, fmt.Errorf("xlsx: %w: %v", ErrDamaged, p)
		}
	}()
	f, err := open(r, size, o)
	if err != nil {
		return nil, fmt.Errorf("xlsx: %w", err)
	}
	defer f.Close()
	rd := &reader{f: f, data: &Data{}, found: map[string]*foundTable{}, lists: map[string]map[string]string{}, dates: map[int]bool{}}
	if err := rd.read(); err != nil {
		return nil, fmt.Errorf("xlsx: %w", err)
	}
	return rd.data, nil
}

// reader is one workbook that is being read.
type reader struct {
	f       *excelize.File
	data    *Data
	written *identity
	sheets  []*grid
	found   map[string]*foundTable
	lists   map[string]map[string]string // by ID: label → value
	dates   map[int]bool                 // by number of a style: it shows dates
	epoch   int                          // days to add where days count from 1904
	bytes   int
}

// grid is the raw values of a sheet.
type grid struct {
	name  string
	cells [][]string
}

// at is the value at a column and a row, both from 0.
func (g *grid) at(col, row int) string {
	if row < 0 || row >= len(g.cells) || col < 0 || col >= len(g.cells[row]) {
		return ""
	}
	return g.cells[row][col]
}

func (rd *reader) problem(kind ProblemKind, sheet, ref, key, text string) {
	rd.data.Problems = append(rd.data.Problems, Problem{kind, sheet, ref, key, text})
}

func (rd *reader) read() error {
	if p, err := rd.f.GetWorkbookProps(); err == nil && p.Date1904 != nil && *p.Date1904 {
		rd.epoch = 1462
	}
	for _, name := range rd.f.GetSheetList() {
		g, err := rd.load(name)
		if err != nil {
			return err
		}
		if g != nil {
			rd.sheets = append(rd.sheets, g)
		}
	}
	if err := rd.identify(); err != nil {
		return err
	}
	rd.readLists()
	for _, g := range rd.sheets {
		rd.marks(g)
	}
	for _, t := range rd.written.tables {
		if err := rd.table(t); err != nil {
			return err
		}
	}
	return nil
}

// load reads the values of a sheet, row by row, so that one that would fill the memory
// is noticed.
func (rd *reader) load(name string) (*grid, error) {
	rows, err := rd.f.Rows(name)
	if err != nil {
		if strings.Contains(err.Error(), "not a worksheet") {
			return nil, nil // a chart
		}
		return nil, fmt.Errorf("%w: sheet %q: %v", ErrDamaged, name, err)
	}
	defer rows.Close()
	g := &grid{name: name}
	for rows.Next() {
		cells, err := rows.Columns()
		if err != nil {
			return nil, fmt.Errorf("%w: sheet %q: %v", ErrDamaged, name, err)
		}
		for _, c := range cells {
			rd.bytes += len(c)
		}
		if rd.bytes > maxBytes {
			return nil, fmt.Errorf("%w: text in cells", ErrTooLarge)
		}
		g.cells = append(g.cells, cells)
	}
	if err := rows.Error(); err != nil {
		return nil, fmt.Errorf("%w: sheet %q: %v", ErrDamaged, name, err)
	}
	return g, nil
}

// named is the sheet with a name, nil when there is none.
func (rd *reader) named(name string) *grid {
	for _, g := range rd.sheets {
		if strings.EqualFold(g.name, name) {
			return g
		}
	}
	return nil
}
