package xlsx_test

import (
	"bytes"
	"fmt"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/xlsx"
	"github.com/xuri/excelize/v2"
)

func Example() {
	d := &doc.Document{
		ID: "questions", Language: doc.English, Title: "Questions to the supplier", Meta: doc.Meta{CaseID: "2026/1"},
		Lists: []doc.List{{ID: "answer", Items: []doc.ListItem{{Value: "yes", Label: "Yes"}, {Value: "no", Label: "No"}}}},
		Blocks: []doc.Block{&doc.Section{ID: "q", Level: 1, Title: doc.T("Questions"), Sheet: &doc.Sheet{Key: "questions", Name: "Questions", Protected: true}, Blocks: []doc.Block{
			&doc.Table{ID: "list", Columns: []doc.Column{
				{Key: "question", Title: "Question", Weight: 60},
				{Key: "answer", Title: "Answer", Weight: 12, Entry: doc.Entry{Type: doc.ChoiceEntry, List: "answer", Input: true}},
			}, Rows: []doc.Row{{ID: "q-1", Cells: []doc.Cell{{Paragraphs: [][]doc.Inline{doc.T("Is data encrypted at rest?")}}, {}}}}},
		}}},
	}
	var file bytes.Buffer
	if err := xlsx.Write(&file, d, xlsx.Options{}); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(xlsx.Lint(file.Bytes()))

	// Somebody fills it in.
	x, err := excelize.OpenReader(&file)
	if err != nil {
		fmt.Println(err)
		return
	}
	_ = x.SetCellStr("Questions", "C5", "Yes")
	var filled bytes.Buffer
	_ = x.Write(&filled)

	data, err := xlsx.Read(bytes.NewReader(filled.Bytes()), int64(filled.Len()), xlsx.ReadOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	answer := data.Sheets[0].Rows[0].Cells["answer"]
	fmt.Println(data.CaseID, data.Sheets[0].Rows[0].ID, answer.Text, answer.Value, answer.Changed)
	// Output:
	// []
	// 2026/1 q-1 Yes yes true
}
