package xlsx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/samsvar/samsvar/doc/internal/ooxml"
	"github.com/xuri/excelize/v2"
)

// Limits on a workbook to be read. Excelize takes memory for all cells up to the last
// of each row, so that a small file could take all there is.
const (
	maxRows   = 1 << 17
	maxArea   = 2_000_000 // cells, empty ones before the last of a row included
	maxMerged = 5000
	maxBytes  = 128 << 20 // of text in cells: one text may stand in many
)

// open checks a file and opens it with excelize, which gets only the parts that
// matter for reading cells.
func open(r io.ReaderAt, size int64, l ReadOptions) (*excelize.File, error) {
	p, err := ooxml.Read(r, size, ooxml.Limits{Parts: 2000, PartSize: l.partSize(), TotalSize: 2 * l.partSize()})
	switch {
	case errors.Is(err, ooxml.ErrNotZip):
		return nil, ErrNotWorkbook
	case errors.Is(err, ooxml.ErrEncrypted):
		return nil, ErrEncrypted
	case errors.Is(err, ooxml.ErrTooLarge):
		return nil, fmt.Errorf("%w: %v", ErrTooLarge, err)
	case err != nil:
		return nil, fmt.Errorf("%w: %v", ErrDamaged, err)
	}
	checked, err := examine(p)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if _, err := checked.WriteTo(&b); err != nil {
		return nil, err
	}
	limit := 4 * l.partSize() // the parts are known to be smaller: nothing goes to a file
	f, err := excelize.OpenReader(&b, excelize.Options{RawCellValue: true, UnzipSizeLimit: limit, UnzipXMLSizeLimit: limit})
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrDamaged, err)
	}
	return f, nil
}

// wanted are the kinds of parts that are read.
var wanted = []string{"relationships+xml", "worksheet+xml", "sharedStrings+xml", "styles+xml", "theme+xml"}

const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

// examine refuses what is no workbook of ours by its parts, and returns the parts that
// matter.
func examine(p *ooxml.Package) (*ooxml.Package, error) {
	data, ok := p.Part(ooxml.ContentTypesName)
	if !ok {
		return nil, ErrNotWorkbook
	}
	types, err := ooxml.ParseContentTypes(data)
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrDamaged, err)
	}
	out := ooxml.New()
	main := false
	for _, name := range p.Names() {
		t := types.Of(name)
		low := strings.ToLower(t)
		if strings.Contains(low, "macroenabled") || strings.Contains(low, "vbaproject") || strings.HasSuffix(strings.ToLower(name), "vbaproject.bin") {
			return nil, ErrMacro
		}
		switch {
		case t == workbookType:
			main = true
		case name == ooxml.ContentTypesName || slices.ContainsFunc(wanted, func(s string) bool { return strings.HasSuffix(t, s) }):
		default:
			continue
		}
		if strings.HasSuffix(t, "worksheet+xml") {
			data, _ := p.Part(name)
			if err := guard(data); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
		}
		out.Adopt(name, p, name)
	}
	if !main {
		return nil, ErrNotWorkbook
	}
	return out, nil
}

// guard measures a sheet.
func guard(data []byte) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	row, area, width, merged := 0, 0, 0, 0
	for {
		t, err := d.RawToken()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%w: %v", ErrDamaged, err)
		}
		e, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "row":
			row++
			width = 0
			if n, err := strconv.Atoi(attr(e, "r")); err == nil {
				row = max(row, n)
			}
		case "c":
			width++
			if col, _, err := excelize.SplitCellName(attr(e, "r")); err == nil {
				if n, err := excelize.ColumnNameToNumber(col); err == nil && n > width {
					area += n - width
					width = n
				}
			}
			area++
		case "mergeCell":
			merged++
		}
		if row > maxRows || area > maxArea || merged > maxMerged {
			return fmt.Errorf("%w: row %d, %d cells, %d merged", ErrTooLarge, row, area, merged)
		}
	}
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}
