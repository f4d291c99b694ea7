package main

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A text in one language must hold no word of another. The detector knows words
// and endings that one language has and the other has not; it is meant to be
// certain when it speaks, not to know every word. What is a name stands in
// testdata/foreign-allowed.txt with the reason.

// foreignTo are the marks of other languages, by the language of the text.
var foreignTo = map[string][]mark{
	"nb": {english, nynorsk},
	"nn": {english, bokmal},
	"en": {norwegian},
}

// mark is how to see a language.
type mark struct {
	language string
	words    map[string]bool
	pattern  *regexp.Regexp // of a whole word
	except   map[string]bool
}

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

var (
	english = mark{"en", set(`the of shall with which this that these those is are was were been being their its must should
		would could without between where whose whom into upon about other such than then there have having does cannot what your
		you we our they them she his before during through within because every only also agreement processing breach security
		supplier customer purpose purposes personal annex para paras recital recitals step page clause clauses measures subject means`), nil, nil}

	// Words and endings of bokmål that nynorsk has not.
	bokmal = mark{"nb", set(`ikke hvilke hvilken hvilket hva hvem hvor hvordan hvorfor hvis hver hvert hverandre noe noen fra bare
		jeg mye mer flere være ble gjøre gjør gjøres gjelder selv samme uten innen siden dem de hun en et ett deres annen annet egen
		egne eget mens hele disse sier kommer vet finnes ganger inneholder virksomhet virksomheten virksomheter tjeneste tjenesten
		tjenester sikkerhet sikkerheten loven saken filen mappen linjen avtaler dager måneder personer
		fremgangsmåte mottaker behandler leverandører dokumenter systemer steder kilder krever
		lagrer sletter dataansvarlig behandlingsansvarlig databehandler databehandleren underdatabehandler
		underdatabehandlere underdatabehandleren endringer 
		leveres brukes kreves gis tas holdes behandles lagres slettes`),
		regexp.MustCompile(`^(.{2,}(inger|ingene|ingen|heter|heten|hetene|hets)|.{3,}lig(e|t|ere|het)?|.{3,}(ter|der|rer|ler|ner|per|ser|ger)es)$`),
		set(`billig billige tilgjenge`)}

	// Words and endings of nynorsk that bokmål has not.
	nynorsk = mark{"nn", set(`ikkje kva kven korleis kvar kvart kvarandre kvifor noko nokon nokre frå berre eg mykje meir fleire vere
		vart gjere gjer sjølv utan innan sidan dei ho ein eit eitt annan anna eigen eigne eige medan heile desse seier kjem finst
		gonger inneheld verksemd verksemda tenesta teneste tenester tryggleik tryggleiken difor saman seinare seinast
		framleis høve òg dataansvarleg behandlingsansvarleg databehandlar databehandlaren underdatabehandlar underdatabehandlarar
		dagar månader`),
		regexp.MustCompile(`^(.{2,}(ingar|ingane|leik|leiken)|.{4,}[^kl]ast|.{3,}leg|.{3,}(ande)st)$`),
		set(`kontrast ballast belegg fastlege overlege`)}

	// Words that Norwegian has and English has not, and its letters.
	norwegian = mark{"no", set(`og ikke ikkje skal som av til eller det er et ei ein eit hos ved fra utan uten mellom dersom hvis denne
		dette disse desse alle bare berre hvor hva kva skjer etter også dei dem den har blir ble vart vere med seg sin sitt sine noe noko
		avtale avtalen behandling behandlingen personopplysninger opplysninger databehandler databehandleren dataansvarlig
		underdatabehandler leverandør sikkerhet tiltak krav bilag punkt vedlegg dato navn språk lov loven forskrift`),
		regexp.MustCompile(`[æøåÆØÅ]`), nil}
)

var letters = regexp.MustCompile(`\p{L}+`)

// foreign finds the words of other languages in a text.
func foreign(language, text string) (out []string) {
	for _, word := range letters.FindAllString(text, -1) {
		lower := strings.ToLower(word)
		for _, m := range foreignTo[language] {
			if m.except[lower] {
				continue
			}
			if m.words[lower] || m.pattern != nil && m.pattern.MatchString(lower) {
				out = append(out, word)
				break
			}
		}
	}
	return out
}

// allowed are the names that may stand in a text of another language.
type allowed []struct {
	languages []string
	name      string
}

// readAllowed reads lines of languages, name and reason, parted by tabs.
func readAllowed(t *testing.T) allowed {
	t.Helper()
	text, err := os.ReadFile("testdata/foreign-allowed.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out allowed
	for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		if strings.HasPrefix(line, "#") || line == "" {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) != 3 || fields[2] == "" {
			t.Fatalf("no reason: %q", line)
		}
		out = append(out, struct {
			languages []string
			name      string
		}{strings.Split(fields[0], ","), fields[1]})
	}
	// The longer names first, which may hold shorter ones.
	slices.SortStableFunc(out, func(a, b struct {
		languages []string
		name      string
	}) int {
		return len(b.name) - len(a.name)
	})
	return out
}

// without takes the names out of a text, and notes which were there.
func (a allowed) without(language, text string, used map[string]bool) string {
	for _, name := range a {
		if slices.Contains(name.languages, language) && strings.Contains(text, name.name) {
			used[name.name] = true
			text = strings.ReplaceAll(text, name.name, " ")
		}
	}
	return text
}

// TestForeignDetector: it finds what is planted, and leaves good texts alone.
func TestForeignDetector(t *testing.T) {
	for _, c := range []struct{ language, text, want string }{
		{"nb", "Databehandleren skal varsle the controller uten opphold.", "the"},
		{"nb", "Databehandlaren skal ikkje gjere dette.", "Databehandlaren ikkje gjere"},
		{"nb", "Opplysningane skal slettast.", "Opplysningane slettast"},
		{"nb", "Databehandleren skal slette personopplysningene, og fastlegen varsles fast hver måned av den siste leverandøren.", ""},
		{"nn", "Databehandlaren skal ikke slette opplysninger.", "ikke opplysninger"},
		{"nn", "Opplysningene behandles etter forordningen.", "Opplysningene behandles forordningen"},
		{"nn", "Det er gitt rettslige krav.", "rettslige"},
		{"nn", "Databehandlaren skal slette personopplysningane utan ugrunna opphald, og ingen annan har tilgang.", ""},
		{"nn", "This Agreement", "This Agreement"},
		{"en", "The processor shall varsle dataansvarlig.", "dataansvarlig"},
		{"en", "Avtalen, språk", "Avtalen språk"},
		{"en", "The processor shall notify the controller of a breach at once, for a fee if need be.", ""},
	} {
		if got := strings.Join(foreign(c.language, c.text), " "); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.language, c.text, got, c.want)
		}
	}
}
