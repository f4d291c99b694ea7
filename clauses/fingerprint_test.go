package clauses_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/doc"
)

// TestFingerprint: it depends on every file's name and text, and on nothing else.
func TestFingerprint(t *testing.T) {
	lib := fstest.MapFS{
		"text/dpa/x.yaml":          {Data: []byte("id: dpa.x\n")},
		"text/dpa/x.nb.md":         {Data: []byte("# T\n\nEn.\n")},
		"text/dpa/x@short.nb.md":   {Data: []byte("# T\n")},
		"text/dpa/xy.yaml":         {Data: []byte("id: dpa.xy\n")},
		"text/dpa/x/y.yaml":        {Data: []byte("id: dpa.x.y\n")},
		"text/dpa/x.png":           {Data: []byte("?")},
		"text/dpa/annex-a/x.nb.md": {Data: []byte("# T\n")},
	}
	files := clauses.ClauseFiles(lib, "dpa.x")
	if !slices.Equal(files, []string{"text/dpa/x.nb.md", "text/dpa/x.yaml", "text/dpa/x@short.nb.md"}) {
		t.Fatalf("files %v", files)
	}
	if got := clauses.ClauseFiles(lib, "dpa.z"); got != nil {
		t.Errorf("files of what is not there: %v", got)
	}
	print := func(lib fstest.MapFS) string {
		got, err := clauses.Fingerprint(lib, clauses.ClauseFiles(lib, "dpa.x"))
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	const want = "sha256:921dbc1728c6f39b33d6744c57bb5a6b1c64699dfc3ea5d9dd467218f0775feb"
	if got := print(lib); got != want {
		t.Errorf("got %s", got)
	}
	same := func(name, text string) {
		t.Helper()
		old := lib[name]
		lib[name] = &fstest.MapFile{Data: []byte(text)}
		if got := print(lib); got != want {
			t.Errorf("%s %q: other fingerprint", name, text)
		}
		lib[name] = old
	}
	same("text/dpa/x.nb.md", "\ufeff# T\r\n\r\nEn.\r\n")
	same("text/dpa/x.png", "other")
	same("text/dpa/xy.yaml", "other")
	for name, text := range map[string]string{
		"text/dpa/x.nb.md": "# T\n\nTo.\n", "text/dpa/x.yaml": "id: dpa.x\n\n", "text/dpa/x.nn.md": "# T\n",
		"text/dpa/x@short.nb.md": "# T", "text/dpa/x@long.nb.md": "",
	} {
		old, was := lib[name]
		lib[name] = &fstest.MapFile{Data: []byte(text)}
		if print(lib) == want {
			t.Errorf("%s %q: same fingerprint", name, text)
		}
		if lib[name] = old; !was {
			delete(lib, name)
		}
	}
}

// TestWithBase: base is written below version, or id, and all else is kept.
func TestWithBase(t *testing.T) {
	for text, want := range map[string]string{
		"# a\nid: x # b\nversion: \"1\" # c\nlaw: [a]\n": "# a\nid: x # b\nversion: \"1\" # c\nbase: {version: \"1\", fingerprint: \"f\"}\nlaw: [a]\n",
		"id: x":                      "id: x\nbase: {fingerprint: \"f\"}\n",
		"id: x\r\nedition: 2026\r\n": "id: x\nedition: 2026\nbase: {version: \"2026\", fingerprint: \"f\"}\n",
		"id: [":                      "id: [",
	} {
		if got := string(clauses.WithBase([]byte(text), "f")); got != want {
			t.Errorf("%q: got %q", text, got)
		}
	}
}

// TestBase: a house text that was written to replace what the library has is no
// finding; one that was written for another is a warning, at base.
func TestBase(t *testing.T) {
	lib := files("text/dpa/x.yaml", header, "text/dpa/x.nb.md", "# T\n\nEn.")
	fingerprint, err := clauses.Fingerprint(lib, clauses.ClauseFiles(lib, "dpa.x"))
	if err != nil {
		t.Fatal(err)
	}
	house := func(base string) fstest.MapFS {
		return fstest.MapFS{
			"text/dpa/x.yaml":  {Data: []byte(header + base)},
			"text/dpa/x.nb.md": {Data: []byte("# T\n\nVårt.\n")},
		}
	}
	o := clauses.Options{Languages: []doc.Language{doc.Bokmal}}
	o.Overlay = house("base: {version: \"1\", fingerprint: \"" + fingerprint + "\"}\n")
	l := load(t, lib, o)
	if p := l.CheckBases(); len(p) > 0 {
		t.Errorf("got %s", messages(p))
	}
	o.Overlay = house("base: {version: \"0\", fingerprint: \"sha256:0\"}\n")
	_, problems := clauses.Load(lib, o)
	if got := messages(problems); !strings.HasPrefix(got, "text/dpa/x.yaml:6:1: base-changed: what this text replaces, dpa.x, has changed") || !strings.Contains(got, "version 0 then, 1 now") {
		t.Errorf("got %s", got)
	}
	o.Overlay = house("")
	l = load(t, lib, o)
	if got := messages(l.CheckBases()); !strings.HasPrefix(got, "text/dpa/x.yaml:1:1: base-missing: ") {
		t.Errorf("got %s", got)
	}
}
