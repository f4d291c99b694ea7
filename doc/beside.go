package doc

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Twins maps each block of a document to the block that says the same in the
// document beside it. It is nil for a document in one language.
//
// The error names the place where the two differ in more than their words: the
// kind of a block, its ID, its place in the numbers, the columns, rows and fills of
// a table, what it is in a workbook. A document that differs from the one beside it cannot be written.
func (d *Document) Twins() (map[Block]Block, error) {
	if d.Beside == nil {
		return nil, nil
	}
	if d.Beside.Beside != nil || d.Beside.Language == d.Language {
		return nil, fmt.Errorf("a document in %s stands beside one in %s", d.Beside.Language, d.Language)
	}
	if a, b := choices(d), choices(d.Beside); a != b {
		return nil, fmt.Errorf("%s and %s are not the same document: the choices of its columns are %s beside %s", d.Language, d.Beside.Language, a, b)
	}
	t := map[Block]Block{}
	if err := pair(t, "the document", d.Blocks, d.Beside.Blocks); err != nil {
		return nil, fmt.Errorf("%s and %s are not the same document: %w", d.Language, d.Beside.Language, err)
	}
	return t, nil
}

func pair(t map[Block]Block, where string, left, right []Block) error {
	if len(left) != len(right) {
		return fmt.Errorf("%s: %d blocks beside %d", where, len(left), len(right))
	}
	for i, l := range left {
		if a, b := shape(l), shape(right[i]); a != b || a == nothing {
			return fmt.Errorf("%s: block %d is %s beside %s", where, i+1, a, b)
		}
		t[l] = right[i]
		if s, ok := l.(*Section); ok {
			if err := pair(t, "section "+s.ID, s.Blocks, right[i].(*Section).Blocks); err != nil {
				return err
			}
		}
	}
	return nil
}

// shape says of a block all that must be the same in both languages.
func shape(b Block) string {
	switch b := b.(type) {
	case *Section:
		if b != nil {
			return fmt.Sprintf("section %q (scheme %d, level %d, break %t, landscape %t)%s", b.ID, b.Scheme, b.Level, b.Break, b.Landscape, sheetShape(b.Sheet))
		}
	case *Paragraph:
		if b != nil {
			return fmt.Sprintf("paragraph %q (scheme %d, level %d, continues %t, role %d)", b.ID, b.Scheme, b.Level, b.Continues, b.Role)
		}
	case *Table:
		if b != nil {
			return tableShape(b)
		}
	case *Cover:
		if b != nil {
			return fmt.Sprintf("cover with %d parties and %d facts", len(b.Parties), len(b.Facts))
		}
	case *TOC:
		if b != nil {
			return fmt.Sprintf("table of contents to level %d", max(b.Depth, 1))
		}
	case *Signatures:
		if b != nil {
			return fmt.Sprintf("signatures %q (electronic %t) of %d", b.ID, b.Electronic, len(b.Parties))
		}
	case nil:
	default:
		return fmt.Sprintf("unknown %T", b)
	}
	return nothing
}

const nothing = "nothing"

// Line is a line of text of which some is in the first language and some in the
// second.
type Line []Part

// Part is a piece of a line in one language.
type Part struct {
	Inlines []Inline
	Second  bool
}

// Lines puts lines in two languages under each other, as in a cell of a table:
// each after its counterpart, and once where both say the same. Where only a short
// word before a value differs, the words share a line: Org.nr. / Org. no. 987 654.
func Lines(left, right [][]Inline) []Line {
	var out []Line
	if len(left) != len(right) { // no line is another's counterpart
		for _, l := range left {
			out = append(out, Line{{l, false}})
		}
		for _, r := range right {
			out = append(out, Line{{r, true}})
		}
		return out
	}
	for i, l := range left {
		r := right[i]
		if SameText(l, r) {
			out = append(out, Line{{l, false}})
		} else if shared, ok := sharedLine(l, r); ok {
			out = append(out, shared)
		} else {
			out = append(out, Line{{l, false}}, Line{{r, true}})
		}
	}
	return out
}

// sharedLine is one line for two that differ in the words before a value.
func sharedLine(l, r []Inline) (Line, bool) {
	const short = 14 // characters of a label, its blank included
	if len(l) < 2 || len(r) < 2 || !SameText(l[1:], r[1:]) {
		return nil, false
	}
	a, ok := l[0].(*Text)
	b, also := r[0].(*Text)
	if !ok || !also || utf8.RuneCountInString(a.S) > short || utf8.RuneCountInString(b.S) > short || a.Bold != b.Bold || a.Italic != b.Italic {
		return nil, false
	}
	first, second := *a, *b
	first.S, second.S = strings.TrimRight(a.S, " "), strings.TrimRight(b.S, " ")
	if strings.HasSuffix(second.S, ":") {
		first.S = strings.TrimSuffix(first.S, ":")
	}
	first.S += " / "
	value := l[1:]
	if second.S != b.S {
		value = append([]Inline{&Text{S: " "}}, value...)
	}
	return Line{{[]Inline{&first}, false}, {[]Inline{&second}, true}, {value, false}}, true
}

// SameText reports whether a reader of two runs of text sees the same.
func SameText(a, b []Inline) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !sameInline(a[i], b[i]) {
			return false
		}
	}
	return true
}

func sameInline(a, b Inline) bool {
	switch a := a.(type) {
	case *Text:
		b, ok := b.(*Text)
		return ok && a != nil && b != nil && *a == *b
	case *Ref:
		b, ok := b.(*Ref)
		return ok && a != nil && b != nil && a.Target == b.Target && a.Text() == b.Text()
	case *Open:
		b, ok := b.(*Open)
		return ok && a != nil && b != nil && *a == *b
	case *Footnote:
		b, ok := b.(*Footnote)
		return ok && a != nil && b != nil && SameText(a.Inlines, b.Inlines)
	case *Link:
		b, ok := b.(*Link)
		return ok && a != nil && b != nil && a.URL == b.URL && SameText(a.Inlines, b.Inlines)
	case *PageNumber:
		_, ok := b.(*PageNumber)
		return ok
	case *PageCount:
		_, ok := b.(*PageCount)
		return ok
	}
	return false
}

// PairNotes finds the notes of two texts that are about the same: the second is
// then no note of its own, but has the number of the first. Notes that are about
// nothing are paired by their order, where both texts have as many.
func PairNotes(left, right []Inline) map[*Footnote]*Footnote {
	l, r := notesOf(left), notesOf(right)
	out := map[*Footnote]*Footnote{}
	taken := map[*Footnote]bool{}
	for i, n := range r {
		for j, m := range l {
			same := n.About == m.About
			if n.About == "" {
				same = same && i == j && len(l) == len(r)
			}
			if same && !taken[m] {
				out[n], taken[m] = m, true
				break
			}
		}
	}
	return out
}

func notesOf(in []Inline) []*Footnote {
	var out []*Footnote
	for _, i := range in {
		if n, ok := i.(*Footnote); ok && n != nil {
			out = append(out, n)
		}
	}
	return out
}
