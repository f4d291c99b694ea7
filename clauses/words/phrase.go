package words

// Index finds phrases – one or several words – in texts. It is built once and read
// by any number of goroutines.
type Index struct {
	byFirst map[string][]phrase // the longest first
}

type phrase struct {
	rest []string // the words after the first
	id   int
}

// Add takes in a phrase for a thing. A phrase without a word is no phrase, and Add
// says so.
func (x *Index) Add(text string, id int) bool {
	ws := Split(text)
	if len(ws) == 0 {
		return false
	}
	p := phrase{id: id}
	for _, w := range ws[1:] {
		p.rest = append(p.rest, w.Lower)
	}
	if x.byFirst == nil {
		x.byFirst = map[string][]phrase{}
	}
	list := x.byFirst[ws[0].Lower]
	at := 0
	for at < len(list) && len(list[at].rest) >= len(p.rest) {
		at++
	}
	list = append(list, phrase{})
	copy(list[at+1:], list[at:])
	list[at] = p
	x.byFirst[ws[0].Lower] = list
	return true
}

// Find returns the thing whose phrase begins at the word ws[i] and how many words
// it has. Of several, the longest phrase counts: “the main agreement” is not
// “agreement”. Zero words mean none.
func (x *Index) Find(ws []Word, i int) (id, length int) {
	for _, p := range x.byFirst[ws[i].Lower] {
		if p.at(ws[i+1:]) {
			return p.id, 1 + len(p.rest)
		}
	}
	return 0, 0
}

func (p phrase) at(ws []Word) bool {
	if len(ws) < len(p.rest) {
		return false
	}
	for i, w := range p.rest {
		if ws[i].Lower != w {
			return false
		}
	}
	return true
}
