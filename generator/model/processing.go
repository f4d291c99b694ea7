package model

// Processing describes what the processor does with personal data (GDPR
// art. 28(3), first sentence).
type Processing struct {
	SubjectMatter string   `json:"subjectMatter,omitempty" jsonschema:"required,minLength=1" samsvar:"needs=dpa"`
	Nature        []string `json:"nature,omitempty" jsonschema:"required,minItems=1,enum=collection,enum=registration,enum=storage,enum=display,enum=transmission,enum=alignment,enum=analysis,enum=preprocessing,enum=intermediate-storage,enum=backup,enum=restoration,enum=conversion,enum=support,enum=testing,enum=erasure,enum=disposal" samsvar:"needs=dpa"`
	Duration      string   `json:"duration,omitempty" jsonschema:"required,minLength=1" samsvar:"needs=dpa"`

	Purposes     []Purpose      `json:"purposes,omitempty" jsonschema:"required,minItems=1" samsvar:"needs=dpa"`
	DataSubjects []DataSubjects `json:"dataSubjects,omitempty" jsonschema:"required,minItems=1" samsvar:"needs=dpa"`
	PersonalData []PersonalData `json:"personalData,omitempty" jsonschema:"required,minItems=1" samsvar:"needs=dpa"`
	Integrations []Integration  `json:"integrations,omitempty"`
	SurplusData  *SurplusData   `json:"surplusData,omitempty"`
}

// Purpose is one purpose of the processing with its legal basis.
type Purpose struct {
	ID         string       `json:"id,omitempty" jsonschema:"required,pattern=^[A-Za-z][A-Za-z0-9._-]{0,39}$"`
	Text       string       `json:"text,omitempty" jsonschema:"required,minLength=1"`
	LegalBasis []LegalBasis `json:"legalBasis,omitempty" jsonschema:"required,minItems=1"`
	Data       []string     `json:"data,omitempty"`     // ids of personal data; all where absent
	Subjects   []string     `json:"subjects,omitempty"` // ids of data subjects; all where absent
	Retention  *Retention   `json:"retention,omitempty" jsonschema:"required"`
	Recipients []string     `json:"recipients,omitempty"`
}

// LegalBasis is a ground in GDPR art. 6, for special categories also in art. 9,
// with the national rule that supplements it.
type LegalBasis struct {
	Art6    string `json:"art6,omitempty" jsonschema:"required,enum=6(1)(a),enum=6(1)(b),enum=6(1)(c),enum=6(1)(d),enum=6(1)(e),enum=6(1)(f)"`
	Art9    string `json:"art9,omitempty" jsonschema:"enum=9(2)(a),enum=9(2)(b),enum=9(2)(c),enum=9(2)(d),enum=9(2)(e),enum=9(2)(f),enum=9(2)(g),enum=9(2)(h),enum=9(2)(i),enum=9(2)(j)"`
	Law     string `json:"law,omitempty"`
	Section string `json:"section,omitempty"`
}

// Retention is how long data are kept for a purpose.
type Retention struct {
	Period  string `json:"period,omitempty" jsonschema:"required,minLength=1"`
	Law     string `json:"law,omitempty"`
	Archive string `json:"archive,omitempty" jsonschema:"enum=preserve,enum=transfer,enum=none"`
}

// DataSubjects is a category of people whose data are processed.
type DataSubjects struct {
	ID          string `json:"id,omitempty" jsonschema:"required,pattern=^[A-Za-z][A-Za-z0-9._-]{0,39}$"`
	Category    string `json:"category,omitempty" jsonschema:"required,enum=patients,enum=users,enum=next-of-kin,enum=children,enum=health-personnel,enum=employees,enum=citizens,enum=research-participants,enum=other"`
	Description string `json:"description,omitempty"`
	// Vulnerable: people who cannot easily look after their own interests.
	Vulnerable *bool `json:"vulnerable,omitempty"`
	// Count is the approximate number of people.
	Count *int `json:"count,omitempty" jsonschema:"minimum=0"`
}

// PersonalData is a type of personal data.
type PersonalData struct {
	ID          string `json:"id,omitempty" jsonschema:"required,pattern=^[A-Za-z][A-Za-z0-9._-]{0,39}$"`
	Type        string `json:"type,omitempty" jsonschema:"required,enum=healthInformation,enum=nationalIdentityNumber,enum=identification,enum=contactDetails,enum=nextOfKinDetails,enum=image,enum=audio,enum=video,enum=location,enum=measurement,enum=deviceData,enum=accessLog,enum=authentication,enum=employment,enum=other"`
	Description string `json:"description,omitempty"`
	// Justification is why the data cannot be done without: for a national identity
	// number the need for certain identification that no other means gives.
	Justification string `json:"justification,omitempty" samsvar:"who=controller"`
	// Special is the special category (GDPR art. 9(1)); health information is health
	// where absent.
	Special string `json:"special,omitempty" jsonschema:"enum=health,enum=genetic,enum=biometric,enum=ethnic-origin,enum=political-opinion,enum=religion,enum=trade-union,enum=sex-life"`
	// CriminalOffences: data on convictions and offences (GDPR art. 10).
	CriminalOffences *bool `json:"criminalOffences,omitempty"`
}

