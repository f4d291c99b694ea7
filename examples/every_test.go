//go:build !race

package examples_test

// every is how many of the spoilt cases and libraries are tried: all of them.
const every = 1
