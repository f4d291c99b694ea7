package generator_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
)

// withBody lets the text of a standard be the body of the miniature document.
var withBody = []string{
	"outline:\n  - openPoints", `body: {when: ne (default "own" .agreement.standard) "own", id: .agreement.standard, sha256: .agreement.standardText.sha256}
reasons: [{when: ne .agreement.form "annexes-only", text: {nb: "teksten er standardens", nn: "teksten er i standarden", en: "the text is the standard’s"}}]
outline:
  - openPoints`,
	"  - clause: mini.audit\n", "  - {clause: mini.audit, when: ne .agreement.form \"annexes-only\"}\n",
}

// text of a made-up standard: bytes that no encoding knows, which nobody may touch.
var text = []byte("Standard\r\n\x00\xff\xfe {{ .service.name }} [[mini.audit]]")

func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}

func standardCase(standard, sha string) []string {
	return []string{"agreement:\n", "agreement:\n  standard: " + standard + "\n  standardText: {title: Made up, edition: \"1\"" + sha + "}\n"}
}

func bodyFile(name string) *generator.StandardFile {
	return &generator.StandardFile{Name: name, Data: text}
}

// standardProblems are those about the file with the standard.
func standardProblems(list []string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(s string) bool { return !strings.HasPrefix(s, "standard-") })
}

// TestStandard: the standard's own file goes with our annexes, byte for byte.
func TestStandard(t *testing.T) {
	g := miniWith(t, generator.Options{Languages: doc.Languages()}, withBody...)
	c := load(t, g, standardCase("danish", ", sha256: "+sum(text))...)
	for name, ext := range map[string]string{
		"published.pdf": "pdf", "/tmp/x/Published.DOCX": "docx", `C:\x\a.b.odt`: "odt", "../../a.md": "md", "x.txt": "txt", "x.rtf": "rtf", "x.html": "html",
	} {
		out, rep, err := g.Generate(generator.Request{Case: c, Formats: []string{"md", "html"}, Languages: []doc.Language{"nb", "en"}, StandardText: bodyFile(name)})
		if err != nil || len(standardProblems(problems(rep))) > 0 {
			t.Fatalf("%s: %v %v", name, err, problems(rep))
		}
		equal(t, name, names(out), "mini.nb.md", "mini.nb.html", "mini.en.md", "mini.en.html", "mini.standard."+ext)
		last := out[4]
		if !bytes.Equal(last.Data, text) || !last.Standard || last.Format != ext || last.Document != "mini" || last.Language != "" {
			t.Errorf("%+v", last)
		}
		for _, o := range out[:4] {
			if o.Standard || bytes.Contains(o.Data, []byte("Revisjon")) {
				t.Errorf("%s has our own body", o.Name)
			}
		}
	}
}

