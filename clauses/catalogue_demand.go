package clauses

import (
	"slices"
	"strings"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/report"
)

// Demand is a row of a catalogue of demands: what a document, or the one who makes it, must
// or should meet. Its text is our own wording, never that of the source.
type Demand struct {
	ID         string // with its catalogue: "gdpr:DPA-L-12"
	Group      string
	Kind       string   // demand, condition, guidance, task or description
	Documents  []string // that it concerns: dpa, dpia, …; empty for none
	Addressee  string   // controller, processor, both or authority: who must see to it
	Phase      string   // from which it counts; empty is all
	Text       map[doc.Language]string
	Source     string
	Confidence string // high, medium or low
	Checked    string // YYYY-MM-DD
	Note       string // for those who keep the catalogue
	Pos        report.Pos
}

// noDocument stands in the column document when a row concerns none.
const noDocument = "none"

func demandColumns() []catalogueColumn {
	return slices.Concat(identity(), []catalogueColumn{
		needed("kind", oneOf("demand", "condition", "guidance", "task", "description")),
		needed("document", checkDocuments),
		needed("addressee", oneOf("controller", "processor", "both", "authority")),
		optional("phase", oneOf(valuesOf("phase")...)),
		optional("text_nb"), optional("text_nn"), needed("text_en"),
	}, provenance())
}

// checkDocuments: the documents are among those of the catalogue, or there is none.
func checkDocuments(r catalogueRow, column, value string) {
	if value == noDocument {
		return
	}
	allowed := append(slices.Clone(r.catalogue.Documents), noDocument)
	list := splitList(value)
	for i, d := range list {
		switch {
		case r.repeated(column, d, list[:i]):
		case d == noDocument: // beside others
			r.wrong(column, d, r.catalogue.Documents...)
		default:
			r.among(column, d, allowed)
		}
	}
}

func addDemand(r catalogueRow) {
	var documents []string
	if r.get("document") != noDocument {
		documents = splitList(r.get("document"))
	}
	r.catalogue.Rows = append(r.catalogue.Rows, Demand{
		ID: r.catalogue.ID + ":" + r.get("id"), Group: r.get("group"), Kind: r.get("kind"), Documents: documents,
		Addressee: r.get("addressee"), Phase: r.get("phase"), Text: r.texts("text"),
		Source: r.get("source"), Confidence: r.get("confidence"), Checked: r.get("checked"), Note: r.get("note"), Pos: r.at(),
	})
}

// Words is the text in a language, or else in one that a reader of it
// understands: nynorsk and bokmål stand in for each other, and English, which
// every row has, for both.
func (d *Demand) Words(l doc.Language) string { return inLanguage(d.Text, l) }

// Short is the id without its catalogue: "DPA-L-12".
func (d *Demand) Short() string {
	_, id, _ := strings.Cut(d.ID, ":")
	return id
}

// Confirmed reports whether the row has been held against its source. What is not
// confirmed must never be printed as a fact.
func (d *Demand) Confirmed() bool { return d.Confidence == "high" }

// Concerns reports whether the demand is about a document.
func (d *Demand) Concerns(document string) bool { return slices.Contains(d.Documents, document) }
