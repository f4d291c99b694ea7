package docx

// turn ends the section and begins another one when the page has to be turned.
func (w *writer) turn(side bool) {
	if side == w.side || w.ref.section.page.landscape() {
		return
	}
	w.closeColumns()
	if w.last.paragraph || w.sections > 0 {
		w.closeSection()
		w.fresh = true
	}
	w.side = side
}

// closeSection puts the properties of the section into its last paragraph
// (ISO/IEC 29500-1, 17.6.18).
func (w *writer) closeSection() {
	if !w.last.paragraph {
		w.body.open(para{style: sSpacer})
		w.body.close()
	}
	s := &w.body
	if c := w.last.breakAt; c[1] > 0 { // the section itself begins a page
		s.buf = append(s.buf[:c[0]], s.buf[c[1]:]...)
	}
	sect := w.sectPr(nil)
	tail := append([]byte(nil), s.buf[w.last.end:]...)
	s.buf = append(append(s.buf[:w.last.end], sect...), tail...)
	w.last.paragraph = false
	w.sections++
}

func (w *writer) sectPr(b []byte) []byte {
	base := &w.ref.section
	title := base.title
	if w.cover && (!base.header || !base.footer) {
		title = true
	}
	return base.append(b, w.shape(), w.headerRefs[index(w.side)], w.sections == 0, title)
}

// shape is the page of the section that is being written.
func (w *writer) shape() page {
	if !w.side {
		return w.page
	}
	p := w.page.turned()
	if w.ref.own && w.beside == nil {
		p.left = a4.left
	}
	return p
}

func index(b bool) int {
	if b {
		return 1
	}
	return 0
}

// finish writes the properties of the last section.
func (w *writer) finish() {
	if w.err != nil {
		return
	}
	w.closeColumns()
	if !w.last.paragraph {
		w.body.open(para{style: sSpacer})
		w.body.close()
	}
	w.body.buf = w.sectPr(w.body.buf)
}
