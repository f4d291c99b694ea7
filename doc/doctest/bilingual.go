package doctest

import (
	"github.com/samsvar/samsvar/doc"
)

// Bilingual returns a numbered document in Bokmål with the same in English beside
// it: every kind of block, numbers of both series, references, notes and open
// points, texts that are the same in both languages and texts that are not.
func Bilingual() *doc.Document {
	d := tongue(doc.Bokmal, func(nb, _ string) string { return nb })
	d.Beside = tongue(doc.English, func(_, en string) string { return en })
	number(d)
	return d
}

// tongue builds the document in one language; t chooses it.
func tongue(l doc.Language, t func(nb, en string) string) *doc.Document {
	T := func(nb, en string) []doc.Inline { return text(t(nb, en)) }
	ref := func(id string) doc.Inline { return &doc.Ref{Target: id} }
	about := func(id, nb, en string) doc.Inline { return &doc.Footnote{About: id, Inlines: T(nb, en)} }
	open := func(no int, path, nb, en string) doc.Inline {
		return &doc.Open{No: no, Path: path, Label: t(nb, en)}
	}
	labels := doc.SignatureLabels{PlaceDate: t("Sted og dato", "Place and date"), Signature: t("Underskrift", "Signature"),
		Name: t("Navn", "Name"), Title: t("Tittel", "Title"), Electronic: t("Signeres elektronisk", "To be signed electronically")}
	parties := []doc.Signature{
		{Role: t("For dataansvarlig", "For the controller"), Party: text("Fjordby kommune"), Name: text("Kari Nordmann"),
			Title: T("Kommunedirektør", "Municipal director"), Remark: inlines(t("Fullmakt: ", "Authority: "), "2026/7")},
		{Role: t("For databehandler", "For the processor"), Party: text("Nordsky AS"), Name: inlines(open(2, "processor.signatory", "navn", "name"))},
	}
	return &doc.Document{
		ID: "dpa", Language: l, Title: t("Databehandleravtale", "Data processing agreement"),
		Meta: doc.Meta{Creator: "Fjordby kommune", CaseID: "2026/1234", Date: "2026-11-20", Generator: "samsvar"},
		Running: doc.Running{Left: T("Databehandleravtale · 2026/1234", "Data processing agreement"), Right: T("Unntatt offentlighet", "Exempt from public access"),
			Footer: inlines(t("Side ", "Page "), &doc.PageNumber{}, t(" av ", " of "), &doc.PageCount{})},
		Labels: doc.Labels{Annex: t("Bilag", "Annex"), Clause: t("punkt", "clause"), Table: t("Tabell", "Table"), TableRef: t("tabell", "table"), Footnotes: t("Fotnoter", "Footnotes")},
		Blocks: []doc.Block{
			&doc.Cover{
				Kicker: t("Avtale etter artikkel 28", "Agreement under Article 28"), Title: T("Databehandleravtale", "Data processing agreement"),
				Subtitle: text("Pasientportalen"), Badge: t("UTKAST – 2 åpne punkter", "DRAFT – 2 open points"),
				Parties: []doc.CoverParty{
					{Role: t("Dataansvarlig", "Controller"), Name: text("Fjordby kommune"), Lines: [][]doc.Inline{inlines(t("Org.nr. ", "Org. no. "), "912 345 678"), text("5900 Fjordby")}},
					{Role: t("Databehandler", "Processor"), Name: text("Nordsky AS"), Lines: [][]doc.Inline{T("Norge", "Norway")}},
				},
				Facts: []doc.Fact{{Label: t("Sak", "Case"), Value: text("2026/1234")}, {Label: t("Dato", "Date"), Value: T("20. november 2026", "20 November 2026")}},
			},
			&doc.Section{ID: "open", Level: 1, Break: true, Title: T("Åpne punkter", "Open points"), Blocks: []doc.Block{
				&doc.Paragraph{Role: doc.Lead, KeepNext: true, Inlines: T("Dokumentet er et utkast.", "This document is a draft.")},
				&doc.Table{Columns: []doc.Column{{Key: "no", Title: t("Nr.", "No."), Align: doc.Right}, {Key: "what", Title: t("Hva", "What"), Weight: 5}, {Key: "where", Title: t("Sted", "Where"), Weight: 2}},
					Rows: []doc.Row{{ID: "agreement.hours", Cells: []doc.Cell{cell("1"), {Paragraphs: [][]doc.Inline{T("Frist", "Time limit")}}, {Paragraphs: [][]doc.Inline{{ref("dpa.breach#deadline")}}}}}}},
			}},
			&doc.TOC{Title: t("Innhold", "Contents"), Depth: 2},
			&doc.Section{ID: "dpa.parties", Scheme: doc.Clause, Level: 1, Break: true, Title: T("Partene", "The parties"), Blocks: []doc.Block{
				&doc.Paragraph{Inlines: T("Innledning uten nummer.", "An introduction without a number.")},
				numbered(2, "dpa.parties#who", bold(t("Dataansvarlig", "The controller")), t(" er kommunen.", " is the municipality."), about("gdpr-4-7", "Artikkel 4 nr. 7.", "Article 4(7).")),
				&doc.Paragraph{ID: "dpa.parties#see", Scheme: doc.Clause, Level: 2, Inlines: inlines(t("Se ", "See "), ref("annex.a"), ", ", ref("dpa.breach#ii"), ", ", ref("subs"), t(" og ", " and "), ref("open"), ".")},
			}},
			&doc.Section{ID: "dpa.breach", Scheme: doc.Clause, Level: 1, Title: T("Brudd", "Breaches"), Comments: []doc.Comment{
				{Author: "samsvar", Initials: "sv", Paragraphs: [][]doc.Inline{T("Fristen er partenes valg.", "The time limit is for the parties to choose."), inlines(t("Se ", "See "), ref("annex.a"), ".")}},
			}, Blocks: []doc.Block{
				&doc.Paragraph{ID: "dpa.breach#deadline", Scheme: doc.Clause, Level: 2, KeepNext: true, Inlines: inlines(t("Varsel gis innen ", "Notice is given within "), open(1, "agreement.hours", "frist", "time limit"), t(" og angir:", " and states:"))},
				numbered(3, "dpa.breach#a", t("hva som har skjedd,", "what has happened,"), about("gdpr-33-3", "Artikkel 33 nr. 3.", "Article 33(3).")),
				numbered(4, "dpa.breach#i", t("når,", "when,")),
				numbered(4, "dpa.breach#ii", t("hvor,", "where,")),
				&doc.Paragraph{Scheme: doc.Clause, Level: 4, Continues: true, Inlines: T("også når det er usikkert,", "even if that is uncertain,")},
				&doc.Paragraph{Scheme: doc.Clause, Level: 3, Continues: true, Inlines: T("så langt det er kjent,", "as far as known,")},
				numbered(3, "", t("følgene.", "the consequences.")),
				&doc.Paragraph{Scheme: doc.Clause, Level: 2, Continues: true, Inlines: T("Resten ettersendes.", "The rest follows.")},
				&doc.Section{ID: "dpa.breach.contact", Level: 2, Title: T("Kontakt", "Contact"), Blocks: []doc.Block{
					&doc.Paragraph{ID: "dpa.breach#note", Role: doc.Note, Inlines: inlines(t("Se ", "See "), &doc.Link{URL: "https://example.com/", Inlines: T("veilederen", "the guide")}, ".")},
				}},
			}},
			&doc.Section{ID: "dpa.signing", Scheme: doc.Clause, Level: 1, Title: T("Signering", "Signing"), Blocks: []doc.Block{
				numbered(2, "dpa.signing#copies", t("Hver part får ett eksemplar.", "Each party keeps a copy.")),
			}},
			&doc.Signatures{ID: "sign", Labels: labels, Parties: parties},
			&doc.Section{ID: "annex.a", Scheme: doc.Annex, Level: 1, Break: true, Title: T("Behandlingen", "The processing"), Blocks: []doc.Block{
				&doc.Section{ID: "annex.a.facts", Scheme: doc.Annex, Level: 2, Title: T("Oversikt", "Overview"), Blocks: []doc.Block{
					&doc.Paragraph{ID: "annex.a.facts#intro", Scheme: doc.Annex, Level: 2, KeepNext: true, Inlines: T("Tjenesten i korte trekk:", "The service in brief:")},
					&doc.Table{ID: "facts", Kind: doc.Facts, Caption: T("Tjenesten", "The service"), Columns: []doc.Column{{Key: "label", Weight: 1}, {Key: "value", Weight: 3}},
						Rows: []doc.Row{
							{Cells: []doc.Cell{{Paragraphs: [][]doc.Inline{T("Navn", "Name")}}, cell("Pasientportalen")}},
							{Cells: []doc.Cell{{Paragraphs: [][]doc.Inline{T("Varighet", "Duration")}}, {Paragraphs: [][]doc.Inline{T("To år", "Two years"), text("2026/1234")}}}},
							{Cells: []doc.Cell{{Paragraphs: [][]doc.Inline{T("Annet", "Other")}}, {}}},
						}},
				}},
				&doc.Section{ID: "annex.a.data", Scheme: doc.Annex, Level: 2, Title: T("Opplysninger", "Data"), Blocks: []doc.Block{
					annexItem(3, "annex.a#patients", t("pasienter,", "patients,")),
					annexItem(4, "annex.a#minors", t("barn,", "children,")),
					&doc.Paragraph{Scheme: doc.Annex, Level: 3, Continues: true, Inlines: T("og pårørende.", "and relatives.")},
				}},
			}},
			&doc.Section{ID: "annex.b", Scheme: doc.Annex, Level: 1, Break: true, Landscape: true, Title: T("Underdatabehandlere", "Sub-processors"), Blocks: []doc.Block{
				&doc.Table{ID: "subs", Caption: T("Godkjente", "Authorised"), Columns: []doc.Column{{Key: "name", Title: t("Navn", "Name"), Weight: 2}, {Key: "country", Title: t("Land", "Country")}, {Key: "n", Title: "Nr.", Align: doc.Right}},
					Rows: []doc.Row{{ID: "sub-1", Cells: []doc.Cell{cell("Fjellhall AS"), {Paragraphs: [][]doc.Inline{append(T("Norge", "Norway"), about("", "Med Svalbard.", "With Svalbard."))}}, cell("1")}}}},
				risks(t),
				&doc.Signatures{ID: "sign.electronic", Electronic: true, Labels: labels, Parties: parties},
			}},
		},
	}
}

