package templates

import "github.com/samsvar/samsvar/clauses"

// The raw types are the file of a scale as it is written.

type rawScale struct {
	ID          clauses.Located     `yaml:"id"`
	Base        *clauses.Base       `yaml:"base"`
	Title       rawText             `yaml:"title"`
	Source      clauses.Located     `yaml:"source"`
	Checked     clauses.Located     `yaml:"checked"`
	Note        rawText             `yaml:"note"`
	Combine     clauses.Located     `yaml:"combine"`
	Likelihood  []rawLikelihood     `yaml:"likelihood"`
	Consequence []rawConsequence    `yaml:"consequence"`
	Dimensions  []rawDimension      `yaml:"dimensions"`
	Levels      []rawLevel          `yaml:"levels"`
	Cells       [][]clauses.Located `yaml:"cells"` // the highest likelihood first
	Acceptance  []rawAcceptance     `yaml:"acceptance"`
}

type rawLikelihood struct {
	Label   rawText `yaml:"label"`
	Meaning rawText `yaml:"meaning"`
}

type rawConsequence struct {
	Label rawText `yaml:"label"`
}

type rawDimension struct {
	ID      clauses.Located `yaml:"id"`
	Label   rawText         `yaml:"label"`
	Meaning []rawText       `yaml:"meaning"`
}

type rawLevel struct {
	ID     clauses.Located `yaml:"id"`
	Label  rawText         `yaml:"label"`
	Colour clauses.Located `yaml:"colour"`
}

// rawAcceptance is a band of levels.
type rawAcceptance struct {
	From   clauses.Located `yaml:"from"`
	To     clauses.Located `yaml:"to"`
	Accept clauses.Located `yaml:"accept"`
	By     rawText         `yaml:"by"`
	Text   rawText         `yaml:"text"`
}
