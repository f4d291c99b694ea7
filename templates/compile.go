package templates

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

// template compiles one template.yaml.
func (ld *loader) template(id string, text []byte, house bool) {
	var raw rawTemplate
	ld.refs = nil
	if !ld.decode(text, &raw) {
		return
	}
	if raw.Base != nil && house {
		ld.bases[id] = clauses.Replaced{ID: id, Base: raw.Base, At: ld.at("base")}
	}
	if raw.ID != id && !ld.misspelt["id"] {
		ld.problemAt("template-id", ld.at("id"), "id", raw.ID, "want", id)
	}
	ld.oneOf(raw.Form, []string{"document", "workbook"}, "form")
	ld.oneOf(raw.Audience, []string{"internal", "supplier", "signatory", "authority", "public"}, "audience")
	ld.oneOf(raw.Phase, []string{"planning", "tender", "award", "contract", "operation", "exit"}, "phase")
	ld.wanted(!raw.Title.empty(), "title")
	root := ld.library.Scope()
	root.Root = ld.set.documents.Root()
	root.Dot = root.Root
	t := &Template{
		ID: id, Title: ld.text("title", raw.Title, root), Form: raw.Form, Audience: raw.Audience, Exemption: raw.Exemption,
		Phase: raw.Phase, When: ld.expr(raw.When, root), Subject: ld.text("subject", raw.Subject, root), File: ld.file,
		Tables: map[string]*Table{}, Signatures: map[string]*Signatures{}, source: text,
	}
	if raw.Cover != nil {
		t.Cover = ld.cover(raw.Cover, root)
	}
	t.Lists, t.Grids = ld.lists(raw.Lists, root), ld.grids(raw.Grids, root)
	for name, table := range raw.Tables {
		if table == nil {
			table = &rawTable{}
		}
		t.Tables[name] = ld.table(name, table, root)
	}
	ld.entries(t, &raw)
	for name, s := range raw.Signatures {
		if s == nil {
			s = &rawSignatures{}
		}
		t.Signatures[name] = ld.signatures(name, s, root)
	}
	t.Fields = ld.fields(raw.Fields, root)
	t.Outline = ld.outline(t, raw.Outline, root, "outline")
	ld.wanted(len(raw.Outline) > 0, "outline")
	t.PerParty, t.Body = ld.perParty(raw.PerParty, root), ld.body(raw.Body, root)
	ld.reasons(t, raw.Reasons)
	ld.references(t)
	ld.covers(t)
	ld.set.templates[id] = t
}

// oneOf checks a value that is one of several; the path leads to it.
func (ld *loader) oneOf(value string, allowed []string, path ...string) {
	switch {
	case slices.Contains(allowed, value):
	case value == "":
		ld.wanted(false, path...)
	default:
		ld.problemAt("template-value", ld.at(path...), "key", path[len(path)-1], "value", value, "suggestion", model.Suggest(value, allowed))
	}
}

// wanted reports a key that must have a value; the path leads to it.
func (ld *loader) wanted(there bool, path ...string) {
	if !there && !ld.misspelt[path[len(path)-1]] {
		ld.problemAt("template-missing", ld.at(path...), "key", keyPath(path))
	}
}

// keyPath is a path as people write it: cover.parties[0].each.
func keyPath(path []string) string {
	var b strings.Builder
	for i, step := range path {
		switch _, err := strconv.Atoi(step); {
		case err == nil:
			b.WriteString("[" + step + "]")
		case i > 0:
			b.WriteString("." + step)
		default:
			b.WriteString(step)
		}
	}
	return b.String()
}

// text parses a text in every loaded language; one that is missing is a problem.
func (ld *loader) text(what string, raw rawText, s expr.Scope) Lines {
	if raw.empty() {
		return nil
	}
	out := Lines{}
	if raw.by == nil {
		same := ld.line(raw.all, s)
		for _, l := range ld.library.Languages() {
			out[l] = same
		}
		return out
	}
	for _, l := range ld.library.Languages() {
		source, ok := raw.by[string(l)]
		if !ok {
			ld.problemAt("text-language", report.Pos{File: ld.file, Line: raw.line, Column: raw.column}, "what", what, "language", string(l))
			continue
		}
		out[l] = ld.line(source, s)
	}
	return out
}

func (ld *loader) line(source clauses.Located, s expr.Scope) *clauses.Line {
	line, problems := ld.parser.Line(ld.file, source, s)
	ld.add(problems...)
	ld.refs = append(ld.refs, line.Refs...)
	return line
}

func (ld *loader) expr(source clauses.Located, s expr.Scope) *expr.Expr {
	e, problems := ld.parser.Expr(ld.file, source, s)
	ld.add(problems...)
	return e
}

// each compiles a list and returns the scope inside it.
func (ld *loader) each(source clauses.Located, s expr.Scope) (*expr.Expr, expr.Scope) {
	e := ld.expr(source, s)
	if e == nil {
		if source.Text != "" {
			s = s.With(clauses.Unknown)
		}
		return nil, s
	}
	item, ok := clauses.ItemType(e)
	if !ok {
		ld.problemAt("text-each", report.Pos{File: ld.file, Line: source.Line, Column: source.Column}, "expression", source.Text)
		return nil, s.With(clauses.Unknown)
	}
	return e, s.With(item)
}

// needed is each for a list that must be given: where it is missing, which has been
// told, what stands inside cannot be checked.
func (ld *loader) needed(source clauses.Located, s expr.Scope) (*expr.Expr, expr.Scope) {
	if source.Text == "" {
		return nil, s.With(clauses.Unknown)
	}
	return ld.each(source, s)
}

