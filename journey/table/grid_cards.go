package table

import (
	"math"
	"reflect"
	"regexp"
	"strings"
	"unicode/utf8"

	"throughline/journey"
)

func stageIn(mp journey.ID, title string) func(reflect.Value) {
	return func(v reflect.Value) {
		v.FieldByName("Map").SetString(string(mp))
		v.FieldByName("Title").SetString(title)
	}
}

func stepIn(stage journey.ID, title string) func(reflect.Value) {
	return func(v reflect.Value) {
		v.FieldByName("Stage").SetString(string(stage))
		v.FieldByName("Title").SetString(tidy(title))
	}
}

// lane is a new lane of a name; nil where there is none. The result stays the
// row that is kept, so what is found out later can be said of it.
func (g *gridReader) lane(name string) *journey.Lane {
	if tidy(name) == "" {
		return nil
	}
	l := laneCalled(g.mp, tidy(name))
	l.ID = g.id(journey.KindLane, "")
	v := reflect.ValueOf(&l)
	g.add(v)
	return &l
}

// settle makes a lane a plain one where its texts are not what its kind holds:
// a curve takes numbers, and what stands below a line is drawn nowhere.
func (g *gridReader) settle(l *journey.Lane, texts []string, line int) {
	switch l.LaneKind {
	case journey.Divider:
		if len(texts) > 0 {
			l.LaneKind, l.Line = journey.Text, ""
		}
	case journey.Feelings, journey.Intensity:
		least, greatest := math.Inf(1), math.Inf(-1)
		for _, t := range texts {
			f, _, ok := feeling(t)
			if !ok {
				l.LaneKind = journey.Text
				g.say(line, "“%.40s” is no number, so the lane “%s” is one of texts", t, l.Title)
				return
			}
			least, greatest = min(least, f.value), max(greatest, f.value)
			if f.of > 0 {
				l.Least, l.Greatest = journey.Num(1), journey.Num(f.of)
			}
		}
		switch {
		case l.Least.Set || least >= -2 && greatest <= 2:
		case least >= 1 && greatest <= 5:
			l.Least, l.Greatest = journey.Num(1), journey.Num(5)
		case least >= 0 && greatest <= 10:
			l.Least, l.Greatest = journey.Num(0), journey.Num(10)
		default:
			m := math.Ceil(max(-least, greatest))
			l.Least, l.Greatest = journey.Num(-m), journey.Num(m)
		}
	}
}

// card adds a card of one line.
func (g *gridReader) card(l *journey.Lane, at place, line string) {
	c := journey.Card{Lane: l.ID, Stage: at.stage, Step: at.step}
	switch l.LaneKind {
	case journey.Feelings, journey.Intensity:
		f, rest, _ := feeling(line)
		c.Feeling, c.Title = journey.Num(f.value), rest
	case journey.Channels:
		c.Channel = g.named(journey.KindChannel, "", line)
	case journey.People:
		c.Owner = g.named(journey.KindPerson, "", line)
	case journey.Personas:
		c.Persona = g.named(journey.KindPersona, "", line)
	case journey.Duration:
		c.Title = line
		if m := minutes.FindStringSubmatch(line); m != nil {
			if n, err := number(m[1]); err == nil {
				c.Minutes, c.Title = journey.Num(n), m[2]
			}
		}
	case journey.Metrics:
		c.Title = line
		if m := measured.FindStringSubmatch(line); m != nil {
			if n, err := number(m[2]); err == nil {
				c.Title, c.Value, c.Unit = m[1], journey.Num(n), m[3]
			}
		}
	case journey.Text:
		if utf8.RuneCountInString(line) > 60 {
			c.Text = line
		} else {
			c.Title = line
		}
	default:
		c.Title = line
	}
	c.ID = g.id(journey.KindCard, "")
	g.add(reflect.ValueOf(&c))
}

var (
	minutes  = regexp.MustCompile(`^(\d+(?:[.,]\d+)?) min\b\s*(.*)$`)
	measured = regexp.MustCompile(`^(.*?) – ([−-]?\d+(?:[.,]\d+)?)(?: (\S{1,12}))?$`)
	score    = regexp.MustCompile(`^\(?([+−–-]?\d+(?:[.,]\d+)?)(?:\s*/\s*(\d{1,3}))?\)?(?:[\s:]+(.*))?$`)
	behind   = regexp.MustCompile(`^(.+?)[\s:]*\(([+−–-]?\d+(?:[.,]\d+)?)(?:\s*/\s*(\d{1,3}))?\)$`)
)

// felt is a feeling that a text tells, on a scale from 1 to of where it says so.
type felt struct{ value, of float64 }

// feeling is the number in a text, before or behind its words.
func feeling(s string) (felt, string, bool) {
	value, of, rest := "", "", ""
	if m := score.FindStringSubmatch(s); m != nil {
		value, of, rest = m[1], m[2], m[3]
	} else if m := behind.FindStringSubmatch(s); m != nil {
		value, of, rest = m[2], m[3], m[1]
	} else {
		return felt{}, "", false
	}
	v, err := number(strings.NewReplacer("–", "-", "+", "").Replace(value))
	if err != nil {
		return felt{}, "", false
	}
	f := felt{value: v}
	if n, err := number(of); err == nil && n > 1 {
		f.of = n
	}
	return f, rest, true
}

// bullet is what stands before an entry of a list.
var bullet = regexp.MustCompile(`^(?:[•·▪‣]\s*|[-–*]\s+|\d{1,2}[.)]\s+)`)

// items is the texts of a cell, one a card: its lines; where it has but one and
// nobody says that lines are all there is, what semicolons and the like part.
func items(s string, lines bool) []string {
	var out []string
	for line := range strings.Lines(s) {
		if line = tidy(bullet.ReplaceAllString(strings.TrimSpace(line), "")); !nothing(line) {
			out = append(out, line)
		}
	}
	if len(out) != 1 || lines {
		return out
	}
	for _, sep := range []string{";", "；", "、", " · ", " • "} {
		parts := strings.Split(out[0], sep)
		short := len(parts) > 1
		for i, p := range parts {
			parts[i] = tidy(p)
			short = short && utf8.RuneCountInString(parts[i]) <= 60
		}
		if short {
			var kept []string
			for _, p := range parts {
				if !nothing(p) {
					kept = append(kept, p)
				}
			}
			return kept
		}
	}
	return out
}
