package markdown

import (
	"net/url"
	"strings"
)

// fragment is the anchor of a block, the same as in the HTML file: the ID with --
// for #. Different IDs have different fragments, and none holds a character that
// means something in Markdown or HTML but _, which is harmless in an address.
func fragment(id string) string { return fragments.Replace(url.PathEscape(id)) }

// A hyphen beside a # or another hyphen is escaped, so that -- always means #.
var fragments = strings.NewReplacer(
	"-%23", "~2D~23", "%23-", "~23~2D", "--", "~2D~2D", "%23", "--",
	"~", "~7E", "%", "~", "&", "~26", "$", "~24", "+", "~2B", "=", "~3D", ":", "~3A", "@", "~40",
)
