package xlsx

import (
	"math"

	"github.com/samsvar/samsvar/doc"
)

const (
	proseWidth   = 104.0 // of a paragraph, in digits: about 110 characters
	numberWidth  = 7.0
	cellIndent   = 1.3 // of a table, in digits; the indent of the style
	labelWidth   = 26.0
	matrixAxis   = 5.0
	matrixLabel  = 18.0
	matrixCell   = 20.0
	narrowest    = 6.0
	broadest     = 80.0
	filterButton = 3.0 // beside a title
	snap         = 5.0 // edges of two tables that are nearer than this are made one
	// Tables with more columns than this have a sheet made for them; fewer find room
	// between the edges of others.
	framingColumns = 4
	maxColumns     = 400 // of a table; Excel has 16,384, and no one reads so far
)

// span is the columns of a sheet that a column of a table takes, both included.
type span struct{ from, to int }

// frame chooses the columns of a sheet. Where a table has many columns, or is to be
// filled in, they are made for the one that has most; the others take several columns
// together. Where there is no such table, the columns have the edges of all tables.
func (b *book) frame(s *sheet, tables []*doc.Table, numbered bool) {
	var frame *doc.Table
	most, framed := 0, false
	for _, t := range tables {
		most, framed = max(most, wide(t)), framed || framing(t)
		if frame == nil || wide(t) > wide(frame) || wide(t) == wide(frame) && fillable(t) && !fillable(frame) {
			frame = t
		}
	}
	if !framed {
		frame = nil
	}
	s.left = 1
	if frame != nil {
		s.widths = b.wants(frame).want
		if frame.Kind == doc.Register {
			s.main = &placed{table: frame}
		}
		if sum := total(s.widths); sum < proseWidth-labelWidth {
			s.widths = append(s.widths, proseWidth-sum)
		}
		return
	}
	var edges []float64
	for _, t := range tables {
		at := 0.0
		for _, w := range b.wants(t).want {
			at += w
			edges = join(edges, at)
		}
	}
	if len(edges) == 0 {
		edges = []float64{labelWidth}
	}
	edges = join(edges, max(proseWidth, edges[len(edges)-1]))
	if numbered {
		s.left, s.widths = 2, []float64{numberWidth}
	}
	last := 0.0
	for _, e := range edges {
		s.widths = append(s.widths, e-last)
		last = e
	}
	for len(s.widths)-s.left+1 < most { // edges of a table that fell together
		s.widths = append(s.widths, 2*narrowest)
	}
}

// framing tells whether the columns of a sheet are made for one table because of this.
func framing(t *doc.Table) bool {
	return t.Kind != doc.Facts && (wide(t) > framingColumns || fillable(t))
}

// wide is how many columns of a sheet a table wants.
func wide(t *doc.Table) int {
	if t.Kind == doc.MatrixTable {
		return len(t.Columns) + 1
	}
	return len(t.Columns)
}

// fillable tells whether a table has cells to fill in.
func fillable(t *doc.Table) bool {
	for _, c := range t.Columns {
		if c.Entry.Input {
			return true
		}
	}
	return false
}

func total(widths []float64) float64 {
	sum := 0.0
	for _, w := range widths {
		sum += w
	}
	return sum
}

// join adds an edge unless there is one nearby.
func join(edges []float64, at float64) []float64 {
	for i, e := range edges {
		switch {
		case math.Abs(e-at) < snap:
			return edges
		case e > at:
			return append(edges[:i:i], append([]float64{at}, edges[i:]...)...)
		}
	}
	return append(edges, at)
}

// widths are those that the columns of a table want, and need for their longest words.
type widths struct{ want, need []float64 }

