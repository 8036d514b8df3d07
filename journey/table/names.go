package table

import (
	"fmt"

	"throughline/journey"
)

// scope is what names are unique in: the stages of a map, the steps of a stage.
type scope struct {
	kind   journey.Kind
	parent journey.ID
}

// names gives every row that others name a name of its own among its siblings:
// its title, or what it is and its place where it has none, with a number where
// an earlier one is called the same. Whoever reads the rows in the same order
// comes to the same names.
type names struct {
	of    map[journey.ID]string
	ids   map[scope]map[string]journey.ID
	count map[scope]int
	next  map[scope]map[string]int // the number to try for a name that is taken
}

func newNames() *names {
	return &names{map[journey.ID]string{}, map[scope]map[string]journey.ID{}, map[scope]int{}, map[scope]map[string]int{}}
}

// add names the next of its siblings.
func (n *names) add(s scope, id journey.ID, title string) {
	if n.ids[s] == nil {
		n.ids[s], n.next[s] = map[string]journey.ID{}, map[string]int{}
	}
	n.count[s]++
	title = tidy(title)
	if title == "" {
		title = fmt.Sprintf("%s %d", label(string(s.kind)), n.count[s])
	}
	name := title
	for i := max(2, n.next[s][title]); ; i++ {
		if _, taken := n.ids[s][name]; !taken {
			break
		}
		name = fmt.Sprintf("%s (%d)", title, i)
		n.next[s][title] = i + 1
	}
	n.ids[s][name], n.of[id] = id, name
}

// row names a row that others name.
func (n *names) row(r journey.Row) {
	switch r := r.(type) {
	case journey.Persona:
		n.add(scope{r.Kind(), ""}, r.ID, r.Name)
	case journey.Channel:
		n.add(scope{r.Kind(), ""}, r.ID, r.Name)
	case journey.Person:
		n.add(scope{r.Kind(), ""}, r.ID, r.Name)
	case journey.Media:
		n.add(scope{r.Kind(), ""}, r.ID, r.Name)
	case journey.Map:
		n.add(scope{r.Kind(), ""}, r.ID, r.Title)
	case journey.Stage:
		n.add(scope{r.Kind(), r.Map}, r.ID, r.Title)
	case journey.Step:
		n.add(scope{r.Kind(), r.Stage}, r.ID, r.Title)
	case journey.Lane:
		n.add(scope{r.Kind(), r.Map}, r.ID, r.Title)
	case journey.Card:
		n.of[r.ID] = string(r.ID)
	}
}
