package docx

import (
	"bytes"
	"testing"

	"github.com/samsvar/samsvar/doc"
)

var sampleLabels = map[doc.Language]doc.Labels{
	doc.Bokmal:  {Annex: "Bilag", Clause: "punkt", Table: "Tabell", Footnotes: "Fotnoter"},
	doc.Nynorsk: {Annex: "Bilag", Clause: "punkt", Table: "Tabell", Footnotes: "Fotnotar"},
	doc.English: {Annex: "Annex", Clause: "clause", Table: "Table", Footnotes: "Notes"},
}

// sample is a document with every kind of node and every field set.
func sample(l doc.Language) *doc.Document {
	T := doc.T
	bold := func(s string) doc.Inline { return &doc.Text{S: s, Bold: true} }
	text := func(s string) doc.Inline { return &doc.Text{S: s} }
	ref := func(id string) doc.Inline { return &doc.Ref{Target: id} }
	item := func(id string, level int, in ...doc.Inline) *doc.Paragraph {
		return &doc.Paragraph{ID: id, Scheme: doc.Clause, Level: level, Inlines: in}
	}
	annexItem := func(id string, level int, in ...doc.Inline) *doc.Paragraph {
		return &doc.Paragraph{ID: id, Scheme: doc.Annex, Level: level, Inlines: in}
	}
	cell := func(ps ...[]doc.Inline) doc.Cell { return doc.Cell{Paragraphs: ps} }
	clause := func(id, title string, bs ...doc.Block) *doc.Section {
		return &doc.Section{ID: id, Scheme: doc.Clause, Level: 1, Title: T(title), Blocks: bs}
	}
	var many []doc.Row
	for _, n := range []string{"Nordlys Drift AS", "Fjordskyen Hosting AS", "Aurora Support Ltd", "Kartbasen AS"} {
		many = append(many, doc.Row{ID: n, Cells: []doc.Cell{
			cell(T(n)), cell(T("999 888 777")), cell(T("Drift og sikkerhetskopiering av journaldata, døgnbemannet vaktordning og feilretting")), cell(T("Norge")), cell(T("Ingen")), cell(T("1 250")), cell(T("×")),
		}})
	}
	d := &doc.Document{
		ID: "dpa", Language: l, Title: "Databehandleravtale for Pasientportalen",
		Meta: doc.Meta{Subject: "Pasientportalen", Creator: "Fjelldal kommune", CaseID: "2026/1234", Version: "0.3", Date: "2026-11-20",
			Keywords: []string{"GDPR", "artikkel 28"}, Generator: "samsvar"},
		Running: doc.Running{Left: T("Databehandleravtale · 2026/1234"), Right: T("Unntatt offentlighet, jf. offl. § 24 tredje ledd"),
			Footer: []doc.Inline{text("Side "), &doc.PageNumber{}, text(" av "), &doc.PageCount{}}},
		Labels: sampleLabels[l],
		Blocks: []doc.Block{
			&doc.Cover{Kicker: "Databehandleravtale", Title: T("Drift og forvaltning av Pasientportalen"), Subtitle: T("Avtale etter personvernforordningen artikkel 28 nr. 3"),
				Badge: "UTKAST – 5 åpne punkter",
				Parties: []doc.CoverParty{
					{Role: "Dataansvarlig", Name: T("Fjelldal kommune"), Lines: [][]doc.Inline{T("Org.nr. 987 654 321"), T("Rådhusveien 1, 1234 Fjelldal"), T("personvern@fjelldal.example")}},
					{Role: "Databehandler", Name: T("Nordlys Drift AS"), Lines: [][]doc.Inline{T("Org.nr. 999 888 777"), {&doc.Open{No: 1, Path: "processor.address", Label: "adresse"}}}},
				},
				Facts: []doc.Fact{{Label: "Saksnummer", Value: T("2026/1234")}, {Label: "Versjon", Value: T("0.3")}, {Label: "Dato", Value: T("20. november 2026")},
					{Label: "Rettstilstand", Value: T("Lov og forskrift per 1. november 2026")}}},
			&doc.Section{ID: "open", Level: 1, Title: T("Åpne punkter"), Break: true, Blocks: []doc.Block{
				&doc.Paragraph{Role: doc.Lead, Inlines: T("Avtalen kan ikke signeres før disse punktene er avklart.")},
				&doc.Table{ID: "open-table", Caption: T("Åpne punkter i utkastet"), Columns: []doc.Column{{Key: "no", Title: "Nr.", Weight: 1, Align: doc.Right}, {Key: "what", Title: "Hva mangler", Weight: 5}, {Key: "who", Title: "Hvem avklarer", Weight: 4}, {Key: "where", Title: "Hvor", Weight: 3}},
					Rows: []doc.Row{
						{Cells: []doc.Cell{cell(T("1")), cell(T("Adressen til databehandleren")), cell(T("Leverandøren")), cell(T("Forsiden"))}},
						{Cells: []doc.Cell{cell(T("2")), cell(T("Frist for varsling av brudd")), cell(T("Personvernombudet"), T("Systemeieren")), cell([]doc.Inline{ref("dpa.breach#deadline")})}},
						{Cells: []doc.Cell{cell(T("3")), cell(T("Navn på den som signerer")), cell(), cell([]doc.Inline{ref("open")})}},
					}},
			}},
			&doc.TOC{Title: "Innhold", Depth: 1},
			clause("dpa.purpose", "Formål og bakgrunn",
				item("dpa.purpose#1", 2, text("Avtalen regulerer "), bold("Databehandlerens"), text(" behandling av personopplysninger på vegne av den "), bold("Dataansvarlige"), text(", jf. personvernforordningen artikkel 28."), &doc.Footnote{Inlines: []doc.Inline{text("Europaparlaments- og rådsforordning (EU) 2016/679, se "), &doc.Link{URL: "https://lovdata.no/dokument/NL/lov/2018-06-15-38", Inlines: T("personopplysningsloven")}, text(", jf. "), ref("dpa.breach"), text(".")}}),
				item("dpa.purpose#2", 2, text("Ved motstrid går "), ref("annex.processing"), text(" foran "), ref("dpa.breach"), text(" og "), ref("dpa.breach#list-a"), text("; se også "), ref("dpa.breach#nested"), text(", "), ref("annex.security.logging"), text(", "), ref("subs"), text(" og "), ref("open"), text(".")),
			),
			clause("dpa.breach", "Brudd på personopplysningssikkerheten",
				&doc.Paragraph{Inlines: T("Innledende tekst uten nummer under en nummerert overskrift, som skal stå på samme tekstkant som punktene under, også når den går over to linjer.")},
				item("dpa.breach#deadline", 2, text("Databehandleren varsler den Dataansvarlige uten ugrunnet opphold og senest "), &doc.Open{No: 2, Path: "agreement.breachNoticeHours", Label: "frist i timer"}, text(" etter at bruddet ble oppdaget. Varselet skal minst inneholde:")),
				item("dpa.breach#list-a", 3, text("en beskrivelse av hva slags brudd det gjelder, hvilke kategorier av registrerte som er berørt og omtrent hvor mange, samt hvilke opplysninger det gjelder:")),
				item("dpa.breach#nested", 4, text("identifiserende opplysninger, herunder fødselsnummer og kontaktopplysninger som kan knyttes til den enkelte pasient")),
				item("", 4, text("helseopplysninger")),
				&doc.Paragraph{Scheme: doc.Clause, Level: 4, Continues: true, Inlines: T("Fortsettelse av punkt (ii) uten eget nummer.")},
				item("", 3, text("kontaktpunkt der mer informasjon kan innhentes, "), &doc.Open{Path: "supplier.contact", Label: "Fylles ut av leverandøren", Reserved: true}),
				&doc.Paragraph{Scheme: doc.Clause, Level: 3, Continues: true, Inlines: T("Fortsettelse av punkt (b) uten eget nummer.")},
				&doc.Paragraph{Scheme: doc.Clause, Level: 2, Continues: true, KeepNext: true, Inlines: T("Fortsettelse av punkt 2.1 uten eget nummer.")},
				item("dpa.breach#2", 2, text("Linjeskift\ni teksten,\ttabulator, <w:b/> & | * {{ .value }} 😀 שלום עולם og العربية 42 til slutt.\x00")),
				&doc.Section{ID: "dpa.breach.sub", Level: 2, Title: T("Underoverskrift uten nummer"), Blocks: []doc.Block{
					&doc.Paragraph{Role: doc.Note, Inlines: []doc.Inline{&doc.Text{S: "Kilde: ", Italic: true}, text("EDPB Guidelines 07/2020, avsnitt 134.")}},
				}},
			),
			clause("dpa.law", "Lovvalg og verneting",
				item("", 2, text("Avtalen reguleres av norsk rett. Partene vedtar Oslo tingrett som verneting. Avtalen er undertegnet i to eksemplarer, ett til hver av partene.")),
				&doc.Signatures{ID: "sign", Labels: doc.SignatureLabels{PlaceDate: "Sted og dato", Signature: "Underskrift", Name: "Navn", Title: "Tittel", Electronic: "Signeres elektronisk"},
					Parties: []doc.Signature{
						{Role: "For dataansvarlig", Party: T("Fjelldal kommune"), Name: T("Kari Fjelldal"), Title: T("Kommunedirektør"), Remark: T("Etter fullmakt av 1. mars 2026")},
						{Role: "For databehandler", Party: T("Nordlys Drift AS"), Name: []doc.Inline{&doc.Open{No: 3, Path: "processor.signatory.name", Label: "navn"}}},
					}},
			),
			&doc.Section{ID: "annex.processing", Scheme: doc.Annex, Level: 1, Break: true, Title: T("Behandlingen"), Blocks: []doc.Block{
				&doc.Paragraph{Inlines: T("Dette bilaget beskriver behandlingen som avtalen omfatter. Teksten går over mer enn en linje, slik at man kan se kanten som den står på.")},
				&doc.Section{ID: "annex.security", Scheme: doc.Annex, Level: 2, Title: T("Hva som behandles"), Blocks: []doc.Block{
					&doc.Table{ID: "facts", Kind: doc.Facts, Caption: T("Nøkkelopplysninger"), Columns: []doc.Column{{Key: "a", Title: "Felt", Weight: 1}, {Key: "b", Title: "Verdi", Weight: 2}},
						Rows: []doc.Row{{Cells: []doc.Cell{cell(T("Tjeneste")), cell(T("Pasientportalen"))}}, {Cells: []doc.Cell{cell(T("Registrerte")), cell(T("Pasienter, pårørende og helsepersonell i kommunen"))}}, {Cells: []doc.Cell{cell(T("Varighet")), cell([]doc.Inline{&doc.Open{No: 4, Path: "agreement.duration", Label: "varighet"}})}}}},
					annexItem("", 3, text("første ledd i en liste i bilaget")),
					annexItem("annex.i", 4, text("underpunkt")),
					annexItem("", 3, text("andre ledd")),
				}},
				&doc.Section{ID: "annex.security.logging", Scheme: doc.Annex, Level: 2, Title: T("Logging"), Blocks: []doc.Block{
					&doc.Paragraph{ID: "annex.log#1", Scheme: doc.Annex, Level: 2, Inlines: T("Oppslag i journal logges.")},
					&doc.Table{ID: "plain", Columns: []doc.Column{{Key: "k", Title: "Uten tittel"}}, Rows: []doc.Row{{Cells: []doc.Cell{cell(T("x"))}}}},
				}},
			}},
			&doc.Section{ID: "annex.subs", Scheme: doc.Annex, Level: 1, Landscape: true, Title: T("Underdatabehandlere"), Blocks: []doc.Block{
				&doc.Table{ID: "subs", Caption: T("Godkjente underdatabehandlere"), Columns: []doc.Column{{Key: "name", Title: "Navn", Weight: 3}, {Key: "org", Title: "Org.nr.", Weight: 2}, {Key: "task", Title: "Oppgave", Weight: 6}, {Key: "where", Title: "Land", Weight: 2}, {Key: "basis", Title: "Overføringsgrunnlag", Weight: 3}, {Key: "n", Title: "Antall", Weight: 2, Align: doc.Right}, {Key: "x", Title: "Sensitivt", Weight: 2, Align: doc.Center}}, Rows: many},
			}},
			&doc.Section{ID: "annex.change", Scheme: doc.Annex, Level: 1, Break: true, Title: T("Endringer"), Blocks: []doc.Block{
				&doc.Paragraph{Inlines: T("Ingen endringer. Signeres elektronisk:")},
				&doc.Signatures{Electronic: true, Labels: doc.SignatureLabels{PlaceDate: "Sted og dato", Signature: "Underskrift", Name: "Navn", Title: "Tittel", Electronic: "Signeres elektronisk"},
					Parties: []doc.Signature{{Role: "For A", Party: T("A"), Name: T("Ola"), Title: T("Leder")}, {Role: "For B", Party: T("B")}, {Role: "For C", Party: T("C"), Name: T("Per")}}},
			}},
		},
	}
	_ = doc.Walk(d.Blocks, func(b doc.Block) error {
		if s, ok := b.(*doc.Section); ok && (s.ID == "dpa.breach" || s.ID == "annex.security.logging") {
			s.Comments = []doc.Comment{
				{Author: "samsvar", Initials: "sv", Paragraphs: [][]doc.Inline{T("Fristen er partenes valg."), {text("Se "), ref("dpa.breach#deadline"), text(", "), bold("72 timer"), text(" og "),
					&doc.Link{URL: "https://lovdata.no/", Inlines: T("lovdata.no")}, text(": "), &doc.Open{No: 2, Path: "agreement.breachNoticeHours", Label: "frist i timer"}}}},
				{Author: "Kari & <Fjelldal>", Initials: "Kari Fjelldal", Paragraphs: nil},
			}
		}
		return nil
	})
	if dangling := doc.Number(d); len(dangling) > 0 {
		panic(dangling)
	}
	return d
}

func write(t testing.TB, d *doc.Document, ref *Reference) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, d, Options{Reference: ref}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
