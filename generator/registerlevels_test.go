package generator_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/risk"
)

// TestRegisterLevels: what the formulas of the register compute is what package risk
// does, for scenarios at random and every scale: with values that are missing, later
// assessments, and levels that are set by judgement at any stage. (That spreadsheets
// compute the formulas likewise is tested with LibreOffice.)
func TestRegisterLevels(t *testing.T) {
	mean, err := os.ReadFile("../templates/risk/webinar-5x5.yaml")
	if err != nil {
		t.Fatal(err)
	}
	text := change(t, string(mean), "id: webinar-5x5", "id: mean-5x5", "combine: highest", "combine: mean")
	g, err := generator.New(generator.Options{Languages: doc.Languages(), Overlay: fstest.MapFS{"templates/risk/mean-5x5.yaml": {Data: []byte(text)}}})
	if err != nil {
		t.Fatal(err)
	}
	scales := g.Templates().Scales()
	if len(scales) < 5 {
		t.Fatalf("%d scales", len(scales))
	}
	for i, s := range scales {
		t.Run(s.ID, func(t *testing.T) {
			random := rand.New(rand.NewPCG(5, uint64(i)))
			r := model.Risk{Scale: s.ID}
			for n := range 200 {
				r.Scenarios = append(r.Scenarios, randomScenario(random, s, n))
			}
			text, err := json.Marshal(map[string]any{"samsvar": 1, "language": "nb", "id": "x", "risk": r})
			if err != nil {
				t.Fatal(err)
			}
			registerLevels(t, g, reload(t, g, text), s)
		})
	}
}

func randomScenario(random *rand.Rand, s *risk.Scale, n int) model.RiskScenario {
	step := func(of []risk.Step) *int {
		if k := random.IntN(len(of) + 1); k > 0 {
			return &k
		}
		return nil
	}
	consequences := func() map[string]int {
		out := map[string]int{}
		for _, d := range s.Dimensions {
			if k := step(s.Consequence); k != nil && random.IntN(2) == 0 {
				out[d.ID] = *k
			}
		}
		return out
	}
	sc := model.RiskScenario{ID: fmt.Sprintf("R-%03d", n), Title: "x", Likelihood: step(s.Likelihood), Consequence: consequences()}
	if random.IntN(2) == 0 {
		sc.Residual = &model.RiskEstimate{Likelihood: step(s.Likelihood), Consequence: consequences()}
	}
	for range random.IntN(3) {
		sc.Reassessments = append(sc.Reassessments, model.RiskReassessment{Likelihood: step(s.Likelihood), Consequence: consequences()})
	}
	for range random.IntN(4) {
		o := model.RiskOverride{Stage: string(risk.Stages()[random.IntN(3)]), Level: s.Levels[random.IntN(len(s.Levels))].ID, Reason: "x", By: "x", Date: "2026-11-01"}
		if random.IntN(5) == 0 {
			o.By = "" // does not count
		}
		sc.Overrides = append(sc.Overrides, o)
	}
	return sc
}

func registerLevels(t *testing.T, g *generator.Generator, c *model.Case, s *risk.Scale) {
	t.Helper()
	d, _, err := g.Tree(c, "risk-register", doc.Bokmal)
	if err != nil {
		t.Fatal(err)
	}
	columns := map[string]int{}
	var table *doc.Table
	_ = doc.Walk(d.Blocks, func(b doc.Block) error {
		if x, ok := b.(*doc.Table); ok && x.ID == "table:scenarios" {
			table = x
		}
		return nil
	})
	for i, column := range table.Columns {
		columns[column.Key] = i
	}
	reg := risk.Assess(s, c.Risk)
	if len(reg.Scenarios) != 200 || len(table.Rows) != 200 {
		t.Fatalf("%d scenarios, %d rows", len(reg.Scenarios), len(table.Rows))
	}
	assessable := 0
	for i, a := range reg.Scenarios {
		want := map[string]string{
			"highest": steps(a.Initial.Consequence), "initialLevel": levelOf(s, a.Initial), "currentLevel": levelOf(s, a.Current), "residualLevel": levelOf(s, a.Residual),
			"residualRow": steps(a.Residual.Likelihood), "residualColumn": steps(a.Residual.Consequence),
			"mark": a.Scenario.ID, "residualMark": a.Scenario.ID,
		}
		if a.Initial.Override != nil {
			want["mark"] += "*"
		}
		if a.Residual.Override != nil {
			want["residualMark"] += "*"
		}
		if a.Residual.Assessable() {
			assessable++
		}
		for key, w := range want {
			if got := strings.Join(cellLines(table.Rows[i].Cells[columns[key]]), "\n"); got != w {
				t.Errorf("%s %s: the formula gives %q, the arithmetic %q", a.Scenario.ID, key, got, w)
			}
		}
	}
	if assessable < 40 || assessable > 180 {
		t.Errorf("%d of the scenarios can be assessed", assessable)
	}
}

func cellLines(c doc.Cell) (out []string) {
	for _, p := range c.Paragraphs {
		out = append(out, doc.Plain(p))
	}
	return out
}

func levelOf(s *risk.Scale, r risk.Result) string {
	if r.Level < 0 {
		return ""
	}
	return s.Levels[r.Level].Label[doc.Bokmal]
}

func steps(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
