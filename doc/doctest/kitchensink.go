// Package doctest holds the documents that every writer is tested with: one with
// every kind of node, one with nasty values, and some that must be refused.
//
// Each call makes a new tree, so that a test may change what it gets.
package doctest

import "github.com/samsvar/samsvar/doc"

// KitchenSink returns a numbered document in Bokmål with every kind of block and
// inline, every role, every level, and most flags.
func KitchenSink() *doc.Document {
	d := &doc.Document{
		ID:       "dpa",
		Language: doc.Bokmal,
		Title:    "Databehandleravtale for pasientportalen",
		Meta: doc.Meta{
			Subject:   "Pasientportalen, levert som skytjeneste",
			Creator:   "Fjordby kommune",
			CaseID:    "2026/1234",
			Version:   "0.3",
			Date:      "2026-11-20",
			Keywords:  []string{"databehandleravtale", "helseopplysninger"},
			Generator: "samsvar",
		},
		Running: doc.Running{
			Left:   text("Databehandleravtale · 2026/1234"),
			Right:  text("Unntatt offentlighet, jf. offl. § 24 tredje ledd"),
			Footer: inlines("Side ", &doc.PageNumber{}, " av ", &doc.PageCount{}),
		},
		Labels: doc.Labels{Annex: "Bilag", Clause: "punkt", Table: "Tabell", TableRef: "tabell", Footnotes: "Fotnoter"},
		Blocks: []doc.Block{
			cover(),
			openPoints(),
			&doc.TOC{Title: "Innhold", Depth: 2},
			parties(),
			processing(),
			audit(),
			signing(),
			annexA(),
			annexB(),
			annexC(),
		},
		Lists: choices(),
		Grids: grids(),
	}
	number(d)
	return d
}

func cover() doc.Block {
	return &doc.Cover{
		Kicker:   "Databehandleravtale",
		Title:    text("Behandling av personopplysninger i pasientportalen"),
		Subtitle: text("Avtale etter personvernforordningen artikkel 28"),
		Badge:    "UTKAST – 2 åpne punkter",
		Parties: []doc.CoverParty{
			{Role: "Dataansvarlig", Name: text("Fjordby kommune"), Lines: [][]doc.Inline{
				text("Org.nr. 912 345 678"), text("Rådhusgata 1, 5900 Fjordby"), text("personvern@fjordby.example"),
			}},
			{Role: "Databehandler", Name: text("Nordsky Helse AS"), Lines: [][]doc.Inline{
				text("Org.nr. 987 654 321"), inlines(&doc.Open{No: 1, Path: "processor.address", Label: "databehandlerens adresse"}),
			}},
		},
		Facts: []doc.Fact{
			{Label: "Sak", Value: text("2026/1234")},
			{Label: "Versjon", Value: text("0.3")},
			{Label: "Dato", Value: text("20. november 2026")},
			{Label: "Rettstilstand", Value: text("1. november 2026")},
		},
	}
}

func openPoints() doc.Block {
	return &doc.Section{ID: "open", Level: 1, Break: true, Title: text("Åpne punkter"), Blocks: []doc.Block{
		&doc.Paragraph{Role: doc.Lead, Inlines: text("Dette utkastet kan ikke undertegnes før punktene under er avklart.")},
		&doc.Table{
			ID: "open.list", Kind: doc.Register, Caption: text("Det som mangler i saken"),
			Columns: []doc.Column{
				{Key: "no", Title: "Nr.", Weight: 1, Align: doc.Right},
				{Key: "what", Title: "Hva mangler", Weight: 5},
				{Key: "who", Title: "Hvem avklarer", Weight: 3},
				{Key: "where", Title: "Sted", Weight: 2},
			},
			Rows: []doc.Row{
				{ID: "processor.address", Cells: []doc.Cell{cell("1"), cell("Databehandlerens adresse"), cell("Leverandøren"), cell("Forsiden")}},
				{ID: "agreement.breachNoticeHours", Cells: []doc.Cell{cell("2"), cell("Frist for varsel om brudd"), cell("Avtaleeier"),
					{Paragraphs: [][]doc.Inline{{&doc.Ref{Target: "dpa.processing#deadline"}}}}}},
			},
		},
	}}
}

