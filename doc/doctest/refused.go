package doctest

import "github.com/samsvar/samsvar/doc"

// Refusal is a document that every writer must refuse with an error.
type Refusal struct {
	Name     string
	Document *doc.Document
}

// The sets of blocks and inlines are closed, but embedding the interface makes a
// kind that no writer can know, as a newer version of package doc would.
type (
	alienBlock  struct{ doc.Block }
	alienInline struct{ doc.Inline }
)

// Refused returns documents with a nil node, a node of an unknown kind, an
// unresolved reference, a table with too many cells, or a dangerous link.
func Refused() []Refusal {
	var out []Refusal
	block := func(name string, b doc.Block) {
		out = append(out,
			Refusal{name, minimal(b)},
			Refusal{name + " in a section", minimal(&doc.Section{ID: "s", Level: 1, Title: text("S"), Blocks: []doc.Block{b}})})
	}
	inline := func(name string, i doc.Inline) {
		in := []doc.Inline{i}
		columns := []doc.Column{{Key: "a", Title: "A"}}
		out = append(out,
			Refusal{name, minimal(&doc.Paragraph{Inlines: in})},
			Refusal{name + " in a heading", minimal(&doc.Section{ID: "s", Level: 1, Title: in})},
			Refusal{name + " in a comment", minimal(&doc.Section{ID: "s", Level: 1, Title: text("S"), Comments: []doc.Comment{{Paragraphs: [][]doc.Inline{in}}}})},
			Refusal{name + " in a footnote", minimal(&doc.Paragraph{Inlines: inlines("x", &doc.Footnote{Inlines: in})})},
			Refusal{name + " in a cell", minimal(&doc.Table{Columns: columns, Rows: []doc.Row{{Cells: []doc.Cell{{Paragraphs: [][]doc.Inline{in}}}}}})},
			Refusal{name + " on the cover", minimal(&doc.Cover{Title: text("C"), Facts: []doc.Fact{{Label: "f", Value: in}}})},
			Refusal{name + " in a signature", minimal(&doc.Signatures{Parties: []doc.Signature{{Name: in}}})})
	}
	block("unknown block", alienBlock{})
	block("nil block", nil)
	block("nil paragraph", (*doc.Paragraph)(nil))
	block("nil section", (*doc.Section)(nil))
	block("nil table", (*doc.Table)(nil))
	block("too many cells", &doc.Table{Columns: []doc.Column{{Key: "a"}}, Rows: []doc.Row{{Cells: []doc.Cell{cell("1"), cell("2")}}}})
	axes := &doc.Matrix{RowAxis: "up", ColumnAxis: "right"}
	two, row := []doc.Column{{Key: "a"}, {Key: "b"}}, []doc.Row{{Cells: []doc.Cell{cell("1"), cell("2")}}}
	block("matrix without axes", &doc.Table{Kind: doc.MatrixTable, Columns: two, Rows: row})
	block("matrix without columns", &doc.Table{Kind: doc.MatrixTable, Matrix: axes, Columns: two[:1], Rows: []doc.Row{{Cells: row[0].Cells[:1]}}})
	block("matrix without rows", &doc.Table{Kind: doc.MatrixTable, Matrix: axes, Columns: two})
	block("too few cells in a matrix", &doc.Table{Kind: doc.MatrixTable, Matrix: axes, Columns: two, Rows: []doc.Row{{Cells: row[0].Cells[:1]}}})
	block("axes on a register", &doc.Table{Matrix: axes, Columns: two, Rows: row})
	block("unknown kind of table", &doc.Table{Kind: doc.MatrixTable + 1, Columns: two, Rows: row})
	block("unknown tone", &doc.Table{Columns: two, Rows: []doc.Row{{Cells: []doc.Cell{{Tone: doc.ToneVeryHigh + 1}, {}}}}})
	inline("unknown inline", alienInline{})
	inline("nil inline", nil)
	inline("nil text", (*doc.Text)(nil))
	inline("unresolved reference", &doc.Ref{Target: "nowhere"})
	inline("dangerous link", &doc.Link{URL: "javascript:alert(1)", Inlines: text("x")})
	out = append(out, Refusal{"footnote in a comment", minimal(&doc.Section{ID: "s", Level: 1, Title: text("S"),
		Comments: []doc.Comment{{Paragraphs: [][]doc.Inline{{note("x")}}}}})})
	header := minimal()
	header.Running.Left = []doc.Inline{alienInline{}}
	return append(out, Refusal{"unknown inline in the header", header})
}

func minimal(bs ...doc.Block) *doc.Document {
	return &doc.Document{ID: "minimal", Language: doc.English, Title: "Minimal", Blocks: bs}
}
