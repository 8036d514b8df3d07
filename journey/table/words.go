package table

import (
	"regexp"
	"strings"

	"throughline/journey"
)

// words is what people call lanes, in lower case; the longest that stands in a
// name decides.
var words = map[journey.LaneKind][]string{
	journey.Goals:         {"goal", "objective", "ziel", "objectif", "objetivo", "цель", "цели", "ゴール", "目標", "목표"},
	journey.Mindset:       {"mindset", "thought", "thinking", "question", "quote", "gedanken", "pensée", "мысли", "思考", "생각"},
	journey.Text:          {"action", "activit", "doing", "description", "content", "detail", "response", "message", "aktion", "действи", "行動", "행동", "응답"},
	journey.Touchpoints:   {"touchpoint", "touch point", "kontaktpunkt", "point de contact", "points de contact", "punto de contacto", "puntos de contacto", "точки касания", "точки контакта", "接点", "タッチポイント", "접점"},
	journey.Channels:      {"channel", "kanal", "kanäle", "canal", "canaux", "канал", "チャネル", "채널"},
	journey.Feelings:      {"feeling", "emotion", "sentiment", "mood", "gefühl", "émotion", "emoci", "эмоци", "чувства", "感情", "감정"},
	journey.Metrics:       {"metric", "kpi", "measure", "kennzahl", "indicateur", "métrica", "метрик", "指標", "지표"},
	journey.Pains:         {"pain", "friction", "frustration", "problem", "obstacle", "barrier", "schmerzpunkt", "irritant", "dolor", "боли", "проблем", "課題", "痛点", "불편"},
	journey.Opportunities: {"opportunit", "improvement", "solution", "chance", "idea", "opportunité", "oportunidad", "возможност", "機会", "改善", "기회", "개선"},
	journey.Process:       {"process", "prozess", "processus", "процесс"},
	journey.Automation:    {"automation", "workflow", "automatisierung"},
	journey.Images:        {"image", "picture", "screenshot", "storyboard", "bilder"},
	journey.Files:         {"file", "document", "datei"},
	journey.Frontstage:    {"frontstage", "front stage"},
	journey.Backstage:     {"backstage", "back stage", "system"},
	journey.Support:       {"support process", "support"},
	journey.Duration:      {"duration", "time", "dauer", "durée", "duración", "длительность", "所要時間"},
	journey.People:        {"people", "team", "owner", "actor", "who", "beteiligte", "responsable", "ответственн", "担当"},
	journey.Personas:      {"persona"},
	journey.Intensity:     {"intensity"},
}

// stageWords is what people call stages, stepWords what they call steps.
var (
	stageWords = []string{"stage", "phase", "stages", "phases", "step name", "step_name", "journey stage", "milestone", "étape", "étapes", "etapa", "etapas", "fase", "fases", "этап", "этапы", "фаза", "段階", "フェーズ", "ステージ", "단계"}
	stepWords  = []string{"step", "steps", "schritt", "schritte", "sub-step", "substep", "paso", "pasos", "шаг", "шаги", "ステップ"}
)

// laneCalled is a lane of a name: what it says tells its kind.
func laneCalled(mp journey.ID, title string) journey.Lane {
	l := journey.Lane{Map: mp, Title: title, LaneKind: journey.Text}
	low := strings.ToLower(tidy(title))
	for line, name := range map[string]string{
		journey.LineVisibility: "line of visibility", journey.LineInternal: "line of internal interaction", journey.LineInteraction: "line of interaction",
	} {
		if low == name {
			l.LaneKind, l.Line = journey.Divider, line
			return l
		}
	}
	if k, ok := kindOf(low); ok {
		l.LaneKind = k
	}
	return l
}

// kindOf is the kind that a lane's name tells.
func kindOf(low string) (journey.LaneKind, bool) {
	for _, k := range journey.LaneKinds {
		if strings.ToLower(k.Title) == low && k.Kind != journey.Divider {
			return k.Kind, true
		}
	}
	kind, longest := journey.LaneKind(""), 0
	for _, k := range journey.LaneKinds {
		for _, w := range words[k.Kind] {
			if len(w) > longest && strings.Contains(low, w) {
				kind, longest = k.Kind, len(w)
			}
		}
	}
	return kind, longest > 0
}

// decoration is what people put before the name of a stage.
var decoration = regexp.MustCompile(`(?i)^(?:(?:stage|phase|step|étape|etapa|fase|этап|фаза)\s*)?\d{1,2}\s*[:.)–-]\s+`)

// stageName is the name of a stage without its number.
func stageName(s string) string {
	s = tidy(s)
	if cut := decoration.ReplaceAllString(s, ""); cut != "" {
		return cut
	}
	return s
}

// nothing reports whether a cell says that it is empty.
func nothing(s string) bool {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "", "-", "–", "—", "none", "n/a", "na", "...", "…":
		return true
	}
	return false
}
