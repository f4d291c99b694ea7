package html

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var variable = regexp.MustCompile(`--([a-z-]+): (#[0-9a-f]{6});`)

// TestContrast computes the contrast of every text colour with its ground, in
// light, in dark and on paper (WCAG 2.2, 1.4.6: 7:1).
func TestContrast(t *testing.T) {
	light, dark, ok := strings.Cut(screenCSS, "@media (prefers-color-scheme: dark)")
	if !ok {
		t.Fatal("no dark colours")
	}
	dark, _, _ = strings.Cut(dark, "* {")
	for name, css := range map[string]string{"light": light, "dark": dark, "print": printCSS} {
		colours := map[string]string{}
		for _, m := range variable.FindAllStringSubmatch(css, -1) {
			colours[m[1]] = m[2]
		}
		pairs := 0
		for text, colour := range colours {
			_, ground, ok := strings.Cut(text, "on-")
			if !ok {
				continue
			}
			pairs++
			if c := contrast(t, colour, colours[ground]); c < 7 {
				t.Errorf("%s: --%s %s on %s has contrast %.2f", name, text, colour, colours[ground], c)
			}
		}
		if pairs < 7 {
			t.Errorf("%s: only %d pairs of colours", name, pairs)
		}
	}
}

func contrast(t *testing.T, a, b string) float64 {
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	if len(colour) != 7 {
		t.Fatalf("%q is no colour", colour)
	}
	var sum float64
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(colour[1+2*i:3+2*i], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}

// TestStyleSheet checks what lets the style sheets stand in the file as they are.
func TestStyleSheet(t *testing.T) {
	for name, css := range map[string]string{"screen.css": screenCSS, "print.css": printCSS} {
		if strings.ContainsAny(css, "<&") {
			t.Errorf("%s holds a character that XML does not allow", name)
		}
		if strings.Contains(css, "url(") || strings.Contains(css, "@import") {
			t.Errorf("%s loads something", name)
		}
		if strings.Count(css, "{") != strings.Count(css, "}") {
			t.Errorf("%s has unbalanced braces", name)
		}
	}
}
