package model

// Check lowers or silences a warning of one rule. An error cannot be silenced. The
// reason is repeated in the report and in a draft's list of open points.
type Check struct {
	// Rule is an id of samsvar list rules.
	Rule string `json:"rule,omitempty" jsonschema:"required,minLength=1"`
	// Path is where the warning is, or something above that; absent is the whole
	// case.
	Path string `json:"path,omitempty"`
	// Severity that the warning gets: info, or none to leave it out. It is not "off",
	// which many YAML readers take for false.
	Severity string `json:"severity,omitempty" jsonschema:"required,enum=info,enum=none"`
	Reason   string `json:"reason,omitempty" jsonschema:"required,minLength=1"`
	By       string `json:"by,omitempty"`
	Date     Date   `json:"date,omitempty"`
}
