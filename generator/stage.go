package generator

// Stage is what a document is made for.
type Stage string

// A Draft shows what is open and is made whatever that is. A Tender leaves the
// places that the supplier fills in and refuses while anything else is open. A
// Final version refuses while an error or an open point of the phase remains.
const (
	Draft  Stage = ""
	Tender Stage = "tender"
	Final  Stage = "final"
)

// stage that the request asks for.
func (r Request) stage() Stage {
	if r.Final {
		return Final
	}
	return r.Stage
}

// refusal is the reason for which a report stops a stage; empty when it does not.
func (s Stage) refusal(complete bool) Reason {
	switch {
	case complete || s == Draft:
		return ""
	case s == Tender:
		return NotTender
	}
	return NotFinal
}
