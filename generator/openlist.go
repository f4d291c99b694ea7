package generator

import (
	"cmp"
	"strconv"

	"github.com/samsvar/samsvar/clauses/expr"
	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/model"
	"github.com/samsvar/samsvar/generator/report"
)

// making is what the making of a document needs to know beyond the case.
type making struct {
	stage Stage
	// reasoned are the warnings that the case lowers or silences, with the reasons.
	reasoned []report.Problem
	// previous is the earlier case that the documents tell the changes from; nil
	// without one.
	previous *model.Case
}

// openGroup is a part of the list: what must be settled, what the supplier fills
// in, and what is not due yet.
type openGroup struct {
	title, intro string
	points       []*report.Open
}

// groups splits the list; those without a point are left out.
func (o *openPoints) groups() (out []openGroup) {
	all := []openGroup{
		{title: o.word("openTitle"), intro: o.word("openIntro")},
		{title: o.word("reserved"), intro: o.word("reservedIntro")},
		{title: o.word("laterTitle"), intro: o.word("laterIntro")},
	}
	for i := range o.list {
		p, n := &o.list[i], 0
		switch {
		case p.Reserved && p.Responsible == "processor":
			n = 1
		case p.Reserved:
			n = 2
		}
		all[n].points = append(all[n].points, p)
	}
	for _, g := range all {
		if len(g.points) > 0 {
			out = append(out, g)
		}
	}
	return out
}

// section is the place of the list; finish takes it out when nothing is open, and
// places fills it in.
func (o *openPoints) section() *doc.Section {
	o.heading = &doc.Section{Level: 1}
	return o.heading
}

// fill writes the list: the first group under the heading of the list, each other
// one under a heading of its own.
func (o *openPoints) fill(where map[string]openPlace) {
	for i, g := range o.groups() {
		s := o.heading
		if i > 0 {
			s = &doc.Section{Level: 2}
			o.heading.Blocks = append(o.heading.Blocks, s)
		}
		s.Title = doc.T(g.title)
		s.Blocks = append(s.Blocks, lead(g.intro), o.table(g.points, where))
	}
	if o.made.stage == Draft && len(o.made.reasoned) > 0 {
		o.heading.Blocks = append(o.heading.Blocks, &doc.Section{Level: 2, Title: doc.T(o.word("silencedTitle")), Blocks: []doc.Block{
			lead(o.word("silencedIntro")), o.silenced(),
		}})
	}
}

func (o *openPoints) word(key string, pairs ...string) string {
	return o.set.Word(key, o.language, pairs...)
}

func lead(s string) doc.Block {
	return &doc.Paragraph{Role: doc.Lead, KeepNext: true, Inlines: doc.T(s)}
}

func (o *openPoints) table(points []*report.Open, where map[string]openPlace) doc.Block {
	t := &doc.Table{Columns: []doc.Column{
		{Key: "no", Title: o.word("openNo"), Weight: 7, Align: doc.Right},
		{Key: "what", Title: o.word("openWhat"), Weight: 55},
		{Key: "who", Title: o.word("openWho"), Weight: 20},
		{Key: "where", Title: o.word("openWhere"), Weight: 18},
	}}
	for _, p := range points {
		place := cellOf(&doc.Text{S: cmp.Or(p.Place, "–")})
		if target := where[p.Path].target; target != "" {
			place = cellOf(&doc.Ref{Target: target})
		}
		what := textCell(p.Label)
		if o.made.stage == Draft { // for the one who fills in the case
			what.Paragraphs = append(what.Paragraphs, []doc.Inline{&doc.Text{S: p.Path, Italic: true}})
		}
		t.Rows = append(t.Rows, doc.Row{ID: p.Path, Cells: []doc.Cell{
			textCell(strconv.Itoa(p.No)), what, textCell(o.who(p.Responsible)), place,
		}})
	}
	return t
}

// silenced repeats the warnings that the case lowers or silences, each with why,
// and who has decided so.
func (o *openPoints) silenced() doc.Block {
	t := &doc.Table{Columns: []doc.Column{
		{Key: "warning", Title: o.word("silencedWhat"), Weight: 38},
		{Key: "reason", Title: o.word("silencedReason"), Weight: 36},
		{Key: "by", Title: o.word("silencedBy"), Weight: 26},
	}}
	for _, p := range o.made.reasoned {
		l := p.Lowered
		by := l.By
		if l.Date != "" {
			date := expr.Date(l.Date, o.language)
			if by != "" {
				by += ", "
			}
			by += date
		}
		t.Rows = append(t.Rows, doc.Row{ID: l.Path + " " + p.Path, Cells: []doc.Cell{
			textCell(p.Message(string(o.language))), textCell(l.Reason), textCell(cmp.Or(by, "–")),
		}})
	}
	return t
}

func cellOf(in ...doc.Inline) doc.Cell { return doc.Cell{Paragraphs: [][]doc.Inline{in}} }

func textCell(s string) doc.Cell { return cellOf(&doc.Text{S: s}) }

// badge is UTKAST – 5 åpne punkter, or what a version for a tender is. A final
// version has none unless something is filled in later.
func (o *openPoints) badge() string {
	n := strconv.Itoa(len(o.list))
	one := func(one, many string) string {
		if len(o.list) == 1 {
			return one
		}
		return many
	}
	switch {
	case o.made.stage == Tender && len(o.list) == 0:
		return o.word("tender")
	case o.made.stage == Tender:
		return o.word("tender") + " – " + one(o.word("tenderOne", "n", n), o.word("tenderMany", "n", n))
	case len(o.list) == 0:
		return ""
	case o.made.stage == Final:
		return one(o.word("laterOne", "n", n), o.word("laterMany", "n", n))
	}
	return o.word("draft") + " – " + one(o.word("openOne", "n", n), o.word("openMany", "n", n))
}
