package xlsx

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// cell reads one cell by the kind of its column. The second result is what is wrong
// with it; a cell that still holds what was written has nothing wrong.
func (rd *reader) cell(w *writtenTable, f *foundTable, c writtenColumn, id string, col, row int) (ReadCell, ProblemKind, error) {
	k := ReadCell{Ref: spot{col, row + 1}.ref(), Text: f.grid.at(col, row)}
	var number *float64
	if k.Text != "" {
		kind, err := rd.f.GetCellType(f.grid.name, k.Ref)
		if err != nil {
			return k, "", fmt.Errorf("%w: %v", ErrDamaged, err)
		}
		switch kind {
		case excelize.CellTypeError:
			return k, ErrorValue, nil
		case excelize.CellTypeBool:
			k.Text = map[bool]string{true: "TRUE", false: "FALSE"}[k.Text == "1" || k.Text == "TRUE"]
		case excelize.CellTypeUnset, excelize.CellTypeNumber, excelize.CellTypeDate:
			if n, err := strconv.ParseFloat(k.Text, 64); err == nil {
				number = &n
				k.Text = formatNumber(n)
				if date, ok := rd.date(n); ok && rd.isDate(f.grid.name, k.Ref) {
					k.Text = date
				}
			}
		}
	}
	k.Text = clean(k.Text)
	kind, value := byte('t'), comparable(k.Text)
	problem := ProblemKind("")
	switch c.kind {
	case "number":
		if number == nil {
			number = numberOf(k.Text)
		}
		if number != nil {
			k.Number, kind, value = number, 'n', formatNumber(*number)
			k.Text = value
		} else if value != "" {
			problem = NotNumber
		}
	case "date":
		if number != nil {
			if date, ok := rd.date(*number); ok {
				k.Date = date
			}
		} else {
			k.Date = dateOf(k.Text)
		}
		if k.Date != "" {
			k.Text, kind, value = k.Date, 'd', k.Date
		} else if value != "" {
			problem = NotDate
		}
	case "choice":
		v, ok := rd.lists[c.list][value]
		k.Value = v
		if !ok && value != "" && rd.lists[c.list] != nil {
			problem = NotChoice
		}
	}
	if c.usage != usedInput {
		return k, "", nil
	}
	k.was = w.fingerprint(id, c)
	k.Changed = k.was != fingerprint(kind, value) && (k.was != "" || value != "")
	if !k.Changed {
		problem = ""
	}
	return k, problem, nil
}

// date is the day of a number, as Excel counts.
func (rd *reader) date(n float64) (string, bool) {
	return dayOf(n + float64(rd.epoch))
}

// dayOf is the reverse of serial; the time of the day is left out.
func dayOf(n float64) (string, bool) {
	if !(n >= firstDay && n < lastDay+1) {
		return "", false
	}
	return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(n)).Format(time.DateOnly), true
}

// isDate tells whether a cell shows its number as a date.
func (rd *reader) isDate(sheet, ref string) bool {
	id, err := rd.f.GetCellStyle(sheet, ref)
	if err != nil {
		return false
	}
	if known, ok := rd.dates[id]; ok {
		return known
	}
	st, err := rd.f.GetStyle(id)
	is := err == nil && st != nil && (st.NumFmt >= 14 && st.NumFmt <= 22 || st.NumFmt >= 27 && st.NumFmt <= 36 || st.NumFmt >= 50 && st.NumFmt <= 58 ||
		st.CustomNumFmt != nil && showsDate(*st.CustomNumFmt))
	rd.dates[id] = is
	return is
}

// showsDate tells whether a number format has a day or a year in it: what stands in
// quotes, in brackets or after a backslash is text.
func showsDate(format string) bool {
	quoted, bracket := false, false
	for i := 0; i < len(format); i++ {
		switch c := format[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\\':
			i++
		case c == '[':
			bracket = true
		case c == ']':
			bracket = false
		case !bracket && strings.IndexByte("dDyY", c) >= 0:
			return true
		}
	}
	return false
}

// numberOf is the number that a text is, as people write it: with a comma or a full
// stop, and with spaces between thousands.
func numberOf(s string) *float64 {
	s = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "\u2212", "-").Replace(strings.TrimSpace(s))
	if strings.Count(s, ",") == 1 && !strings.Contains(s, ".") {
		s = strings.Replace(s, ",", ".", 1)
	}
	if s == "" || strings.Trim(s, "-.0123456789") != "" {
		return nil
	}
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsInf(n, 0) {
		return nil
	}
	return &n
}

// dateOf is the date that a text is, in one of the two forms that workbooks show.
func dateOf(s string) string {
	for _, layout := range []string{time.DateOnly, "2.1.2006", "02.01.2006"} {
		if t, err := time.Parse(layout, strings.TrimSpace(s)); err == nil && t.Year() > 1900 {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}
