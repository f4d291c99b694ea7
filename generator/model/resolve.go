package model

// Resolved returns the case with what follows from what is written: the
// processor's absent facts, taken over from the supplier that processor.from
// names, the form annexes-only when the body of the agreement is the text of
// another standard, and what documents take for granted, which Assumed lists. It
// is a copy that shares what is the same. A reference to nobody changes nothing.
func (c *Case) Resolved() *Case { return c.withSupplier().withForm().withDefaults() }

// withForm: the text of another standard than our own is supplied as it is, so that
// only the annexes are ours.
func (c *Case) withForm() *Case {
	a := c.Agreement
	if a == nil || !a.OtherStandard() || a.Form == annexesOnly {
		return c
	}
	r, agreement := *c, *a
	agreement.Form = annexesOnly
	r.Agreement = &agreement
	return &r
}

const annexesOnly = "annexes-only"

// OtherStandard: the body of the agreement is the text of another standard than
// our own.
func (a *Agreement) OtherStandard() bool { return a.Standard != "" && a.Standard != "own" }

func (c *Case) withSupplier() *Case {
	if c.Processor == nil || c.Processor.From == "" {
		return c
	}
	for i := range c.Suppliers {
		if c.Suppliers[i].ID != c.Processor.From {
			continue
		}
		r, p := *c, *c.Processor
		p.Party = p.Party.or(c.Suppliers[i].Party)
		r.Processor = &p
		return &r
	}
	return c
}

// or fills in from q what is absent in p.
func (p Party) or(q Party) Party {
	text := func(a *string, b string) {
		if *a == "" {
			*a = b
		}
	}
	contact := func(a **Contact, b *Contact) {
		if *a == nil {
			*a = b
		}
	}
	text(&p.ID, q.ID)
	text(&p.Name, q.Name)
	text(&p.OrgNumber, q.OrgNumber)
	if p.Address == nil {
		p.Address = q.Address
	}
	contact(&p.Contact, q.Contact)
	contact(&p.DPO, q.DPO)
	contact(&p.BreachContact, q.BreachContact)
	contact(&p.Representative, q.Representative)
	return p
}
