package model

// Risk is the risk assessment of the service and its processing (GDPR art. 32(1)
// and 32(2); the terms are those of ISO 31000 and ISO/IEC 27005). Levels are never
// written here: they follow from likelihood and consequence by the scale.
type Risk struct {
	// Scale is the id of a risk scale, templates/risk/<id>.yaml.
	Scale        string            `json:"scale,omitempty" jsonschema:"minLength=1,default=webinar-5x5"`
	Mandate      *RiskMandate      `json:"mandate,omitempty" jsonschema:"required"`
	Participants []RiskParticipant `json:"participants,omitempty" jsonschema:"required,minItems=1"`
	System       *RiskSystem       `json:"system,omitempty" jsonschema:"required"`
	// VendorAssessment is the processor's own assessment of the solution.
	VendorAssessment *VendorAssessment `json:"vendorAssessment,omitempty"`
	Scenarios        []RiskScenario    `json:"scenarios,omitempty" jsonschema:"required,minItems=1"`
	// Measures are the controller's own, which the agreement does not name; those
	// that it names stand in security.measures.
	Measures []RiskMeasure `json:"measures,omitempty"`
	// Areas says of risk areas of the guidance that have no scenario here why they
	// are not relevant; Questions answers what the guidance says an assessment should
	// answer, and Pitfalls says how each known pitfall was avoided. The keys are ids
	// of the guidance, such as RSK-ARE-PAT1, RSK-QST-01 and RSK-PIT-01.
	Areas          map[string]string   `json:"areas,omitempty"`
	Questions      map[string]string   `json:"questions,omitempty"`
	Pitfalls       map[string]string   `json:"pitfalls,omitempty"`
	Countries      []CountryAssessment `json:"countries,omitempty"`
	AuditFrequency *AuditFrequency     `json:"auditFrequency,omitempty"`
	Conclusion     *RiskConclusion     `json:"conclusion,omitempty" jsonschema:"required"`
	Approval       *RiskApproval       `json:"approval,omitempty" jsonschema:"required" samsvar:"phase=contract"`
	// ReviewBy is the day by which the assessment is gone through again.
	ReviewBy Date         `json:"reviewBy,omitempty" jsonschema:"required"`
	Changes  []RiskChange `json:"changes,omitempty"`
}

// RiskMandate is who asked for the assessment, and of what.
type RiskMandate struct {
	GivenBy    string `json:"givenBy,omitempty" jsonschema:"required,minLength=1"`
	Date       Date   `json:"date,omitempty" jsonschema:"required"`
	Reference  string `json:"reference,omitempty"`
	Purpose    string `json:"purpose,omitempty" jsonschema:"required,minLength=1"`
	Scope      string `json:"scope,omitempty" jsonschema:"required,minLength=1"`
	OutOfScope string `json:"outOfScope,omitempty"`
	// Kind: a preliminary assessment is followed by a full one.
	Kind string `json:"kind,omitempty" jsonschema:"required,enum=preliminary,enum=full"`
	// Triggers are why it is made now.
	Triggers []string `json:"triggers,omitempty" jsonschema:"required,minItems=1,enum=new-service,enum=changed-processing,enum=configuration,enum=deviation,enum=follow-up,enum=threat-picture,enum=supplier-structure,enum=contract-change"`
}

// RiskParticipant took part in the assessment.
type RiskParticipant struct {
	Name string `json:"name,omitempty"`
	Role string `json:"role,omitempty" jsonschema:"required,minLength=1"`
	// Knowledge is what the participant contributes.
	Knowledge []string `json:"knowledge,omitempty" jsonschema:"required,minItems=1,enum=clinical,enum=management,enum=security,enum=privacy,enum=technology,enum=operations,enum=law,enum=procurement,enum=patient,enum=employees,enum=supplier"`
}

// RiskSystem is what is assessed.
type RiskSystem struct {
	Description string `json:"description,omitempty" jsonschema:"required,minLength=1"`
	// Values are what is to be protected.
	Values []RiskValue `json:"values,omitempty" jsonschema:"required,minItems=1"`
	// OwnInfrastructure is the controller's own end of the value chain.
	OwnInfrastructure string `json:"ownInfrastructure,omitempty" jsonschema:"required,minLength=1"`
	// Suitability says why the service suits the processing, or on what terms.
	Suitability string `json:"suitability,omitempty"`
}

// RiskValue is something of worth: information, a function, trust.
type RiskValue struct {
	Name       string `json:"name,omitempty" jsonschema:"required,minLength=1"`
	Importance string `json:"importance,omitempty" jsonschema:"required,minLength=1"`
}

// VendorAssessment is a risk assessment that the processor made of the offered
// solution. It comes beside the controller's own, never instead of it.
type VendorAssessment struct {
	Documented *bool  `json:"documented,omitempty" jsonschema:"required"`
	Access     string `json:"access,omitempty" jsonschema:"required,enum=received,enum=insight,enum=none"`
	Reference  string `json:"reference,omitempty"`
	Date       Date   `json:"date,omitempty"`
	// Use is what the controller took from it, and what it found missing.
	Use string `json:"use,omitempty" jsonschema:"required,minLength=1"`
}

