package formula_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/doc/formula"
)

// rankIn is what rank writes for a cell and a list.
func rankIn(cell, list string) string {
	return `MATCH(SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(` + cell + `,"~","~~"),"*","~*"),"?","~?"),` + list + `,0)`
}

var (
	rankA = rankIn("$F2", "Lists!$B$1:$B$6")
	rankB = rankIn("$G2", "Lists!$B$1:$B$6")
	rankC = rankIn("$H2", "Lists!$B$1:$B$6")
)

// excelTexts are formulas as they stand in row 2.
var excelTexts = []struct{ source, want string }{
	{`1.50`, `1.5`},
	{`"say ""no"""`, `"say ""no"""`},
	{`x`, `IF($C2="","",$C2)`},
	{`-3`, `IFERROR(-3,"")`},
	{`x+1`, `IFERROR(IF(ISNUMBER($C2),$C2,NA())+1,"")`},
	{`(1+2)*3-(4-5)`, `IFERROR((1+2)*3-(4-5),"")`},
	{`1+2*3/4`, `IFERROR(1+2*3/4,"")`},
	{`8/(4/2)`, `IFERROR(8/(4/2),"")`},
	{`8/-(4*2)`, `IFERROR(8/-(4*2),"")`},
	{`name & ": " & x+1`, `$B2&": "&IFERROR(IF(ISNUMBER($C2),$C2,NA())+1,"")`},
	{`"a" & ("b" & "c")`, `"a"&("b"&"c")`},
	{`if(name = "a" & "b", 1, 2)`, `IF($B2="a"&"b",1,2)`},
	{`if(x = 0, 1, y)`, `IF(IF($C2="","",$C2)=0,1,IF($D2="","",$D2))`},
	{`if(x <> 3, 1, 2)`, `IF($C2<>3,1,2)`},
	{`if(x = y, 1, 2)`, `IF(IF($C2="","",$C2)=IF($D2="","",$D2),1,2)`},
	{`if(x <= 3, 1, 2)`, `IF(IFERROR(IF(ISNUMBER($C2),$C2,NA())<=3,FALSE),1,2)`},
	{`if(and(not(blank(x)), or(name="a", name="b")), "x", "")`, `IF(AND(NOT($C2=""),OR($B2="a",$B2="b")),"x","")`},
	{`if(if(x=1, blank(y), blank(x)), 1, 2)`, `IF(IF($C2=1,$D2="",$C2=""),1,2)`},
	{`max(x, y)`, `IF(COUNT($C2,$D2)=0,"",MAX($C2,$D2))`},
	{`max(x, y) + 1`, `IFERROR(IF(COUNT($C2,$D2)=0,NA(),MAX($C2,$D2))+1,"")`},
	{`min(x, y/2)`, `IF(COUNT($C2,IF(ISNUMBER($D2),$D2,NA())/2)=0,"",MIN($C2,IFERROR(IF(ISNUMBER($D2),$D2,NA())/2,9.99999999999999E+307)))`},
	{`max(-x)`, `IF(COUNT(-IF(ISNUMBER($C2),$C2,NA()))=0,"",MAX(IFERROR(-IF(ISNUMBER($C2),$C2,NA()),-9.99999999999999E+307)))`},
	{`mean(consequence.*)`, `IFERROR(AVERAGE($F2,$G2,$H2),"")`},
	{`round(mean(x, -y), 1)`, `IFERROR(ROUND(SUM($C2,IFERROR(-IF(ISNUMBER($D2),$D2,NA()),0))/COUNT($C2,-IF(ISNUMBER($D2),$D2,NA())),1),"")`},
	{`round(x)`, `IFERROR(ROUND(IF(ISNUMBER($C2),$C2,NA()),0),"")`},
	{`1/mean(x, 2)`, `IFERROR(1/(SUM($C2,IFERROR(2,0))/COUNT($C2,2)),"")`},
	{`if(x=1, "a", 3)`, `IF($C2=1,"a",3)`},
	{`if(x=1, "a", 3) + 1`, `IFERROR(IF($C2=1,NA(),3)+1,"")`},
	{`rank(consequence.a)`, `IFERROR(` + rankA + `,"")`},
	{`max(rank(consequence.*))`, `IF(COUNT(` + rankA + `,` + rankB + `,` + rankC + `)=0,"",MAX(IFERROR(` + rankA + `,0),IFERROR(` + rankB + `,0),IFERROR(` + rankC + `,0)))`},
	{`lookup("levels", 1, 3)`, `IFERROR(INDEX(Lists!$D$1:$F$3,1,3)&"","")`},
	{`lookup("levels", x, y+1)`, `IFERROR(INDEX(Lists!$D$1:$F$3,IF(AND(ISNUMBER($C2),$C2>=1),$C2,NA()),` +
		`IF(IF(ISNUMBER($D2),$D2,NA())+1>=1,IF(ISNUMBER($D2),$D2,NA())+1,NA()))&"","")`},
	{`lookup("levels", rank(consequence.a)+1, round(mean(rank(consequence.b), 1)))`, `IFERROR(INDEX(Lists!$D$1:$F$3,` + rankA + `+1,` +
		`ROUND(SUM(IFERROR(` + rankB + `,0),IFERROR(1,0))/COUNT(` + rankB + `,1),0))&"","")`},
	{`if(or(blank(likelihood), blank(highest)), "", lookup("levels", rank(likelihood), highest))`, `IF(OR($A2="",$E2=""),"",` +
		`IFERROR(INDEX(Lists!$D$1:$F$3,` + rankIn("$A2", "Lists!$A$1:$A$5") + `,IF(AND(ISNUMBER($E2),$E2>=1),$E2,NA()))&"",""))`},
}

