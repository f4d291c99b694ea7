package generator

import (
	"strconv"
	"strings"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/risk"
	"github.com/samsvar/samsvar/templates"
)

// matrix fills a table that places the scenarios of a stage by likelihood, the
// highest at the top, and consequence. A scenario stands where the scale places it;
// a mark tells of a level that a person has set.
func (a *assembly) matrix(out *doc.Table, t *templates.Table) ([]doc.Block, error) {
	r := a.riskRegister()
	if r == nil || len(r.Scenarios) == 0 {
		return a.orEmpty(out, t)
	}
	s, v := r.Scale, riskView{a, r}
	out.Matrix = &doc.Matrix{RowAxis: a.word("likelihood"), ColumnAxis: a.word("consequence")}
	if t.Live != nil {
		out.Matrix.Source, out.Matrix.Row, out.Matrix.Column, out.Matrix.Label = "table:"+t.Live.Source, t.Live.Row, t.Live.Column, t.Live.Label
	}
	out.Columns = []doc.Column{{Key: "likelihood", Weight: 14}}
	for i, step := range s.Consequence {
		out.Columns = append(out.Columns, doc.Column{Key: "c" + strconv.Itoa(i+1), Title: v.step(i, step), Weight: 16, Align: doc.Center})
	}
	placed := r.Matrix(risk.Stage(t.Stage))
	for l := len(s.Likelihood) - 1; l >= 0; l-- {
		row := doc.Row{ID: "l" + strconv.Itoa(l+1), Cells: []doc.Cell{textCell(v.step(l, s.Likelihood[l]))}}
		for c := range s.Consequence {
			level := s.Levels[s.Cells[l][c]]
			cell := textCell(v.in(level.Label))
			cell.Tone = level.Tone
			if ids := placedIDs(r, risk.Stage(t.Stage), placed[l][c]); ids != "" {
				cell.Paragraphs = append(cell.Paragraphs, doc.T(ids))
			}
			row.Cells = append(row.Cells, cell)
		}
		out.Rows = append(out.Rows, row)
	}
	return []doc.Block{out}, nil
}

// overridden marks a scenario whose level a person has set.
const overridden = "*"

func placedIDs(r *risk.Register, stage risk.Stage, scenarios []int) string {
	var ids []string
	for _, i := range scenarios {
		id := r.Scenarios[i].Scenario.ID
		if r.Scenarios[i].At(stage).Override != nil {
			id += overridden
		}
		ids = append(ids, id)
	}
	return strings.Join(ids, ", ")
}
