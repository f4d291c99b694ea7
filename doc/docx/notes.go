package docx

import (
	"fmt"

	"github.com/samsvar/samsvar/doc/internal/ooxml"
)

// notesBase is the footnotes part of a reference without its notes: the
// separators stay, since the settings may name them (ISO/IEC 29500-1, 17.11).
type notesBase struct {
	name      string
	head, end string
	first     int // id of the first note
	rels      *ooxml.Relationships
}

// ownNoteSettings is the line of our settings that names our separators.
const ownNoteSettings = "  <w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>\n"

const ownSeparators = `<w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:separator/></w:r></w:p></w:footnote>` +
	`<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>`

func (ref *Reference) readNotes() error {
	if err := ref.emptyEndnotes(); err != nil {
		return err
	}
	nb := notesBase{
		head:  ooxml.Header + `<w:footnotes xmlns:w="` + transitWord + `" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` + ownSeparators,
		end:   `</w:footnotes>`,
		first: 1,
		rels:  &ooxml.Relationships{},
	}
	defer func() { ref.notes = nb }()
	rel, ok := ref.rels.ByType("footnotes")
	if ok {
		nb.name = ooxml.Resolve(ref.main, rel.Target)
		ok = ref.pkg.Has(nb.name)
	}
	if !ok {
		nb.name = ref.dir() + "footnotes.xml"
		if ref.pkg.Has(nb.name) {
			nb.name = freeName(ref.pkg, ref.dir()+"footnotes", ".xml")
		}
		ref.rels.Keep(func(r ooxml.Relationship) bool { return r.Kind() != "footnotes" })
		ref.rels.Add("footnotes", ref.target(nb.name))
		ref.types.Set(nb.name, wordType+"footnotes+xml")
		ref.pkg.Set(nb.name, []byte(nb.head+nb.end))
		return nil
	}
	open, kept, last, used, err := ref.separators(nb.name, "w:footnotes", "w:footnote")
	if err != nil {
		return err
	}
	if kept == "" {
		kept = ownSeparators
	}
	nb.head, nb.first = open+kept, max(last+1, 1)
	rels, err := ref.pkg.Relationships(nb.name)
	if err != nil {
		return refuse(Damaged, err)
	}
	rels.Keep(func(r ooxml.Relationship) bool { return used[r.ID] })
	nb.rels = rels
	ref.setNotes(nb.name, nb.head+nb.end, rels)
	return nil
}

func (ref *Reference) setNotes(name, xml string, rels *ooxml.Relationships) {
	ref.pkg.Set(name, []byte(xml))
	ref.pkg.Delete(ooxml.RelsName(name))
	if len(rels.All()) > 0 {
		ref.pkg.Set(ooxml.RelsName(name), rels.Bytes())
	}
}

// emptyEndnotes keeps of the endnotes only the separators.
func (ref *Reference) emptyEndnotes() error {
	rel, ok := ref.rels.ByType("endnotes")
	if !ok {
		return nil
	}
	name := ooxml.Resolve(ref.main, rel.Target)
	if !ref.pkg.Has(name) {
		return nil
	}
	open, kept, _, used, err := ref.separators(name, "w:endnotes", "w:endnote")
	if err != nil {
		return err
	}
	rels, err := ref.pkg.Relationships(name)
	if err != nil {
		return refuse(Damaged, err)
	}
	rels.Keep(func(r ooxml.Relationship) bool { return used[r.ID] })
	ref.setNotes(name, open+kept+"</w:endnotes>", rels)
	return nil
}

// separators reads what stays of a part with notes: its root element, the notes
// that have a type, their greatest id and the relationships that they use.
func (ref *Reference) separators(name, rootName, noteName string) (open, kept string, last int, used map[string]bool, err error) {
	data, _ := ref.pkg.Part(name)
	root, err := ooxml.Parse(data)
	if err == nil && (root.Name != rootName || !root.UsualPrefix()) {
		err = fmt.Errorf("root element %s, not %s with the prefix w", root.Name, rootName)
	}
	if err != nil {
		return "", "", 0, nil, refuse(Damaged, fmt.Errorf("%s: %w", name, err))
	}
	used = map[string]bool{}
	for _, k := range root.Kids {
		if t := k.Attr("w:type"); k.Name != noteName || t == "" || t == "normal" {
			continue
		}
		kept += string(data[k.Start:k.End])
		last = max(last, idOf(k, "w:id"))
		k.Each(func(n *ooxml.Node) bool {
			for _, a := range n.Attrs {
				used[a.Value] = true
			}
			return true
		})
	}
	tag := data[root.Start:root.Open]
	if root.Open == root.End { // no notes at all
		tag = append(append([]byte(nil), tag[:len(tag)-2]...), '>')
	}
	open = ooxml.Header + string(tag)
	if !ooxml.Declares(open, "r") {
		open = open[:len(open)-1] + ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`
	}
	return open, kept, last, used, nil
}

// notesPart is the part with the notes given.
func (ref *Reference) notesPart(notes []byte) []byte {
	b := make([]byte, 0, len(ref.notes.head)+len(notes)+len(ref.notes.end))
	return append(append(append(b, ref.notes.head...), notes...), ref.notes.end...)
}
