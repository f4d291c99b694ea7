package expr_test

import (
	"slices"
	"testing"

	"github.com/samsvar/samsvar/doc"
)

// TestChosenElements: where and outsideEEA keep elements with their paths in the
// case, and do not guess about one that lacks what is asked for.
func TestChosenElements(t *testing.T) {
	location := func(entity, country string) object {
		out := object{"id": "L"}
		if entity != "" {
			out["entity"] = entity
		}
		if country != "" {
			out["country"] = country
		}
		return out
	}
	full := []any{location("processor", "NO"), location("drift", "IN"), location("processor", "US"), location("processor", "LI")}
	for _, c := range []struct {
		source    string
		locations []any
		want      []string
	}{
		{`where .service.locations "entity" "processor"`, full, []string{"service.locations[0]", "service.locations[2]", "service.locations[3]"}},
		{`where .service.locations "entity" "ingen"`, full, nil},
		{"outsideEEA .service.locations", full, []string{"service.locations[1]", "service.locations[2]"}},
		{`outsideEEA (where .service.locations "entity" "processor")`, full, []string{"service.locations[2]"}},
		{`where (outsideEEA .service.locations) "country" "IN"`, full, []string{"service.locations[1]"}},
		{"outsideEEA .service.locations", []any{}, nil},

		// What is needed and missing: the list is not known.
		{`where .service.locations "entity" "processor"`, []any{location("drift", "NO"), location("", "US")}, []string{"open: service.locations[1].entity"}},
		{"outsideEEA .service.locations", []any{location("drift", "")}, []string{"open: service.locations[0].country"}},
		{`outsideEEA (where .service.locations "entity" "processor")`, []any{location("drift", "NO"), location("processor", "")}, []string{"open: service.locations[1].country"}},
		{"outsideEEA .service.locations", nil, []string{"open: service.locations"}},
		{`ternary "x" "y" (anyWith (where .service.locations "entity" "drift") "purpose" "storage")`, full, []string{"open: service.locations[1].purpose"}},
		// What is optional and missing is not the value.
		{`where .subprocessors "orgNumber" "1"`, full, nil},
	} {
		root := object{"service": object{}, "subprocessors": []any{object{"id": "drift", "sameGroup": true}}}
		if c.locations != nil {
			root["service"] = object{"locations": c.locations}
		}
		elements, err := compile(t, c.source).Each(context(root, doc.Bokmal))
		var got []string
		for _, e := range elements {
			got = append(got, e.Path)
		}
		if err != nil {
			got = []string{err.Error()}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.source, got, c.want)
		}
	}
}

// TestInEEA: the European Economic Area is the EU, Iceland, Liechtenstein and
// Norway. Switzerland and the
// United Kingdom are outside.
func TestInEEA(t *testing.T) {
	for code, want := range map[string]bool{"NO": true, "IS": true, "LI": true, "SE": true, "CH": false, "GB": false, "US": false} {
		root := object{"processor": object{"address": object{"country": code}}}
		if got, err := compile(t, "inEEA .processor.address.country").True(context(root, doc.Bokmal)); got != want || err != nil {
			t.Errorf("%s: %v, %v", code, got, err)
		}
	}
	_, err := compile(t, "inEEA .processor.address.country").True(context(object{"processor": object{"address": object{}}}, doc.Bokmal))
	if err == nil || err.Error() != "open: processor.address.country" {
		t.Error(err)
	}
}
