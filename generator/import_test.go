package generator_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

// TestImportNothing: what is read back as it was written changes nothing, whatever the
// texts, the format and the language.
func TestImportNothing(t *testing.T) {
	g, c := registerCase(t)
	for _, l := range doc.Languages() {
		for _, format := range []string{"xlsx", "csv", "json"} {
			im := imported(t, g, c, "register."+format, written(t, g, c, l, format))
			if len(im.Changes)+len(im.Problems)+len(im.Edits) > 0 {
				t.Errorf("%s in %s: %v %v", format, l, differences(im), complaints(im.Problems))
			}
		}
	}
}

// TestImportEdits: what is filled in becomes a change of the case and nothing else
// does. Afterwards the case says so, and the same file changes nothing more.
func TestImportEdits(t *testing.T) {
	for _, test := range []struct {
		name     string
		language doc.Language // nb when empty
		edit     func(d desk)
		want     []string
		problems []string
		later    []string // rules of what is told when the file is read once more
	}{
		{name: "a text", edit: func(d desk) {
			d.Set("scenarios", "R-01", "title", "  Uvedkommende ser målinger ")
			d.Set("scenarios", "R-10", "rationale", 2026) // a number where text is asked for
		}, want: []string{
			`set risk.scenarios[0].title: "Uvedkommende leser målinger" → "Uvedkommende ser målinger"`,
			`set risk.scenarios[9].rationale: "1e5" → "2026"`,
		}},
		{name: "texts that look like formulas", edit: func(d desk) {
			d.Set("scenarios", "R-01", "title", "=SUM(A1)") // as text
			d.Set("scenarios", "R-01", "owner", "'@x")
			d.Set("scenarios", "R-02", "title", "+2")
		}, want: []string{
			`set risk.scenarios[0].title: "Uvedkommende leser målinger" → "=SUM(A1)"`,
			`set risk.scenarios[0].owner: "Klinikksjef Kari Nordmann" → "'@x"`,
			`set risk.scenarios[1].title: "=cmd|' /C calc'!A0" → "+2"`,
		}},
		{name: "choices, as label, as value, in capitals and as number", edit: func(d desk) {
			d.Set("scenarios", "R-01", "likelihood", "5 Svært sannsynlig")
			d.Set("scenarios", "R-01", "consequence.privacy", "2")
			d.Set("scenarios", "R-01", "consequence.economy", 1)
			d.Set("scenarios", "R-01", "uncertainty", "STOR")
			d.Set("scenarios", "R-01", "area", "logging")
			d.Set("scenarios", "R-01", "decision", "akseptere")
			d.Set("scenarios", "R-03", "residualLikelihood", "2 mindre sannsynlig")
			d.Set("scenarios", "R-04", "residualConsequence.service", "3 Moderat")
		}, want: []string{
			`set risk.scenarios[0].area: "tilgang" → "logging"`,
			`set risk.scenarios[0].likelihood: "3 Mulig" → "5 Svært sannsynlig"`,
			`set risk.scenarios[0].consequence.privacy: "4 Alvorlig" → "2 Lav"`,
			`set risk.scenarios[0].consequence.economy: "" → "1 Ubetydelig"`,
			`set risk.scenarios[0].uncertainty: "middels" → "stor"`,
			`set risk.scenarios[0].decision.choice: "redusere" → "akseptere"`,
			`set risk.scenarios[2].residual.likelihood: "1 Usannsynlig" → "2 Mindre sannsynlig"`,
			`set risk.scenarios[3].residual.consequence.service: "" → "3 Moderat"`,
		}},
		{name: "the same choice, written otherwise", edit: func(d desk) {
			d.Set("scenarios", "R-01", "likelihood", 3)
			d.Set("scenarios", "R-01", "area", "access")
			d.Set("scenarios", "R-03", "cia", "Availability;  robusthet")
			d.Set("scenarios", "R-01", "causes", "Delte brukere\r\n\r\n Rettigheter som ikke fjernes")
		}},
		{name: "dates", edit: func(d desk) {
			d.Set("scenarios", "R-01", "decidedOn", 46387) // as Excel counts: 2026-12-31
			d.Set("scenarios", "R-11", "decidedOn", "1.12.2026")
			d.Set("plan", "K-01", "dueDate", "2027-04-01")
			d.Set("changes", "E-01", "date", "24.11.2026")
		}, want: []string{
			`set risk.scenarios[0].decision.date: "2026-11-20" → "2026-12-31"`,
			`set risk.scenarios[10].decision.date: "2026-11-21" → "2026-12-01"`,
			`set risk.measures[0].dueDate: "2027-03-01" → "2027-04-01"`,
			`set risk.changes[0].date: "2026-11-20" → "2026-11-24"`,
		}},
		{name: "lists", edit: func(d desk) {
			d.Set("scenarios", "R-01", "cia", "integritet, Konfidensialitet")
			d.Set("scenarios", "R-01", "causes", "Én\nTo, med komma\nTre")
			d.Set("scenarios", "R-03", "measures", "K-01, M-2")
			d.Set("scenarios", "R-03", "existing", "M-1")
		}, want: []string{
			`set risk.scenarios[0].cia: "konfidensialitet" → "integritet, Konfidensialitet"`,
			`set risk.scenarios[0].causes: "Delte brukere\nRettigheter som ikke fjernes" → "Én\nTo, med komma\nTre"`,
			`set risk.scenarios[2].existing: "" → "M-1"`,
			`set risk.scenarios[2].measures: "" → "K-01, M-2"`,
		}},
		{name: "emptied", edit: func(d desk) {
			d.Set("scenarios", "R-01", "rationale", nil)
			d.Set("scenarios", "R-01", "likelihood", "")
			d.Set("scenarios", "R-01", "consequence.privacy", "  ")
			d.Set("scenarios", "R-01", "measures", nil)
			for _, key := range []string{"residualLikelihood", "residualConsequence.patientSafety"} {
				d.Set("scenarios", "R-03", key, nil)
			}
			for _, key := range []string{"decision", "decidedBy", "decidedOn", "decisionReason"} {
				d.Set("scenarios", "R-11", key, nil)
			}
			d.Set("countries", "IN", "criteria.A8-CTR-02", nil)
		}, want: []string{
			`clear risk.scenarios[0].likelihood: "3 Mulig" → ""`,
			`clear risk.scenarios[0].consequence.privacy: "4 Alvorlig" → ""`,
			`clear risk.scenarios[0].rationale: "Har skjedd i to andre foretak." → ""`,
			`clear risk.scenarios[0].measures: "M-2" → ""`,
			`clear risk.scenarios[2].residual.likelihood: "1 Usannsynlig" → ""`,
			`clear risk.scenarios[2].residual.consequence.patientSafety: "2 Lav" → ""`,
			`clear risk.scenarios[10].decision.choice: "unngå" → ""`,
			`clear risk.scenarios[10].decision.by: "Direktør" → ""`,
			`clear risk.scenarios[10].decision.date: "2026-11-21" → ""`,
			`clear risk.scenarios[10].decision.reason: "Kan ikke godtas." → ""`,
			`clear risk.countries[0].criteria.A8-CTR-02.assessment: "=1+1" → ""`,
		}, later: []string{"import-row-unknown"}}, // M-2 is no longer in the plan
		{name: "what was open is filled in", edit: func(d desk) {
			d.Set("scenarios", "R-02", "likelihood", "1 Usannsynlig")
			d.Set("scenarios", "R-09", "owner", "Klinikksjef")
			d.Set("scenarios", "R-09", "consequence.reputation", "5 Svært alvorlig")
			d.Set("scenarios", "R-09", "decidedBy", "Direktør")
		}, want: []string{
			`set risk.scenarios[1].likelihood: "" → "1 Usannsynlig"`,
			`set risk.scenarios[8].owner: "" → "Klinikksjef"`,
			`set risk.scenarios[8].consequence.reputation: "" → "5 Svært alvorlig"`,
			`set risk.scenarios[8].decision.by: "" → "Direktør"`,
		}},
		{name: "new rows get ids that are free", edit: func(d desk) {
			d.Set("scenarios", "+2", "title", "Ny hendelse")
			d.Set("scenarios", "+2", "likelihood", "4 Sannsynlig")
			d.Set("scenarios", "+2", "consequence.privacy", "3 Moderat")
			d.Set("scenarios", "+2", "residualLikelihood", "1 Usannsynlig")
			d.Set("scenarios", "+2", "cia", "robusthet, integritet")
			d.Set("scenarios", "+5", "description", "Bare en beskrivelse")
			d.Set("scenarios", "+60", "title", "Under de ledige radene")
			d.Set("plan", "+1", "title", "Nytt tiltak")
			d.Set("plan", "+1", "type", "teknisk")
			d.Set("countries", "+1", "country", "US")
			d.Set("countries", "+1", "criteria.A8-CTR-01", "Uklart")
			d.Set("changes", "+1", "change", "To nye scenarioer")
		}, want: []string{
			`add risk.scenarios R-13: "" → "Ny hendelse"`,
			`add risk.scenarios R-14: "" → "Bare en beskrivelse"`,
			`add risk.scenarios R-15: "" → "Under de ledige radene"`,
			`add risk.measures K-02: "" → "Nytt tiltak"`,
			`add risk.countries US: "" → "US"`,
			`add risk.changes E-02: "" → "To nye scenarioer"`,
		}, later: []string{"import-row-again"}},
		{name: "rows sorted, filtered and inserted", edit: func(d desk) {
			sheet, _ := d.Table("scenarios")
			d.Swap("scenarios", "R-01", "R-12")
			d.Swap("scenarios", "R-05", "R-02")
			d.Must(d.InsertRows(sheet, d.Row("scenarios", "R-07"), 1))
			d.Moved()
			d.Must(d.SetRowVisible(sheet, d.Row("scenarios", "R-09"), false))
			d.Set("scenarios", "R-01", "title", "Etter sortering")
		}, want: []string{`set risk.scenarios[0].title: "Uvedkommende leser målinger" → "Etter sortering"`}},
		{name: "columns inserted, renamed and moved, sheet renamed", edit: func(d desk) {
			sheet, _ := d.Table("scenarios")
			d.Must(d.InsertCols(sheet, d.Column("scenarios", "owner"), 1))
			d.Must(d.SetCellValue(sheet, d.Column("scenarios", "title")+fmt.Sprint(d.Row("scenarios", "R-01")-1), "Hendelse"))
			d.Must(d.SetSheetName(sheet, "Våre risikoer"))
			d.Moved()
			d.Set("scenarios", "R-01", "owner", "Ny eier")
			d.Set("scenarios", "R-01", "title", "Nytt navn")
		}, want: []string{
			`set risk.scenarios[0].title: "Uvedkommende leser målinger" → "Nytt navn"`,
			`set risk.scenarios[0].owner: "Klinikksjef Kari Nordmann" → "Ny eier"`,
		}},
		{name: "in nynorsk", language: doc.Nynorsk, edit: func(d desk) {
			d.Set("scenarios", "R-01", "likelihood", "4 Sannsynleg")
			d.Set("scenarios", "R-01", "cia", "tilgjenge")
			d.Set("scenarios", "R-09", "uncertainty", "stor")
		}, want: []string{
			`set risk.scenarios[0].cia: "konfidensialitet" → "tilgjenge"`,
			`set risk.scenarios[0].likelihood: "3 Mogleg" → "4 Sannsynleg"`,
			`set risk.scenarios[8].uncertainty: "" → "stor"`,
		}},
		{name: "in English", language: doc.English, edit: func(d desk) {
			d.Set("scenarios", "R-01", "likelihood", "4 Likely")
			d.Set("scenarios", "R-01", "cia", "availability, robustness")
			d.Set("scenarios", "R-01", "decision", "accept")
		}, want: []string{
			`set risk.scenarios[0].cia: "confidentiality" → "availability, robustness"`,
			`set risk.scenarios[0].likelihood: "3 Possible" → "4 Likely"`,
			`set risk.scenarios[0].decision.choice: "reduce" → "accept"`,
		}},
		{name: "cells that are not to be filled in", edit: func(d desk) {
			d.Set("scenarios", "R-01", "initialLevel", "Lav")
			d.Set("scenarios", "R-01", "id", "R-99")
			d.Set("scenarios", "R-01", "highest", 1)
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			g, c := registerCase(t)
			l := test.language
			if l == "" {
				l = doc.Bokmal
			}
			data := edited(t, written(t, g, c, l, "xlsx"), test.edit)
			im := imported(t, g, c, "register.xlsx", data)
			equal(t, "changes", differences(im), test.want...)
			equal(t, "problems", complaints(im.Problems), test.problems...)
			text, err := c.Source().Patch(im.Edits)
			if err != nil {
				t.Fatal(err)
			}
			if len(test.want) == 0 && string(text) != registerText(t) {
				t.Error("the case has changed")
			}
			if got, want := strings.Count(string(text), "#"), strings.Count(registerText(t), "#"); got != want && test.name != "emptied" {
				t.Errorf("%d signs of comments, there were %d", got, want)
			}
			again := imported(t, g, reload(t, g, text), "register.xlsx", data)
			again.Problems = slices.DeleteFunc(again.Problems, func(p report.Problem) bool { return slices.Contains(test.later, p.Rule) })
			if len(again.Changes)+len(again.Problems) > 0 {
				t.Errorf("read once more: %v %v", differences(again), complaints(again.Problems))
			}
		})
	}
}

