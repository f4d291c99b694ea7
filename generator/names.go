package generator

import (
	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
)

// names maps the ids of a case to what they are called in a document.
type names struct {
	known map[string]func(doc.Language) string
	open  map[string]string // the path of what is missing, for what has no name yet
}

// namesOf collects the names of parties, places, data, people and measures. The
// words "controller", "intermediary" and "processor" point to the parties.
func namesOf(c *model.Case) names {
	n := names{known: map[string]func(doc.Language) string{}, open: map[string]string{}}
	same := func(id, s string) {
		if id != "" && s != "" {
			n.known[id] = func(doc.Language) string { return s }
		}
	}
	party := func(role string, p *model.Party) {
		if p == nil {
			n.open[role] = role
			return
		}
		for _, id := range []string{p.ID, role} {
			if same(id, p.Name); p.Name == "" {
				n.open[id] = model.JoinKey(role, "name")
			}
		}
	}
	for _, p := range c.Whole().Controllers { // what is named need not be a party to this document
		same(p.ID, p.Name)
	}
	for _, p := range c.Suppliers {
		same(p.ID, p.Name)
	}
	if all := controllerNames(c); len(all) > 0 {
		n.known["controller"] = func(l doc.Language) string { return expr.Join(all, l) }
	}
	var between, processor *model.Party
	if c.Intermediary != nil {
		between = &c.Intermediary.Party
	}
	if c.Processor != nil {
		processor = &c.Processor.Party
	}
	party("intermediary", between)
	party("processor", processor)
	for _, s := range c.Subprocessors {
		same(s.ID, s.Name)
	}
	if c.Service != nil {
		for _, l := range c.Service.Locations {
			n.known[l.ID] = func(lang doc.Language) string { return place(l, lang) }
		}
	}
	if c.Processing != nil {
		for _, d := range c.Processing.PersonalData {
			n.known[d.ID] = enumName("PersonalData.type", d.Type, d.Description)
		}
		for _, s := range c.Processing.DataSubjects {
			n.known[s.ID] = enumName("DataSubjects.category", s.Category, s.Description)
		}
	}
	if c.Security != nil {
		for _, m := range c.Security.Measures {
			same(m.ID, m.Title)
		}
	}
	if c.Risk != nil {
		for _, m := range c.Risk.Measures {
			same(m.ID, m.Title)
		}
		for _, s := range c.Risk.Scenarios {
			same(s.ID, s.Title)
		}
	}
	return n
}

// controllerNames are the names of all controllers: what one of them is answerable
// for in an agreement for several, all are.
func controllerNames(c *model.Case) (out []string) {
	for _, p := range c.Controllers {
		if p.Name != "" {
			out = append(out, p.Name)
		}
	}
	return out
}

// enumName is the word for a value, or the description where the value is other.
func enumName(key, value, description string) func(doc.Language) string {
	return func(l doc.Language) string {
		if value == "other" && description != "" {
			return description
		}
		if w, ok := model.EnumLabel(key, value, string(l)); ok {
			return w
		}
		return value
	}
}

// place is the address and the country of a location.
func place(l model.Location, lang doc.Language) string {
	country := l.Country
	if c, ok := model.CountryByCode(l.Country); ok {
		country = c.Name[string(lang)]
	}
	if l.Address == "" {
		return country
	}
	return l.Address + ", " + country
}

// name implements the look-up of clauses.Words.
func (n names) name(id string, l doc.Language) (name, open string, ok bool) {
	if f, ok := n.known[id]; ok {
		return f(l), "", true
	}
	return "", n.open[id], false
}
