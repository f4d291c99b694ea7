package main

import (
	"github.com/samsvar/samsvar/generator/model"
	"github.com/spf13/cobra"
)

func (a *app) schemaCommand() *cobra.Command {
	return a.command("schema", 0, 0, func(*cobra.Command, []string) error {
		if _, err := a.stdout.Write(model.Schema(a.language)); err != nil {
			return failWrite(err, "stdout")
		}
		return nil
	})
}
