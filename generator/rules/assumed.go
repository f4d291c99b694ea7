package rules

// assumed: what the case leaves out and a document goes by all the same, so that
// nobody signs a default without having seen it.
func (k *checker) assumed() {
	for _, a := range k.c.Assumed() {
		k.add("assumed", a.Path, "value", a.Value)
	}
}
