package xlsx

import (
	"fmt"
	"math"

	"github.com/xuri/excelize/v2"
)

// legibleWidth is how wide a sheet may be, in digits, for its text to be legible on one
// landscape page of A4 (some 60 %).
const legibleWidth = 225.0

// pagesWide is on how many pages beside each other a sheet is printed: one, unless its
// register would become too small to read. The columns that stay in sight are repeated
// on each.
func (s *sheet) pagesWide() int {
	if s.main == nil {
		return 1
	}
	all, kept := total(s.widths), s.kept()
	if all <= legibleWidth || kept > legibleWidth/2 {
		return 1
	}
	return int(math.Ceil((all - kept) / (legibleWidth - kept)))
}

// kept is the width of the columns that stay in sight.
func (s *sheet) kept() float64 {
	sum := 0.0
	for i := 0; i < s.section.Sheet.Freeze && i < len(s.main.cols); i++ {
		sum += s.width(s.main.cols[i])
	}
	return sum
}

// printTitles is what is repeated on each page: the titles of the main register, and on
// pages beside each other the columns that stay in sight; empty for nothing.
func (s *sheet) printTitles() string {
	if s.main == nil {
		return ""
	}
	name, at := quoteSheet(s.name), ""
	if n := min(s.section.Sheet.Freeze, len(s.main.cols)); n > 0 && s.pagesWide() > 1 {
		if last, err := excelize.ColumnNumberToName(s.main.cols[n-1].to + 1); err == nil {
			at = fmt.Sprintf("%s!$A:$%s", name, last)
		}
	}
	if s.repeats() {
		if at != "" {
			at += ","
		}
		at += fmt.Sprintf("%s!$%d:$%d", name, s.main.headRow, s.main.headRow)
	}
	return at
}
