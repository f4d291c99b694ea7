package templates_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator/report"
	"github.com/samsvar/samsvar/generator/risk"
	"github.com/samsvar/samsvar/templates"
)

// The scales that come with the program, with their size.
var shipped = map[string][2]int{"webinar-5x5": {5, 5}, "iso27005-5x5": {5, 5}, "four-4x4": {4, 4}, "simple-3x3": {3, 3}}

// scales reads those that come with the program.
func scales(t *testing.T) map[string]*risk.Scale {
	t.Helper()
	names, err := fs.Glob(templates.Embedded(), "risk/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*risk.Scale{}
	for _, name := range names {
		if filepath.Base(name) == "template.yaml" {
			continue
		}
		text, err := fs.ReadFile(templates.Embedded(), name)
		if err != nil {
			t.Fatal(err)
		}
		scale, problems := templates.ParseScale(name, text, doc.Languages()...)
		if len(problems) > 0 {
			t.Fatalf("%s", messages(problems))
		}
		out[scale.ID] = scale
	}
	return out
}

// TestScales: each scale has its size, rises in both directions from one end of its
// levels to the other, has the five dimensions, and says who may accept what.
func TestScales(t *testing.T) {
	read := scales(t)
	if len(read) != len(shipped) {
		t.Fatalf("%d scales", len(read))
	}
	for id, size := range shipped {
		s := read[id]
		if s == nil || len(s.Likelihood) != size[0] || len(s.Consequence) != size[1] || len(s.Cells) != size[0] {
			t.Errorf("%s is not %d by %d", id, size[0], size[1])
			continue
		}
		if s.Combine != risk.Highest {
			t.Errorf("%s combines by %s: a mean hides harm to patients", id, s.Combine)
		}
		rises(t, s)
		if lowest, highest := s.Cell(1, 1), s.Cell(size[0], size[1]); lowest != 0 || highest != len(s.Levels)-1 {
			t.Errorf("%s goes from level %d to %d of %d", id, lowest, highest, len(s.Levels))
		}
		for _, d := range []string{"patientSafety", "privacy", "service", "economy", "reputation"} {
			if s.Dimension(d) < 0 {
				t.Errorf("%s has no dimension %s", id, d)
			}
		}
		if last := s.Levels[len(s.Levels)-1]; s.Levels[0].Accept != risk.Yes || last.Accept != risk.No {
			t.Errorf("%s: the lowest level is accepted with %s, the highest with %s", id, s.Levels[0].Accept, last.Accept)
		}
		for _, l := range s.Levels {
			for _, language := range doc.Languages() {
				if l.By[language] == "" || l.Text[language] == "" || l.Tone == doc.NoTone {
					t.Errorf("%s: the level %s says too little in %s", id, l.ID, language)
				}
			}
		}
	}
}

// rises checks that no cell is lower than one of less likelihood or consequence.
func rises(t *testing.T, s *risk.Scale) {
	t.Helper()
	n, m := len(s.Likelihood), len(s.Consequence)
	for l := 1; l <= n; l++ {
		if len(s.Cells[l-1]) != m {
			t.Fatalf("%s: %d cells at likelihood %d", s.ID, len(s.Cells[l-1]), l)
		}
		for c := 1; c <= m; c++ {
			if s.Cell(l, c) < s.Cell(l-1, c) || s.Cell(l, c) < s.Cell(l, c-1) {
				t.Errorf("%s dips at likelihood %d and consequence %d", s.ID, l, c)
			}
		}
	}
}

// TestWebinarLabels: the labels are those of the source, and the note says what is not.
func TestWebinarLabels(t *testing.T) {
	s := scales(t)["webinar-5x5"]
	labels := func(steps []risk.Step) string {
		var out []string
		for _, step := range steps {
			out = append(out, step.Label[doc.Bokmal])
		}
		return strings.Join(out, ", ")
	}
	if got := labels(s.Likelihood); got != "Usannsynlig, Mindre sannsynlig, Mulig, Sannsynlig, Svært sannsynlig" {
		t.Error(got)
	}
	if got := labels(s.Consequence); got != "Ubetydelig, Lav, Moderat, Alvorlig, Svært alvorlig" {
		t.Error(got)
	}
	var levels []string
	for _, l := range s.Levels {
		levels = append(levels, l.Label[doc.Bokmal])
	}
	if got := strings.Join(levels, ", "); got != "Lav, Middels, Høy, Svært høy" {
		t.Error(got)
	}
	if !strings.Contains(s.Note[doc.Bokmal], "Nivåene i cellene") {
		t.Errorf("the note does not say whose the cells are: %s", s.Note[doc.Bokmal])
	}
}

// TestRejectScale: each file of testdata/reject-scale is a scale called house-2x2 that
// must be refused, named after the rule that refuses it (rule.yaml or
// rule.variant.yaml), with the messages beside it.
func TestRejectScale(t *testing.T) {
	names, err := filepath.Glob("testdata/reject-scale/*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatalf("no scales: %v", err)
	}
	seen := map[string]bool{}
	for _, name := range names {
		rule, _, _ := strings.Cut(filepath.Base(name), ".")
		seen[rule] = true
		t.Run(strings.TrimSuffix(filepath.Base(name), ".yaml"), func(t *testing.T) {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			scale, problems := templates.ParseScale("risk/house-2x2.yaml", text, doc.Languages()...)
			found := false
			for _, p := range problems {
				found = found || p.Rule == rule && p.Severity() == report.Error
				if p.Pos.Line < 1 || p.Pos.Column < 1 {
					t.Errorf("%s has no place", p.Rule)
				}
			}
			if !found || scale != nil {
				t.Errorf("no error %s", rule)
			}
			expected := strings.TrimSuffix(name, ".yaml") + ".expected"
			if *update {
				if err := os.WriteFile(expected, []byte(messages(problems)), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(expected)
			if err != nil || string(want) != messages(problems) {
				t.Errorf("got:\n%s", messages(problems))
			}
		})
	}
	expected, _ := filepath.Glob("testdata/reject-scale/*.expected")
	if len(expected) != len(names) {
		t.Errorf("%d files of messages for %d scales", len(expected), len(names))
	}
	for _, r := range report.Rules() {
		if strings.HasPrefix(r.ID, "scale-") && !seen[r.ID] {
			t.Errorf("no scale is refused by %s", r.ID)
		}
	}
}

// TestSetScales: the scales of a set, with one replaced and one added by a house
// library; the files of a document type in the same folder are no scales.
func TestSetScales(t *testing.T) {
	read := func(name string) *fstest.MapFile {
		text, err := fs.ReadFile(templates.Embedded(), name)
		if err != nil {
			t.Fatal(err)
		}
		return &fstest.MapFile{Data: text}
	}
	own, err := os.ReadFile("testdata/scale/house-2x2.yaml")
	if err != nil {
		t.Fatal(err)
	}
	ours := read("risk/simple-3x3.yaml")
	ours.Data = []byte(strings.Replace(string(ours.Data), "Tre ganger tre", "Vår egen", 1))
	base := fstest.MapFS{
		"risk/webinar-5x5.yaml": read("risk/webinar-5x5.yaml"), "risk/simple-3x3.yaml": read("risk/simple-3x3.yaml"),
		"risk/template.yaml": {Data: []byte("id: risk\ntitle: Risk\nform: document\naudience: internal\nphase: planning\nsubject: x\noutline: [{clause: dpa.x}]\n")},
	}
	house := fstest.MapFS{"risk/house-2x2.yaml": {Data: own}, "risk/simple-3x3.yaml": ours}
	set, problems := templates.Load(base, library(t, doc.Languages()...), templates.Options{Overlay: house})
	if len(problems) > 0 {
		t.Fatalf("%s", messages(problems))
	}
	var ids []string
	for _, s := range set.Scales() {
		ids = append(ids, s.ID)
	}
	if got := strings.Join(ids, " "); got != "house-2x2 simple-3x3 webinar-5x5" {
		t.Error(got)
	}
	if s, ok := set.Scale("simple-3x3"); !ok || s.Title[doc.Bokmal] != "Vår egen" {
		t.Errorf("the house library does not replace: %v", s)
	}
	if _, ok := set.Scale("template"); ok || len(set.IDs()) != 1 {
		t.Error("the document type is taken for a scale")
	}
	if got := strings.Join(set.Overridden(), " "); got != "risk/simple-3x3.yaml" {
		t.Errorf("replaced: %s", got)
	}
	if got := set.CheckBases(); len(got) != 1 || got[0].Args["id"] != "simple-3x3" {
		t.Errorf("bases: %+v", got)
	}
	if got := strings.Join(templates.Files(base, "risk"), " "); got != "risk/template.yaml" {
		t.Errorf("files of the document type: %s", got)
	}
	for id, want := range map[string]int{"simple-3x3": 1, "template": 0, "none": 0, "../risk/simple-3x3": 0, "": 0} {
		if got := templates.ScaleFiles(base, id); len(got) != want {
			t.Errorf("files of the scale %q: %v", id, got)
		}
	}
}

// TestParseScaleOrder: the matrix is written as it is drawn, and held with the lowest
// likelihood first.
func TestParseScaleOrder(t *testing.T) {
	text, err := os.ReadFile("testdata/scale/house-2x2.yaml")
	if err != nil {
		t.Fatal(err)
	}
	s, problems := templates.ParseScale("risk/house-2x2.yaml", text, doc.Languages()...)
	if len(problems) > 0 {
		t.Fatalf("%s", messages(problems))
	}
	if s.Cell(1, 2) != 0 || s.Cell(2, 1) != 0 || s.Cell(2, 2) != 1 {
		t.Errorf("cells %v", s.Cells)
	}
	if s.Levels[0].Tone != doc.ToneLow || s.Levels[1].Tone != doc.ToneHigh || s.Levels[0].Accept != risk.Yes || s.Levels[1].Accept != risk.No {
		t.Errorf("levels %+v", s.Levels)
	}
	if s.Likelihood[1].Meaning[doc.Nynorsk] != "Kvart år." || s.Dimensions[0].Meaning[1][doc.English] != "Many." || s.File != "risk/house-2x2.yaml" {
		t.Errorf("texts of %+v", s)
	}
}

// FuzzParseScale: whatever the file holds, there is a sound scale or a problem, and a
// fault of a scale has a place in the file.
func FuzzParseScale(f *testing.F) {
	names, err := filepath.Glob("testdata/*scale/*.yaml")
	if err != nil || len(names) < 20 {
		f.Fatal(len(names), err)
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		s, problems := templates.ParseScale("risk/house-2x2.yaml", text, doc.Languages()...)
		for _, p := range problems {
			if p.Pos.Line < 1 && strings.HasPrefix(p.Rule, "scale-") { // of a file that is no YAML it is not always known
				t.Errorf("%s has no place", p.Rule)
			}
		}
		if s == nil {
			if len(problems) == 0 {
				t.Error("neither a scale nor a problem")
			}
			return
		}
		rises(t, s)
		for _, l := range s.Levels {
			if l.Accept == "" || l.Tone == doc.NoTone {
				t.Errorf("the level %s is not whole", l.ID)
			}
		}
	})
}
