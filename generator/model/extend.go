package model

// JoinKey adds a key to a path, quoted where it must be.
func JoinKey(path, key string) string { return joinKey(path, key) }

// JoinIndex adds an index to a path.
func JoinIndex(path string, i int) string { return joinIndex(path, i) }

// WithField returns a copy of an object type that has one more field, the first.
func (t *Type) WithField(f Field) *Type {
	out := *t
	out.Fields = append([]Field{f}, t.Fields...)
	out.byName = make(map[string]int, len(out.Fields))
	for i, f := range out.Fields {
		out.byName[f.Name] = i
	}
	return &out
}
