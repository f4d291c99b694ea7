package main

import (
	"errors"
	"os"

	"github.com/samsvar/samsvar/doc/docx"
)

var (
	badStyle = text{nb: "stilfilen %s kan ikke brukes: %s", en: "the style file %s cannot be used: %s"}
	// saveAsDocx is what helps against most of it.
	saveAsDocx = text{nb: "åpne filen i Word og lagre den som Word-dokument (.docx) eller mal (.dotx)", en: "open the file in Word and save it as a Word document (.docx) or template (.dotx)"}
)

var styleReasons = map[docx.StyleFileReason]struct{ what, hint text }{
	docx.NotZip:    {text{nb: "den er ikke et Word-dokument", en: "it is not a Word document"}, saveAsDocx},
	docx.NotWord:   {text{nb: "det er ikke noe Word-dokument i den", en: "there is no Word document in it"}, saveAsDocx},
	docx.Damaged:   {text{nb: "den er skadet", en: "it is damaged"}, saveAsDocx},
	docx.Encrypted: {text{nb: "den er beskyttet med passord, eller lagret i formatet fra før 2007", en: "it is protected by a password, or saved in the format of before 2007"}, text{nb: "fjern passordet i Word, og lagre filen som .docx", en: "remove the password in Word, and save the file as .docx"}},
	docx.TooLarge:  {text{nb: "den pakker seg ut til mer enn en stilfil kan trenge", en: "it unpacks to more than a style file can need"}, text{nb: "behold bare stiler, topptekst, bunntekst og logo i filen", en: "keep only styles, header, footer and logo in the file"}},
	docx.NoStyles:  {text{nb: "den har ingen stiler", en: "it has no styles"}, saveAsDocx},
	docx.Macros:    {text{nb: "den har makroer", en: "it holds macros"}, text{nb: "lagre den som .docx eller .dotx, uten makroer", en: "save it as .docx or .dotx, without macros"}},
	docx.Strict:    {text{nb: "den er lagret som Strict Open XML", en: "it is saved as Strict Open XML"}, text{nb: "lagre den i Word som vanlig Word-dokument (*.docx)", en: "save it in Word as an ordinary Word document (*.docx)"}},
}

// readStyle reads --style; nil without a name.
func readStyle(name string) (*docx.Reference, error) {
	if name == "" {
		return nil, nil
	}
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, failRead(err, name)
	case info.IsDir():
		return nil, failRead(errIsFolder, name)
	case !info.Mode().IsRegular(): // a zip file is read from its end
		return nil, failRead(errNotRegular, name)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, failRead(err, name)
	}
	defer func() { _ = f.Close() }()
	ref, err := docx.ParseReference(f, info.Size())
	if err == nil {
		return ref, nil
	}
	var wrong *docx.StyleFileError
	if errors.As(err, &wrong) {
		if r, ok := styleReasons[wrong.Reason]; ok {
			return nil, fail(exitRefused, badStyle, name, r.what).withHint(r.hint)
		}
	}
	return nil, fail(exitRefused, badStyle, name, err.Error()).withHint(saveAsDocx)
}
