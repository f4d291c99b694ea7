package risk

import "github.com/samsvar/samsvar/generator/model"

// Suggestion is how often the processor might be audited. It is never a decision: a
// person decides, and says why (risk.auditFrequency).
type Suggestion struct {
	// Frequency is half-yearly, annual or every-two-years.
	Frequency string
	Factors   []Factor // all of them, in the order of the guidance
}

// Factor is one factor and what it rests on.
type Factor struct {
	ID string // of the guidance, such as AUD-FRQ-UP4
	// Direction is Up for more frequent audits and Down for less frequent ones.
	Direction string
	// Decided: it is known whether it applies, from the case or from a person.
	Decided bool
	Applies bool
	// ByPerson: a person has said so in risk.auditFrequency.factors, which goes before
	// what the case tells.
	ByPerson bool
	// Reason is a code for the words, with what it rests on; Text is a person's own.
	Reason string
	Args   map[string]string
	Text   string
}

// The directions.
const (
	Up   = "up"
	Down = "down"
)

// AuditSuggestion suggests how often to audit the processor, by the factors of the
// guidance.
func AuditSuggestion(c *model.Case, r *Register) Suggestion { return Suggestion{} }
