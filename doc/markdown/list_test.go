package markdown_test

import (
	"strings"
	"testing"

	"github.com/samsvar/samsvar/doc/doctest"
)

// The items and continuations of a clause read back as one nested list.
func TestLists(t *testing.T) {
	got := strings.Join(read(t, write(t, doctest.KitchenSink())), "")
	want := "<p>2.1 Databehandler skal:</p><ul>" +
		"<li><p>(a) behandle opplysningene bare etter dokumenterte instrukser fra Dataansvarlig,</p></li>" +
		"<li><p>(b) gi tilgang bare til personer som</p><ul>" +
		"<li><p><a></a>(i) trenger den i sitt arbeid, og</p></li>" +
		"<li><p>(ii) har taushetsplikt etter lov eller avtale;</p><p>taushetsplikten varer også etter at arbeidet er slutt,</p></li></ul>" +
		"<p>og tilgangen skal kunne etterprøves,</p></li>" +
		"<li><p>(c) hjelpe Dataansvarlig med å svare på krav fra de registrerte.</p></li></ul>" +
		"<p>Databehandler sier fra dersom en instruks etter hans syn er i strid med loven.</p>"
	if !strings.Contains(got, want) {
		_, got, _ = strings.Cut(got, "2.1 Databehandler skal:")
		t.Errorf("got %.900s", got)
	}
}
