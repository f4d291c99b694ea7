package examples_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/examples/internal/mutate"
	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

func TestMutationProbe(t *testing.T) {
	g := newGenerator(t)
	for _, dir := range []string{"normsykehuset", "kommune-avstandsoppfolging"} {
		c := load(t, g, dir)
		text, _ := json.Marshal(c)
		var tree map[string]any
		_ = json.Unmarshal(text, &tree)
		root := g.Templates().Documents().Root()
		ms := mutate.All(tree, root)
		fmt.Println(dir, mutate.Leaves(tree), "leaves", len(ms), mutate.Count(ms))
		was := state(t, g, tree)
		dead := map[string][]string{}
		unreported := map[string]bool{}
		for _, m := range ms {
			got := state(t, g, m.Case)
			rep := reported(was, got, m.Path)
			if (m.Kind == mutate.Delete) && !rep {
				unreported[mutate.Pattern(m.Path, root)] = true
			}
			if !rep && got.text == was.text {
				p := mutate.Pattern(m.Path, root)
				dead[p] = append(dead[p], string(m.Kind))
			}
		}
		var keys []string
		for k := range dead {
			keys = append(keys, k)
		}
		sort.Strings(keys)
		for _, k := range keys {
			fmt.Println("DEAD", k, slices.Compact(dead[k]))
		}
		keys = nil
		for k := range unreported {
			keys = append(keys, k)
		}
		sort.Strings(keys)
		for _, k := range keys {
			fmt.Println("UNREPORTED", k)
		}
	}
}

type outcome struct {
	text     string
	problems []report.Problem
	open     []report.Open
}

func state(t *testing.T, g *generator.Generator, tree map[string]any) outcome {
	text, err := json.Marshal(tree)
	if err != nil {
		t.Fatal(err)
	}
	c, problems := g.Load("case.json", bytes.NewReader(text))
	if c == nil {
		return outcome{problems: problems}
	}
	o := outcome{}
	rep, err := g.Check(c)
	if err != nil {
		return outcome{problems: problems}
	}
	o.problems, o.open = rep.Problems, rep.Open
	var b strings.Builder
	if !slices.ContainsFunc(problems, func(p report.Problem) bool { return p.Severity() == report.Error }) {
		for _, tpl := range g.Templates().Templates() {
			if tpl.Wanted(c.View()) {
				if d, _, err := g.Tree(c, tpl.ID, doc.Bokmal); err == nil {
					b.WriteString(doc.Dump(d))
				}
			}
		}
	}
	o.text = b.String()
	return o
}

var _ = model.Load

func reported(was, got outcome, path string) bool {
	for _, p := range got.problems {
		if mutate.Under(p.Path, path) && !slices.ContainsFunc(was.problems, func(q report.Problem) bool { return q.Rule == p.Rule && q.Path == p.Path }) {
			return true
		}
	}
	for _, o := range got.open {
		if mutate.Under(o.Path, path) && !slices.ContainsFunc(was.open, func(q report.Open) bool { return q.Path == o.Path }) {
			return true
		}
	}
	return false
}
