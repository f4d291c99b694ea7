package risk

import (
	"reflect"
	"strings"

	"github.com/samsvar/samsvar/generator/model"
)

// enumOrder lists the values of the enumeration that Groups divides by, as the model
// has them; nil where it divides by something else.
func enumOrder(by string) []string {
	name := map[string]string{ByArea: "Area", ByCIA: "CIA"}[by]
	if name == "" {
		return nil
	}
	field, ok := reflect.TypeFor[model.RiskScenario]().FieldByName(name)
	if !ok {
		return nil
	}
	var out []string
	for _, part := range strings.Split(field.Tag.Get("jsonschema"), ",") {
		if value, is := strings.CutPrefix(part, "enum="); is {
			out = append(out, value)
		}
	}
	return out
}
