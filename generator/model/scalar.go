package model

import (
	"strings"
	"unicode"
)

// writeFlow writes a tree on one line. With json, all texts are quoted.
func writeFlow(t *tree, json bool) string {
	switch t.tag {
	case "!!map":
		parts := make([]string, len(t.keys))
		for i, key := range t.keys {
			parts[i] = writeKey(key, json) + ": " + writeFlow(t.items[i], json)
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case "!!seq":
		parts := make([]string, len(t.items))
		for i, item := range t.items {
			parts[i] = writeFlow(item, json)
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case "!!str":
		return writeText(t.value, json)
	}
	return t.value
}

// writeBlock writes a tree over lines: the first as it stands, the others
// indented.
func writeBlock(t *tree, indent int, newline string) string {
	if t.isScalar() || len(t.items) == 0 {
		return writeFlow(t, false)
	}
	pad := newline + strings.Repeat(" ", indent)
	var b strings.Builder
	for i, item := range t.items {
		if i > 0 {
			b.WriteString(pad)
		}
		switch {
		case t.tag == "!!seq" && item.tag == "!!map":
			b.WriteString("- " + writeBlock(item, indent+2, newline))
		case t.tag == "!!seq":
			b.WriteString("- " + writeFlow(item, false))
		case item.isScalar() || len(item.items) == 0:
			b.WriteString(writeKey(t.keys[i], false) + ": " + writeFlow(item, false))
		default:
			b.WriteString(writeKey(t.keys[i], false) + ":" + pad + "  " + writeBlock(item, indent+2, newline))
		}
	}
	return b.String()
}

// writeText writes a text plain when no YAML reader, of 1.1 or 1.2, could take
// it for anything else; otherwise in double quotes (YAML 1.2.2, section 7.3.1).
func writeText(s string, quote bool) string {
	if !quote && plainSafe(s) {
		return s
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '\r':
			b.WriteString(`\r`)
		case r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || r == '\u2028' || r == '\u2029' || r == '\ufeff' || r == 0xfffe || r == 0xffff:
			const hex = "0123456789abcdef"
			b.WriteString(`\u`)
			for shift := 12; shift >= 0; shift -= 4 {
				b.WriteByte(hex[r>>shift&15])
			}
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// writeKey leaves "no" plain: it is a field of ours, and a key is a text anyway.
func writeKey(s string, quote bool) string {
	if !quote && strings.EqualFold(s, "no") {
		return s
	}
	return writeText(s, quote)
}

// plainSafe allows letters, digits and a few signs, with a letter first and no
// space at the end or twice.
func plainSafe(s string) bool {
	for i, r := range s {
		switch {
		case unicode.IsLetter(r):
		case i == 0:
			return false
		case r >= '0' && r <= '9' || strings.ContainsRune("-_./()§", r):
		case r == ' ' && i+1 < len(s) && s[i-1] != ' ':
		default:
			return false
		}
	}
	switch strings.ToLower(s) {
	case "", "null", "true", "false", "yes", "no", "on", "off", "y", "n":
		return false
	}
	return len(s) <= 200
}