func TestExcel(t *testing.T) {
	for _, c := range excelTexts {
		got, err := parse(t, c.source).Excel(sheet{row{keys: keys}, 2})
		if err != nil || got != c.want {
			t.Errorf("%s:\n got %s, %v\nwant %s", c.source, got, err, c.want)
		}
	}
}

// wide is a sheet with a column for each argument of a function and one more.
func wide() sheet {
	var keys []string
	for i := range 256 {
		keys = append(keys, fmt.Sprintf("many.k%d", i))
	}
	return sheet{row{keys: append(keys, "x")}, 2}
}

func TestExcelErrors(t *testing.T) {
	narrow := sheet{row{keys: keys}, 2}
	for _, c := range []struct {
		source string
		w      formula.Writer
		want   string
	}{
		{"x + missing", narrow, "5: there is no column missing"},
		{`if(x = 1, missing & "", "")`, narrow, "11: there is no column missing"},
		{"max(likelihood.*)", narrow, "5: there is no column whose key begins with likelihood."},
		{"max(rank(likelihood.*))", narrow, "10: there is no column whose key begins with likelihood."},
		{"1 + rank(name)", narrow, "10: the column name has no list"},
		{"max(rank(missing))", narrow, "10: there is no column missing"},
		{"rank(missing)", narrow, "6: there is no column missing"},
		{`"a" & lookup("scale", 1, x)`, narrow, "14: there is no grid scale"},
		{`max(if(x=1, lookup("scale", 1, 1), 2))`, narrow, "20: there is no grid scale"},
		{"max(many.*)", wide(), "1: in a cell, a function takes at most 255 arguments"},
		{"x" + strings.Repeat("+x", 400), narrow, "1: in a cell, the formula is longer than 8192 characters"},
		// Each level is written twice: without a limit, this would not end.
		{strings.Repeat("max(1+", 30) + "x" + strings.Repeat(")", 30), narrow, "1: in a cell, the formula is longer than 8192 characters"},
		{"if(" + strings.Repeat("not(", 60) + "blank(rank(likelihood))" + strings.Repeat(")", 60) + ",1,2)", narrow,
			"1: in a cell, more than 64 levels of functions are within each other"},
		// These are as deep or long as they may be.
		{"if(" + strings.Repeat("not(", 61) + "blank(x)" + strings.Repeat(")", 61) + ",1,2)", narrow, ""},
		{strings.Repeat("round(", 62) + "1" + strings.Repeat(")", 62), narrow, ""},
		{"x" + strings.Repeat("+x", 300), narrow, ""},
		{strings.Repeat("if(x=1,y+1,", 60) + "x" + strings.Repeat(")", 60), narrow, ""},
	} {
		got, err := parse(t, c.source).Excel(c.w)
		if c.want == "" {
			if err != nil {
				t.Errorf("%.40s: %v", c.source, err)
			}
			continue
		}
		if err == nil || err.Error() != c.want || got != "" {
			t.Errorf("%.40s: got %.100q, %v, want %s", c.source, got, err, c.want)
		}
	}
}

// excel2007 are the functions that may be written: all have been in Excel since 2007,
// and in LibreOffice.
var excel2007 = []string{"AND", "AVERAGE", "COUNT", "IF", "IFERROR", "INDEX", "ISNUMBER", "MATCH", "MAX", "MIN", "NA", "NOT", "OR", "ROUND", "SUBSTITUTE", "SUM"}

var calls = regexp.MustCompile(`"(?:[^"]|"")*"|[A-Z]+\(`)

// functionsOf are the functions in a formula of Excel.
func functionsOf(s string) (names []string) {
	for _, m := range calls.FindAllString(s, -1) {
		if name, ok := strings.CutSuffix(m, "("); ok {
			names = append(names, name)
		}
	}
	return names
}

// TestExcelFunctions: the formulas of all tables have no other functions than those of
// Excel 2007, and between them all that are listed.
func TestExcelFunctions(t *testing.T) {
	seen := map[string]bool{}
	for _, source := range sources() {
		f, err := formula.Parse(source)
		if err != nil {
			continue
		}
		s, _ := f.Excel(sheet{row{keys: keys}, 2})
		for _, name := range functionsOf(s) {
			seen[name] = true
			if !slices.Contains(excel2007, name) {
				t.Errorf("%s: %s", source, name)
			}
		}
	}
	if len(seen) != len(excel2007) {
		t.Errorf("written were %v", seen)
	}
}

// sources are the formulas of all tables, right and wrong.
func sources() (all []string) {
	for _, c := range parseErrors {
		all = append(all, c.source)
	}
	for _, c := range evaluations {
		all = append(all, c.source)
	}
	for _, c := range excelTexts {
		all = append(all, c.source)
	}
	return all
}
