package templates

import (
	"go.yaml.in/yaml/v4"

	"github.com/samsvar/samsvar/clauses"
)

// The raw types are template.yaml as it is written.

type rawTemplate struct {
	ID         string                    `yaml:"id"`
	Title      rawText                   `yaml:"title"`
	Form       string                    `yaml:"form"`
	Audience   string                    `yaml:"audience"`
	Exemption  string                    `yaml:"exemption"`
	Phase      string                    `yaml:"phase"`
	When       clauses.Located           `yaml:"when"`
	Subject    rawText                   `yaml:"subject"`
	Cover      *rawCover                 `yaml:"cover"`
	Outline    []rawItem                 `yaml:"outline"`
	Signatures map[string]*rawSignatures `yaml:"signatures"`
	Tables     map[string]*rawTable      `yaml:"tables"`
	Fields     []rawField                `yaml:"fields"`
	Base       *clauses.Base             `yaml:"base"`
	PerParty   *rawPerParty              `yaml:"perParty"`
	Body       *rawBody                  `yaml:"body"`
	Reasons    []rawReason               `yaml:"reasons"`
	Lists      map[string]*rawList       `yaml:"lists"`
	Grids      map[string]*rawGrid       `yaml:"grids"`
}

type rawCover struct {
	Kicker   rawText         `yaml:"kicker"`
	Title    rawText         `yaml:"title"`
	Subtitle rawText         `yaml:"subtitle"`
	Parties  []rawCoverParty `yaml:"parties"`
	Facts    []rawRow        `yaml:"facts"`
}

type rawCoverParty struct {
	When  clauses.Located `yaml:"when"`
	Each  clauses.Located `yaml:"each"`
	Role  rawText         `yaml:"role"`
	Name  rawText         `yaml:"name"`
	Lines []rawLine       `yaml:"lines"`
}

type rawItem struct {
	When       clauses.Located `yaml:"when"`
	OpenPoints bool            `yaml:"openPoints"`
	TOC        int             `yaml:"toc"`
	Clause     clauses.Located `yaml:"clause"`
	Unnumbered bool            `yaml:"unnumbered"`
	Prose      bool            `yaml:"prose"`
	Tables     []string        `yaml:"tables"`
	Signatures clauses.Located `yaml:"signatures"`
	Annex      clauses.Located `yaml:"annex"`
	Title      rawText         `yaml:"title"`
	Landscape  bool            `yaml:"landscape"`
	Outline    []rawItem       `yaml:"outline"`

	// Of a workbook.
	Sheet     clauses.Located `yaml:"sheet"`
	Tab       rawText         `yaml:"tab"`
	Freeze    int             `yaml:"freeze"`
	Protected bool            `yaml:"protected"`
	Spare     int             `yaml:"spare"`
	Table     clauses.Located `yaml:"table"`
}

type rawSignatures struct {
	Each       clauses.Located `yaml:"each"`
	Electronic clauses.Located `yaml:"electronic"`
	Role       rawText         `yaml:"role"`
	Party      rawText         `yaml:"party"`
	Name       rawText         `yaml:"name"`
	Title      rawText         `yaml:"title"`
	Remark     []rawLine       `yaml:"remark"`
}

type rawTable struct {
	Kind    string          `yaml:"kind"`
	Caption rawText         `yaml:"caption"`
	Empty   rawText         `yaml:"empty"`
	Each    clauses.Located `yaml:"each"`
	Where   clauses.Located `yaml:"where"`
	ID      clauses.Located `yaml:"id"`
	Columns []rawColumn     `yaml:"columns"`
	Rows    []rawRow        `yaml:"rows"`
	Covers  []string        `yaml:"covers"`
	Answers string          `yaml:"answers"`

	Into  clauses.Located `yaml:"into"`  // where new rows go, of one with input
	Stage string          `yaml:"stage"` // of a matrix
	Live  *rawLive        `yaml:"live"`
}

