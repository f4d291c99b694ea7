package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
)

// target is one file to be written.
type target struct {
	name string
	data []byte
}

// writeFiles writes all files or none: first to temporary files beside their
// targets, then, when all of them are safely on disk, under their names. When
// anything fails, what was there before is there again, and nothing else. Folders
// are made where missing.
func writeFiles(files []target) error {
	var w fileWriter
	if err := w.write(files); err != nil {
		w.undo()
		return err
	}
	w.clean()
	return nil
}

// fileWriter remembers how to undo what it has done.
type fileWriter struct {
	folders []string // made, the outer ones first
	staged  []staged
}

type staged struct {
	target string
	temp   string // the new content; empty when it has got its name
	backup string // the old file under another name
	named  bool   // the new file has its name
}

func (w *fileWriter) write(files []target) error {
	for _, f := range files {
		if err := w.stage(f); err != nil {
			return err
		}
	}
	for i := range w.staged {
		if err := w.name(&w.staged[i]); err != nil {
			return failFiles(err, w.staged[i].target)
		}
	}
	for _, s := range w.staged {
		syncFolder(filepath.Dir(s.target))
	}
	return nil
}

// stage writes the content to a temporary file.
func (w *fileWriter) stage(f target) error {
	name := f.name
	// A link is followed, so that it stays a link.
	if real, err := filepath.EvalSymlinks(name); err == nil {
		name = real
	}
	mode := fs.FileMode(0o666) // less the umask
	info, err := os.Stat(name)
	switch {
	case err == nil && info.IsDir():
		return failFiles(errIsFolder, f.name)
	case err == nil && !info.Mode().IsRegular():
		return failFiles(errNotRegular, f.name)
	case err == nil && info.Mode().Perm()&0o200 == 0: // somebody has protected it
		return failFiles(fs.ErrPermission, f.name)
	case err == nil:
		mode = info.Mode().Perm()
	case !errors.Is(err, fs.ErrNotExist):
		return failFiles(err, f.name)
	}
	if err := w.folder(filepath.Dir(name)); err != nil {
		return failFiles(err, filepath.Dir(f.name))
	}
	temp, err := create(name, mode)
	if err != nil {
		return failFiles(err, f.name)
	}
	w.staged = append(w.staged, staged{target: name, temp: temp.Name()})
	_, err = temp.Write(f.data)
	if err == nil {
		err = temp.Sync()
	}
	if closed := temp.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return failFiles(err, f.name)
	}
	return nil
}

// folder makes a folder and those above it, and remembers which ones.
func (w *fileWriter) folder(dir string) error {
	info, err := os.Stat(dir)
	if err == nil && !info.IsDir() {
		return &fs.PathError{Op: "mkdir", Path: dir, Err: syscall.ENOTDIR}
	}
	if err == nil || !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := w.folder(filepath.Dir(dir)); err != nil {
		return err
	}
	if err := os.Mkdir(dir, 0o777); err != nil {
		if errors.Is(err, fs.ErrExist) && isDir(dir) { // made by somebody else just now
			return nil
		}
		return err
	}
	w.folders = append(w.folders, dir)
	return nil
}

// create opens a new file beside the target. Its name is the first free one.
func create(name string, mode fs.FileMode) (*os.File, error) {
	for i := 0; ; i++ {
		f, err := os.OpenFile(freeName(name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if !errors.Is(err, fs.ErrExist) || i > 100 { // taken by somebody else just now
			return f, err
		}
	}
}

// freeName is a hidden name beside a file that nothing has yet.
func freeName(name string) string {
	dir, base := filepath.Split(name)
	for i := 0; ; i++ {
		free := dir + ".samsvar-" + strconv.Itoa(i) + "-" + base
		if _, err := os.Lstat(free); err != nil {
			return free
		}
	}
}

// name gives a temporary file its name; what was there is kept until all is done.
func (w *fileWriter) name(s *staged) error {
	if info, err := os.Lstat(s.target); err == nil {
		if info.IsDir() { // it was not when the file was staged
			return errIsFolder
		}
		backup := freeName(s.target)
		// A link leaves the old file in place; some file systems have none.
		if err := os.Link(s.target, backup); err != nil {
			if err := os.Rename(s.target, backup); err != nil {
				return err
			}
		}
		s.backup = backup
	}
	if err := os.Rename(s.temp, s.target); err != nil {
		return err
	}
	s.temp, s.named = "", true
	return nil
}

// undo puts everything back, the last first. What fails now cannot be helped.
func (w *fileWriter) undo() {
	for i := len(w.staged) - 1; i >= 0; i-- {
		s := w.staged[i]
		switch {
		case s.backup != "":
			_ = os.Rename(s.backup, s.target)
			_ = os.Remove(s.backup) // one file under two names is not renamed
		case s.named:
			_ = os.Remove(s.target)
		}
		if s.temp != "" {
			_ = os.Remove(s.temp)
		}
	}
	for i := len(w.folders) - 1; i >= 0; i-- {
		_ = os.Remove(w.folders[i])
	}
}

// clean removes what was kept.
func (w *fileWriter) clean() {
	for _, s := range w.staged {
		if s.backup != "" {
			_ = os.Remove(s.backup)
		}
	}
}

// syncFolder makes the names last, where the system can.
func syncFolder(dir string) {
	if f, err := os.Open(dir); err == nil {
		_ = f.Sync()
		_ = f.Close()
	}
}