// TestStandardRefusals: without its own unaltered text nothing is made, and check
// says so.
func TestStandardRefusals(t *testing.T) {
	altered := bytes.ToUpper(text)
	big := &generator.StandardFile{Name: "big.pdf", Data: make([]byte, generator.MaxStandardBytes+1)}
	right := ", sha256: " + sum(text)
	types := "docx, html, md, odt, pdf, rtf, txt"
	for _, r := range []struct {
		what, sha string
		file      *generator.StandardFile
		want      string
		hint      string
	}{
		{"no file", right, nil, "standard-file-missing case.yaml the body is to be the standard “danish”, but the file with its text is not given", "--standard"},
		{"no file and no checksum", "", nil, "standard-file-missing case.yaml the body is to be the standard “danish”, but the file with its text is not given", "standards/danish.docx"},
		{"no checksum", "", bodyFile("a.pdf"), "standard-hash-missing case.yaml the checksum is missing, so that it is not known whether a.pdf is the published text; the file has SHA-256 " + sum(text),
			"compare a.pdf with the published text; if it is the same, write agreement.standardText.sha256: " + sum(text)},
		{"altered", right, &generator.StandardFile{Name: "a.pdf", Data: altered}, "standard-file-altered case.yaml a.pdf is not the text that the case names, or has been altered: its SHA-256 is " + sum(altered) + ", but should be " + sum(text), "fetch the file anew"},
		{"of no type", right, bodyFile("a"), "standard-file-type case.yaml a is not of a type that a standard can have", types},
		{"with macros", right, bodyFile("a.docm"), "standard-file-type case.yaml a.docm is not of a type that a standard can have", types},
		{"a program", right, bodyFile("a.pdf.exe"), "standard-file-type case.yaml a.pdf.exe is not of a type that a standard can have", types},
		{"a way out", right, bodyFile("a.pdf/../x"), "standard-file-type case.yaml a.pdf/../x is not of a type that a standard can have", types},
		{"without a name", right, bodyFile(""), "standard-file-type case.yaml standard is not of a type that a standard can have", types},
		{"empty", ", sha256: " + sum(nil), &generator.StandardFile{Name: "a.pdf"}, "standard-file-size case.yaml a.pdf is empty, or larger than 20 MiB", ""},
		{"too large", ", sha256: " + sum(big.Data), big, "standard-file-size case.yaml big.pdf is empty, or larger than 20 MiB", ""},
	} {
		g := miniWith(t, generator.Options{}, withBody...)
		c := load(t, g, standardCase("danish", r.sha)...)
		out, rep, err := g.Generate(generator.Request{Case: c, StandardText: r.file})
		refused(t, err, generator.BadStandard, "")
		if len(out) > 0 {
			t.Errorf("%s: %v was made", r.what, names(out))
		}
		equal(t, r.what, standardProblems(problems(rep)), r.want)
		checked, err := g.CheckRequest(generator.Request{Case: c, StandardText: r.file})
		if err != nil || checked.Complete() {
			t.Errorf("%s: check: %v", r.what, err)
		}
		equal(t, r.what, standardProblems(problems(checked)), r.want)
		for _, p := range checked.Problems {
			if strings.HasPrefix(p.Rule, "standard-") && (!strings.Contains(p.Hint("en"), r.hint) || p.Pos.Line < 15 || p.Pos.Line > 16 || !strings.HasPrefix(p.Path, "agreement.standard")) {
				t.Errorf("%s: %s %+v", r.what, p.Hint("en"), p)
			}
		}
	}
}

// TestStandardUnused: a file that no document has use for is not passed over.
func TestStandardUnused(t *testing.T) {
	for what, changes := range map[string][]string{"own": {"agreement:\n", "agreement:\n  standard: own\n"}, "none": nil} {
		g := miniWith(t, generator.Options{}, withBody...)
		_, _, err := g.Generate(generator.Request{Case: load(t, g, changes...), StandardText: bodyFile("a.pdf")})
		refused(t, err, generator.UnusedStandard, "a.pdf")
		out, rep, err := g.Generate(generator.Request{Case: load(t, g, changes...), Formats: []string{"md"}})
		if err != nil || !rep.Complete() || !bytes.Contains(out[0].Data, []byte("Revisjon")) {
			t.Errorf("%s: %v %v", what, err, problems(rep))
		}
		equal(t, what, names(out), "mini.md")
	}
	g := mini(t) // a document type that knows nothing of standards
	_, _, err := g.Generate(generator.Request{Case: load(t, g), StandardText: bodyFile("a.pdf")})
	refused(t, err, generator.UnusedStandard, "a.pdf")
}

