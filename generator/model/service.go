package model

// Service is what is bought.
type Service struct {
	Name        string `json:"name,omitempty" jsonschema:"required,minLength=1,maxLength=200" samsvar:"needs=dpa"`
	Description string `json:"description,omitempty" jsonschema:"required,minLength=1" samsvar:"needs=dpa"`
	// Models are the service models; several when the service mixes them.
	Models   []string `json:"models,omitempty" jsonschema:"required,minItems=1,enum=saas,enum=paas,enum=iaas,enum=on-premises" samsvar:"needs=dpa"`
	Delivery string   `json:"delivery,omitempty" jsonschema:"required,enum=private,enum=community,enum=public,enum=hybrid" samsvar:"needs=dpa"`
	UseAreas []string `json:"useAreas,omitempty" jsonschema:"enum=ehr,enum=remote-care,enum=welfare-technology,enum=medical-device,enum=research,enum=quality-register,enum=administration,enum=other"`
	// ServiceAreas are the parts of the delivery.
	ServiceAreas []string `json:"serviceAreas,omitempty" jsonschema:"enum=hosting,enum=application-operation,enum=application-management,enum=development,enum=support,enum=consulting"`
	// HealthRecordSystem: a treatment-oriented health register
	// (pasientjournalloven § 2).
	HealthRecordSystem *bool `json:"healthRecordSystem,omitempty" jsonschema:"required" samsvar:"needs=dpa"`
	// Normen: the controller is bound by the sector's code of conduct, and binds
	// the processor.
	Normen             *bool               `json:"normen,omitempty"`
	RemoteAccess       *RemoteAccess       `json:"remoteAccess,omitempty" jsonschema:"required" samsvar:"needs=dpa,who=processor"`
	ProductionDataTest *ProductionDataTest `json:"productionDataInTest,omitempty"`
	PatientAccount     *PatientAccount     `json:"patientAccount,omitempty"`
	InformationClass   *InformationClass   `json:"informationClass,omitempty"`
	SecurityAct        *ActAssessment      `json:"securityAct,omitempty"`
	// DigitalSecurityAct: the service is essential, or the processor is a provider,
	// under digitalsikkerhetsloven.
	DigitalSecurityAct *ActAssessment `json:"digitalSecurityAct,omitempty"`
	MainAgreement      *MainAgreement `json:"mainAgreement,omitempty" jsonschema:"required" samsvar:"needs=dpa"`
	StandardTerms      *StandardTerms `json:"standardTerms,omitempty"`
	// Locations is everywhere that data are stored, reached or supported from.
	Locations []Location `json:"locations,omitempty" jsonschema:"required,minItems=1" samsvar:"needs=dpa,phase=contract,who=processor"`
}

// RemoteAccess is access by the processor from outside the place of operation.
type RemoteAccess struct {
	Used               *bool  `json:"used,omitempty" jsonschema:"required"`
	Method             string `json:"method,omitempty"`
	ApprovedPerSession *bool  `json:"approvedPerSession,omitempty"`
}

// ProductionDataTest says whether personal data from production may be used in
// tests.
type ProductionDataTest struct {
	Allowed    *bool  `json:"allowed,omitempty" jsonschema:"required"`
	Conditions string `json:"conditions,omitempty"`
}

// PatientAccount is an account that patients themselves use.
type PatientAccount struct {
	OfferedBy string `json:"offeredBy,omitempty" jsonschema:"required,enum=controller,enum=processor"`
	// Agreed: the account and its functions are agreed with the controller.
	Agreed *bool `json:"agreed,omitempty" jsonschema:"required"`
	// Authentication is how patients prove who they are.
	Authentication string `json:"authentication,omitempty"`
}

// InformationClass is the controller's own classification.
type InformationClass struct {
	Level      string `json:"level,omitempty" jsonschema:"required,minLength=1"`
	AssessedBy string `json:"assessedBy,omitempty"`
	Date       Date   `json:"date,omitempty"`
}

// ActAssessment records whether an act applies to the service, and why.
type ActAssessment struct {
	Assessed string `json:"assessed,omitempty" jsonschema:"required,enum=not-relevant,enum=relevant,enum=not-assessed"`
	Reason   string `json:"reason,omitempty"`
}

// MainAgreement is the agreement that the data processing agreement belongs to.
type MainAgreement struct {
	Name      string `json:"name,omitempty" jsonschema:"required,minLength=1"`
	Edition   string `json:"edition,omitempty"`
	Reference string `json:"reference,omitempty"`
	Date      Date   `json:"date,omitempty"`
	// AnnexNumbers are the numbers of annexes in the main agreement, which differ
	// between standard agreements.
	AnnexNumbers *AnnexNumbers `json:"annexNumbers,omitempty"`
}

// AnnexNumbers are numbers of annexes in the main agreement.
type AnnexNumbers struct {
	Requirements *int `json:"requirements,omitempty" jsonschema:"minimum=1"`
	Response     *int `json:"response,omitempty" jsonschema:"minimum=1"`
	Changes      *int `json:"changes,omitempty" jsonschema:"minimum=1"`
	DPA          *int `json:"dpa,omitempty" jsonschema:"minimum=1"`
}

// StandardTerms are the supplier's own terms, and how they were read.
type StandardTerms struct {
	Documents []TermsDocument `json:"documents,omitempty"`
	Review    []TermsReview   `json:"review,omitempty"`
}

// TermsDocument is one document of standard terms.
type TermsDocument struct {
	Title   string `json:"title,omitempty" jsonschema:"required,minLength=1"`
	Version string `json:"version,omitempty"`
	Date    Date   `json:"date,omitempty"`
}

// TermsReview is the assessment of one demand against the standard terms.
type TermsReview struct {
	Demand string `json:"demand,omitempty" jsonschema:"required,minLength=1"`
	Clause string `json:"clause,omitempty"`
	Result string `json:"result,omitempty" jsonschema:"required,enum=meets,enum=deviates,enum=silent"`
	Action string `json:"action,omitempty"`
}

// Location is a place from which data are stored, reached or supported, and the
// legal entity that does it. Work by another legal entity outside the EEA is a
// transfer (GDPR chapter V; EDPB guidelines 05/2021).
type Location struct {
	ID      string `json:"id,omitempty" jsonschema:"required,pattern=^[A-Za-z][A-Za-z0-9._-]{0,39}$"`
	Purpose string `json:"purpose,omitempty" jsonschema:"required,enum=storage,enum=backup,enum=operation,enum=support,enum=development,enum=testing"`
	Country string `json:"country,omitempty" jsonschema:"required,format=country-code"`
	Address string `json:"address,omitempty" jsonschema:"required,minLength=1"`
	// Entity is "processor" or the id of a sub-processor.
	Entity string `json:"entity,omitempty" jsonschema:"minLength=1,default=processor"`
	// Assessment of the processor's own staff working outside the EEA, which is no
	// transfer (GDPR art. 32 and 48; EDPB guidelines 05/2021).
	Assessment *Reference `json:"assessment,omitempty" samsvar:"who=controller"`
}
