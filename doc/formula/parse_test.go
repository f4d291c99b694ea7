package formula_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/doc/formula"
)

// parseErrors are formulas that are wrong, with the place, from 1, and the message.
var parseErrors = []struct{ source, want string }{
	// What is no word.
	{"x ? y", "3: the character '?' means nothing here"},
	{"é", "1: the character 'é' means nothing here"},
	{"x\xff", "1: the formula is not valid UTF-8"},
	{"3.", "2: the character '.' means nothing here"},
	{"1234567890123456", "1: a number has at most 15 digits"},
	{"x.", "2: a key goes on with a letter, a digit, _ or * after a full stop"},
	{"max(x..*)", "6: a key goes on with a letter, a digit, _ or * after a full stop"},
	{`"x`, "1: the text has no quote at its end"},
	{`name & """`, "8: the text has no quote at its end"},
	{"\"a\nb\"", "3: a text has no line breaks or other control characters"},
	{`"` + strings.Repeat("å", 256) + `"`, "1: a text is at most 255 characters long"},
	{strings.Repeat("-", 8192) + "1", "1: the formula is longer than 8192 characters"},
	// What does not hang together.
	{"", "1: a value is missing before the end"},
	{"x +", "4: a value is missing before the end"},
	{"x = = y", "5: a value is missing before ="},
	{"max(x,)", "7: a value is missing before )"},
	{"max(,x)", "5: a value is missing before ,"},
	{"max(x", "1: max( has no ) at its end"},
	{"(x", "1: ( has no ) at its end"},
	{"x)", "2: ) has no ( before it"},
	{"x, y", "2: , has no ( before it"},
	{"x y", "3: an operator is missing before y"},
	{`x "y"`, `3: an operator is missing before "y"`},
	{"max(x y)", "7: an operator is missing before y"},
	{"3x", "2: an operator is missing before x"},
	{"consequence.*2", "14: an operator is missing before 2"},
	{strings.Repeat("(", 64) + "1" + strings.Repeat(")", 64), "65: more than 64 levels within each other"},
	// Functions and the number of their arguments.
	{"IF(x=1,2,3)", "1: IF is no function; there are and, blank, if, lookup, max, mean, min, not, or, rank, round"},
	{"1 + sum(x)", "5: sum is no function; there are and, blank, if, lookup, max, mean, min, not, or, rank, round"},
	{"max()", "1: max takes one argument or more, not 0"},
	{"if(x=1, 2)", "1: if takes 3 arguments, not 2"},
	{"if(blank(x, y), 1, 2)", "4: blank takes 1 argument, not 2"},
	{"round(x, 1, 2)", "1: round takes 1 or 2 arguments, not 3"},
	{`lookup("levels", x)`, "1: lookup takes 3 arguments, not 2"},
	// What does not belong where it stands.
	{"consequence.*", "1: several columns stand only in max, min and mean, alone or in rank"},
	{"rank(consequence.*)", "1: several columns stand only in max, min and mean, alone or in rank"},
	{"1 + consequence.*", "5: several columns stand only in max, min and mean, alone or in rank"},
	{"if(blank(consequence.*), 1, 2)", "10: several columns stand only in max, min and mean, alone or in rank"},
	{"max(1, -consequence.*)", "9: several columns stand only in max, min and mean, alone or in rank"},
	{"max(rank(consequence.*) + 1)", "5: several columns stand only in max, min and mean, alone or in rank"},
	{"max(if(x=1, consequence.*, 1))", "13: several columns stand only in max, min and mean, alone or in rank"},
	{"max(if(x=1, 1, consequence.*))", "16: several columns stand only in max, min and mean, alone or in rank"},
	{"blank(x)", "1: this is true or false; if makes a text or a number of it"},
	{"x > 1", "3: this is true or false; if makes a text or a number of it"},
	{`(x = 1) & "y"`, "4: this is true or false; if makes a text or a number of it"},
	{"if(x = (y = 1), 1, 2)", "11: this is true or false; if makes a text or a number of it"},
	{"if(x=1, 1, y=2)", "13: this is true or false; if makes a text or a number of it"},
	{"if(x=1, y=2, z)", "14: this is neither true nor false; compare it with something"},
	{"if(x, 1, 2)", "4: this is neither true nor false; compare it with something"},
	{"if(and(x=1, y), 1, 2)", "13: this is neither true nor false; compare it with something"},
	{"if(not(1), 1, 2)", "8: this is neither true nor false; compare it with something"},
	{`x + "3"`, "5: this is a text; a number belongs here"},
	{`-(x & y)`, "5: this is a text; a number belongs here"},
	{`if(name < "b", 1, 2)`, "11: this is a text; a number belongs here"},
	{`max(x, "3")`, "8: this is a text; a number belongs here"},
	{`round(lookup("levels", 1, 1))`, "7: this is a text; a number belongs here"},
	{`lookup("levels", "1", 1)`, "18: this is a text; a number belongs here"},
	{`lookup("levels", 1, name & "1")`, "26: this is a text; a number belongs here"},
	{"lookup(levels, 1, 1)", "8: lookup takes the name of a grid in quotes first"},
	{`rank("3 Mulig")`, "6: rank takes the key of a column"},
	{"rank(max(x))", "6: rank takes the key of a column"},
	{"round(x, y)", "10: round takes the number of digits second, from 0 to 9"},
	{"round(x, 1.5)", "10: round takes the number of digits second, from 0 to 9"},
	{"round(x, 10)", "10: round takes the number of digits second, from 0 to 9"},
	// The first mistake is told, also within a part that is wrong itself.
	{"sum(x) + avg(y)", "1: sum is no function; there are and, blank, if, lookup, max, mean, min, not, or, rank, round"},
	{"if(x=1, avg(y), z=2)", "9: avg is no function; there are and, blank, if, lookup, max, mean, min, not, or, rank, round"},
}

func TestParseErrors(t *testing.T) {
	for _, c := range parseErrors {
		f, err := formula.Parse(c.source)
		var wrong *formula.Error
		if f != nil || !errors.As(err, &wrong) || err.Error() != c.want {
			t.Errorf("%.80q:\n got %v\nwant %s", c.source, err, c.want)
		}
	}
}

func TestUses(t *testing.T) {
	const source = `if(or(blank(likelihood), rank(likelihood) > y), lookup("levels", y, max(rank(consequence.*), consequence.*)), lookup("scale", x, 1) & lookup("levels", 1, 1))`
	f := parse(t, source)
	for _, c := range []struct {
		what      string
		got, want []string
	}{
		{"Keys", f.Keys(), []string{"likelihood", "y", "consequence.*", "x"}},
		{"Ranked", f.Ranked(), []string{"likelihood", "consequence.*"}},
		{"Grids", f.Grids(), []string{"levels", "scale"}},
	} {
		if !slices.Equal(c.got, c.want) {
			t.Errorf("%s: got %q, want %q", c.what, c.got, c.want)
		}
	}
	if f.Source != source {
		t.Errorf("Source is %q", f.Source)
	}
	if f := parse(t, "1"); f.Keys() != nil || f.Ranked() != nil || f.Grids() != nil {
		t.Errorf("a number uses %q, %q, %q", f.Keys(), f.Ranked(), f.Grids())
	}
}

// parse parses a formula that is right.
func parse(t testing.TB, source string) *formula.Formula {
	t.Helper()
	f, err := formula.Parse(source)
	if err != nil {
		t.Fatalf("%q: %v", source, err)
	}
	return f
}
