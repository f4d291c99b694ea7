package clauses

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

// rawAlternative is a position as the YAML file has it.
type rawAlternative struct {
	ID        Located             `yaml:"id"`
	Rank      Located             `yaml:"rank"`
	Favours   Located             `yaml:"favours"`
	Title     map[string]Located  `yaml:"title"`
	Rationale map[string]Located  `yaml:"rationale"`
	Covers    map[string][]string `yaml:"covers"`
}

// alternatives reads the positions and the notes of a clause. Where a key is
// misspelt, what is missing has been told.
func (ld *loader) alternatives(c *Clause, h *header, misspelt bool) {
	c.notes = ld.phrases(c, h.Notes, false, "notes")
	seen := map[string]bool{}
	for i := range h.Alternatives {
		raw := &h.Alternatives[i]
		id := raw.ID.Text
		if !alternativeID.MatchString(id) || seen[id] {
			at := report.Pos{File: c.File, Line: raw.ID.Line, Column: raw.ID.Column}
			if raw.ID.Line == 0 {
				at = ld.library.placeOf(c, "alternatives", strconv.Itoa(i))
			}
			ld.add(problemAt("alternative-id", at, "id", id))
		}
		seen[id] = true
		ld.value(c, raw.Rank, Ranks()[1:], misspelt, "alternatives", id, "rank")
		c.Alternatives = append(c.Alternatives, ld.alternative(c, raw, misspelt, "alternatives", id))
	}
	switch {
	case h.Default == nil && len(h.Alternatives) > 0 && !misspelt:
		ld.add(problemAt("alternative-default", ld.library.placeOf(c, "alternatives")))
	case h.Default != nil:
		if h.Default.ID.Text != "" || h.Default.Rank.Text != "" || h.Default.Covers != nil || len(h.Alternatives) == 0 {
			ld.add(problemAt("alternative-default", ld.library.placeOf(c, "default")))
		}
		a := ld.alternative(c, h.Default, misspelt, "default")
		a.ID, a.Rank = "", Ranks()[0]
		c.Default = &a
	}
}

var alternativeID = regexp.MustCompile(`^[a-z0-9]+(?:-[a-z0-9]+)*$`)

// alternative reads one position; steps lead to it in the YAML file.
func (ld *loader) alternative(c *Clause, raw *rawAlternative, misspelt bool, steps ...string) Alternative {
	at := func(key string) []string { return append(slices.Clone(steps), key) }
	ld.value(c, raw.Favours, Sides(), misspelt, at("favours")...)
	return Alternative{
		ID: raw.ID.Text, Rank: raw.Rank.Text, Favours: raw.Favours.Text, Covers: raw.Covers,
		title:     ld.phrases(c, raw.Title, !misspelt, at("title")...),
		rationale: ld.phrases(c, raw.Rationale, !misspelt, at("rationale")...),
	}
}

// value checks a value that is one of a few.
func (ld *loader) value(c *Clause, v Located, allowed []string, misspelt bool, steps ...string) {
	if slices.Contains(allowed, v.Text) || v.Text == "" && misspelt {
		return
	}
	ld.add(problemAt("alternative-value", ld.library.placeOf(c, steps...), "key", steps[len(steps)-1], "value", v.Text, "allowed", strings.Join(allowed, ", ")))
}

// aboutClause are the expressions that a text about a clause may hold. It is read
// beside the document and not in it: nothing of the case, and no place in it.
var aboutClause = regexp.MustCompile(`^(?:[tT]erm|law) "`)

// phrases parses a text about a clause in every loaded language, a line a paragraph.
// Steps lead to it in the YAML file.
func (ld *loader) phrases(c *Clause, by map[string]Located, wanted bool, steps ...string) map[doc.Language]phrase {
	what := steps[len(steps)-1]
	for _, key := range slices.Sorted(maps.Keys(by)) {
		if !slices.Contains(doc.Languages(), doc.Language(key)) {
			ld.add(problemAt("library-language", ld.library.placeOf(c, append(steps, key)...), "value", key))
		}
	}
	out := map[doc.Language]phrase{}
	if len(by) == 0 && !wanted {
		return out
	}
	var first doc.Language
	for _, l := range ld.library.languages {
		source, ok := by[string(l)]
		if !ok || strings.TrimSpace(source.Text) == "" {
			ld.add(problemAt("text-language", ld.library.placeOf(c, steps...), "what", what, "language", string(l)))
			continue
		}
		for _, line := range strings.Split(strings.TrimSpace(source.Text), "\n") {
			if line = strings.TrimSpace(line); line != "" {
				out[l] = append(out[l], ld.phrase(c, what, line, source))
			}
		}
		if first == "" {
			first = l
		} else if len(out[l]) != len(out[first]) {
			ld.add(problemAt("text-parity", ld.library.placeOf(c, append(steps, string(l))...), "language", string(first)))
		}
	}
	return out
}

func (ld *loader) phrase(c *Clause, what, line string, source Located) *Line {
	parsed, problems := ld.parser.parseLine(c.File, report.Pos{Line: source.Line, Column: source.Column}, line, ld.parser.scope)
	ld.add(problems...)
	for _, in := range parsed.inlines {
		e, isExpr := in.(*printed)
		if _, isWords := in.(*words); !isWords && (!isExpr || !aboutClause.MatchString(e.expr.Source)) {
			ld.add(problemAt("alternative-words", report.Pos{File: c.File, Line: source.Line, Column: source.Column}, "what", what))
			return &Line{}
		}
	}
	return parsed
}

// alternativeTexts checks that every alternative meets what the clause meets, or says
// that it does not. CheckTexts finds the languages that it lacks.
func (ld *loader) alternativeTexts(c *Clause) {
	for _, a := range c.Alternatives {
		for _, demand := range slices.Sorted(maps.Keys(a.Covers)) {
			if _, ok := c.Covers[demand]; !ok {
				ld.add(problemAt("covers-alternative", ld.library.placeOf(c, "alternatives", a.ID, "covers", demand), "demand", demand, "id", a.ID, "clause", c.ID))
			}
		}
		var text *Text
		for _, l := range ld.library.languages {
			if t, ok := c.Text(a.ID, l); ok && text == nil {
				text = t
			}
		}
		if text == nil {
			continue
		}
		for _, demand := range slices.Sorted(maps.Keys(c.Covers)) {
			anchors := c.Covers[demand]
			if own, ok := a.Covers[demand]; ok {
				anchors = own
			}
			for _, anchor := range strings.Split(strings.Join(anchors, "+"), "+") {
				if anchor != "" && !slices.Contains(text.anchors, anchor) {
					ld.add(problemAt("covers-alternative", ld.library.placeOf(c, "covers", demand), "demand", demand, "anchor", anchor, "id", a.ID,
						"suggestion", model.Suggest(anchor, text.anchors)))
				}
			}
		}
	}
}
