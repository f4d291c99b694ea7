// Package ooxml holds what Word and Excel files have in common: a package of
// parts in a zip file (ISO/IEC 29500-2), content types, relationships, escaping,
// a tree of an XML part with byte positions, and the faults that can be found
// without knowing the kind of document.
//
// A part is bytes. Parts that nobody asks for pass through untouched.
package ooxml

import (
	"slices"
	"strings"
)

// ContentTypesName is the name of the part that lists the content types.
const ContentTypesName = "[Content_Types].xml"

// Package is a set of named parts. Names have no leading slash. Bytes of a part
// are never changed in place, so that a clone can share them.
type Package struct {
	parts map[string]part
}

type part struct {
	data     []byte
	deflated []byte // nil until Precompress
	crc      uint32
}

// New returns an empty package.
func New() *Package { return &Package{parts: map[string]part{}} }

// Part returns the bytes of a part, which the caller must not change. Part names
// are equal without regard to case (ISO/IEC 29500-2, 6.3.5).
func (p *Package) Part(name string) ([]byte, bool) {
	if q, ok := p.parts[name]; ok {
		return q.data, true
	}
	if n, ok := p.find(name); ok {
		return p.parts[n].data, true
	}
	return nil, false
}

// find gives the name as the package spells it.
func (p *Package) find(name string) (string, bool) {
	for n := range p.parts {
		if strings.EqualFold(n, name) {
			return n, true
		}
	}
	return "", false
}

// Has tells whether the package holds the part.
func (p *Package) Has(name string) bool {
	_, ok := p.Part(name)
	return ok
}

// Set adds or replaces a part. The package keeps data.
func (p *Package) Set(name string, data []byte) {
	if _, ok := p.parts[name]; !ok {
		p.Delete(name)
	}
	p.parts[name] = part{data: data}
}

// Delete removes a part if it is there.
func (p *Package) Delete(name string) {
	if n, ok := p.find(name); ok {
		delete(p.parts, n)
	}
}

// Names lists the parts in the order in which they are written: the content
// types first, then by name.
func (p *Package) Names() []string {
	names := make([]string, 0, len(p.parts))
	for n := range p.parts {
		names = append(names, n)
	}
	slices.SortFunc(names, func(a, b string) int {
		if c := rank(a) - rank(b); c != 0 {
			return c
		}
		return strings.Compare(a, b)
	})
	return names
}

func rank(name string) int {
	if name == ContentTypesName {
		return 0
	}
	return 1
}

// Clone returns a package with the same parts, sharing their bytes.
func (p *Package) Clone() *Package {
	c := &Package{parts: make(map[string]part, len(p.parts)+8)}
	for n, q := range p.parts {
		c.parts[n] = q
	}
	return c
}

// Adopt takes over a part of another package, compressed bytes included.
func (p *Package) Adopt(name string, from *Package, source string) {
	p.Delete(name)
	p.parts[name] = from.parts[source]
}
