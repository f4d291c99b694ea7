package generator

import (
	"errors"
	"fmt"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/templates"
)

// entry is what the cells of a column are in a sheet.
func (a *assembly) entry(f *clauses.Filler, t templates.Entry) (doc.Entry, error) {
	out := doc.Entry{Type: t.Type, Input: t.Input, Formula: t.Formula}
	if t.Type == doc.ChoiceEntry {
		out.List = a.choosesFrom(t)
	}
	var err error
	out.Note, err = a.plain(f, t.Note)
	return out, err
}

// choosesFrom is the id of the list of a choice. The words of an enumeration, and yes
// and no, become a list when a column needs them.
func (a *assembly) choosesFrom(t templates.Entry) string {
	if t.List != "" {
		return t.List
	}
	id, list := "yesNo", doc.List{}
	if t.Value.Kind != model.KindBoolean {
		id = "enum:" + t.Value.EnumKey
	}
	if a.list(id) != nil {
		return id
	}
	list.ID = id
	if t.Value.Kind == model.KindBoolean {
		list.Items = []doc.ListItem{{Value: "true", Label: a.word("yes")}, {Value: "false", Label: a.word("no")}}
	}
	for _, v := range t.Value.Enum {
		list.Items = append(list.Items, doc.ListItem{Value: v, Label: a.enumLabel(t.Value, v)})
	}
	a.lists = append(a.lists, list)
	return id
}

func (a *assembly) enumLabel(t *model.Type, value string) string {
	if label, ok := t.EnumLabel(value, string(a.language)); ok {
		return label
	}
	return value
}

// factCell holds the fact at the path of a column; of is the key in a map of a
// column that is repeated. What is needed and missing is its open point.
func (a *assembly) factCell(f *clauses.Filler, t templates.Entry, of string) (doc.Cell, error) {
	fact, err := t.Fact.Eval(f.Context)
	var open *expr.Open
	if errors.As(err, &open) {
		return doc.Cell{Paragraphs: openLine(f.Open(open.Path))}, nil
	}
	if err != nil {
		return doc.Cell{}, err
	}
	if of != "" {
		m, _ := fact.(map[string]any)
		fact = m[of]
		if inner, ok := fact.(map[string]any); ok && t.Rest != "" {
			fact = inner[t.Rest]
		}
	}
	if list, ok := fact.([]any); ok {
		return a.listCell(t, list), nil
	}
	return a.scalarCell(t, fact), nil
}

// scalarCell holds one value: as it is in a sheet, and as text.
func (a *assembly) scalarCell(t templates.Entry, fact any) doc.Cell {
	if fact == nil {
		return doc.Cell{}
	}
	text := fmt.Sprint(fact)
	out := doc.Cell{}
	switch t.Type {
	case doc.ChoiceEntry:
		text = a.chosenLabel(t, text)
	case doc.DateEntry:
		out.Value = &doc.Scalar{Date: text}
	case doc.NumberEntry:
		switch n := fact.(type) {
		case int64:
			out.Value = &doc.Scalar{Number: float64(n)}
		case float64:
			out.Value = &doc.Scalar{Number: n}
			text = doc.PlainNumber(n)
		}
	}
	out.Paragraphs = [][]doc.Inline{doc.T(text)}
	return out
}

// chosenLabel is the label of a value in the list of a choice; a value that is not
// in it stands as it is, which the rules tell of.
func (a *assembly) chosenLabel(t templates.Entry, value string) string {
	for _, item := range a.list(a.choosesFrom(t)).Items {
		if item.Value == value {
			return item.Label
		}
	}
	return value
}

// listCell holds the items of a list in one cell. Items that are joined by a line
// break are paragraphs of their own.
func (a *assembly) listCell(t templates.Entry, list []any) doc.Cell {
	out := doc.Cell{}
	line := ""
	for i, item := range list {
		text := fmt.Sprint(item)
		if t.Value.Item != nil && len(t.Value.Item.Enum) > 0 {
			text = a.enumLabel(t.Value.Item, text)
		}
		switch {
		case t.Join == "\n":
			out.Paragraphs = append(out.Paragraphs, doc.T(text))
		case i == 0:
			line = text
		default:
			line += t.Join + text
		}
	}
	if line != "" {
		out.Paragraphs = [][]doc.Inline{doc.T(line)}
	}
	return out
}

// tones of risk by their names.
var toneNames = map[string]doc.Tone{"low": doc.ToneLow, "medium": doc.ToneMedium, "high": doc.ToneHigh, "very-high": doc.ToneVeryHigh}

// toneName is the name of a tone.
func toneName(t doc.Tone) string {
	for name, tone := range toneNames {
		if tone == t {
			return name
		}
	}
	return ""
}

// colour gives cells a fill by their text, and the sheet what it needs to do so live.
func (a *assembly) colour(out *doc.Table, t *templates.Table, columns []slot) error {
	for n, at := range columns {
		tones := t.Columns[at.i].Tones
		if tones == nil {
			continue
		}
		elements, err := tones.Each(a.filler.Context)
		if err != nil {
			return err
		}
		of := map[string]doc.Tone{}
		for _, e := range elements {
			m, _ := e.Value.(map[string]any)
			label, _ := m["label"].(string)
			name, _ := m["tone"].(string)
			if tone := toneNames[name]; label != "" && tone != doc.NoTone {
				of[label] = tone
				out.Columns[n].Entry.Tones = append(out.Columns[n].Entry.Tones, doc.ToneOf{Text: label, Tone: tone})
			}
		}
		for i := range out.Rows {
			cell := &out.Rows[i].Cells[n]
			if len(cell.Paragraphs) == 1 {
				cell.Tone = of[doc.Plain(cell.Paragraphs[0])]
			}
		}
	}
	return nil
}
