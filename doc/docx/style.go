package docx

import (
	"fmt"
	"strings"

	"github.com/samsvar/samsvar/doc/internal/ooxml"
)

// style is a style that the writer uses. Files are searched for it by kind and
// name, never by id, which differs with the language of the Word that made them.
type style int

const (
	sNormal style = iota
	sTitle
	sSubtitle
	sHeading1
	sHeading2
	sTOC1
	sTOC2
	sTOCHeading
	sCaption
	sHeader
	sFooter
	sFootnoteText
	sAnnex1
	sAnnex2
	sClause2
	sClause3
	sClause4
	sAnnex3
	sAnnex4
	sText2
	sText3
	sText4
	sLead
	sNote
	sTableText
	sTableHead
	sTableLabel
	sTableToned
	sMatrixAxis
	sMatrixLabel
	sMatrixWord
	sMatrixPlaced
	sMatrixLabelSmall // the small ones in the order of the others
	sMatrixWordSmall
	sMatrixPlacedSmall
	sSpacer
	sKicker
	sBadge
	sRule
	sPartyRole
	sPartyName
	sPartyLine
	sCoverFact
	sSignSpace
	sSignLine
	sSignText
	sCommentText
	sFootnoteReference // from here on character styles
	sCommentReference
	sHyperlink
	sBadgeText
	sLabel
	sOpen
	sReserved
	sRegister // from here on table styles
	sFacts
	sMatrix
	sLayout
	nStyles
)

// nAllStyles counts the styles for columns as well.
const nAllStyles = nColumnStyles

var styleNames = [nAllStyles]string{
	sNormal: "Normal", sTitle: "Title", sSubtitle: "Subtitle", sHeading1: "heading 1", sHeading2: "heading 2",
	sTOC1: "toc 1", sTOC2: "toc 2", sTOCHeading: "TOC Heading", sCaption: "caption",
	sHeader: "header", sFooter: "footer", sFootnoteText: "footnote text",
	sAnnex1: "samsvar annex 1", sAnnex2: "samsvar annex 2", sAnnex3: "samsvar annex 3", sAnnex4: "samsvar annex 4",
	sClause2: "samsvar clause 2", sClause3: "samsvar clause 3", sClause4: "samsvar clause 4",
	sText2: "samsvar text 2", sText3: "samsvar text 3", sText4: "samsvar text 4",
	sLead: "samsvar lead", sNote: "samsvar note",
	sTableText: "samsvar table text", sTableHead: "samsvar table head", sTableLabel: "samsvar table label", sTableToned: "samsvar table toned",
	sMatrixAxis: "samsvar matrix axis", sMatrixLabel: "samsvar matrix label", sMatrixWord: "samsvar matrix word", sMatrixPlaced: "samsvar matrix placed",
	sMatrixLabelSmall: "samsvar matrix small label", sMatrixWordSmall: "samsvar matrix small word", sMatrixPlacedSmall: "samsvar matrix small placed",
	sSpacer: "samsvar spacer", sKicker: "samsvar kicker", sBadge: "samsvar badge", sRule: "samsvar rule",
	sPartyRole: "samsvar party role", sPartyName: "samsvar party name", sPartyLine: "samsvar party line",
	sCoverFact: "samsvar cover fact", sSignSpace: "samsvar sign space", sSignLine: "samsvar sign line", sSignText: "samsvar sign text",
	sCommentText: "annotation text", sCommentReference: "annotation reference",
	sFootnoteReference: "footnote reference", sHyperlink: "Hyperlink", sBadgeText: "samsvar badge text",
	sLabel: "samsvar label", sOpen: "samsvar open", sReserved: "samsvar reserved",
	sRegister: "samsvar register", sFacts: "samsvar facts", sMatrix: "samsvar matrix", sLayout: "samsvar layout",

	sLeft1: "samsvar left 1", sLeft2: "samsvar left 2", sLeft3: "samsvar left 3", sLeft4: "samsvar left 4",
	sLeftAnnex1: "samsvar left annex 1", sLeftAnnex2: "samsvar left annex 2", sLeftAnnex3: "samsvar left annex 3", sLeftAnnex4: "samsvar left annex 4",
	sLeftHeading2: "samsvar left heading 2",
	sRight1:       "samsvar right 1", sRight2: "samsvar right 2", sRight3: "samsvar right 3", sRight4: "samsvar right 4",
	sRightAnnex1: "samsvar right annex 1", sRightAnnex2: "samsvar right annex 2", sRightAnnex3: "samsvar right annex 3", sRightAnnex4: "samsvar right annex 4",
	sRightHeading2: "samsvar right heading 2",
	sColumnText:    "samsvar column text", sColumnText2: "samsvar column text 2", sColumnText3: "samsvar column text 3", sColumnText4: "samsvar column text 4",
	sColumnLead: "samsvar column lead", sColumnNote: "samsvar column note", sColumnsEnd: "samsvar columns end",
	sTitle2: "samsvar title 2", sCoverFact2: "samsvar cover fact 2",
	sSecond: "samsvar second language", sColumns: "samsvar columns",
}

