package doc

import (
	"fmt"
	"strings"
)

// Dump writes the tree as text, for golden files: everything that decides what a
// reader sees, one block a line, indented by depth. The form is not an output
// format and may change.
func Dump(d *Document) string {
	w := &dumper{}
	w.document(d)
	return w.b.String()
}

func (w *dumper) document(d *Document) {
	w.line("document %s %s %q", d.ID, d.Language, d.Title)
	m := d.Meta
	w.line("meta subject=%q creator=%q case=%q version=%q date=%q", m.Subject, m.Creator, m.CaseID, m.Version, m.Date)
	w.line("header %s | %s", dumpInlines(d.Running.Left), dumpInlines(d.Running.Right))
	w.line("footer %s", dumpInlines(d.Running.Footer))
	w.choices(d)
	w.blocks(d.Blocks)
	if d.Beside != nil {
		w.line("beside")
		w.depth++
		w.document(d.Beside)
		w.depth--
	}
}

type dumper struct {
	b     strings.Builder
	depth int
}

func (w *dumper) line(format string, a ...any) {
	w.b.WriteString(strings.Repeat("  ", w.depth))
	w.b.WriteString(strings.TrimRight(fmt.Sprintf(format, a...), " "))
	w.b.WriteByte('\n')
}

func (w *dumper) blocks(bs []Block) {
	for _, b := range bs {
		w.block(b)
	}
}

func (w *dumper) block(b Block) {
	switch b := b.(type) {
	case *Section:
		w.line("section %s%s%s %s {#%s}", number(b.Number), flag(b.Break, "break "), flag(b.Landscape, "landscape "), dumpInlines(b.Title), b.ID)
		w.depth++
		w.sheet(b.Sheet)
		for _, n := range b.Comments {
			var ps []string
			for _, p := range n.Paragraphs {
				ps = append(ps, dumpInlines(p))
			}
			w.line("comment %q %q: %s", n.Author, n.Initials, strings.Join(ps, " ¶ "))
		}
		w.blocks(b.Blocks)
		w.depth--
	case *Paragraph:
		w.line("%s %s%s%s%s {#%s}", [...]string{"p", "lead", "note"}[b.Role], number(b.Number), flag(b.Continues, "… "), flag(b.KeepNext, "keep "), dumpInlines(b.Inlines), b.ID)
	case *Table:
		w.table(b)
	case *Cover:
		w.line("cover %s / %s / %s / %s", b.Kicker, dumpInlines(b.Title), dumpInlines(b.Subtitle), b.Badge)
		w.depth++
		for _, p := range b.Parties {
			w.line("party %s: %s", p.Role, dumpInlines(p.Name))
			for _, l := range p.Lines {
				w.line("  %s", dumpInlines(l))
			}
		}
		w.facts(b.Facts)
		w.depth--
	case *TOC:
		w.line("toc %s%s", flag(b.Break, "break "), b.Title)
		w.depth++
		for _, e := range b.Entries {
			w.line("%s%s%s -> %s", strings.Repeat("  ", e.Level-1), number(e.Number), e.Text, e.Target)
		}
		w.depth--
	case *Signatures:
		w.line("signatures %s{#%s}", flag(b.Electronic, "electronic "), b.ID)
		w.depth++
		for _, s := range b.Parties {
			w.line("%s: %s / %s / %s / %s", s.Role, dumpInlines(s.Party), dumpInlines(s.Name), dumpInlines(s.Title), dumpInlines(s.Remark))
		}
		w.depth--
	default:
		panic(fmt.Sprintf("doc: unknown block %T", b))
	}
}

func (w *dumper) facts(fs []Fact) {
	for _, f := range fs {
		w.line("fact %s: %s", f.Label, dumpInlines(f.Value))
	}
}

func (w *dumper) table(t *Table) {
	w.line("table %d %s %s {#%s}", t.Number, pick(int(t.Kind), "register", "facts", "matrix"), dumpInlines(t.Caption), t.ID)
	w.depth++
	w.matrix(t.Matrix)
	for _, c := range t.Columns {
		w.line("column %s %q %d %s%s", c.Key, c.Title, max(c.Weight, 1), [...]string{"left", "right", "center"}[c.Align], dumpEntry(c.Entry))
	}
	for _, r := range t.Rows {
		w.line("row %s", r.ID)
		w.depth++
		for i, c := range r.Cells {
			var ps []string
			for _, p := range c.Paragraphs {
				ps = append(ps, dumpInlines(p))
			}
			w.line("%s: %s%s", t.Columns[i].Key, dumpCell(c), strings.Join(ps, " ¶ "))
		}
		w.depth--
	}
	w.depth--
}

func dumpInlines(in []Inline) string {
	var b strings.Builder
	for _, i := range in {
		switch n := i.(type) {
		case *Text:
			s := strings.ReplaceAll(strings.ReplaceAll(n.S, "\\", "\\\\"), "\n", "\\n")
			fmt.Fprintf(&b, "%s%s%s%s%s", flag(n.Bold, "**"), flag(n.Italic, "_"), s, flag(n.Italic, "_"), flag(n.Bold, "**"))
		case *Ref:
			fmt.Fprintf(&b, "⟦%s → %s⟧", strings.ReplaceAll(n.Text(), "\u00a0", " "), n.Target)
		case *Open:
			fmt.Fprintf(&b, "⟨open %d %s%s: %s⟩", n.No, flag(n.Reserved, "reserved "), n.Path, n.Label)
		case *Footnote:
			fmt.Fprintf(&b, "⟨note: %s⟩", dumpInlines(n.Inlines))
		case *Link:
			fmt.Fprintf(&b, "⟨%s <%s>⟩", dumpInlines(n.Inlines), n.URL)
		case *PageNumber:
			b.WriteString("⟨page⟩")
		case *PageCount:
			b.WriteString("⟨pages⟩")
		default:
			panic(fmt.Sprintf("doc: unknown inline %T", i))
		}
	}
	return b.String()
}

func number(s string) string {
	if s == "" {
		return ""
	}
	return s + "  "
}

func flag(on bool, s string) string {
	if on {
		return s
	}
	return ""
}
