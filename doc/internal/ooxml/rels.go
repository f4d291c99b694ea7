package ooxml

import (
	"fmt"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
)

// Relationship points from a part to another part or to a place outside
// (ISO/IEC 29500-2, 6.5).
type Relationship struct {
	ID, Type, Target string
	External         bool
}

// Relationships is the list of the relationships of one part, in the order of
// the file.
type Relationships struct {
	list  []Relationship
	ids   map[string]bool
	next  int
	cache map[string]string // type and target of an external one → id
}

const relsNS = "http://schemas.openxmlformats.org/package/2006/relationships"

// RelationshipType is the prefix of the types that ISO/IEC 29500-1 defines.
const RelationshipType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

// RelsName is the name of the part that holds the relationships of a part; ""
// stands for the package itself.
func RelsName(part string) string {
	dir, file := path.Split(part)
	return dir + "_rels/" + file + ".rels"
}

// RelsSource is the reverse of RelsName; ok is false for another kind of part.
func RelsSource(name string) (source string, ok bool) {
	dir, file := path.Split(name)
	if !strings.HasSuffix(file, ".rels") || !(dir == "_rels/" || strings.HasSuffix(dir, "/_rels/")) {
		return "", false
	}
	return strings.TrimSuffix(dir, "_rels/") + strings.TrimSuffix(file, ".rels"), true
}

// ParseRelationships reads a relationships part.
func ParseRelationships(data []byte) (*Relationships, error) {
	root, err := Parse(data)
	if err != nil {
		return nil, err
	}
	rs := &Relationships{}
	for _, k := range root.Kids {
		if k.Local() == "Relationship" {
			rs.put(Relationship{k.Attr("Id"), k.Attr("Type"), k.Attr("Target"), k.Attr("TargetMode") == "External"})
		}
	}
	return rs, nil
}

// Relationships reads the relationships of a part of the package; a part without
// any has an empty list.
func (p *Package) Relationships(part string) (*Relationships, error) {
	data, ok := p.Part(RelsName(part))
	if !ok {
		return &Relationships{}, nil
	}
	rs, err := ParseRelationships(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", RelsName(part), err)
	}
	return rs, nil
}

func (rs *Relationships) put(r Relationship) {
	if rs.ids == nil {
		rs.ids = map[string]bool{}
	}
	rs.ids[r.ID] = true
	rs.list = append(rs.list, r)
}

// All lists the relationships. The caller must not change them.
func (rs *Relationships) All() []Relationship { return rs.list }

// ByID returns one relationship.
func (rs *Relationships) ByID(id string) (Relationship, bool) {
	for _, r := range rs.list {
		if r.ID == id {
			return r, true
		}
	}
	return Relationship{}, false
}

// ByType returns the first relationship whose type ends in name, which is the
// last segment of the type.
func (rs *Relationships) ByType(name string) (Relationship, bool) {
	for _, r := range rs.list {
		if r.Kind() == name {
			return r, true
		}
	}
	return Relationship{}, false
}

// Kind is the last segment of the type, such as "styles".
func (r Relationship) Kind() string { return r.Type[strings.LastIndexByte(r.Type, '/')+1:] }

// Add adds a relationship within the package and returns its id. Type is the last
// segment of a type of ISO/IEC 29500-1 or a whole one.
func (rs *Relationships) Add(kind, target string) string {
	return rs.add(kind, target, false)
}

// AddExternal returns the id of a relationship to a place outside, the same for
// the same place.
func (rs *Relationships) AddExternal(kind, target string) string {
	key := kind + " " + target
	if id, ok := rs.cache[key]; ok {
		return id
	}
	if rs.cache == nil {
		rs.cache = map[string]string{}
	}
	id := rs.add(kind, target, true)
	rs.cache[key] = id
	return id
}

func (rs *Relationships) add(kind, target string, external bool) string {
	if !strings.Contains(kind, ":") {
		kind = RelationshipType + kind
	}
	id := ""
	for id == "" || rs.ids[id] {
		rs.next++
		id = "rId" + strconv.Itoa(rs.next)
	}
	rs.put(Relationship{id, kind, target, external})
	return id
}

// Keep removes the relationships for which f is false.
func (rs *Relationships) Keep(f func(Relationship) bool) {
	rs.list = slices.DeleteFunc(rs.list, func(r Relationship) bool { return !f(r) })
	rs.ids = map[string]bool{}
	for _, r := range rs.list {
		rs.ids[r.ID] = true
	}
}

// Clone returns an independent copy.
func (rs *Relationships) Clone() *Relationships {
	c := &Relationships{}
	for _, r := range rs.list {
		c.put(r)
	}
	return c
}

// Resolve gives the name of the part that a target means, seen from source.
func Resolve(source, target string) string {
	if i := strings.IndexByte(target, '#'); i >= 0 {
		target = target[:i]
	}
	if u, err := url.PathUnescape(target); err == nil {
		target = u
	}
	if strings.HasPrefix(target, "/") {
		return strings.TrimPrefix(path.Clean(target), "/")
	}
	return strings.TrimPrefix(path.Join("/"+path.Dir(source), target), "/")
}

// Bytes is the part.
func (rs *Relationships) Bytes() []byte {
	b := append([]byte(Header), `<Relationships xmlns="`+relsNS+`">`...)
	for _, r := range rs.list {
		b = append(AppendAttr(append(b, `<Relationship Id="`...), r.ID), `" Type="`...)
		b = append(AppendAttr(b, r.Type), `" Target="`...)
		b = append(AppendAttr(b, r.Target), '"')
		if r.External {
			b = append(b, ` TargetMode="External"`...)
		}
		b = append(b, `/>`...)
	}
	return append(b, `</Relationships>`...)
}
