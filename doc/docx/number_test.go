package docx

import (
	"strconv"
	"strings"
	"testing"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/doc/internal/ooxml"
)

// word counts paragraphs as Word does, from the parts of the file alone
// (ISO/IEC 29500-1, 17.9), and gives the number of each bookmark's paragraph: as
// it stands (\r) and with its context (\w).
type word struct {
	styles  map[string]*ooxml.Node
	levels  map[string][]*ooxml.Node // by w:numId
	counts  map[string]*[9]int       // by w:numId
	numbers map[string][2]string
}

func tree(t *testing.T, parts map[string]string, name string) *ooxml.Node {
	t.Helper()
	n, err := ooxml.Parse([]byte(parts[name]))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func countLikeWord(t *testing.T, parts map[string]string) map[string][2]string {
	w := word{map[string]*ooxml.Node{}, map[string][]*ooxml.Node{}, map[string]*[9]int{}, map[string][2]string{}}
	ooxml.EachNamed(tree(t, parts, "word/styles.xml"), "w:style", func(n *ooxml.Node) { w.styles[n.Attr("w:styleId")] = n })
	abstract := map[string][]*ooxml.Node{}
	numbering := tree(t, parts, "word/numbering.xml")
	ooxml.EachNamed(numbering, "w:abstractNum", func(n *ooxml.Node) {
		ooxml.EachNamed(n, "w:lvl", func(l *ooxml.Node) {
			abstract[n.Attr("w:abstractNumId")] = append(abstract[n.Attr("w:abstractNumId")], l)
		})
	})
	ooxml.EachNamed(numbering, "w:num", func(n *ooxml.Node) { w.levels[n.Attr("w:numId")] = abstract[n.Val("w:abstractNumId")] })
	ooxml.EachNamed(tree(t, parts, "word/document.xml"), "w:p", w.paragraph)
	return w.numbers
}

func (w *word) paragraph(p *ooxml.Node) {
	list, level := w.list(p)
	short, full := "", ""
	if list != "" && list != "0" {
		c := w.counts[list]
		if c == nil {
			c = new([9]int)
			w.counts[list] = c
		}
		c[level]++
		for l := level + 1; l < len(c); l++ {
			c[l] = 0
		}
		levels := w.levels[list]
		short = strings.TrimSuffix(label(levels, level, c), ".")
		full = short
		if text := levels[level].Val("w:lvlText"); !strings.Contains(text, "%1") {
			// the levels above that the text does not hold itself
			for l := level - 1; l >= 0; l-- {
				if c[l] > 0 {
					full = strings.TrimSuffix(label(levels, l, c), ".") + full
					if strings.Contains(levels[l].Val("w:lvlText"), "%1") {
						break
					}
				}
			}
		}
	}
	ooxml.EachNamed(p, "w:bookmarkStart", func(b *ooxml.Node) { w.numbers[b.Attr("w:name")] = [2]string{short, full} })
}

// list finds the list of a paragraph, its own or that of its style.
func (w *word) list(p *ooxml.Node) (id string, level int) {
	n := p.Path("w:pPr", "w:numPr")
	s := ""
	if k := p.Path("w:pPr", "w:pStyle"); k != nil {
		s = k.Attr("w:val")
	}
	for n == nil && s != "" {
		n = w.styles[s].Path("w:pPr", "w:numPr")
		s = w.styles[s].Val("w:basedOn")
	}
	if n == nil {
		return "", 0
	}
	level, _ = strconv.Atoi(n.Val("w:ilvl"))
	return n.Val("w:numId"), level
}

func label(levels []*ooxml.Node, level int, c *[9]int) string {
	out := levels[level].Val("w:lvlText")
	for l := range level + 1 {
		s := strconv.Itoa(c[l])
		switch levels[l].Val("w:numFmt") {
		case "lowerLetter":
			s = string(rune('a' + c[l] - 1))
		case "upperLetter":
			s = string(rune('A' + c[l] - 1))
		case "lowerRoman":
			s = []string{"", "i", "ii", "iii", "iv", "v"}[c[l]]
		}
		out = strings.ReplaceAll(out, "%"+strconv.Itoa(l+1), s)
	}
	return out
}

// What Word will show when it updates the fields is what stands in them already.
func TestWordCountsAsDocNumberDid(t *testing.T) {
	customer := pack(t, customerParts())
	for name, ref := range map[string]*Reference{"own": nil, "customer": parse(t, customer), "own document": parse(t, write(t, sample(doc.Bokmal), nil))} {
		for _, l := range doc.Languages() {
			d := sample(l)
			got := countLikeWord(t, unpack(t, write(t, d, ref)))
			checked := 0
			check := func(id, short, full string) {
				if n := got[bookmarkName(id)]; id != "" && n != [2]string{short, full} {
					t.Errorf("%s %s: %s is %q in word, %q for us", name, l, id, n, []string{short, full})
				}
				checked++
			}
			_ = doc.Walk(d.Blocks, func(x doc.Block) error {
				switch x := x.(type) {
				case *doc.Section:
					check(x.ID, x.Number, x.Number)
				case *doc.Paragraph:
					check(x.ID, x.Number, x.Full)
				}
				return nil
			})
			if checked < 20 {
				t.Errorf("only %d blocks", checked)
			}
		}
	}
}
