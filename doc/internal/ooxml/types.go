package ooxml

import (
	"fmt"
	"path"
	"slices"
	"strings"
)

// ContentTypes is the list of the kinds of the parts (ISO/IEC 29500-2, 7.2).
type ContentTypes struct {
	defaults  []typeEntry // by extension
	overrides []typeEntry // by part name, without leading slash
}

type typeEntry struct{ key, value string }

const typesNS = "http://schemas.openxmlformats.org/package/2006/content-types"

// ParseContentTypes reads the part named ContentTypesName.
func ParseContentTypes(data []byte) (*ContentTypes, error) {
	root, err := Parse(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", ContentTypesName, err)
	}
	t := &ContentTypes{}
	for _, k := range root.Kids {
		switch k.Local() {
		case "Default":
			t.defaults = append(t.defaults, typeEntry{k.Attr("Extension"), k.Attr("ContentType")})
		case "Override":
			t.overrides = append(t.overrides, typeEntry{strings.TrimPrefix(k.Attr("PartName"), "/"), k.Attr("ContentType")})
		}
	}
	return t, nil
}

// Of returns the content type of a part, or "" when there is none.
func (t *ContentTypes) Of(name string) string {
	for _, e := range t.overrides {
		if strings.EqualFold(e.key, name) {
			return e.value
		}
	}
	ext := strings.TrimPrefix(path.Ext(name), ".")
	for _, e := range t.defaults {
		if ext != "" && strings.EqualFold(e.key, ext) {
			return e.value
		}
	}
	return ""
}

// Overrides lists the names of the parts that have a type of their own.
func (t *ContentTypes) Overrides() []string {
	var out []string
	for _, e := range t.overrides {
		out = append(out, e.key)
	}
	return out
}

// Default sets the type of all parts with an extension, unless it has one.
func (t *ContentTypes) Default(ext, value string) {
	for _, e := range t.defaults {
		if strings.EqualFold(e.key, ext) {
			return
		}
	}
	t.defaults = append(t.defaults, typeEntry{ext, value})
}

// Set gives a part a type of its own.
func (t *ContentTypes) Set(name, value string) {
	t.Delete(name)
	t.overrides = append(t.overrides, typeEntry{name, value})
}

// Delete forgets the type of a part.
func (t *ContentTypes) Delete(name string) {
	t.overrides = slices.DeleteFunc(t.overrides, func(e typeEntry) bool { return strings.EqualFold(e.key, name) })
}

// Clone returns an independent copy.
func (t *ContentTypes) Clone() *ContentTypes {
	return &ContentTypes{defaults: slices.Clone(t.defaults), overrides: slices.Clone(t.overrides)}
}

// Bytes is the part, sorted by key.
func (t *ContentTypes) Bytes() []byte {
	b := append([]byte(Header), `<Types xmlns="`+typesNS+`">`...)
	b = appendTypes(b, t.defaults, `<Default Extension="`, "")
	b = appendTypes(b, t.overrides, `<Override PartName="`, "/")
	return append(b, `</Types>`...)
}

func appendTypes(b []byte, es []typeEntry, open, slash string) []byte {
	es = slices.Clone(es)
	slices.SortFunc(es, func(a, b typeEntry) int { return strings.Compare(a.key, b.key) })
	for _, e := range es {
		b = append(append(b, open...), slash...)
		b = AppendAttr(b, e.key)
		b = append(b, `" ContentType="`...)
		b = append(AppendAttr(b, e.value), `"/>`...)
	}
	return b
}