// risks is a matrix in one language, with a cell in which both say the same.
func risks(t func(nb, en string) string) doc.Block {
	at := func(tone doc.Tone, ps ...string) doc.Cell {
		c := cell(ps...)
		c.Tone = tone
		return c
	}
	low, high := t("Lav", "Low"), t("Høy", "High")
	return &doc.Table{ID: "risks", Kind: doc.MatrixTable, Caption: text(t("Risiko", "Risk")),
		Matrix:  &doc.Matrix{RowAxis: t("Sannsynlighet", "Likelihood"), ColumnAxis: t("Konsekvens", "Consequence")},
		Columns: []doc.Column{{Key: "likelihood"}, {Key: "c1", Title: t("1 Liten", "1 Minor")}, {Key: "c2", Title: t("2 Stor", "2 Major")}},
		Rows: []doc.Row{
			{ID: "l2", Cells: []doc.Cell{cell(t("2 Mulig", "2 Possible")), at(doc.ToneMedium, "Moderat"), at(doc.ToneVeryHigh, high, "R-01, R-02")}},
			{ID: "l1", Cells: []doc.Cell{cell(t("1 Sjelden", "1 Rare")), at(doc.ToneLow, low), at(doc.ToneMedium, "Moderat", t("R-03 med et forbehold", "R-03 with a reservation"))}},
		}}
}

