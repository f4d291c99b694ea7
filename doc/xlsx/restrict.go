package xlsx

import (
	"github.com/samsvar/samsvar/doc"
	"github.com/xuri/excelize/v2"
)

// emitRules sets what may be done in a sheet: what may be filled in, which cells are
// locked, what filters, and what colours itself.
func (b *book) emitRules(f *excelize.File, st *styles, s *sheet) error {
	for _, v := range s.validations {
		if err := f.AddDataValidation(s.name, v.excelize()); err != nil {
			return err
		}
	}
	for _, t := range s.toned {
		var rules []excelize.ConditionalFormatOptions
		for _, tone := range t.tones {
			if tone.Tone == doc.NoTone {
				continue
			}
			id := st.tone(tone.Tone)
			rules = append(rules, excelize.ConditionalFormatOptions{Type: "cell", Criteria: "==", Value: quoteText(clean(tone.Text)), Format: &id})
		}
		if len(rules) > 0 {
			if err := f.SetConditionalFormat(s.name, t.where.ref(), rules); err != nil {
				return err
			}
		}
	}
	for _, l := range s.links {
		kind, to := "External", l.url
		if l.place != "" {
			kind, to = "Location", l.place
		}
		if err := f.SetCellHyperLink(s.name, l.at.ref(), to, kind); err != nil {
			return err
		}
	}
	for _, a := range s.quiet {
		if err := f.AddIgnoredErrors(s.name, a.ref(), excelize.IgnoredErrorsNumberStoredAsText); err != nil {
			return err
		}
	}
	if m := s.main; m != nil && m.last >= m.first {
		all := area{spot{0, m.headRow}, spot{m.cols[len(m.cols)-1].to, m.last}}
		if err := f.AutoFilter(s.name, all.ref(), nil); err != nil {
			return err
		}
	}
	if !s.section.Sheet.Protected {
		return nil
	}
	return f.ProtectSheet(s.name, &excelize.SheetProtectionOptions{AutoFilter: true, Sort: true, FormatColumns: true, FormatRows: true,
		SelectLockedCells: true, SelectUnlockedCells: true})
}

// Bounds of what may be filled in: a number that a cell holds, and the days that all
// programs count alike, from 1 January 1901 on.
const (
	leastNumber, mostNumber = -1e12, 1e12
	firstDay, lastDay       = 367, 2958465
)

// excelize is a validation in the words of excelize.
func (v *validation) excelize() *excelize.DataValidation {
	dv := excelize.NewDataValidation(true)
	dv.SetSqref(v.where.ref())
	message := ""
	switch v.entry {
	case doc.ChoiceEntry:
		dv.SetSqrefDropList(v.list)
		message = v.labels.Choice
	case doc.NumberEntry:
		_ = dv.SetRange(leastNumber, mostNumber, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween)
		message = v.labels.Number
	case doc.DateEntry:
		_ = dv.SetRange(firstDay, lastDay, excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween)
		message = v.labels.Date
	}
	if v.entry != doc.TextEntry {
		dv.ShowErrorMessage = true
		if message != "" {
			dv.SetError(excelize.DataValidationErrorStyleStop, cut(clean(v.labels.Title), maxMessageTitle), cut(clean(message), maxMessage))
		}
	}
	if v.note != "" {
		dv.SetInput(v.title, v.note)
	}
	return dv
}
