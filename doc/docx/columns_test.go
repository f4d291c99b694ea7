package docx

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/doctest"
	"github.com/samsvar/samsvar/doc/internal/ooxml"
)

// looks are the references that a document in two languages is written with: ours,
// a customer's, and files of ours that come back.
func looks(t *testing.T) map[string]*Reference {
	t.Helper()
	customer := parse(t, pack(t, customerParts()))
	return map[string]*Reference{
		"own": nil, "customer": customer,
		"own document":       parse(t, write(t, sample(doc.Bokmal), nil)),
		"own columns":        parse(t, write(t, doctest.Bilingual(), nil)),
		"customer's columns": parse(t, write(t, doctest.Bilingual(), customer)),
	}
}

// TestColumns: with every look the file is sound, all text of both languages is in
// it, and both columns count as doc.Number did.
func TestColumns(t *testing.T) {
	for name, ref := range looks(t) {
		t.Run(name, func(t *testing.T) {
			d := doctest.Bilingual()
			file := write(t, d, ref)
			for _, f := range Lint(file) {
				t.Error(f)
			}
			parts := unpack(t, file)
			all := ""
			for part, xml := range parts {
				if strings.HasPrefix(part, "word/") && strings.HasSuffix(part, ".xml") && xml != "" {
					all += plain(t, xml) + "\n"
				}
			}
			for _, s := range doctest.Texts(d) {
				inHeader := strings.Contains(s, "offentlighet") || strings.Contains(s, "public") || s == "Side " || s == "Page " || s == " av " || s == " of " || strings.HasPrefix(s, "Data")
				if short := strings.TrimSuffix(strings.TrimSpace(s), ":"); !strings.Contains(all, short) && !(inHeader && ref != nil) {
					t.Errorf("%q is not in the file", short)
				}
			}
			got := countLikeWord(t, parts)
			checked := 0
			check := func(mark, short, full string) {
				if n := got[mark]; n != [2]string{short, full} {
					t.Errorf("%s is %q in word, %q for us", mark, n, []string{short, full})
				}
				checked++
			}
			for l, bs := range map[string][]doc.Block{"": d.Blocks, "en\n": d.Beside.Blocks} {
				_ = doc.Walk(bs, func(x doc.Block) error {
					switch x := x.(type) {
					case *doc.Section:
						check(bookmarkName(l+x.ID), x.Number, x.Number)
					case *doc.Paragraph:
						if x.ID != "" {
							check(bookmarkName(l+x.ID), x.Number, x.Full)
						}
					}
					return nil
				})
			}
			if checked < 40 {
				t.Errorf("only %d blocks", checked)
			}
		})
	}
}

// TestColumnsRows: headings and what leads in keep with the next row, the last row
// with the signatures, and text in the second language says so.
func TestColumnsRows(t *testing.T) {
	root := tree(t, unpack(t, write(t, doctest.Bilingual(), nil)), "word/document.xml")
	has := func(p *ooxml.Node, name string) bool { return p.Path("w:pPr", name) != nil }
	keeps := map[string]bool{}
	languages := map[string]map[string]bool{}
	ooxml.EachNamed(root, "w:p", func(p *ooxml.Node) {
		var b strings.Builder
		ooxml.EachNamed(p, "w:r", func(r *ooxml.Node) {
			ooxml.EachNamed(r, "w:t", func(x *ooxml.Node) {
				b.WriteString(x.Text)
				if languages[x.Text] == nil {
					languages[x.Text] = map[string]bool{}
				}
				languages[x.Text][r.Path("w:rPr", "w:lang").Attr("w:val")] = true
			})
		})
		keeps[b.String()] = has(p, "w:keepNext")
	})
	for text, want := range map[string]bool{
		"The parties": true, "Partene": true, "This document is a draft.": true, "See the guide.": false,
		"Each party keeps a copy.": true, "Hver part får ett eksemplar.": true, "The service in brief:": true, "the consequences.": false,
	} {
		if got, ok := keeps[text]; !ok || got != want {
			t.Errorf("%q keeps with the next: %t, found %t", text, got, ok)
		}
	}
	for text, want := range map[string]string{
		"The parties": "en-GB", "Partene": "nb-NO", "[time limit]": "en-GB", "[frist]": "nb-NO", "Time limit": "en-GB", "Controller": "en-GB",
		"Org. no.": "en-GB", "912 345 678": "nb-NO", "Authorised": "en-GB", "Pasientportalen": "nb-NO", "To be signed electronically": "en-GB",
	} {
		if got := fmt.Sprint(languages[text]); got != "map["+want+":true]" {
			t.Errorf("%q is in %s, want %s", text, got, want)
		}
	}
	rows, whole := 0, 0
	ooxml.EachNamed(root, "w:tbl", func(tbl *ooxml.Node) {
		if tbl.Path("w:tblPr", "w:tblStyle").Attr("w:val") != "svsamsvarColumns" {
			return
		}
		ooxml.EachNamed(tbl, "w:tr", func(r *ooxml.Node) {
			rows++
			if r.Path("w:trPr", "w:cantSplit") != nil {
				whole++
			}
		})
	})
	if rows != 27 || whole != rows {
		t.Errorf("%d rows, %d of them whole", rows, whole)
	}
}

