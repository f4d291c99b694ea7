package report

import (
	"cmp"
	"io"
	"strconv"
	"strings"
)

// CoverageText writes coverage for people: the demands by status, the ones that
// want most attention first, and a line with the numbers.
func CoverageText(w io.Writer, c *Coverage, o TextOptions) error {
	t := newText(o)
	words := coverageWordsIn(o.Language)
	var counts []string
	total := 0
	for _, s := range CoverageStatuses() {
		rows := c.of(s)
		total += len(rows)
		if len(rows) > 0 {
			counts = append(counts, count(len(rows), [2]string{words.status[s], words.statuses[s]}))
			t.demands(c, counts[len(counts)-1], rows)
		}
	}
	var others []CoverageRow
	for _, r := range c.Demands {
		if r.Elsewhere {
			others = append(others, r)
		}
	}
	if len(others) > 0 {
		t.demands(c, strconv.Itoa(len(others))+" "+words.others, others)
	}
	t.blank()
	name := c.Document
	if c.Party != "" {
		name += "." + c.Party
	}
	t.flow(4, piece{bold, name + " (" + c.Language + "): " + count(total, words.demands), true}, piece{bold, "– " + strings.Join(counts, ", "), false})
	_, err := io.WriteString(w, t.b.String())
	return err
}

// mostPlaces is how many places of a demand are shown.
const mostPlaces = 3

// demands writes demands in columns: id, text, place; below the text the reason.
func (t *textWriter) demands(c *Coverage, title string, rows []CoverageRow) {
	ids, texts, places := 0, 0, 0
	for _, r := range rows {
		ids = max(ids, columns(printable(r.Demand)))
		texts = max(texts, columns(printable(r.Text)))
		places = max(places, columns(placesText(r)))
	}
	texts = min(texts, max(30, t.o.Width-ids-places-6))
	t.blank()
	t.line(t.paint(bold, title))
	for _, r := range rows {
		lines := wrap(printable(r.Text), texts)
		t.line("  " + pad(printable(r.Demand), ids) + "  " + pad(lines[0], texts) + "  " + placesText(r))
		indent := strings.Repeat(" ", ids+4)
		for _, l := range lines[1:] {
			t.line(indent + l)
		}
		if reason := printable(c.Reason(r, t.o.Language)); reason != "" && !r.Elsewhere {
			for _, l := range wrap(reason, t.o.Width-ids-4) {
				t.line(indent + t.paint(dim, l))
			}
		}
	}
}

// placesText is where a demand is met: in this document, by a fact of the case, or
// in which others.
func placesText(r CoverageRow) string {
	if r.Elsewhere {
		return printable(cmp.Or(strings.Join(r.Documents, ", "), "–"))
	}
	n := r.Numbers()
	if len(n) == 0 {
		for _, path := range r.Facts() {
			n = append(n, factPrefix+path)
		}
	}
	if len(n) > mostPlaces {
		n = append(n[:mostPlaces:mostPlaces], "…")
	}
	return printable(strings.Join(n, ", "))
}
