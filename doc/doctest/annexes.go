package doctest

import "github.com/samsvar/samsvar/doc"

func signing() doc.Block {
	labels := doc.SignatureLabels{PlaceDate: "Sted og dato", Signature: "Underskrift", Name: "Navn", Title: "Tittel", Electronic: "Signeres elektronisk"}
	controller := doc.Signature{Role: "For dataansvarlig", Party: text("Fjordby kommune"), Name: text("Kari Nordmann"), Title: text("Kommunedirektør"), Remark: text("Etter delegert myndighet")}
	processor := doc.Signature{Role: "For databehandler", Party: text("Nordsky Helse AS"), Title: text("Daglig leder"),
		Name: inlines(&doc.Open{Label: "Fylles ut av leverandøren", Path: "processor.signatory", Reserved: true})}
	return &doc.Section{ID: "dpa.signatures", Level: 1, Title: text("Underskrifter"), Blocks: []doc.Block{
		&doc.Paragraph{KeepNext: true, Inlines: text("Avtalen er gjort i to eksemplarer, ett til hver part.")},
		&doc.Signatures{ID: "sign", Labels: labels, Parties: []doc.Signature{controller, processor}},
		&doc.Signatures{ID: "sign.electronic", Electronic: true, Labels: labels, Parties: []doc.Signature{controller, processor}},
	}}
}

func annexA() doc.Block {
	return &doc.Section{ID: "annex.a", Scheme: doc.Annex, Level: 1, Break: true, Title: text("Behandlingen"), Blocks: []doc.Block{
		&doc.Section{ID: "annex.a.overview", Scheme: doc.Annex, Level: 2, Title: text("Oversikt"), Blocks: []doc.Block{
			&doc.Paragraph{Scheme: doc.Annex, Level: 2, KeepNext: true, Inlines: text("Tjenesten driftes i Norge.")},
			&doc.Table{ID: "annex.a.facts", Kind: doc.Facts, Caption: text("Tjenesten i korte trekk"),
				Columns: []doc.Column{{Key: "label", Weight: 1}, {Key: "value", Weight: 3}},
				Rows: []doc.Row{
					{Cells: []doc.Cell{cell("Navn"), cell("Pasientportalen")}},
					{Cells: []doc.Cell{cell("Art"), cell("Programvare som tjeneste", "Drift, feilretting og brukerstøtte")}},
					{Cells: []doc.Cell{cell("Lagringstid"), {}}},
				}},
		}},
		&doc.Section{ID: "annex.a.categories", Scheme: doc.Annex, Level: 2, Title: text("Opplysninger og registrerte"), Blocks: []doc.Block{
			&doc.Paragraph{KeepNext: true, Inlines: text("Avtalen gjelder opplysninger om:")},
			annexItem(3, "annex.a#patients", "pasienter og deres pårørende, herunder"),
			annexItem(4, "annex.a#minors", "barn under 16 år, og"),
			annexItem(4, "annex.a#guardians", "verger,"),
			annexItem(3, "annex.a#staff", "ansatte i helse- og omsorgstjenesten."),
			&doc.Paragraph{Scheme: doc.Annex, Level: 3, Continues: true, Inlines: text("Ansatte omfatter også vikarer.")},
			&doc.Paragraph{Role: doc.Note, Inlines: inlines("Reservert: ", &doc.Open{No: 0, Path: "tender.hosting", Label: "Fylles ut av leverandøren", Reserved: true})},
		}},
	}}
}

func annexB() doc.Block {
	row := func(id, name, country, what, share, ok string) doc.Row {
		return doc.Row{ID: id, Cells: []doc.Cell{cell(name), cell(country), cell(what), cell(share), cell(ok)}}
	}
	return &doc.Section{ID: "annex.b", Scheme: doc.Annex, Level: 1, Break: true, Landscape: true, Title: text("Underdatabehandlere"), Blocks: []doc.Block{
		&doc.Section{ID: "annex.b.list", Scheme: doc.Annex, Level: 2, Title: text("Godkjente underdatabehandlere"), Blocks: []doc.Block{
			&doc.Table{ID: "annex.b.subs", Kind: doc.Register, Caption: inlines("Underdatabehandlere ", italic("ved inngåelsen")),
				Columns: []doc.Column{
					{Key: "name", Title: "Underdatabehandler", Weight: 3},
					{Key: "country", Title: "Land", Weight: 1},
					{Key: "what", Title: "Hva de gjør", Weight: 5},
					{Key: "share", Title: "Andel", Align: doc.Right},
					{Key: "ok", Title: "Godkjent", Align: doc.Center},
				},
				Rows: []doc.Row{
					row("sub-1", "Fjellhall Drift AS", "Norge", "Drift av servere og lagring. Data ligger i to haller i Norge, og kopien er kryptert.", "80 %", "ja"),
					row("sub-2", "Kontakt Senter AS", "Norge", "Brukerstøtte på telefon", "15 %", "ja"),
					row("sub-3", "Mail Relay GmbH", "Tyskland", "Utsending av varsler på e-post, uten helseopplysninger", "5 %", "nei"),
				}},
			&doc.Table{Kind: doc.Register, Columns: []doc.Column{{Key: "a", Title: "Uten tittel"}, {Key: "b", Title: "Verdi", Align: doc.Right}},
				Rows: []doc.Row{{Cells: []doc.Cell{cell("En tabell uten tittel har ikke nummer"), cell("1 000")}}}},
		}},
	}}
}
