package docx

import (
	"errors"

	"github.com/samsvar/samsvar/doc/internal/ooxml"
)

// StyleFileReason is why a file cannot serve as a reference.
type StyleFileReason string

// The reasons of a [StyleFileError].
const (
	NotZip    StyleFileReason = "not-zip"   // no zip file at all
	Encrypted StyleFileReason = "encrypted" // protected by a password, or a .doc
	TooLarge  StyleFileReason = "too-large" // unpacks to more than a style file can need
	Damaged   StyleFileReason = "damaged"   // a bad part name, two parts with one name, XML that cannot be read
	NotWord   StyleFileReason = "not-word"  // a zip file without a Word document in it
	NoStyles  StyleFileReason = "no-styles" // no part with styles
	Macros    StyleFileReason = "macros"    // .docm or .dotm
	Strict    StyleFileReason = "strict"    // saved as "Strict Open XML", which has other namespaces
)

// StyleFileError tells that a file cannot serve as a reference, and why.
type StyleFileError struct {
	Reason StyleFileReason
	Err    error // what was found
}

func (e *StyleFileError) Error() string { return "style file: " + e.Err.Error() }

// Unwrap gives what was found.
func (e *StyleFileError) Unwrap() error { return e.Err }

func refuse(reason StyleFileReason, err error) error { return &StyleFileError{reason, err} }

// readReason sorts the errors of ooxml.Read.
func readReason(err error) StyleFileReason {
	switch {
	case errors.Is(err, ooxml.ErrNotZip):
		return NotZip
	case errors.Is(err, ooxml.ErrEncrypted):
		return Encrypted
	case errors.Is(err, ooxml.ErrTooLarge):
		return TooLarge
	}
	return Damaged
}
