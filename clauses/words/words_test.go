package words_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/clauses/words"
)

func TestSplit(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{" – ", ""},
		{"Avtalen gjelder.", "avtalen|gjelder"},
		{"ÅRLIG, Øvelse", "årlig|øvelse"},
		{"the controller’s sub-processors", "the|controller|s|sub-processors"},
		{"24-timers frist, 3–5", "24-timers|frist|3|5"},
		{"sub\u2011processor -x y-", "sub-processor|x|y"},
		{"24\u00a0timer", "24|timer"},
		{"e\u0301n", "e\u0301n"},
		{"a\xffb-\xff", "a|b"},
	} {
		var got []string
		for _, w := range words.Split(c.text) {
			got = append(got, w.Lower)
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%q: %q", c.text, got)
		}
	}
}

func TestSplitPlaces(t *testing.T) {
	text := "Å være, ikke-X."
	var got []string
	for _, w := range words.Split(text) {
		got = append(got, text[w.Start:w.End])
	}
	if !slices.Equal(got, []string{"Å", "være", "ikke-X"}) {
		t.Errorf("%q", got)
	}
}

func TestIndex(t *testing.T) {
	var x words.Index
	for id, p := range []string{"agreement", "main agreement", "in writing", "main"} {
		if !x.Add(p, id) {
			t.Fatal(p)
		}
	}
	if x.Add(" – ", 9) {
		t.Error("a phrase without a word")
	}
	ws := words.Split("The main agreement, in Writing; the AGREEMENT in main")
	var got []int
	for i := 0; i < len(ws); i++ {
		if id, n := x.Find(ws, i); n > 0 {
			got = append(got, id)
			i += n - 1
		}
	}
	if !slices.Equal(got, []int{1, 2, 0, 3}) {
		t.Errorf("%v", got)
	}
}

func FuzzSplit(f *testing.F) {
	f.Add("a-b 24\u00a0h\u2011x")
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, w := range words.Split(text) {
			if w.Start < end || w.End <= w.Start || w.End > len(text) || w.Lower == "" {
				t.Fatalf("%q: %+v", text, w)
			}
			end = w.End
		}
	})
}