// Integration is another system that the service exchanges data with.
type Integration struct {
	System    string   `json:"system,omitempty" jsonschema:"required,minLength=1"`
	Direction string   `json:"direction,omitempty" jsonschema:"enum=in,enum=out,enum=both"`
	Purpose   string   `json:"purpose,omitempty"`
	Data      []string `json:"data,omitempty"` // ids of personal data
}

// SurplusData is data collected beyond what the purposes need.
type SurplusData struct {
	Exists   *bool  `json:"exists,omitempty" jsonschema:"required"`
	Handling string `json:"handling,omitempty"`
}

// Subprocessor is a link of the chain below the processor (GDPR art. 28(2), (4);
// EDPB opinion 22/2024: name, address and contact of every link at hand).
type Subprocessor struct {
	ID        string   `json:"id,omitempty" jsonschema:"required,pattern=^[A-Za-z][A-Za-z0-9._-]{0,39}$"`
	Name      string   `json:"name,omitempty" jsonschema:"required,minLength=1" samsvar:"needs=dpa,who=processor"`
	OrgNumber string   `json:"orgNumber,omitempty" samsvar:"who=processor"`
	Address   *Address `json:"address,omitempty" jsonschema:"required" samsvar:"needs=dpa,who=processor"`
	Contact   *Contact `json:"contact,omitempty" jsonschema:"required" samsvar:"needs=dpa,who=processor"`
	Task      string   `json:"task,omitempty" jsonschema:"required,minLength=1" samsvar:"needs=dpa,who=processor"`
	Data      []string `json:"data,omitempty"` // ids of personal data; all where absent
	// Parent is "processor" or the id of the sub-processor that hands the task on.
	Parent string `json:"parent,omitempty" jsonschema:"required,minLength=1" samsvar:"needs=dpa,who=processor"`
	// SameGroup: belongs to the same group of companies as its parent.
	SameGroup   *bool `json:"sameGroup,omitempty"`
	DPAInPlace  *bool `json:"dpaInPlace,omitempty" jsonschema:"required" samsvar:"needs=dpa,who=processor"`
	ApprovedOn  Date  `json:"approvedOn,omitempty" jsonschema:"required" samsvar:"needs=dpa,who=controller"`
	ConfirmedOn Date  `json:"confirmedOn,omitempty" samsvar:"who=processor"`
}

// Transfer is one importer outside the EEA, the processor itself included (GDPR
// chapter V).
type Transfer struct {
	ID string `json:"id,omitempty" jsonschema:"required,pattern=^[A-Za-z][A-Za-z0-9._-]{0,39}$"`
	// Exporter is "controller", "processor" or the id of a sub-processor.
	Exporter string `json:"exporter,omitempty" jsonschema:"required,minLength=1" samsvar:"needs=dpa,who=processor"`
	// Importer is "processor" or the id of a sub-processor.
	Importer string `json:"importer,omitempty" jsonschema:"required,minLength=1" samsvar:"needs=dpa,who=processor"`
	// Location is the id of the place that the data are reached from.
	Location string `json:"location,omitempty" jsonschema:"required,minLength=1" samsvar:"needs=dpa,who=processor"`
	Purpose  string `json:"purpose,omitempty"`
	// Basis is the tool: an adequacy decision (art. 45), the EU-US Data Privacy
	// Framework, standard contractual clauses (2021/914), binding corporate rules
	// (art. 47) or other clauses that the authority has approved (art. 46(3)).
	Basis string `json:"basis,omitempty" jsonschema:"required,enum=adequacy,enum=dpf,enum=scc,enum=bcr,enum=approved-clauses,enum=derogation" samsvar:"needs=dpa,who=processor"`
	// Module of the standard contractual clauses, 1-4.
	Module        *int                `json:"module,omitempty" jsonschema:"minimum=1,maximum=4" samsvar:"who=processor"`
	DPF           *DPF                `json:"dpf,omitempty" samsvar:"who=processor"`
	Assessment    *TransferAssessment `json:"assessment,omitempty" samsvar:"who=controller"`
	Supplementary []string            `json:"supplementary,omitempty"`
	ReviewBy      Date                `json:"reviewBy,omitempty" jsonschema:"required" samsvar:"needs=dpa,who=controller"`
}

// DPF is the check that the importer is on the list of the EU-US Data Privacy
// Framework, and what takes over if the framework falls.
type DPF struct {
	CheckedOn Date   `json:"checkedOn,omitempty" jsonschema:"required"`
	Fallback  string `json:"fallback,omitempty" jsonschema:"required,enum=scc,enum=bcr,enum=stop"`
}

// TransferAssessment is the conclusion of the transfer impact assessment (EDPB
// recommendations 01/2020).
type TransferAssessment struct {
	LawAndPractice string `json:"lawAndPractice,omitempty" jsonschema:"required,minLength=1"`
	Effective      *bool  `json:"effective,omitempty" jsonschema:"required"`
	Date           Date   `json:"date,omitempty" jsonschema:"required"`
	Reference      string `json:"reference,omitempty"`
}
