package report

// Assumed is a fact that the case leaves out and that has a default, which the
// documents go by. It is nobody's fault, but who signs must have seen it.
type Assumed struct {
	Path  string
	Value string
	Words map[string]string // the value in words, by language; may be nil
	Pos   Pos               // of what the fact would stand in
}

// In gives the value in words.
func (a Assumed) In(language string) string {
	if s := in(a.Words, language); s != "" {
		return s
	}
	return a.Value
}

// assumed writes what is taken for granted: each fact with its value on a line.
func (t *textWriter) assumed(list []Assumed) {
	if len(list) == 0 {
		return
	}
	t.blank()
	t.flow(2, piece{bold, t.w.assumed + ":", false})
	for _, a := range list {
		t.flow(4, piece{"", " ", true}, piece{"", printable(a.Path) + ":", true}, piece{"", printable(a.In(t.o.Language)), false})
	}
}

func (m *markdown) assumed(list []Assumed) {
	if len(list) == 0 {
		return
	}
	m.head(m.w.assumed)
	for _, a := range list {
		m.line("- " + code(a.Path) + ": " + escape(a.In(m.language)))
	}
}

type jsonAssumed struct {
	Path  string `json:"path"`
	Value string `json:"value"`
	Words string `json:"words"`
}

func assumedJSON(list []Assumed, language string) []jsonAssumed {
	out := []jsonAssumed{}
	for _, a := range list {
		out = append(out, jsonAssumed{a.Path, a.Value, a.In(language)})
	}
	return out
}
