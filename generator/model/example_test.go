package model_test

import (
	"fmt"
	"strings"

	"github.com/samsvar/samsvar/generator/model"
)

func ExampleLoad() {
	text := `
samsvar: 1
title: Skyjournal
agreement:
  authorisation: generl
  breachNoticeHours: "24"
`
	c, problems := model.Load("case.yaml", strings.NewReader(text), model.LoadOptions{})
	for _, p := range problems {
		fmt.Printf("%s:%d:%d: %s: %s\n", p.Pos.File, p.Pos.Line, p.Pos.Column, p.Path, p.Message("en"))
		fmt.Println("  hint:", p.Hint("en"))
	}
	fmt.Println("open:", c.Open("dpa")[0].Label("nb"))
	// Output:
	// case.yaml:5:18: agreement.authorisation: generl is not among the values that can be used here
	//   hint: did you mean general? use one of these: specific, general
	// case.yaml:6:22: agreement.breachNoticeHours: a whole number is wanted here, and 24 in quotes is a text
	//   hint: remove the quotes
	// open: Saks-ID
}

func ExampleSource_Patch() {
	text := "title: Skyjournal # arbeidstittel\nprocessing:\n  nature: [storage]\n"
	c, _ := model.Load("case.yaml", strings.NewReader(text), model.LoadOptions{})
	patched, err := c.Source().Patch([]model.Edit{
		{Op: model.OpSet, Path: "title", Value: "Journal i skyen: fase 1"},
		{Op: model.OpAppend, Path: "processing.nature", Value: "backup"},
	})
	fmt.Print(string(patched), err)
	// Output:
	// title: "Journal i skyen: fase 1" # arbeidstittel
	// processing:
	//   nature: [storage, backup]
	// <nil>
}
