package generator

import (
	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/templates"
)

// cover fills the first page.
func (a *assembly) cover(c *templates.Cover) (*doc.Cover, error) {
	out := &doc.Cover{}
	var err error
	if out.Kicker, err = a.plain(a.filler, c.Kicker); err != nil {
		return nil, err
	}
	if out.Title, err = a.line(c.Title); err != nil {
		return nil, err
	}
	if out.Subtitle, err = a.line(c.Subtitle); err != nil {
		return nil, err
	}
	for _, p := range c.Parties {
		parties, err := a.coverParty(p)
		if err != nil {
			return nil, err
		}
		out.Parties = append(out.Parties, parties...)
	}
	for _, r := range c.Facts {
		label, value, err := a.fact(r)
		if err != nil {
			return nil, err
		}
		name := doc.Plain(label)
		for _, v := range value {
			out.Facts = append(out.Facts, doc.Fact{Label: name, Value: v})
			name = "" // the lines below it are of the same
		}
	}
	if state := a.lawState(); state != "" {
		out.Facts = append(out.Facts, doc.Fact{Label: a.word("lawState"), Value: doc.T(expr.Date(state, a.language))})
	}
	return out, nil
}

func (a *assembly) coverParty(p templates.CoverParty) ([]doc.CoverParty, error) {
	yes, open, err := a.filler.True(p.When)
	if err != nil || open == nil && !yes {
		return nil, err
	}
	fillers, open, err := a.filler.Each(p.Each)
	if err != nil {
		return nil, err
	}
	if open != nil {
		role, err := a.plain(a.filler, p.Role)
		return []doc.CoverParty{{Role: role, Name: []doc.Inline{open}}}, err
	}
	var out []doc.CoverParty
	for _, f := range fillers {
		var party doc.CoverParty
		if party.Role, err = a.plain(f, p.Role); err != nil {
			return nil, err
		}
		if party.Name, err = f.Line(p.Name[a.language]); err != nil {
			return nil, err
		}
		if party.Lines, err = a.lines(f, p.Lines); err != nil {
			return nil, err
		}
		out = append(out, party)
	}
	return out, nil
}

// signatures fills the block where the parties sign.
func (a *assembly) signatures(s *templates.Signatures) (doc.Block, error) {
	out := &doc.Signatures{ID: s.ID, Labels: doc.SignatureLabels{
		PlaceDate: a.word("placeDate"), Signature: a.word("signature"), Name: a.word("signatureName"),
		Title: a.word("signatureTitle"), Electronic: a.word("electronic"),
	}}
	if s.Electronic != nil {
		electronic, open, err := a.filler.True(s.Electronic)
		if err != nil {
			return nil, err
		}
		out.Electronic = electronic && open == nil
	}
	fillers, open, err := a.filler.Each(s.Each)
	if err != nil {
		return nil, err
	}
	if open != nil {
		return &doc.Paragraph{Inlines: []doc.Inline{open}}, nil
	}
	for _, f := range fillers {
		var sign doc.Signature
		if sign.Role, err = a.plain(f, s.Role); err != nil {
			return nil, err
		}
		for _, part := range []struct {
			to   *[]doc.Inline
			from templates.Lines
		}{{&sign.Party, s.Party}, {&sign.Name, s.Name}, {&sign.Title, s.Title}} {
			if *part.to, err = f.Line(part.from[a.language]); err != nil {
				return nil, err
			}
		}
		remark, err := a.lines(f, s.Remark)
		if err != nil {
			return nil, err
		}
		for i, l := range remark {
			if i > 0 {
				sign.Remark = append(sign.Remark, &doc.Text{S: "\n"})
			}
			sign.Remark = append(sign.Remark, l...)
		}
		out.Parties = append(out.Parties, sign)
	}
	return out, nil
}
