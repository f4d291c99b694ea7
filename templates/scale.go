package templates

import (
	"maps"
	"slices"

	"github.com/samsvar/samsvar/generator/risk"
)

// Scales lists the scales of risk, sorted by id.
func (s *Set) Scales() []*risk.Scale {
	out := make([]*risk.Scale, 0, len(s.scales))
	for _, id := range slices.Sorted(maps.Keys(s.scales)) {
		out = append(out, s.scales[id])
	}
	return out
}

// Scale finds a scale of risk.
func (s *Set) Scale(id string) (*risk.Scale, bool) {
	scale, ok := s.scales[id]
	return scale, ok
}
