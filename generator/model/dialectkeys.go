package model

import (
	"regexp"
	"slices"
	"strconv"

	"github.com/samsvar/samsvar/generator/model/internal/jsontree"
)

func itoa(n int) string { return strconv.Itoa(n) }

// object checks the properties of an object, which are needed, and when.
func (d *dialect) object(n *jsontree.Node, name string) {
	properties := n.Get("properties")
	if !d.keys("properties", properties, nil) {
		return
	}
	if len(properties.Members) == 0 {
		d.value("properties", properties)
	}
	var names []string
	for _, m := range properties.Members {
		d.name(m.Key, m.At)
		names = append(names, m.Key)
	}
	for _, m := range properties.Members {
		d.schema(m.Value, name+"."+m.Key)
		d.label(m)
	}
	d.required(n.Get("required"), names)
	if a := n.Get("additionalProperties"); a != nil && (a.Kind != jsontree.Boolean || a.Text != "false") {
		d.value("additionalProperties", a, "false")
	}
	n.Set("additionalProperties", jsontree.NewBoolean(false))
	d.conditions(n, names)
}

// required checks a list of fields.
func (d *dialect) required(n *jsontree.Node, names []string) {
	if n == nil {
		return
	}
	if n.Kind != jsontree.Array {
		d.value("required", n)
		return
	}
	var seen []string
	for _, item := range n.Items {
		switch {
		case item.Kind != jsontree.String || !slices.Contains(names, item.Text):
			d.value("required", item, names...)
		case slices.Contains(seen, item.Text):
			d.value("required", item)
		}
		seen = append(seen, item.Text)
	}
}

// conditions checks if, then and else: one field of some values makes others
// needed, else another value does.
func (d *dialect) conditions(n *jsontree.Node, names []string) {
	for nested := false; n != nil; {
		cond, then, otherwise := n.Get("if"), n.Get("then"), n.Get("else")
		if cond == nil {
			if nested || then != nil || otherwise != nil {
				d.add("schema-missing", n.Pos, "key", "if")
			}
			return
		}
		if then == nil {
			d.add("schema-missing", n.Pos, "key", "then")
		} else if d.keys("then", then, []string{"required"}) {
			d.required(then.Get("required"), names)
		}
		d.condition(cond, names)
		if otherwise != nil && !d.keys("else", otherwise, []string{"if", "then", "else"}) {
			return
		}
		n, nested = otherwise, true
	}
}

// condition checks {"properties": {"f": {"enum": […]}}, "required": ["f"]}.
func (d *dialect) condition(n *jsontree.Node, names []string) {
	if !d.keys("if", n, []string{"properties", "required"}) {
		return
	}
	properties, required := n.Get("properties"), n.Get("required")
	switch {
	case properties == nil:
		d.add("schema-missing", n.Pos, "key", "properties")
		return
	case properties.Kind != jsontree.Object || len(properties.Members) != 1:
		d.value("properties", properties)
		return
	}
	field := properties.Members[0]
	if !slices.Contains(names, field.Key) {
		at := jsontree.NewString(field.Key)
		at.Pos = field.At
		d.value("properties", at, names...)
	}
	if d.keys(field.Key, field.Value, []string{"enum"}) {
		if values := field.Value.Get("enum"); values == nil {
			d.add("schema-missing", field.Value.Pos, "key", "enum")
		} else {
			d.enum(values, jsontree.String, jsontree.Boolean)
		}
	}
	if required == nil {
		d.add("schema-missing", n.Pos, "key", "required")
	} else if d.required(required, []string{field.Key}); len(required.Items) == 0 {
		d.value("required", required)
	}
}

// enum checks a list of allowed values.
func (d *dialect) enum(n *jsontree.Node, kinds ...jsontree.Kind) {
	if n.Kind != jsontree.Array || len(n.Items) == 0 {
		d.value("enum", n)
		return
	}
	var seen []string
	for _, item := range n.Items {
		if !slices.Contains(kinds, item.Kind) || slices.Contains(seen, item.Text) || item.Text == "" {
			d.value("enum", item)
		}
		seen = append(seen, item.Text)
	}
}

var (
	formatNames = []string{"date", "email", "country-code", "period"}
	digits      = regexp.MustCompile(`^(0|[1-9][0-9]{0,8})$`)
	fraction    = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,18})?$`)
)

// scalar checks what restricts a text, a number or true and false.
func (d *dialect) scalar(n *jsontree.Node) {
	for _, m := range n.Members {
		v := m.Value
		switch m.Key {
		case "enum":
			d.enum(v, jsontree.String)
		case "format":
			if v.Kind != jsontree.String || !slices.Contains(formatNames, v.Text) {
				d.value("format", v, formatNames...)
			}
		case "pattern":
			if _, err := regexp.Compile(v.Text); v.Kind != jsontree.String || err != nil {
				d.value("pattern", v)
			}
		case "minLength", "maxLength":
			d.number(m.Key, v, true)
		case "minimum", "maximum":
			d.number(m.Key, v, false)
		}
	}
}

// number checks a number, or a count, which is not below zero.
func (d *dialect) number(key string, n *jsontree.Node, count bool) {
	form := fraction
	if count {
		form = digits
	}
	if n != nil && (n.Kind != jsontree.Number || !form.MatchString(n.Text)) {
		d.value(key, n)
	}
}
