package doctest

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode"
)

// Tokens reads well-formed XML and returns its tags and texts in order, so that
// tests can compare structure: "<p>", "text", "</p>". White space counts as one
// space, and tags named in ignore do not break a text. A line break is a space.
func Tokens(r io.Reader, ignore ...string) ([]string, error) {
	dec := xml.NewDecoder(r)
	var out []string
	var text strings.Builder
	flush := func() {
		if s := OneLine(text.String()); s != "" {
			out = append(out, s)
		}
		text.Reset()
	}
	for {
		t, err := dec.Token()
		if errors.Is(err, io.EOF) {
			flush()
			return out, nil
		}
		if err != nil {
			return out, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if t.Name.Local == "br" {
				text.WriteByte(' ')
			} else if !slices.Contains(ignore, t.Name.Local) {
				flush()
				out = append(out, "<"+t.Name.Local+">")
			}
		case xml.EndElement:
			if t.Name.Local != "br" && !slices.Contains(ignore, t.Name.Local) {
				flush()
				out = append(out, "</"+t.Name.Local+">")
			}
		case xml.CharData:
			text.Write(t)
		}
	}
}

// OneLine is a text as Tokens has it: without control characters, and with one
// space for all white space.
func OneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t':
			return ' '
		case unicode.IsControl(r) || r == 0xfffe || r == 0xffff:
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}
