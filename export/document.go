package export

import (
	"compress/zlib"
	"slices"
	"strings"

	"throughline/export/pdf"
)

// document is what a PDF of the job says of itself and carries.
func (j *Job) document() (pdf.Options, error) {
	m := j.theMap()
	o := pdf.Options{
		Title: j.title(), Author: m.Owner, Subject: m.Subtitle, Keywords: j.keywords(), Lang: j.language(), RTL: j.readsLeft(j.Map), Date: j.date(), Progress: j.Progress,
	}
	if j.Small {
		o.Level = zlib.BestCompression
	}
	var err error
	o.Attach, err = j.attachment()
	return o, err
}

// keywords is the tags of the map's cards, each once, in the order of the map.
func (j *Job) keywords() string {
	const most = 50
	var tags []string
	for _, l := range j.Project.Lanes(j.Map) {
		if l.Hidden {
			continue
		}
		for _, c := range j.Project.LaneCards(l) {
			for _, t := range c.Tags.All() {
				if t != "" && len(tags) < most && !slices.Contains(tags, t) {
					tags = append(tags, t)
				}
			}
		}
	}
	return strings.Join(tags, ", ")
}
