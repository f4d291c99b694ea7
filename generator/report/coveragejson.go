package report

import (
	"encoding/json"
	"io"
)

// CoverageJSON writes coverage as one JSON object, with the reasons in a language:
// nb, nn or en. The format is described in doc/guide/report-format.md.
func CoverageJSON(w io.Writer, c *Coverage, language string) error {
	out := jsonCoverage{Version: JSONVersion, Document: c.Document, Party: c.Party, Language: c.Language, Demands: []jsonDemand{}}
	for _, r := range c.Demands {
		d := jsonDemand{
			Demand: r.Demand, Status: r.Status, Clause: r.Clause(), Number: r.Number(), Reason: c.Reason(r, language),
			Group: r.Group, Text: r.Text, Source: r.Source,
			Places: []jsonPlace{}, Paths: append([]string{}, r.Paths...), Documents: append([]string{}, r.Documents...),
		}
		for _, p := range r.Places {
			d.Places = append(d.Places, jsonPlace{p.Clause, p.Number})
		}
		out.Demands = append(out.Demands, d)
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}

// The order of the fields is the order in the file. Every field is always there.
type jsonCoverage struct {
	Version  int          `json:"version"`
	Document string       `json:"document"`
	Party    string       `json:"party"`
	Language string       `json:"language"`
	Demands  []jsonDemand `json:"demands"`
}

type jsonDemand struct {
	Demand    string         `json:"demand"`
	Status    CoverageStatus `json:"status"`
	Clause    string         `json:"clause"`
	Number    string         `json:"number"`
	Reason    string         `json:"reason"`
	Group     string         `json:"group"`
	Text      string         `json:"text"`
	Source    string         `json:"source"`
	Places    []jsonPlace    `json:"places"`
	Paths     []string       `json:"paths"`
	Documents []string       `json:"documents"`
}

type jsonPlace struct {
	Clause string `json:"clause"`
	Number string `json:"number"`
}
