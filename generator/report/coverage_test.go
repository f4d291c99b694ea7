package report

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// sampleCoverage has what a coverage can have.
func sampleCoverage() *Coverage {
	left := func(clause, condition string) Left { return Left{Clause: clause, Condition: condition} }
	return &Coverage{
		Document: "dpa", Language: "nb",
		Open: []Open{{Path: "agreement.breachNoticeHours", Label: "Frist for å varsle brudd"}},
		Demands: []CoverageRow{
			{Demand: "law:A", Text: "Varighet <fra\x1b>", Source: "Art. 28", Status: Met, Places: []Place{
				{"dpa.term#duration", "19.1", "dpa.term#duration", ""}, {"table:processing#duration", "tabell 1", "table:processing", ""},
				{"dpa.term#end", "19.1", "dpa.term#duration", ""}, {"dpa.annex-a.x#1", "A.1", "dpa.annex-a.x", ""}, {"dpa.annex-b.x#1", "B.1", "dpa.annex-b.x", ""}}},
			{Demand: "law:B-LONGER", Text: strings.TrimSpace(strings.Repeat("langt ", 12)), Status: OpenStatus, Paths: []string{"agreement.breachNoticeHours", "agreement.other"},
				Places: []Place{{"dpa.breach#deadline", "13.2", "dpa.breach#deadline", ""}}, Left: []Left{left("dpa.x#1", "any .y")}},
			{Demand: "law:C", Text: "Felles ansvar", Status: NotApplicable, Left: []Left{
				left("dpa.a#1", "any .y"), left("dpa.a#2", "any .y"), {Clause: "table:t", Condition: ".z", Empty: true}}},
			{Demand: "law:D", Text: "Ingen sier det", Status: Uncovered},
			{Demand: "law:H", Text: "Sertifisert", Status: Met, Places: []Place{{Clause: "case:processor.certificates", Label: "Sertifikater"}}},
			{Demand: "law:I", Text: "Ombud", Status: NotApplicable, Left: []Left{{Clause: "case:processor.dpo", Absent: true}, {Clause: "case:processor.representative", Absent: true}}},
			{Demand: "law:E", Text: "Alternativet mangler det", Status: Uncovered, Left: []Left{{Clause: "dpa.liability#cap", Alternative: "main-agreement"}}},
			{Demand: "law:F", Text: "En annen sak", Status: NotApplicable, Elsewhere: true, Documents: []string{"dpia", "risk"}},
			{Demand: "law:G", Text: "Ingen sak", Status: NotApplicable, Elsewhere: true},
		},
	}
}

const coverageInBokmal = `2 ikke dekket
  law:D  Ingen sier det
         ingen klausul, tabell eller opplysning i dokumenttypen dekker kravet
  law:E  Alternativet mangler det
         alternativet main-agreement av dpa.liability#cap mangler teksten

1 åpent
  law:B-LONGER  langt langt langt langt langt langt langt langt langt langt langt langt  13.2
                mangler Frist for å varsle brudd, agreement.other

2 ikke aktuelle
  law:C  Felles ansvar
         dpa.a#1, dpa.a#2 er bare med når: any .y; table:t er bare med når det står noe i .z
  law:I  Ombud
         ikke oppgitt: case:processor.dpo, case:processor.representative

2 dekket
  law:A  Varighet <fra�>  19.1, tabell 1, A.1, …
  law:H  Sertifisert      case:processor.certificates

2 gjelder ikke dette dokumentet
  law:F  En annen sak  dpia, risk
  law:G  Ingen sak     –

dpa (nb): 7 krav – 2 ikke dekket, 1 åpent, 2 ikke aktuelle, 2 dekket
`

func TestCoverageText(t *testing.T) {
	text := func(o TextOptions) string {
		var b bytes.Buffer
		if err := CoverageText(&b, sampleCoverage(), o); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	if diff := cmp.Diff(coverageInBokmal, text(TextOptions{Language: "nb"})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, language := range []string{"nb", "nn", "en", ""} {
		for _, line := range strings.Split(text(TextOptions{Language: language, Width: 70}), "\n") {
			if columns(line) > 70 && strings.Contains(line, " langt") {
				t.Errorf("%s: too wide: %s", language, line)
			}
		}
	}
	if s := text(TextOptions{Language: "nn", Color: true}); !strings.Contains(s, "\x1b[1m2 ikkje dekte\x1b[0m") {
		t.Error(s)
	}
}

func TestCoverageJSON(t *testing.T) {
	var b, again bytes.Buffer
	if err := CoverageJSON(&b, sampleCoverage(), "en"); err != nil {
		t.Fatal(err)
	}
	_ = CoverageJSON(&again, sampleCoverage(), "en")
	if !bytes.Equal(b.Bytes(), again.Bytes()) {
		t.Error("not the same twice")
	}
	var got struct {
		Version            int
		Document, Language string
		Demands            []map[string]any
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil || got.Version != 1 || got.Document != "dpa" || got.Language != "nb" {
		t.Fatal(err, got)
	}
	for i, want := range []string{
		"law:A met dpa.term#duration 19.1 ",
		"law:B-LONGER open dpa.breach#deadline 13.2 lacks Frist for å varsle brudd, agreement.other",
		`law:C not-applicable dpa.a#1  dpa.a#1, dpa.a#2 is there only when: any .y; table:t is there only when there is something in .z`,
		"law:D uncovered   no clause, table or fact of the document type meets it",
		"law:H met case:processor.certificates  ",
		"law:I not-applicable case:processor.dpo  not stated: case:processor.dpo, case:processor.representative",
		"law:E uncovered dpa.liability#cap  the alternative main-agreement of dpa.liability#cap lacks the text",
		"law:F not-applicable   concerns dpia, risk",
		"law:G not-applicable   concerns no document",
	} {
		d := got.Demands[i]
		line := ""
		for _, key := range []string{"demand", "status", "clause", "number", "reason"} {
			line += " " + d[key].(string)
		}
		if line[1:] != want {
			t.Errorf("%s\nwant %s", line[1:], want)
		}
		for _, key := range []string{"group", "text", "source", "places", "paths", "documents"} {
			if d[key] == nil {
				t.Errorf("%s has no %s", d["demand"], key)
			}
		}
	}
	if bytes.Contains(b.Bytes(), []byte(`\u003c`)) {
		t.Error("escaped for HTML")
	}
}

// Every language has every word.
func TestCoverageWords(t *testing.T) {
	for _, language := range []string{"nb", "nn", "en", ""} {
		w := coverageWordsIn(language)
		for _, s := range CoverageStatuses() {
			if w.status[s] == "" || w.statuses[s] == "" {
				t.Errorf("%s: no word for %s", language, s)
			}
		}
		for _, s := range []string{w.demands[0], w.missing, w.condition, w.empty, w.alternative, w.absent, w.nothing, w.elsewhere, w.noDocument, w.others} {
			if s == "" {
				t.Errorf("%s: a word is missing", language)
			}
		}
	}
}