// Texts lists the texts of a document and of the one beside it: what stands in its
// inlines, and the words of its blocks.
func Texts(d *doc.Document) []string {
	var out []string
	add := func(s ...string) {
		for _, x := range s {
			if x != "" {
				out = append(out, x)
			}
		}
	}
	_ = doc.WalkInlines(d, func(i doc.Inline) error {
		switch i := i.(type) {
		case *doc.Text:
			add(i.S)
		case *doc.Open:
			add(i.Label)
		case *doc.Ref:
			add(i.Number)
		}
		return nil
	})
	_ = doc.Walk(d.Blocks, func(b doc.Block) error {
		switch b := b.(type) {
		case *doc.Cover:
			add(b.Kicker, b.Badge)
			for _, p := range b.Parties {
				add(p.Role)
			}
			for _, f := range b.Facts {
				add(f.Label)
			}
		case *doc.TOC:
			add(b.Title)
		case *doc.Table:
			for _, c := range b.Columns {
				add(c.Title)
			}
			if m := b.Matrix; m != nil {
				add(m.RowAxis, m.ColumnAxis)
			}
		case *doc.Signatures:
			if l := b.Labels; b.Electronic {
				add(l.Electronic, l.Name, l.Title)
			} else {
				add(l.PlaceDate, l.Signature, l.Name, l.Title)
			}
			for _, p := range b.Parties {
				add(p.Role)
			}
		}
		return nil
	})
	if d.Beside != nil {
		out = append(out, Texts(d.Beside)...)
	}
	return out
}

