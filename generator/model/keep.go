package model

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
)

// Keep returns the case as it looks to one of several parties: of the lists at
// the paths, only the elements with the indexes are there. Every list has a path
// without indexes, such as agreement.signing.signatories; below documents there
// is none. The case itself is not changed.
//
// What the returned case says about places (PosOf, Open, OpenAt) is about the
// case that it was made from: Original turns a path of the one into a path of the
// other. Keep is for a whole case, not for one that it returned.
func (c *Case) Keep(lists map[string][]int) (*Case, error) {
	part := *c
	part.whole, part.kept = c, map[string][]int{}
	for _, path := range slices.Sorted(maps.Keys(lists)) {
		steps, err := ParsePath(path)
		if err != nil {
			return nil, err
		}
		if err := keep(reflect.ValueOf(&part).Elem(), steps, lists[path]); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		part.kept[path] = slices.Clone(lists[path])
	}
	return &part, nil
}

// keep shortens the list at steps below a struct that is a copy already; the
// structs on the way become copies.
func keep(v reflect.Value, steps []Step, indexes []int) error {
	for i, s := range steps {
		f := planOf(v.Type()).field(s.Name)
		if f == nil {
			return fmt.Errorf("there is no %q", s.Name)
		}
		v = v.FieldByIndex(f.index)
		switch {
		case i == len(steps)-1 && v.Kind() == reflect.Slice:
			list := reflect.MakeSlice(v.Type(), 0, len(indexes))
			for _, n := range indexes {
				if n < 0 || n >= v.Len() {
					return fmt.Errorf("there is no element %d", n)
				}
				list = reflect.Append(list, v.Index(n))
			}
			v.Set(list)
			return nil
		case v.Kind() == reflect.Pointer && v.Type().Elem().Kind() == reflect.Struct:
			if v.IsNil() {
				return fmt.Errorf("there is no %q", s.Name)
			}
			own := reflect.New(v.Type().Elem())
			own.Elem().Set(v.Elem())
			v.Set(own)
			v = own.Elem()
		default:
			return fmt.Errorf("%q is no list", s.Name)
		}
	}
	return fmt.Errorf("no list")
}

func (p plan) field(name string) *plannedField {
	for i := range p {
		if p[i].name == name {
			return &p[i]
		}
	}
	return nil
}

// Whole is the case that Keep made this one from, or the case itself.
func (c *Case) Whole() *Case {
	if c.whole != nil {
		return c.whole
	}
	return c
}

// Original is the path in the whole case of what stands at a path of this one:
// controllers[0].orgNumber of the second controller's case is
// controllers[1].orgNumber.
func (c *Case) Original(path string) string {
	if len(c.kept) == 0 {
		return path
	}
	steps, err := ParsePath(path)
	if err != nil {
		return path
	}
	at := "" // in this case
	for i, s := range steps {
		if !s.isIndex() {
			at = joinKey(at, s.Name)
			continue
		}
		if indexes := c.kept[at]; s.Index < len(indexes) {
			steps[i].Index = indexes[s.Index]
		}
		at = joinIndex(at, s.Index)
	}
	return FormatPath(steps)
}
