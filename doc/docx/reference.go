package docx

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"path"
	"strconv"
	"strings"
	"sync"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/internal/ooxml"
)

// Reference is a Word file whose looks a document takes over: its styles, theme,
// fonts, settings, headers, footers and page. It is never changed after it was
// read and may be used by many goroutines at once.
type Reference struct {
	own      bool           // the embedded one
	pkg      *ooxml.Package // all parts that every document shares, compressed
	types    *ooxml.ContentTypes
	rootRels *ooxml.Relationships
	rels     *ooxml.Relationships // of the main part, without what only the old text used
	main     string               // name of the main part
	opening  string               // the main part up to the body
	section  sectionBase
	evenOdd  bool // even pages have headers of their own

	ids        [nAllStyles]string
	added      [nAllStyles]bool // styles that come from us
	headerTabs []string         // tab stops of the style of headers, to be cleared
	footerTabs []string
	look       map[string]*ooxml.Package // by language and margin: the parts that depend on them
	stylesName string
	styles     []byte                       // that part, with what comes from us
	columns    func() (*columnsLook, error) // for documents in two languages; made when first needed

	numbering numberingBase
	notes     notesBase

	item      string       // name of the custom XML part that will hold the ids
	bookmarks int          // greatest id of a bookmark in headers and footers
	controls  map[int]bool // ids of content controls there
}

const (
	wordType    = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	mainType    = wordType + "document.main+xml"
	templType   = wordType + "template.main+xml"
	transitWord = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
)

// styleFileLimits bounds a customer's file more tightly than a package in
// general: nobody's letterhead unpacks to more.
var styleFileLimits = ooxml.Limits{Parts: 2000, PartSize: 32 << 20, TotalSize: 96 << 20}

// ParseReference reads a .docx or .dotx of size bytes. The text in it is of no
// account: it is replaced, and what only the old text used (comments, pictures,
// notes) is left behind. The error is a [*StyleFileError].
func ParseReference(r io.ReaderAt, size int64) (*Reference, error) {
	pkg, err := ooxml.Read(r, size, styleFileLimits)
	if err != nil {
		return nil, refuse(readReason(err), err)
	}
	return newReference(pkg, false)
}

func newReference(pkg *ooxml.Package, own bool) (*Reference, error) {
	ref := &Reference{own: own, pkg: pkg, controls: map[int]bool{}}
	if err := ref.findMain(); err != nil {
		return nil, err
	}
	before := reachable(pkg, ref.rootRels, ref.main, ref.rels)
	if err := ref.readMain(); err != nil {
		return nil, err
	}
	if err := ref.readParts(); err != nil {
		return nil, err
	}
	ref.prune(before)
	ref.item = freeName(pkg, "customXml/item", ".xml")
	pkg.Precompress()
	return ref, nil
}

// findMain finds the main part and reads the lists of the package.
func (ref *Reference) findMain() error {
	data, ok := ref.pkg.Part(ooxml.ContentTypesName)
	if !ok {
		return refuse(NotWord, fmt.Errorf("no part %s", ooxml.ContentTypesName))
	}
	var err error
	if ref.types, err = ooxml.ParseContentTypes(data); err != nil {
		return refuse(Damaged, err)
	}
	if ref.rootRels, err = ref.pkg.Relationships(""); err != nil {
		return refuse(Damaged, err)
	}
	rel, ok := ref.rootRels.ByType("officeDocument")
	if !ok {
		return refuse(NotWord, fmt.Errorf("no main document"))
	}
	if strings.Contains(rel.Type, "purl.oclc.org") {
		return refuse(Strict, fmt.Errorf("saved as Strict Open XML"))
	}
	ref.main = ooxml.Resolve("", rel.Target)
	switch t := ref.types.Of(ref.main); {
	case strings.Contains(t, "macroEnabled"):
		return refuse(Macros, fmt.Errorf("holds macros"))
	case !ref.pkg.Has(ref.main) || t != mainType && t != templType:
		return refuse(NotWord, fmt.Errorf("main part %q is no Word document", ref.main))
	}
	ref.rels, err = ref.pkg.Relationships(ref.main)
	if err != nil {
		return refuse(Damaged, err)
	}
	if _, ok := ref.rels.ByType("vbaProject"); ok {
		return refuse(Macros, fmt.Errorf("holds macros"))
	}
	if rel, ok := ref.rels.ByType("styles"); !ok || !ref.pkg.Has(ooxml.Resolve(ref.main, rel.Target)) {
		return refuse(NoStyles, fmt.Errorf("no part with styles"))
	}
	return nil
}

