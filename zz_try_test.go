package samsvar_test

import (
	"errors"
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/samsvar/samsvar/doc"
	"github.com/samsvar/samsvar/generator"
)

func TestTry(t *testing.T) {
	start := time.Now()
	g, err := generator.New(generator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	fmt.Println("load", time.Since(start))
	for _, n := range []string{"normsykehuset", "kommune-avstandsoppfolging", "fastlegekontor"} {
		f, _ := os.Open("examples/" + n + "/case.yaml")
		c, p := g.Load("case.yaml", f)
		fmt.Println(n, len(p))
		start := time.Now()
		out, rep, err := g.Generate(generator.Request{Case: c, Formats: []string{"docx", "html", "md"}})
		fmt.Println("generate", time.Since(start))
		var r *generator.RefusedError
		if err != nil && !errors.As(err, &r) {
			t.Error(n, err)
		}
		for _, p := range rep.Problems {
			fmt.Println("  ", p.Pos.File, p.Pos.Line, p.Severity(), p.Path, p.Message("nb"), p.Hint("nb"))
		}
		for _, o := range rep.Open {
			fmt.Println("  ", o.No, o.Path, o.Label, o.Responsible, o.Place, o.Reserved)
		}
		for _, o := range out {
			os.WriteFile("/tmp/try/"+n+"."+o.Format, o.Data, 0o644)
		}
		d, _, err := g.Tree(c, "dpa", "nb")
		if err == nil {
			os.WriteFile("/tmp/try/"+n+".txt", []byte(doc.Dump(d)), 0o644)
		}
	}
}
