package qa

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/samsvar/samsvar/clauses/words"
	"github.com/samsvar/samsvar/doc"
)

var (
	// annexTyped is “Bilag B” or “Annexes A and C”: letters only, for an annex with a
	// number is one of the main agreement.
	annexTyped = regexp.MustCompile(`(?:[Bb]ilag|[Aa]nnex(?:es)?|[Aa]ppendix)[\s\x{a0}]+([A-Z](?:[\s\x{a0}]*(?:,|og|and|–|-)[\s\x{a0}]*[A-Z])*)(?:[^\pL\pN]|$)`)
	// clauseTyped is “punkt 9.2(a)” or “clause C.2”.
	clauseTyped = regexp.MustCompile(`(?:[Pp]unkt|[Pp]kt\.?|[Kk]lausul|[Cc]lause)[\s\x{a0}]+((?:[A-Z]\.)?\d{1,3}(?:\.\d{1,3}){0,2}(?:\([a-z]\))?)`)
)

// typed: a reference that somebody has written by hand, in a text of the case or of
// a house library, points to something in the document. Our own texts have live
// references only.
func (k *check) typed() {
	annexes, numbers := k.places()
	for i := range k.units {
		u := &k.units[i]
		if !slices.ContainsFunc(u.words, refers) {
			continue // most, at a fraction of what the expressions cost
		}
		for _, m := range annexTyped.FindAllStringSubmatchIndex(u.text, -1) {
			for _, letter := range letters(u.text[m[2]:m[3]]) {
				if !annexes[letter] && k.ours(u, m[0]) {
					k.add("annex-absent", i, m[0], letter, "annex", letter)
				}
			}
		}
		for _, m := range clauseTyped.FindAllStringSubmatchIndex(u.text, -1) {
			number := u.text[m[2]:m[3]]
			switch {
			case !k.ours(u, m[0]):
			case !numbers[number]:
				k.add("reference-typed", i, m[0], number, "text", u.text[m[0]:m[3]])
			case u.pathAt(m[0]) == "":
				k.add("reference-by-hand", i, m[0], number, "text", u.text[m[0]:m[3]])
			}
		}
	}
}

// refers tells the words that typed references begin with.
func refers(w words.Word) bool {
	switch w.Lower {
	case "bilag", "annex", "annexes", "appendix", "punkt", "pkt", "klausul", "clause":
		return true
	}
	return false
}

// ours: the text is one that a person wrote into the case or a house library, and
// its sentence speaks of no other document.
func (k *check) ours(u *unit, offset int) bool {
	path := u.pathAt(offset)
	if path == "" && !u.house {
		return false
	}
	for _, p := range []string{"service.standardTerms", "service.mainAgreement", "agreement.deviations", "agreement.standardText", "references"} {
		if strings.HasPrefix(path, p) {
			return false
		}
	}
	start, end := u.sentence(offset)
	if u.elsewhere == nil {
		u.elsewhere = map[int]bool{}
	}
	other, judged := u.elsewhere[start]
	if !judged {
		other = loadData().Elsewhere.in(u.within(start, end))
		u.elsewhere[start] = other
	}
	return !other
}

// letters are the annexes of “A, B og D”. I, V and X are more often Roman numbers,
// as of the annexes to the standard contractual clauses.
func letters(list string) (out []string) {
	for _, r := range list {
		if 'A' <= r && r <= 'Z' && !strings.ContainsRune("IVX", r) {
			out = append(out, string(r))
		}
	}
	return out
}

// places are the letters of the annexes and all numbers of the document.
func (k *check) places() (annexes, numbers map[string]bool) {
	annexes, numbers = map[string]bool{}, map[string]bool{}
	_ = doc.Walk(k.d.Tree.Blocks, func(b doc.Block) error {
		switch b := b.(type) {
		case *doc.Section:
			numbers[b.Number] = true
			if b.Scheme == doc.Annex && b.Level == 1 {
				_, size := utf8.DecodeLastRuneInString(b.Number)
				annexes[b.Number[len(b.Number)-size:]] = true
			}
		case *doc.Paragraph:
			numbers[b.Full] = true
		}
		return nil
	})
	return annexes, numbers
}
