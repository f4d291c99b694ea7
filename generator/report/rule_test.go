package report

import (
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

var languages = []string{"nb", "nn", "en"}

// TestRuleFiles: every rule can be read by everyone, and says the same to all.
func TestRuleFiles(t *testing.T) {
	files, err := fs.Glob(ruleFiles, "rules/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no rule files", err)
	}
	rules := Rules()
	if len(rules) < 50 {
		t.Fatalf("only %d rules", len(rules))
	}
	id := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)+$`)
	for _, r := range rules {
		if !id.MatchString(r.ID) {
			t.Errorf("%s: the id is not kebab-case", r.ID)
		}
		if !slices.Contains([]Severity{Error, Warning, Info}, r.Severity) {
			t.Errorf("%s: severity is %q", r.ID, r.Severity)
		}
		checkTexts(t, r.ID+": message", r.Message)
		if len(r.Hint) > 0 {
			checkTexts(t, r.ID+": hint", r.Hint)
		}
		for key := range placeholders(r.Hint["en"]) {
			if !slices.Contains(slices.Collect(maps.Keys(placeholders(r.Message["en"]))), key) && !hintOnly[key] {
				t.Errorf("%s: the hint has {%s}, which the message has not; add it to hintOnly when it is meant", r.ID, key)
			}
		}
		// Either the law or a demand stands behind a rule, or it says why not.
		kinds := []RuleKind{KindForm, KindText, KindConsistency, KindPractice}
		if (r.Law == "" && r.Demand == "") != slices.Contains(kinds, r.Kind) || r.Kind != "" && !slices.Contains(kinds, r.Kind) {
			t.Errorf("%s: law %q, demand %q, kind %q", r.ID, r.Law, r.Demand, r.Kind)
		}
		if r.Demand != "" && strings.Count(r.Demand, ":") != 1 {
			t.Errorf("%s: the demand %q is not catalogue:id", r.ID, r.Demand)
		}
	}
}

// hintOnly are arguments that stand in a hint and not in the message.
var hintOnly = map[string]bool{"suggestion": true, "allowed": true, "pattern": true, "path": true, "fingerprint": true, "who": true, "format": true}

// checkTexts: all three languages and no other, the same placeholders, lower case,
// no full stop, brackets in pairs.
func checkTexts(t *testing.T, what string, texts map[string]string) {
	t.Helper()
	if len(texts) != len(languages) {
		t.Errorf("%s: languages %v", what, slices.Sorted(maps.Keys(texts)))
	}
	for _, l := range languages {
		s := texts[l]
		switch {
		case strings.TrimSpace(s) == "" || s != strings.TrimSpace(s):
			t.Errorf("%s in %s is %q", what, l, s)
		case strings.HasSuffix(s, "."):
			t.Errorf("%s in %s ends with a full stop: %s", what, l, s)
		case regexp.MustCompile(`^[A-ZÆØÅ][a-zæøå]`).MatchString(s):
			t.Errorf("%s in %s begins with a capital: %s", what, l, s)
		case strings.Count(s, "[[") != strings.Count(s, "]]"):
			t.Errorf("%s in %s: brackets are not in pairs: %s", what, l, s)
		case !maps.Equal(placeholders(s), placeholders(texts["en"])):
			t.Errorf("%s in %s has other placeholders than in English: %s", what, l, s)
		}
	}
}

// placeholders of a text, with whether each stands in an optional part.
func placeholders(s string) map[string]bool {
	out := map[string]bool{}
	for _, m := range regexp.MustCompile(`\{([A-Za-z]+)\}`).FindAllStringSubmatchIndex(s, -1) {
		before := s[:m[0]]
		out[s[m[2]:m[3]]] = strings.Count(before, "[[") > strings.Count(before, "]]")
	}
	return out
}

func TestReadRulesRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"no YAML":  "- [",
		"no id":    "- {severity: error}",
		"id twice": "- {id: a-b}\n- {id: a-b}",
	} {
		if _, err := readRules(fstest.MapFS{"rules/x.yaml": {Data: []byte(text)}}); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func TestFill(t *testing.T) {
	args := map[string]string{"a": "A", "b": "{a} [[x]]", "empty": ""}
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"plain", "plain"},
		{"{a}", "A"},
		{"<{a}{a}>", "<AA>"},
		{"{missing}.", "."},
		{"{b}", "{a} [[x]]"}, // a value is not filled in again
		{"x[[ ({a})]]y", "x (A)y"},
		{"x[[ ({empty})]]y", "xy"},
		{"x[[ ({missing})]]y", "xy"},
		{"x[[ ({a} {empty})]]y", "xy"},
		{"[[{b}]]", "{a} [[x]]"},
		{"[[always]]", "always"},
		{"[[{empty}]][[{a}]]", "A"},
		{"[[open {a}", "open A"},
		{"{}", "{}"},
		{"{not a name} {a", "{not a name} {a"},
		{"{nb: …}", "{nb: …}"},
		{"æ{a}ø[å", "æAø[å"},
		{"ends with [", "ends with ["},
		{"ends with {", "ends with {"},
		{"{{a}}", "{A}"},
	} {
		if got := fill(c.text, args); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

// TestWords: an argument in words is in the language of the reader.
func TestWords(t *testing.T) {
	for _, c := range []struct {
		texts    map[string]string
		language string
		want     string
	}{
		{map[string]string{"nb": "høy", "nn": "høg", "en": "high"}, "nb", "x høy"},
		{map[string]string{"nb": "høy", "nn": "høg", "en": "high"}, "nn", "x høg"},
		{map[string]string{"nb": "høy", "nn": "høg", "en": "high"}, "en", "x high"},
		{map[string]string{"nb": "høy", "en": "high"}, "nn", "x high"},
		{map[string]string{"nb": "høy", "nn": ""}, "nn", "x høy"},
		{map[string]string{"nn": "høg"}, "en", "x høg"},
		{nil, "nb", "x "},
	} {
		args := Args(append(Words("level", c.texts), "id", "x")...)
		if got := fill("{id} {level}", localised(args, c.language)); got != c.want {
			t.Errorf("%v in %s: %q, want %q", c.texts, c.language, got, c.want)
		}
	}
	p := Problem{Rule: "reference-unknown", Args: Args(append(Words("where", map[string]string{"nb": "områdene", "en": "the areas"}), "id", "x")...)}
	if got := p.Message("nb") + p.Message("en"); got != "«x» finnes ikke blant områdene“x” is not among the areas" {
		t.Error(got)
	}
}

func FuzzFill(f *testing.F) {
	for _, r := range Rules() {
		f.Add(r.Message["nb"], "x")
	}
	f.Add("[[{a}", "[[{a}]]")
	f.Fuzz(func(t *testing.T, text, value string) {
		got := fill(text, map[string]string{"a": value})
		if text == "{a}" && got != value {
			t.Errorf("%q", got)
		}
	})
}
