package rules

import "fmt"

// ids: an id names one thing in the whole case, since a text that names it does
// not say in which list it stands. The words
// controller, intermediary and processor are taken.
func (k *checker) ids() {
	c := k.c
	taken := map[string]string{"controller": "controllers[0]", "intermediary": "intermediary", "processor": "processor"}
	claim := func(id, path string) {
		first, twice := taken[id]
		switch {
		case id == "" || first == path:
		case !twice:
			taken[id] = path
		default:
			k.add("id-shared", path+".id", "id", id, "first", first)
		}
	}
	for i, p := range c.Controllers {
		claim(p.ID, fmt.Sprintf("controllers[%d]", i))
	}
	if c.Intermediary != nil {
		claim(c.Intermediary.ID, "intermediary")
	}
	for i, s := range c.Suppliers {
		claim(s.ID, fmt.Sprintf("suppliers[%d]", i))
	}
	for i, s := range c.Subprocessors {
		claim(s.ID, fmt.Sprintf("subprocessors[%d]", i))
	}
	if c.Service != nil {
		for i, l := range c.Service.Locations {
			claim(l.ID, fmt.Sprintf("service.locations[%d]", i))
		}
	}
	if c.Processing != nil {
		for i, d := range c.Processing.PersonalData {
			claim(d.ID, fmt.Sprintf("processing.personalData[%d]", i))
		}
		for i, s := range c.Processing.DataSubjects {
			claim(s.ID, fmt.Sprintf("processing.dataSubjects[%d]", i))
		}
	}
	if c.Security != nil {
		for i, m := range c.Security.Measures {
			claim(m.ID, fmt.Sprintf("security.measures[%d]", i))
		}
	}
	if c.Risk != nil {
		for i, s := range c.Risk.Scenarios {
			claim(s.ID, fmt.Sprintf("risk.scenarios[%d]", i))
		}
		for i, m := range c.Risk.Measures {
			claim(m.ID, fmt.Sprintf("risk.measures[%d]", i))
		}
	}
}
