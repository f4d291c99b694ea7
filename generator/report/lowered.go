package report

// Lowered is why a warning is no longer one: the row of checks in the case that
// says so, as it stands there.
type Lowered struct {
	Path     string // of the row: "checks[0]"
	Pos      Pos
	Silenced bool // not shown among the problems at all
	Reason   string
	By       string // may be empty
	Date     string // YYYY-MM-DD; may be empty
}

// Reasoned lists the problems that the case has lowered and then those that it
// has silenced, each in the order of the report.
func (r *Report) Reasoned() []Problem {
	var out []Problem
	for _, p := range r.Problems {
		if p.Lowered != nil {
			out = append(out, p)
		}
	}
	return append(out, r.Silenced...)
}

// Silenceable reports whether a case may lower or silence the findings of a rule:
// an error may not.
func (r Rule) Silenceable() bool { return r.Severity == Warning || r.Severity == Info }
