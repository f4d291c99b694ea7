package formula

import (
	"slices"
	"strings"
)

// Kind is the kind of a value.
type Kind int

// The kinds of values.
const (
	TextKind Kind = iota
	NumberKind
	BoolKind
)

// Value is what a cell holds or a formula gives. The zero value is blank.
type Value struct {
	kind   Kind
	text   string
	number float64
	truth  bool
}

// Text is a text; the empty one is blank.
func Text(s string) Value { return Value{text: s} }

// Number is a number. What no cell can hold, an infinite one or none at all, is blank.
func Number(f float64) Value {
	if f-f != 0 {
		return Value{}
	}
	return Value{kind: NumberKind, number: f + 0} // no -0
}

// Bool is true or false.
func Bool(b bool) Value { return Value{kind: BoolKind, truth: b} }

// Kind says what the value is.
func (v Value) Kind() Kind { return v.kind }

// Blank reports whether the value is the empty text.
func (v Value) Blank() bool { return v.kind == TextKind && v.text == "" }

// Float is the number; false: the value is none.
func (v Value) Float() (float64, bool) { return v.number, v.kind == NumberKind }

// String is the value as a cell without a format shows it, with a decimal point.
func (v Value) String() string {
	switch v.kind {
	case NumberKind:
		return formatNumber(v.number)
	case BoolKind:
		return strings.ToUpper(map[bool]string{true: "true", false: "false"}[v.truth])
	}
	return v.text
}

// Equal reports whether two texts are equal in a spreadsheet, where the case of
// letters does not count.
func Equal(a, b string) bool { return strings.EqualFold(a, b) }

// Position is the place of a text in a list, from 1, as rank finds it; 0: none.
func Position(list []string, text string) int {
	return slices.IndexFunc(list, func(s string) bool { return Equal(s, text) }) + 1
}
