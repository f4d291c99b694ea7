package clauses

import "github.com/samsvar/samsvar/doc"

// Left tells why a paragraph of the library is not in a document.
type Left struct {
	Condition string // source of the condition that does not hold, or of the list
	Empty     bool   // Condition is a list without elements
	Open      string // path of the fact that is missing to decide it; empty when decided
}

// leave tells that the paragraphs in blocks are left out, each by the name that
// it would have.
func (f *Filler) leave(bs []block, id, suffix string, why Left) {
	if f.Left == nil {
		return
	}
	for _, b := range bs {
		switch b := b.(type) {
		case *para:
			f.Left(id+"#"+b.anchor+suffix, why)
		case *when:
			f.leave(b.blocks, id, suffix, why)
		case *each:
			f.leave(b.blocks, id, suffix, why)
		}
	}
}

// because is the reason that a condition gives.
func because(condition string, open *doc.Open) Left {
	why := Left{Condition: condition}
	if open != nil {
		why.Open = open.Path
	}
	return why
}
