package templates

import (
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/samsvar/samsvar/generator/risk"
)

// A scale has from 2 to 10 steps each way, and as many levels, and at most 10
// dimensions: the case has no higher values, and nobody reads a larger matrix.
const minSteps, maxSteps = 2, 10

// Ids of levels and dimensions are part of the names of columns.
var (
	levelID     = regexp.MustCompile(`^[a-z][a-z0-9-]{0,39}$`)
	dimensionID = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9]{0,39}$`)
)

// tones are the colours of levels, in rising order.
var tones = []string{"low", "medium", "high", "very-high"}

// scaleReader reads one file.
type scaleReader struct {
	file      string
	source    []byte
	languages []doc.Language
	misspelt  map[string]bool // keys that were meant by unknown ones
	problems  []report.Problem
}

// scale reads all parts. What follows from a fault is not told as another.
func (r *scaleReader) scale(raw *rawScale) *risk.Scale {
	want := strings.TrimSuffix(path.Base(r.file), ".yaml")
	if raw.ID.Text != want && !r.misspelt["id"] {
		r.problem("scale-id", r.at("id"), "id", raw.ID.Text, "want", want)
	}
	s := &risk.Scale{
		ID: want, File: r.file, Title: r.text(raw.Title, "title"), Source: raw.Source.Text, Checked: raw.Checked.Text,
		Combine: r.oneOf(raw.Combine, []string{risk.Highest, risk.Mean}, "combine"),
	}
	if !raw.Note.empty() {
		s.Note = r.text(raw.Note, "note")
	}
	r.wanted(raw.Source.Text != "", "source")
	r.wanted(raw.Checked.Text != "", "checked")
	if _, err := time.Parse(time.DateOnly, raw.Checked.Text); err != nil && raw.Checked.Text != "" {
		r.problem("library-date", r.at("checked"), "value", raw.Checked.Text)
	}
	r.size(len(raw.Likelihood), minSteps, "likelihood")
	r.size(len(raw.Consequence), minSteps, "consequence")
	r.size(len(raw.Dimensions), 1, "dimensions")
	r.size(len(raw.Levels), minSteps, "levels")
	if max(len(raw.Likelihood), len(raw.Consequence), len(raw.Dimensions), len(raw.Levels)) > maxSteps {
		return s // what else is wrong mostly follows from it
	}
	r.steps(s, raw)
	r.dimensions(s, raw)
	r.levels(s, raw)
	r.cells(s, raw)
	r.acceptance(s, raw)
	return s
}

func (r *scaleReader) steps(s *risk.Scale, raw *rawScale) {
	var labels []rawText
	for i, step := range raw.Likelihood {
		no := strconv.Itoa(i)
		s.Likelihood = append(s.Likelihood, risk.Step{
			Label: r.text(step.Label, "likelihood", no, "label"), Meaning: r.text(step.Meaning, "likelihood", no, "meaning"),
		})
		labels = append(labels, step.Label)
	}
	r.distinct(labels, "likelihood")
	labels = nil
	for i, step := range raw.Consequence {
		s.Consequence = append(s.Consequence, risk.Step{Label: r.text(step.Label, "consequence", strconv.Itoa(i), "label")})
		labels = append(labels, step.Label)
	}
	r.distinct(labels, "consequence")
}

func (r *scaleReader) dimensions(s *risk.Scale, raw *rawScale) {
	var labels []rawText
	for i, d := range raw.Dimensions {
		no := strconv.Itoa(i)
		if d.ID.Text != "" && s.Dimension(d.ID.Text) >= 0 {
			r.problem("scale-twice", r.place(d.ID), "value", d.ID.Text)
		} else {
			r.id(d.ID, dimensionID, "dimensions", no, "id")
		}
		dimension := risk.Dimension{ID: d.ID.Text, Label: r.text(d.Label, "dimensions", no, "label")}
		for j, meaning := range d.Meaning[:min(len(d.Meaning), maxSteps)] {
			dimension.Meaning = append(dimension.Meaning, r.text(meaning, "dimensions", no, "meaning", strconv.Itoa(j)))
		}
		if n, steps := len(d.Meaning), len(raw.Consequence); n != steps && !r.misspelt["meaning"] && !r.misspelt["consequence"] {
			r.problem("scale-meanings", r.at("dimensions", no, "meaning"), "id", d.ID.Text, "count", strconv.Itoa(n), "want", strconv.Itoa(steps))
		}
		s.Dimensions = append(s.Dimensions, dimension)
		labels = append(labels, d.Label)
	}
	r.distinct(labels, "dimensions")
}

func (r *scaleReader) levels(s *risk.Scale, raw *rawScale) {
	var labels []rawText
	for i, l := range raw.Levels {
		no := strconv.Itoa(i)
		if l.ID.Text != "" && s.Level(l.ID.Text) >= 0 {
			r.problem("scale-twice", r.place(l.ID), "value", l.ID.Text)
		} else {
			r.id(l.ID, levelID, "levels", no, "id")
		}
		level := risk.Level{ID: l.ID.Text, Label: r.text(l.Label, "levels", no, "label")}
		if tone := slices.Index(tones, r.oneOf(l.Colour, tones, "levels", no, "colour")); tone >= 0 {
			level.Tone = doc.ToneLow + doc.Tone(tone)
		}
		if i > 0 && level.Tone != doc.NoTone && level.Tone < s.Levels[i-1].Tone {
			r.problem("scale-colour", r.place(l.Colour), "level", l.ID.Text, "below", s.Levels[i-1].ID)
		}
		s.Levels = append(s.Levels, level)
		labels = append(labels, l.Label)
	}
	r.distinct(labels, "levels")
}

// size checks the number of steps; none at all is that they are missing.
func (r *scaleReader) size(n, least int, key string) {
	switch {
	case n == 0:
		r.wanted(false, key)
	case n < least || n > maxSteps:
		r.problem("scale-size", r.at(key), "key", key, "count", strconv.Itoa(n), "least", strconv.Itoa(least), "most", strconv.Itoa(maxSteps))
	}
}

// distinct checks that labels differ in each language, capital letters apart: a
// workbook tells them apart by their texts.
func (r *scaleReader) distinct(labels []rawText, key string) {
	for i, b := range labels {
		for _, a := range labels[:i] {
			if l, same := a.same(b, r.languages); same {
				r.problem("scale-twice", r.place(l), "value", l.Text, "key", key)
				break
			}
		}
	}
}

// same finds a language in which two texts are equal, and the second text in it.
func (t rawText) same(other rawText, languages []doc.Language) (clauses.Located, bool) {
	for _, l := range languages {
		a, b := t.in(l), other.in(l)
		if a.Text != "" && strings.EqualFold(a.Text, b.Text) {
			return b, true
		}
	}
	return clauses.Located{}, false
}

func (t rawText) in(l doc.Language) clauses.Located {
	if t.by == nil {
		return t.all
	}
	return t.by[string(l)]
}

// text reads a text that must be there, in every language; the path leads to it.
func (r *scaleReader) text(raw rawText, steps ...string) risk.Text {
	if raw.empty() {
		r.wanted(false, steps...)
		return nil
	}
	out := risk.Text{}
	for _, l := range doc.Languages() {
		if t := strings.TrimSpace(raw.in(l).Text); t != "" {
			out[l] = t
		}
	}
	for _, l := range r.languages {
		if out[l] == "" {
			r.problem("text-language", r.at(steps...), "what", keyPath(steps), "language", string(l))
		}
	}
	return out
}

func (r *scaleReader) id(v clauses.Located, pattern *regexp.Regexp, steps ...string) {
	switch {
	case v.Text == "":
		r.wanted(false, steps...)
	case !pattern.MatchString(v.Text):
		r.problem("scale-name", r.place(v), "value", v.Text)
	}
}

// oneOf checks a value that is one of several, and returns it, or nothing.
func (r *scaleReader) oneOf(v clauses.Located, allowed []string, steps ...string) string {
	for _, a := range allowed {
		if v.Text == a {
			return a
		}
	}
	if v.Text == "" {
		r.wanted(false, steps...)
	} else {
		r.problem("scale-value", r.place(v), "key", steps[len(steps)-1], "value", v.Text, "allowed", strings.Join(allowed, ", "),
			"suggestion", model.Suggest(v.Text, allowed))
	}
	return ""
}

func (r *scaleReader) wanted(there bool, steps ...string) {
	if !there && !r.misspelt[steps[len(steps)-1]] {
		r.problem("template-missing", r.at(steps...), "key", keyPath(steps))
	}
}

func (r *scaleReader) problem(rule string, at report.Pos, kv ...string) {
	r.problems = append(r.problems, report.Problem{Rule: rule, Pos: at, Args: report.Args(kv...)})
}

func (r *scaleReader) at(steps ...string) report.Pos {
	return clauses.YAMLPlace(r.file, r.source, steps...)
}

func (r *scaleReader) place(v clauses.Located) report.Pos {
	return report.Pos{File: r.file, Line: v.Line, Column: v.Column}
}
