package formula

// Env is one row, for Eval.
type Env interface {
	// Cell is the value of the cell of a column, blank when it is empty; false:
	// there is no such column. A date is a number in a spreadsheet, that of its day:
	// 1 is 1 January 1900 and 61 is 1 March 1900.
	Cell(key string) (Value, bool)
	// Keys are those of all columns, in their order, for keys with .*.
	Keys() []string
	// Rank is the position of a text in the list of a column, from 1; 0: none.
	// Position finds it as spreadsheets do.
	Rank(key, text string) int
	// Lookup is the text in a grid, rows and columns from 1; false: none.
	Lookup(grid string, row, column int) (string, bool)
}

// Writer says where things stand in a workbook, for Excel. It quotes the names of
// sheets where they need it.
type Writer interface {
	// Cell is the reference to the cell of a column in the row of the formula, such
	// as $F12; false: there is no such column.
	Cell(key string) (string, bool)
	// Keys are those of all columns, in their order, for keys with .*.
	Keys() []string
	// List is the absolute range of the labels of a column's list, such as
	// Lists!$A$2:$A$6: one column of texts, none of them empty or there twice.
	List(key string) (string, bool)
	// Grid is the absolute range of a grid, without its headings.
	Grid(id string) (string, bool)
}
