package editor

import (
	"fmt"

	"throughline/journey"
)

// AddShared adds a row that all maps of the file share – a persona, a channel or
// a person – behind the others of its kind, and says which it became.
func (e *Editor) AddShared(kind journey.Kind, name string) (journey.ID, error) {
	var id journey.ID
	err := e.Doc.Do(fmt.Sprintf("Add %s “%s”", kind, name), func(ed *journey.Edit) error {
		id = putShared(ed, kind, name)
		return nil
	})
	return id, err
}

// putShared adds a row that all maps share.
func putShared(ed *journey.Edit, kind journey.Kind, name string) journey.ID {
	p, id := ed.Now(), ed.NewID()
	switch kind {
	case journey.KindPersona:
		ed.Put(journey.Persona{ID: id, Order: after(p.Personas()), Name: name})
	case journey.KindChannel:
		ed.Put(journey.Channel{ID: id, Order: after(p.Channels()), Name: name, Icon: "web"})
	case journey.KindPerson:
		ed.Put(journey.Person{ID: id, Order: after(p.People()), Name: name})
	}
	return id
}
