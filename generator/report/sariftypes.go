package report

// The parts of SARIF 2.1.0 that a report uses; the numbers are the sections of the
// standard. The order of the fields is the order in the file.

type sarifLog struct { // 3.13
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct { // 3.14
	Tool       sarifTool     `json:"tool"`
	Language   string        `json:"language"`
	ColumnKind string        `json:"columnKind"` // columns count characters
	Results    []sarifResult `json:"results"`
}

type sarifTool struct { // 3.18
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct { // 3.19
	Name           string      `json:"name"`
	Version        string      `json:"version,omitempty"`
	InformationURI string      `json:"informationUri"`
	Language       string      `json:"language"`
	Rules          []sarifRule `json:"rules"`
}

type sarifRule struct { // 3.49
	ID         string              `json:"id"`
	Short      sarifText           `json:"shortDescription"`
	Help       sarifText           `json:"help"`
	Default    sarifConfiguration  `json:"defaultConfiguration"`
	Properties sarifRuleProperties `json:"properties,omitzero"`
}

type sarifRuleProperties struct {
	Law    string `json:"law,omitempty"`
	Demand string `json:"demand,omitempty"`
	Phase  string `json:"phase,omitempty"`
}

type sarifConfiguration struct { // 3.50
	Level string `json:"level"`
}

type sarifText struct { // 3.11 and 3.12
	Text string `json:"text"`
}

type sarifResult struct { // 3.27
	RuleID       string             `json:"ruleId"`
	RuleIndex    int                `json:"ruleIndex"`
	Level        string             `json:"level"`
	Message      sarifText          `json:"message"`
	Locations    []sarifLocation    `json:"locations"`
	Fingerprints map[string]string  `json:"partialFingerprints"`
	Suppressions []sarifSuppression `json:"suppressions"` // in all results or in none
	Properties   sarifProperties    `json:"properties,omitzero"`
}

type sarifProperties struct {
	Document    string `json:"document,omitempty"`
	Path        string `json:"path,omitempty"`
	No          int    `json:"no,omitempty"`
	Place       string `json:"place,omitempty"`
	Responsible string `json:"responsible,omitempty"`
	Phase       string `json:"phase,omitempty"`
	Reason      string `json:"reason,omitempty"`
}

type sarifSuppression struct { // 3.35
	Kind          string         `json:"kind"`
	Status        string         `json:"status"`
	Justification string         `json:"justification"`
	Location      *sarifLocation `json:"location,omitempty"`
}

type sarifLocation struct { // 3.28
	Physical *sarifPhysical `json:"physicalLocation,omitempty"`
	Logical  []sarifLogical `json:"logicalLocations,omitempty"`
}

type sarifPhysical struct { // 3.29
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   sarifRegion   `json:"region"`
}

type sarifArtifact struct { // 3.4
	URI string `json:"uri"`
}

type sarifRegion struct { // 3.30
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn,omitempty"`
}

type sarifLogical struct { // 3.33
	FullyQualifiedName string `json:"fullyQualifiedName"`
}
