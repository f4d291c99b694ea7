package docx

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/samsvar/samsvar/doc/internal/ooxml"
)

// numberingBase is the numbering part of a reference, cut where our two lists go
// in (ISO/IEC 29500-1, 17.9): all w:abstractNum stand before all w:num.
type numberingBase struct {
	name              string
	head, middle, end string
	abstract          [2]int // ids of our w:abstractNum: clauses, annexes
	clause, annex     int    // ids of our lists
	again             bool   // the file has our lists from an earlier time
	free              [2]int // the first ids that no w:abstractNum and no w:num has
}

// readNumbering reads the part, or makes room for one. The ids of our lists are
// free in the styles too, which may name lists that do not exist.
func (ref *Reference) readNumbering(styles *sheet) error {
	nb := numberingBase{
		head:     ooxml.Header + `<w:numbering xmlns:w="` + transitWord + `">`,
		end:      `</w:numbering>`,
		abstract: [2]int{1, 2}, clause: 1, annex: 2,
	}
	if !ref.own {
		ooxml.EachNamed(styles.root, "w:numId", func(n *ooxml.Node) { nb.clause = max(nb.clause, idOf(n, "w:val")+1) })
		nb.free[1] = nb.clause
		nb.annex = nb.clause + 1
	}
	defer func() {
		nb.free[0] = max(nb.free[0], nb.abstract[0]+1, nb.abstract[1]+1)
		nb.free[1] = max(nb.free[1], nb.clause+1, nb.annex+1)
		ref.numbering = nb
	}()
	rel, ok := ref.rels.ByType("numbering")
	if ok {
		nb.name = ooxml.Resolve(ref.main, rel.Target)
		ok = ref.pkg.Has(nb.name)
	}
	if !ok {
		nb.name = freeName(ref.pkg, ref.dir()+"numbering", ".xml")
		if !ref.pkg.Has(ref.dir() + "numbering.xml") {
			nb.name = ref.dir() + "numbering.xml"
		}
		ref.rels.Keep(func(r ooxml.Relationship) bool { return r.Kind() != "numbering" })
		ref.rels.Add("numbering", ref.target(nb.name))
		ref.types.Set(nb.name, wordType+"numbering+xml")
		// Stands for the part that each document writes, so that it is not
		// taken for one that is missing.
		ref.pkg.Set(nb.name, []byte(nb.head+nb.end))
		return nil
	}
	data, _ := ref.pkg.Part(nb.name)
	root, err := ooxml.Parse(data)
	if err != nil {
		return refuse(Damaged, fmt.Errorf("%s: %w", nb.name, err))
	}
	if root.Name != "w:numbering" || !root.UsualPrefix() {
		return refuse(Damaged, fmt.Errorf("%s: root element %s, not w:numbering with the prefix w", nb.name, root.Name))
	}
	if root.Open == root.End { // <w:numbering .../>
		data = ooxml.Apply(data, []ooxml.Edit{root.AppendTo(data, " ")})
		if root, err = ooxml.Parse(data); err != nil {
			return refuse(Damaged, fmt.Errorf("%s: %w", nb.name, err))
		}
	}
	for _, k := range root.Kids {
		nb.free[0] = max(nb.free[0], idOf(k, "w:abstractNumId")+1) // w:num has the attribute on a child
		nb.free[1] = max(nb.free[1], idOf(k, "w:numId")+1)
	}
	if nb.findOwn(root) {
		nb.replaceOwn(data, root)
		return nil
	}
	cutA, cutN, free := 0, 0, 1
	for _, k := range root.Kids {
		switch k.Name {
		case "w:abstractNum":
			free = max(free, idOf(k, "w:abstractNumId")+1)
			cutA = k.End
		case "w:num":
			nb.clause = max(nb.clause, idOf(k, "w:numId")+1)
			cutN = k.End
		case "w:numPicBullet":
			cutA = max(cutA, k.End)
		}
	}
	if cutA == 0 {
		cutA = root.Open
	}
	nb.abstract = [2]int{free, free + 1}
	nb.annex = nb.clause + 1
	cutN = max(cutA, cutN)
	nb.head, nb.middle, nb.end = string(data[:cutA]), string(data[cutA:cutN]), string(data[cutN:])
	return nil
}

// The w:nsid of our lists, by which Word tells lists apart and we find ours
// again: a file made by this package may come back as a reference.
const (
	clauseMark = "5A6D5601"
	annexMark  = "5A6D5602"
)

// findOwn looks for our lists and takes over their ids: the styles of the file
// are tied to them.
func (nb *numberingBase) findOwn(root *ooxml.Node) bool {
	var abstract, num [2]string
	for _, k := range root.Kids {
		for i, mark := range []string{clauseMark, annexMark} {
			switch {
			case k.Name == "w:abstractNum" && abstract[i] == "" && k.Val("w:nsid") == mark:
				abstract[i] = k.Attr("w:abstractNumId")
			case k.Name == "w:num" && num[i] == "" && abstract[i] != "" && k.Val("w:abstractNumId") == abstract[i]:
				num[i] = k.Attr("w:numId")
			}
		}
	}
	if num[0] == "" || num[1] == "" {
		return false
	}
	for i := range nb.abstract {
		nb.abstract[i], _ = strconv.Atoi(abstract[i])
	}
	nb.clause, _ = strconv.Atoi(num[0])
	nb.annex, _ = strconv.Atoi(num[1])
	nb.again = nb.clause > 0 && nb.annex > 0
	return nb.again
}