// TestStandardInHouse: a house library can have the text; a file that is given goes
// before it.
func TestStandardInHouse(t *testing.T) {
	house := func(names ...string) generator.Options {
		fsys := fstest.MapFS{"standards/README.md": {Data: []byte("x")}, "standards/.hidden.pdf": {}, "standards/danish/x.pdf": {}, "standards/danish.old.pdf": {Data: []byte("old")}}
		for _, name := range names {
			fsys["standards/"+name] = &fstest.MapFile{Data: text}
		}
		return generator.Options{Overlay: fsys}
	}
	for _, r := range []struct {
		files []string
		given *generator.StandardFile
		want  string // the file, or the problem
	}{
		{[]string{"danish.pdf"}, nil, "mini.standard.pdf"},
		{[]string{"danish.pdf", "dfo.pdf"}, nil, "mini.standard.pdf"},
		{[]string{"danish.PDF"}, bodyFile("a.docx"), "mini.standard.docx"},
		{[]string{"danish.pdf", "danish.docx"}, bodyFile("a.docx"), "mini.standard.docx"},
		{nil, nil, "standard-file-missing case.yaml the body is to be the standard “danish”, but the file with its text is not given"},
		{[]string{"Danish.pdf"}, nil, "standard-file-missing case.yaml the body is to be the standard “danish”, but the file with its text is not given"},
		{[]string{"danish.pdf", "danish.docx"}, nil, "standard-file-several case.yaml several files of the house library claim to be the standard “danish”: standards/danish.docx, standards/danish.pdf"},
		{[]string{"danish.docm"}, nil, "standard-file-type case.yaml standards/danish.docm is not of a type that a standard can have"},
	} {
		g := miniWith(t, house(r.files...), withBody...)
		out, rep, err := g.Generate(generator.Request{Case: load(t, g, standardCase("danish", ", sha256: "+sum(text))...), Formats: []string{"md"}, StandardText: r.given})
		if strings.HasPrefix(r.want, "standard-") {
			refused(t, err, generator.BadStandard, "")
			equal(t, "refused", standardProblems(problems(rep)), r.want)
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		equal(t, "files", names(out), "mini.md", r.want)
	}
}

// TestStandardPerParty: the text once, and annexes for each party; a party cannot
// have the place of the text in the names of files.
func TestStandardPerParty(t *testing.T) {
	g := miniWith(t, generator.Options{}, append(slices.Clone(withBody), "reasons:", "perParty: {each: .controllers}\nreasons:")...)
	c := load(t, g, append(standardCase("danish", ", sha256: "+sum(text)), "controllers: [{", "controllers: [{id: oslo, name: Oslo, orgNumber: \"316382401\"}, {")...)
	out, _, err := g.Generate(generator.Request{Case: c, StandardText: bodyFile("a.md"), Formats: []string{"md"}})
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "files", names(out), "mini.oslo.md oslo", "mini.sykehuset.md sykehuset", "mini.standard.md")
	c = load(t, g, append(standardCase("danish", ", sha256: "+sum(text)), "controllers: [{", "controllers: [{id: Standard, name: Oslo, orgNumber: \"316382401\"}, {")...)
	_, rep, err := g.Generate(generator.Request{Case: c, StandardText: bodyFile("a.md")})
	refused(t, err, generator.Invalid, "")
	if !slices.ContainsFunc(problems(rep), func(s string) bool { return strings.HasPrefix(s, "party-name") }) {
		t.Error(problems(rep))
	}
}

// TestStandardTree: the annexes can be looked at without the file; words for a
// condition are there in all languages, whichever were loaded.
func TestStandardTree(t *testing.T) {
	g := miniWith(t, generator.Options{}, withBody...)
	d, rep := tree(t, g, load(t, g, standardCase("dfo", "")...), doc.Bokmal)
	equal(t, "sections", lines(d, "section 1", "section 2"), "section 1 break Intro nb {#mini.intro}", "section 2 Verneting {#mini.venue}")
	equal(t, "finding", standardProblems(problems(rep)), "standard-file-missing case.yaml the body is to be the standard “dfo”, but the file with its text is not given")
	tpl, _ := g.Templates().Template("mini")
	if words := tpl.Reason(`ne .agreement.form "annexes-only"`); words["nn"] != "teksten er i standarden" || words["en"] == "" || tpl.Reason("x") != nil {
		t.Error(words)
	}
}
