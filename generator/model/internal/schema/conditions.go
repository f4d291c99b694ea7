package schema

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/invopop/jsonschema"
	orderedmap "github.com/pb33f/ordered-map/v2"
)

// A condition makes fields of an object required when another field of it has
// one of some values.
type condition struct {
	object, field string
	values        []any
	required      []string
}

// conditions are the demands that depend on an answer. Those of one object must
// ask about the same field, with no value twice: they become one chain of if,
// then and else, as a schema has only one if.
var conditions = []condition{
	{"Agreement", "authorisation", []any{"general"}, []string{"noticeDays", "objectionDays"}},      // GDPR art. 28(2)
	{"Transfer", "basis", []any{"scc"}, []string{"module", "assessment"}},                          // GDPR art. 46(2)(c)
	{"Transfer", "basis", []any{"dpf"}, []string{"dpf"}},                                           // decision (EU) 2023/1795
	{"Transfer", "basis", []any{"bcr", "approved-clauses"}, []string{"assessment"}},                // GDPR art. 46(2)(b), 46(3)
	{"SurplusData", "exists", []any{true}, []string{"handling"}},                                   // GDPR art. 5(1)(c)
	{"RemoteAccess", "used", []any{true}, []string{"method", "approvedPerSession"}},                // Normen 5.2
	{"ProductionDataTest", "allowed", []any{true}, []string{"conditions"}},                         // GDPR art. 32
	{"Termination", "choice", []any{"return", "return-then-delete"}, []string{"format"}},           // GDPR art. 28(3)(g)
	{"Measure", "status", []any{"planned", "not-in-place"}, []string{"dueDate"}},                   // GDPR art. 32
	{"Certificate", "standard", []any{"other"}, []string{"name"}},                                  // an open answer needs words
	{"PersonalData", "type", []any{"other"}, []string{"description"}},                              // GDPR art. 28(3)
	{"PersonalData", "type", []any{"nationalIdentityNumber"}, []string{"justification"}},           // personopplysningsloven § 12
	{"LegalBasis", "art6", []any{"6(1)(c)", "6(1)(e)"}, []string{"law"}},                           // GDPR art. 6(3)
	{"TermsReview", "result", []any{"deviates", "silent"}, []string{"action"}},                     // what is agreed instead
	{"DataSubjects", "category", []any{"other"}, []string{"description"}},                          // GDPR art. 28(3)
	{"RiskMeasure", "status", []any{"planned", "not-in-place"}, []string{"dueDate"}},               // a plan has dates
	{"VendorAssessment", "access", []any{"received", "insight"}, []string{"reference"}},            // what was read
	{"CountryAssessment", "conclusion", []any{"acceptable-on-conditions"}, []string{"conditions"}}, // what it rests on
	{"ActAssessment", "assessed", []any{"not-relevant", "relevant"}, []string{"reason"}},           // sikkerhetsloven
}

// addConditions writes the conditions of an object as if, then and else.
func addConditions(s *jsonschema.Schema, o Object) error {
	used := map[string]bool{}
	at, field := s, ""
	for _, c := range conditions {
		if c.object != o.Name {
			continue
		}
		if field != "" && field != c.field {
			return fmt.Errorf("conditions of %s ask about both %s and %s", o.Name, field, c.field)
		}
		if _, ok := s.Properties.Get(c.field); !ok {
			return fmt.Errorf("condition on %s.%s, which does not exist", o.Name, c.field)
		}
		for _, v := range c.values {
			if used[fmt.Sprint(v)] {
				return fmt.Errorf("%s.%s has two conditions for %v", o.Name, c.field, v)
			}
			used[fmt.Sprint(v)] = true
		}
		for _, r := range c.required {
			if _, ok := s.Properties.Get(r); !ok {
				return fmt.Errorf("condition demands %s.%s, which does not exist", o.Name, r)
			}
		}
		if field != "" {
			at.Else = &jsonschema.Schema{}
			at = at.Else
		}
		field = c.field
		properties := orderedmap.New[string, *jsonschema.Schema]()
		properties.Set(c.field, &jsonschema.Schema{Enum: c.values})
		at.If = &jsonschema.Schema{Properties: properties, Required: []string{c.field}}
		at.Then = &jsonschema.Schema{Required: c.required}
	}
	return nil
}

// enumValues are the allowed values of a field, or of its items.
func enumValues(f Field) []string {
	if f.Type.Kind() == reflect.Struct {
		return nil
	}
	var out []string
	for part := range strings.SplitSeq(f.Tag.Get("jsonschema"), ",") {
		if v, ok := strings.CutPrefix(part, "enum="); ok && f.Type.Kind() != reflect.Int {
			out = append(out, v)
		}
	}
	return out
}
