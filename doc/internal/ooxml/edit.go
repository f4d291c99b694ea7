package ooxml

import (
	"slices"
)

// Edit replaces the bytes from Start to End of a part.
type Edit struct {
	Start, End int
	New        string
}

// Apply returns a copy of data with the edits made. Edits do not overlap; those
// at one place are made in the order given.
func Apply(data []byte, edits []Edit) []byte {
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b Edit) int { return a.Start - b.Start })
	out := make([]byte, 0, len(data)+256)
	at := 0
	for _, e := range edits {
		out = append(append(out, data[at:e.Start]...), e.New...)
		at = e.End
	}
	return append(out, data[at:]...)
}

// AppendTo is the edit that adds xml as the last child of an element of data.
func (n *Node) AppendTo(data []byte, xml string) Edit {
	if n.Open < n.End {
		return Edit{n.Close, n.Close, xml}
	}
	tag := string(data[n.Start:n.Open]) // <w:rPr/>
	name := tag[1:]
	for i := 1; i < len(tag); i++ {
		if c := tag[i]; c == ' ' || c == '/' || c == '\n' || c == '\t' || c == '\r' {
			name = tag[1:i]
			break
		}
	}
	return Edit{n.Start, n.End, tag[:len(tag)-2] + ">" + xml + "</" + name + ">"}
}
