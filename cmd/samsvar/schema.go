package main

import (
	"github.com/samsvar/samsvar/doc"
	"github.com/spf13/cobra"
)

func (a *app) schemaCommand() *cobra.Command {
	var overlay word
	cmd := a.command("schema", 0, 0, func(*cobra.Command, []string) error {
		lib, err := a.wholeLibrary(string(overlay), doc.Bokmal)
		if err != nil {
			return err
		}
		if _, err := a.stdout.Write(lib.Schema(doc.Language(a.language))); err != nil {
			return failWrite(err, "stdout")
		}
		return nil
	})
	a.overlayFlag(cmd, &overlay)
	return cmd
}
