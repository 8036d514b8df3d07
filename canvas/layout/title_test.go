package layout_test

import (
	"strings"
	"testing"

	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/journey"
	"throughline/journey/journeytest"
)

// says reports whether a dump has a text.
func says(dump, text string) bool { return strings.Contains(dump, `"`+text+`"`) }

// A review that is due is marked: in exports by the day of the version, for
// they never look at a clock, and on the screen by today.
func TestAReviewThatIsDueIsMarked(t *testing.T) {
	o := options(t)
	for _, c := range []struct {
		review, date, today string
		paper, screen       bool
	}{
		{"2026-10-01", "2026-11-12", "2026-09-01", true, false},
		{"2026-10-01", "2026-09-01", "2026-11-22", false, true},
		{"2026-10-01", "", "", false, false},
		{"2026-11-12", "2026-11-12", "2026-11-12", false, false},
		{"", "2026-11-12", "2026-11-22", false, false},
		{"soon", "2026-11-12", "2026-11-22", false, false},
	} {
		p := journeytest.Marked()
		m, _ := journey.Get[journey.Map](p, "marked")
		m.Review, m.Date = c.review, c.date
		p = edited(p, func(e *journey.Edit) { e.Put(m) })
		o.Today = c.today
		if _, _, ok := layout.Poster(o, p, "marked").Find("marked", "review"); ok {
			t.Error("a poster has the mark of a screen")
		}
		var b strings.Builder
		if err := layout.Poster(o, p, "marked").Dump(&b); err != nil {
			t.Fatal(err)
		}
		if got := says(b.String(), "Review was due on 1 October 2026"); got != c.paper {
			t.Errorf("%+v: the poster has a mark: %v", c, got)
		}
		if _, _, got := layout.New(o, "marked").Update(p).Corner.Find("marked", "review"); got != c.screen {
			t.Errorf("%+v: the screen has a mark: %v", c, got)
		}
	}
}

func TestInitialsStandForAPortrait(t *testing.T) {
	o := options(t)
	for name, want := range map[string]string{
		"Jonas Weidner": "JW", "mara": "M", "Ana María de la Cruz": "AC", "e\u0301mile  zola": "E\u0301Z", "": "", "李 明": "李明",
	} {
		p := journeytest.Marked()
		who, _ := journey.Get[journey.Persona](p, "jonas")
		who.Name = name
		var b strings.Builder
		if err := layout.Poster(o, edited(p, func(e *journey.Edit) { e.Put(who) }), "marked").Dump(&b); err != nil {
			t.Fatal(err)
		}
		fact := b.String()[strings.Index(b.String(), "item jonas/persona"):]
		if name == "" && !strings.Contains(fact, "use person/") || name != "" && !says(fact, want) {
			t.Errorf("%q has no %q", name, want)
		}
	}
}

// lod is what the first chevron of a map shows at a zoom.
func lod(t *testing.T, title string, zoom float64) (texts []string, shapes int) {
	p := edited(journeytest.Marked(), func(e *journey.Edit) {
		st, _ := journey.Get[journey.Stage](e.Project(), "ask")
		st.Title = title
		e.Put(st)
	})
	it, _, _ := layout.New(options(t), "marked").Update(p).Band.Find("ask", layout.StagePart)
	for _, o := range it.Ops {
		g, ok := o.(*scene.Group)
		if !ok {
			shapes++
			continue
		}
		if zoom < g.From || g.To > 0 && zoom >= g.To {
			continue
		}
		for _, x := range g.Ops {
			if run, ok := x.(*scene.Glyphs); ok {
				texts = append(texts, run.Run.Text)
				if px := run.Run.Size * g.Move.K * zoom; px < 8 {
					t.Errorf("at %v the letters are %.1f pixels large", zoom, px)
				}
			} else {
				shapes++
			}
		}
	}
	return texts, shapes
}

// From afar a stage says its number and name as large as before, or where they
// do not fit, its number; from further still it is a bar.
func TestAStageFromAfar(t *testing.T) {
	for _, c := range []struct {
		title  string
		zoom   float64
		want   string
		shapes int
	}{
		{"Ask", 1, "1 Ask", 2}, {"Ask", 0.5, "1  Ask", 2}, {"Ask", 0.54, "1 Ask", 2}, {"Ask", 0.49, "1  Ask", 2}, {"Ask", 0.25, "1  Ask", 2}, {"Ask", 0.24, "", 2},
		{"Ask whoever there is", 0.4, "1", 3}, {"Ask whoever there is", 0.25, "1", 2},
	} {
		texts, shapes := lod(t, c.title, c.zoom)
		if got := strings.Join(texts, " "); got != c.want || shapes != c.shapes {
			t.Errorf("%s at %v: %q and %d shapes", c.title, c.zoom, got, shapes)
		}
	}
}
