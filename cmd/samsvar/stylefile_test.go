package main

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/docx"
)

// makeDocx makes the style files that people, and those who mean harm, hand in.
func makeDocx(ts *testscript.TestScript, _ bool, args []string) {
	var good bytes.Buffer
	ts.Check(docx.Write(&good, &doc.Document{ID: "x", Language: doc.Bokmal, Title: "x"}, docx.Options{}))
	var data []byte
	switch args[1] {
	case "good":
		data = good.Bytes()
	case "cut":
		data = good.Bytes()[:good.Len()/2]
	case "encrypted": // the signature of a compound file
		data = append([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), make([]byte, 4096)...)
	case "nostyles":
		data = rezip(ts, good.Bytes(), func(name string, r io.Reader) io.Reader {
			if strings.HasPrefix(name, "word/styles") {
				return nil
			}
			return r
		})
	case "damaged":
		data = rezip(ts, good.Bytes(), func(name string, r io.Reader) io.Reader {
			if strings.HasPrefix(name, "word/styles") {
				return strings.NewReader("<w:styles><w:style></w:styles>")
			}
			return r
		})
	case "bomb":
		data = rezip(ts, good.Bytes(), func(name string, r io.Reader) io.Reader {
			if strings.HasPrefix(name, "word/styles") {
				return io.LimitReader(blanks{}, 64<<20)
			}
			return r
		})
	case "zip":
		data = rezip(ts, good.Bytes(), func(string, io.Reader) io.Reader { return nil })
	default:
		ts.Fatalf("no kind %s", args[1])
	}
	ts.Check(os.MkdirAll(filepath.Dir(ts.MkAbs(args[0])), 0o777))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o666))
}

// rezip changes the parts of a zip file; nil leaves one out.
func rezip(ts *testscript.TestScript, data []byte, change func(string, io.Reader) io.Reader) []byte {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	ts.Check(err)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range r.File {
		part, err := f.Open()
		ts.Check(err)
		content := change(f.Name, part)
		if content == nil {
			continue
		}
		to, err := w.Create(f.Name)
		ts.Check(err)
		_, err = io.Copy(to, content)
		ts.Check(err)
	}
	ts.Check(w.Close())
	return out.Bytes()
}

// blanks never ends.
type blanks struct{}

func (blanks) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = ' '
	}
	return len(b), nil
}
