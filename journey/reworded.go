package journey

// Reworded is p with everything that people write in it as say has it: names,
// titles, texts, units, what stands for a picture. What the program reads – IDs,
// choices, dates, addresses, names of files – stays as it is.
func Reworded(p *Project, say func(string) string) *Project {
	e := p.Edit(nil)
	for r := range p.All() {
		e.Put(reworded(r, say))
	}
	return e.Project()
}

// reworded is a row with its words as say has them.
func reworded(r Row, say func(string) string) Row {
	each := func(texts ...*string) {
		for _, t := range texts {
			if *t != "" {
				*t = say(*t)
			}
		}
	}
	list := func(l *Strings) {
		all := l.All()
		for i := range all {
			each(&all[i])
		}
		*l = List(all...)
	}
	switch r := r.(type) {
	case Map:
		each(&r.Title, &r.Subtitle, &r.Scenario, &r.Goal, &r.Organisation, &r.Owner, &r.Status, &r.Version, &r.AccessTitle, &r.Description)
		return r
	case Persona:
		each(&r.Name, &r.Facts, &r.Text)
		return r
	case Channel:
		each(&r.Name)
		return r
	case Person:
		each(&r.Name)
		return r
	case Preset:
		each(&r.Title)
		return r
	case Stage:
		each(&r.Title, &r.Note, &r.SpeakerNotes)
		return r
	case Step:
		each(&r.Title)
		return r
	case Lane:
		each(&r.Title, &r.Caption)
		list(&r.Names)
		return r
	case View:
		each(&r.Title)
		return r
	case Card:
		each(&r.Title, &r.Text, &r.Unit, &r.Source, &r.Status, &r.ImageAlt)
		list(&r.SeriesNames)
		list(&r.Tags)
		return r
	case Link:
		each(&r.Title)
		return r
	case Note:
		each(&r.Text)
		return r
	case Hint:
		each(&r.Text)
		return r
	case Comment:
		each(&r.Text)
		return r
	}
	return r
}
