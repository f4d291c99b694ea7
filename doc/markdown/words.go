package markdown

import "github.com/samsvar/samsvar/doc"

// words are the few that the tree does not carry.
type words struct {
	contents  string // heading of a table of contents without a title
	open      string // before the number of an open point
	footnotes string // heading of the notes, when the document has no word for it
	comment   string // a remark on a section, before its author
}

func wordsIn(l doc.Language) (words, bool) {
	switch l {
	case doc.Bokmal:
		return words{contents: "Innhold", open: "åpent punkt", footnotes: "Fotnoter", comment: "Merknad"}, true
	case doc.Nynorsk:
		return words{contents: "Innhald", open: "ope punkt", footnotes: "Fotnotar", comment: "Merknad"}, true
	case doc.English:
		return words{contents: "Contents", open: "open point", footnotes: "Footnotes", comment: "Drafting note"}, true
	}
	return words{}, false
}
