package qa

import "github.com/samsvar/samsvar/generator/rules"

// houseMeasures: a measure that a house library's text names by id is in the case.
// What texts of the case name is found with the case (generator/rules).
func (k *check) houseMeasures() {
	ids := rules.MeasureIDsOf(k.d.Case)
	for i := range k.units {
		if !k.units[i].house {
			continue
		}
		for _, m := range ids.In(k.units[i].text) {
			if k.units[i].pathAt(m.Start) != "" {
				continue
			}
			switch m.Status {
			case "absent":
				k.add("measure-absent", i, m.Start, m.ID, "id", m.ID)
			case "not-in-place":
				k.add("measure-not-in-place", i, m.Start, m.ID, "id", m.ID)
			}
		}
	}
}
