package risk

import "github.com/samsvar/samsvar/generator/model"

// Suggestion is how often the processor might be audited. It is never a decision: a
// person decides, and says why (risk.auditFrequency).
type Suggestion struct {
	Frequency string   // HalfYearly, Annual or EveryTwoYears
	Factors   []Factor // all of them, in the order of the guidance
}

// The frequencies that are suggested, as the case has them.
const (
	HalfYearly    = "half-yearly"
	Annual        = "annual"
	EveryTwoYears = "every-two-years"
)

// Factor is one factor and what it rests on.
type Factor struct {
	ID        string // of the guidance, such as AUD-FRQ-UP4
	Direction string // Up: audits are more frequent when it applies; Down: less
	// Decided: it is known whether it applies, from the case or from a person.
	Decided bool
	Applies bool
	// ByPerson: a person has said it in risk.auditFrequency.factors, which goes before
	// what the case tells; Text is the reason given.
	ByPerson bool
	Text     string
	// Reason is what the case tells, as a code for the words (AuditReasons), with what
	// fills them in; several values of an enumeration are joined by +. Facts are the
	// paths in the case that it rests on.
	Reason string
	Args   map[string]string
	Facts  []string
}

// The directions.
const (
	Up   = "up"
	Down = "down"
)

// AuditSuggestion suggests how often to audit the processor, by the factors of the
// guidance. The base is once a year. UP1 to UP3 are what is processed, UP4 to UP7 what
// has happened:
//
//   - half-yearly: something has happened, and what is processed calls for more too; or
//     at least two things have happened; or all of UP1 to UP3 apply
//   - every two years: long experience (DOWN1), it is known that nothing of UP4 to UP7
//     has happened, at most one of UP1 to UP3 applies, and no current risk is at a level
//     that cannot be accepted
//   - otherwise once a year
//
// A factor that nobody has decided counts for nothing, except that it stands in the way
// of fewer audits. r may be nil.
func AuditSuggestion(c *model.Case, r *Register) Suggestion {
	s := Suggestion{Frequency: Annual, Factors: factors(c)}
	count := func(ids ...string) (applies, undecided int) {
		for _, f := range s.Factors {
			for _, id := range ids {
				switch {
				case f.ID != id:
				case !f.Decided:
					undecided++
				case f.Applies:
					applies++
				}
			}
		}
		return applies, undecided
	}
	processed, _ := count(Volume, Special, Intrusive)
	happened, unknown := count(Trouble, Breaches, SubprocessorChange, OwnerChange)
	experience, _ := count(Experience)
	switch {
	case happened > 0 && processed > 0, happened > 1, processed == 3:
		s.Frequency = HalfYearly
	case experience > 0 && happened == 0 && unknown == 0 && processed < 2 && !unacceptable(r):
		s.Frequency = EveryTwoYears
	}
	return s
}

// unacceptable: a current risk is at a level that cannot be accepted.
func unacceptable(r *Register) bool {
	if r == nil {
		return false
	}
	for level, n := range r.Counts(Current) {
		if n > 0 && r.Scale.Levels[level].Accept == No {
			return true
		}
	}
	return false
}
