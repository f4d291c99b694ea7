// Package risk is the arithmetic of a risk assessment: the level of a scenario by a
// scale, what a register comes to, its treatment plan, and what has changed. It is
// pure: a case and a scale in, values out. The scales are data, which package
// templates reads (templates/risk/<id>.yaml).
//
// For most uses, call Assess with a scale and the risk of a case.
package risk

import (
	"slices"

	"github.com/samsvar/samsvar/doc"
)

// Text is a text by language.
type Text = map[doc.Language]string

// Scale is a scale of risk: n steps of likelihood, m of consequence, and a level for
// each pair. It is immutable once read.
type Scale struct {
	ID      string
	Title   Text
	Note    Text   // what is the source's and what is ours
	Source  string // where the labels come from
	Checked string // when they were held against the source, YYYY-MM-DD
	// Combine is how the consequences in the dimensions become one: Highest or Mean.
	Combine string
	File    string // with its folder, such as risk/webinar-5x5.yaml

	// Likelihood and Consequence have the lowest step first; the value of a step is
	// its position from 1.
	Likelihood  []Step
	Consequence []Step
	Dimensions  []Dimension
	Levels      []Level // the lowest first
	// Cells are indexes into Levels, as Cells[likelihood-1][consequence-1].
	Cells [][]int
}

// The ways to combine the consequences. Mean is rounded to the nearest step, half a
// step up.
const (
	Highest = "highest"
	Mean    = "mean"
)

// Step is a step of likelihood or consequence. A step of consequence has no meaning
// of its own: the dimensions say what it means.
type Step struct {
	Label, Meaning Text
}

// Dimension is what a consequence is measured in, with a meaning for each step of
// consequence, the lowest first.
type Dimension struct {
	ID      string
	Label   Text
	Meaning []Text
}

// Level is a level of risk, with who may accept it.
type Level struct {
	ID     string
	Label  Text
	Tone   doc.Tone
	Accept string // Yes, Decision or No
	By     Text   // who may accept it; with No, who decides what is to be done
	Text   Text   // what the level asks for
}

// Whether a risk may be accepted: as it is, by a reasoned decision, or not at all.
const (
	Yes      = "yes"
	Decision = "decision"
	No       = "no"
)

// Level finds a level by its id and gives its index; -1 where there is none.
func (s *Scale) Level(id string) int {
	return slices.IndexFunc(s.Levels, func(l Level) bool { return l.ID == id })
}

// Dimension finds a dimension by its id and gives its index; -1 where there is none.
func (s *Scale) Dimension(id string) int {
	return slices.IndexFunc(s.Dimensions, func(d Dimension) bool { return d.ID == id })
}

// Cell is the index of the level of a likelihood and a consequence, both from 1; -1
// outside the scale.
func (s *Scale) Cell(likelihood, consequence int) int {
	if likelihood < 1 || likelihood > len(s.Cells) || consequence < 1 || consequence > len(s.Cells[likelihood-1]) {
		return -1
	}
	return s.Cells[likelihood-1][consequence-1]
}
