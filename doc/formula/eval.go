package formula

import (
	"math"
	"slices"
	"strings"
)

// Eval computes the formula for one row. The value is a text or a number; blank is the
// empty text. The error is an *Error: there is no such column, or a cell that is true
// or false.
func (f *Formula) Eval(env Env) (Value, error) {
	if f == nil || f.root == nil {
		return Value{}, notParsed()
	}
	e := evaluation{env, env.Keys()}
	var wrong *Error
	f.keys(func(k *key, _ bool) {
		columns, err := columnsOf(k, e.columns, func(key string) bool { _, ok := env.Cell(key); return ok })
		for _, c := range columns {
			if v, _ := env.Cell(c); v.kind == BoolKind {
				err = errorAt(k.pos, "the cell of %s is true or false", c)
			}
		}
		if wrong == nil {
			wrong = err
		}
	})
	if wrong != nil {
		return Value{}, wrong
	}
	return e.value(f.root), nil
}

// columnsOf are the columns that a key stands for.
func columnsOf(k *key, columns []string, exists func(string) bool) ([]string, *Error) {
	prefix, several := k.prefix()
	if !several {
		if !exists(k.name) {
			return nil, errorAt(k.pos, "there is no column %s", k.name)
		}
		return []string{k.name}, nil
	}
	var found []string
	for _, c := range columns {
		if strings.HasPrefix(c, prefix) && exists(c) {
			found = append(found, c)
		}
	}
	if found == nil {
		return nil, errorAt(k.pos, "there is no column whose key begins with %s", prefix)
	}
	return found, nil
}

// evaluation is Eval of one row whose columns are all there.
type evaluation struct {
	env     Env
	columns []string
}

// cell is the value of a cell.
func (e evaluation) cell(key string) Value {
	v, _ := e.env.Cell(key)
	return v
}

// value evaluates a node that gives one text or number.
func (e evaluation) value(n node) Value {
	switch n := n.(type) {
	case *literal:
		return Number(n.value)
	case *text:
		return Text(n.value)
	case *key:
		return e.cell(n.name)
	case *negation:
		return calculate("-", Number(0), e.value(n.x))
	case *operation:
		if n.operator == "&" {
			return Text(e.value(n.left).String() + e.value(n.right).String())
		}
		return calculate(n.operator, e.value(n.left), e.value(n.right))
	}
	return e.call(n.(*call))
}

// call evaluates a function that gives one text or number.
func (e evaluation) call(n *call) Value {
	switch n.name {
	case "if":
		if e.truth(n.args[0]) {
			return e.value(n.args[1])
		}
		return e.value(n.args[2])
	case "rank":
		return e.rank(n.args[0].(*key).name)
	case "lookup":
		row, column := place(e.value(n.args[1])), place(e.value(n.args[2]))
		if row < 1 || column < 1 {
			return Value{}
		}
		s, _ := e.env.Lookup(n.args[0].(*text).value, row, column)
		return Text(s)
	case "round":
		places := 0
		if len(n.args) == 2 {
			places = int(n.args[1].(*literal).value)
		}
		return round(e.value(n.args[0]), places)
	}
	numbers := e.numbers(n.args)
	switch {
	case len(numbers) == 0:
		return Value{}
	case n.name == "max":
		return Number(slices.Max(numbers))
	case n.name == "min":
		return Number(slices.Min(numbers))
	}
	sum := 0.0
	for _, f := range numbers {
		sum += f
	}
	return Number(sum / float64(len(numbers)))
}

// rank is the position of a cell's text in the list of its column, or blank.
func (e evaluation) rank(key string) Value {
	if v := e.cell(key); !v.Blank() {
		if i := e.env.Rank(key, v.String()); i > 0 {
			return Number(float64(i))
		}
	}
	return Value{}
}

// place is a row or a column to look up in; 0: none.
func place(v Value) int {
	f, ok := v.Float()
	if f = math.Trunc(shown(f)); !ok || f < 1 || f > math.MaxInt32 {
		return 0
	}
	return int(f)
}

// numbers are those among the arguments of a function.
func (e evaluation) numbers(args []node) []float64 {
	var values []Value
	for _, a := range args {
		k, cell := a.(*key)
		c, ok := a.(*call)
		ranked := ok && c.name == "rank"
		if ranked {
			k = c.args[0].(*key)
		}
		if !cell && !ranked {
			values = append(values, e.value(a))
			continue
		}
		columns, _ := columnsOf(k, e.columns, func(string) bool { return true })
		for _, key := range columns {
			if ranked {
				values = append(values, e.rank(key))
			} else {
				values = append(values, e.cell(key))
			}
		}
	}
	var numbers []float64
	for _, v := range values {
		if f, ok := v.Float(); ok {
			numbers = append(numbers, f)
		}
	}
	return numbers
}

// truth evaluates a condition.
func (e evaluation) truth(n node) bool {
	if o, ok := n.(*operation); ok {
		return compare(o.operator, e.value(o.left), e.value(o.right))
	}
	c := n.(*call)
	switch c.name {
	case "if":
		if e.truth(c.args[0]) {
			return e.truth(c.args[1])
		}
		return e.truth(c.args[2])
	case "not":
		return !e.truth(c.args[0])
	case "blank":
		return e.value(c.args[0]).Blank()
	case "and":
		return !slices.ContainsFunc(c.args, func(a node) bool { return !e.truth(a) })
	}
	return slices.ContainsFunc(c.args, e.truth)
}
