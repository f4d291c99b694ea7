package generator

import (
	"slices"
	"strconv"
	"strings"

	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/samsvar/samsvar/templates"
)

// partyCase is the case as it looks to one party, or the whole case when there is
// one document for all; then the id is empty.
type partyCase struct {
	id string
	c  *model.Case
}

// partyCases are the cases of which a document type makes a document each. The
// problems are ids that cannot be told apart in the names of files.
func partyCases(c *model.Case, t *templates.Template) ([]partyCase, []report.Problem, error) {
	whole := []partyCase{{c: c}}
	if t.PerParty == nil {
		return whole, nil, nil
	}
	view := c.View()
	if when := t.PerParty.When; when != nil {
		if yes, err := when.True(&expr.Context{Root: view, Dot: view, Language: doc.Bokmal}); err != nil || !yes {
			return whole, nil, nil // an open condition: nothing says that there are several
		}
	}
	parties := listAt(view, t.PerParty.List)
	if len(parties) == 0 {
		return whole, nil, nil
	}
	ids := make([]string, len(parties))
	for i, p := range parties {
		if ids[i] = idOf(p); !isSafePart(ids[i]) {
			ids[i] = strconv.Itoa(i + 1)
		}
	}
	var out []partyCase
	for i, id := range ids {
		keep := map[string][]int{t.PerParty.List: {i}}
		for _, w := range t.PerParty.Without {
			if list := listAt(view, w.Path); list != nil {
				keep[w.Path] = ownElements(view, list, w, slices.Concat(ids[:i], ids[i+1:]))
			}
		}
		own, err := c.Keep(keep)
		if err != nil {
			return nil, nil, err
		}
		out = append(out, partyCase{id, own})
	}
	return out, sameNames(c, t, ids), nil
}

// sameNames finds parties whose files would have the same name.
func sameNames(c *model.Case, t *templates.Template, ids []string) (out []report.Problem) {
	var taken []string
	if t.Body != nil {
		taken = append(taken, standardPart)
	}
	for i, id := range ids {
		if n := slices.IndexFunc(taken, func(other string) bool { return samePart(id, other) }); n >= 0 {
			path := model.JoinKey(model.JoinIndex(t.PerParty.List, i), "id")
			out = append(out, c.Problem("party-name", path, "id", id, "other", taken[n]))
		}
		taken = append(taken, id)
	}
	return out
}

// ownElements are the indexes of the elements that do not belong to another party.
func ownElements(view map[string]any, list []any, w templates.PartyList, others []string) []int {
	own := []int{}
	for i, element := range list {
		party, err := w.Party.Eval(&expr.Context{Root: view, Dot: element, Language: doc.Bokmal})
		if id, ok := party.(string); err == nil && ok && slices.Contains(others, id) {
			continue
		}
		own = append(own, i)
	}
	return own
}

// listAt finds a list in the view of a case by a path of plain keys.
func listAt(view map[string]any, path string) []any {
	var v any = view
	for _, key := range strings.Split(path, ".") {
		m, _ := v.(map[string]any)
		v = m[key]
	}
	list, _ := v.([]any)
	return list
}

func idOf(party any) string {
	m, _ := party.(map[string]any)
	id, _ := m["id"].(string)
	return id
}

// chooseParties keeps the cases of the parties that are asked for; none means all.
// A document that is not made for each party is left out, or refused when it was
// asked for by name.
func chooseParties(all []partyCase, wanted []string, t *templates.Template, named bool) ([]partyCase, error) {
	switch {
	case len(wanted) == 0:
		return all, nil
	case all[0].id == "" && named:
		return nil, &RefusedError{Reason: NotPerParty, Detail: t.ID}
	}
	return slices.DeleteFunc(all, func(p partyCase) bool { return !slices.Contains(wanted, p.id) }), nil
}

// unknownParty finds a party that none of the documents is made for.
func unknownParty(wanted []string, known []string, documents []*templates.Template) error {
	for _, id := range wanted {
		switch {
		case len(known) == 0 && len(documents) > 0:
			return &RefusedError{Reason: NotPerParty, Detail: documents[0].ID}
		case !slices.Contains(known, id):
			return &RefusedError{UnknownParty, id, known}
		}
	}
	return nil
}

// addOpen adds the open points of one more document; a fact that is missing in
// several of them is listed once, with the place where it stands in the first.
func addOpen(list, more []report.Open) []report.Open {
	for _, o := range more {
		no := 1
		known := false
		for _, other := range list {
			if other.Document == o.Document {
				no, known = no+1, known || other.Path == o.Path
			}
		}
		if !known {
			o.No = no
			list = append(list, o)
		}
	}
	return list
}
