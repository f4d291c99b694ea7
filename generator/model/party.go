package model

// Party is an organisation that takes part in the case.
type Party struct {
	ID   string `json:"id,omitempty" jsonschema:"pattern=^[A-Za-z][A-Za-z0-9._-]{0,39}$"`
	Name string `json:"name,omitempty" jsonschema:"required,minLength=1,maxLength=300" samsvar:"needs=dpa"`
	// OrgNumber has nine digits with a modulus 11 check digit when the country
	// is Norway; otherwise the number of the foreign register.
	OrgNumber string   `json:"orgNumber,omitempty" jsonschema:"required,minLength=1,maxLength=40" samsvar:"needs=dpa"`
	Address   *Address `json:"address,omitempty" jsonschema:"required" samsvar:"needs=dpa"`
	Contact   *Contact `json:"contact,omitempty" jsonschema:"required" samsvar:"needs=dpa"`
	// DPO is the data protection officer (GDPR art. 37-39).
	DPO *Contact `json:"dpo,omitempty"`
	// BreachContact receives or sends notices of personal data breaches; the
	// contact where absent (GDPR art. 33(2)).
	BreachContact *Contact `json:"breachContact,omitempty"`
	// Representative in the EEA of a party outside it (GDPR art. 27).
	Representative *Contact `json:"representative,omitempty"`
}

// Address is a postal or visiting address.
type Address struct {
	Street     string `json:"street,omitempty" jsonschema:"required,minLength=1"`
	PostalCode string `json:"postalCode,omitempty" jsonschema:"required,minLength=1,maxLength=12"`
	City       string `json:"city,omitempty" jsonschema:"required,minLength=1"`
	// Country is an ISO 3166-1 alpha-2 code; that of a party with a valid Norwegian
	// organisation number is Norway where absent.
	Country string `json:"country,omitempty" jsonschema:"required,format=country-code"`
}

// Contact is a person or a function that can be reached.
type Contact struct {
	Name  string `json:"name,omitempty" jsonschema:"required,minLength=1"`
	Title string `json:"title,omitempty"`
	Email string `json:"email,omitempty" jsonschema:"required,format=email"`
	Phone string `json:"phone,omitempty"`
}

// Controller decides the purposes and means of the processing (GDPR art. 4(7)).
type Controller struct {
	Party
}

// ContractingAuthority runs the procurement; it may be neither party.
type ContractingAuthority struct {
	Name       string   `json:"name,omitempty" jsonschema:"required,minLength=1"`
	OrgNumber  string   `json:"orgNumber,omitempty" jsonschema:"required,minLength=1"`
	Role       string   `json:"role,omitempty" jsonschema:"enum=controller,enum=purchasing-body,enum=regional-it"`
	OnBehalfOf []string `json:"onBehalfOf,omitempty"` // ids of controllers
}

// Intermediary is a processor that engages another processor (GDPR art. 28(4)).
type Intermediary struct {
	Party
}

// Supplier is a bidder; the chosen one becomes the processor.
type Supplier struct {
	Party
}

// Processor processes personal data on behalf of the controller (GDPR art. 4(8)).
type Processor struct {
	// From is the id of the supplier whose facts are taken over; a field that is
	// given here goes before the supplier's.
	From string `json:"from,omitempty"`
	Party
	Certificates []Certificate `json:"certificates,omitempty"`
	// OwnPurposes makes the processor a controller (GDPR art. 28(10)): anything
	// here is a finding.
	OwnPurposes []string   `json:"ownPurposes,omitempty"`
	Ownership   *Ownership `json:"ownership,omitempty"`
}

// Certificate is a certificate or a third party's report on the processor.
type Certificate struct {
	Standard                 string `json:"standard,omitempty" jsonschema:"required,enum=iso27001,enum=iso27701,enum=iso27017,enum=iso27018,enum=isae3402,enum=soc2,enum=csa-star,enum=other"`
	Name                     string `json:"name,omitempty"`
	Scope                    string `json:"scope,omitempty" jsonschema:"required,minLength=1"`
	CoversService            *bool  `json:"coversService,omitempty" jsonschema:"required"`
	StatementOfApplicability *bool  `json:"statementOfApplicability,omitempty"`
	ValidTo                  Date   `json:"validTo,omitempty" jsonschema:"required"`
}

// Ownership of the processor: who can, in the end, decide over it.
type Ownership struct {
	UltimateParent   string `json:"ultimateParent,omitempty"`
	Country          string `json:"country,omitempty" jsonschema:"format=country-code"`
	ChangeNoticeDays *int   `json:"changeNoticeDays,omitempty" jsonschema:"minimum=1,maximum=365"`
}
