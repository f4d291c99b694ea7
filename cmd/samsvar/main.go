// Command samsvar makes Word documents of one YAML case file. It is a thin layer
// over package generator: it reads and writes files, prints, hints and exits.
package main

import "os"

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Getenv))
}
