package xlsx

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/samsvar/samsvar/doc"
	"github.com/xuri/excelize/v2"
)

const (
	paperA4     = 9    // ST_PaperSize
	smallMargin = 0.55 // inches
	bigMargin   = 0.8
	maxRunning  = 250 // characters of a header or footer, codes included
)

// emitView sets how a sheet is seen and printed.
func (b *book) emitView(f *excelize.File, s *sheet) error {
	first, lines := "B1", s.main != nil
	if s.main != nil {
		first = "B2" // above it stands the row of keys
	}
	scale := zoom
	if err := f.SetSheetView(s.name, 0, &excelize.ViewOptions{ShowGridLines: &lines, ZoomScale: &scale, TopLeftCell: &first}); err != nil {
		return err
	}
	if err := f.SetPanes(s.name, s.panes(first)); err != nil {
		return err
	}
	return b.emitPrint(f, s)
}

func (b *book) emitPrint(f *excelize.File, s *sheet) error {
	size, orientation, wide, high := paperA4, "portrait", s.pagesWide(), 0
	if s.section.Landscape || s.main != nil {
		orientation = "landscape"
	}
	if err := f.SetPageLayout(s.name, &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &high}); err != nil {
		return err
	}
	small, big, half := smallMargin, bigMargin, smallMargin/2
	if err := f.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{Left: &small, Right: &small, Top: &big, Bottom: &big, Header: &half, Footer: &half}); err != nil {
		return err
	}
	header, footer := b.running()
	if b.err != nil {
		return b.err
	}
	if err := f.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{OddHeader: header, OddFooter: footer}); err != nil {
		return err
	}
	at := s.printTitles()
	if at == "" {
		return nil
	}
	return f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: at, Scope: s.name})
}

// emitProps comes after the filter: excelize forgets them when it sets one.
func emitProps(f *excelize.File, s *sheet) error {
	yes, height := true, lineHeight
	return f.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &yes, DefaultRowHeight: &height, CustomHeight: &yes})
}

// repeats tells whether the titles of the main register are repeated on each page. They
// would stand above what follows it as well, so that a short one goes without.
func (s *sheet) repeats() bool {
	const few, many = 8, 20
	return len(s.rows)-s.main.last <= few || s.main.last-s.main.first >= many
}

// panes keeps the titles of the main register and its first columns in sight, unless
// what stands above it would take the screen; and puts the cursor into the first cell
// to be filled in. Panes count what is in sight.
func (s *sheet) panes(first string) *excelize.Panes {
	cursor := first
	if s.first.row > 0 {
		cursor = s.first.ref()
	}
	p := &excelize.Panes{Selection: []excelize.Selection{{ActiveCell: cursor, SQRef: cursor}}}
	if s.main == nil {
		return p
	}
	tall := 0.0
	for _, r := range s.rows[1:s.main.headRow] {
		if !r.hidden {
			p.YSplit++
			tall += r.height
		}
	}
	if tall > mostFrozen {
		p.YSplit = 0
	}
	at := spot{1, 2}
	if p.YSplit > 0 {
		at.row = s.main.headRow + 1
	}
	if n := s.section.Sheet.Freeze; n > 0 {
		at.col = s.main.cols[min(n, len(s.main.cols))-1].to + 1
		p.XSplit = at.col - 1
	}
	if p.XSplit == 0 && p.YSplit == 0 {
		return p
	}
	p.Freeze, p.TopLeftCell = true, at.ref()
	p.ActivePane = map[[2]bool]string{{true, true}: "bottomRight", {true, false}: "topRight", {false, true}: "bottomLeft"}[[2]bool{p.XSplit > 0, p.YSplit > 0}]
	// The cursor stands in the pane of its cell.
	pane := "bottomLeft"
	if s.first.row == 0 {
		cursor, pane = at.ref(), p.ActivePane
	} else if s.first.col >= at.col && p.XSplit > 0 {
		pane = "bottomRight"
		if p.YSplit == 0 {
			pane = "topRight"
		}
	} else if p.YSplit == 0 {
		pane = ""
	}
	p.Selection = []excelize.Selection{{ActiveCell: cursor, SQRef: cursor, Pane: pane}}
	if pane != "" {
		p.ActivePane = pane
	}
	return p
}

// running is the header and the footer in the codes of Excel (ISO/IEC 29500-1,
// 18.3.1.46). The title of the document is the header where it has none.
func (b *book) running() (header, footer string) {
	r := b.d.Running
	left := r.Left
	if len(left) == 0 {
		left = doc.T(b.d.Title)
	}
	foot := r.Footer
	if len(foot) == 0 {
		foot = []doc.Inline{&doc.PageNumber{}, &doc.Text{S: " / "}, &doc.PageCount{}}
	}
	// The name of the font after its size keeps digits of the text from being read as
	// part of the size.
	font := `&8&K` + grey + `&"` + fontFamily + `,Regular"`
	l, m := b.codes(left, maxRunning/2-len(font)), b.codes(r.Right, maxRunning/2-len(font))
	header = "&L" + font + l
	if m != "" {
		header += "&R" + font + m
	}
	return header, "&R" + font + b.codes(foot, maxRunning-len(font))
}

// codes is the text of a header, in one line; what does not fit is left out, since the
// document has it elsewhere.
func (b *book) codes(in []doc.Inline, room int) string {
	room -= 2 * len("&P") // the numbers of pages always fit
	var out strings.Builder
	c := &content{}
	flush := func() {
		s := oneLine(c.text())
		for most := room; ; most-- {
			if t := strings.ReplaceAll(cut(s, max(most, 1)), "&", "&&"); utf16Len(t) <= room || most <= 1 {
				if most > 1 {
					out.WriteString(t)
					room -= utf16Len(t)
				}
				break
			}
		}
		c = &content{}
	}
	b.in("header or footer", func() {
		for _, i := range in {
			switch i.(type) {
			case *doc.PageNumber:
				flush()
				out.WriteString("&P")
			case *doc.PageCount:
				flush()
				out.WriteString("&N")
			default:
				b.inline(c, i, true)
			}
		}
	})
	flush()
	return out.String()
}

// oneLine is a text with one space for all white space, at its ends too.
func oneLine(s string) string {
	out := strings.Join(strings.Fields(s), " ")
	if out == "" && s != "" {
		return " "
	}
	if r, _ := utf8.DecodeRuneInString(s); out != "" && unicode.IsSpace(r) {
		out = " " + out
	}
	if r, _ := utf8.DecodeLastRuneInString(s); out != "" && unicode.IsSpace(r) {
		out += " "
	}
	return out
}
