package report

import "strings"

// fileURI writes a file's name as a URI (RFC 3986): relative as it is given, with
// what a URI cannot hold as %XX; an absolute path with the scheme file.
func fileURI(name string) string {
	name = strings.ReplaceAll(name, `\`, "/") // Windows
	prefix := ""
	switch {
	case strings.HasPrefix(name, "/"):
		prefix = "file://"
	case len(name) > 2 && name[1] == ':' && name[2] == '/': // C:/
		prefix = "file:///"
	case strings.Contains(strings.SplitN(name, "/", 2)[0], ":"):
		prefix = "./" // or what stands before the colon would be a scheme
	}
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	b.WriteString(prefix)
	for i := range len(name) {
		switch c := name[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', strings.IndexByte("-._~/:@!$&'()*+,;=", c) >= 0:
			b.WriteByte(c)
		default:
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		}
	}
	return b.String()
}

// printableLines is printable for text of several lines.
func printableLines(s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = printable(l)
	}
	return strings.Join(lines, "\n")
}
