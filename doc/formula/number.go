package formula

import (
	"math"
	"math/big"
	"strconv"
	"strings"
)

// digits is how many digits of a number a spreadsheet holds.
const digits = 15

// formatNumber is a number as a cell shows it: 15 digits, with an exponent from 1E+15
// up and below 1E-9.
func formatNumber(f float64) string {
	f = shown(f)
	if a := math.Abs(f); a == 0 || a < 1e15 && a >= 1e-9 {
		return strconv.FormatFloat(f, 'f', -1, 64)
	}
	return strconv.FormatFloat(f, 'E', -1, 64)
}

// shown is a number with the digits that a spreadsheet holds, so that what differs by
// the error of a calculation only is equal.
func shown(f float64) float64 {
	f, _ = strconv.ParseFloat(strconv.FormatFloat(f, 'g', digits, 64), 64)
	return f
}

// calculate is + - * and /; blank if an operand is no number or there is no result.
func calculate(operator string, left, right Value) Value {
	a, ok := left.Float()
	b, number := right.Float()
	if !ok || !number {
		return Value{}
	}
	switch operator {
	case "*":
		return Number(a * b)
	case "/":
		return Number(a / b) // by zero: infinite or no number, and so blank
	case "-":
		b = -b
	}
	if shown(a) == shown(-b) {
		return Number(0) // as spreadsheets do: 0.1+0.2-0.3 is 0
	}
	return Number(a + b)
}

// compare is a comparison of two values. By size, only numbers are compared: the order
// of texts depends on the language, and blanks are neither small nor large.
func compare(operator string, left, right Value) bool {
	a, ok := left.Float()
	b, number := right.Float()
	a, b = shown(a), shown(b)
	equal := ok && number && a == b || !ok && !number && Equal(left.text, right.text)
	switch operator {
	case "=":
		return equal
	case "<>":
		return !equal
	}
	if !ok || !number {
		return false
	}
	return a < b && operator[0] == '<' || a > b && operator[0] == '>' || a == b && strings.HasSuffix(operator, "=")
}

// round rounds half away from zero, as the number is shown: 1.005 to 1.01, although the
// number that is held is a little less.
func round(v Value, places int) Value {
	f, ok := v.Float()
	if !ok {
		return Value{}
	}
	s := strconv.FormatFloat(math.Abs(f), 'g', digits, 64)
	exact, _ := new(big.Rat).SetString(s)
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)
	exact.Mul(exact, new(big.Rat).SetInt(scale)).Add(exact, big.NewRat(1, 2))
	whole := new(big.Int).Quo(exact.Num(), exact.Denom())
	rounded, _ := exact.SetFrac(whole, scale).Float64()
	return Number(math.Copysign(rounded, f))
}
