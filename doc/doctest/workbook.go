package doctest

import (
	"strconv"
	"strings"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/formula"
)

// Workbook returns a numbered document in Bokmål whose top sections are sheets: prose
// with facts and a small register, a register to fill in with every kind of entry and
// computed columns, matrices that follow it and one that does not, and a sheet with
// several registers. Hostile texts stand in cells of the register.
func Workbook() *doc.Document { return workbook(riskRows()) }

// BigWorkbook is the same with a register of so many rows.
func BigWorkbook(rows int) *doc.Document {
	out := make([]doc.Row, 0, rows)
	for len(out) < rows {
		for _, r := range riskRows() {
			if len(out) < rows {
				r.ID = "R-" + strconv.Itoa(len(out)+1)
				r.Cells[0] = cell(r.ID)
				out = append(out, r)
			}
		}
	}
	return workbook(out)
}

func workbook(rows []doc.Row) *doc.Document {
	d := &doc.Document{
		ID: "risk-register", Language: doc.Bokmal, Title: "Risikovurdering for pasientportalen",
		Meta: doc.Meta{Subject: "Pasientportalen", Creator: "Fjordby kommune", CaseID: "2026/1234", Version: "0.3", Date: "2026-11-20",
			Keywords: []string{"risikovurdering"}, Generator: "samsvar"},
		Running: doc.Running{Left: text("Risikovurdering · 2026/1234"), Right: text("Unntatt offentlighet, jf. offl. § 24 tredje ledd"),
			Footer: inlines("Side ", &doc.PageNumber{}, " av ", &doc.PageCount{})},
		Labels: doc.Labels{Annex: "Bilag", Clause: "punkt", Table: "Tabell", TableRef: "tabell", Footnotes: "Fotnoter",
			Entry: doc.EntryLabels{Title: "Kan ikke brukes her", Choice: "Velg en av verdiene i listen.", Number: "Skriv et tall.", Date: "Skriv en dato, for eksempel 31.12.2026."}},
		Lists: []doc.List{
			{ID: "likelihood", Items: []doc.ListItem{{Value: "1", Label: "1 Usannsynlig"}, {Value: "2", Label: "2 Lite sannsynlig"}, {Value: "3", Label: "3 Sannsynlig"}, {Value: "4", Label: "4 Svært sannsynlig"}}},
			{ID: "consequence", Items: []doc.ListItem{{Value: "1", Label: "1 Ubetydelig"}, {Value: "2", Label: "2 Mindre alvorlig"}, {Value: "3", Label: "3 Alvorlig"}, {Value: "4", Label: "4 Svært alvorlig"}}},
			{ID: "status", Items: []doc.ListItem{{Value: "planned", Label: "Planlagt"}, {Value: "done", Label: "Gjennomført"}, {Value: "quotes", Label: `Sagt «nei», "enn så lenge"`}}},
		},
		Grids:  []doc.Grid{{ID: "levels", Rows: cellLevels()}},
		Blocks: []doc.Block{readMe(), riskSheet(rows), matrixSheet(), measureSheet()},
	}
	number(d)
	return d
}

func cellLevels() [][]string {
	const l, m, h, v = "Lav", "Middels", "Høy", "Svært høy"
	return [][]string{{l, l, m, m}, {l, m, m, h}, {m, m, h, v}, {m, h, v, v}}
}

func riskTones() []doc.ToneOf {
	return []doc.ToneOf{{Text: "Lav", Tone: doc.ToneLow}, {Text: "Middels", Tone: doc.ToneMedium}, {Text: "Høy", Tone: doc.ToneHigh}, {Text: "Svært høy", Tone: doc.ToneVeryHigh}}
}