type rawColumn struct {
	Key    clauses.Located `yaml:"key"`
	Title  rawText         `yaml:"title"`
	When   clauses.Located `yaml:"when"`
	Weight int             `yaml:"weight"`
	Align  string          `yaml:"align"`
	Each   clauses.Located `yaml:"each"`
	Lines  []rawLine       `yaml:"lines"`
	Covers []string        `yaml:"covers"`
	Tones  clauses.Located `yaml:"tones"`

	// Of a sheet.
	Repeat  clauses.Located `yaml:"repeat"`
	Path    clauses.Located `yaml:"path"`
	List    string          `yaml:"list"`
	Join    string          `yaml:"join"`
	Input   bool            `yaml:"input"`
	Note    rawText         `yaml:"note"`
	Formula clauses.Located `yaml:"formula"`
	Type    string          `yaml:"type"`
}

// rawList is what a column chooses from, and rawGrid what a formula looks up.
type rawList struct {
	Each  clauses.Located `yaml:"each"`
	Value rawText         `yaml:"value"`
	Label rawText         `yaml:"label"`
}

type rawGrid struct {
	Each  clauses.Located `yaml:"each"`
	Cells clauses.Located `yaml:"cells"`
	Text  rawText         `yaml:"text"`
}

// rawLive names the columns by which a matrix places the rows of a register.
type rawLive struct {
	Source string `yaml:"source"`
	Row    string `yaml:"row"`
	Column string `yaml:"column"`
	Label  string `yaml:"label"`
}

// rawRow is a row of facts (label and lines) or a fixed row of a register (cells).
type rawRow struct {
	Key    clauses.Located    `yaml:"key"`
	Label  rawText            `yaml:"label"`
	When   clauses.Located    `yaml:"when"`
	Each   clauses.Located    `yaml:"each"`
	Lines  []rawLine          `yaml:"lines"`
	Cells  map[string]rawText `yaml:"cells"`
	Covers []string           `yaml:"covers"`
}

// rawField is a fact of the case that meets demands by itself.
type rawField struct {
	Path   clauses.Located `yaml:"path"`
	When   clauses.Located `yaml:"when"`
	Covers []string        `yaml:"covers"`
}

// rawText is a text: a string, or a mapping from language to string.
type rawText struct {
	all    clauses.Located            // a string: the same in every language
	by     map[string]clauses.Located // a mapping
	line   int
	column int
}

func (t rawText) empty() bool { return t.all.Text == "" && t.by == nil }

// UnmarshalYAML implements yaml.Unmarshaler.
func (t *rawText) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	switch n.Kind {
	case yaml.ScalarNode:
		return t.all.UnmarshalYAML(n)
	case yaml.MappingNode:
		t.by, t.line, t.column = map[string]clauses.Located{}, n.Line, n.Column
		for i := 0; i+1 < len(n.Content); i += 2 {
			key, v := n.Content[i], n.Content[i+1]
			switch key.Value {
			case "nb", "nn", "en":
			default:
				return clauses.MisfitAt(key, "library-language", "value", key.Value)
			}
			var l clauses.Located
			if err := l.UnmarshalYAML(v); err != nil {
				return err
			}
			t.by[key.Value] = l
		}
		return nil
	}
	return clauses.MisfitAt(n, "library-text")
}

// rawLine is a text, or {when, each, text}.
type rawLine struct {
	when clauses.Located
	each clauses.Located
	text rawText
}

// UnmarshalYAML implements yaml.Unmarshaler.
func (l *rawLine) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if n.Kind != yaml.MappingNode || !hasKey(n, "when") && !hasKey(n, "each") && !hasKey(n, "text") {
		return l.text.UnmarshalYAML(n)
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, v := n.Content[i], n.Content[i+1]
		var err error
		switch key.Value {
		case "when":
			err = l.when.UnmarshalYAML(v)
		case "each":
			err = l.each.UnmarshalYAML(v)
		case "text":
			err = l.text.UnmarshalYAML(v)
		default:
			err = clauses.MisfitAt(key, "library-line")
		}
		if err != nil {
			return err
		}
	}
	if l.text.empty() {
		return clauses.MisfitAt(n, "library-line")
	}
	return nil
}

func hasKey(n *yaml.Node, key string) bool {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return true
		}
	}
	return false
}
