package model

// Resolved returns the case with the processor's absent facts taken over from
// the supplier that processor.from names, and with the defaults of the schema
// (Assumed lists them). It is a copy that shares what is the same; a reference to
// nobody changes nothing.
func (c *Case) Resolved() *Case { return c.fromSupplier().withDefaults() }

func (c *Case) fromSupplier() *Case {
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
