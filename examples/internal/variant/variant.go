// Package variant makes cases that differ from an example in one respect: a base
// and a JSON merge patch (RFC 7396) on it, as files of examples/variants. They
// exercise the texts that an ordinary case leaves out.
package variant

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"go.yaml.in/yaml/v4"

	"github.com/samsvar/samsvar/generator/model"
)

// Variant is one file: what it is about, the example it begins from, and the patch.
type Variant struct {
	Name  string `yaml:"-"`
	About string `yaml:"about"` // one line
	Base  string `yaml:"base"`  // folder of an example
	Draft bool   `yaml:"draft"` // has open points or errors, as part of what it shows
	// Standard is a file of examples/testdata that is the body of the agreement.
	Standard string         `yaml:"standard"`
	Set      map[string]any `yaml:"set"` // null takes a key out; a list replaces
}

// All reads the variants of a folder such as examples/variants, sorted by name.
func All(fsys fs.FS) ([]Variant, error) {
	names, err := fs.Glob(fsys, "*.yaml")
	if err != nil || len(names) == 0 {
		return nil, errors.Join(errors.New("no variants"), err)
	}
	slices.Sort(names)
	var out []Variant
	for _, name := range names {
		v, err := read(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out = append(out, v)
	}
	return out, nil
}

func read(fsys fs.FS, name string) (Variant, error) {
	v := Variant{Name: strings.TrimSuffix(path.Base(name), ".yaml")}
	text, err := fs.ReadFile(fsys, name)
	if err != nil {
		return v, err
	}
	if err := yaml.Load(text, &v, yaml.WithKnownFields()); err != nil {
		return v, err
	}
	if v.About == "" || v.Base == "" || len(v.Set) == 0 {
		return v, errors.New("about, base and set are needed")
	}
	return v, nil
}

// Case is the case of the variant as JSON, which the loader reads as it reads
// YAML. Base is the text of the example's case file. A variant that says nothing of the
// risk assessment has none: that of the example is of the example's own service.
func (v Variant) Case(base io.Reader) ([]byte, error) {
	c, _ := model.Load(v.Base, base, model.LoadOptions{})
	if c == nil {
		return nil, fmt.Errorf("%s is no case", v.Base)
	}
	text, err := json.Marshal(c)
	if err != nil {
		return nil, err
	}
	var target map[string]any
	if err := json.Unmarshal(text, &target); err != nil {
		return nil, err
	}
	if _, risk := v.Set["risk"]; !risk {
		delete(target, "risk")
	}
	return json.MarshalIndent(merge(target, plain(v.Set)), "", " ")
}

// merge is MergePatch of RFC 7396, section 2.
func merge(target, patch any) any {
	p, ok := patch.(map[string]any)
	if !ok {
		return patch
	}
	t, ok := target.(map[string]any)
	if !ok {
		t = map[string]any{}
	}
	for key, value := range p {
		if value == nil {
			delete(t, key)
		} else {
			t[key] = merge(t[key], value)
		}
	}
	return t
}

// plain writes the dates that YAML has read as the case has them.
func plain(v any) any {
	switch v := v.(type) {
	case time.Time:
		return v.Format(time.DateOnly)
	case map[string]any:
		for key, x := range v {
			v[key] = plain(x)
		}
	case []any:
		for i, x := range v {
			v[i] = plain(x)
		}
	}
	return v
}
