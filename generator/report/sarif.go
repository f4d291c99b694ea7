package report

import (
	"encoding/json"
	"io"
	"slices"
	"strings"
)

// SARIFOptions say what a SARIF log tells of the tool. The zero value is in
// English and without a version.
type SARIFOptions struct {
	Language string // nb, nn or en
	Version  string // of the program
}

// SARIF writes the report as a log in SARIF 2.1.0 (OASIS standard), which code
// hosts and editors show beside the lines. A problem is a result of its rule, an
// open point one of the rule open-point; what the case silences is there with the
// reason as its justification. The same report gives the same bytes.
func SARIF(w io.Writer, r *Report, o SARIFOptions) error {
	if o.Language != "nb" && o.Language != "nn" {
		o.Language = "en"
	}
	run := sarifRun{
		Tool: sarifTool{Driver: sarifDriver{
			Name: "samsvar", Version: o.Version, InformationURI: "https://github.com/samsvar/samsvar",
			Language: o.Language, Rules: []sarifRule{},
		}},
		Language: o.Language, ColumnKind: "unicodeCodePoints", Results: []sarifResult{},
	}
	ids := usedRules(r)
	for _, id := range ids {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRuleOf(id, o.Language))
	}
	add := func(s sarifResult) {
		s.RuleIndex = slices.Index(ids, s.RuleID)
		run.Results = append(run.Results, s)
	}
	for _, p := range r.Problems {
		add(p.sarif(o.Language))
	}
	for _, p := range r.Silenced {
		add(p.sarif(o.Language))
	}
	for _, open := range r.Open {
		add(open.sarif(o.Language))
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(sarifLog{Schema: sarifSchema, Version: "2.1.0", Runs: []sarifRun{run}})
}

const sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

// openRule is the rule that an open point breaks.
const openRule = "open-point"

// usedRules are the ids of the rules that the report has findings of, sorted.
func usedRules(r *Report) []string {
	var ids []string
	for _, p := range slices.Concat(r.Problems, r.Silenced) {
		ids = append(ids, p.Rule)
	}
	if len(r.Open) > 0 {
		ids = append(ids, openRule)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

func sarifRuleOf(id, language string) sarifRule {
	r, ok := RuleByID(id)
	if !ok {
		r = Rule{ID: id, Severity: Error}
	}
	w := wordsIn(language)
	about := plain(in(r.Message, language))
	if about == "" {
		about = id
	}
	help := []string{}
	if hint := plain(in(r.Hint, language)); hint != "" {
		help = append(help, hint)
	}
	if basis := (Problem{Rule: id}).basis(); basis != "" {
		help = append(help, w.basis+": "+basis)
	}
	if len(help) == 0 {
		help = append(help, about)
	}
	return sarifRule{
		ID: id, Short: sarifMessage(about), Help: sarifMessage(strings.Join(help, "\n")),
		Default:    sarifConfiguration{Level: level(severityOf(id))},
		Properties: sarifRuleProperties{Law: r.Law, Demand: r.Demand, Phase: r.Phase},
	}
}

// sarifMessage doubles the braces of a text, which else stand for arguments (3.11.5).
func sarifMessage(s string) sarifText {
	return sarifText{strings.NewReplacer("{", "{{", "}", "}}").Replace(s)}
}

// level of SARIF for a severity.
func level(s Severity) string {
	if s == Info {
		return "note"
	}
	return string(s)
}

// plain is the text of a rule without values: each place for one is "…".
func plain(text string) string {
	var b strings.Builder
	for text != "" {
		if end := strings.IndexByte(text, '}'); text[0] == '{' && end > 1 && isName(text[1:end]) {
			b.WriteString("…")
			text = text[end+1:]
			continue
		}
		next := strings.IndexByte(text[1:], '{') + 1
		if next == 0 {
			next = len(text)
		}
		b.WriteString(text[:next])
		text = text[next:]
	}
	return strings.TrimSpace(strings.NewReplacer("[[", "", "]]", "").Replace(b.String()))
}

func (p Problem) sarif(language string) sarifResult {
	message := p.Message(language)
	if hint := strings.TrimSpace(p.Hint(language)); hint != "" {
		message += "\n" + hint
	}
	s := sarifResult{
		RuleID: p.Rule, Level: level(p.Severity()), Message: sarifMessage(printableLines(message)),
		Locations: locations(p.Pos, p.Path), Suppressions: []sarifSuppression{},
		Fingerprints: map[string]string{"samsvar/v1": p.Rule + " " + p.Path + " " + p.Document},
		Properties:   sarifProperties{Document: p.Document, Path: p.Path},
	}
	if l := p.Lowered; l != nil {
		s.Properties.Reason = l.words()
		if l.Silenced {
			s.Level = level(severityOf(p.Rule))
			suppression := sarifSuppression{Kind: "inSource", Status: "accepted", Justification: printable(l.words())}
			if at := locations(l.Pos, l.Path); len(at) > 0 {
				suppression.Location = &at[0]
			}
			s.Suppressions = append(s.Suppressions, suppression)
		}
	}
	return s
}

// sarif of an open point: an error when it is due, a note when it is not.
func (o Open) sarif(language string) sarifResult {
	p := o.problem(language)
	s := p.sarif(language)
	s.Fingerprints = map[string]string{"samsvar/v1": openRule + " " + o.Path + " " + o.Document}
	s.Properties = sarifProperties{Document: o.Document, Path: o.Path, No: o.No, Place: o.Place, Responsible: o.Responsible, Phase: o.Phase}
	if o.Reserved {
		s.Level = level(Info)
	}
	return s
}

// problem is the open point as a finding of the rule open-point.
func (o Open) problem(language string) Problem {
	who := ""
	if o.Responsible != "" {
		who = wordsIn(language).who(Open{Responsible: o.Responsible})
	}
	return Problem{Rule: openRule, Path: o.Path, Pos: o.Pos, Document: o.Document, Args: map[string]string{
		"label": o.Label, "document": o.Document, "path": o.Path, "who": who,
	}}
}

// locations is the place in the file and in the case, as far as they are known.
func locations(pos Pos, path string) []sarifLocation {
	var at sarifLocation
	if pos.File != "" && !strings.HasPrefix(pos.File, "<") { // <stdin> is no file
		// What is about a file as a whole stands at its first line: code hosts want one.
		at.Physical = &sarifPhysical{Artifact: sarifArtifact{URI: fileURI(pos.File)}, Region: sarifRegion{StartLine: max(pos.Line, 1), StartColumn: pos.Column}}
	}
	if path != "" {
		at.Logical = []sarifLogical{{FullyQualifiedName: path}}
	}
	if at.Physical == nil && at.Logical == nil {
		return []sarifLocation{}
	}
	return []sarifLocation{at}
}
