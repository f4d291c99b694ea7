package docx

import (
	"fmt"
	"strings"
	"sync"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/internal/ooxml"
)

// The styles of columns stand in a sheet of their own, reference/columns.xml:
// documents in one language do not have them.
const (
	sLeft1 style = nStyles + iota
	sLeft2
	sLeft3
	sLeft4
	sLeftAnnex1
	sLeftAnnex2
	sLeftAnnex3
	sLeftAnnex4
	sLeftHeading2
	sRight1 // in the order of the left column
	sRight2
	sRight3
	sRight4
	sRightAnnex1
	sRightAnnex2
	sRightAnnex3
	sRightAnnex4
	sRightHeading2
	sColumnText
	sColumnText2
	sColumnText3
	sColumnText4
	sColumnLead
	sColumnNote
	sColumnsEnd
	sTitle2
	sCoverFact2
	sSecond  // a character style
	sColumns // a table style
	nColumnStyles
)

// columnsMargin is the margin left and right of two columns, 20 mm.
const columnsMargin = 1134

// columnsLook is what documents in two languages need of a reference beyond what
// every document does.
type columnsLook struct {
	styles [nAllStyles]string              // ids of all styles
	parts  map[doc.Language]*ooxml.Package // by the first language
	lists  [4]list                         // leftClauses and so on
}

// The lists of columns.
const (
	leftClauses = iota
	leftAnnexes
	rightClauses
	rightAnnexes
)

var columnClauseLevels = []numberLevel{
	{"decimal", "%1.", sLeft1, 0, columnEdge1, false},
	{"decimal", "%1.%2", sLeft2, 0, columnEdge1, true},
	{"lowerLetter", "(%3)", sLeft3, columnEdge1, columnEdge2, true},
	{"lowerRoman", "(%4)", sLeft4, columnEdge2, columnEdge3, true},
}

var columnAnnexLevels = []numberLevel{
	{"upperLetter", "", sLeftAnnex1, 0, columnAnnexEdge, false},
	{"decimal", "%1.%2", sLeftAnnex2, 0, columnEdge1, false},
	{"lowerLetter", "(%3)", sLeftAnnex3, 0, columnEdge1, true},
	{"lowerRoman", "(%4)", sLeftAnnex4, columnEdge1, columnEdge2, true},
}

// columnsSheet is the embedded styles part with the styles of columns.
var columnsSheet = sync.OnceValues(func() (*sheet, error) {
	base, err := referenceFiles.ReadFile("reference/styles.xml")
	if err != nil {
		return nil, err
	}
	columns, err := referenceFiles.ReadFile("reference/columns.xml")
	if err != nil {
		return nil, err
	}
	root, err := ooxml.Parse(columns)
	if err != nil {
		return nil, err
	}
	own, err := parseSheet(base)
	if err != nil {
		return nil, err
	}
	return parseSheet(ooxml.Apply(base, []ooxml.Edit{own.root.AppendTo(base, string(columns[root.Open:root.Close]))}))
})

// makeColumns adds the styles and the lists of columns to those of a reference.
func (ref *Reference) makeColumns() (*columnsLook, error) {
	all, err := columnsSheet()
	if err != nil {
		return nil, err
	}
	sh, err := parseSheet(ref.styles)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", ref.stylesName, err)
	}
	nb := &ref.numbering
	nums := map[string]string{"1": itoa(nb.clause), "2": itoa(nb.annex)} // as in both sheets
	for i := range 4 {
		nums[itoa(3+i)] = itoa(nb.free[1] + i)
	}
	data, ids, added := sh.inject(all, nums)
	c := &columnsLook{styles: ids, parts: map[doc.Language]*ooxml.Package{}}
	mark := 0x5A6D5603
	for i := range c.lists {
		levels := columnClauseLevels
		if i == leftAnnexes || i == rightAnnexes {
			levels = columnAnnexLevels
		}
		right := style(0)
		if i >= rightClauses {
			right = toRight
		}
		for strings.Contains(nb.head, fmt.Sprintf("%X", mark)) { // of a file made by this package
			mark++
		}
		c.lists[i] = list{
			abstract: nb.free[0] + i, num: nb.free[1] + i, mark: fmt.Sprintf("%X", mark), levels: levels,
			tied: func(s style) (string, bool) { return ids[s+right], added[s+right] },
		}
		mark++
	}
	page := a4
	page.left, page.right = columnsMargin, columnsMargin
	for _, l := range doc.Languages() {
		if c.parts[l], err = ref.makeLook(data, l, page.textWidth()); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// lists are the lists of the document: those that every one has, and with two
// languages those of the columns.
func (w *writer) lists() []list {
	out := w.ref.ownLists(w.d.Labels.Annex)
	if w.beside == nil {
		return out
	}
	for i, l := range w.beside.look.lists {
		switch i {
		case leftAnnexes:
			l.first = annexText(w.d.Labels.Annex)
		case rightAnnexes:
			l.first = annexText(w.d.Beside.Labels.Annex)
		}
		out = append(out, l)
	}
	return out
}
