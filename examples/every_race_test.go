//go:build race

package examples_test

// every is how many of the spoilt cases and libraries are tried: under the race
// detector, which is ten times as slow and looks for something else, one of ten.
const every = 10