func readMe() doc.Block {
	return &doc.Section{ID: "readme", Level: 1, Title: text("Slik bruker du arbeidsboken"), Sheet: &doc.Sheet{Key: "readme", Name: "Les meg"}, Blocks: []doc.Block{
		&doc.Paragraph{Role: doc.Lead, Inlines: text("Fyll ut de gule cellene i arket Risiko, og send arbeidsboken tilbake. Alt annet er låst.")},
		&doc.Paragraph{Inlines: inlines("Arket kan filtreres, og kolonner og rader kan gjøres bredere og høyere. Skal du ", bold("sortere"), " eller sette inn rader, må du oppheve beskyttelsen først. Den har ", italic("ikke"),
			" passord.", note("Fanen Se gjennom, Opphev arkbeskyttelse."))},
		&doc.Section{ID: "readme.steps", Scheme: doc.Clause, Level: 1, Title: text("Fremgangsmåte"), Blocks: []doc.Block{
			numbered(2, "readme.steps#1", "Gå gjennom scenarioene, og se etter om noe mangler. Bruk de tomme radene nederst til nye scenarioer; de får nummer når arbeidsboken leses inn."),
			numbered(3, "readme.steps#a", "Sannsynlighet velges fra listen."),
			numbered(4, "readme.steps#i", "Er du i tvil, velger du det høyeste."),
			&doc.Paragraph{Scheme: doc.Clause, Level: 3, Continues: true, Inlines: text("Begrunn valget i kolonnen for vurdering.")},
			numbered(2, "readme.steps#2", "Resultatet står i ", &doc.Ref{Target: "t.current"}, ". Metoden er beskrevet av ", &doc.Link{URL: "https://www.digdir.no/", Inlines: text("Digdir")}, "."),
			&doc.Paragraph{Role: doc.Note, Inlines: inlines("Ansvarlig: ", &doc.Open{No: 1, Path: "risk.owner", Label: "hvem som eier vurderingen"})},
		}},
		&doc.Table{ID: "t.facts", Kind: doc.Facts, Caption: text("Om vurderingen"), Columns: []doc.Column{{Key: "label", Weight: 1}, {Key: "value", Weight: 3}},
			Rows: []doc.Row{{Cells: []doc.Cell{cell("Tjeneste"), cell("Pasientportalen", "Programvare som tjeneste, driftet i Norge")}}, {Cells: []doc.Cell{cell("Omfang"), cell("Innsyn i timeavtaler og prøvesvar")}}, {Cells: []doc.Cell{cell("Merknad"), {}}}}},
		&doc.Table{ID: "t.legend", Caption: text("Risikonivåene"), Columns: []doc.Column{{Key: "level", Title: "Nivå", Weight: 2}, {Key: "by", Title: "Hvem kan godta", Weight: 3}, {Key: "text", Title: "Hva nivået betyr", Weight: 7}},
			Rows: []doc.Row{legend("Lav", doc.ToneLow, "Systemeier", "Godtas. Følges opp ved neste gjennomgang."), legend("Middels", doc.ToneMedium, "Systemeier", "Godtas når tiltak er vurdert, og vurderingen er begrunnet."),
				legend("Høy", doc.ToneHigh, "Kommunedirektøren", "Godtas bare etter en særskilt beslutning. Tiltak skal være planlagt med frist og ansvarlig."), legend("Svært høy", doc.ToneVeryHigh, "Ingen", "Godtas ikke.")}},
	}}
}

func legend(level string, tone doc.Tone, by, means string) doc.Row {
	l := cell(level)
	l.Tone = tone
	return doc.Row{ID: level, Cells: []doc.Cell{l, cell(by), cell(means)}}
}

func compute(source string) *formula.Formula {
	f, err := formula.Parse(source)
	if err != nil {
		panic("doctest: " + err.Error())
	}
	return f
}

