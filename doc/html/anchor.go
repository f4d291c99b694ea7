package html

import (
	"net/url"
	"strings"
)

// Anchor returns the fragment under which a block is found in the file: the ID
// with -- for #, so that "dpa.audit#frequency" is at "#dpa.audit--frequency".
// Different IDs have different anchors. Anchors that the writer makes itself
// begin with a tilde and a letter above f, which no anchor of a block does.
func Anchor(id string) string { return anchors.Replace(url.PathEscape(id)) }

// A hyphen beside a # or another hyphen is escaped, so that -- always means #.
var anchors = strings.NewReplacer(
	"-%23", "~2D~23", "%23-", "~23~2D", "--", "~2D~2D", "%23", "--",
	"~", "~7E", "%", "~", "&", "~26", "$", "~24", "+", "~2B", "=", "~3D", ":", "~3A", "@", "~40",
)
