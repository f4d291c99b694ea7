package generator

import (
	"regexp"
	"strings"
)

// fileName is <document>[.<party>][.<language>].<extension>; a part that is empty
// is left out.
func fileName(document, party, language, extension string) string {
	name := document
	for _, part := range []string{party, language, extension} {
		if part != "" {
			name += "." + part
		}
	}
	return name
}

// standardPart stands in the name of a file with a standard's own text, in the
// place of a party.
const standardPart = "standard"

var safePart = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9._-]{0,39}$`)

// isSafePart reports whether an id can stand in the name of a file: it holds
// nothing that leads to another folder. It is never the first part, so that the
// names that Windows keeps for itself (con, nul) are no danger.
func isSafePart(id string) bool { return safePart.MatchString(id) }

// samePart reports whether two ids give the same name where capital and small
// letters are the same.
func samePart(a, b string) bool { return strings.EqualFold(a, b) }