func riskSheet(rows []doc.Row) doc.Block {
	choice := func(key, title, list, note string) doc.Column {
		return doc.Column{Key: key, Title: title, Weight: 16, Entry: doc.Entry{Type: doc.ChoiceEntry, List: list, Input: true, Note: note}}
	}
	return &doc.Section{ID: "risks", Level: 1, Landscape: true, Title: text("Risikoregister"), Sheet: &doc.Sheet{Key: "register", Name: "Risiko", Freeze: 2, Protected: true, Spare: 5}, Blocks: []doc.Block{
		&doc.Paragraph{Inlines: text("De gule cellene fylles ut. Nivået regnes ut når sannsynlighet og konsekvens er valgt.")},
		&doc.Table{ID: "t.risks", Caption: text("Scenarioer"), Columns: []doc.Column{
			{Key: "id", Title: "Nr.", Weight: 8},
			{Key: "title", Title: "Scenario", Weight: 34, Entry: doc.Entry{Input: true, Note: "Hva kan hende? Skriv én setning."}},
			choice("likelihood", "Sannsynlighet", "likelihood", "Hvor ofte kan det hende?"),
			choice("consequence.patients", "Konsekvens for pasientene", "consequence", ""),
			choice("consequence.privacy", "Konsekvens for personvernet", "consequence", ""),
			{Key: "highest", Title: "Høyeste konsekvens", Weight: 12, Entry: doc.Entry{Type: doc.NumberEntry, Formula: compute("max(rank(consequence.*))")}},
			{Key: "level", Title: "Risiko", Weight: 14, Align: doc.Center, Entry: doc.Entry{Tones: riskTones(),
				Formula: compute(`if(or(blank(likelihood), blank(highest)), "", lookup("levels", rank(likelihood), highest))`)}},
			{Key: "cost", Title: "Kostnad (kr)", Weight: 12, Entry: doc.Entry{Type: doc.NumberEntry, Input: true}},
			{Key: "due", Title: "Frist", Weight: 12, Entry: doc.Entry{Type: doc.DateEntry, Input: true, Note: "Når skal tiltaket være gjennomført?"}},
			choice("status", "Status", "status", ""),
			{Key: "assessment", Title: "Vurdering", Weight: 45, Entry: doc.Entry{Input: true}},
		}, Rows: rows},
		&doc.Paragraph{Role: doc.Note, Inlines: text("Scenarioene er hentet fra veilederen om skytjenester.")},
	}}
}

func riskRows() []doc.Row {
	likelihood := []string{"1 Usannsynlig", "2 Lite sannsynlig", "3 Sannsynlig", "4 Svært sannsynlig"}
	consequence := []string{"1 Ubetydelig", "2 Mindre alvorlig", "3 Alvorlig", "4 Svært alvorlig"}
	titles := append([]string{
		"Uvedkommende får tilgang til pasientopplysninger fordi tilganger ikke fjernes når ansatte slutter",
		"Tjenesten er utilgjengelig i mer enn fire timer i en periode med stor pågang",
		"Opplysninger behandles utenfor EØS uten gyldig overføringsgrunnlag",
		"Leverandøren går konkurs, og data kan ikke hentes ut",
	}, Values()...)
	var rows []doc.Row
	for i, t := range titles {
		l, p, v := i%5, (i+1)%4, (i*3)%5 // 4 is not filled in
		pick := func(list []string, n int) doc.Cell {
			if n >= len(list) {
				return doc.Cell{}
			}
			return cell(list[n])
		}
		highest := max(p, v%4*btoi(v < 4)) + 1
		level := ""
		if l < 4 {
			level = cellLevels()[l][highest-1]
		}
		id := "RSK-" + strconv.Itoa(i+1)
		r := doc.Row{ID: id, Cells: []doc.Cell{cell(id), cell(t), pick(likelihood, l), pick(consequence, p), pick(consequence, v), {Paragraphs: [][]doc.Inline{text(strconv.Itoa(highest))}}, cell(level),
			{Value: &doc.Scalar{Number: float64(i) * 1250.5}}, {Value: &doc.Scalar{Date: "2027-0" + strconv.Itoa(i%9+1) + "-15"}}, pick([]string{"Planlagt", "Gjennomført", `Sagt «nei», "enn så lenge"`}, i%4), cell(strings.Repeat("Tilgangene gås gjennom hvert kvartal. ", i%6))}}
		switch i {
		case 2:
			r.Cells[7], r.Cells[8] = doc.Cell{}, doc.Cell{Paragraphs: [][]doc.Inline{inlines(&doc.Open{No: 2, Path: "risk.due", Label: "frist"})}}
		case 3:
			r.Cells[10] = doc.Cell{Paragraphs: [][]doc.Inline{inlines(&doc.Open{Path: "x", Label: "Fylles ut av leverandøren", Reserved: true})}}
		}
		rows = append(rows, r)
	}
	return rows
}

func btoi(x bool) int {
	if x {
		return 1
	}
	return 0
}

