package risk

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/samsvar/samsvar/generator/model"
)

// The factors, by their ids in the guidance.
const (
	Volume             = "AUD-FRQ-UP1"   // volume of health data
	Special            = "AUD-FRQ-UP2"   // special categories or other sensitive data
	Intrusive          = "AUD-FRQ-UP3"   // how intrusive the processing is
	Trouble            = "AUD-FRQ-UP4"   // earlier trouble in keeping the agreement
	Breaches           = "AUD-FRQ-UP5"   // several serious breaches, or a recent one
	SubprocessorChange = "AUD-FRQ-UP6"   // frequent change of sub-processors
	OwnerChange        = "AUD-FRQ-UP7"   // frequent change of owners, or another large change
	Experience         = "AUD-FRQ-DOWN1" // long experience with the processor
)

// The limits are ours; the guidance has none.
const (
	ManySubjects      = 10_000 // data subjects whose health data are processed
	ManyChanges       = 2      // sub-processors approved in the last twelve months, after signing
	LongExperience    = 5      // years since the agreement was signed
	lastMonthsChanges = 12
)

// AuditReasons lists the codes of Factor.Reason, with the names of their arguments.
func AuditReasons() map[string][]string {
	return map[string][]string{
		"volume": {"count", "limit"}, "volume-unknown": {"limit"},
		"special": {"special"}, "criminal": nil, "special-none": nil, "special-unknown": nil,
		"intrusive": {"areas", "data", "subjects"}, "intrusive-none": nil, "intrusive-unknown": nil,
		"person":        nil, // only a person can tell
		"subprocessors": {"count", "from", "to"}, "subprocessors-unknown": nil,
		"ownership":  {"parent", "country"}, // what is known; whether it has changed, a person tells
		"experience": {"years", "since"}, "experience-unknown": nil,
	}
}

// factors are all factors, as the case tells them and as a person has decided.
func factors(c *model.Case) []Factor {
	p := c.Processing
	if p == nil {
		p = &model.Processing{}
	}
	out := []Factor{
		volume(p), special(p), intrusive(c.Service, p), told(Trouble, "person"), told(Breaches, "person"),
		subprocessorChange(c), ownerChange(c.Processor), experience(c),
	}
	if c.Risk == nil || c.Risk.AuditFrequency == nil {
		return out
	}
	for i := range out {
		f := &out[i]
		said, ok := c.Risk.AuditFrequency.Factors[f.ID]
		if ok && said.Applies != nil {
			f.Decided, f.Applies, f.ByPerson, f.Text = true, *said.Applies, true, said.Reason
		}
	}
	return out
}

// told is a factor for which there is a code of reason and nothing decided.
func told(id, reason string, args ...string) Factor {
	f := Factor{ID: id, Direction: Up, Reason: reason, Args: map[string]string{}}
	for i := 0; i+1 < len(args); i += 2 {
		f.Args[args[i]] = args[i+1]
	}
	return f
}

func (f Factor) decided(applies bool, facts ...string) Factor {
	f.Decided, f.Applies, f.Facts = true, applies, facts
	return f
}

// volume counts those whose health data are processed. Staff are not among them.
func volume(p *model.Processing) Factor {
	if len(p.PersonalData) > 0 && !slices.ContainsFunc(p.PersonalData, isHealth) {
		return told(Volume, "volume", "count", "0", "limit", strconv.Itoa(ManySubjects)).decided(false, "processing.personalData")
	}
	sum, all := 0, len(p.DataSubjects) > 0
	var facts []string
	for i, s := range p.DataSubjects {
		switch {
		case s.Category == "employees" || s.Category == "health-personnel":
		case s.Count == nil:
			all = false
		default:
			sum += min(*s.Count, 1e12) // more than there are people
			facts = append(facts, fmt.Sprintf("processing.dataSubjects[%d].count", i))
		}
	}
	if len(p.PersonalData) == 0 || !all && sum < ManySubjects {
		return told(Volume, "volume-unknown", "limit", strconv.Itoa(ManySubjects))
	}
	return told(Volume, "volume", "count", strconv.Itoa(sum), "limit", strconv.Itoa(ManySubjects)).decided(sum >= ManySubjects, facts...)
}

func isHealth(d model.PersonalData) bool {
	return d.Type == "healthInformation" || d.Special == "health"
}

func special(p *model.Processing) Factor {
	var kinds, facts, crimes []string
	for i, d := range p.PersonalData {
		kind := d.Special
		if kind == "" && isHealth(d) {
			kind = "health"
		}
		if kind != "" {
			kinds, facts = with(kinds, kind), append(facts, fmt.Sprintf("processing.personalData[%d]", i))
		}
		if d.CriminalOffences != nil && *d.CriminalOffences {
			crimes = append(crimes, fmt.Sprintf("processing.personalData[%d]", i))
		}
	}
	switch {
	case len(kinds) > 0:
		return told(Special, "special", "special", strings.Join(kinds, "+")).decided(true, facts...)
	case len(crimes) > 0:
		return told(Special, "criminal").decided(true, crimes...)
	case len(p.PersonalData) == 0:
		return told(Special, "special-unknown")
	}
	return told(Special, "special-none").decided(false, "processing.personalData")
}

