package expr_test

import (
	"errors"
	"testing"

	"github.com/samsvar/samsvar/clauses/expr"
)

func TestOutsideEEA(t *testing.T) {
	place := func(id, country, entity string) object {
		o := object{"id": id}
		if country != "" {
			o["country"] = country
		}
		if entity != "" {
			o["entity"] = entity
		}
		return o
	}
	root := sample()
	root["processor"] = object{"address": object{"country": "GB"}}
	root["service"] = object{"locations": []any{place("L-1", "NO", "processor"), place("L-2", "IN", "drift"), place("L-3", "US", "")}}
	c := &expr.Context{Root: root, Dot: root}
	for source, want := range map[string]bool{
		"outsideEEA .processor.address.country": true, // GB left the EEA
		`outsideEEA "NO"`:                       false, `outsideEEA "IS"`: false, `outsideEEA "CH"`: true,
		`outsideEEA "XX"`:                                          false, // no country
		"outsideEEA .processor.ownership.country":                  false, // optional and absent
		"any (outsideEEA .service.locations)":                      true,
		`eq (count (outsideEEA .service.locations)) 2`:             true,
		`anyWith (outsideEEA .service.locations) "entity" "drift"`: true,
	} {
		if got, err := compile(t, source).True(c); got != want || err != nil {
			t.Errorf("%s: %v %v", source, got, err)
		}
	}
	// The elements keep their places in the case.
	_, err := compile(t, `anyWith (outsideEEA .service.locations) "entity" "processor"`).True(c)
	var open *expr.Open
	if !errors.As(err, &open) || open.Path != "service.locations[2].entity" {
		t.Errorf("%v", err)
	}
	found, err := compile(t, "outsideEEA .service.locations").Each(c)
	if err != nil || len(found) != 2 || found[0].Path != "service.locations[1]" {
		t.Errorf("%v %v", found, err)
	}
	root["service"] = object{"locations": []any{place("L-1", "IN", "drift"), place("L-2", "", "drift")}}
	if _, err := compile(t, "any (outsideEEA .service.locations)").True(c); !errors.As(err, &open) || open.Path != "service.locations[1].country" {
		t.Errorf("%v", err)
	}
	for _, source := range []string{"outsideEEA .service.name", "outsideEEA .service", "outsideEEA .agreement.breachNoticeHours", "outsideEEA .subprocessors", "outsideEEA 47"} {
		var wrong *expr.Error
		if _, err := expr.Compile(source, scope()); !errors.As(err, &wrong) || wrong.Rule != "expression-arguments" {
			t.Errorf("%s: %v", source, err)
		}
	}
}
