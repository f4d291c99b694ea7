package templates

import (
	"regexp"
	"strconv"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/generator/model"
)

// PerParty says that there is a file for each of several parties, in which that
// party is alone in its list.
type PerParty struct {
	When *expr.Expr // nil: always
	List string     // path of the list of parties, such as controllers; each has an id
	// Without are lists of which the elements that belong to another party are left out.
	Without []PartyList
}

// PartyList is a list whose elements can belong to a party.
type PartyList struct {
	Path  string     // of the list
	Party *expr.Expr // of an element: the id of the party that it belongs to
}

type rawPerParty struct {
	Each    clauses.Located `yaml:"each"`
	When    clauses.Located `yaml:"when"`
	Without []rawPartyList  `yaml:"without"`
}

type rawPartyList struct {
	Each  clauses.Located `yaml:"each"`
	Party clauses.Located `yaml:"party"`
}

func (ld *loader) perParty(raw *rawPerParty, s expr.Scope) *PerParty {
	if raw == nil {
		return nil
	}
	p := &PerParty{When: ld.expr(raw.When, s)}
	ld.wanted(raw.Each.Text != "", "perParty", "each")
	var party expr.Scope
	p.List, party = ld.coreList(raw.Each, s)
	if t := party.Dot; p.List != "" {
		if id, ok := t.Field("id"); !ok || id.Type.Kind != model.KindString {
			ld.problem("template-party", raw.Each.Line, "expression", raw.Each.Text)
		}
	}
	for i, w := range raw.Without {
		at := []string{"perParty", "without", strconv.Itoa(i)}
		ld.wanted(w.Each.Text != "", append(at, "each")...)
		ld.wanted(w.Party.Text != "", append(at, "party")...)
		list, element := ld.coreList(w.Each, s)
		if list == "" {
			continue
		}
		p.Without = append(p.Without, PartyList{Path: list, Party: ld.expr(w.Party, element)})
	}
	return p
}

var plainPath = regexp.MustCompile(`^(\.[A-Za-z][A-Za-z0-9]*)+$`)

// coreList is the path of a list of objects in the core of the case, and the scope
// inside it; the path is empty when it is not such a list, which is reported.
func (ld *loader) coreList(source clauses.Located, s expr.Scope) (string, expr.Scope) {
	e := ld.expr(source, s)
	if e == nil {
		return "", s
	}
	t := e.Type()
	if t == nil || !plainPath.MatchString(source.Text) || t.Kind != model.KindArray || t.Item.Kind != model.KindObject || !inCore(source.Text[1:]) {
		ld.problem("template-party", source.Line, "expression", source.Text)
		return "", s
	}
	return source.Text[1:], s.With(t.Item)
}

// inCore reports whether the path leads through objects of the core schema: a case
// for one party is made of its structs, and the facts below documents are none.
func inCore(path string) bool {
	steps, err := model.ParsePath(path)
	t := model.Root()
	for _, s := range steps {
		f, ok := t.Field(s.Name)
		if !ok || f.Type.Kind == model.KindMap || f.Type.Kind == model.KindAny {
			return false
		}
		t = f.Type
	}
	return err == nil && len(steps) > 0
}
