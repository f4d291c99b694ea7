// Command generate writes schema.nb.json and schema.en.json of package model, and
// the guide to the case file. It is run by go generate in the folder of that
// package.
package main

import (
	"fmt"
	"os"

	"github.com/samsvar/samsvar/generator/model/internal/schema"
)

func main() {
	for _, language := range []string{"nb", "en"} {
		text, err := schema.Build(os.DirFS("."), language)
		write("schema."+language+".json", text, err)
	}
	text, err := schema.Guide(os.DirFS("."))
	write("../../doc/guide/data-model.md", text, err)
}

func write(name string, text []byte, err error) {
	if err == nil {
		err = os.WriteFile(name, text, 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "schema:", err)
		os.Exit(1)
	}
}
