package main

import (
	"regexp"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/generator/model"
)

func TestSkeleton(t *testing.T) {
	text, err := skeleton.ReadFile("init/case.yaml")
	if err != nil {
		t.Fatal(err)
	}
	c, problems := model.Load("case.yaml", strings.NewReader(string(text)), model.LoadOptions{})
	if c == nil || len(problems) > 0 {
		t.Fatalf("the skeleton has problems: %v", problems)
	}
	if n := len(c.Open("dpa")); n < 30 {
		t.Errorf("the skeleton has only %d open points", n)
	}
	for i, line := range strings.Split(string(text), "\n") {
		if len([]rune(line)) > 150 {
			t.Errorf("line %d is too long", i+1)
		}
	}
}

var (
	optional  = regexp.MustCompile(`^( *)# ( *(?:- )?[A-Za-z0-9]+:(?: .*)?)$`)
	emptyList = regexp.MustCompile(`: \[\]\n( *)#`)
)

// With every optional field in use the skeleton is valid too.
func TestSkeletonOptional(t *testing.T) {
	data, err := skeleton.ReadFile("init/case.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	used := 0
	for _, line := range strings.Split(emptyList.ReplaceAllString(string(data), ":\n$1#"), "\n") {
		if m := optional.FindStringSubmatch(line); m != nil {
			line = m[1] + m[2]
			used++
		}
		lines = append(lines, line)
	}
	if used < 20 {
		t.Fatalf("only %d optional fields", used)
	}
	text := strings.Join(lines, "\n")
	c, problems := model.Load("case.yaml", strings.NewReader(text), model.LoadOptions{})
	if c == nil || len(problems) > 0 {
		for _, p := range problems {
			t.Errorf("%d:%d: %s: %s", p.Pos.Line, p.Pos.Column, p.Path, p.Message("en"))
		}
	}
	if len(c.Subprocessors) != 1 || len(c.Service.Locations) != 1 || len(c.Security.Measures) != 1 {
		t.Error("the optional lists are not read")
	}
}