func parties() doc.Block {
	return &doc.Section{ID: "dpa.parties", Scheme: doc.Clause, Level: 1, Break: true, Title: text("Partene og formålet"), Blocks: []doc.Block{
		numbered(2, "dpa.parties#who", "Fjordby kommune («", bold("Dataansvarlig"), "») lar Nordsky Helse AS («", bold("Databehandler"),
			"») behandle personopplysninger på sine vegne.", note("Personvernforordningen artikkel 4 nr. 7 og 8, se ",
				&doc.Link{URL: "https://lovdata.no/lov/2018-06-15-38/gdpr/a4", Inlines: text("lovdata.no")}, ".")),
		numbered(2, "dpa.parties#purpose", "Formålet er å gi innbyggere innsyn i timeavtaler, prøvesvar og meldinger. Hva som behandles, og om hvem, står i ",
			&doc.Ref{Target: "annex.a"}, " og i ", &doc.Ref{Target: "annex.a.categories"}, "."),
	}}
}

func processing() doc.Block {
	return &doc.Section{ID: "dpa.processing", Scheme: doc.Clause, Level: 1, Title: text("Databehandlerens plikter"), Blocks: []doc.Block{
		&doc.Paragraph{Role: doc.Lead, Inlines: text("Pliktene gjelder så lenge Databehandler har tilgang til opplysningene, også etter at avtalen er sagt opp.")},
		&doc.Paragraph{ID: "dpa.processing#duties", Scheme: doc.Clause, Level: 2, KeepNext: true, Inlines: text("Databehandler skal:")},
		numbered(3, "dpa.processing#instructions", "behandle opplysningene bare etter dokumenterte instrukser fra Dataansvarlig,"),
		numbered(3, "dpa.processing#access", "gi tilgang bare til personer som"),
		numbered(4, "dpa.processing#need", "trenger den i sitt arbeid, og"),
		numbered(4, "dpa.processing#secrecy", "har taushetsplikt etter lov eller avtale;"),
		&doc.Paragraph{Scheme: doc.Clause, Level: 4, Continues: true, Inlines: text("taushetsplikten varer også etter at arbeidet er slutt,")},
		&doc.Paragraph{Scheme: doc.Clause, Level: 3, Continues: true, Inlines: text("og tilgangen skal kunne etterprøves,")},
		numbered(3, "dpa.processing#help", "hjelpe Dataansvarlig med å svare på krav fra de registrerte."),
		&doc.Paragraph{Scheme: doc.Clause, Level: 2, Continues: true, Inlines: text("Databehandler sier fra dersom en instruks etter hans syn er i strid med loven.")},
		numbered(2, "dpa.processing#deadline", "Databehandler varsler Dataansvarlig om brudd på personopplysningssikkerheten uten ugrunnet opphold og senest ",
			&doc.Open{No: 2, Path: "agreement.breachNoticeHours", Label: "frist i timer"}, " timer etter at bruddet ble oppdaget.",
			note("Personvernforordningen artikkel 33 nr. 2.")),
		&doc.Section{ID: "dpa.processing.contact", Level: 2, Title: text("Kontaktpunkt"), Blocks: []doc.Block{
			numbered(2, "dpa.processing#contact", "Varsel sendes til ", &doc.Link{URL: "mailto:personvern@fjordby.example", Inlines: text("personvern@fjordby.example")},
				", jf. ", &doc.Ref{Target: "dpa.processing#need"}, "."),
		}},
	}}
}

func audit() doc.Block {
	return &doc.Section{ID: "dpa.audit", Scheme: doc.Clause, Level: 1, Title: inlines("Revisjon og ", italic("etterprøving")), Comments: remarks(), Blocks: []doc.Block{
		numbered(3, "dpa.audit#yearly", "Revisjon holdes én gang i året."),
		numbered(3, "dpa.audit#frequency", "Ekstraordinær revisjon kan kreves etter et brudd, se ", &doc.Ref{Target: "dpa.processing#deadline"}, " og ", &doc.Ref{Target: "annex.b.subs"}, "."),
		&doc.Paragraph{ID: "dpa.audit#remark", Role: doc.Note, Inlines: inlines("Kilde: ", &doc.Text{S: "Normen", Bold: true, Italic: true}, ", versjon 7.0.\nTo linjer med\ttabulator.")},
	}}
}

func remarks() []doc.Comment {
	return []doc.Comment{
		{Author: "samsvar", Initials: "sv", Paragraphs: [][]doc.Inline{
			text("Loven krever at revisjon er mulig, ikke hvor ofte."),
			inlines("Se ", &doc.Ref{Target: "dpa.processing#deadline"}, ", ", bold("fristen"), " og ", &doc.Link{URL: "https://www.datatilsynet.no/", Inlines: text("Datatilsynet")}, "."),
		}},
		{Author: "Kari Nordmann", Initials: "KN", Paragraphs: [][]doc.Inline{
			inlines("Avklares: ", &doc.Open{No: 2, Path: "agreement.breachNoticeHours", Label: "frist i timer"}),
		}},
	}
}
