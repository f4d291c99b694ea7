package formula

import "fmt"

// Error is what is wrong with a formula, and where.
type Error struct {
	Pos     int    // byte of Source where it is, from 0
	Message string // in English, in lower case and without a full stop
}

// Error gives the place, from 1, and the message.
func (e *Error) Error() string { return fmt.Sprintf("%d: %s", e.Pos+1, e.Message) }

// notParsed: a formula that Parse has not made.
func notParsed() error { return &Error{Message: "the formula has not been parsed"} }
