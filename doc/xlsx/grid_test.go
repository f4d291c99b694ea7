package xlsx

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestSpans(t *testing.T) {
	w := func(x ...float64) widths { return widths{want: x, need: x} }
	for name, c := range map[string]struct {
		grid []float64
		left int
		w    widths
		want []span
	}{
		"its own":          {[]float64{8, 40, 20, 20}, 1, w(8, 40, 20, 20), []span{{1, 1}, {2, 2}, {3, 3}, {4, 4}}},
		"filler unused":    {[]float64{8, 40, 50}, 1, w(8, 40), []span{{1, 1}, {2, 2}}},
		"after numbers":    {[]float64{7, 30, 70}, 2, w(28, 72), []span{{2, 2}, {3, 3}}},
		"several together": {[]float64{8, 40, 20, 20, 14}, 1, widths{want: []float64{26, 78}, need: []float64{20, 20}}, []span{{1, 2}, {3, 5}}},
		"words are whole":  {[]float64{8, 8, 8, 60}, 1, widths{want: []float64{10, 40}, need: []float64{22, 20}}, []span{{1, 3}, {4, 4}}},
		"as many as there": {[]float64{5, 5, 5}, 1, w(50, 50, 50), []span{{1, 1}, {2, 2}, {3, 3}}},
	} {
		s := &sheet{left: c.left, widths: c.grid}
		if diff := cmp.Diff(c.want, s.spans(c.w), cmp.AllowUnexported(span{})); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestJoinEdges(t *testing.T) {
	var edges []float64
	for _, e := range []float64{30, 104, 10, 12, 60, 101} {
		edges = join(edges, e)
	}
	if diff := cmp.Diff([]float64{10, 30, 60, 104}, edges); diff != "" {
		t.Error(diff)
	}
}

func TestLines(t *testing.T) {
	for _, c := range []struct {
		s     string
		width float64
		want  int
	}{
		{"", 20, 1}, {"kort", 20, 1}, {"to\nlinjer", 20, 2}, {"a\n\nb\n", 20, 4},
		{strings.Repeat("ord ", 10), 20, 2}, {strings.Repeat("x", 100), 20, 5}, {"x " + strings.Repeat("x", 30), 20, 3}, {"iiiiiiiiiiiiiiiiiiiiiiii", 12, 1}, {"MMMMMMMMMMMMMMMMMMMMMMMM", 12, 4},
	} {
		if got := lines(c.s, c.width, 1); got != c.want {
			t.Errorf("%.20q in %v: %d lines, want %d", c.s, c.width, got, c.want)
		}
	}
	if got := digits(strings.Repeat("0", 10), 1); cmp.Equal(got, 11.0, cmpopts.EquateApprox(0, 0.3)) == false {
		t.Errorf("ten digits are %v wide", got)
	}
}

// TestPieced: a paragraph that is higher than a row can be goes on in the next, whole.
func TestPieced(t *testing.T) {
	for _, s := range []string{strings.Repeat("Et langt avsnitt om behandling av opplysninger. ", 200), strings.Repeat("linje\n", 100), strings.Repeat("x", 20000)} {
		pieces := pieced(s, 104, look{})
		if len(pieces) < 2 {
			t.Fatalf("%d pieces", len(pieces))
		}
		for _, p := range pieces {
			if h := height(lines(p, 104, 1), 1); h >= maxHeight {
				t.Errorf("a piece is %v high", h)
			}
		}
		bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if bare(strings.Join(pieces, " ")) != bare(s) {
			t.Error("text is lost")
		}
	}
}
