package report

import (
	"encoding/json"
	"io"
	"strings"
)

// JSONVersion is the version of the format that JSON writes. It grows when a
// field goes away or changes its meaning; new fields do not change it. The format
// is described in doc/guide/report-format.md.
const JSONVersion = 1

// JSON writes the report as one JSON object with messages in a language: nb, nn
// or en. The labels of open points stay as they are. The same report gives the
// same bytes.
func JSON(w io.Writer, r *Report, language string) error {
	out := jsonReport{
		Version:    JSONVersion,
		Complete:   r.Complete(),
		Problems:   []jsonProblem{},
		Open:       []jsonOpen{},
		Overridden: append([]string{}, r.Overridden...),
	}
	for _, p := range r.Problems {
		rule, _ := RuleByID(p.Rule)
		out.Problems = append(out.Problems, jsonProblem{
			Rule: p.Rule, Severity: p.Severity(), Path: p.Path,
			File: p.Pos.File, Line: p.Pos.Line, Column: p.Pos.Column,
			Message: p.Message(language), Hint: strings.TrimSpace(p.Hint(language)), Demand: rule.Demand,
		})
	}
	for _, o := range r.Open {
		out.Open = append(out.Open, jsonOpen{
			Path: o.Path, Document: o.Document, Label: o.Label, Responsible: o.Responsible,
			No: o.No, Place: o.Place, Phase: o.Phase, Reserved: o.Reserved,
			File: o.Pos.File, Line: o.Pos.Line, Column: o.Pos.Column,
		})
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}

// The order of the fields is the order in the file. Every field is always there.
type jsonReport struct {
	Version    int           `json:"version"`
	Complete   bool          `json:"complete"`
	Problems   []jsonProblem `json:"problems"`
	Open       []jsonOpen    `json:"open"`
	Overridden []string      `json:"overridden"`
}

type jsonProblem struct {
	Rule     string   `json:"rule"`
	Severity Severity `json:"severity"`
	Path     string   `json:"path"`
	File     string   `json:"file"`
	Line     int      `json:"line"`
	Column   int      `json:"column"`
	Message  string   `json:"message"`
	Hint     string   `json:"hint"`
	Demand   string   `json:"demand"`
}

type jsonOpen struct {
	Path        string `json:"path"`
	Document    string `json:"document"`
	Label       string `json:"label"`
	Responsible string `json:"responsible"`
	No          int    `json:"no"`
	Place       string `json:"place"`
	Phase       string `json:"phase"`
	Reserved    bool   `json:"reserved"`
	File        string `json:"file"`
	Line        int    `json:"line"`
	Column      int    `json:"column"`
}
