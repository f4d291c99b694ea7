package report

import (
	"strconv"
	"strings"
)

// words are what the text form prints around the facts.
type words struct {
	severity              map[Severity]string
	errors, warnings      [2]string // one, many
	notes, open           [2]string
	later                 string // supplied in a later phase
	notDue                string // how many of the open points
	controller, processor string
	parties               string // either party may supply it
	complete              string
	nothing               string // complete, and nothing to say about it
	replaced              string
	more                  string // problems that are not shown
	silenced              [2]string
	reason                string            // why the case does not take a warning for one
	basis                 string            // the law and the demand behind a rule
	fromPhase             string            // the phase from which a rule counts
	phase                 map[string]string // as in generator/model/enums.yaml
	columns               [4]string         // of the table of open points: number, what, who, where
	caseWord              string            // heading of what is about the case as a whole
	assumed               string            // heading of what the case leaves out
}

func wordsIn(language string) *words {
	switch language {
	case "nb":
		return &wordsNB
	case "nn":
		return &wordsNN
	}
	return &wordsEN
}

var wordsNB = words{
	severity: map[Severity]string{Error: "feil", Warning: "advarsel", Info: "merknad"},
	errors:   [2]string{"feil", "feil"}, warnings: [2]string{"advarsel", "advarsler"},
	notes: [2]string{"merknad", "merknader"}, open: [2]string{"åpent punkt", "åpne punkter"},
	later: "senere", notDue: "{n} gjelder først senere",
	controller: "dataansvarlig", processor: "databehandler", parties: "partene",
	complete: "komplett", nothing: "komplett: ingen feil og ingen åpne punkter",
	replaced: "erstattet av virksomhetens eget bibliotek", more: "og {n} til; JSON-rapporten har alle",
	silenced: [2]string{"dempet advarsel", "dempede advarsler"},
	reason:   "begrunnelse", basis: "grunnlag", fromPhase: "gjelder fra",
	phase:   map[string]string{"planning": "planlegging", "tender": "konkurranse", "award": "tildeling", "contract": "avtaleinngåelse", "operation": "drift", "exit": "avvikling"},
	columns: [4]string{"nr.", "hva som mangler", "hvem", "sted"}, caseWord: "saken", assumed: "lagt til grunn fordi saken ikke sier noe annet",
}

var wordsNN = words{
	severity: map[Severity]string{Error: "feil", Warning: "åtvaring", Info: "merknad"},
	errors:   [2]string{"feil", "feil"}, warnings: [2]string{"åtvaring", "åtvaringar"},
	notes: [2]string{"merknad", "merknader"}, open: [2]string{"ope punkt", "opne punkt"},
	later: "seinare", notDue: "{n} gjeld først seinare",
	controller: "dataansvarleg", processor: "databehandlar", parties: "partane",
	complete: "komplett", nothing: "komplett: ingen feil og ingen opne punkt",
	replaced: "erstatta av verksemda sitt eige bibliotek", more: "og {n} til; JSON-rapporten har alle",
	silenced: [2]string{"dempa åtvaring", "dempa åtvaringar"},
	reason:   "grunngiving", basis: "grunnlag", fromPhase: "gjeld frå",
	phase:   map[string]string{"planning": "planlegging", "tender": "konkurranse", "award": "tildeling", "contract": "avtaleinngåing", "operation": "drift", "exit": "avvikling"},
	columns: [4]string{"nr.", "kva som manglar", "kven", "stad"}, caseWord: "saka", assumed: "lagt til grunn fordi saka ikkje seier noko anna",
}

var wordsEN = words{
	severity: map[Severity]string{Error: "error", Warning: "warning", Info: "note"},
	errors:   [2]string{"error", "errors"}, warnings: [2]string{"warning", "warnings"},
	notes: [2]string{"note", "notes"}, open: [2]string{"open point", "open points"},
	later: "later", notDue: "{n} not due yet",
	controller: "controller", processor: "processor", parties: "the parties",
	complete: "complete", nothing: "complete: nothing wrong and nothing open",
	replaced: "replaced by the house library", more: "and {n} more; the JSON report has them all",
	silenced: [2]string{"silenced warning", "silenced warnings"},
	reason:   "reason", basis: "basis", fromPhase: "counts from",
	phase:   map[string]string{"planning": "planning", "tender": "tender", "award": "award", "contract": "contract", "operation": "operation", "exit": "exit"},
	columns: [4]string{"no.", "what is missing", "who", "where"}, caseWord: "the case", assumed: "taken for granted, as the case does not say otherwise",
}

// counted is the word for problems of a severity: one, many.
func (w *words) counted(s Severity) [2]string {
	switch s {
	case Warning:
		return w.warnings
	case Info:
		return w.notes
	}
	return w.errors
}

// count is "1 error", "2 errors".
func count(n int, word [2]string) string {
	if n == 1 {
		return "1 " + word[0]
	}
	return strconv.Itoa(n) + " " + word[1]
}

// who supplies a fact.
func (w *words) who(o Open) string {
	who := o.Responsible
	switch o.Responsible {
	case "controller":
		who = w.controller
	case "processor":
		who = w.processor
	case "":
		who = w.parties
	}
	if o.Reserved {
		who += ", " + w.later
	}
	return who
}

// Counts says in words how many problems and open points there are, such as
// "2 errors, 12 open points (3 not due yet)", and how many warnings the case
// silences; empty when there are none.
func (r *Report) Counts(language string) string {
	w := wordsIn(language)
	var parts []string
	add := func(n int, word [2]string) {
		if n > 0 {
			parts = append(parts, count(n, word))
		}
	}
	add(r.Count(Error), w.errors)
	add(r.Count(Warning), w.warnings)
	add(r.Count(Info), w.notes)
	add(len(r.Open), w.open)
	if n := len(r.Open) - r.Blocking(); n > 0 {
		parts[len(parts)-1] += " (" + strings.ReplaceAll(w.notDue, "{n}", strconv.Itoa(n)) + ")"
	}
	add(len(r.Silenced), w.silenced)
	return strings.Join(parts, ", ")
}

// Summary is the report in one line.
func (r *Report) Summary(language string) string {
	w, counts := wordsIn(language), r.Counts(language)
	switch {
	case counts == "":
		return w.nothing
	case r.Complete():
		return w.complete + ", " + counts
	}
	return counts
}
