package generator_test

import (
	"fmt"
	"log"
	"os"

	"github.com/samsvar/samsvar/generator"
)

func Example() {
	g, err := generator.New(generator.Options{}) // once; safe for concurrent use
	if err != nil {
		log.Fatal(err)
	}
	file, err := os.Open("../examples/normsykehuset/case.yaml")
	if err != nil {
		log.Fatal(err)
	}
	defer file.Close()

	c, problems := g.Load("case.yaml", file)
	for _, p := range problems {
		fmt.Printf("%s:%d: %s: %s\n", p.Pos.File, p.Pos.Line, p.Path, p.Message("en"))
	}
	outputs, report, err := g.Generate(generator.Request{Case: c, Documents: []string{"dpa"}, Formats: []string{"docx", "html"}})
	if err != nil {
		log.Fatal(err) // *generator.RefusedError says why, and the report has the details
	}
	for _, o := range outputs {
		fmt.Println(o.Name, len(o.Data) > 0)
	}
	fmt.Println("complete:", report.Complete(), "open points:", len(report.Open))
	// Output:
	// dpa.docx true
	// dpa.html true
	// complete: true open points: 0
}

// A draft is made of what there is; what is missing is in the report, with who
// supplies it.
func ExampleGenerator_Check() {
	g, err := generator.New(generator.Options{})
	if err != nil {
		log.Fatal(err)
	}
	file, err := os.Open("../examples/fastlegekontor/case.yaml")
	if err != nil {
		log.Fatal(err)
	}
	defer file.Close()

	c, _ := g.Load("case.yaml", file)
	report, err := g.Check(c, "dpa")
	if err != nil {
		log.Fatal(err)
	}
	for _, o := range report.Open {
		if o.Path == "agreement.breachNoticeHours" {
			fmt.Printf("%s: %s (%s)\n", o.Pos.File, o.Path, o.Responsible)
		}
	}
	fmt.Println("complete:", report.Complete())
	// Output:
	// case.yaml: agreement.breachNoticeHours (controller)
	// complete: false
}
