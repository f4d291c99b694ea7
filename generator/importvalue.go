package generator

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/templates"
)

// shown is what a cell of the tree holds, as text: a date as YYYY-MM-DD.
func shown(c doc.Cell) string {
	switch {
	case c.Value == nil:
		return doc.PlainCell(c)
	case c.Value.Date != "":
		return c.Value.Date
	}
	return doc.PlainNumber(c.Value.Number)
}

func (c FilledCell) shown(t doc.EntryType) string {
	switch {
	case c.Date != "":
		return c.Date
	case c.Number != nil:
		return doc.PlainNumber(*c.Number)
	}
	return tidy(c.Text)
}

// value turns what was filled in into a value of the case; what does not fit is a
// problem.
func (im *importer) value(r rows, c doc.Column, e templates.Entry, cell FilledCell, path string) (any, bool) {
	text := cell.shown(c.Entry.Type)
	if e.Value.Kind == model.KindArray {
		return im.items(c, e, text, cell.Ref, path)
	}
	return im.scalar(c, e, e.Value, text, cell.Ref, path)
}

func (im *importer) scalar(c doc.Column, e templates.Entry, t *model.Type, text, ref, path string) (any, bool) {
	if c.Entry.Type == doc.ChoiceEntry {
		found, ok := im.choice(c.Entry.List, text)
		if !ok {
			im.problem("import-choice", path, ref, "column", c.Title, "value", text, "allowed", im.labels(c.Entry.List))
			return nil, false
		}
		text = found
	}
	switch t.Kind {
	case model.KindBoolean:
		return text == "true", true
	case model.KindInteger, model.KindNumber:
		n, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64)
		whole := n == math.Trunc(n) && math.Abs(n) < 1e15
		if err != nil || t.Kind == model.KindInteger && !whole || math.IsInf(n, 0) || math.IsNaN(n) {
			im.problem("import-number", path, ref, "column", c.Title, "value", text)
			return nil, false
		}
		if t.Kind == model.KindInteger {
			return int64(n), true
		}
		return n, true
	}
	if t.Format == "date" {
		day, ok := parseDay(text)
		if !ok {
			im.problem("import-date", path, ref, "column", c.Title, "value", text)
		}
		return day, ok
	}
	return text, true
}

// split cuts a list into its items. Where the sign between is not a line break, some
// write a semicolon.
func split(e templates.Entry, text string) (out []string) {
	between := func(r rune) bool {
		return r == '\n' || e.Join != "\n" && r != ' ' && strings.ContainsRune(e.Join+";", r)
	}
	for _, part := range strings.FieldsFunc(text, between) {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// items are what a cell lists, each on a line of its own or with the document type's
// own sign between.
func (im *importer) items(c doc.Column, e templates.Entry, text, ref, path string) (any, bool) {
	var out []any
	good := true
	for _, part := range split(e, text) {
		if item := e.Value.Item; len(item.Enum) > 0 {
			value, ok := im.enumValue(item, part)
			if !ok {
				im.problem("import-choice", path, ref, "column", c.Title, "value", part, "allowed", im.enumLabels(item))
				good = false
				continue
			}
			part = value
		}
		out = append(out, part)
	}
	return out, good
}

// choice finds the value of a label, or of the value itself.
func (im *importer) choice(list, text string) (string, bool) {
	l := im.made.list(list)
	if l == nil {
		return "", false
	}
	for _, item := range l.Items {
		if strings.EqualFold(item.Label, text) {
			return item.Value, true
		}
	}
	for _, item := range l.Items {
		if strings.EqualFold(item.Value, text) {
			return item.Value, true
		}
	}
	return "", false
}

// label is what a person reads in place of a value that a file holds.
func (im *importer) label(c doc.Column, e templates.Entry, text string) string {
	if day, ok := parseDay(text); ok && e.Value.Format == "date" {
		return day
	}
	if c.Entry.Type != doc.ChoiceEntry {
		return text
	}
	value, _ := im.choice(c.Entry.List, text)
	if l := im.made.list(c.Entry.List); l != nil {
		for _, item := range l.Items {
			if item.Value == value {
				return item.Label
			}
		}
	}
	return text
}

func (im *importer) labels(list string) string {
	var out []string
	if l := im.made.list(list); l != nil {
		for _, item := range l.Items {
			out = append(out, item.Label)
		}
	}
	return strings.Join(out, ", ")
}

// enumValue finds the value of a label in the language of the file, of the value
// itself, or of a label in another language: CSV does not say which one it is in.
func (im *importer) enumValue(t *model.Type, text string) (string, bool) {
	languages := append([]doc.Language{im.made.language, ""}, doc.Languages()...)
	for _, l := range languages {
		for _, v := range t.Enum {
			label := v
			if l != "" {
				label, _ = t.EnumLabel(v, string(l))
			}
			if strings.EqualFold(text, label) {
				return v, true
			}
		}
	}
	return "", false
}

func (im *importer) enumLabels(t *model.Type) string {
	var out []string
	for _, v := range t.Enum {
		out = append(out, im.made.enumLabel(t, v))
	}
	return strings.Join(out, ", ")
}

// parseDay reads a day as the file formats and people write it.
func parseDay(s string) (string, bool) {
	for _, form := range []string{time.DateOnly, "02.01.2006", "2.1.2006", "02.01.06", "2/1/2006"} {
		if day, err := time.Parse(form, s); err == nil {
			return day.Format(time.DateOnly), true
		}
	}
	return "", false
}
