package xlsx

import (
	"github.com/samsvar/samsvar/doc"
	"github.com/xuri/excelize/v2"
)

// styles makes each look a style of the file once.
type styles struct {
	f      *excelize.File
	ids    map[look]int
	fills  map[string]int // of conditional formats
	named  map[part]int   // index of the named style
	failed error
}

func newStyles(f *excelize.File) *styles {
	s := &styles{f: f, ids: map[look]int{}, fills: map[string]int{}, named: map[part]int{}}
	font := f.Styles.Fonts.Font[0]
	*font.Name.Val, *font.Sz.Val = fontFamily, fontSize
	return s
}

// named are the parts that have a named style, with the number by which Excel knows it
// and gives it a name in the language of its user (ISO/IEC 29500-1, 18.8.7).
var named = []struct {
	part    part
	name    string
	builtin int
}{
	{title, "Title", 15}, {heading, "Heading 1", 16}, {subheading, "Heading 2", 17}, {note, "Explanatory Text", 53},
}

const inputStyle, inputBuiltin = "Input", 20

// id is the number of the style of a look.
func (s *styles) id(l look) int {
	if l.part == mark {
		l = look{part: mark, quote: l.quote}
	}
	if id, ok := s.ids[l]; ok {
		return id
	}
	id, err := s.f.NewStyle(l.style())
	if err != nil {
		s.failed = err
		return 0
	}
	xfs := s.f.Styles.CellXfs
	if l.quote || s.nameOf(l) != nil {
		// Excelize has no name for these: a copy of the style has them set.
		xf := xfs.Xf[id]
		if l.quote {
			yes := true
			xf.QuotePrefix = &yes
		}
		if n := s.nameOf(l); n != nil {
			xf.XfID = n
		}
		xfs.Xf = append(xfs.Xf, xf)
		xfs.Count = len(xfs.Xf)
		id = xfs.Count - 1
	}
	s.ids[l] = id
	return id
}

// nameOf is the named style of a look, nil for none. It is made when it is first
// asked for, with what the look has by its part.
func (s *styles) nameOf(l look) *int {
	p := l.part
	name, builtin := "", 0
	for _, n := range named {
		if n.part == p {
			name, builtin = n.name, n.builtin
		}
	}
	if l.input {
		p, name, builtin = data, inputStyle, inputBuiltin
	}
	if name == "" {
		return nil
	}
	if n, ok := s.named[p]; ok {
		return &n
	}
	base := look{part: l.part, input: l.input}
	if l.input {
		base.fill = inputFill
	}
	id, err := s.f.NewStyle(base.style())
	if err != nil {
		s.failed = err
		return nil
	}
	all := s.f.Styles
	xf := all.CellXfs.Xf[id]
	xf.XfID = nil
	all.CellStyleXfs.Xf = append(all.CellStyleXfs.Xf, xf)
	all.CellStyleXfs.Count = len(all.CellStyleXfs.Xf)
	n := all.CellStyleXfs.Count - 1
	c := *all.CellStyles.CellStyle[0]
	yes := true
	c.Name, c.XfID, c.BuiltInID, c.CustomBuiltIn = name, n, &builtin, &yes
	all.CellStyles.CellStyle = append(all.CellStyles.CellStyle, &c)
	all.CellStyles.Count = len(all.CellStyles.CellStyle)
	s.named[p] = n
	return &n
}

// tone is the number of the conditional format of a tone.
func (s *styles) tone(t doc.Tone) int {
	fill := tones[t]
	if id, ok := s.fills[fill]; ok {
		return id
	}
	id, err := s.f.NewConditionalStyle(&excelize.Style{Fill: solid(fill)})
	if err != nil {
		s.failed = err
	}
	s.fills[fill] = id
	return id
}

func solid(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

// style is a look in the words of excelize.
func (l look) style() *excelize.Style {
	st := &excelize.Style{
		Font:       &excelize.Font{Family: fontFamily, Size: fontSize, Color: dark, Bold: l.bold, Italic: l.italic},
		Alignment:  &excelize.Alignment{Vertical: "top", Horizontal: "left", WrapText: true, Indent: l.indent},
		Protection: &excelize.Protection{Locked: !l.input},
	}
	fill := l.fill
	lines := ""
	switch l.part {
	case title:
		st.Font.Size, st.Font.Bold, st.Font.Color = 16, true, accent
	case heading:
		st.Font.Size, st.Font.Bold, st.Font.Color = 12, true, accent
	case subheading, caption:
		st.Font.Bold = true
	case lead:
		st.Font.Color = accent
	case note:
		st.Font.Size, st.Font.Color = 9.5, grey
	case head:
		st.Font.Bold, st.Font.Color, fill, lines = true, white, accent, white
		st.Alignment.Vertical = "center"
	case label:
		st.Font.Bold, fill, lines = true, panel, hairline
	case axis, upright:
		st.Font.Bold, st.Font.Color = true, accent
		st.Alignment.Horizontal, st.Alignment.Vertical = "center", "center"
		if l.part == upright {
			st.Alignment.TextRotation = 90
		}
	case data:
		lines = hairline
	case level:
		lines = white
	case mark:
		return &excelize.Style{Font: &excelize.Font{Family: fontFamily, Size: fontSize, Color: grey}, Protection: &excelize.Protection{Locked: true}}
	}
	if lines != "" {
		st.Alignment.Indent = 1 // cells of tables have some room at their left
	}
	switch l.align {
	case doc.Center:
		st.Alignment.Horizontal, st.Alignment.Indent = "center", 0
	case doc.Right:
		st.Alignment.Horizontal = "right"
	}
	if l.link {
		st.Font.Underline, st.Font.Color = "single", accent
	}
	if l.format != "" {
		st.CustomNumFmt = &l.format
	}
	if fill != "" {
		st.Fill = solid(fill)
	}
	switch {
	case l.part == level || l.part == head:
		for _, side := range []string{"left", "right", "top", "bottom"} {
			st.Border = append(st.Border, excelize.Border{Type: side, Color: lines, Style: 1})
		}
	case lines != "":
		st.Border = []excelize.Border{{Type: "bottom", Color: lines, Style: 1}}
	}
	return st
}

// font is that of a run of text in a cell.
func (l look) font(r run) *excelize.Font {
	f := *l.style().Font
	f.Bold, f.Italic = f.Bold || r.bold, f.Italic || r.italic
	if r.link {
		f.Underline, f.Color = "single", accent
	}
	return &f
}
