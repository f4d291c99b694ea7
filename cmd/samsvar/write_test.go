package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// What was there comes back when the second of two files cannot get its name.
func TestWriteUndo(t *testing.T) {
	dir := t.TempDir()
	path := func(name string) string { return filepath.Join(dir, name) }
	if err := os.WriteFile(path("a"), []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	var w fileWriter
	for _, name := range []string{"a", "sub/deep/b", "c"} {
		if err := w.stage(target{path(name), []byte("new")}); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(path("c"), 0o777); err != nil {
		t.Fatal(err)
	}
	for i, want := range []bool{true, true, false} {
		if err := w.name(&w.staged[i]); (err == nil) != want {
			t.Fatalf("file %d: %v", i, err)
		}
	}
	w.undo()
	if err := os.Remove(path("c")); err != nil {
		t.Fatal(err)
	}
	if got := contents(t, dir); !slices.Equal(got, []string{"a"}) {
		t.Errorf("left behind: %v", got)
	}
	old, err := os.ReadFile(path("a"))
	if err != nil || string(old) != "old" {
		t.Errorf("a is %q, %v", old, err)
	}
}

func TestWriteFiles(t *testing.T) {
	dir := t.TempDir()
	path := func(name string) string { return filepath.Join(dir, name) }
	if err := os.WriteFile(path("a"), []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := writeFiles([]target{{path("a"), []byte("new")}, {path("sub/b"), []byte("b")}}); err != nil {
		t.Fatal(err)
	}
	if got := contents(t, dir); !slices.Equal(got, []string{"a", "sub"}) {
		t.Errorf("in the folder: %v", got)
	}
	info, err := os.Stat(path("a"))
	if err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("a has mode %v, %v", info.Mode(), err)
	}
	if text, err := os.ReadFile(path("a")); err != nil || string(text) != "new" {
		t.Errorf("a is %q, %v", text, err)
	}
}

func contents(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}
