package model

// Security holds the measures of the processing (GDPR art. 32). The same
// measures serve the agreement, the risk register and the DPIA.
type Security struct {
	// RiskAssessment that the level of security rests on (art. 32(2)).
	RiskAssessment *RiskAssessment `json:"riskAssessment,omitempty"`
	Measures       []Measure       `json:"measures,omitempty" jsonschema:"required,minItems=1" samsvar:"needs=dpa,phase=contract,who=processor"`
	// ReviewEvery is how often the measures are gone through, as an ISO 8601
	// duration such as P12M.
	ReviewEvery string `json:"reviewEvery,omitempty" jsonschema:"format=period"`
	// Testing describes the security tests, such as penetration tests.
	Testing []SecurityTest `json:"testing,omitempty"`
}

// RiskAssessment is an assessment of the risk, a document outside the case.
type RiskAssessment struct {
	Title     string `json:"title,omitempty" jsonschema:"required,minLength=1"`
	Reference string `json:"reference,omitempty"`
	Date      Date   `json:"date,omitempty" jsonschema:"required"`
	// By is who made it. One by the processor is the processor's own, taken over as
	// it is.
	By string `json:"by,omitempty" jsonschema:"enum=controller,enum=processor" samsvar:"who=controller"`
}

// Reference points to a document outside the case.
type Reference struct {
	Title     string `json:"title,omitempty" jsonschema:"required,minLength=1"`
	Reference string `json:"reference,omitempty"`
	Date      Date   `json:"date,omitempty" jsonschema:"required"`
}

// Measure is a technical, organisational or physical measure.
type Measure struct {
	ID          string `json:"id,omitempty" jsonschema:"required,pattern=^[A-Za-z][A-Za-z0-9._-]{0,39}$"`
	Title       string `json:"title,omitempty" jsonschema:"required,minLength=1"`
	Description string `json:"description,omitempty" jsonschema:"required,minLength=1" samsvar:"needs=dpa,who=processor"`
	// Area is the part of art. 32 or of the sector's guidance that it serves.
	Area   string   `json:"area,omitempty" jsonschema:"required,enum=pseudonymisation-encryption,enum=confidentiality,enum=integrity,enum=availability,enum=resilience,enum=restoration,enum=testing,enum=access-control,enum=logging,enum=separation,enum=configuration,enum=physical,enum=personnel,enum=incident,enum=continuity,enum=erasure" samsvar:"needs=dpa,who=processor"`
	Type   string   `json:"type,omitempty" jsonschema:"enum=technical,enum=organisational,enum=physical"`
	Effect []string `json:"effect,omitempty" jsonschema:"enum=deter,enum=protect,enum=detect,enum=respond,enum=recover"`
	Status string   `json:"status,omitempty" jsonschema:"required,enum=in-place,enum=planned,enum=not-in-place" samsvar:"needs=dpa,who=processor"`
	// Owner is "controller", "processor" or the id of a sub-processor.
	Owner   string   `json:"owner,omitempty" jsonschema:"minLength=1,default=processor" samsvar:"who=processor"`
	Refs    []string `json:"refs,omitempty"` // catalogue:id, such as iso27001-2022:A.8.5
	DueDate Date     `json:"dueDate,omitempty" samsvar:"who=processor"`
}

// SecurityTest is a test that is done again and again.
type SecurityTest struct {
	Kind  string `json:"kind,omitempty" jsonschema:"required,enum=penetration-test,enum=vulnerability-scan,enum=restore-test,enum=exercise,enum=code-review"`
	Every string `json:"every,omitempty" jsonschema:"required,format=period"`
	By    string `json:"by,omitempty"`
}
