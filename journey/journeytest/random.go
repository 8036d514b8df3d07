package journeytest

import (
	"fmt"

	"pgregory.net/rapid"

	"throughline/journey"
)

// Texts is any text a person may have typed or pasted.
func Texts() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.SampledFrom([]string{"", "Buy", "two words", "a\nline", "“quoted”", "a long-ish title-with-hyphens", "مرحبا", "日本語", "👩🏽‍💻", "e\u0301", "  spaces  "}),
		rapid.StringN(0, 24, 60),
	)
}

// Step makes one random change to what e edits, as commands and importers do;
// n names new rows.
func Step(t *rapid.T, e *journey.Edit, n *int) {
	p := e.Project()
	rows := p.Sorted()
	id := func() journey.ID { *n++; return journey.ID(fmt.Sprintf("r%d", *n)) }
	pick := func(k journey.Kind) journey.ID {
		var of []journey.ID
		for _, r := range rows {
			if r.Kind() == k {
				of = append(of, r.RowID())
			}
		}
		if len(of) == 0 {
			return ""
		}
		return rapid.SampledFrom(of).Draw(t, "of "+string(k))
	}
	order := func(pl []journey.Order) journey.Order {
		if len(pl) == 0 {
			return journey.Between("", "")
		}
		i := rapid.IntRange(0, len(pl)).Draw(t, "at")
		var a, b journey.Order
		if i > 0 {
			a = pl[i-1]
		}
		if i < len(pl) {
			b = pl[i]
		}
		return journey.Between(a, b)
	}
	mp, stage, lane := pick(journey.KindMap), pick(journey.KindStage), pick(journey.KindLane)
	text := func() string { return journey.CleanText(Texts().Draw(t, "text")) }
	switch k := rapid.IntRange(0, 16).Draw(t, "change"); {
	case mp == "" || k == 0:
		e.Put(journey.Map{ID: id(), Order: order(orders(p.Maps())), Title: text(), Goal: text(),
			Heat: rapid.Bool().Draw(t, "heat"), Summary: rapid.Bool().Draw(t, "summary")})
	case stage == "" || k == 1:
		e.Put(journey.Stage{ID: id(), Map: mp, Order: order(orders(p.Stages(mp))), Title: text(), Hue: rapid.IntRange(0, 8).Draw(t, "hue")})
	case lane == "" || k == 2:
		kind := rapid.SampledFrom(journey.LaneKinds).Draw(t, "kind").Kind
		e.Put(journey.Lane{ID: id(), Map: mp, Order: order(orders(p.Lanes(mp))), LaneKind: kind, Title: text(), Hidden: k == 3,
			Folded: rapid.IntRange(0, 7).Draw(t, "folded") == 0, Locked: rapid.Bool().Draw(t, "locked"), Hue: max(0, rapid.IntRange(-8, 8).Draw(t, "hue"))})
	case k == 14:
		if l, ok := journey.Get[journey.Lane](p, lane); ok {
			l.Folded, l.Height, l.Hue = !l.Folded, rapid.SampledFrom([]float64{0, 90, 300}).Draw(t, "height"), rapid.IntRange(0, 8).Draw(t, "hue")
			e.Put(l)
		}
	case k == 3:
		e.Put(journey.Step{ID: id(), Stage: stage, Order: order(orders(p.Steps(stage))), Title: text()})
	case k == 4:
		switch rapid.IntRange(0, 3).Draw(t, "who") {
		case 0:
			e.Put(journey.Channel{ID: id(), Order: order(orders(p.Channels())), Name: text(), Icon: "web"})
		case 1:
			e.Put(journey.Person{ID: id(), Order: order(orders(p.People())), Name: text()})
			e.Put(journey.Preset{ID: id(), Order: order(orders(p.Presets())), Title: text(), Options: "{}"})
		case 2:
			if m, ok := journey.Get[journey.Map](p, mp); ok {
				m.Persona, m.State = pick(journey.KindPersona), rapid.SampledFrom([]string{"", journey.AsIs, journey.ToBe}).Draw(t, "state")
				m.Direction = rapid.SampledFrom([]string{"", journey.FromLeft, journey.FromRight}).Draw(t, "direction")
				m.HeaderWidth = rapid.SampledFrom([]float64{0, 120, 240}).Draw(t, "header")
				e.Put(m)
			}
		default:
			e.Put(journey.Persona{ID: id(), Order: order(orders(p.Personas())), Name: text(), Facts: text()})
			e.Put(journey.Media{ID: id(), Type: "application/pdf", Name: text()})
		}
	case k == 5:
		if a, b := pick(journey.KindCard), pick(journey.KindCard); a != "" && p.MapOf(a) == p.MapOf(b) {
			l := journey.Link{ID: id(), Map: p.MapOf(a), From: a, To: b, Title: text()}
			if rapid.Bool().Draw(t, "straight") {
				l.Form = journey.LinkStraight
			}
			e.Put(l)
		}
	case k == 6:
		e.Put(journey.Comment{ID: id(), On: rows[rapid.IntRange(0, len(rows)-1).Draw(t, "on")].RowID(), Text: text(), At: "2026-11-12T10:00:00Z",
			Mark: rapid.SampledFrom([]string{"", journey.IdeaMark, journey.VoteMark}).Draw(t, "mark"), Value: journey.Num(rapid.Float64Range(-2, 2).Draw(t, "vote"))})
	case k == 7:
		e.Delete(rows[rapid.IntRange(0, len(rows)-1).Draw(t, "gone")].RowID())
	case k == 8:
		if c, ok := journey.Get[journey.Card](p, pick(journey.KindCard)); ok {
			c.Steps = rapid.IntRange(0, 4).Draw(t, "steps")
			c.Title, c.Pain, c.Feeling = text(), !c.Pain, journey.Num(rapid.Float64Range(-9, 9).Draw(t, "feeling"))
			c.Tags = journey.List(text(), text())
			c.Persona = pick(journey.KindPersona)
			detail(t, &c, pick)
			e.Put(c)
		}
	case k == 9:
		if l, ok := journey.Get[journey.Lane](p, lane); ok {
			l.Hidden = !l.Hidden
			e.Put(l)
		}
	case k == 10:
		xy := rapid.Float64Range(-200, 900)
		e.Put(journey.Note{ID: id(), Map: p.MapOf(lane), Lane: lane, Order: order(orders(p.Notes(p.MapOf(lane)))), X: xy.Draw(t, "x"), Y: xy.Draw(t, "y"), Text: text(), Hue: rapid.IntRange(0, 8).Draw(t, "hue")})
	default:
		l, _ := journey.Get[journey.Lane](p, lane)
		stages := p.Stages(l.Map)
		if len(stages) == 0 {
			return
		}
		s := rapid.SampledFrom(stages).Draw(t, "stage")
		c := journey.Card{ID: id(), Lane: lane, Stage: s.ID, Title: text(), Text: text(), Icon: "web",
			Steps: max(0, rapid.IntRange(-3, 5).Draw(t, "steps"))}
		more(t, p, &c)
		if steps := p.Steps(s.ID); len(steps) > 0 && rapid.Bool().Draw(t, "in a step") {
			c.Step = rapid.SampledFrom(steps).Draw(t, "step").ID
		}
		if rapid.IntRange(0, 5).Draw(t, "hint") == 0 {
			e.Put(journey.Hint{ID: c.ID, Lane: lane, Stage: c.Stage, Step: c.Step, Text: text()})
			return
		}
		detail(t, &c, pick)
		c.Order = order(orders(p.Cards(lane, c.Column())))
		e.Put(c)
	}
}

