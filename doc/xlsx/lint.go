package xlsx

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/samsvar/samsvar/doc/internal/ooxml"
)

// Finding is a fault in a workbook.
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

// Lint finds what is wrong with a workbook, in the order of its parts: faults for
// which Excel repairs or refuses it and that no validator sees, such as a filter over a
// table, cells merged twice, a choice from a list that is not there, and functions that
// Excel did not have in 2010. An empty result means that nothing was found.
func Lint(pkg []byte) []Finding {
	p, err := ooxml.Read(bytes.NewReader(pkg), int64(len(pkg)), ooxml.Limits{})
	if err != nil {
		return []Finding{Finding(ooxml.ReadFault(err))}
	}
	l := &linter{Checked: ooxml.Check(p), names: map[string]bool{}, sheets: map[string]string{}, tables: map[string]bool{}}
	for _, f := range l.Faults {
		l.found = append(l.found, Finding(f))
	}
	l.book()
	return l.found
}

type linter struct {
	*ooxml.Checked
	found   []Finding
	main    string
	sheets  map[string]string // name in lower case → part
	ordered []string          // names of the sheets
	names   map[string]bool   // defined names in lower case
	tables  map[string]bool   // names of tables in lower case
	styles  int               // number of cell styles
	formats int               // number of conditional formats
	strings int               // number of shared strings
}

func (l *linter) add(part, rule, format string, a ...any) {
	l.found = append(l.found, Finding{part, rule, fmt.Sprintf(format, a...)})
}

func (l *linter) book() {
	root := l.Rels[""]
	if root == nil {
		return
	}
	rel, ok := root.ByType("officeDocument")
	if !ok {
		l.add("", "main", "there is no workbook")
		return
	}
	l.main = ooxml.Resolve("", rel.Target)
	switch l.Types.Of(l.main) {
	case workbookType:
	case "":
		return // told already
	default:
		l.add(l.main, "main", "content type %s is not that of a workbook", l.Types.Of(l.main))
	}
	tree := l.Trees[l.main]
	if tree == nil {
		return
	}
	l.collect(tree)
	l.sheetNames(tree)
	l.definedNames(tree)
	for _, name := range l.Package.Names() {
		if tree := l.Trees[name]; tree != nil && strings.HasPrefix(tree.Name, "x:") {
			l.part(name, tree)
		}
	}
}

// collect counts what parts point to by number, and lists the names.
func (l *linter) collect(tree *ooxml.Node) {
	count := func(kind, list, item string) int {
		n := 0
		if rel, ok := l.Rels[l.main].ByType(kind); ok {
			if t := l.Trees[ooxml.Resolve(l.main, rel.Target)]; t != nil {
				if list != "" {
					t = t.Child(list)
				}
				ooxml.EachNamed(t, item, func(*ooxml.Node) { n++ })
			}
		}
		return n
	}
	if l.Rels[l.main] != nil {
		l.styles = count("styles", "x:cellXfs", "x:xf")
		l.formats = count("styles", "x:dxfs", "x:dxf")
		l.strings = count("sharedStrings", "", "x:si")
	}
	ooxml.EachNamed(tree, "x:definedName", func(n *ooxml.Node) { l.names[strings.ToLower(n.Attr("name"))] = true })
	for _, t := range l.Trees {
		if t.Name == "x:table" {
			l.names[strings.ToLower(t.Attr("displayName"))] = true
		}
	}
}

