package generator

import (
	"strings"

	"github.com/samsvar/samsvar/generator/model"
)

// whole turns the deletion of all that an object holds into that of the object, so
// that no empty "residual: {}" stays behind and claims an assessment. An item of a
// list stays, and so does an object below which something is set.
func whole(root map[string]any, edits []model.Edit) []model.Edit {
	for i := 0; i < len(edits); i++ {
		if edits[i].Op != model.OpDelete {
			continue
		}
		steps, err := model.ParsePath(edits[i].Path)
		if err != nil || len(steps) < 2 || steps[len(steps)-2].Name == "" {
			continue
		}
		above := model.FormatPath(steps[:len(steps)-1])
		if !emptied(root, above, edits) {
			continue
		}
		var out []model.Edit
		placed := false
		for _, e := range edits {
			switch {
			case !inside(above, e.Path):
				out = append(out, e)
			case !placed:
				out, placed = append(out, model.Edit{Op: model.OpDelete, Path: above}), true
			}
		}
		edits, i = out, -1 // what holds the object may now be empty too
	}
	return edits
}

// emptied reports whether edits delete every key of the object at a path and set
// nothing in it.
func emptied(root map[string]any, path string, edits []model.Edit) bool {
	object, _ := valueAt(root, path).(map[string]any)
	left := len(object)
	for _, e := range edits {
		if !inside(path, e.Path) {
			continue
		}
		if e.Op != model.OpDelete {
			return false
		}
		for key := range object {
			if e.Path == model.JoinKey(path, key) {
				left--
			}
		}
	}
	return len(object) > 0 && left == 0
}

// valueAt is what stands at a path; nil when nothing does.
func valueAt(root map[string]any, path string) any {
	steps, err := model.ParsePath(path)
	if err != nil {
		return nil
	}
	var at any = root
	for _, s := range steps {
		switch x := at.(type) {
		case map[string]any:
			at = x[s.Name]
		case []any:
			if s.Name != "" || s.Index >= len(x) {
				return nil
			}
			at = x[s.Index]
		default:
			return nil
		}
	}
	return at
}

// inside reports whether a path leads into the object at another one.
func inside(object, path string) bool {
	rest, ok := strings.CutPrefix(path, object)
	return ok && rest != "" && (rest[0] == '.' || rest[0] == '[')
}
