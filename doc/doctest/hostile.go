package doctest

import (
	"strings"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/formula"
)

// Values lists texts that have broken documents: markup of every format that we
// write, template braces, bidirectional text, control characters, bad UTF-8 and
// sheer length.
func Values() []string {
	return []string{
		`<script>alert("x")</script>`,
		`</w:t></w:r><w:br/>`,
		`&amp; & &lt; &#x41;`,
		`a | b || c \| d`,
		`**bold** __bold__ *it* _it_ ~~gone~~ ` + "`code`",
		"# heading\n## heading\n===\n---",
		"1. one\n2) two\n- dash\n+ plus\n* star\n> quote",
		`[link](javascript:alert(1)) ![x](y) [^1] <https://example.com> https://example.com www.example.com a@example.com`,
		`{{ .secret }} {% raw %} ${HOME} %s %!d(MISSING) \n \`,
		"    indented\n\n\ttab\n  ",
		"```\nfence\n```\n~~~\n:::",
		"line\r\nbreak\rand\u2028more\u2029end\n",
		"\u05e9\u05dc\u05d5\u05dd 12 \u0645\u0631\u062d\u0628\u0627 (b) \u202eoverride",
		"👩‍⚕️🏥🇳🇴 e\u0301 Å",
		"nul\x00bell\x07esc\x1bdel\x7fc1\u0085\ufffe\uffff bom\ufeff bad\xff\xc3",
		"=1+1\n+1\n-1\n@SUM(A1)",
		`"quotes" 'single' </style> --> ]]> <!--`,
		" leading, trailing and  double ",
		"",
	}
}

// Hostile returns a numbered document that holds the texts of Values in every
// place where text can stand, and one text of 100,000 characters.
func Hostile() *doc.Document {
	all := strings.Join(Values(), "\n")
	d := Filled(all)
	d.Blocks = append(d.Blocks,
		&doc.Paragraph{Inlines: text(strings.Repeat("lang tekst ", 100_000/11+1)[:100_000])},
		&doc.Paragraph{Inlines: text(strings.Repeat("x", 100_000))})
	for _, v := range Values() {
		d.Blocks = append(d.Blocks, &doc.Paragraph{Inlines: inlines("for", bold(v), "mellom", italic(v), v)})
	}
	number(d)
	return d
}

// Filled returns a numbered document that has the text s in every place where
// text can stand. The blocks and inlines are the same whatever s is.
func Filled(s string) *doc.Document {
	t := func() []doc.Inline { return []doc.Inline{&doc.Text{S: s}} }
	cells := []doc.Cell{{Paragraphs: [][]doc.Inline{t(), t()}}, {Paragraphs: [][]doc.Inline{t()}}}
	columns := []doc.Column{{Key: "a", Title: s}, {Key: "b", Title: s, Align: doc.Right}}
	axes := &doc.Matrix{RowAxis: s, ColumnAxis: s, Source: "t1", Row: "a", Column: "b", Label: "a"}
	placed := doc.Row{ID: s, Cells: []doc.Cell{{Paragraphs: [][]doc.Inline{t()}}, {Tone: doc.ToneHigh, Paragraphs: [][]doc.Inline{t(), t()}}}}
	toned := []doc.Cell{{Tone: doc.ToneLow, Paragraphs: [][]doc.Inline{t()}}, {Tone: doc.ToneVeryHigh, Value: &doc.Scalar{Number: 1}, Paragraphs: [][]doc.Inline{t()}}}
	entries := []doc.Column{{Key: "a", Title: s, Entry: doc.Entry{Type: doc.ChoiceEntry, List: "l", Input: true, Note: s, Tones: []doc.ToneOf{{Text: s, Tone: doc.ToneLow}}}},
		{Key: "b", Title: s, Entry: doc.Entry{Type: doc.NumberEntry, Formula: &formula.Formula{Source: s}}}}
	signature := doc.Signature{Role: s, Party: t(), Name: t(), Title: t(), Remark: t()}
	labels := doc.SignatureLabels{PlaceDate: s, Signature: s, Name: s, Title: s, Electronic: s}
	d := &doc.Document{
		ID: "filled", Language: doc.English, Title: "Filled " + s,
		Meta:    doc.Meta{Subject: s, Creator: s, CaseID: s, Version: s, Date: "2026-11-20", Keywords: []string{s}, Generator: s},
		Running: doc.Running{Left: t(), Right: t(), Footer: inlines(s, &doc.PageNumber{}, s)},
		Labels:  doc.Labels{Annex: "Annex", Clause: "clause", Table: "Table", Footnotes: "Notes"},
		Blocks: []doc.Block{
			&doc.Cover{Kicker: s, Title: inlines("Title ", s), Subtitle: t(), Badge: s,
				Parties: []doc.CoverParty{{Role: s, Name: t(), Lines: [][]doc.Inline{t()}}}, Facts: []doc.Fact{{Label: s, Value: t()}}},
			&doc.TOC{Title: s, Depth: 2},
			&doc.Section{ID: "one", Scheme: doc.Clause, Level: 1, Title: t(), Blocks: []doc.Block{
				&doc.Paragraph{Inlines: t()},
				&doc.Paragraph{ID: "one#two", Scheme: doc.Clause, Level: 2, Inlines: t()},
				&doc.Paragraph{Scheme: doc.Clause, Level: 3, Inlines: t()},
				&doc.Paragraph{Scheme: doc.Clause, Level: 4, Inlines: t()},
				&doc.Paragraph{Scheme: doc.Clause, Level: 3, Continues: true, Inlines: t()},
				&doc.Paragraph{Inlines: inlines("a", bold(s), "b", italic(s), &doc.Text{S: s, Bold: true, Italic: true},
					&doc.Open{No: 1, Path: s, Label: s}, "c", &doc.Open{Label: s, Reserved: true}, &doc.Ref{Target: "heading"},
					&doc.Link{URL: "https://example.com/", Inlines: t()}, note(s))},
			}},
			&doc.Section{ID: "heading", Level: 2, Title: inlines("Heading ", s), Sheet: &doc.Sheet{Key: "sheet", Name: s}, Comments: []doc.Comment{
				{Author: "Author " + s, Initials: s, Paragraphs: [][]doc.Inline{inlines("Note ", s), inlines("More ", bold(s))}},
			}},
			&doc.Table{ID: "t1", Caption: inlines("Caption ", s), Columns: columns, Rows: []doc.Row{{ID: s, Cells: cells}}},
			&doc.Table{ID: "t2", Kind: doc.Facts, Columns: columns, Rows: []doc.Row{{ID: s, Cells: cells}}},
			&doc.Table{ID: "t3", Caption: inlines("Caption ", s), Columns: entries, Rows: []doc.Row{{ID: s, Cells: toned}}},
			&doc.Table{ID: "t4", Kind: doc.MatrixTable, Caption: inlines("Caption ", s), Matrix: axes, Columns: columns, Rows: []doc.Row{placed, placed}},
			&doc.Signatures{ID: "s1", Labels: labels, Parties: []doc.Signature{signature}},
			&doc.Signatures{ID: "s2", Electronic: true, Labels: labels, Parties: []doc.Signature{signature}},
		},
		Lists: []doc.List{{ID: "l", Items: []doc.ListItem{{Value: s, Label: s}}}},
		Grids: []doc.Grid{{ID: "g", Rows: [][]string{{s}}}},
	}
	number(d)
	return d
}
