package model

// Agreement is what the parties agree beyond what the law says.
type Agreement struct {
	Level string `json:"level,omitempty" jsonschema:"enum=controller-processor,enum=processor-subprocessor,default=controller-processor"`
	// Form is full, or annexes-only to attach Bilag A–D to a standard agreement,
	// which it also is when Standard is not our own.
	Form string `json:"form,omitempty" jsonschema:"enum=full,enum=annexes-only,default=full"`
	// Standard is whose text the body of the agreement is. Another one than our own
	// is used only with its own unaltered text, which StandardText names.
	Standard string `json:"standard,omitempty" jsonschema:"enum=own,enum=eu-2021-915,enum=danish,enum=dfo,enum=health-sector,enum=other,default=own"`
	// StandardText is the published or house standard that the body follows.
	StandardText *StandardText `json:"standardText,omitempty"`
	// ControllerTerm is the word for the controller: the health acts say
	// dataansvarlig, the regulation behandlingsansvarlig. Default dataansvarlig.
	ControllerTerm string `json:"controllerTerm,omitempty" jsonschema:"enum=dataansvarlig,enum=behandlingsansvarlig,default=dataansvarlig"`

	// Authorisation of sub-processors (GDPR art. 28(2)).
	Authorisation string `json:"authorisation,omitempty" jsonschema:"required,enum=specific,enum=general" samsvar:"needs=dpa,who=controller"`
	// NoticeDays before a change of sub-processors takes effect; both days are
	// needed with general authorisation.
	NoticeDays    *int `json:"noticeDays,omitempty" jsonschema:"minimum=1,maximum=365" samsvar:"who=controller"`
	ObjectionDays *int `json:"objectionDays,omitempty" jsonschema:"minimum=1,maximum=365" samsvar:"who=controller"`
	// BreachNoticeHours from when the processor becomes aware of a breach (art. 33(2)).
	BreachNoticeHours *int `json:"breachNoticeHours,omitempty" jsonschema:"required,minimum=1,maximum=72" samsvar:"needs=dpa,who=controller"`
	// RequestForwardDays to pass on a data subject's request.
	RequestForwardDays *int `json:"requestForwardDays,omitempty" jsonschema:"required,minimum=1,maximum=30" samsvar:"needs=dpa,who=controller"`

	Instructions    *Instructions    `json:"instructions,omitempty" jsonschema:"required" samsvar:"needs=dpa,who=controller"`
	Audit           *Audit           `json:"audit,omitempty" jsonschema:"required" samsvar:"needs=dpa,who=controller"`
	Costs           *Costs           `json:"costs,omitempty" jsonschema:"required" samsvar:"needs=dpa,who=controller"`
	Confidentiality *Confidentiality `json:"confidentiality,omitempty"`
	Restore         *Restore         `json:"restore,omitempty" jsonschema:"required" samsvar:"needs=dpa,who=processor"`
	KPIs            []KPI            `json:"kpis,omitempty"`
	Termination     *Termination     `json:"termination,omitempty" jsonschema:"required" samsvar:"needs=dpa,who=controller"`
	// Liability is needed by a text that limits it.
	Liability *Liability `json:"liability,omitempty" samsvar:"who=controller"`
	// Choices picks an alternative of a clause, by clause id.
	Choices map[string]Choice `json:"choices,omitempty"`
	// Deviations are the agreed changes to the standard text; they need its name.
	Deviations []Deviation `json:"deviations,omitempty"`
	Amendments []Amendment `json:"amendments,omitempty"`
	// Venue is the court of the agreement, such as "Oslo tingrett"; the main
	// agreement decides where absent.
	Venue   string   `json:"venue,omitempty"`
	Signing *Signing `json:"signing,omitempty" jsonschema:"required" samsvar:"needs=dpa,who=controller"`
}

// Instructions are how the controller instructs (GDPR art. 28(3)(a)).
type Instructions struct {
	// WhoMayInstruct names roles or people at the controller.
	WhoMayInstruct []string `json:"whoMayInstruct,omitempty" jsonschema:"required,minItems=1"`
	// Channel is where an instruction is given and kept.
	Channel         string `json:"channel,omitempty" jsonschema:"required,minLength=1"`
	ChangeProcedure string `json:"changeProcedure,omitempty" jsonschema:"enum=main-agreement,enum=this-agreement,default=this-agreement"`
	// Specific instructions beyond the agreement's own text.
	Specific []string `json:"specific,omitempty"`
}

// Audit is how the controller audits (GDPR art. 28(3)(h)).
type Audit struct {
	Frequency  string `json:"frequency,omitempty" jsonschema:"required,enum=half-yearly,enum=annual,enum=every-two-years,enum=every-three-years"`
	NoticeDays *int   `json:"noticeDays,omitempty" jsonschema:"required,minimum=0,maximum=180"`
	ThirdParty *bool  `json:"thirdParty,omitempty"`
}

// Costs say who pays for what.
type Costs struct {
	Assistance string `json:"assistance,omitempty" jsonschema:"required,enum=included,enum=agreed-rates"`
	Audit      string `json:"audit,omitempty" jsonschema:"required,enum=each-own,enum=controller,enum=processor"`
	// AuditIfBreachFound: who pays when the audit finds a substantial breach.
	AuditIfBreachFound string `json:"auditIfBreachFound,omitempty" jsonschema:"enum=processor,enum=each-own"`
}

