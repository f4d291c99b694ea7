package docx

import (
	"strings"

	"github.com/samsvar/samsvar/doc/internal/ooxml"
)

// prune removes the parts that only the old text led to, and the lists and
// properties that each document writes anew.
func (ref *Reference) prune(before map[string]bool) {
	for _, r := range ref.rootRels.All() {
		if name := ooxml.Resolve("", r.Target); replacedAtRoot[r.Kind()] {
			ref.drop(name)
		}
	}
	ref.rootRels.Keep(func(r ooxml.Relationship) bool { return !replacedAtRoot[r.Kind()] })
	ref.dropOldIDs()
	after := reachable(ref.pkg, ref.rootRels, ref.main, ref.rels)
	for _, name := range ref.pkg.Names() {
		if before[name] && !after[name] && name != ref.main {
			ref.drop(name)
		}
	}
	for _, name := range []string{ooxml.ContentTypesName, ooxml.RelsName(""), ooxml.RelsName(ref.main), ref.main} {
		ref.pkg.Delete(name)
	}
	for _, name := range ref.types.Overrides() {
		if !ref.pkg.Has(name) {
			ref.types.Delete(name)
		}
	}
	ref.types.Set(ref.main, mainType)
	ref.types.Default("rels", "application/vnd.openxmlformats-package.relationships+xml")
	ref.types.Default("xml", "application/xml")
}

// replacedAtRoot are properties, which are ours; a picture of the old first page;
// and signatures, which no longer hold.
var replacedAtRoot = map[string]bool{"core-properties": true, "extended-properties": true, "thumbnail": true, "origin": true}

func (ref *Reference) drop(name string) {
	ref.pkg.Delete(name)
	ref.pkg.Delete(ooxml.RelsName(name))
	ref.types.Delete(name)
}

// reachable lists the parts that the relationships lead to. Those of the package
// and of the main part are given, because they may have been changed.
func reachable(pkg *ooxml.Package, root *ooxml.Relationships, main string, rels *ooxml.Relationships) map[string]bool {
	known := map[string]*ooxml.Relationships{"": root, main: rels}
	names := map[string]string{}
	for _, n := range pkg.Names() {
		names[strings.ToLower(n)] = n
	}
	seen := map[string]bool{}
	todo := []string{""}
	for len(todo) > 0 {
		from := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		rs := known[from]
		if rs == nil {
			var err error
			if rs, err = pkg.Relationships(from); err != nil {
				continue // lint tells; the part itself is kept as it is
			}
		}
		for _, r := range rs.All() {
			if r.External {
				continue
			}
			name, ok := names[strings.ToLower(ooxml.Resolve(from, r.Target))]
			if ok && !seen[name] {
				seen[name] = true
				seen[ooxml.RelsName(name)] = true
				todo = append(todo, name)
			}
		}
	}
	return seen
}
