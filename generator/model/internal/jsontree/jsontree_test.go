package jsontree

import (
	"errors"
	"strings"
	"testing"
)

func TestBytesKeepsOrderAndText(t *testing.T) {
	const text = `{
 "b": [
  1.50,
  "æ<>&\n",
  true,
  null,
  {},
  []
 ],
 "a": {
  "b": -0
 }
}
`
	n, err := Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if got := string(n.Bytes()); got != text {
		t.Errorf("%s", got)
	}
	c := n.Clone()
	c.Get("a").Set("b", NewString("x"))
	c.Set("c", NewArray(NewBoolean(false)))
	c.Delete("b")
	if got := string(n.Bytes()); got != text {
		t.Errorf("the copy is not a copy: %s", got)
	}
	if got := strings.Join(strings.Fields(string(c.Bytes())), ""); got != `{"a":{"b":"x"},"c":[false]}` {
		t.Errorf("%s", got)
	}
}

func TestPlaces(t *testing.T) {
	n, err := Parse([]byte("{\n\t\"æø\" : [ 1,\n  {\"x\": \"y\"}]\r\n}"))
	if err != nil {
		t.Fatal(err)
	}
	list := n.Get("æø")
	for _, test := range []struct {
		what      string
		got, want Pos
	}{
		{"top", n.Pos, Pos{1, 1}},
		{"key", n.Members[0].At, Pos{2, 2}},
		{"list", list.Pos, Pos{2, 9}},
		{"item", list.Items[0].Pos, Pos{2, 11}},
		{"value", list.Items[1].Get("x").Pos, Pos{3, 9}},
	} {
		if test.got != test.want {
			t.Errorf("%s at %v, want %v", test.what, test.got, test.want)
		}
	}
	if n.Get("x") != nil || n.Get("x").Get("y") != nil || list.Get("x") != nil {
		t.Error("found what is not there")
	}
}

func TestSyntaxErrors(t *testing.T) {
	for text, want := range map[string]string{
		"":                 "1:1: unexpected end of JSON input",
		"{\n \"a\": 1,\n}": "3:1: invalid character '}' looking for beginning of object key string",
		"{} x":             "1:4: invalid character 'x' after top-level value",
		"{\"a\":\n 01}":    "2:3: invalid character '1' after object key:value pair",
		"\"a\xff\"":        "1:3: not UTF-8",
		strings.Repeat("[", 101) + "1" + strings.Repeat("]", 101): "1:102: too deep",
	} {
		_, err := Parse([]byte(text))
		var syntax *SyntaxError
		if !errors.As(err, &syntax) || err.Error() != want {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}