func matrixSheet() doc.Block {
	grid := func(id string, caption string, live bool) *doc.Table {
		t := &doc.Table{ID: id, Kind: doc.MatrixTable, Caption: text(caption), Matrix: &doc.Matrix{RowAxis: "Sannsynlighet", ColumnAxis: "Konsekvens"},
			Columns: []doc.Column{{Key: "likelihood"}, {Key: "1", Title: "1 Ubetydelig"}, {Key: "2", Title: "2 Mindre alvorlig"}, {Key: "3", Title: "3 Alvorlig"}, {Key: "4", Title: "4 Svært alvorlig"}}}
		if live {
			t.Matrix.Source, t.Matrix.Row, t.Matrix.Column, t.Matrix.Label = "t.risks", "likelihood", "highest", "id"
		}
		names := []string{"1 Usannsynlig", "2 Lite sannsynlig", "3 Sannsynlig", "4 Svært sannsynlig"}
		for i := 3; i >= 0; i-- {
			r := doc.Row{ID: names[i], Cells: []doc.Cell{cell(names[i])}}
			for j := range 4 {
				word := cellLevels()[i][j]
				c := cell(word)
				for _, t := range riskTones() {
					if t.Text == word {
						c.Tone = t.Tone
					}
				}
				if !live && i == j {
					c.Paragraphs = append(c.Paragraphs, text("RSK-"+strconv.Itoa(i+1)), text("RSK-9"))
				}
				r.Cells = append(r.Cells, c)
			}
			t.Rows = append(t.Rows, r)
		}
		return t
	}
	return &doc.Section{ID: "matrix", Level: 1, Landscape: true, Title: text("Risikobilde"), Sheet: &doc.Sheet{Key: "matrix", Name: "Risikobilde"}, Blocks: []doc.Block{
		&doc.Paragraph{Inlines: text("Bildet følger registeret mens det fylles ut.")},
		grid("t.current", "Risiko nå", true),
		grid("t.before", "Risiko ved forrige vurdering", false),
	}}
}

func measureSheet() doc.Block {
	return &doc.Section{ID: "measures", Level: 1, Title: text("Tiltak og eiere"), Sheet: &doc.Sheet{Key: "measures", Name: "Tiltak (plan)"}, Comments: []doc.Comment{{Author: "Kari Nordmann", Initials: "KN", Paragraphs: [][]doc.Inline{text("Avklares med innkjøp."), inlines("Se ", &doc.Ref{Target: "t.current"}, ".")}}}, Blocks: []doc.Block{
		&doc.Table{ID: "t.owners", Kind: doc.Facts, Caption: text("Hvem eier hva"), Columns: []doc.Column{{Key: "label"}, {Key: "value", Weight: 2, Entry: doc.Entry{Input: true, Note: "Navn og rolle"}}},
			Rows: []doc.Row{{ID: "system", Cells: []doc.Cell{cell("Systemeier"), cell("Kari Nordmann")}}, {ID: "security", Cells: []doc.Cell{cell("Informasjonssikkerhet"), {}}}}},
		&doc.Table{ID: "t.measures", Caption: text("Tiltak"), Columns: []doc.Column{{Key: "id", Title: "Nr.", Weight: 8}, {Key: "what", Title: "Tiltak", Weight: 40}, {Key: "risks", Title: "Gjelder", Weight: 20}, {Key: "owner", Title: "Eier", Weight: 20}, {Key: "done", Title: "Gjennomført", Weight: 14, Align: doc.Center}},
			Rows: []doc.Row{{ID: "MEA-1", Cells: []doc.Cell{cell("MEA-1"), {Paragraphs: [][]doc.Inline{inlines("Flerfaktor for ", bold("alle"), " ansatte, se ", &doc.Link{URL: "https://example.com/a?b=1&c=2", Inlines: text("rutinen")})}}, cell("RSK-1, RSK-4"), cell("Kari Nordmann"), cell("ja")}},
				{ID: "MEA-2", Cells: []doc.Cell{cell("MEA-2"), cell("Øvelse i gjenoppretting"), cell("RSK-2"), cell("Ola Hansen"), cell("nei")}}}},
		&doc.Section{ID: "measures.more", Level: 2, Title: text("Leverandører"), Blocks: []doc.Block{
			&doc.Table{ID: "t.suppliers", Caption: text("Leverandører"), Columns: []doc.Column{{Key: "name", Title: "Leverandør", Weight: 3}, {Key: "country", Title: "Land", Weight: 1}}, Rows: []doc.Row{{ID: "1", Cells: []doc.Cell{cell("Nordsky AS"), cell("Norge")}}}},
			&doc.Table{ID: "t.none", Caption: text("Ingen rader"), Columns: []doc.Column{{Key: "a", Title: "Hva"}, {Key: "b", Title: "Hvem"}}},
		}},
		signing(),
		&doc.TOC{Title: "Innhold", Depth: 1},
	}}
}
