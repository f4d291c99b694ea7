package doc_test

import (
	"testing"

	"github.com/samsvar/samsvar/doc"
)

func TestAlignment(t *testing.T) {
	number, date := doc.Entry{Type: doc.NumberEntry}, doc.Entry{Type: doc.DateEntry}
	for _, c := range []struct {
		column doc.Column
		want   doc.Align
	}{
		{doc.Column{}, doc.Left}, {doc.Column{Align: doc.Center}, doc.Center}, {doc.Column{Entry: date}, doc.Left},
		{doc.Column{Entry: number}, doc.Right}, {doc.Column{Entry: number, Align: doc.Center}, doc.Center},
	} {
		if got := c.column.Alignment(); got != c.want {
			t.Errorf("%+v is set %d, want %d", c.column, got, c.want)
		}
	}
}
