package templates

import (
	"slices"
	"strconv"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/samsvar/samsvar/generator/risk"
)

// cells reads the matrix, turns it so that the lowest likelihood is first, and
// checks that it is whole and rises in both directions.
func (r *scaleReader) cells(s *risk.Scale, raw *rawScale) {
	r.wanted(len(raw.Cells) > 0, "cells")
	if len(raw.Cells) == 0 || r.misspelt["likelihood"] || r.misspelt["consequence"] || r.misspelt["levels"] {
		return
	}
	n, before := len(s.Likelihood), len(r.problems)
	if len(raw.Cells) != n {
		r.problem("scale-cells", r.at("cells"), "rows", strconv.Itoa(len(raw.Cells)), "steps", strconv.Itoa(n))
	}
	for i, row := range raw.Cells[:min(len(raw.Cells), maxSteps+1)] {
		if len(row) != len(s.Consequence) {
			r.problem("scale-cells", r.rowAt(row, i), "cells", strconv.Itoa(len(row)), "columns", strconv.Itoa(len(s.Consequence)))
		}
		var cells []int
		for _, cell := range row[:min(len(row), maxSteps)] {
			cells = append(cells, r.level(s, cell))
		}
		s.Cells = append(s.Cells, cells)
	}
	slices.Reverse(s.Cells)
	if len(r.problems) > before { // no shape in which to look for a dip
		return
	}
	for i, row := range raw.Cells {
		for j := range row {
			r.dip(s, n-i, j+1, row[j])
		}
	}
}

func (r *scaleReader) rowAt(row []clauses.Located, i int) report.Pos {
	if len(row) > 0 {
		return r.place(row[0])
	}
	return r.at("cells", strconv.Itoa(i))
}

// dip: a higher likelihood or consequence never gives a lower level.
func (r *scaleReader) dip(s *risk.Scale, likelihood, consequence int, cell clauses.Located) {
	level := s.Cell(likelihood, consequence)
	for _, other := range [][2]int{{likelihood - 1, consequence}, {likelihood, consequence - 1}} {
		below := s.Cell(other[0], other[1])
		if below <= level {
			continue
		}
		r.problem("scale-dip", r.place(cell),
			"level", s.Levels[level].ID, "likelihood", strconv.Itoa(likelihood), "consequence", strconv.Itoa(consequence),
			"other", s.Levels[below].ID, "otherLikelihood", strconv.Itoa(other[0]), "otherConsequence", strconv.Itoa(other[1]))
		return
	}
}

// level finds the level that is named; -1, and a problem, where there is none.
func (r *scaleReader) level(s *risk.Scale, v clauses.Located) int {
	i := s.Level(v.Text)
	if i < 0 || v.Text == "" {
		var known []string
		for _, l := range s.Levels {
			known = append(known, l.ID)
		}
		r.problem("scale-level", r.place(v), "value", v.Text, "suggestion", model.Suggest(v.Text, known))
		return -1
	}
	return i
}

// accepts are the ways to accept, the loosest first.
var accepts = []string{risk.Yes, risk.Decision, risk.No}

// acceptance gives each level what its band says, and checks that each level is in
// just one band and that a higher level is not accepted more easily.
func (r *scaleReader) acceptance(s *risk.Scale, raw *rawScale) {
	r.wanted(len(raw.Acceptance) > 0, "acceptance")
	if len(raw.Acceptance) == 0 || r.misspelt["levels"] {
		return
	}
	before := len(r.problems)
	taken := make([]bool, len(s.Levels))
	for i, band := range raw.Acceptance[:min(len(raw.Acceptance), maxSteps+1)] { // the last of more than there are levels overlaps
		no := strconv.Itoa(i)
		accept := r.oneOf(band.Accept, accepts, "acceptance", no, "accept")
		by, text := r.text(band.By, "acceptance", no, "by"), r.text(band.Text, "acceptance", no, "text")
		r.wanted(band.From.Text != "", "acceptance", no, "from")
		r.wanted(band.To.Text != "", "acceptance", no, "to")
		if band.From.Text == "" || band.To.Text == "" {
			continue
		}
		from, to := r.level(s, band.From), r.level(s, band.To)
		switch {
		case from < 0 || to < 0:
			continue
		case from > to:
			r.problem("scale-band-reversed", r.place(band.From), "from", band.From.Text, "to", band.To.Text)
			continue
		}
		for level := from; level <= to; level++ {
			if taken[level] {
				r.problem("scale-band-overlap", r.place(band.From), "level", s.Levels[level].ID)
				break
			}
			taken[level] = true
			s.Levels[level].Accept, s.Levels[level].By, s.Levels[level].Text = accept, by, text
		}
	}
	if len(r.problems) > before {
		return
	}
	for i, level := range s.Levels {
		switch {
		case s.Level(level.ID) != i: // it stands twice
		case !taken[i]:
			r.problem("scale-band-gap", r.at("acceptance"), "level", level.ID)
		case i > 0 && taken[i-1] && slices.Index(accepts, level.Accept) < slices.Index(accepts, s.Levels[i-1].Accept):
			r.problem("scale-band-looser", r.at("acceptance"), "level", level.ID, "below", s.Levels[i-1].ID)
		}
	}
}