// intrusive: the service follows people where they are, or those who are followed are
// in a weak position.
func intrusive(s *model.Service, p *model.Processing) Factor {
	var areas, data, subjects, facts []string
	known := s != nil && len(s.UseAreas) > 0 && len(p.PersonalData) > 0 && len(p.DataSubjects) > 0
	if s != nil {
		for i, area := range s.UseAreas {
			if area == "remote-care" || area == "welfare-technology" || area == "medical-device" {
				areas, facts = with(areas, area), append(facts, fmt.Sprintf("service.useAreas[%d]", i))
			}
		}
	}
	for i, d := range p.PersonalData {
		if d.Type == "audio" || d.Type == "video" || d.Type == "location" {
			data, facts = with(data, d.Type), append(facts, fmt.Sprintf("processing.personalData[%d].type", i))
		}
	}
	for i, d := range p.DataSubjects {
		if d.Category == "children" || d.Vulnerable != nil && *d.Vulnerable {
			subjects, facts = with(subjects, d.Category), append(facts, fmt.Sprintf("processing.dataSubjects[%d]", i))
		}
	}
	switch {
	case len(facts) > 0:
		return told(Intrusive, "intrusive", "areas", strings.Join(areas, "+"), "data", strings.Join(data, "+"), "subjects", strings.Join(subjects, "+")).decided(true, facts...)
	case known:
		return told(Intrusive, "intrusive-none").decided(false, "service.useAreas", "processing.personalData", "processing.dataSubjects")
	}
	return told(Intrusive, "intrusive-unknown")
}

// subprocessorChange counts the sub-processors that were approved in the twelve months
// before the date of the case, after the agreement was signed. Those that have left are
// not in the case, so that it never tells that there was no change.
func subprocessorChange(c *model.Case) Factor {
	signed := signedOn(c)
	to, err := time.Parse(time.DateOnly, string(c.Date))
	if signed == "" || err != nil {
		return told(SubprocessorChange, "subprocessors-unknown")
	}
	from := model.Date(to.AddDate(0, -lastMonthsChanges, 0).Format(time.DateOnly))
	n := 0
	var facts []string
	for i, s := range c.Subprocessors {
		if s.ApprovedOn > signed && s.ApprovedOn >= from && s.ApprovedOn <= c.Date {
			n++
			facts = append(facts, fmt.Sprintf("subprocessors[%d].approvedOn", i))
		}
	}
	f := told(SubprocessorChange, "subprocessors", "count", strconv.Itoa(n), "from", string(max(from, signed)), "to", string(c.Date))
	if n >= ManyChanges {
		return f.decided(true, facts...)
	}
	f.Facts = facts
	return f
}

// ownerChange shows who owns the processor. Whether that has changed is not in the case.
func ownerChange(p *model.Processor) Factor {
	if p == nil || p.Ownership == nil || p.Ownership.UltimateParent == "" {
		return told(OwnerChange, "person")
	}
	f := told(OwnerChange, "ownership", "parent", p.Ownership.UltimateParent, "country", p.Ownership.Country)
	f.Facts = []string{"processor.ownership"}
	return f
}

// experience counts the years since the agreement, or the main agreement, was signed.
// There may be more of it than the case knows of, so that it never tells that it is
// short.
func experience(c *model.Case) Factor {
	since, path := signedOn(c), "agreement.signing.signedOn"
	if s := c.Service; s != nil && s.MainAgreement != nil && s.MainAgreement.Date != "" && s.MainAgreement.Date < cmp.Or(since, "9999") {
		since, path = s.MainAgreement.Date, "service.mainAgreement.date"
	}
	from, err := time.Parse(time.DateOnly, string(since))
	to, err2 := time.Parse(time.DateOnly, string(c.Date))
	if err != nil || err2 != nil || from.After(to) {
		f := told(Experience, "experience-unknown")
		f.Direction = Down
		return f
	}
	years := to.Year() - from.Year()
	if from.AddDate(years, 0, 0).After(to) {
		years--
	}
	f := told(Experience, "experience", "years", strconv.Itoa(years), "since", string(since))
	f.Direction, f.Facts = Down, []string{path}
	if years >= LongExperience {
		return f.decided(true, path)
	}
	return f
}

func signedOn(c *model.Case) model.Date {
	if c.Agreement == nil || c.Agreement.Signing == nil {
		return ""
	}
	return c.Agreement.Signing.SignedOn
}

// with adds a value to a list once.
func with(list []string, value string) []string {
	if value == "" || slices.Contains(list, value) {
		return list
	}
	return append(list, value)
}
