package docx

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/samsvar/samsvar/doc/internal/ooxml"
)

// Finding is a fault in a Word file.
type Finding struct {
	Part    string // name of the part, "" for the file as a whole
	Rule    string // short stable name of the kind of fault
	Message string
}

func (f Finding) String() string {
	if f.Part == "" {
		return f.Rule + ": " + f.Message
	}
	return f.Part + ": " + f.Rule + ": " + f.Message
}

// Lint finds what is wrong with a Word file, in the order of its parts: faults
// for which Word repairs or refuses it, and those that no validator sees, such as
// a style, a list or the target of a reference that does not exist. An empty
// result means that nothing was found. The rule "placeholder" marks the mark-up of
// a template ("{{") left in the text; a text that is about templates has it too.
func Lint(pkg []byte) []Finding {
	p, err := ooxml.Read(bytes.NewReader(pkg), int64(len(pkg)), ooxml.Limits{})
	if err != nil {
		return []Finding{Finding(ooxml.ReadFault(err))}
	}
	l := &linter{Checked: ooxml.Check(p)}
	for _, f := range l.Faults {
		l.found = append(l.found, Finding(f))
	}
	l.document()
	return l.found
}

type linter struct {
	*ooxml.Checked
	found []Finding
	main  string

	styles map[string]string // id → kind

	styleNodes map[string]*ooxml.Node // by id
	nums       map[string]bool
	notes      map[string]map[string]bool // by the element that points to them: their ids
	anchors    map[string]bool            // names of bookmarks
	controls   map[string]bool
	drawings   map[string]bool
	bookmarks  map[string]bool // names in lower case
}

func (l *linter) add(part, rule, format string, a ...any) {
	l.found = append(l.found, Finding{part, rule, fmt.Sprintf(format, a...)})
}

func (l *linter) document() {
	root := l.Rels[""]
	if root == nil {
		return
	}
	rel, ok := root.ByType("officeDocument")
	if !ok {
		l.add("", "main", "there is no main document")
		return
	}
	l.main = ooxml.Resolve("", rel.Target)
	switch l.Types.Of(l.main) {
	case mainType, templType:
	case "":
		return // told already
	default:
		l.add(l.main, "main", "content type %s is not that of a Word document", l.Types.Of(l.main))
	}
	l.collect()
	for _, name := range l.Package.Names() {
		if tree := l.Trees[name]; tree != nil && strings.HasPrefix(tree.Name, "w:") {
			l.part(name, tree)
		}
	}
}

// related is the tree of the part to which the main part has a relationship.
func (l *linter) related(kind string) *ooxml.Node {
	rs := l.Rels[l.main]
	if rs == nil {
		return nil
	}
	rel, ok := rs.ByType(kind)
	if !ok {
		return nil
	}
	return l.Trees[ooxml.Resolve(l.main, rel.Target)]
}

// collect lists what other parts can point to.
func (l *linter) collect() {
	l.styles, l.nums = map[string]string{}, map[string]bool{"0": true}
	l.styleNodes = map[string]*ooxml.Node{}
	l.anchors, l.bookmarks = map[string]bool{"_top": true}, map[string]bool{}
	l.controls, l.drawings = map[string]bool{}, map[string]bool{}
	ooxml.EachNamed(l.related("styles"), "w:style", func(n *ooxml.Node) {
		kind := n.Attr("w:type")
		if kind == "" {
			kind = "paragraph"
		}
		l.styles[n.Attr("w:styleId")] = kind
		l.styleNodes[n.Attr("w:styleId")] = n
	})
	ooxml.EachNamed(l.related("numbering"), "w:num", func(n *ooxml.Node) { l.nums[n.Attr("w:numId")] = true })
	l.notes = map[string]map[string]bool{}
	for pointer, from := range map[string][2]string{
		"w:footnoteReference": {"footnotes", "w:footnote"}, "w:endnoteReference": {"endnotes", "w:endnote"},
		"w:commentReference": {"comments", "w:comment"}, "w:commentRangeStart": {"comments", "w:comment"}, "w:commentRangeEnd": {"comments", "w:comment"},
	} {
		ids := map[string]bool{}
		ooxml.EachNamed(l.related(from[0]), from[1], func(n *ooxml.Node) { ids[n.Attr("w:id")] = true })
		l.notes[pointer] = ids
	}
	for _, tree := range l.Trees {
		ooxml.EachNamed(tree, "w:bookmarkStart", func(n *ooxml.Node) { l.anchors[strings.ToLower(n.Attr("w:name"))] = true })
	}
}

// glossary parts have styles and lists of their own.
func (l *linter) glossary(name string) bool {
	rs := l.Rels[l.main]
	if rs == nil {
		return false
	}
	rel, ok := rs.ByType("glossaryDocument")
	if !ok {
		return false
	}
	dir := ooxml.Resolve(l.main, rel.Target)
	dir = dir[:strings.LastIndexByte(dir, '/')+1]
	return dir != "word/" && dir != "" && strings.HasPrefix(name, dir)
}

// part checks one part of WordprocessingML.
func (l *linter) part(name string, root *ooxml.Node) {
	if l.glossary(name) {
		return
	}
	c := &partLint{linter: l, name: name, starts: map[string]bool{}, ends: map[string]bool{}, revisions: map[string]bool{}}
	c.walk(root, nil)
	c.pairs()
	c.fieldsEnd()
	switch root.Name {
	case "w:numbering":
		c.numbering(root)
	case "w:document":
		c.sections(root)
		c.commentRanges(root)
	case "w:comments":
		c.commentIDs(root)
	}
	c.placeholders(root)
}

// rules lists the rules, for the test that each has a broken file.
func rules() []string {
	out := []string{
		"zip", "part-twice", "part-name", "too-large", "xml", "content-type", "relationship", "target", "main",
		"relationship-id", "text", "order", "cell", "style", "list", "bookmark", "anchor", "field",
		"note", "comment", "drawing-id", "control", "highlight", "grid", "title-page", "placeholder", "revision-id", "section", "columns",
		"header-row", "merge",
	}
	slices.Sort(out)
	return out
}
