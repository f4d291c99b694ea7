package clauses_test

import (
	"strings"
	"testing"

	"github.com/samsvar/samsvar/clauses"
	"github.com/samsvar/samsvar/generator/model"
)

// TestRoot: expressions are checked against the case that the options describe,
// without them against the core, which takes what stands below documents as it is.
func TestRoot(t *testing.T) {
	schema, problems := model.ParseDocumentSchema("exit", []byte(`{"type": "object", "required": ["days"], "properties": {"days": {"type": "integer", "title": "Days"}}}`))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	types := model.NewDocumentTypes(map[string]*model.DocumentSchema{"exit": schema})
	fsys := files("text/dpa/x.yaml", header, "text/dpa/x.nb.md", "# T\n\n{{ days .documents.exit.days }} {{ .documents.exit.dasy }}")
	if _, problems := clauses.Load(fsys, clauses.Options{}); len(problems) > 0 {
		t.Errorf("%s", messages(problems))
	}
	_, problems = clauses.Load(fsys, clauses.Options{Root: types.Root()})
	if got := messagesWithHint(problems); !strings.HasPrefix(got, "text/dpa/x.nb.md:3:33: .documents.exit.dasy is not in the case") || !strings.HasSuffix(got, "did you mean “days”?\n") {
		t.Errorf("%s", got)
	}
	l := load(t, files("text/dpa/x.yaml", header, "text/dpa/x.nb.md", "# T\n\nInnen {{ days .documents.exit.days }}."), clauses.Options{Root: types.Root()})
	for days, want := range map[int]string{0: "documents.exit.days", 5: "Innen 5 dager."} {
		c := &model.Case{Samsvar: 1}
		if days > 0 {
			c.Documents = map[string]any{"exit": map[string]any{"days": days}}
		}
		if got := strings.ReplaceAll(body(section(t, l, c.With(types).View())), "\u00a0", " "); !strings.Contains(got, want) {
			t.Errorf("%s", got)
		}
	}
}
