package jsontree

import (
	"bytes"
	"encoding/json"
)

// NewObject makes an object without keys.
func NewObject() *Node { return &Node{Kind: Object} }

// NewArray makes a list.
func NewArray(items ...*Node) *Node { return &Node{Kind: Array, Items: items} }

// NewString makes a text.
func NewString(s string) *Node { return &Node{Kind: String, Text: s} }

// NewBoolean makes true or false.
func NewBoolean(b bool) *Node {
	if b {
		return &Node{Kind: Boolean, Text: "true"}
	}
	return &Node{Kind: Boolean, Text: "false"}
}

// Set gives a key of an object a value, in its place or as the last.
func (n *Node) Set(key string, v *Node) {
	if i := n.index(key); i >= 0 {
		n.Members[i].Value = v
		return
	}
	n.Members = append(n.Members, Member{Key: key, Value: v})
}

// Delete removes a key of an object.
func (n *Node) Delete(key string) {
	if i := n.index(key); i >= 0 {
		n.Members = append(n.Members[:i:i], n.Members[i+1:]...)
	}
}

// Clone copies a tree.
func (n *Node) Clone() *Node {
	if n == nil {
		return nil
	}
	out := *n
	out.Members, out.Items = nil, nil
	for _, m := range n.Members {
		out.Members = append(out.Members, Member{m.Key, m.At, m.Value.Clone()})
	}
	for _, item := range n.Items {
		out.Items = append(out.Items, item.Clone())
	}
	return &out
}

// Bytes writes the tree, one key a line, indented by one blank, with a newline
// at the end.
func (n *Node) Bytes() []byte {
	var b bytes.Buffer
	n.write(&b, "\n")
	b.WriteByte('\n')
	return b.Bytes()
}

// write writes a value; newline is what begins a line outside of it.
func (n *Node) write(b *bytes.Buffer, newline string) {
	inner := newline + " "
	switch {
	case n.Kind == Object && len(n.Members) > 0:
		for i, m := range n.Members {
			b.WriteByte("{,"[min(i, 1)])
			b.WriteString(inner)
			quote(b, m.Key)
			b.WriteString(": ")
			m.Value.write(b, inner)
		}
		b.WriteString(newline + "}")
	case n.Kind == Array && len(n.Items) > 0:
		for i, item := range n.Items {
			b.WriteByte("[,"[min(i, 1)])
			b.WriteString(inner)
			item.write(b, inner)
		}
		b.WriteString(newline + "]")
	case n.Kind == Object:
		b.WriteString("{}")
	case n.Kind == Array:
		b.WriteString("[]")
	case n.Kind == String:
		quote(b, n.Text)
	default:
		b.WriteString(n.Text)
	}
}

func quote(b *bytes.Buffer, s string) {
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	_ = e.Encode(s)         // a text can always be encoded, into memory
	b.Truncate(b.Len() - 1) // the newline of Encode
}
