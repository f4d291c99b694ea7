package markdown

import "testing"

func TestJoin(t *testing.T) {
	for _, c := range []struct {
		name   string
		pieces []piece
		want   string
	}{
		{"word", []piece{{s: "a "}, {s: "b", bold: true}, {s: " c"}}, "a **b** c"},
		{"inside a word", []piece{{s: "a"}, {s: "b", italic: true}, {s: "c"}}, "a*b*c"},
		{"bracket after a space", []piece{{s: "a "}, {s: `\[b\]`, bold: true}, {s: " c"}}, `a **\[b\]** c`},
		{"bracket after a letter", []piece{{s: "a"}, {s: `\[b\]`, bold: true}, {s: " c"}}, `a<strong>\[b\]</strong> c`},
		{"bracket before a letter", []piece{{s: `\[b\]`, bold: true}, {s: "c"}}, `<strong>\[b\]</strong>c`},
		{"two kinds meet", []piece{{s: "a", bold: true}, {s: "b", italic: true}}, "<strong>a</strong>*b*"},
		{"the same kind meets", []piece{{s: "a", bold: true}, {s: "b", bold: true}}, "**ab**"},
		{"space at the edge", []piece{{s: "a"}, {s: " b", bold: true}}, "a<strong> b</strong>"},
		{"two lines", []piece{{s: "a\\\nb", bold: true, italic: true}}, "<em><strong>a\\\nb</strong></em>"},
	} {
		if got := join(c.pieces); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}
