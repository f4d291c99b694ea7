package main

import (
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/risk"
)

func (a *app) listScales(lib *library) error {
	var rows [][]string
	for _, s := range lib.Templates().Scales() {
		size := fmt.Sprintf("%d×%d", len(s.Likelihood), len(s.Consequence))
		rows = append(rows, []string{s.ID, size, s.Title[doc.Language(a.language)]})
	}
	return a.table(rows)
}

// showScale draws the matrix of a scale in each language, says what its steps mean, and
// who may accept what.
func (l *library) showScale(s *risk.Scale, language string, languages []string) *page {
	p := &page{}
	p.fact("scale", s.ID)
	p.fact("title", s.Title[doc.Language(language)])
	p.fact("source", s.Source)
	p.fact("checked", s.Checked)
	p.fact("combine", s.Combine)
	p.fact("note", s.Note[doc.Language(language)])
	p.fact("file", "templates/"+s.File)
	if l.overlay != nil {
		if _, err := fs.Stat(l.overlay, "templates/"+s.File); err == nil {
			p.fact("library", l.dir)
		}
	}
	for _, lang := range languages {
		if len(languages) > 1 {
			p.head(lang)
		}
		in := doc.Language(lang)
		p.head("matrix")
		matrix(p, s, in)
		p.head("likelihood")
		steps(p, "", s.Likelihood, nil, in)
		p.head("consequence")
		for i, d := range s.Dimensions {
			if i > 0 {
				p.line("")
			}
			p.line(d.ID + "  " + d.Label[in])
			steps(p, "  ", s.Consequence, d.Meaning, in)
		}
		p.head("acceptance")
		for _, level := range s.Levels {
			p.line(level.Label[in] + "  (" + level.ID + ", " + level.Accept + ")  " + level.By[in])
			p.line("  " + level.Text[in])
		}
	}
	return p
}

// steps lists steps from the highest to the lowest, with what they mean: their own
// meaning, or that of a dimension.
func steps(p *page, indent string, list []risk.Step, meaning []risk.Text, in doc.Language) {
	width := 0
	for i, step := range list {
		width = max(width, len([]rune(stepName(i, step, in))))
	}
	for i := len(list) - 1; i >= 0; i-- {
		means := list[i].Meaning
		if meaning != nil {
			means = meaning[i]
		}
		p.line(indent + padded(stepName(i, list[i], in), width) + means[in])
	}
}

// matrix draws the levels, the highest likelihood at the top.
func matrix(p *page, s *risk.Scale, in doc.Language) {
	head := []string{""}
	for i, step := range s.Consequence {
		head = append(head, stepName(i, step, in))
	}
	rows := [][]string{head}
	for i := len(s.Likelihood) - 1; i >= 0; i-- {
		row := []string{stepName(i, s.Likelihood[i], in)}
		for _, level := range s.Cells[i] {
			row = append(row, s.Levels[level].Label[in])
		}
		rows = append(rows, row)
	}
	widths := make([]int, len(head))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], len([]rune(cell)))
		}
	}
	for _, row := range rows {
		var b strings.Builder
		for i, cell := range row {
			b.WriteString(padded(cell, widths[i]))
		}
		p.line(strings.TrimRight(b.String(), " "))
	}
}

func stepName(i int, step risk.Step, in doc.Language) string {
	return strconv.Itoa(i+1) + " " + step.Label[in]
}

// padded fills a cell up to its width, and two more.
func padded(s string, width int) string { return s + strings.Repeat(" ", width-len([]rune(s))+2) }
