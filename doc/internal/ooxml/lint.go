package ooxml

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Finding is a fault of a package. Rule is a short stable name of the kind of
// fault.
type Finding struct {
	Part, Rule, Message string
}

// ReadFault turns an error of Read into a finding.
func ReadFault(err error) Finding {
	rule := "zip"
	switch {
	case errors.Is(err, ErrDuplicate):
		rule = "part-twice"
	case errors.Is(err, ErrName):
		rule = "part-name"
	case errors.Is(err, ErrTooLarge):
		rule = "too-large"
	}
	return Finding{"", rule, err.Error()}
}

// Checked is a package whose parts have been read as far as they can be.
type Checked struct {
	Package *Package
	Types   *ContentTypes
	Trees   map[string]*Node          // by part, of those that are XML and well-formed
	Rels    map[string]*Relationships // by source, "" for the package
	Faults  []Finding
}

// IsXML tells from its content type, or from its name, whether a part is XML.
func (c *Checked) IsXML(name string) bool {
	t := c.Types.Of(name)
	return name == ContentTypesName || strings.HasSuffix(strings.ToLower(name), ".rels") ||
		strings.HasSuffix(t, "+xml") || t == "application/xml" || t == "text/xml"
}

// Check reads all parts of a package and finds the faults that need no knowledge
// of the kind of document: XML that is not well-formed, parts without content
// type, relationships that lead nowhere.
func Check(p *Package) *Checked {
	c := &Checked{Package: p, Types: &ContentTypes{}, Trees: map[string]*Node{}, Rels: map[string]*Relationships{}}
	data, ok := p.Part(ContentTypesName)
	if !ok {
		c.fault(ContentTypesName, "content-type", "there is no list of content types")
	} else if t, err := ParseContentTypes(data); err != nil {
		c.fault(ContentTypesName, "xml", "%v", err)
	} else {
		c.Types = t
	}
	for _, name := range p.Names() {
		if name != ContentTypesName && c.Types.Of(name) == "" {
			c.fault(name, "content-type", "has no content type")
		}
		if !c.IsXML(name) {
			continue
		}
		data, _ := p.Part(name)
		tree, err := Parse(data)
		if err != nil {
			c.fault(name, "xml", "%v", err)
			continue
		}
		if bad := forbidden(data); bad != "" {
			c.fault(name, "xml", "%s", bad)
		}
		c.Trees[name] = tree
	}
	for _, name := range c.Types.Overrides() {
		if !p.Has(name) {
			c.fault(ContentTypesName, "content-type", "names %s, which is not there", name)
		}
	}
	for _, name := range p.Names() {
		if source, ok := RelsSource(name); ok && c.Trees[name] != nil {
			c.relationships(name, source)
		}
	}
	if c.Rels[""] == nil {
		c.fault(RelsName(""), "relationship", "the package has no relationships")
	}
	return c
}

// forbidden finds bytes that encoding/xml lets pass although XML forbids them.
func forbidden(data []byte) string {
	for _, s := range []string{"\uFFFE", "\uFFFF"} {
		if i := bytes.Index(data, []byte(s)); i >= 0 {
			return fmt.Sprintf("forbidden character %U at byte %d", []rune(s)[0], i)
		}
	}
	return ""
}

func (c *Checked) relationships(name, source string) {
	if source != "" && !c.Package.Has(source) {
		c.fault(name, "relationship", "belongs to %s, which is not there", source)
	}
	data, _ := c.Package.Part(name)
	rs, err := ParseRelationships(data)
	if err != nil {
		return // told already
	}
	c.Rels[source] = rs
	var ids []string
	for _, r := range rs.All() {
		if slices.Contains(ids, r.ID) {
			c.fault(name, "relationship", "two relationships with the id %q", r.ID)
		}
		ids = append(ids, r.ID)
		if r.External || strings.HasPrefix(r.Target, "#") {
			continue
		}
		if target := Resolve(source, r.Target); !c.Package.Has(target) {
			c.fault(name, "target", "%s points to %s, which is not there", r.ID, target)
		}
	}
}

func (c *Checked) fault(part, rule, format string, a ...any) {
	c.Faults = append(c.Faults, Finding{part, rule, fmt.Sprintf(format, a...)})
}