func (s style) kind() string {
	switch {
	case s >= sRegister && s < nStyles || s == sColumns:
		return "table"
	case s >= sFootnoteReference && s < nStyles || s == sSecond:
		return "character"
	}
	return "paragraph"
}

// styleKey is what two styles have in common when they are the same one: Word
// takes no heed of case in names.
func styleKey(kind, name string) string { return kind + " " + strings.ToLower(name) }

// sheet is a styles part.
type sheet struct {
	data  []byte
	root  *ooxml.Node
	byKey map[string]*ooxml.Node
	byID  map[string]*ooxml.Node
	plain string // id of the default paragraph style
}

func parseSheet(data []byte) (*sheet, error) {
	root, err := ooxml.Parse(data)
	if err != nil {
		return nil, err
	}
	if root.Name != "w:styles" || !root.UsualPrefix() {
		return nil, fmt.Errorf("root element %s, not w:styles with the prefix w", root.Name)
	}
	s := &sheet{data: data, root: root, byKey: map[string]*ooxml.Node{}, byID: map[string]*ooxml.Node{}}
	for _, n := range root.Kids {
		if n.Name != "w:style" {
			continue
		}
		kind := n.Attr("w:type")
		if kind == "" {
			kind = "paragraph"
		}
		key := styleKey(kind, n.Val("w:name"))
		if s.byKey[key] == nil {
			s.byKey[key] = n
		}
		s.byID[n.Attr("w:styleId")] = n
		if kind == "paragraph" && isOn(n.Attr("w:default")) {
			s.plain = n.Attr("w:styleId")
		}
	}
	return s, nil
}

// isOn reads ST_OnOff as an attribute.
func isOn(v string) bool { return v == "1" || v == "true" || v == "on" }

// inject adds to the sheet the styles of own that it lacks, under ids that begin
// with sv, and returns the new part together with the id of each style. nums
// translates the ids of lists in own.
func (s *sheet) inject(own *sheet, nums map[string]string) (data []byte, ids [nAllStyles]string, added [nAllStyles]bool) {
	idOf := map[string]string{} // id in own → id in s
	var missing []*ooxml.Node
	for _, n := range own.root.Kids {
		if n.Name != "w:style" {
			continue
		}
		id := n.Attr("w:styleId")
		key := styleKey(n.Attr("w:type"), n.Val("w:name"))
		switch have := s.byKey[key]; {
		case have != nil:
			idOf[id] = have.Attr("w:styleId")
		case key == "paragraph normal" && s.plain != "":
			idOf[id] = s.plain
		default:
			fresh := "sv" + id
			for s.byID[fresh] != nil {
				fresh += "x"
			}
			idOf[id] = fresh
			missing = append(missing, n)
		}
	}
	for i := range nAllStyles {
		n := own.byKey[styleKey(i.kind(), styleNames[i])]
		if n == nil {
			continue // a style for columns, which only documents in two languages have
		}
		ids[i] = idOf[n.Attr("w:styleId")]
		for _, m := range missing {
			added[i] = added[i] || m == n
		}
	}
	var b []byte
	for _, n := range missing {
		b = own.appendStyle(b, n, idOf, nums)
	}
	return ooxml.Apply(s.data, []ooxml.Edit{s.root.AppendTo(s.data, string(b))}), ids, added
}