// readMain takes the page, the headers and the opening from the main part, and
// forgets the relationships that only the body used.
func (ref *Reference) readMain() error {
	data, _ := ref.pkg.Part(ref.main)
	root, err := ooxml.Parse(data)
	if err != nil {
		return refuse(Damaged, fmt.Errorf("%s: %w", ref.main, err))
	}
	body := root.Child("w:body")
	if root.Name != "w:document" || body == nil || !root.UsualPrefix() || data[0] > 0x7F && !bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")) {
		return refuse(Damaged, fmt.Errorf("%s: not a document with a body and the prefix w", ref.main))
	}
	tag := string(data[root.Start:root.Open])
	if !ooxml.Declares(tag, "r") {
		tag = tag[:len(tag)-1] + ` xmlns:r="` + strings.TrimSuffix(ooxml.RelationshipType, "/") + `">`
	}
	ref.opening = ooxml.Header + tag + string(data[root.Open:body.Start]) + "<w:body>"

	refs := map[[2]string]string{}
	used, kept := map[string]bool{}, map[string]bool{} // ids of relationships
	body.Each(func(n *ooxml.Node) bool {
		if n.Name == "w:sectPr" {
			for _, k := range n.Kids { // a section without a header has that of the one before
				if isHeaderRef(k) {
					refs[[2]string{k.Name, k.Attr("w:type")}] = k.Attr("r:id")
				}
			}
		}
		return true
	})
	relationIDs(body, used)
	var last *ooxml.Node
	if n := len(body.Kids); n > 0 && body.Kids[n-1].Name == "w:sectPr" {
		last = body.Kids[n-1]
		for _, k := range last.Kids {
			if !isHeaderRef(k) {
				relationIDs(k, kept)
			}
		}
	}
	for _, k := range root.Kids { // w:background
		if k != body {
			relationIDs(k, kept)
		}
	}
	ref.section = parseSection(data, last)
	for _, element := range []string{"w:headerReference", "w:footerReference"} {
		for _, kind := range []string{"even", "default", "first"} {
			id, ok := refs[[2]string{element, kind}]
			rel, found := ref.rels.ByID(id)
			if !ok || !found || !ref.pkg.Has(ooxml.Resolve(ref.main, rel.Target)) {
				continue
			}
			kept[id] = true
			ref.section.refs = append(ref.section.refs, headerRef{element, kind, id})
			ref.section.header = ref.section.header || element == "w:headerReference"
			ref.section.footer = ref.section.footer || element == "w:footerReference"
		}
	}
	ref.rels.Keep(func(r ooxml.Relationship) bool {
		return kept[r.ID] || !used[r.ID] && !bodyOnly[r.Kind()]
	})
	return nil
}

func isHeaderRef(n *ooxml.Node) bool {
	return n.Name == "w:headerReference" || n.Name == "w:footerReference"
}

// relationIDs adds to ids the relationships that an element and those below it
// name.
func relationIDs(n *ooxml.Node, ids map[string]bool) {
	n.Each(func(n *ooxml.Node) bool {
		for _, a := range n.Attrs {
			if strings.HasPrefix(a.Name, "r:") {
				ids[a.Value] = true
			}
		}
		return true
	})
}

// bodyOnly are kinds of parts that mean nothing without the old text: they go,
// unless what we keep names them, even where nothing names them at all.
var bodyOnly = map[string]bool{
	"comments": true, "commentsExtended": true, "commentsIds": true, "commentsExtensible": true,
	"people": true, "documentTasks": true, "hyperlink": true, "image": true, "header": true, "footer": true,
	"chart": true, "chartEx": true, "oleObject": true, "package": true, "control": true, "aFChunk": true, "subDocument": true,
	"diagramData": true, "diagramLayout": true, "diagramQuickStyle": true, "diagramColors": true, "diagramDrawing": true,
	"video": true, "audio": true, "media": true, "ink": true,
}

// readParts reads styles, numbering, notes, settings and headers.
func (ref *Reference) readParts() error {
	own, err := ownSheet()
	if err != nil {
		return err
	}
	rel, _ := ref.rels.ByType("styles")
	ref.stylesName = ooxml.Resolve(ref.main, rel.Target)
	data, _ := ref.pkg.Part(ref.stylesName)
	sh, err := parseSheet(data)
	if err != nil {
		return refuse(Damaged, fmt.Errorf("%s: %w", ref.stylesName, err))
	}
	if err := ref.readNumbering(sh); err != nil {
		return err
	}
	if ref.own {
		own = sh
	}
	data, ref.ids, ref.added = sh.inject(own, map[string]string{"1": strconv.Itoa(ref.numbering.clause), "2": strconv.Itoa(ref.numbering.annex)})
	ref.headerTabs, ref.footerTabs = sh.tabs(ref.ids[sHeader]), sh.tabs(ref.ids[sFooter])
	if err := ref.readNotes(); err != nil {
		return err
	}
	if err := ref.readSettings(); err != nil {
		return err
	}
	for _, h := range ref.section.refs {
		if err := ref.readHeader(h.id); err != nil {
			return err
		}
	}
	ref.styles = data
	ref.columns = sync.OnceValues(ref.makeColumns)
	return ref.makeLooks()
}

