package clauses

import (
	"path"
	"strings"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/report"
)

// CheckTexts finds the languages that a clause or an alternative of it lacks. Load
// leaves that to those who use the clause.
func (l *Library) CheckTexts(languages []doc.Language) []report.Problem {
	var out []report.Problem
	for _, c := range l.Clauses() {
		for _, a := range append([]Alternative{{}}, c.Alternatives...) {
			for _, language := range languages {
				if _, ok := c.Text(a.ID, language); !ok {
					out = append(out, l.MissingText(c, a.ID, language))
				}
			}
		}
	}
	report.SortProblems(out)
	return out
}

// MissingText is the problem that a clause has no text in a language; it names the
// file that is missing.
func (l *Library) MissingText(c *Clause, alternative string, language doc.Language) report.Problem {
	at, file := l.placeOf(c, "id"), strings.TrimSuffix(path.Base(c.File), ".yaml")
	if alternative != "" {
		at, file = l.placeOf(c, "alternatives", alternative), file+"@"+alternative
	}
	return problemAt("text-missing", at, "id", c.ID, "alternative", alternative, "language", string(language), "file", file+"."+string(language)+".md")
}

// placeOf is where something stands in the YAML file of a clause.
func (l *Library) placeOf(c *Clause, steps ...string) report.Pos {
	for _, layer := range l.layers {
		if layer.house == c.Overridden {
			if text, err := ReadFile(layer, c.File); err == nil {
				return YAMLPlace(c.File, text, steps...)
			}
		}
	}
	return report.Pos{File: c.File}
}