// RiskScenario is an unwanted event with its assessment.
type RiskScenario struct {
	ID string `json:"id,omitempty" jsonschema:"required,pattern=^[A-Za-z][A-Za-z0-9._-]{0,39}$"`
	// From is the id of the scenario in the library that it was made from.
	From        string `json:"from,omitempty" jsonschema:"minLength=1"`
	Title       string `json:"title,omitempty" jsonschema:"required,minLength=1,maxLength=200"`
	Description string `json:"description,omitempty" jsonschema:"required,minLength=1"`
	Area        string `json:"area,omitempty" jsonschema:"required,enum=governance,enum=agreement,enum=subprocessors,enum=transfer,enum=access,enum=logging,enum=encryption,enum=separation,enum=configuration,enum=integration,enum=availability,enum=attack,enum=data-use,enum=rights,enum=patient-equipment,enum=personnel,enum=migration,enum=exit"`
	// Covers are risk areas of the guidance that the scenario answers beyond those
	// of the library's scenario, as catalogue:id.
	Covers []string `json:"covers,omitempty"`
	// CIA is what is affected: confidentiality, integrity, availability, and the
	// robustness of the service.
	CIA   []string `json:"cia,omitempty" jsonschema:"required,minItems=1,enum=confidentiality,enum=integrity,enum=availability,enum=robustness"`
	Owner string   `json:"owner,omitempty" jsonschema:"required,minLength=1"`
	// Causes are what can make it happen, threats and mishaps alike.
	Causes        []string `json:"causes,omitempty"`
	Vulnerability string   `json:"vulnerability,omitempty" jsonschema:"required,minLength=1"`
	// Existing are ids of measures in place that the assessment counts in.
	Existing []string `json:"existing,omitempty"`
	// Likelihood and Consequence are the initial assessment, with the measures in
	// place: levels of the scale, from 1. Consequence is by dimension of the scale.
	Likelihood  *int           `json:"likelihood,omitempty" jsonschema:"required,minimum=1,maximum=10"`
	Consequence map[string]int `json:"consequence,omitempty" jsonschema:"required"`
	Rationale   string         `json:"rationale,omitempty" jsonschema:"required,minLength=1"`
	// Uncertainty is how little is known.
	Uncertainty       string `json:"uncertainty,omitempty" jsonschema:"required,enum=low,enum=medium,enum=high"`
	UncertaintyReason string `json:"uncertaintyReason,omitempty"`
	// Measures are ids of measures that are planned against it.
	Measures []string `json:"measures,omitempty"`
	// Residual is what is expected when the planned measures are in place.
	Residual *RiskEstimate `json:"residual,omitempty"`
	// Reassessments are later assessments; the last is the current one.
	Reassessments []RiskReassessment `json:"reassessments,omitempty"`
	Overrides     []RiskOverride     `json:"overrides,omitempty"`
	Decision      *RiskDecision      `json:"decision,omitempty" jsonschema:"required" samsvar:"phase=contract"`
}

// RiskEstimate is a likelihood and consequences, as levels of the scale.
type RiskEstimate struct {
	Likelihood  *int           `json:"likelihood,omitempty" jsonschema:"required,minimum=1,maximum=10"`
	Consequence map[string]int `json:"consequence,omitempty" jsonschema:"required"`
	Rationale   string         `json:"rationale,omitempty"`
}

// RiskReassessment is an assessment made after the first one.
type RiskReassessment struct {
	Date        Date           `json:"date,omitempty" jsonschema:"required"`
	By          string         `json:"by,omitempty" jsonschema:"required,minLength=1"`
	Likelihood  *int           `json:"likelihood,omitempty" jsonschema:"required,minimum=1,maximum=10"`
	Consequence map[string]int `json:"consequence,omitempty" jsonschema:"required"`
	Reason      string         `json:"reason,omitempty" jsonschema:"required,minLength=1"`
}

// RiskOverride sets a level by judgement, against what the scale gives.
type RiskOverride struct {
	// Stage is the assessment that it concerns.
	Stage  string `json:"stage,omitempty" jsonschema:"required,enum=initial,enum=current,enum=residual"`
	Level  string `json:"level,omitempty" jsonschema:"required,minLength=1"` // id of a level of the scale
	Reason string `json:"reason,omitempty" jsonschema:"required,minLength=1"`
	By     string `json:"by,omitempty" jsonschema:"required,minLength=1"`
	Date   Date   `json:"date,omitempty" jsonschema:"required"`
}

// RiskDecision is how the risk is treated (ISO 31000, 6.5.2) and who decided it.
type RiskDecision struct {
	Choice string `json:"choice,omitempty" jsonschema:"required,enum=accept,enum=reduce,enum=share,enum=avoid"`
	By     string `json:"by,omitempty" jsonschema:"required,minLength=1"`
	Date   Date   `json:"date,omitempty" jsonschema:"required"`
	Reason string `json:"reason,omitempty" jsonschema:"required,minLength=1"`
}

