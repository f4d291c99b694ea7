package generator

import "github.com/samsvar/samsvar/generator/risk"

// riskRegister is the assessed register of the case, made once for a document; nil
// without a risk part, or with a scale that there is not.
func (a *assembly) riskRegister() *risk.Register {
	if a.assessed == nil && a.c.Risk != nil {
		if scale, ok := a.g.set.Scale(a.c.Resolved().Risk.Scale); ok {
			a.assessed = risk.Assess(scale, a.c.Risk)
		}
	}
	return a.assessed
}
