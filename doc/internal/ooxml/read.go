package ooxml

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/klauspost/compress/flate"
)

// Limits bounds what Read takes into memory. A zero field means its default.
type Limits struct {
	Parts     int   // number of parts, 4,000
	PartSize  int64 // bytes of one part unpacked, 64 MiB
	TotalSize int64 // bytes of all parts unpacked, 256 MiB
}

func (l Limits) withDefaults() Limits {
	if l.Parts == 0 {
		l.Parts = 4000
	}
	if l.PartSize == 0 {
		l.PartSize = 64 << 20
	}
	if l.TotalSize == 0 {
		l.TotalSize = 256 << 20
	}
	return l
}

// The reasons for which Read refuses a file; the error it returns wraps one.
var (
	ErrNotZip    = errors.New("not a zip file")
	ErrEncrypted = errors.New("encrypted or in the binary format of before 2007")
	ErrTooLarge  = errors.New("too large when unpacked")
	ErrName      = errors.New("bad part name")
	ErrDuplicate = errors.New("two parts with one name")
	ErrDamaged   = errors.New("damaged zip file")
)

// compound is the signature of the OLE compound file that holds an encrypted
// package ([MS-OFFCRYPTO] 1.3.1) or a binary document.
const compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

// Read reads a package of size bytes. It refuses what is no zip, what is
// encrypted, what unpacks to more than the limits, and names that are not plain
// relative paths or that occur twice.
func Read(r io.ReaderAt, size int64, l Limits) (*Package, error) {
	l = l.withDefaults()
	var head [8]byte
	if n, _ := r.ReadAt(head[:], 0); string(head[:n]) == compound {
		return nil, ErrEncrypted
	}
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrNotZip, err)
	}
	z.RegisterDecompressor(zip.Deflate, func(r io.Reader) io.ReadCloser { return flate.NewReader(r) })
	if len(z.File) > l.Parts {
		return nil, fmt.Errorf("%w: %d parts, limit %d", ErrTooLarge, len(z.File), l.Parts)
	}
	p := New()
	folded := make(map[string]bool, len(z.File))
	total := int64(0)
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, "/") && f.UncompressedSize64 == 0 {
			continue // a folder
		}
		if err := checkName(f.Name); err != nil {
			return nil, err
		}
		if key := strings.ToLower(f.Name); folded[key] {
			return nil, fmt.Errorf("%w: %q", ErrDuplicate, f.Name)
		} else {
			folded[key] = true
		}
		if f.Flags&1 != 0 {
			return nil, fmt.Errorf("%w: part %q", ErrEncrypted, f.Name)
		}
		data, err := readPart(f, min(l.PartSize, l.TotalSize-total))
		if err != nil {
			return nil, err
		}
		total += int64(len(data))
		p.parts[f.Name] = part{data: data}
	}
	return p, nil
}

// readPart trusts the size in the header only to refuse early: it may lie.
func readPart(f *zip.File, limit int64) ([]byte, error) {
	if f.UncompressedSize64 > uint64(limit) {
		return nil, fmt.Errorf("%w: part %q", ErrTooLarge, f.Name)
	}
	rc, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%w: part %q: %v", ErrDamaged, f.Name, err)
	}
	defer rc.Close()
	data, err := io.ReadAll(io.LimitReader(rc, limit+1))
	if err != nil {
		return nil, fmt.Errorf("%w: part %q: %v", ErrDamaged, f.Name, err)
	}
	if int64(len(data)) > limit {
		return nil, fmt.Errorf("%w: part %q", ErrTooLarge, f.Name)
	}
	return data, nil
}

// checkName refuses names that could mean a place outside the package or another
// part than they seem to (ISO/IEC 29500-2, 6.2.2).
func checkName(name string) error {
	bad := name == "" || len(name) > 1000
	for i := 0; i < len(name); i++ {
		if c := name[i]; c < 0x20 || c == 0x7F || c == '\\' || c == ':' {
			bad = true
		}
	}
	for _, seg := range strings.Split(name, "/") {
		if seg == "" || strings.Trim(seg, ".") == "" {
			bad = true
		}
	}
	low := strings.ToLower(name)
	if strings.Contains(low, "%2f") || strings.Contains(low, "%5c") || strings.Contains(low, "%2e") || strings.Contains(low, "%00") {
		bad = true
	}
	if bad {
		return fmt.Errorf("%w: %q", ErrName, name)
	}
	return nil
}
