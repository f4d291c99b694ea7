package model

import "slices"

var phases = []string{"planning", "tender", "award", "contract", "operation", "exit"}

// Before reports whether phase a comes before phase b. An unknown phase comes
// before none.
func Before(a, b string) bool {
	i, j := slices.Index(phases, a), slices.Index(phases, b)
	return i >= 0 && i < j
}