// Apart returns documents that differ from the one beside them in more than their
// words, which every writer must refuse; the names say how.
func Apart() map[string]*doc.Document {
	out := map[string]*doc.Document{}
	change := func(name string, f func(second *doc.Document)) {
		d := Bilingual()
		f(d.Beside)
		out[name] = d
	}
	last := func(d *doc.Document) *doc.Section { return d.Blocks[len(d.Blocks)-1].(*doc.Section) }
	change("the same language", func(d *doc.Document) { d.Language = doc.Bokmal })
	change("a third", func(d *doc.Document) { d.Beside = Bilingual().Beside })
	change("a block less", func(d *doc.Document) { d.Blocks = d.Blocks[:len(d.Blocks)-1] })
	change("another kind", func(d *doc.Document) { d.Blocks[2] = &doc.Paragraph{} })
	change("a nil block", func(d *doc.Document) { last(d).Blocks[0] = nil })
	change("another id", func(d *doc.Document) { last(d).ID = "other" })
	change("another level", func(d *doc.Document) {
		last(d).Blocks[0] = &doc.Section{Level: 2}
	})
	change("a row less", func(d *doc.Document) { last(d).Blocks[0].(*doc.Table).Rows = nil })
	change("a cell less", func(d *doc.Document) {
		r := &last(d).Blocks[0].(*doc.Table).Rows[0]
		r.Cells = r.Cells[:2]
	})
	change("another column", func(d *doc.Document) { last(d).Blocks[0].(*doc.Table).Columns[0].Key = "other" })
	place := func(d *doc.Document) *doc.Table { return last(d).Blocks[1].(*doc.Table) }
	change("another fill", func(d *doc.Document) { place(d).Rows[0].Cells[1].Tone = doc.ToneLow })
	change("another source", func(d *doc.Document) { place(d).Matrix.Source = "subs" })
	change("another entry", func(d *doc.Document) { place(d).Columns[1].Entry.Input = true })
	change("another value", func(d *doc.Document) { place(d).Rows[0].Cells[0].Value = &doc.Scalar{Number: 2} })
	change("another sheet", func(d *doc.Document) { last(d).Sheet = &doc.Sheet{Key: "b"} })
	change("other choices", func(d *doc.Document) {
		d.Lists = []doc.List{{ID: "likelihood", Items: []doc.ListItem{{Value: "1", Label: "One"}}}}
	})
	change("another grid", func(d *doc.Document) { d.Grids = []doc.Grid{{ID: "levels", Rows: [][]string{{"Low"}}}} })
	change("a party less", func(d *doc.Document) {
		s := last(d).Blocks[2].(*doc.Signatures)
		s.Parties = s.Parties[:1]
	})
	change("a fact less", func(d *doc.Document) { d.Blocks[0].(*doc.Cover).Facts = nil })
	return out
}
