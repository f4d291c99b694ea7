package expr

import "github.com/samsvar/samsvar/generator/model"

// The types of what the risk functions give.

var (
	textType = &model.Type{Kind: model.KindString}
	intType  = &model.Type{Kind: model.KindInteger}
	boolType = &model.Type{Kind: model.KindBoolean}
	dateType = &model.Type{Kind: model.KindString, Format: "date"}
	idsType  = &model.Type{Kind: model.KindArray, Item: textType}
)

func needed(name string, t *model.Type) model.Field {
	return model.Field{Name: name, Type: t, Required: true}
}
func maybe(name string, t *model.Type) model.Field { return model.Field{Name: name, Type: t} }

func object(name string, fields ...model.Field) *model.Type {
	t := &model.Type{Kind: model.KindObject, Name: name}
	for i := len(fields) - 1; i >= 0; i-- {
		t = t.WithField(fields[i])
	}
	return t
}

// measureField is the type of a field of a measure in the case.
func measureField(name string) *model.Type {
	if t, ok := model.Root().At("risk.measures." + name); ok {
		return t
	}
	return textType
}

func listOf(t *model.Type) *model.Type { return &model.Type{Kind: model.KindArray, Item: t} }

var (
	scaleType = object("ScaleView",
		needed("id", textType), needed("title", textType), needed("note", textType), needed("source", textType),
		needed("combine", textType), needed("rule", textType), needed("checked", dateType))
	stepType = object("StepView",
		needed("value", intType), needed("label", textType), needed("name", textType), maybe("meaning", textType))
	dimensionType = object("DimensionView",
		needed("id", textType), needed("label", textType), needed("meanings", listOf(stepType)))
	levelType = object("LevelView",
		needed("id", textType), needed("label", textType), needed("tone", textType), needed("accept", textType),
		needed("acceptLabel", textType), needed("by", textType), needed("text", textType),
		needed("initial", intType), needed("current", intType), needed("residual", intType),
		maybe("scenarios", idsType), maybe("residualScenarios", idsType))
	scaleRowType = object("ScaleRowView",
		needed("label", textType), needed("cells", listOf(object("ScaleCellView", needed("label", textType), needed("tone", textType)))))
	resultType = object("RiskResult",
		needed("level", textType), needed("label", textType), needed("computed", textType), needed("likelihood", textType),
		needed("consequence", textType), needed("dimensions", textType), needed("overridden", boolType),
		maybe("likelihoodValue", intType), maybe("consequenceValue", intType),
		maybe("reason", textType), maybe("by", textType), maybe("date", dateType))
	groupType = object("RiskGroup",
		needed("key", textType), needed("label", textType), needed("count", intType), maybe("scenarios", idsType),
		needed("highest", textType), needed("initial", textType), needed("current", textType), needed("residual", textType))
	areaType = object("RiskAreaView",
		needed("id", textType), needed("text", textType), maybe("scenarios", idsType), needed("reason", textType), needed("answered", boolType))
	treatmentType = object("Treatment",
		needed("id", textType), needed("title", textType), needed("description", textType), maybe("type", measureField("type")), maybe("typeLabel", textType), maybe("effect", measureField("effect")), maybe("refs", measureField("refs")), maybe("from", textType),
		maybe("effectLabel", textType), needed("owner", textType), maybe("dueDate", dateType), needed("status", measureField("status")), needed("statusLabel", textType),
		maybe("scenarios", idsType), needed("agreed", boolType))
	changeType = object("RiskChangeView",
		needed("kind", textType), maybe("scenario", textType), maybe("measure", textType), needed("text", textType))
	factorType = object("AuditFactorView",
		needed("id", textType), needed("text", textType), needed("direction", textType), needed("directionLabel", textType), needed("applies", boolType),
		needed("decided", boolType), needed("state", textType), maybe("reason", textType))
	suggestionType = object("AuditSuggestion", needed("frequency", textType), needed("label", textType))
)

// assessedType is a scenario of the case with what the scale makes of it.
func assessedType() *model.Type {
	scenarios, ok := model.Root().At("risk.scenarios")
	if !ok {
		return object("RiskScenario")
	}
	t := scenarios.Item.WithField(needed("overridden", boolType)).WithField(needed("reassessed", boolType))
	for _, name := range []string{"residualRisk", "currentRisk", "initialRisk"} {
		t = t.WithField(needed(name, resultType))
	}
	// The levels that are set by judgement, by their labels, also where there is
	// nothing to depart from yet: a workbook in which that is filled in needs them.
	for _, name := range []string{"residualOverride", "currentOverride", "initialOverride"} {
		t = t.WithField(maybe(name, textType))
	}
	return t
}
