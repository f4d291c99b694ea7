package generator

import (
	"slices"
	"strconv"
	"strings"

	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/risk"
)

// groups are the scenarios by area, by what is affected or by owner.
func (v riskView) groups(by string) (out []map[string]any) {
	for _, g := range v.r.Groups(by) {
		m := map[string]any{
			"key": g.Key, "label": v.groupName(by, g.Key), "count": int64(len(g.Scenarios)), "highest": v.a.word("notAssessed"),
			"initial": v.tally(g.Initial), "current": v.tally(g.Current), "residual": v.tally(g.Residual),
		}
		if g.Highest >= 0 {
			m["highest"] = v.in(v.r.Scale.Levels[g.Highest].Label)
		}
		v.ids(m, "scenarios", g.Scenarios)
		out = append(out, m)
	}
	return out
}

func (v riskView) groupName(by, key string) string {
	if by == risk.ByOwner {
		return key
	}
	return v.enum("risk.scenarios."+by, key)
}

// enum is the word for a value of an enumerated field of the case.
func (v riskView) enum(path, value string) string {
	t, ok := model.Root().At(path)
	if ok && t.Kind == model.KindArray {
		t = t.Item
	}
	if !ok {
		return value
	}
	return v.a.enumLabel(t, value)
}

// tally is "2 høy, 1 lav", the highest first; a dash when there is none.
func (v riskView) tally(counts []int) string {
	var parts []string
	for i, n := range slices.Backward(counts) {
		if n > 0 {
			parts = append(parts, strconv.Itoa(n)+" "+strings.ToLower(v.in(v.r.Scale.Levels[i].Label)))
		}
	}
	if len(parts) == 0 {
		return none
	}
	return strings.Join(parts, ", ")
}

// treatment is the plan: each planned measure once, by its date.
func (v riskView) treatment() (out []map[string]any) {
	for _, t := range risk.Plan(v.a.c) {
		if t.Path == "" {
			continue // a measure that there is not, which the rules tell
		}
		m := map[string]any{
			"id": t.ID, "title": t.Title, "description": t.Description, "owner": v.owner(t), "status": t.Status,
			"statusLabel": v.enum("risk.measures.status", t.Status), "agreed": t.Agreed,
		}
		m[expr.PositionPath] = t.Path
		v.asWritten(m, t)
		if t.Type != "" {
			m["type"] = t.Type
			m["typeLabel"] = v.enum("risk.measures.type", t.Type)
		}
		var effects []string
		for _, e := range t.Effect {
			effects = append(effects, v.enum("risk.measures.effect", e))
		}
		if len(effects) > 0 {
			m["effectLabel"] = strings.Join(effects, ", ")
		}
		if t.DueDate != "" {
			m["dueDate"] = string(t.DueDate)
		}
		v.ids(m, "scenarios", t.Scenarios)
		out = append(out, m)
	}
	return out
}

// asWritten puts what the plan does not look at into an element, as the case has it.
func (v riskView) asWritten(m map[string]any, t risk.Treatment) {
	list := func(key string, values []string) {
		out := make([]any, len(values))
		for i, s := range values {
			out[i] = s
		}
		if len(out) > 0 {
			m[key] = out
		}
	}
	list("effect", t.Effect)
	list("refs", t.Refs)
	if t.From != "" {
		m["from"] = t.From
	}
}

// owner of a measure: of one in the agreement a party, by its name.
func (v riskView) owner(t risk.Treatment) string {
	if t.Agreed {
		if name, _, ok := v.a.words.Name(t.Owner, v.a.language); ok && name != "" {
			return name
		}
	}
	return t.Owner
}
