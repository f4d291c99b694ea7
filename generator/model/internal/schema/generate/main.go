// Command generate writes schema.nb.json and schema.en.json of package model. It
// is run by go generate in the folder of that package.
package main

import (
	"fmt"
	"os"

	"github.com/samsvar/samsvar/generator/model/internal/schema"
)

func main() {
	for _, language := range []string{"nb", "en"} {
		text, err := schema.Build(os.DirFS("."), language)
		if err == nil {
			err = os.WriteFile("schema."+language+".json", text, 0o644)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, "schema:", err)
			os.Exit(1)
		}
	}
}
