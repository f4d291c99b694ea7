package clauses

import (
	"bytes"
	"regexp"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// The three parsers of our own run before goldmark's, so that nothing within
// {{ }}, [[ ]] or the head of a ::: fence is ever read as Markdown.

var (
	kindExpr      = ast.NewNodeKind("Expression")
	kindAnchor    = ast.NewNodeKind("Anchor")
	kindReference = ast.NewNodeKind("Reference")
	kindBroken    = ast.NewNodeKind("Broken") // looks like one of ours and is not
	kindFence     = ast.NewNodeKind("Fence")
)

// newMarkdown is plain CommonMark with our parsers. It has no link definitions:
// they would take a paragraph such as "[a]: b" out of the text.
func newMarkdown() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(append(parser.DefaultBlockParsers(), util.Prioritized(fenceParser{}, 50))...),
		parser.WithInlineParsers(append(parser.DefaultInlineParsers(),
			util.Prioritized(braceParser{}, 50), util.Prioritized(referenceParser{}, 60))...),
	)
}

// mark is an inline node of ours: its text and where it begins.
type mark struct {
	ast.BaseInline
	kind  ast.NodeKind
	text  string
	start int // offset in the source
}

func (m *mark) Kind() ast.NodeKind         { return m.kind }
func (m *mark) Dump(src []byte, depth int) { ast.DumpHelper(m, src, depth, nil, nil) }

// braceParser reads {{ expression }} and {#anchor}. A quoted }} does not end an
// expression, and an expression may run over several lines.
type braceParser struct{}

func (braceParser) Trigger() []byte { return []byte{'{', '}'} }

var anchorForm = regexp.MustCompile(`^\{#([a-z0-9]+(?:-[a-z0-9]+)*)\}`)

func (braceParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if m := anchorForm.FindSubmatch(line); m != nil {
		block.Advance(len(m[0]))
		return &mark{kind: kindAnchor, text: string(m[1]), start: segment.Start}
	}
	switch {
	case bytes.HasPrefix(line, []byte("{{")):
	case bytes.HasPrefix(line, []byte("{#")):
		return broken(block, line, segment, "}")
	case bytes.HasPrefix(line, []byte("}}")):
		return broken(block, line[:2], segment, "")
	default:
		return nil
	}
	savedLine, saved := block.Position()
	block.Advance(2)
	var source []byte
	var quote byte
	for {
		line, _ := block.PeekLine()
		if line == nil {
			block.SetPosition(savedLine, saved)
			line, segment := block.PeekLine()
			return broken(block, line[:2], segment, "")
		}
		for i := 0; i < len(line); i++ {
			switch c := line[i]; {
			case quote != 0:
				if c == '\\' && quote == '"' {
					i++
				} else if c == quote {
					quote = 0
				}
			case c == '"' || c == '`':
				quote = c
			case c == '}' && i+1 < len(line) && line[i+1] == '}':
				source = append(source, line[:i]...)
				block.Advance(i + 2)
				return &mark{kind: kindExpr, text: string(bytes.TrimSpace(source)), start: segment.Start}
			}
		}
		source = append(source, line...)
		block.AdvanceLine()
	}
}

// broken is a mark that is not well formed; it reaches to end, where the line has
// it. As text, it would be printed in the document.
func broken(block text.Reader, line []byte, segment text.Segment, end string) ast.Node {
	n := min(2, len(line))
	if i := bytes.Index(line, []byte(end)); end != "" && i >= 0 {
		n = i + len(end)
	}
	block.Advance(n)
	return &mark{kind: kindBroken, text: string(line[:n]), start: segment.Start}
}

// referenceParser reads [[target]].
type referenceParser struct{}

func (referenceParser) Trigger() []byte { return []byte{'['} }

var referenceForm = regexp.MustCompile(`^\[\[([a-z0-9.:-]+(?:#[a-z0-9-]+)?)\]\]`)

func (referenceParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	m := referenceForm.FindSubmatch(line)
	switch {
	case m != nil:
	case bytes.HasPrefix(line, []byte("[[")):
		return broken(block, line, segment, "]]")
	default:
		return nil
	}
	block.Advance(len(m[0]))
	return &mark{kind: kindReference, text: string(m[1]), start: segment.Start}
}

// fence is a ::: block.
type fence struct {
	ast.BaseBlock
	colons int
	head   string // what follows the colons
	start  int
	closed bool
}

func (f *fence) Kind() ast.NodeKind         { return kindFence }
func (f *fence) Dump(src []byte, depth int) { ast.DumpHelper(f, src, depth, nil, nil) }

// fenceParser reads pandoc's fences: three or more colons and a head open a
// block, a line of just as many colons closes it.
type fenceParser struct{}

func (fenceParser) Trigger() []byte { return []byte{':'} }

func countColons(line []byte) (n int, rest []byte) {
	line = bytes.TrimLeft(line, " ")
	for n < len(line) && line[n] == ':' {
		n++
	}
	return n, bytes.TrimSpace(line[n:])
}

func (fenceParser) Open(_ ast.Node, reader text.Reader, _ parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	n, head := countColons(line)
	if n < 3 {
		return nil, parser.NoChildren
	}
	reader.AdvanceToEOL()
	if len(head) == 0 { // closes nothing
		return &fence{start: segment.Start, closed: true}, parser.NoChildren
	}
	return &fence{colons: n, head: string(head), start: segment.Start}, parser.HasChildren
}

func (fenceParser) Continue(node ast.Node, reader text.Reader, _ parser.Context) parser.State {
	f := node.(*fence)
	if f.head == "" {
		return parser.Close
	}
	line, _ := reader.PeekLine()
	if n, rest := countColons(line); n == f.colons && len(rest) == 0 {
		f.closed = true
		reader.AdvanceToEOL()
		return parser.Close
	}
	return parser.Continue | parser.HasChildren
}

func (fenceParser) Close(ast.Node, text.Reader, parser.Context) {}
func (fenceParser) CanInterruptParagraph() bool                 { return true }
func (fenceParser) CanAcceptIndentedLine() bool                 { return false }
