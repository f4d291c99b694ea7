package xlsx

import (
	"regexp"
	"strings"

	"github.com/xuri/excelize/v2"
)

// younger are functions that Excel 2010 did not have. In a file they have the prefix
// _xlfn; written without it they are names that are not there.
var younger = " TEXTJOIN CONCAT IFS SWITCH MAXIFS MINIFS XLOOKUP XMATCH FILTER SORT SORTBY UNIQUE SEQUENCE RANDARRAY LET LAMBDA IFNA XOR DAYS ISOWEEKNUM NUMBERVALUE UNICODE UNICHAR FORMULATEXT ISFORMULA SHEET SHEETS TEXTSPLIT TEXTBEFORE TEXTAFTER VSTACK HSTACK TOROW TOCOL TAKE DROP CHOOSECOLS CHOOSEROWS EXPAND WRAPROWS WRAPCOLS MAP REDUCE SCAN BYROW BYCOL MAKEARRAY "

var (
	callPattern  = regexp.MustCompile(`([A-Za-z_][A-Za-z0-9_.]*)\(`)
	sheetPattern = regexp.MustCompile(`(?:'((?:[^']|'')+)'|([A-Za-z_æøåÆØÅ][\wæøåÆØÅ.]*))!`)
	namePattern  = regexp.MustCompile(`^[\pL_\\][\pL\pN_.\\?]*$`)
)

// maxFormula is how long a formula may be (ISO/IEC 29500-1 has no limit; Excel does).
const maxFormula = 8192

// formula checks a formula: its functions, the sheets that it names, and its length.
func (l *linter) formula(part, where, f string) {
	bare := withoutTexts(f)
	if utf16Len(f) > maxFormula {
		l.add(part, "formula", "%s: a formula of %d characters", where, utf16Len(f))
	}
	if strings.HasPrefix(f, "=") {
		l.add(part, "formula", "%s: a formula begins with =", where)
	}
	if strings.Contains(bare, "#REF!") {
		l.add(part, "formula", "%s: a formula points to what was deleted: %s", where, cut(f, 60))
	}
	for _, m := range callPattern.FindAllStringSubmatch(bare, -1) {
		if name := strings.ToUpper(m[1]); strings.HasPrefix(name, "_XL") || strings.Contains(younger, " "+name+" ") {
			l.add(part, "function", "%s: Excel 2010 has no %s", where, m[1])
		}
	}
	for _, m := range sheetPattern.FindAllStringSubmatch(bare, -1) {
		name := strings.ReplaceAll(m[1], "''", "'") + m[2]
		if l.sheets[strings.ToLower(name)] == "" {
			l.add(part, "formula", "%s: there is no sheet %q", where, name)
		}
	}
}

// withoutTexts is a formula without its constants of text.
func withoutTexts(f string) string {
	var b strings.Builder
	for i, s := range strings.Split(f, `"`) {
		if i%2 == 0 {
			b.WriteString(s)
		} else {
			b.WriteString(`""`)
		}
	}
	return b.String()
}

// soundName tells whether Excel takes a defined name: none that is a cell.
func soundName(name string) bool {
	if strings.HasPrefix(name, "_xlnm.") {
		return true
	}
	if utf16Len(name) > 255 || !namePattern.MatchString(name) {
		return false
	}
	if col, row, err := excelize.CellNameToCoordinates(name); err == nil && col > 0 && row > 0 {
		return false
	}
	return !strings.EqualFold(name, "r") && !strings.EqualFold(name, "c")
}

// rangeOf reads a range such as B2:C4 or $B$2; ok is false for anything else.
func rangeOf(ref string) (a area, ok bool) {
	from, to, two := strings.Cut(strings.ReplaceAll(ref, "$", ""), ":")
	if !two {
		to = from
	}
	col1, row1, err1 := excelize.CellNameToCoordinates(from)
	col2, row2, err2 := excelize.CellNameToCoordinates(to)
	if err1 != nil || err2 != nil || col2 < col1 || row2 < row1 {
		return area{}, false
	}
	return area{spot{col1 - 1, row1}, spot{col2 - 1, row2}}, true
}

// meets tells whether two ranges have a cell in common.
func (a area) meets(o area) bool {
	return a.from.col <= o.to.col && o.from.col <= a.to.col && a.from.row <= o.to.row && o.from.row <= a.to.row
}
