// Command generate writes the guide to the rules. It is run by go generate in the
// folder of package report.
package main

import (
	"fmt"
	"os"

	"github.com/samsvar/samsvar/generator/report/internal/ruleguide"
)

func main() {
	if err := os.WriteFile("../../doc/guide/rules.md", ruleguide.Guide(), 0o644); err != nil {
		fmt.Fprintln(os.Stderr, "rules:", err)
		os.Exit(1)
	}
}
