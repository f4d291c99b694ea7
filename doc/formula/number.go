package formula

import (
	"math"
	"strconv"
	"strings"
)

// digits is how many digits of a number a spreadsheet holds.
const digits = 15

// formatNumber is a number as a cell shows it: 15 digits, with an exponent from 1E+15
// up and for what begins with more than nine zeros.
func formatNumber(f float64) string {
	s := strconv.FormatFloat(f, 'g', digits, 64)
	rounded, _ := strconv.ParseFloat(s, 64)
	if a := math.Abs(rounded); a == 0 || a < 1e15 && a >= 1e-9 {
		return strconv.FormatFloat(rounded, 'f', -1, 64)
	}
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(rounded, 'E', -1, 64), "E")
	return mantissa + "E" + exponent
}
