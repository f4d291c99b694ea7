package model

// DPIA is the data protection impact assessment of the processing (GDPR art. 35).
type DPIA struct {
	// Need is the assessment whether one is required at all.
	Need *DPIANeed `json:"need,omitempty"`
}

// DPIANeed is the conclusion on whether a data protection impact assessment is
// required (GDPR art. 35(1) and 35(3)); "not required" is a result as well.
type DPIANeed struct {
	Outcome   string `json:"outcome,omitempty" jsonschema:"required,enum=required,enum=not-required"`
	Date      Date   `json:"date,omitempty" jsonschema:"required"`
	Reference string `json:"reference,omitempty"`
}