func (l *linter) sheetNames(tree *ooxml.Node) {
	visible := false
	ooxml.EachNamed(tree, "x:sheet", func(n *ooxml.Node) {
		name := n.Attr("name")
		folded := strings.ToLower(name)
		switch {
		case name == "" || utf16Len(name) > 31 || strings.ContainsAny(name, `:\/?*[]`) || strings.HasPrefix(name, "'") || strings.HasSuffix(name, "'"):
			l.add(l.main, "sheet-name", "Excel does not take %q", name)
		case l.sheets[folded] != "":
			l.add(l.main, "sheet-name", "two sheets with the name %q", name)
		}
		l.ordered = append(l.ordered, name)
		l.sheets[folded] = l.main
		if l.Rels[l.main] != nil {
			if rel, ok := l.Rels[l.main].ByID(n.Attr("r:id")); ok {
				l.sheets[folded] = ooxml.Resolve(l.main, rel.Target)
			}
		}
		visible = visible || n.Attr("state") == "" || n.Attr("state") == "visible"
	})
	if !visible {
		l.add(l.main, "visible", "no sheet can be seen")
	}
}

func (l *linter) definedNames(tree *ooxml.Node) {
	seen := map[string]bool{}
	ooxml.EachNamed(tree, "x:definedName", func(n *ooxml.Node) {
		name, scope := n.Attr("name"), n.Attr("localSheetId")
		if key := strings.ToLower(name) + " " + scope; seen[key] {
			l.add(l.main, "name", "two names %q", name)
		} else {
			seen[key] = true
		}
		if !soundName(name) {
			l.add(l.main, "name", "Excel does not take the name %q", name)
		}
		if i, err := strconv.Atoi(scope); scope != "" && (err != nil || i < 0 || i >= len(l.ordered)) {
			l.add(l.main, "name", "%q belongs to sheet %s, which is not there", name, scope)
		}
		l.formula(l.main, "the name "+name, n.Text)
	})
}

// part checks one part of SpreadsheetML.
func (l *linter) part(name string, root *ooxml.Node) {
	root.Each(func(n *ooxml.Node) bool {
		for _, a := range n.Attrs {
			if !strings.HasPrefix(a.Name, "r:") || a.Value == "" {
				continue
			}
			rs := l.Rels[name]
			if rs == nil {
				rs = &ooxml.Relationships{}
			}
			if _, ok := rs.ByID(a.Value); !ok {
				l.add(name, "relationship-id", "%s names the relationship %q, which is not there", n.Name, a.Value)
			}
		}
		return true
	})
	switch root.Name {
	case "x:worksheet":
		(&sheetLint{linter: l, name: name}).check(root)
	case "x:table":
		l.table(name, root)
	case "x:styleSheet":
		l.styleSheet(name, root)
	}
}

// styleSheet checks the numbers by which styles name their parts.
func (l *linter) styleSheet(name string, root *ooxml.Node) {
	lists := map[string]int{}
	for attr, list := range map[string]string{"fontId": "x:fonts", "fillId": "x:fills", "borderId": "x:borders", "xfId": "x:cellStyleXfs"} {
		if n := root.Child(list); n != nil {
			lists[attr] = len(n.Kids)
		}
	}
	ooxml.EachNamed(root, "x:xf", func(n *ooxml.Node) {
		for _, attr := range []string{"fontId", "fillId", "borderId", "xfId"} {
			if v := n.Attr(attr); v != "" && !within(v, lists[attr]) {
				l.add(name, "style", "a style has the %s %s, which is not there", attr, v)
			}
		}
	})
	ooxml.EachNamed(root, "x:cellStyle", func(n *ooxml.Node) {
		if !within(n.Attr("xfId"), lists["xfId"]) {
			l.add(name, "style", "the style %q has no format", n.Attr("name"))
		}
	})
}

func within(v string, n int) bool {
	i, err := strconv.Atoi(v)
	return err == nil && i >= 0 && i < n
}

// lintRules lists the rules, for the test that each has a broken file.
func lintRules() []string {
	out := []string{
		"zip", "part-twice", "part-name", "too-large", "xml", "content-type", "relationship", "target", "main", "relationship-id",
		"sheet-name", "visible", "name", "style", "cell", "text", "merged", "filter", "table", "choice", "message", "function", "formula", "link", "header",
	}
	slices.Sort(out)
	return out
}
