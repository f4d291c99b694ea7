package ooxml

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
)

// Node is an element of an XML part with its place in the bytes, so that a part
// can be changed at one place and kept as it is everywhere else. Names carry a
// fixed prefix for each known namespace ("w:p"), whatever prefix the part uses.
type Node struct {
	Name  string
	Attrs []Attr
	Kids  []*Node
	Text  string // the character data right under the element

	Start, Open, Close, End int // bytes: '<', after the start tag, before the end tag, after it
	prefix                  string
}

// Attr is an attribute; its name has a prefix only where the part gives it one.
type Attr struct{ Name, Value string }

// Local is the name without prefix.
func (n *Node) Local() string { return n.Name[strings.LastIndexByte(n.Name, ':')+1:] }

// UsualPrefix tells whether the part itself writes the element with the prefix
// that its name carries.
func (n *Node) UsualPrefix() bool {
	p, _, ok := strings.Cut(n.Name, ":")
	return ok && p == n.prefix
}

// Attr returns the value of an attribute, "" when it is absent.
func (n *Node) Attr(name string) string {
	for _, a := range n.Attrs {
		if a.Name == name {
			return a.Value
		}
	}
	return ""
}

// Child returns the first child with the name, or nil.
func (n *Node) Child(name string) *Node {
	for _, k := range n.Kids {
		if k.Name == name {
			return k
		}
	}
	return nil
}

// Path follows first children by name; nil when one is absent.
func (n *Node) Path(names ...string) *Node {
	for _, name := range names {
		if n = n.Child(name); n == nil {
			return nil
		}
	}
	return n
}

// Val is the w:val of the first child with the name.
func (n *Node) Val(child string) string {
	if k := n.Child(child); k != nil {
		return k.Attr("w:val")
	}
	return ""
}

// Each calls f for the element and all below it in document order; where f
// returns false, what is below is passed over.
func (n *Node) Each(f func(*Node) bool) {
	if !f(n) {
		return
	}
	for _, k := range n.Kids {
		k.Each(f)
	}
}

// EachNamed calls f for the elements with a name, from n down; n may be nil.
func EachNamed(n *Node, name string, f func(*Node)) {
	if n == nil {
		return
	}
	n.Each(func(n *Node) bool {
		if n.Name == name {
			f(n)
		}
		return true
	})
}

// prefixes are the names under which we know the namespaces.
var prefixes = map[string]string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":           "w",
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships":    "r",
	"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
	"http://schemas.openxmlformats.org/drawingml/2006/main":                  "a",
	"http://schemas.openxmlformats.org/drawingml/2006/picture":               "pic",
	"http://schemas.openxmlformats.org/markup-compatibility/2006":            "mc",
	"http://schemas.openxmlformats.org/spreadsheetml/2006/main":              "x",
	"http://www.w3.org/XML/1998/namespace":                                   "xml",
}

// errDTD: a document type declaration is forbidden in a package
// (ISO/IEC 29500-2, 6.2.5) and is how entity bombs begin.
var errDTD = errors.New("document type declaration")

const maxDepth = 1000 // deeper than any document; stops nesting bombs

// Parse reads an XML part. It accepts UTF-8 and, with a byte order mark, UTF-16;
// positions count in the bytes of UTF-8.
func Parse(data []byte) (*Node, error) {
	d := xml.NewDecoder(bytes.NewReader(toUTF8(data)))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	p := parser{d: d, spaces: []map[string]string{{"xml": "http://www.w3.org/XML/1998/namespace"}}}
	for {
		start := int(d.InputOffset())
		t, err := d.RawToken()
		if err == io.EOF {
			break
		}
		if err == nil {
			err = p.token(t, start)
		}
		if err != nil {
			return nil, err
		}
	}
	if len(p.stack) > 0 {
		return nil, fmt.Errorf("element %s is not closed", p.stack[len(p.stack)-1].Name)
	}
	if p.root == nil {
		return nil, errors.New("no element")
	}
	return p.root, nil
}

type parser struct {
	d      *xml.Decoder
	root   *Node
	stack  []*Node
	names  []xml.Name
	spaces []map[string]string
}