// appendStyle appends a style of the sheet with the ids of another one. It is the
// default of its kind no longer.
func (s *sheet) appendStyle(b []byte, n *ooxml.Node, idOf, nums map[string]string) []byte {
	b = append(b, `<w:style w:type="`+n.Attr("w:type")+`"`...)
	if v := n.Attr("w:customStyle"); v != "" {
		b = append(b, ` w:customStyle="`+v+`"`...)
	}
	b = append(b, ` w:styleId="`...)
	b = append(ooxml.AppendAttr(b, idOf[n.Attr("w:styleId")]), `">`...)
	var edits []ooxml.Edit
	val := func(k *ooxml.Node, v string) {
		e := append([]byte(nil), "<"+k.Name+` w:val="`...)
		edits = append(edits, ooxml.Edit{Start: k.Start - n.Open, End: k.End - n.Open, New: string(append(ooxml.AppendAttr(e, v), `"/>`...))})
	}
	for _, name := range []string{"w:basedOn", "w:next", "w:link"} {
		if k := n.Child(name); k != nil {
			val(k, idOf[k.Attr("w:val")])
		}
	}
	if k := n.Path("w:pPr", "w:numPr", "w:numId"); k != nil {
		val(k, nums[k.Attr("w:val")])
	}
	b = append(b, ooxml.Apply(s.data[n.Open:n.Close], edits)...)
	return append(b, `</w:style>`...)
}

// tabs lists the tab stops that a paragraph style has or inherits, in twips.
func (s *sheet) tabs(id string) []string {
	var out []string
	for range 20 { // a chain that turns on itself is no reason to hang
		n := s.byID[id]
		if n == nil {
			break
		}
		if t := n.Path("w:pPr", "w:tabs"); t != nil {
			for _, k := range t.Kids {
				if p := k.Attr("w:pos"); p != "" && k.Attr("w:val") != "clear" {
					out = append(out, p)
				}
			}
		}
		id = n.Val("w:basedOn")
	}
	return out
}

// withLanguage sets the language of all text that has none of its own
// (ISO/IEC 29500-1, 17.7.5.1).
func withLanguage(data []byte, tag string) ([]byte, error) {
	s, err := parseSheet(data)
	if err != nil {
		return nil, err
	}
	edit := func(e ooxml.Edit) ([]byte, error) { return ooxml.Apply(data, []ooxml.Edit{e}), nil }
	xml := `<w:lang w:val="` + tag + `"/>`
	dd := s.root.Child("w:docDefaults")
	if dd == nil {
		if s.root.Open == s.root.End {
			return edit(s.root.AppendTo(data, `<w:docDefaults><w:rPrDefault><w:rPr>`+xml+`</w:rPr></w:rPrDefault></w:docDefaults>`))
		}
		return edit(ooxml.Edit{Start: s.root.Open, End: s.root.Open, New: `<w:docDefaults><w:rPrDefault><w:rPr>` + xml + `</w:rPr></w:rPrDefault></w:docDefaults>`})
	}
	rd := dd.Child("w:rPrDefault")
	if rd == nil {
		if dd.Open == dd.End {
			return edit(dd.AppendTo(data, `<w:rPrDefault><w:rPr>`+xml+`</w:rPr></w:rPrDefault>`))
		}
		return edit(ooxml.Edit{Start: dd.Open, End: dd.Open, New: `<w:rPrDefault><w:rPr>` + xml + `</w:rPr></w:rPrDefault>`})
	}
	rp := rd.Child("w:rPr")
	if rp == nil {
		return edit(rd.AppendTo(data, `<w:rPr>`+xml+`</w:rPr>`))
	}
	l := rp.Child("w:lang")
	if l == nil {
		return edit(rp.AppendTo(data, xml))
	}
	b := []byte(`<w:lang w:val="` + tag + `"`)
	for _, a := range l.Attrs {
		if a.Name == "w:eastAsia" || a.Name == "w:bidi" {
			b = append(ooxml.AppendAttr(append(b, " "+a.Name+`="`...), a.Value), '"')
		}
	}
	return edit(ooxml.Edit{Start: l.Start, End: l.End, New: string(append(b, "/>"...))})
}