// Confidentiality says who keeps the confidentiality declarations of the
// processor's people.
type Confidentiality struct {
	AdministeredBy string `json:"administeredBy,omitempty" jsonschema:"required,enum=processor,enum=controller,default=processor"`
}

// Restore is how fast and how completely the service comes back (GDPR
// art. 32(1)(c)).
type Restore struct {
	RTOHours *int `json:"rtoHours,omitempty" jsonschema:"required,minimum=0"`
	RPOHours *int `json:"rpoHours,omitempty" jsonschema:"required,minimum=0"`
	// TestedEvery is an ISO 8601 duration in years, months or weeks, such as P6M.
	TestedEvery string `json:"testedEvery,omitempty" jsonschema:"required,format=period"`
}

// KPI is a measure of security performance with its target.
type KPI struct {
	ID     string `json:"id,omitempty" jsonschema:"required,pattern=^[A-Za-z][A-Za-z0-9._-]{0,39}$"`
	Name   string `json:"name,omitempty" jsonschema:"required,minLength=1"`
	Target string `json:"target,omitempty" jsonschema:"required,minLength=1"`
	Period string `json:"period,omitempty" jsonschema:"required,enum=monthly,enum=quarterly,enum=half-yearly,enum=annual"`
}

// Termination is what happens to the data at the end (GDPR art. 28(3)(g)).
type Termination struct {
	Choice string `json:"choice,omitempty" jsonschema:"required,enum=return,enum=return-then-delete,enum=delete"`
	// Format in which data are returned.
	Format string `json:"format,omitempty"`
	// Days after the end within which data are returned and deleted.
	Days           *int  `json:"days,omitempty" jsonschema:"required,minimum=1,maximum=365"`
	IncludeBackups *bool `json:"includesBackups,omitempty"`
	IncludeLogs    *bool `json:"includesLogs,omitempty"`
	// Declaration: the processor declares the deletion in writing.
	Declaration *bool `json:"declaration,omitempty"`
	// AcceptedReturn is the return that the controller has accepted already, which
	// makes it safe to delete a health record or a public archive.
	AcceptedReturn *AcceptedReturn `json:"acceptedReturn,omitempty" samsvar:"who=controller"`
}

// AcceptedReturn is a return of the data that the controller has accepted.
type AcceptedReturn struct {
	Date      Date   `json:"date,omitempty" jsonschema:"required"`
	By        string `json:"by,omitempty" jsonschema:"required,minLength=1"`
	Reference string `json:"reference,omitempty"`
}

// Liability between the parties.
type Liability struct {
	// CapPercent of the annual price, where liability for direct loss is capped.
	CapPercent *int `json:"capPercent,omitempty" jsonschema:"minimum=1,maximum=10000"`
}

// Choice is the alternative chosen for a clause.
type Choice struct {
	Alternative string `json:"alternative,omitempty" jsonschema:"required,minLength=1"`
	Reason      string `json:"reason,omitempty" jsonschema:"required,minLength=1"`
}

// StandardText names the text that the body of the agreement is, unaltered.
type StandardText struct {
	Title     string `json:"title,omitempty" jsonschema:"required,minLength=1"`
	Edition   string `json:"edition,omitempty" jsonschema:"required,minLength=1"`
	Publisher string `json:"publisher,omitempty"`
	// Source is where the text is published.
	Source string `json:"source,omitempty"`
	// SHA256 of the file with the published text, in hexadecimal. The file that is
	// supplied must have it.
	SHA256 string `json:"sha256,omitempty" jsonschema:"pattern=^[0-9a-f]{64}$"`
}

// Deviation is an agreed change to a standard text.
type Deviation struct {
	// Clause of the standard text, as it is numbered there.
	Clause string `json:"clause,omitempty" jsonschema:"required,minLength=1"`
	Text   string `json:"text,omitempty" jsonschema:"required,minLength=1"`
}

// Amendment is a change to the agreement after it was signed, or to its text.
type Amendment struct {
	No   *int   `json:"no,omitempty" jsonschema:"required,minimum=1"`
	Date Date   `json:"date,omitempty" jsonschema:"required"`
	Text string `json:"text,omitempty" jsonschema:"required,minLength=1"`
}

// Signing is how and by whom the agreement is signed.
type Signing struct {
	Mode        string      `json:"mode,omitempty" jsonschema:"required,enum=electronic,enum=ink"`
	Signatories []Signatory `json:"signatories,omitempty" jsonschema:"required,minItems=2"`
	// SignedOn is the day on which the last party signed.
	SignedOn Date `json:"signedOn,omitempty" samsvar:"who=controller"`
}

// Signatory signs for a party.
type Signatory struct {
	// Party is the id of a controller, or "processor".
	Party     string `json:"party,omitempty" jsonschema:"required,minLength=1"`
	Name      string `json:"name,omitempty" jsonschema:"required,minLength=1"`
	Title     string `json:"title,omitempty" jsonschema:"required,minLength=1"`
	Authority string `json:"authority,omitempty"`
}
