// Command write makes the case files of the variants, for checks outside Go: in
// each folder of the examples it reads <base>/case.yaml, and in DIR it writes
// <variant>/case.yaml, and beside it the standard text of a variant that has one.
//
//	go run ./examples/internal/variant/write EXAMPLES DIR
package main

import (
	"bytes"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/samsvar/samsvar/examples/internal/variant"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 3 {
		log.Fatal("usage: write EXAMPLES DIR")
	}
	if err := write(os.Args[1], os.Args[2]); err != nil {
		log.Fatal(err)
	}
}

func write(examples, dir string) error {
	variants, err := variant.All(os.DirFS(filepath.Join(examples, "variants")))
	if err != nil {
		return err
	}
	for _, v := range variants {
		base, err := os.ReadFile(filepath.Join(examples, v.Base, "case.yaml"))
		if err != nil {
			return err
		}
		text, err := v.Case(bytes.NewReader(base))
		if err != nil {
			return fmt.Errorf("%s: %w", v.Name, err)
		}
		folder := filepath.Join(dir, v.Name)
		if v.Draft {
			folder += ".draft"
		}
		if err := os.MkdirAll(folder, 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(folder, "case.yaml"), text, 0o666); err != nil {
			return err
		}
		if v.Standard == "" {
			continue
		}
		standard, err := os.ReadFile(filepath.Join(examples, "testdata", v.Standard))
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(folder, "standard"+filepath.Ext(v.Standard)), standard, 0o666); err != nil {
			return err
		}
	}
	return nil
}
