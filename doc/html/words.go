package html

import "github.com/samsvar/samsvar/doc"

// words are the few that the tree does not carry.
type words struct {
	skip      string // link past the contents
	contents  string // name of a table of contents without a title
	permalink string // name of the link beside a heading, before its text
	table     string // name of a table without a caption
	open      string // before the number of an open point
	reserved  string // what a place for the supplier is
	footnotes string // heading of the notes, when the document has no word for it
	back      string // from a note to its place in the text
	comment   string // a remark on a section, before its author
}

func wordsIn(l doc.Language) (words, bool) {
	switch l {
	case doc.Bokmal:
		return words{
			skip: "Hopp til teksten", contents: "Innhold", permalink: "Lenke til", table: "Tabell", open: "Åpent punkt",
			reserved: "Forbeholdt leverandøren", footnotes: "Fotnoter", back: "Tilbake til teksten", comment: "Merknad",
		}, true
	case doc.Nynorsk:
		return words{
			skip: "Hopp til teksten", contents: "Innhald", permalink: "Lenkje til", table: "Tabell", open: "Ope punkt",
			reserved: "Halde av til leverandøren", footnotes: "Fotnotar", back: "Tilbake til teksten", comment: "Merknad",
		}, true
	case doc.English:
		return words{
			skip: "Skip to the text", contents: "Contents", permalink: "Link to", table: "Table", open: "Open point",
			reserved: "Reserved for the supplier", footnotes: "Footnotes", back: "Back to the text", comment: "Drafting note",
		}, true
	}
	return words{}, false
}