// TestColumnsLongRow: only a long paragraph runs over two pages.
func TestColumnsLongRow(t *testing.T) {
	d := doctest.Bilingual()
	long := strings.Repeat("lang tekst ", 50)
	for _, d := range []*doc.Document{d, d.Beside} {
		d.Blocks = append(d.Blocks, &doc.Paragraph{Inlines: doc.T(long)})
	}
	if xml := unpack(t, write(t, d, nil))["word/document.xml"]; strings.Count(xml, "<w:tr><w:tc>") != 1 {
		t.Errorf("%d rows may split", strings.Count(xml, "<w:tr><w:tc>"))
	}
}

// TestColumnsContents: the table of contents lists the left headings, and only
// documents in two languages have the styles and lists of columns.
func TestColumnsContents(t *testing.T) {
	parts := unpack(t, write(t, doctest.Bilingual(), nil))
	toc := tree(t, parts, "word/document.xml")
	var entries []string
	ooxml.EachNamed(toc, "w:hyperlink", func(h *ooxml.Node) {
		if h.Attr("w:anchor") == "" {
			return
		}
		var b strings.Builder
		ooxml.EachNamed(h, "w:t", func(x *ooxml.Node) { b.WriteString(x.Text) })
		entries = append(entries, b.String())
	})
	if len(entries) != 9 || entries[1] != "1.Partene" {
		t.Errorf("contents are %q", entries)
	}
	one := unpack(t, write(t, sample(doc.Bokmal), nil))
	for _, part := range []string{"word/styles.xml", "word/document.xml"} {
		if strings.Contains(one[part], "amsvarLeft") || !strings.Contains(parts[part], "amsvarLeft1") {
			t.Errorf("%s: styles of columns are where they should not be, or not where they should", part)
		}
	}
	if n := strings.Count(one["word/numbering.xml"], "<w:num "); n != 2 {
		t.Errorf("%d lists in a document in one language", n)
	}
	if n := strings.Count(parts["word/numbering.xml"], "<w:num "); n != 6 {
		t.Errorf("%d lists in a document in two", n)
	}
	for _, x := range []string{`w:val="Bilag %1"`, `w:val="Annex %1"`} {
		if !strings.Contains(parts["word/numbering.xml"], x) {
			t.Errorf("no annexes %s", x)
		}
	}
}

func TestColumnsRefuse(t *testing.T) {
	for name, d := range doctest.Apart() {
		var b bytes.Buffer
		if err := Write(&b, d, Options{}); err == nil || b.Len() > 0 {
			t.Errorf("%s: written, %v", name, err)
		}
	}
	d := doctest.Bilingual()
	d.Beside.Language = "se"
	if err := Write(io.Discard, d, Options{}); err == nil || err.Error() != `docx: unknown language "se"` {
		t.Error(err)
	}
}

func TestColumnsAreDeterministicAndConcurrent(t *testing.T) {
	customer := parse(t, pack(t, customerParts()))
	for _, ref := range []*Reference{nil, customer} {
		want := write(t, doctest.Bilingual(), ref)
		again := parse(t, pack(t, customerParts()))
		if ref == nil {
			again = nil
		}
		var wg sync.WaitGroup
		for range 8 {
			wg.Go(func() {
				var b bytes.Buffer
				if err := Write(&b, doctest.Bilingual(), Options{Reference: again}); err != nil || !bytes.Equal(b.Bytes(), want) {
					t.Errorf("differs, error %v", err)
				}
			})
		}
		wg.Wait()
	}
}
