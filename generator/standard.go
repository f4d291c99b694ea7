package generator

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/samsvar/samsvar/templates"
)

// StandardFile is a file with the text of a standard. It is passed on byte for
// byte and never read as anything.
type StandardFile struct {
	// Name of the file; messages have it, and its extension says the type.
	Name string
	Data []byte
}

// MaxStandardBytes is the largest file with the text of a standard: 20 MiB.
const MaxStandardBytes = 20 << 20

// StandardTypes lists the extensions that such a file can have. Files that can
// hold macros are not among them.
func StandardTypes() []string { return []string{"docx", "html", "md", "odt", "pdf", "rtf", "txt"} }

// extension is the type of the file, empty when it is none of StandardTypes.
func (f *StandardFile) extension() string {
	// A name can come from Windows, where path does not see the folders.
	ext := strings.ToLower(strings.TrimPrefix(path.Ext(f.Name), "."))
	if slices.Contains(StandardTypes(), ext) {
		return ext
	}
	return ""
}

func (f *StandardFile) sha256() string {
	sum := sha256.Sum256(f.Data)
	return hex.EncodeToString(sum[:])
}

// standardFiles reads the folder standards of a house library.
func standardFiles(fsys fs.FS) ([]StandardFile, []report.Problem) {
	if fsys == nil {
		return nil, nil
	}
	entries, err := fs.ReadDir(fsys, ".")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	fail := func(name string, err error) []report.Problem {
		return []report.Problem{{Rule: "library-read", Pos: report.Pos{File: name}, Args: map[string]string{"reason": err.Error()}}}
	}
	if err != nil {
		return nil, fail("", err)
	}
	var out []StandardFile
	for _, e := range entries {
		if e.IsDir() || strings.HasPrefix(e.Name(), ".") {
			continue
		}
		data, err := readStandard(fsys, e.Name())
		if err != nil {
			return nil, fail(e.Name(), err)
		}
		out = append(out, StandardFile{"standards/" + e.Name(), data})
	}
	return out, nil
}

// readStandard reads one byte more than allowed, so that what uses it sees that
// there is more.
func readStandard(fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	return io.ReadAll(io.LimitReader(f, MaxStandardBytes+1))
}

// body is the text that a document has from somebody else.
type body struct {
	file     *StandardFile
	problems []report.Problem // without any, the file is the right one
}

// bodyOf finds the file that is the body of a document, nil when the document is
// ours. The given file goes before those of the house library.
func (g *Generator) bodyOf(c *model.Case, t *templates.Template, given *StandardFile) *body {
	if t.Body == nil {
		return nil
	}
	view := c.View()
	context := &expr.Context{Root: view, Dot: view, Language: doc.Bokmal}
	if yes, err := t.Body.When.True(context); err != nil || !yes {
		return nil
	}
	fact := func(e *expr.Expr) string {
		v, err := e.Eval(context)
		s, _ := v.(string)
		if err != nil {
			return ""
		}
		return s
	}
	b := &body{file: given}
	add := func(rule, path string, pairs ...string) {
		b.problems = append(b.problems, c.Problem(rule, path, pairs...))
	}
	id := fact(t.Body.ID)
	if b.file == nil {
		found := g.standardsCalled(id)
		switch len(found) {
		case 0:
			add("standard-file-missing", t.Body.IDPath, "id", id)
			return b
		case 1:
			b.file = &found[0]
		default:
			var names []string
			for _, f := range found {
				names = append(names, f.Name)
			}
			add("standard-file-several", t.Body.IDPath, "id", id, "files", strings.Join(names, ", "))
			return b
		}
	}
	name := cmp.Or(b.file.Name, standardPart)
	switch want, sha := fact(t.Body.SHA256), b.file.sha256(); {
	case b.file.extension() == "":
		add("standard-file-type", t.Body.IDPath, "file", name, "allowed", strings.Join(StandardTypes(), ", "))
	case len(b.file.Data) == 0 || len(b.file.Data) > MaxStandardBytes:
		add("standard-file-size", t.Body.IDPath, "file", name, "max", fmt.Sprintf("%d MiB", MaxStandardBytes>>20))
	case want == "":
		add("standard-hash-missing", t.Body.SHA256Path, "file", name, "sha", sha, "path", t.Body.SHA256Path)
	case want != sha:
		add("standard-file-altered", t.Body.SHA256Path, "file", name, "sha", sha, "want", want)
	}
	return b
}

// standardsCalled finds files of the house library by the name before the
// extension.
func (g *Generator) standardsCalled(id string) (out []StandardFile) {
	for _, f := range g.standards {
		base := path.Base(f.Name)
		if id != "" && strings.TrimSuffix(base, path.Ext(base)) == id {
			out = append(out, f)
		}
	}
	return out
}

// output is the standard's own file, byte for byte.
func (b *body) output(document string) Output {
	ext := b.file.extension()
	return Output{Document: document, Format: ext, Standard: true, Name: fileName(document, standardPart, "", ext), Data: b.file.Data}
}
