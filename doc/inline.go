package doc

import (
	"slices"
	"strconv"
	"strings"
)

// Inline is a piece of running text. The set is closed: *Text, *Ref, *Open,
// *Footnote, *Link, *PageNumber and *PageCount.
type Inline interface{ inline() }

// Text is text as it shall be read. A newline is a line break within the
// paragraph and a tab is a tab; characters that a format cannot hold are left out
// by its writer.
type Text struct {
	S      string
	Bold   bool
	Italic bool
}

// Ref points to a section, a paragraph or a table of the same document. In Word
// it is a field that follows the number of its target.
type Ref struct {
	Target string // ID of the target
	First  bool   // begins a sentence: the word before the number has a capital
	Prefix string // filled in by Number: "punkt" or "", the word before the number
	Number string // filled in by Number: "9.2", "9.2(a)" or "Bilag A"
	Level  int    // filled in by Number: level of the target, 0 for a table
}

// Open stands where a fact is missing from the case.
type Open struct {
	No       int    // number in the document's list of open points, from 1; 0 when it is in no list
	Path     string // path in the case, such as "agreement.breachNoticeHours"
	Label    string // what is missing, in the document's language
	Reserved bool   // the place is reserved for the supplier and does not block a tender
}

// Footnote is a note, such as the source of a rule. The number follows from the
// order in the document.
type Footnote struct {
	About   string // what the note is of, the same in every language, such as the ID of a provision; may be empty
	Inlines []Inline
}

// Link is a link to a place outside the document. The URL comes from the text
// library, never from a case.
type Link struct {
	URL     string
	Inlines []Inline
}

// PageNumber is the number of the page it stands on.
type PageNumber struct{}

// PageCount is the number of pages of the document.
type PageCount struct{}

func (*Text) inline()       {}
func (*Ref) inline()        {}
func (*Open) inline()       {}
func (*Footnote) inline()   {}
func (*Link) inline()       {}
func (*PageNumber) inline() {}
func (*PageCount) inline()  {}

// T returns plain text as a list of inlines, which is what most fields take.
func T(s string) []Inline {
	if s == "" {
		return nil
	}
	return []Inline{&Text{S: s}}
}

// Plain returns the text of inlines as a reader without formatting sees it: open
// points in brackets, references with their word, footnotes left out.
func Plain(in []Inline) string {
	var b []byte
	for _, i := range in {
		switch n := i.(type) {
		case *Text:
			b = append(b, n.S...)
		case *Ref:
			b = append(b, n.Text()...)
		case *Open:
			b = append(b, n.Text()...)
		case *Link:
			b = append(b, Plain(n.Inlines)...)
		case *PageNumber, *PageCount:
			b = append(b, '#')
		}
	}
	return string(b)
}

// PlainCell is what a cell says without its formatting, a paragraph a line. A
// paragraph with an open point says nothing.
func PlainCell(c Cell) string {
	var lines []string
	for _, p := range c.Paragraphs {
		if !slices.ContainsFunc(p, isOpen) {
			lines = append(lines, Plain(p))
		}
	}
	return strings.Join(lines, "\n")
}

func isOpen(in Inline) bool {
	_, open := in.(*Open)
	return open
}

// PlainNumber is a number with a point and without signs for thousands or an exponent,
// with as many digits as it takes to read the same number back.
func PlainNumber(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// Text is the reference as it is read, with a no-break space between the word and
// the number.
func (r *Ref) Text() string {
	if r.Prefix == "" {
		return r.Number
	}
	return r.Prefix + "\u00a0" + r.Number
}

// Text is the open point as it is read in place: the label in brackets.
func (o *Open) Text() string { return "[" + o.Label + "]" }
