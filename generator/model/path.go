package model

import (
	"fmt"
	"strconv"
	"strings"
)

// Step is one step of a path: a key, or an index when Name is "".
type Step struct {
	Name  string
	Index int
}

func (s Step) isIndex() bool { return s.Name == "" }

// ParsePath reads a path such as subprocessors[1].address.country. A key with
// other characters than letters, digits, _, $ and - stands in brackets and
// quotes: agreement.choices["dpa.audit"].reason. The empty path is the whole
// case.
func ParsePath(path string) ([]Step, error) {
	var steps []Step
	rest := path
	for rest != "" {
		switch {
		case strings.HasPrefix(rest, `["`):
			quoted, err := strconv.QuotedPrefix(rest[1:])
			after, ok := strings.CutPrefix(rest[min(1+len(quoted), len(rest)):], "]")
			if err != nil || !ok {
				return nil, badPath(path)
			}
			name, err := strconv.Unquote(quoted)
			if err != nil || name == "" {
				return nil, badPath(path)
			}
			steps, rest = append(steps, Step{Name: name}), after
		case rest[0] == '[':
			digits, after, ok := strings.Cut(rest[1:], "]")
			n, err := strconv.Atoi(digits)
			if !ok || err != nil || n < 0 || strconv.Itoa(n) != digits {
				return nil, badPath(path)
			}
			steps, rest = append(steps, Step{Index: n}), after
		default:
			if len(steps) > 0 {
				var ok bool
				if rest, ok = strings.CutPrefix(rest, "."); !ok {
					return nil, badPath(path)
				}
			}
			n := plainPrefix(rest)
			if n == 0 {
				return nil, badPath(path)
			}
			steps, rest = append(steps, Step{Name: rest[:n]}), rest[n:]
		}
	}
	return steps, nil
}

func badPath(path string) error { return fmt.Errorf("%q is not a path", path) }

// plainPrefix counts the leading bytes that need no quotes in a path.
func plainPrefix(s string) int {
	for i := range len(s) {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '_', c == '$', c == '-':
		default:
			return i
		}
	}
	return len(s)
}

// FormatPath writes a path that ParsePath reads.
func FormatPath(steps []Step) string {
	path := ""
	for _, s := range steps {
		if s.isIndex() {
			path = joinIndex(path, s.Index)
		} else {
			path = joinKey(path, s.Name)
		}
	}
	return path
}

func joinKey(path, key string) string {
	switch {
	case key == "" || plainPrefix(key) < len(key):
		return path + "[" + strconv.Quote(key) + "]"
	case path == "":
		return key
	}
	return path + "." + key
}

func joinIndex(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }
