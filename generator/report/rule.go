package report

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v4"
)

// Rule is a kind of problem.
type Rule struct {
	ID       string            `yaml:"id"`
	Severity Severity          `yaml:"severity"`
	Message  map[string]string `yaml:"message"` // by language: nb, nn, en
	Hint     map[string]string `yaml:"hint"`    // may be absent
	// Phase of the procurement from which it counts; before that a finding is a
	// note. Empty is all phases.
	Phase  string `yaml:"phase"`
	Demand string `yaml:"demand"` // catalogue:id of the demand it serves
	Law    string `yaml:"law"`    // where it comes from
	// Kind says why neither law nor demand stands behind the rule; empty when one
	// does.
	Kind RuleKind `yaml:"kind"`
}

// RuleKind is what a rule serves that comes from no law.
type RuleKind string

// Form: how a file is written. Text: the text library. Consistency: facts that
// cannot all be true. Practice: what good practice wants.
const (
	KindForm        RuleKind = "form"
	KindText        RuleKind = "text"
	KindConsistency RuleKind = "consistency"
	KindPractice    RuleKind = "practice"
)

//go:generate go run ./internal/ruleguide/generate

//go:embed rules/*.yaml
var ruleFiles embed.FS

var loadRules = sync.OnceValue(func() map[string]Rule {
	rules, err := readRules(ruleFiles)
	if err != nil {
		panic(err) // embedded data, checked by a test
	}
	return rules
})

func readRules(fsys fs.FS) (map[string]Rule, error) {
	names, err := fs.Glob(fsys, "rules/*.yaml")
	if err != nil {
		return nil, err
	}
	rules := map[string]Rule{}
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		var list []Rule
		if err := yaml.Unmarshal(text, &list); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		for _, r := range list {
			if _, twice := rules[r.ID]; twice || r.ID == "" {
				return nil, fmt.Errorf("%s: rule %q is empty or given twice", name, r.ID)
			}
			rules[r.ID] = r
		}
	}
	return rules, nil
}

// Rules lists all rules, sorted by id.
func Rules() []Rule {
	var out []Rule
	for _, r := range loadRules() {
		out = append(out, r)
	}
	slices.SortFunc(out, func(a, b Rule) int { return strings.Compare(a.ID, b.ID) })
	return out
}

// RuleByID finds a rule.
func RuleByID(id string) (Rule, bool) {
	r, ok := loadRules()[id]
	return r, ok
}

// Severity of the problem: as its rule says, or Info when it is not due yet or
// the case lowers it. An unknown rule is an error.
func (p Problem) Severity() Severity {
	if p.Later || p.Lowered != nil {
		return Info
	}
	return severityOf(p.Rule)
}

// HasError reports whether one of the problems is an error.
func HasError(problems []Problem) bool {
	return slices.ContainsFunc(problems, func(p Problem) bool { return p.Severity() == Error })
}

func severityOf(rule string) Severity {
	if r, ok := RuleByID(rule); ok && r.Severity != "" {
		return r.Severity
	}
	return Error
}

// Message is the finding in words: lower case, no full stop. Language is nb, nn
// or en; another one reads English.
func (p Problem) Message(language string) string {
	r, ok := RuleByID(p.Rule)
	if !ok {
		return p.Rule
	}
	return fill(in(r.Message, language), localised(p.Args, language))
}

// Hint says what to do about it; empty where there is nothing to add.
func (p Problem) Hint(language string) string {
	r, ok := RuleByID(p.Rule)
	if !ok {
		return ""
	}
	return fill(in(r.Hint, language), localised(p.Args, language))
}

func in(texts map[string]string, language string) string {
	if s, ok := texts[language]; ok {
		return s
	}
	return texts["en"]
}

// fill replaces {name} in one pass, so that a value is never filled in again. A
// part in double brackets, [[ ... {name} ...]], is left out when its value is
// empty.
func fill(text string, args map[string]string) string {
	var b strings.Builder
	for text != "" {
		if rest, ok := strings.CutPrefix(text, "[["); ok {
			inner, after, _ := strings.Cut(rest, "]]")
			if !hasEmpty(inner, args) {
				b.WriteString(fill(inner, args))
			}
			text = after
			continue
		}
		if text[0] == '{' {
			if end := strings.IndexByte(text, '}'); end > 1 && isName(text[1:end]) {
				b.WriteString(args[text[1:end]])
				text = text[end+1:]
				continue
			}
		}
		next := strings.IndexAny(text[1:], "{[")
		if next < 0 {
			next = len(text) - 1
		}
		b.WriteString(text[:next+1])
		text = text[next+1:]
	}
	return b.String()
}

// isName tells a placeholder from brackets that a hint talks about.
func isName(s string) bool {
	return strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

func hasEmpty(text string, args map[string]string) bool {
	for {
		start := strings.IndexByte(text, '{')
		if start < 0 {
			return false
		}
		end := strings.IndexByte(text[start:], '}')
		if end < 0 {
			return false
		}
		if args[text[start+1:start+end]] == "" {
			return true
		}
		text = text[start+end+1:]
	}
}