// more fills the fields that only some kinds of lane draw.
func more(t *rapid.T, p *journey.Project, c *journey.Card) {
	if rapid.Bool().Draw(t, "bare") {
		return
	}
	c.Role = rapid.SampledFrom([]string{"", journey.Trigger, journey.Wait, journey.Split, journey.GoalHit}).Draw(t, "role")
	minutes := rapid.SampledFrom([]journey.Number{{}, journey.Num(0.5), journey.Num(20), journey.Num(5000)})
	c.Minutes, c.Longest = minutes.Draw(t, "minutes"), minutes.Draw(t, "longest")
	c.Links = journey.List(rapid.SliceOfN(rapid.SampledFrom([]string{"https://example.org/a", "map:r1", "no address", ""}), 0, 3).Draw(t, "links")...)
	c.ImageAlt = journey.CleanText(Texts().Draw(t, "alt"))
	if m := p.Media(); len(m) > 0 {
		c.Image, c.File = m[0].ID, m[len(m)-1].ID
	}
	if who := p.Personas(); len(who) > 0 {
		c.Persona = who[0].ID
	}
}

// detail gives a card some of what only certain lanes show.
func detail(t *rapid.T, c *journey.Card, pick func(journey.Kind) journey.ID) {
	number := func() journey.Number { return journey.Num(rapid.Float64Range(-1e4, 1e7).Draw(t, "number")) }
	of := func(name string, choices ...string) string { return rapid.SampledFrom(choices).Draw(t, name) }
	for range rapid.IntRange(0, 4).Draw(t, "details") {
		switch rapid.IntRange(0, 9).Draw(t, "detail") {
		case 0:
			c.State = of("state", "", journey.AsIs, journey.ToBe)
		case 1:
			c.Evidence, c.Truth = of("evidence", "", journey.Assumed, journey.Observed), !c.Truth
		case 2:
			c.Value, c.Unit, c.Source = number(), of("unit", "", "%", "€", "weeks"), journey.CleanText(Texts().Draw(t, "source"))
		case 3:
			c.Target, c.Better = number(), of("better", "", "lower", "higher")
		case 4:
			c.Chart = of("chart", "", journey.ChartBars, journey.ChartProgress, journey.ChartStacked, journey.ChartFunnel)
			c.Series = journey.Series(rapid.SliceOfN(rapid.Float64Range(-9, 99), 0, 5).Draw(t, "series")...)
			c.SeriesNames = journey.List(journey.CleanText(Texts().Draw(t, "name")), "two")
		case 5:
			c.Role, c.Line = of("role", "", journey.Trigger, journey.Wait, journey.Split, journey.Send, journey.GoalHit, journey.Exit), rapid.IntRange(0, 3).Draw(t, "line")
		case 6:
			c.Entered, c.Completed, c.Dropped = number(), number(), number()
		case 7:
			c.Severity, c.Impact, c.Effort = rapid.IntRange(0, 3).Draw(t, "severity"), rapid.IntRange(0, 3).Draw(t, "impact"), rapid.IntRange(0, 3).Draw(t, "effort")
		case 8:
			c.Channel, c.Use, c.Owner = pick(journey.KindChannel), of("use", journey.MainUse, journey.AlsoUse), pick(journey.KindPerson)
		case 9:
			c.Offset = rapid.IntRange(-2, 2).Draw(t, "offset")
		}
	}
}

// Project is a random project that needs no repair.
func Project() *rapid.Generator[*journey.Project] {
	return rapid.Custom(func(t *rapid.T) *journey.Project {
		e := journey.New().Edit(nil)
		n := 0
		for range rapid.IntRange(0, 40).Draw(t, "changes") {
			Step(t, e, &n)
		}
		return e.Project()
	})
}

func orders[T journey.Row](rows []T) []journey.Order {
	out := make([]journey.Order, len(rows))
	for i, r := range rows {
		out[i] = r.RowOrder()
	}
	return out
}
