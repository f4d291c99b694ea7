package risk_test

import (
	"fmt"
	"testing"

	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/risk"
)

// register has seven scenarios, of which the last cannot be assessed.
func register() *risk.Register {
	list := []model.RiskScenario{
		scenario("A", 1, 1), scenario("B", 3, 4), scenario("C", 2, 2), scenario("D", 2, 4), scenario("E", 3, 3), scenario("F", 2, 2), scenario("G", 9, 9),
	}
	for i, area := range []string{"exit", "access", "access", "exit", "", "governance", "access"} {
		list[i].Area = area
	}
	for i, owner := range []string{"Zoe", "Anne", "Zoe", "", "Anne", "Zoe", "Per"} {
		list[i].Owner = owner
	}
	list[0].CIA = []string{"availability", "confidentiality", "availability"}
	list[1].CIA = []string{"robustness"}
	list[2].CIA = []string{"confidentiality"}
	list[5].Overrides = []model.RiskOverride{override("current", "low")}
	list[1].Residual = &model.RiskEstimate{Likelihood: n(1), Consequence: by{"privacy": 1}}
	return risk.Assess(scale(risk.Highest), &model.Risk{Scenarios: list})
}

func same(t *testing.T, what string, got any, want string) {
	t.Helper()
	if s := fmt.Sprint(got); s != want {
		t.Errorf("%s: got %s, want %s", what, s, want)
	}
}

func TestAggregates(t *testing.T) {
	r := register()
	same(t, "matrix", r.Matrix(risk.Current), "[[[0] [] [] []] [[] [2 5] [] [3]] [[] [] [4] [1]]]")
	same(t, "residual matrix", r.Matrix(risk.Residual), "[[[0 1] [] [] []] [[] [2 5] [] [3]] [[] [] [4] []]]")
	same(t, "initial counts", r.Counts(risk.Initial), "[1 2 3]")
	same(t, "counts", r.Counts(risk.Current), "[2 1 3]")
	same(t, "residual counts", r.Counts(risk.Residual), "[3 1 2]")
	same(t, "order", r.Order(risk.Current), "[1 3 4 2 5 0 6]")
	same(t, "order of the residual", r.Order(risk.Residual), "[3 4 2 5 0 1 6]")
	same(t, "two", r.Top(risk.Current, 2), "[1 3]")
	same(t, "none", r.Top(risk.Current, 0), "[]")
	same(t, "all that can be assessed", r.Top(risk.Current, 99), "[1 3 4 2 5 0]")
}

func TestGroups(t *testing.T) {
	r := register()
	for by, want := range map[string]string{
		risk.ByArea:  "[{governance [5] 0 [0 1 0] [1 0 0] [1 0 0]} {access [1 2 6] 2 [0 1 1] [0 1 1] [1 1 0]} {exit [0 3] 2 [1 0 1] [1 0 1] [1 0 1]}]",
		risk.ByCIA:   "[{confidentiality [0 2] 1 [1 1 0] [1 1 0] [1 1 0]} {availability [0] 0 [1 0 0] [1 0 0] [1 0 0]} {robustness [1] 2 [0 0 1] [0 0 1] [1 0 0]}]",
		risk.ByOwner: "[{Zoe [0 2 5] 1 [1 2 0] [2 1 0] [2 1 0]} {Anne [1 4] 2 [0 0 2] [0 0 2] [1 0 1]} {Per [6] -1 [0 0 0] [0 0 0] [0 0 0]}]",
		"weather":    "[]",
	} {
		same(t, by, r.Groups(by), want)
	}
}

// TestMatrixAndCountsAgree: what is placed is what is counted, where nothing is
// overridden.
func TestMatrixAndCountsAgree(t *testing.T) {
	r := register()
	placed := make([]int, len(r.Scale.Levels))
	for l, row := range r.Matrix(risk.Initial) {
		for c, cell := range row {
			placed[r.Scale.Cell(l+1, c+1)] += len(cell)
		}
	}
	same(t, "counts", r.Counts(risk.Initial), fmt.Sprint(placed))
}