// RiskMeasure is a measure of the controller's own.
type RiskMeasure struct {
	ID          string   `json:"id,omitempty" jsonschema:"required,pattern=^[A-Za-z][A-Za-z0-9._-]{0,39}$"`
	From        string   `json:"from,omitempty" jsonschema:"minLength=1"` // id in the measure catalogue
	Title       string   `json:"title,omitempty" jsonschema:"required,minLength=1"`
	Description string   `json:"description,omitempty" jsonschema:"required,minLength=1"`
	Type        string   `json:"type,omitempty" jsonschema:"required,enum=technical,enum=organisational,enum=physical"`
	Effect      []string `json:"effect,omitempty" jsonschema:"enum=deter,enum=protect,enum=detect,enum=respond,enum=recover"`
	Status      string   `json:"status,omitempty" jsonschema:"required,enum=in-place,enum=planned,enum=not-in-place"`
	Owner       string   `json:"owner,omitempty" jsonschema:"required,minLength=1"`
	Refs        []string `json:"refs,omitempty"`
	DueDate     Date     `json:"dueDate,omitempty"`
}

// CountryAssessment is the assessment of a country where data are stored or
// reached from. It has no score: a person concludes, with reasons.
type CountryAssessment struct {
	Country string `json:"country,omitempty" jsonschema:"required,format=country-code"`
	// InformationClass is where information of this kind may be.
	InformationClass string `json:"informationClass,omitempty" jsonschema:"required,enum=only-norway,enum=abroad-on-conditions,enum=abroad"`
	// Criteria are by the id of the guidance, such as A8-CTR-01.
	Criteria   map[string]CountryCriterion `json:"criteria,omitempty" jsonschema:"required"`
	Conclusion string                      `json:"conclusion,omitempty" jsonschema:"required,enum=acceptable,enum=acceptable-on-conditions,enum=not-acceptable"`
	Conditions string                      `json:"conditions,omitempty"`
	Reason     string                      `json:"reason,omitempty" jsonschema:"required,minLength=1"`
	By         string                      `json:"by,omitempty" jsonschema:"required,minLength=1"`
	Date       Date                        `json:"date,omitempty" jsonschema:"required"`
}

// CountryCriterion is one criterion of a country assessment.
type CountryCriterion struct {
	Assessment string `json:"assessment,omitempty" jsonschema:"required,minLength=1"`
	Source     string `json:"source,omitempty"`
}

// AuditFrequency is how often the processor is audited, and why. The factors
// suggest; a person decides.
type AuditFrequency struct {
	// Factors are by the id of the guidance, such as AUD-FRQ-UP4.
	Factors   map[string]AuditFactor `json:"factors,omitempty"`
	Frequency string                 `json:"frequency,omitempty" jsonschema:"required,enum=half-yearly,enum=annual,enum=every-two-years,enum=every-three-years"`
	Reason    string                 `json:"reason,omitempty" jsonschema:"required,minLength=1"`
	By        string                 `json:"by,omitempty" jsonschema:"required,minLength=1"`
	Date      Date                   `json:"date,omitempty" jsonschema:"required"`
}

// AuditFactor is a factor that the case alone does not tell, or where it is judged
// otherwise than the case suggests.
type AuditFactor struct {
	Applies *bool  `json:"applies,omitempty" jsonschema:"required"`
	Reason  string `json:"reason,omitempty" jsonschema:"required,minLength=1"`
}

// RiskConclusion is what the assessment comes to.
type RiskConclusion struct {
	// Summary is the picture as a whole: total risk, and what has changed.
	Summary string `json:"summary,omitempty" jsonschema:"required,minLength=1"`
	// Recommendations are what the decision maker is asked to decide.
	Recommendations []string `json:"recommendations,omitempty" jsonschema:"required,minItems=1"`
	// Waits are parts of the delivery that wait until measures are in place.
	Waits []string `json:"waits,omitempty"`
}

// RiskApproval is the management's approval of the plan and of the residual risk.
type RiskApproval struct {
	By        string `json:"by,omitempty" jsonschema:"required,minLength=1"`
	Title     string `json:"title,omitempty" jsonschema:"required,minLength=1"`
	Date      Date   `json:"date,omitempty" jsonschema:"required"`
	Reference string `json:"reference,omitempty"`
}

// RiskChange is an entry of the register's change log.
type RiskChange struct {
	ID     string `json:"id,omitempty" jsonschema:"required,pattern=^[A-Za-z][A-Za-z0-9._-]{0,39}$"`
	Date   Date   `json:"date,omitempty" jsonschema:"required"`
	By     string `json:"by,omitempty" jsonschema:"required,minLength=1"`
	Change string `json:"change,omitempty" jsonschema:"required,minLength=1"`
}
