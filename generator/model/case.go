// Package model is the case: the one file from which every document is made. It
// holds the Go structs, the JSON Schema that is generated from them, the loader
// that keeps the place of every node, and text patches to a case file.
//
// For most uses, call Load with a reader, or fill in a Case by hand and call its
// Validate. Root describes the schema, Open lists what is missing, View is the
// case for expressions, and Source.Patch changes a case file.
//
// Absent is nil, "" or an empty list. Numbers and booleans are pointers, because
// zero and false are answers; in Go 1.26 new(true) and new(14) make them. Text
// from a case is text: it is never parsed as a template, Markdown, XML or a
// formula.
//
// The samsvar tag of a field says which documents need it, from which phase, and
// who supplies it: `samsvar:"needs=dpa,phase=contract,who=processor"`. What is
// needed and absent is an open point, not an error. Several document types are
// joined by +; none is no document; an absent part is inherited from above.
//
// Facts that one document type has of its own stand below documents. Their
// schemas come with the document types, as DocumentTypes, which Load takes in its
// options and any case by With.
package model

// Format is the version of the case file's format that this package reads.
const Format = 1

// Case is one procurement, with all that its documents need to know.
type Case struct {
	Schema  string `json:"$schema,omitempty"`
	Samsvar int    `json:"samsvar" jsonschema:"required,enum=1"`
	// Language is the language of the free text in the case, and of the
	// documents when nothing else is asked for.
	Language string `json:"language,omitempty" jsonschema:"enum=nb,enum=nn,enum=en,default=nb"`
	ID       string `json:"id,omitempty" jsonschema:"required,minLength=1,maxLength=100"`
	Title    string `json:"title,omitempty" jsonschema:"required,minLength=1,maxLength=300"`
	// Date is the date of the documents; no clock is ever read.
	Date       Date                `json:"date,omitempty" jsonschema:"required"`
	Phase      string              `json:"phase,omitempty" jsonschema:"enum=planning,enum=tender,enum=award,enum=contract,enum=operation,enum=exit,default=contract"`
	Version    *Version            `json:"version,omitempty" jsonschema:"required"`
	References *References         `json:"references,omitempty"`
	Openness   map[string]Openness `json:"openness,omitempty"` // by document type

	ContractingAuthority *ContractingAuthority `json:"contractingAuthority,omitempty"`
	Controllers          []Controller          `json:"controllers,omitempty" jsonschema:"required,minItems=1" samsvar:"needs=dpa,who=controller"`
	ControllerRelation   string                `json:"controllerRelation,omitempty" jsonschema:"enum=single,enum=joint,enum=parallel,default=single"`
	// Intermediary is the processor that hands the processing on, such as a regional
	// IT company, when the agreement is between it and its sub-processor
	// (agreement.level processor-subprocessor; GDPR art. 28(4)). The Processor of the
	// case is then the one that it engages.
	Intermediary *Intermediary `json:"intermediary,omitempty" samsvar:"who=controller"`
	Suppliers    []Supplier    `json:"suppliers,omitempty" samsvar:"needs=none"`
	Processor    *Processor    `json:"processor,omitempty" jsonschema:"required" samsvar:"needs=dpa,phase=contract,who=processor"`

	Service       *Service       `json:"service,omitempty" jsonschema:"required" samsvar:"needs=dpa,who=controller"`
	Processing    *Processing    `json:"processing,omitempty" jsonschema:"required" samsvar:"needs=dpa,who=controller"`
	Subprocessors []Subprocessor `json:"subprocessors,omitempty"`
	Transfers     []Transfer     `json:"transfers,omitempty"`
	Agreement     *Agreement     `json:"agreement,omitempty" jsonschema:"required" samsvar:"needs=dpa,who=controller"`
	Security      *Security      `json:"security,omitempty" jsonschema:"required" samsvar:"needs=dpa,phase=contract,who=processor"`
	Risk          *Risk          `json:"risk,omitempty" samsvar:"needs=risk+risk-register+board-summary,phase=planning,who=controller"`
	DPIA          *DPIA          `json:"dpia,omitempty" samsvar:"who=controller"`

	// NotApplicable says of demands that they do not apply to this case, and why;
	// coverage repeats the reason. What the document meets all the same stays met.
	NotApplicable []NotApplicable `json:"notApplicable,omitempty" samsvar:"needs=none"`

	// Documents holds facts that only one document type needs, by document type;
	// the template of that type has the schema for them. See DocumentTypes.
	Documents map[string]any `json:"documents,omitempty"`

	// Checks lower or silence warnings, each with its reason.
	Checks []Check `json:"checks,omitempty" samsvar:"needs=none"`

	source *Source
	types  *DocumentTypes // what the facts below Documents are
	// Of a case that Keep returned: what it was made from, and the indexes there
	// of the elements of its lists.
	whole *Case
	kept  map[string][]int
}

// Date is a calendar date as YYYY-MM-DD (ISO 8601).
type Date string

// Version is the version of the documents.
type Version struct {
	No      string          `json:"no,omitempty" jsonschema:"required,minLength=1,maxLength=20"`
	History []VersionChange `json:"history,omitempty"`
}

// VersionChange is one earlier version.
type VersionChange struct {
	No     string `json:"no,omitempty" jsonschema:"required,minLength=1"`
	Date   Date   `json:"date,omitempty" jsonschema:"required"`
	By     string `json:"by,omitempty"`
	Change string `json:"change,omitempty" jsonschema:"required,minLength=1"`
}

// References are the numbers by which others know the case.
type References struct {
	ArchiveCase string `json:"archiveCase,omitempty"`
	JournalNo   string `json:"journalNo,omitempty"`
	Doffin      string `json:"doffin,omitempty"`
	SupplierRef string `json:"supplierRef,omitempty"`
}

// Openness says whether a document is exempt from public access. The product
// suggests; a person confirms (offentleglova).
type Openness struct {
	// Exempt is "none" or the provision, such as "offl. § 24 tredje ledd".
	Exempt      string `json:"exempt,omitempty" jsonschema:"required,minLength=1"`
	ConfirmedBy string `json:"confirmedBy,omitempty"`
	Date        Date   `json:"date,omitempty"`
}

// NotApplicable is the reason why a demand of a catalogue does not apply.
type NotApplicable struct {
	Demand string `json:"demand,omitempty" jsonschema:"required,minLength=1"` // catalogue:id
	Reason string `json:"reason,omitempty" jsonschema:"required,minLength=1"`
	By     string `json:"by,omitempty"`
	Date   Date   `json:"date,omitempty"`
}

// Source is where a case was read from: its text, and the place of every node.
// It is nil for a case that was made in Go.
func (c *Case) Source() *Source { return c.source }
