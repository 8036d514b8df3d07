package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/journey"
	"throughline/journey/journeytest"
)

// heard is a reading as text, a part a line.
func heard(b *strings.Builder, r *scene.Reading, depth int) {
	role := []string{"section", "heading", "list", "entry", "paragraph", "figure"}[r.Role]
	fmt.Fprintf(b, "%s%s", strings.Repeat(" ", depth), role)
	if r.Owner != "" || r.Part != "" {
		fmt.Fprintf(b, " of %s/%s", r.Owner, r.Part)
	}
	for _, x := range []struct{ name, says string }{{"", r.Name}, {"mark ", r.Mark}, {"signs ", r.Signs}, {"alt ", r.Alt}} {
		if x.says != "" {
			fmt.Fprintf(b, " %s%q", x.name, x.says)
		}
	}
	b.WriteByte('\n')
	for _, p := range r.Parts {
		heard(b, p, depth+1)
	}
}

// TestAPosterIsReadStageByStage holds the order in which maps are read.
func TestAPosterIsReadStageByStage(t *testing.T) {
	components, _ := journeytest.Components()
	for name, p := range map[string]*journey.Project{"components": components, "marked": journeytest.Marked()} {
		var b strings.Builder
		heard(&b, layout.Poster(options(t), p, p.Maps()[0].ID).Reading, 0)
		journeytest.Golden(t, name+".reading.txt", []byte(b.String()))
	}
}

// TestWhatIsReadIsInTheReadersLanguage has the words of our own translated.
func TestWhatIsReadIsInTheReadersLanguage(t *testing.T) {
	p, _ := journeytest.Components()
	o := options(t)
	o.Say = func(s string) string { return "‹" + s + "›" }
	var b strings.Builder
	heard(&b, layout.Poster(o, p, p.Maps()[0].ID).Reading, 0)
	for _, want := range []string{"‹Feeling: Good›", "‹Pain point›. ‹Moment of truth›", "‹Severity: 2 of 3›", "‹Chart: "} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("nobody hears %s in\n%s", want, b.String())
		}
	}
}

// TestACardLeadsWhereItsAddressDoes follows the first address of a card that
// leads anywhere.
func TestACardLeadsWhereItsAddressDoes(t *testing.T) {
	p := edited(journeytest.Marked(), func(e *journey.Edit) {
		for _, id := range []journey.ID{"t1", "p1"} {
			c, _ := journey.Get[journey.Card](e.Now(), id)
			c.Links = journey.List("javascript:alert(1)", "https://example.org/"+string(id), "map:marked")
			e.Put(c)
		}
	})
	s := layout.Poster(options(t), p, "marked")
	for _, id := range []string{"t1", "p1"} {
		it, _, ok := s.Find(id, layout.CardPart)
		if !ok {
			t.Fatalf("%s is not on the map", id)
		}
		var targets []string
		for _, o := range it.Ops {
			if l, ok := o.(*scene.Link); ok && l.Rect == it.Box {
				targets = append(targets, l.Target)
			}
		}
		if len(targets) != 1 || targets[0] != "https://example.org/"+id {
			t.Errorf("%s leads to %q", id, targets)
		}
	}
}

// TestNothingOfAPosterIsLeftOut holds that the reading names everything on a
// poster that belongs to a row, and nothing twice.
func TestNothingOfAPosterIsLeftOut(t *testing.T) {
	components, _ := journeytest.Components()
	for name, p := range map[string]*journey.Project{"components": components, "marked": journeytest.Marked(), "many": journeytest.Generate(300)} {
		s := layout.Poster(options(t), p, p.Maps()[0].ID)
		named := map[string]bool{}
		var walk func(r *scene.Reading)
		walk = func(r *scene.Reading) {
			if r.Owner != "" || r.Part != "" {
				k := r.Owner + "/" + string(r.Part)
				if named[k] {
					t.Errorf("%s: %s is read twice", name, k)
				}
				named[k] = true
			}
			for _, x := range r.Parts {
				walk(x)
			}
		}
		walk(s.Reading)
		for _, b := range s.Blocks {
			for _, it := range b.Items {
				if it.Owner != "" && !named[it.Owner+"/"+string(it.Part)] && !named[it.Owner+"/"] {
					t.Errorf("%s: nobody reads %s/%s", name, it.Owner, it.Part)
				}
			}
		}
	}
}
