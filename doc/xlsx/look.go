package xlsx

import "github.com/samsvar/samsvar/doc"

// The colours; see the constants for what each is for. Dark text is legible on every
// fill but the accent, which has white text.
const (
	accent     = "1B3A57" // headings, and the fill of header rows
	dark       = "1F2933" // text
	grey       = "5B6670" // secondary text
	hairline   = "D0D5DD"
	panel      = "F2F4F7" // labels of facts and of a matrix
	inputFill  = "FFFBEB"
	openFill   = "FFF3C4" // an open point
	suppliers  = "E3EEF9" // a place reserved for the supplier
	white      = "FFFFFF"
	fontFamily = "Calibri"
	fontSize   = 10.5
)

// tones are the fills of risk levels.
var tones = map[doc.Tone]string{doc.ToneLow: "CFE8D5", doc.ToneMedium: "FFF1B8", doc.ToneHigh: "FFD6B0", doc.ToneVeryHigh: "F4B6B6"}

// part is what a cell is for; it decides most of how the cell looks.
type part int

const (
	prose part = iota
	title
	heading
	subheading
	lead
	note
	caption
	head  // of a register
	label // of a row of facts or of a matrix
	data
	axis
	upright // an axis whose title stands on end
	level   // a cell of a matrix
	mark    // in a hidden place
)

// look is how a cell is set. It is the key of the styles that have been made.
type look struct {
	part   part
	align  doc.Align
	fill   string
	format string // of a number; "" for none
	indent int
	input  bool
	quote  bool // what begins as a formula would is text
	link   bool
	bold   bool
	italic bool
}

// scale is the size of the font relative to that of the sheet, bold text counted in.
func (l look) scale() float64 {
	switch l.part {
	case title:
		return 16 / fontSize * boldSlack
	case heading:
		return 12 / fontSize * boldSlack
	case subheading, caption, head, label, axis, upright:
		return boldSlack
	case note:
		return 9.5 / fontSize
	}
	if l.bold {
		return boldSlack
	}
	return 1
}

// lineScale is how much higher its lines are than those of the sheet.
func (l look) lineScale() float64 {
	switch l.part {
	case title:
		return 16 / fontSize
	case heading:
		return 12 / fontSize
	}
	return 1
}
