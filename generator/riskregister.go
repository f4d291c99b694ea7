package generator

import (
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/risk"
)

// scaleOf finds the scale of a case; nil without a risk part, or with a scale that
// there is not, which the rules tell.
func (g *Generator) scaleOf(c *model.Case) *risk.Scale {
	r := c.Resolved().Risk
	if r == nil {
		return nil
	}
	s, _ := g.set.Scale(r.Scale)
	return s
}

// riskRegister is the assessed register of the case, made once for a document; nil
// where there is no scale.
func (a *assembly) riskRegister() *risk.Register {
	if a.assessed == nil {
		if s := a.g.scaleOf(a.c); s != nil {
			a.assessed = risk.Assess(s, a.c.Risk)
		}
	}
	return a.assessed
}