func (ld *loader) cover(raw *rawCover, s expr.Scope) *Cover {
	c := &Cover{
		Kicker:   ld.text("cover.kicker", raw.Kicker, s),
		Title:    ld.text("cover.title", raw.Title, s),
		Subtitle: ld.text("cover.subtitle", raw.Subtitle, s),
		Facts:    ld.rows(raw.Facts, s),
	}
	for i, p := range raw.Parties {
		ld.wanted(p.Each.Text != "", "cover", "parties", strconv.Itoa(i), "each")
		e, inner := ld.needed(p.Each, s)
		c.Parties = append(c.Parties, CoverParty{
			When: ld.expr(p.When, s), Each: e, Role: ld.text("role", p.Role, inner), Name: ld.text("name", p.Name, inner), Lines: ld.lines(p.Lines, inner),
		})
	}
	return c
}

func (ld *loader) lines(raw []rawLine, s expr.Scope) []CellLine {
	var out []CellLine
	for _, l := range raw {
		e, inner := ld.each(l.each, s)
		out = append(out, CellLine{When: ld.expr(l.when, s), Each: e, Text: ld.text("lines", l.text, inner)})
	}
	return out
}

func (ld *loader) rows(raw []rawRow, s expr.Scope) []Row {
	var out []Row
	for i, r := range raw {
		e, inner := ld.each(r.Each, s)
		out = append(out, Row{
			Key: cmp.Or(r.Key.Text, strconv.Itoa(i+1)), Label: ld.text("label", r.Label, s), When: ld.expr(r.When, s),
			Each: e, Lines: ld.lines(r.Lines, inner), Covers: r.Covers,
		})
	}
	return out
}

func (ld *loader) signatures(name string, raw *rawSignatures, s expr.Scope) *Signatures {
	ld.wanted(raw.Each.Text != "", "signatures", name, "each")
	e, inner := ld.needed(raw.Each, s)
	return &Signatures{
		ID: "signatures:" + name, Each: e, Electronic: ld.expr(raw.Electronic, s),
		Role: ld.text("role", raw.Role, inner), Party: ld.text("party", raw.Party, inner),
		Name: ld.text("name", raw.Name, inner), Title: ld.text("title", raw.Title, inner),
		Remark: ld.lines(raw.Remark, inner),
	}
}

// outline compiles entries of the outline; the path leads to their list.
func (ld *loader) outline(t *Template, raw []rawItem, s expr.Scope, path ...string) []Item {
	var out []Item
	for i, r := range raw {
		at := func(more ...string) report.Pos {
			return ld.at(slices.Concat(path, []string{strconv.Itoa(i)}, more)...)
		}
		item := Item{When: ld.expr(r.When, s), OpenPoints: r.OpenPoints, TOC: r.TOC, Clause: r.Clause.Text, Unnumbered: r.Unnumbered, Prose: r.Prose, Tables: r.Tables, Signatures: r.Signatures.Text}
		item.Line = max(r.Clause.Line, r.Signatures.Line, r.Annex.Line, r.When.Line, r.Sheet.Line, r.Table.Line)
		ld.kinds(r, at)
		ld.sheets(t, r, len(path) == 1, at)
		if item.Clause != "" {
			if _, ok := ld.library.Clause(item.Clause); !ok {
				var known []string
				for _, c := range ld.library.Clauses() {
					known = append(known, c.ID)
				}
				ld.problemAt("template-clause", at("clause"), "id", item.Clause, "suggestion", model.Suggest(item.Clause, known))
			}
		}
		item.Table = r.Table.Text
		named := r.Tables
		if item.Table != "" {
			named = append(slices.Clone(named), item.Table)
		}
		for _, name := range named {
			if t.Tables[name] == nil {
				ld.problemAt("template-table", at("tables", name), "id", name, "suggestion", model.Suggest(name, slices.Sorted(maps.Keys(t.Tables))))
			}
		}
		if item.Signatures != "" && t.Signatures[item.Signatures] == nil {
			ld.problemAt("template-signatures", at("signatures"), "id", item.Signatures)
		}
		if r.Annex.Text != "" {
			item.Annex = &Annex{ID: r.Annex.Text, Title: ld.text("title", r.Title, s), Landscape: r.Landscape, Outline: ld.outline(t, r.Outline, s, slices.Concat(path, []string{strconv.Itoa(i), "outline"})...)}
		}
		if r.Sheet.Text != "" {
			item.Sheet = ld.sheet(t, r, s, slices.Concat(path, []string{strconv.Itoa(i), "outline"}))
		}
		out = append(out, item)
	}
	return out
}

// kinds checks that an entry of the outline is one thing, and that what belongs
// to another kind does not stand in it unseen.
func (ld *loader) kinds(r rawItem, at func(...string) report.Pos) {
	n := 0
	for _, is := range []bool{r.OpenPoints, r.TOC > 0, r.Clause.Text != "", r.Signatures.Text != "", r.Annex.Text != "", r.Sheet.Text != "", r.Table.Text != ""} {
		if is {
			n++
		}
	}
	holds := r.Annex.Text != "" || r.Sheet.Text != "" // an outline of its own
	annexOnly := r.Landscape || len(r.Outline) > 0 || !r.Title.empty()
	if n != 1 || r.Unnumbered && r.Prose || (len(r.Tables) > 0 || r.Unnumbered || r.Prose) && r.Clause.Text == "" || annexOnly && !holds || holds && r.Title.empty() {
		ld.problemAt("template-item", at())
	}
}
