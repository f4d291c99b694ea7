package docx

import (
	"slices"
	"testing"

	"github.com/samsvar/samsvar/doc"
)

// TestFit: a column gets what its longest word needs from those that have room, and
// the sum stays.
func TestFit(t *testing.T) {
	for name, c := range map[string]struct{ widths, need, want []int }{
		"enough":          {[]int{1000, 2000}, []int{900, 100}, []int{1000, 2000}},
		"one gives":       {[]int{1000, 2000}, []int{1400, 100}, []int{1400, 1600}},
		"two give":        {[]int{500, 2000, 1000}, []int{800, 500, 500}, []int{800, 1775, 925}},
		"not enough":      {[]int{500, 1000, 500}, []int{900, 800, 900}, []int{600, 800, 600}},
		"nobody has room": {[]int{500, 500}, []int{900, 900}, []int{500, 500}},
		"odd twips":       {[]int{333, 333, 334}, []int{400, 0, 0}, []int{400, 300, 300}},
	} {
		got := fit(slices.Clone(c.widths), c.need)
		sum := func(s []int) (n int) {
			for _, x := range s {
				n += x
			}
			return n
		}
		if !slices.Equal(got, c.want) || sum(got) != sum(c.widths) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// TestLongest: words end at blanks and after hyphens, but a short id is one word, a
// no-break space ends none, and what is too long for any column does not count.
func TestLongest(t *testing.T) {
	for s, word := range map[string]string{
		"en helseopplysning til":   "helseopplysning",
		"IKT-sikkerhetsavdelingen": "sikkerhetsavdelingen",
		"M-01":                     "M-01",
		"a\u00a0b c":               "a\u00a0b",
		"https://eksempel.example/en/lang/sti/x y": "y",
		"": "",
	} {
		if got, want := longest(s), wide(word); got != want {
			t.Errorf("%q: %d, want %d", s, got, want)
		}
	}
}

// TestWidths: the words of both languages count, and a customer's font may be wider
// than ours.
func TestWidths(t *testing.T) {
	table := func(word string) *doc.Table {
		return &doc.Table{Kind: doc.Register, Columns: []doc.Column{{Title: "Type", Weight: 1}, {Title: "Beskrivelse", Weight: 9}},
			Rows: []doc.Row{{Cells: []doc.Cell{{Paragraphs: [][]doc.Inline{doc.T(word)}}, {Paragraphs: [][]doc.Inline{doc.T("x")}}}}}}
	}
	own, err := buildEmbedded()
	if err != nil {
		t.Fatal(err)
	}
	w := &writer{ref: own, page: a4}
	narrow := w.widths(table("x"), table("x"))[0]
	left, right := w.widths(table("Identifikasjonsopplysninger"), table("x"))[0], w.widths(table("x"), table("Identifikasjonsopplysninger"))[0]
	foreign := *own
	foreign.own = false
	w.ref = &foreign
	wider := w.widths(table("Identifikasjonsopplysninger"), table("x"))[0]
	if narrow >= left || left != right || left >= wider {
		t.Errorf("%d %d %d %d", narrow, left, right, wider)
	}
}