// replaceOwn cuts the part up without our lists, which are written anew under the
// ids that they had.
func (nb *numberingBase) replaceOwn(data []byte, root *ooxml.Node) {
	ours := func(k *ooxml.Node, attr string, a, b int) bool {
		return k.Attr(attr) == itoa(a) || k.Attr(attr) == itoa(b)
	}
	var abstracts, nums, end strings.Builder
	abstracts.WriteString(ooxml.Header + string(data[root.Start:root.Open]))
	for _, k := range root.Kids {
		raw := data[k.Start:k.End]
		switch k.Name {
		case "w:abstractNum":
			if !ours(k, "w:abstractNumId", nb.abstract[0], nb.abstract[1]) {
				abstracts.Write(raw)
			}
		case "w:numPicBullet":
			abstracts.Write(raw)
		case "w:num":
			if !ours(k, "w:numId", nb.clause, nb.annex) {
				nums.Write(raw)
			}
		default:
			end.Write(raw)
		}
	}
	nb.head, nb.middle, nb.end = abstracts.String(), nums.String(), end.String()+`</w:numbering>`
}

// idOf reads a number; one that leaves no room for others after it is no id.
func idOf(k *ooxml.Node, name string) int {
	n, err := strconv.Atoi(k.Attr(name))
	if err != nil || n > 1<<30 || n < -1<<30 {
		return 0
	}
	return n
}

// numberLevel is one level of a list: how the number is written, the style that
// is tied to it, where the number begins and the text does, in twips.
type numberLevel struct {
	format, text string
	style        style
	number, edge int
	plain        bool // the number is never bold
}

// Text edges: 0, 12, 20 and 28 mm. Numbers hang to the left of them.
const (
	edge1 = 680
	edge2 = 1134
	edge3 = 1587
	// annexEdge gives the word and the letter of an annex room at the size of
	// a heading, 26 mm.
	annexEdge = 1474
)

var clauseLevels = []numberLevel{
	{"decimal", "%1.", sHeading1, 0, edge1, false},
	{"decimal", "%1.%2", sClause2, 0, edge1, true},
	{"lowerLetter", "(%3)", sClause3, edge1, edge2, true},
	{"lowerRoman", "(%4)", sClause4, edge2, edge3, true},
}

// An annex holds tables, which need the whole width: its text stands at the
// margin and the lists one edge further out than those of a clause.
var annexLevels = []numberLevel{
	{"upperLetter", "", sAnnex1, 0, annexEdge, false}, // text: the word and %1
	{"decimal", "%1.%2", sAnnex2, 0, edge1, false},
	{"lowerLetter", "(%3)", sAnnex3, 0, edge1, true},
	{"lowerRoman", "(%4)", sAnnex4, edge1, edge2, true},
}

// list is a w:abstractNum with the one w:num that uses it.
type list struct {
	abstract, num int
	mark          string // w:nsid
	levels        []numberLevel
	first         string // text of the first level, where the document decides it
	tied          func(style) (id string, ok bool)
}

// ownLists are the lists of every document; annex is the word before the letter
// of an annex.
func (ref *Reference) ownLists(annex string) []list {
	nb := &ref.numbering
	// A style of the customer's is not tied to our list: it may belong to one of
	// theirs already. Its paragraphs carry the list themselves.
	tied := func(s style) (string, bool) { return ref.ids[s], ref.own || nb.again || ref.added[s] }
	return []list{
		{nb.abstract[0], nb.clause, clauseMark, clauseLevels, "", tied},
		{nb.abstract[1], nb.annex, annexMark, annexLevels, annexText(annex), tied},
	}
}

// annexText is the number of an annex: a word and a letter.
func annexText(word string) string { return strings.ToValidUTF8(word, "") + " %1" }

// numberingPart is the numbering part with our lists.
func (ref *Reference) numberingPart(lists []list) []byte {
	nb := &ref.numbering
	b := make([]byte, 0, len(nb.head)+len(nb.middle)+len(nb.end)+2048*len(lists))
	b = append(b, nb.head...)
	for _, l := range lists {
		b = l.append(b)
	}
	b = append(b, nb.middle...)
	for _, l := range lists {
		b = appendInt(append(b, `<w:num w:numId="`...), l.num)
		b = appendInt(append(b, `"><w:abstractNumId w:val="`...), l.abstract)
		b = append(b, `"/></w:num>`...)
	}
	return append(b, nb.end...)
}

func (li list) append(b []byte) []byte {
	b = appendInt(append(b, `<w:abstractNum w:abstractNumId="`...), li.abstract)
	b = append(b, `"><w:nsid w:val="`+li.mark+`"/><w:multiLevelType w:val="multilevel"/><w:tmpl w:val="`+li.mark+`"/>`...)
	for i, l := range li.levels {
		text := l.text
		if i == 0 && li.first != "" {
			text = li.first
		}
		b = appendInt(append(b, `<w:lvl w:ilvl="`...), i)
		b = append(b, `"><w:start w:val="1"/><w:numFmt w:val="`+l.format+`"/>`...)
		if id, tied := li.tied(l.style); tied {
			b = append(b, `<w:pStyle w:val="`+id+`"/>`...)
		}
		b = append(b, `<w:suff w:val="tab"/><w:lvlText w:val="`...)
		b = append(ooxml.AppendAttr(b, text), `"/><w:lvlJc w:val="left"/><w:pPr><w:tabs><w:tab w:val="num" w:pos="`...)
		b = appendInt(b, l.edge)
		b = appendInt(append(b, `"/></w:tabs><w:ind w:left="`...), l.edge)
		b = appendInt(append(b, `" w:hanging="`...), l.edge-l.number)
		b = append(b, `"/></w:pPr>`...)
		if l.plain {
			b = append(b, `<w:rPr><w:b w:val="0"/><w:bCs w:val="0"/><w:i w:val="0"/><w:iCs w:val="0"/></w:rPr>`...)
		}
		b = append(b, `</w:lvl>`...)
	}
	return append(b, `</w:abstractNum>`...)
}
