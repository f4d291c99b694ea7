package ooxml

import (
	"archive/zip"
	"bytes"
	"hash/crc32"
	"io"
	"sync"

	"github.com/klauspost/compress/flate"
)

// deflateLevel is a compromise measured on documents of 20 pages: a higher one
// takes twice as long and saves a few percent.
const deflateLevel = 4

// A compressor is large (some 800 kB); one is used again and again.
var compressors = sync.Pool{New: func() any {
	w, err := flate.NewWriter(io.Discard, deflateLevel)
	if err != nil {
		panic(err) // the level is a constant
	}
	return w
}}

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// Precompress packs all parts now, so that they need not be packed each time
// that a clone of the package is written. It must not run at the same time as
// anything else on the package.
func (p *Package) Precompress() {
	for n, q := range p.parts {
		if q.deflated == nil {
			var b bytes.Buffer
			deflate(&b, q.data)
			q.deflated, q.crc = b.Bytes(), crc32.ChecksumIEEE(q.data)
			p.parts[n] = q
		}
	}
}

func deflate(b *bytes.Buffer, data []byte) {
	c := compressors.Get().(*flate.Writer)
	c.Reset(b)
	// A bytes.Buffer takes every write.
	_, _ = c.Write(data)
	_ = c.Close()
	compressors.Put(c)
}

// WriteTo writes the package as a zip file. The same parts give the same bytes:
// names in order, no times, one compressor.
func (p *Package) WriteTo(w io.Writer) (int64, error) {
	cw := &countingWriter{w: w}
	z := zip.NewWriter(cw)
	buf := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(buf)
	for _, name := range p.Names() {
		q := p.parts[name]
		packed, crc := q.deflated, q.crc
		if packed == nil {
			buf.Reset()
			deflate(buf, q.data)
			packed, crc = buf.Bytes(), crc32.ChecksumIEEE(q.data)
		}
		// Sizes stand in the header of each part rather than after it: some
		// readers cannot do with the latter.
		f, err := z.CreateRaw(&zip.FileHeader{
			Name: name, Method: zip.Deflate, CRC32: crc,
			CompressedSize64: uint64(len(packed)), UncompressedSize64: uint64(len(q.data)),
		})
		if err != nil {
			return cw.n, err
		}
		if _, err := f.Write(packed); err != nil {
			return cw.n, err
		}
	}
	err := z.Close()
	return cw.n, err
}

type countingWriter struct {
	w io.Writer
	n int64
}

func (c *countingWriter) Write(b []byte) (int, error) {
	n, err := c.w.Write(b)
	c.n += int64(n)
	return n, err
}
