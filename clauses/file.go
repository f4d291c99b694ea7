package clauses

import (
	"bytes"
	"io/fs"
	"unicode/utf8"

	"github.com/samsvar/samsvar/generator/report"
)

// maxFile is the largest file of a library that is read.
const maxFile = 1 << 20

// TooLargeError is the error for a file of more than 1 MiB.
type TooLargeError struct{}

func (TooLargeError) Error() string { return "larger than 1 MiB" }

// ReadFile reads a file of a library, of at most 1 MiB.
func ReadFile(fsys fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, err
	}
	if info.Size() > maxFile {
		return nil, TooLargeError{}
	}
	return fs.ReadFile(fsys, name)
}

// ReadProblem puts an error of ReadFile into words.
func ReadProblem(file string, err error) report.Problem {
	if _, large := err.(TooLargeError); large {
		return problem("library-large", file)
	}
	return problem("library-read", file, "reason", err.Error())
}

// CheckText finds what keeps a file from being read as text at all: it is empty,
// or not UTF-8.
func CheckText(file string, text []byte) *report.Problem {
	if len(bytes.TrimSpace(bytes.TrimPrefix(text, byteOrderMark))) == 0 {
		p := problemAt("library-empty", report.Pos{File: file, Line: 1, Column: 1})
		return &p
	}
	return encodingProblem("library-encoding", file, text)
}

// encodingProblem tells where a file ceases to be UTF-8, such as one that was
// saved as Windows-1252; nil where it does not.
func encodingProblem(rule, file string, text []byte) *report.Problem {
	for line, rest := 1, bytes.TrimPrefix(text, byteOrderMark); len(rest) > 0; line++ {
		one, after, _ := bytes.Cut(rest, []byte("\n"))
		if column := badColumn(one); column > 0 {
			p := problemAt(rule, report.Pos{File: file, Line: line, Column: column})
			return &p
		}
		rest = after
	}
	return nil
}

// badColumn is the column of the first byte that is not UTF-8, zero without one.
func badColumn(line []byte) int {
	for column := 1; len(line) > 0; column++ {
		r, n := utf8.DecodeRune(line)
		if r == utf8.RuneError && n <= 1 {
			return column
		}
		line = line[n:]
	}
	return 0
}

var byteOrderMark = []byte("\ufeff")

// normalise takes away what editors on Windows add to a file.
func normalise(source []byte) []byte {
	return bytes.ReplaceAll(bytes.TrimPrefix(source, byteOrderMark), []byte("\r\n"), []byte("\n"))
}
