package rules

import "slices"

// dpia: whether the processing of health data requires a data protection impact
// assessment has been assessed (GDPR art. 35(1) and 35(3)(b)).
func (k *checker) dpia() {
	c := k.c
	if c.DPIA != nil && c.DPIA.Need != nil {
		k.past("dpia.need.date", c.DPIA.Need.Date)
		return
	}
	if c.Processing != nil && slices.ContainsFunc(c.Processing.PersonalData, isHealth) {
		k.add("dpia-need-missing", "dpia.need")
	}
}
