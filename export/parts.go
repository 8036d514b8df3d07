package export

import (
	"encoding/json"
	"slices"
	"strings"

	"throughline/canvas/layout"
	"throughline/journey"
)

// Parts is a set of what a drawing of a map may have in it.
type Parts uint

// What a drawing may have in it.
const (
	TitleBlock Parts = 1 << iota
	Legend
	Footer
	Backstage
	Links
	Marks
	Notes
	Comments
	HiddenLanes
)

// DefaultParts is what a drawing has in it where nobody says anything else.
const DefaultParts = TitleBlock | Legend | Footer | Backstage | Links | Marks

// PartNames is every part, in the order of the dialog.
var PartNames = []struct {
	Part  Parts
	Name  string // as on the command line
	Title string
	About string
}{
	{TitleBlock, "title", "Title block", "title, persona, scenario and goal"},
	{Legend, "legend", "Legend", "what the signs mean"},
	{Footer, "footer", "Footer", "organisation, owner, version, date and page"},
	{Backstage, "backstage", "Backstage", "lanes of what customers do not see, from the line of visibility on"},
	{Notes, "notes", "Notes", "sticky notes"},
	{Comments, "comments", "Comments", "open comments, on the cards and in a list"},
	{HiddenLanes, "hidden", "Hidden lanes", "lanes that are hidden on the screen"},
	{Links, "links", "Connectors", "arrows between cards"},
	{Marks, "marks", "Review marks", "what is assumed, and a review that is due"},
}

// partNamed is the part of a name.
func partNamed(name string) (Parts, bool) {
	for _, p := range PartNames {
		if strings.EqualFold(p.Name, name) {
			return p.Part, true
		}
	}
	return 0, false
}

// names is the parts by name.
func (p Parts) names() []string {
	out := []string{}
	for _, x := range PartNames {
		if p&x.Part != 0 {
			out = append(out, x.Name)
		}
	}
	return out
}

// MarshalJSON writes the parts' names.
func (p Parts) MarshalJSON() ([]byte, error) { return json.Marshal(p.names()) }

// UnmarshalJSON reads names; those that are unknown are ignored.
func (p *Parts) UnmarshalJSON(b []byte) error {
	var names []string
	if err := json.Unmarshal(b, &names); err != nil {
		return err
	}
	*p = 0
	for _, n := range names {
		x, _ := partNamed(n)
		*p |= x
	}
	return nil
}

// drawn is the job's project as drawings show it: without what they leave out,
// and with hidden lanes where they are wanted.
func (j *Job) drawn() *journey.Project {
	if j.Parts == nil && j.Only == nil {
		return j.Project
	}
	parts := DefaultParts | Notes
	if j.Parts != nil {
		parts = *j.Parts
	}
	p := j.Project
	e := p.Edit(nil)
	lanes := p.Lanes(j.Map)
	behind := false // the line of visibility
	for _, l := range lanes {
		behind = behind || l.LaneKind == journey.Divider && l.Line == journey.LineVisibility
		was := l.Hidden
		if parts&HiddenLanes != 0 {
			l.Hidden = false
		}
		if parts&Backstage == 0 && (behind || l.LaneKind == journey.Backstage || l.LaneKind == journey.Support) {
			l.Hidden = true
		}
		if l.Hidden != was {
			e.Put(l)
		}
	}
	if parts&Notes == 0 {
		for _, n := range p.Notes(j.Map) {
			e.Delete(n.ID)
		}
	}
	if parts&Links == 0 {
		for _, l := range p.Links(j.Map) {
			if !inFlow(p, l) {
				e.Delete(l.ID)
			}
		}
	}
	if m := j.theMap(); parts&Marks == 0 && m.Review != "" {
		m.Review = ""
		e.Put(m)
	}
	only := j.only()
	for _, l := range lanes {
		if parts&Marks != 0 && only == nil {
			break
		}
		for _, c := range p.LaneCards(l) {
			switch {
			case only != nil && !only[c.ID]:
				e.Delete(c.ID)
			case parts&Marks == 0 && c.Evidence == journey.Assumed:
				c.Evidence = ""
				e.Put(c)
			}
		}
	}
	return e.Project()
}

// inFlow reports whether a link is part of an automation, which says nothing
// without its arrows.
func inFlow(p *journey.Project, l journey.Link) bool {
	from, _ := journey.Get[journey.Card](p, l.From)
	lane, _ := journey.Get[journey.Lane](p, from.Lane)
	return lane.LaneKind == journey.Automation || lane.LaneKind == journey.Process
}

// only is the cards that are selected, nil where it is no cards that are.
func (j *Job) only() map[journey.ID]bool {
	var out map[journey.ID]bool
	for _, id := range j.Only {
		if _, ok := journey.Get[journey.Card](j.Project, id); ok {
			if out == nil {
				out = map[journey.ID]bool{}
			}
			out[id] = true
		}
	}
	return out
}

// view is what of the map is shown: the job's view, and of that the stages that
// are selected, or the stages and lanes of the cards that are.
func (j *Job) view() journey.View {
	v := j.Layout.View
	var stages, lanes []string
	add := func(to *[]string, id journey.ID) {
		if !slices.Contains(*to, string(id)) {
			*to = append(*to, string(id))
		}
	}
	for _, id := range j.Only {
		r, _ := j.Project.Row(id)
		switch r := r.(type) {
		case journey.Stage:
			add(&stages, r.ID)
		case journey.Step:
			add(&stages, r.Stage)
		case journey.Lane:
			add(&lanes, r.ID)
		case journey.Card:
			add(&stages, r.Stage)
			add(&lanes, r.Lane)
		}
	}
	v.Stages, v.Lanes = both(v.Stages, stages), both(v.Lanes, lanes)
	return v
}

// both is the IDs that two lists have in common; an empty list is all there are.
// A list of none names what there is not.
func both(a journey.Strings, b []string) journey.Strings {
	switch {
	case len(b) == 0:
		return a
	case a == "":
		return journey.List(b...)
	}
	all := a.All()
	b = slices.DeleteFunc(slices.Clone(b), func(id string) bool { return !slices.Contains(all, id) })
	if len(b) == 0 {
		return journey.List("")
	}
	return journey.List(b...)
}

// options is how the job's map is laid out.
func (j *Job) options() layout.Options {
	o := j.Layout
	o.View = j.view()
	if j.Parts != nil {
		o.NoTitle, o.NoLegend, o.NoFooter = *j.Parts&TitleBlock == 0, *j.Parts&Legend == 0, *j.Parts&Footer == 0
		o.Comments = *j.Parts&Comments != 0
	}
	return o
}