// TestImportWrites: the case file after an import, with its comments and its order.
func TestImportWrites(t *testing.T) {
	g, c := registerCase(t)
	im := imported(t, g, c, "register.xlsx", edited(t, written(t, g, c, doc.Bokmal, "xlsx"), func(d desk) {
		d.Set("scenarios", "R-01", "consequence.privacy", "5 Svært alvorlig")
		d.Set("scenarios", "R-01", "decidedOn", "2026-11-24")
		d.Set("scenarios", "R-03", "residualLikelihood", nil)
		d.Set("scenarios", "R-03", "residualConsequence.patientSafety", nil)
		d.Set("scenarios", "R-09", "consequence.service", "2 Lav")
		d.Set("scenarios", "+1", "title", "=1+1")
		d.Set("scenarios", "+1", "causes", "Én\nTo")
		d.Set("scenarios", "+1", "consequence.service", "1 Ubetydelig")
		d.Set("scenarios", "+1", "likelihood", "2 Mindre sannsynlig")
	}))
	got, err := c.Source().Patch(im.Edits)
	if err != nil {
		t.Fatal(err)
	}
	want := change(t, registerText(t),
		"privacy: 4   # helse", "privacy: 5   # helse",
		"date: 2026-11-20, reason: Nivået", `date: "2026-11-24", reason: Nivået`,
		"      residual: {likelihood: 1, consequence: {patientSafety: 2}}\n", "",
		"      title: Overføring til tredjeland\n      description: Brukerstøtten sitter i India.\n      area: transfer\n      cia: [confidentiality]\n",
		"      title: Overføring til tredjeland\n      description: Brukerstøtten sitter i India.\n      area: transfer\n      cia: [confidentiality]\n      consequence:\n        service: 2\n",
		"by: Sikkerhetsleder, date: 2026-11-05}\n", "by: Sikkerhetsleder, date: 2026-11-05}\n    - id: R-13\n      title: \"=1+1\"\n      causes:\n        - Én\n        - To\n      likelihood: 2\n      consequence:\n        service: 1\n",
	)
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestImportAgain: a file with new rows that is read once more adds nothing.
func TestImportAgain(t *testing.T) {
	g, c := registerCase(t)
	data := edited(t, written(t, g, c, doc.Bokmal, "xlsx"), func(d desk) {
		d.Set("scenarios", "+1", "title", "Ny")
		d.Set("scenarios", "+1", "area", "exit")
		d.Set("scenarios", "+2", "title", "Ny")
	})
	im := imported(t, g, c, "a.xlsx", data)
	equal(t, "changes", differences(im), `add risk.scenarios R-13: "" → "Ny"`, `add risk.scenarios R-14: "" → "Ny"`)
	text, err := c.Source().Patch(im.Edits)
	if err != nil {
		t.Fatal(err)
	}
	im = imported(t, g, reload(t, g, text), "a.xlsx", data)
	equal(t, "changes", differences(im))
	if len(im.Problems) != 2 || im.Problems[0].Rule != "import-row-again" || im.Problems[1].Rule != "import-row-again" {
		t.Errorf("got %v", complaints(im.Problems))
	}
}

// TestImportOldWorkbook: a workbook that was made before the case went on changes what
// was filled in, and nothing else. Where both have changed, a person must choose.
func TestImportOldWorkbook(t *testing.T) {
	g, c := registerCase(t)
	data := edited(t, written(t, g, c, doc.Bokmal, "xlsx"), func(d desk) {
		d.Set("scenarios", "R-01", "rationale", "Fra arbeidsboken.")
		d.Set("scenarios", "R-01", "owner", "Begge har denne")
		d.Set("scenarios", "R-03", "likelihood", "5 Svært sannsynlig")
		d.Set("scenarios", "R-05", "title", nil)
	})
	// Meanwhile the case gets a new likelihood of R-01, the same owner, another likelihood
	// of R-03 and another title of R-05; R-12 goes, and R-13 comes.
	text := registerText(t)
	text = change(t, text,
		"likelihood: 3\n      consequence:\n", "likelihood: 1\n      consequence:\n",
		"owner: Klinikksjef Kari Nordmann\n      causes", "owner: Begge har denne\n      causes",
		"likelihood: 2\n      consequence: {patientSafety: 3, service: 1}", "likelihood: 4\n      consequence: {patientSafety: 3, service: 1}",
		"title: Feil pasient får målingene", "title: Målinger byttes om",
		"- id: R-12", "- id: R-13")
	now := reload(t, g, []byte(text))
	im := imported(t, g, now, "old.xlsx", data)
	equal(t, "changes", differences(im), `set risk.scenarios[0].rationale: "Har skjedd i to andre foretak." → "Fra arbeidsboken."`)
	rules := map[string]int{}
	for _, p := range im.Problems {
		rules[p.Rule]++
	}
	if diff := cmp.Diff(map[string]int{"import-conflict": 2, "import-row-unknown": 1, "import-row-missing": 1}, rules); diff != "" {
		t.Errorf("%s\n%v", diff, complaints(im.Problems))
	}
}

// TestImportPlaces: a change says where it stands in the workbook and in the case.
func TestImportPlaces(t *testing.T) {
	g, c := registerCase(t)
	want := ""
	im := imported(t, g, c, "a.xlsx", edited(t, written(t, g, c, doc.English, "xlsx"), func(d desk) {
		sheet, _ := d.Table("scenarios")
		want = sheet + "!" + d.Ref("scenarios", "R-04", "owner")
		d.Set("scenarios", "R-04", "owner", "Somebody")
	}))
	if len(im.Changes) != 1 {
		t.Fatal(im.Changes)
	}
	if diff := cmp.Diff(generator.ImportChange{Kind: generator.ImportSet, Sheet: "Register", Ref: want, Row: "R-04", Column: "Risk owner",
		Path: "risk.scenarios[3].owner", Old: "Innkjøpssjef", New: "Somebody"}, im.Changes[0]); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]model.Edit{{Op: model.OpSet, Path: "risk.scenarios[3].owner", Value: "Somebody"}}, im.Edits); diff != "" {
		t.Error(diff)
	}
}