func (p *parser) token(t xml.Token, start int) error {
	switch t := t.(type) {
	case xml.StartElement:
		return p.open(t, start)
	case xml.EndElement:
		if len(p.stack) == 0 || p.names[len(p.names)-1] != t.Name {
			return fmt.Errorf("end tag %s without start at byte %d", t.Name.Local, start)
		}
		n := p.stack[len(p.stack)-1]
		n.Close, n.End = start, int(p.d.InputOffset())
		p.stack, p.names, p.spaces = p.stack[:len(p.stack)-1], p.names[:len(p.names)-1], p.spaces[:len(p.spaces)-1]
	case xml.CharData:
		if len(p.stack) > 0 {
			p.stack[len(p.stack)-1].Text += string(t)
		} else if len(bytes.TrimSpace(bytes.TrimPrefix(t, []byte("\uFEFF")))) > 0 {
			return fmt.Errorf("text outside the root element at byte %d", start)
		}
	case xml.Directive:
		return errDTD
	}
	return nil
}

func (p *parser) open(t xml.StartElement, start int) error {
	if len(p.stack) >= maxDepth {
		return errors.New("elements nested too deep")
	}
	space := p.spaces[len(p.spaces)-1]
	own := false
	for _, a := range t.Attr {
		prefix, isDecl := a.Name.Local, a.Name.Space == "xmlns"
		if a.Name.Space == "" && a.Name.Local == "xmlns" {
			prefix, isDecl = "", true
		}
		if isDecl {
			if !own {
				own, space = true, clone(space)
			}
			space[prefix] = a.Value
		}
	}
	n := &Node{Start: start, Open: int(p.d.InputOffset()), prefix: t.Name.Space}
	var err error
	if n.Name, err = canonical(space, t.Name, true); err != nil {
		return err
	}
	for _, a := range t.Attr {
		if a.Name.Space == "xmlns" || a.Name.Space == "" && a.Name.Local == "xmlns" {
			continue
		}
		name, err := canonical(space, a.Name, false)
		if err != nil {
			return err
		}
		for _, b := range n.Attrs {
			if b.Name == name {
				return fmt.Errorf("attribute %s twice at byte %d", name, start)
			}
		}
		n.Attrs = append(n.Attrs, Attr{name, a.Value})
	}
	switch {
	case len(p.stack) > 0:
		top := p.stack[len(p.stack)-1]
		top.Kids = append(top.Kids, n)
	case p.root != nil:
		return errors.New("two root elements")
	default:
		p.root = n
	}
	p.stack, p.names, p.spaces = append(p.stack, n), append(p.names, t.Name), append(p.spaces, space)
	return nil
}

func canonical(space map[string]string, n xml.Name, element bool) (string, error) {
	if n.Space == "" && !element {
		return n.Local, nil
	}
	uri, ok := space[n.Space]
	if !ok && n.Space != "" {
		return "", fmt.Errorf("prefix %s is not declared", n.Space)
	}
	if uri == "" {
		return n.Local, nil
	}
	if p, ok := prefixes[uri]; ok {
		return p + ":" + n.Local, nil
	}
	return uri + ":" + n.Local, nil
}

func clone(m map[string]string) map[string]string {
	c := make(map[string]string, len(m)+4)
	for k, v := range m {
		c[k] = v
	}
	return c
}

func toUTF8(b []byte) []byte {
	if len(b) < 2 {
		return b
	}
	var order binary.ByteOrder
	switch {
	case b[0] == 0xFF && b[1] == 0xFE:
		order = binary.LittleEndian
	case b[0] == 0xFE && b[1] == 0xFF:
		order = binary.BigEndian
	default:
		return b
	}
	u := make([]uint16, 0, len(b)/2)
	for i := 2; i+1 < len(b); i += 2 {
		u = append(u, order.Uint16(b[i:]))
	}
	return []byte(string(utf16.Decode(u)))
}

// Declares tells whether a start tag declares a prefix.
func Declares(tag, prefix string) bool {
	for _, space := range []string{" ", "\n", "\t", "\r"} {
		if strings.Contains(tag, space+"xmlns:"+prefix+"=") {
			return true
		}
	}
	return false
}
