package generator_test

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/doc/docx"
	"github.com/samsvar/samsvar/generator"
)

const chosenShort = "  choices: {mini.audit: {alternative: short, reason: Liten tid}}\n  venue:"

// TestNotes: the notes stand in an edition of their own, in every format; without
// them a document has no trace of them, nor of the reason of a choice.
func TestNotes(t *testing.T) {
	g := miniWith(t, generator.Options{})
	c := load(t, g, "  venue:", chosenShort)
	r := generator.Request{Case: c, Formats: generator.Formats(), Notes: true}
	out, _, err := g.Generate(r)
	if err != nil || len(out) != 3 {
		t.Fatal(err)
	}
	again, _, _ := g.Generate(r)
	r.Notes = false
	plain, _, err := g.Generate(r)
	if err != nil {
		t.Fatal(err)
	}
	for i, o := range out {
		if !o.Internal || o.Name != "mini.notes."+o.Format || !bytes.Equal(o.Data, again[i].Data) {
			t.Errorf("%s: internal %v", o.Name, o.Internal)
		}
		if plain[i].Internal || plain[i].Name != "mini."+o.Format {
			t.Errorf("%s: internal %v", plain[i].Name, plain[i].Internal)
		}
		text := string(o.Data)
		bare := string(plain[i].Data)
		if o.Format == "docx" {
			for _, f := range docx.Lint(o.Data) {
				t.Error(f)
			}
			text, bare = part(t, o.Data, "word/comments.xml")+part(t, o.Data, "word/header1.xml"), allParts(t, plain[i].Data)
			for _, want := range []string{`w:author="samsvar"`, `w:date="2026-11-22T00:00:00Z"`, `w:initials="sv"`} {
				if !strings.Contains(text, want) {
					t.Errorf("no %s", want)
				}
			}
		}
		for _, want := range []string{"Merk", "To", "Internt – med merknader", "Valgt tekst: Kort (siste utvei; til fordel for begge parter). Enkelt", "Grunn i saken: Liten tid",
			"Annen mulig tekst: Lang (foretrukket; til fordel for dataansvarlig). Best"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: no %q in\n%s", o.Format, want, text)
			}
			if want != "To" && strings.Contains(bare, want) {
				t.Errorf("%s without notes has %q", o.Format, want)
			}
		}
		for _, secret := range []string{"Liten tid", "Enkelt", "comments", "siste utvei"} {
			if strings.Contains(bare, secret) {
				t.Errorf("%s without notes has %q", o.Format, secret)
			}
		}
	}
}

// part is the text of one part of a Word file.
func part(t *testing.T, file []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// allParts is the text of a whole Word file, with the names of its parts; the
// styles, which name all that a document could have, are left out.
func allParts(t *testing.T, file []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, f := range z.File {
		if f.Name != "word/styles.xml" {
			b.WriteString(f.Name + "\n" + part(t, file, f.Name) + "\n")
		}
	}
	return b.String()
}

// TestNotesRefused: notes are for drafts that stay in the house.
func TestNotesRefused(t *testing.T) {
	g := miniWith(t, generator.Options{})
	c := load(t, g)
	_, rep, err := g.Generate(generator.Request{Case: c, Notes: true, Final: true})
	refused(t, err, generator.NotesInFinal, "")
	if rep == nil {
		t.Error("no report")
	}
	_, _, err = g.Generate(generator.Request{Case: c, Notes: true, Stage: generator.Tender})
	refused(t, err, generator.NotesInFinal, "")
	for _, audience := range generator.Audiences() {
		_, _, err := g.Generate(generator.Request{Case: c, Notes: true, Audience: audience})
		if audience == "internal" {
			if err != nil {
				t.Error(err)
			}
			continue
		}
		refused(t, err, generator.NotesOutside, audience)
	}
}
