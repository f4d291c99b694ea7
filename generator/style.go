package generator

import (
	"bytes"
	"errors"
	"io/fs"

	"github.com/samsvar/samsvar/doc/docx"
	"github.com/samsvar/samsvar/generator/report"
)

// styleFiles are what a house library may call its Word file with styles and
// letterhead.
var styleFiles = []string{"style.docx", "style.dotx"}

// maxStyle is the largest style file that is read, in bytes.
const maxStyle = 64 << 20

// houseStyle reads the style file of a house library: nil where it has none. The
// error is *LibraryError.
func houseStyle(overlay fs.FS) (*docx.Reference, string, error) {
	if overlay == nil {
		return nil, "", nil
	}
	refuse := func(rule, name string, kv ...string) (*docx.Reference, string, error) {
		p := report.Problem{Rule: rule, Pos: report.Pos{File: name}, Args: report.Args(append([]string{"file", name}, kv...)...)}
		return nil, "", &LibraryError{[]report.Problem{p}}
	}
	var name string
	for _, n := range styleFiles {
		switch _, err := fs.Stat(overlay, n); {
		case errors.Is(err, fs.ErrNotExist):
		case name != "":
			return refuse("style-twice", n, "other", name)
		default:
			name = n
		}
	}
	if name == "" {
		return nil, "", nil
	}
	info, err := fs.Stat(overlay, name)
	switch {
	case err != nil:
		return refuse("library-read", name, "reason", err.Error())
	case info.Size() > maxStyle:
		return refuse(styleRule(docx.TooLarge), name)
	}
	data, err := fs.ReadFile(overlay, name)
	if err != nil {
		return refuse("library-read", name, "reason", err.Error())
	}
	ref, err := docx.ParseReference(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, "", &LibraryError{[]report.Problem{StyleProblem(name, err)}}
	}
	return ref, name, nil
}

// styleRule is the rule with the words for why a file cannot give styles.
func styleRule(r docx.StyleFileReason) string { return "style-" + string(r) }

// StyleProblem puts an error of docx.ParseReference for a file into words.
func StyleProblem(name string, err error) report.Problem {
	reason := docx.Damaged
	var bad *docx.StyleFileError
	if errors.As(err, &bad) {
		reason = bad.Reason
	}
	return report.Problem{Rule: styleRule(reason), Pos: report.Pos{File: name}, Args: map[string]string{"file": name}}
}