// makeLooks prepares the parts that depend on the language of the document.
func (ref *Reference) makeLooks() error {
	ref.look = map[string]*ooxml.Package{}
	for _, l := range doc.Languages() {
		for _, hang := range []bool{false, true} {
			width := a4.textWidth()
			if hang {
				width = parseSection(nil, nil).page.textWidth()
			}
			p, err := ref.makeLook(ref.styles, l, width)
			if err != nil {
				return err
			}
			ref.look[lookKey(l, hang)] = p
		}
	}
	return nil
}

// makeLook is the parts for a language and for lines of a width.
func (ref *Reference) makeLook(styles []byte, l doc.Language, width int) (*ooxml.Package, error) {
	data, err := withLanguage(styles, l.Tag())
	if err != nil {
		return nil, refuse(Damaged, fmt.Errorf("%s: %w", ref.stylesName, err))
	}
	p := ooxml.New()
	if ref.own {
		// The leader of the table of contents ends at the right margin.
		data = bytes.ReplaceAll(data, []byte(`w:leader="dot" w:pos="8788"`), []byte(`w:leader="dot" w:pos="`+strconv.Itoa(width)+`"`))
		settings := ref.settingsName()
		s, _ := ref.pkg.Part(settings)
		p.Set(settings, bytes.Replace(s, []byte(`<w:themeFontLang w:val="nb-NO"/>`), []byte(`<w:themeFontLang w:val="`+l.Tag()+`"/>`), 1))
	}
	p.Set(ref.stylesName, data)
	p.Precompress()
	return p, nil
}

func lookKey(l doc.Language, hang bool) string {
	if hang {
		return string(l) + " hang"
	}
	return string(l)
}

func (ref *Reference) settingsName() string {
	if rel, ok := ref.rels.ByType("settings"); ok {
		return ooxml.Resolve(ref.main, rel.Target)
	}
	return ""
}

// readSettings makes sure that there are settings: without them Word opens the
// file as one of 2007.
func (ref *Reference) readSettings() error {
	name := ref.settingsName()
	data, ok := ref.pkg.Part(name)
	if !ok {
		own, err := referenceFiles.ReadFile("reference/settings.xml")
		if err != nil {
			return err
		}
		// The notes that ours name stand in no part of this file.
		own = bytes.Replace(own, []byte(ownNoteSettings), nil, 1)
		name = freeName(ref.pkg, ref.dir()+"settings", ".xml")
		ref.pkg.Set(name, own)
		ref.types.Set(name, wordType+"settings+xml")
		ref.rels.Keep(func(r ooxml.Relationship) bool { return r.Kind() != "settings" })
		ref.rels.Add("settings", ref.target(name))
		return nil
	}
	root, err := ooxml.Parse(data)
	if err != nil {
		return refuse(Damaged, fmt.Errorf("%s: %w", name, err))
	}
	if k := root.Child("w:evenAndOddHeaders"); k != nil {
		v := k.Attr("w:val")
		ref.evenOdd = v == "" || isOn(v)
	}
	return nil
}

// readHeader remembers the ids in a header or footer that the body must not use
// again.
func (ref *Reference) readHeader(id string) error {
	rel, _ := ref.rels.ByID(id)
	name := ooxml.Resolve(ref.main, rel.Target)
	data, _ := ref.pkg.Part(name)
	root, err := ooxml.Parse(data)
	if err != nil {
		return refuse(Damaged, fmt.Errorf("%s: %w", name, err))
	}
	root.Each(func(n *ooxml.Node) bool {
		switch n.Name {
		case "w:bookmarkStart":
			ref.bookmarks = max(ref.bookmarks, idOf(n, "w:id"))
		case "w:sdtPr":
			if v, err := strconv.Atoi(n.Val("w:id")); err == nil {
				ref.controls[v] = true
			}
		}
		return true
	})
	return nil
}

// dir is the folder of the main part, with a slash at its end.
func (ref *Reference) dir() string {
	dir, _ := path.Split(ref.main)
	return dir
}

// target is a part's name as a relationship of the main part gives it.
func (ref *Reference) target(name string) string {
	if rest, ok := strings.CutPrefix(name, ref.dir()); ok && !strings.Contains(rest, "/") {
		return rest
	}
	return "/" + name
}

// freeName is a name that no part has.
func freeName(pkg *ooxml.Package, stem, ext string) string {
	for i := 1; ; i++ {
		name := stem + strconv.Itoa(i) + ext
		if !pkg.Has(name) {
			return name
		}
	}
}

// takenControls is a copy that a document may add to.
func (ref *Reference) takenControls() map[int]bool { return maps.Clone(ref.controls) }