// wants tells how wide the columns of a table want to be: their weights are widths in
// characters where they sum to so much, and shares of the width of a paragraph where
// they are small numbers. No column is wider than what stands in it, unless it is to be
// filled in, nor narrower than its longest word.
func (b *book) wants(t *doc.Table) widths {
	if t.Kind == doc.MatrixTable {
		w := []float64{matrixAxis, matrixLabel}
		for range t.Columns[1:] {
			w = append(w, matrixCell)
		}
		return widths{w, w}
	}
	weights := 0
	for _, c := range t.Columns {
		weights += max(c.Weight, 1)
	}
	unit := 1.0
	if float64(weights) < proseWidth/2 || !framing(t) {
		unit = proseWidth / float64(weights)
	}
	w := widths{make([]float64, len(t.Columns)), make([]float64, len(t.Columns))}
	for i, c := range t.Columns {
		w.want[i], w.need[i] = b.columnWidth(t, i, float64(max(c.Weight, 1))*unit)
	}
	return w
}

func (b *book) columnWidth(t *doc.Table, i int, share float64) (want, need float64) {
	c := t.Columns[i]
	line, word := 0.0, 0.0
	measure := func(s string, scale, extra float64) {
		l, w := widest(s, scale)
		line, word = max(line, l+extra), max(word, w+extra)
	}
	if t.Kind == doc.Register {
		measure(c.Title, boldSlack, filterButton)
	}
	titleWord := word + cellIndent
	line = word // a title may break; it does not make its column wide
	for _, item := range b.lists.labels(c.Entry.List) {
		measure(item, 1, filterButton)
	}
	if c.Entry.Type == doc.DateEntry {
		measure(dateSample, 1, 1)
	}
	scale := 1.0
	if t.Kind == doc.Facts && i == 0 {
		scale = boldSlack
	}
	for _, r := range t.Rows {
		if i >= len(r.Cells) {
			continue
		}
		if v := r.Cells[i].Value; v != nil && v.Date == "" {
			measure(formatNumber(v.Number), 1, 1)
		}
		for _, p := range r.Cells[i].Paragraphs {
			measure(doc.Plain(p), scale, 0)
		}
	}
	line += 1 + cellIndent
	want = share
	if line < share && !(c.Entry.Input && c.Entry.Type == doc.TextEntry) {
		want = line
	}
	need = max(min(word+cellIndent+0.5, broadest/2), titleWord)
	want = min(max(want, need, narrowest), broadest)
	return want, min(need, broadest)
}

// tooNarrow is what it costs that a column is narrower than its longest word, for each
// digit, where being wider or narrower than it wants costs 1.
const tooNarrow = 50

// spans places the columns of a table on those of the sheet, each on one or more, so
// that they come as near as possible to what they want and hold their words.
func (s *sheet) spans(w widths) []span {
	grid := s.widths[s.left-1:]
	n, m := len(w.want), len(grid)
	// best[i][j] is the cost of the first i columns on the first j of the sheet, and
	// from[i][j] where the last of them begins.
	best, from := make([][]float64, n+1), make([][]int, n+1)
	for i := range best {
		best[i], from[i] = make([]float64, m+1), make([]int, m+1)
		for j := range best[i] {
			best[i][j] = math.Inf(1)
		}
	}
	best[0][0] = 0
	for i := range n {
		for j := i + 1; j <= m-(n-1-i); j++ {
			width := 0.0
			for k := j - 1; k >= i; k-- {
				width += grid[k]
				cost := best[i][k] + math.Abs(width-w.want[i]) + tooNarrow*max(w.need[i]-width, 0)
				if cost < best[i+1][j] {
					best[i+1][j], from[i+1][j] = cost, k
				}
			}
		}
	}
	end := n
	for j := n; j <= m; j++ {
		if best[n][j] < best[n][end] {
			end = j
		}
	}
	out := make([]span, n)
	for i := n; i > 0; i-- {
		start := from[i][end]
		out[i-1] = span{s.left + start, s.left + end - 1}
		end = start
	}
	return out
}

// width is that of the columns of a span together.
func (s *sheet) width(x span) float64 { return total(s.widths[x.from-1 : x.to]) }

// proseSpan is the columns that a paragraph takes.
func (s *sheet) proseSpan() span {
	x := span{s.left, s.left}
	for x.to < len(s.widths) && s.width(x) < proseWidth-1 {
		x.to++
	}
	return x
}
