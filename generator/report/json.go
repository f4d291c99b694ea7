package report

import (
	"encoding/json"
	"io"
	"strings"
)

// JSONVersion is the version of the format that JSON writes. It grows when a
// field goes away or changes its meaning; new fields do not change it. The format
// is described in doc/guide/report-format.md and report.schema.json.
const JSONVersion = 1

// JSON writes the report as one JSON object with messages in a language: nb, nn
// or en. The labels of open points stay as they are. The same report gives the
// same bytes.
func JSON(w io.Writer, r *Report, language string) error {
	out := jsonReport{
		Version:    JSONVersion,
		Complete:   r.Complete(),
		Documents:  append([]string{}, r.Documents...),
		Counts:     jsonCounts{r.Count(Error), r.Count(Warning), r.Count(Info), len(r.Open), r.Blocking(), len(r.Silenced)},
		Problems:   []jsonProblem{},
		Silenced:   []jsonSilenced{},
		Open:       []jsonOpen{},
		Assumed:    assumedJSON(r.Assumed, language),
		Overridden: append([]string{}, r.Overridden...),
	}
	for _, p := range r.Problems {
		rule := p.rule()
		out.Problems = append(out.Problems, jsonProblem{
			Rule: p.Rule, Severity: p.Severity(), Path: p.Path,
			File: p.Pos.File, Line: p.Pos.Line, Column: p.Pos.Column,
			Message: p.Message(language), Hint: strings.TrimSpace(p.Hint(language)), Demand: rule.Demand,
			Law: rule.Law, Phase: rule.Phase, Document: p.Document,
		})
	}
	for _, p := range r.Reasoned() {
		s := jsonSilenced{
			Rule: p.Rule, Path: p.Path, File: p.Pos.File, Line: p.Pos.Line, Column: p.Pos.Column,
			Message: p.Message(language), Severity: Info,
			Reason: p.Lowered.Reason, By: p.Lowered.By, Date: p.Lowered.Date, Check: p.Lowered.Path,
		}
		if p.Lowered.Silenced {
			s.Severity = "none"
		}
		out.Silenced = append(out.Silenced, s)
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
	Version    int            `json:"version"`
	Complete   bool           `json:"complete"`
	Documents  []string       `json:"documents"`
	Counts     jsonCounts     `json:"counts"`
	Problems   []jsonProblem  `json:"problems"`
	Silenced   []jsonSilenced `json:"silenced"`
	Open       []jsonOpen     `json:"open"`
	Assumed    []jsonAssumed  `json:"assumed"`
	Overridden []string       `json:"overridden"`
}

type jsonCounts struct {
	Errors   int `json:"errors"`
	Warnings int `json:"warnings"`
	Notes    int `json:"notes"`
	Open     int `json:"open"`
	Due      int `json:"due"`
	Silenced int `json:"silenced"`
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
	Law      string   `json:"law"`
	Phase    string   `json:"phase"`
	Document string   `json:"document"`
}

type jsonSilenced struct {
	Rule     string   `json:"rule"`
	Severity Severity `json:"severity"` // info or none
	Path     string   `json:"path"`
	File     string   `json:"file"`
	Line     int      `json:"line"`
	Column   int      `json:"column"`
	Message  string   `json:"message"`
	Reason   string   `json:"reason"`
	By       string   `json:"by"`
	Date     string   `json:"date"`
	Check    string   `json:"check"`
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
