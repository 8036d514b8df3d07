package export

import "throughline/journey"

// each is the job, and where a document holds all maps of the project, a job
// like it for each of the others. One that shows a part of its map is of that
// map alone.
func (j *Job) each() []*Job {
	if v := j.view(); !j.All || v.Stages != "" || v.Lanes != "" || j.Only != nil {
		return []*Job{j}
	}
	var out []*Job
	for _, m := range j.Project.Maps() {
		out = append(out, j.of(m.ID))
	}
	return out
}

// of is the job for another map, the same whenever it is asked for.
func (j *Job) of(mp journey.ID) *Job {
	if mp == j.Map {
		return j
	}
	if j.others == nil {
		j.others = map[journey.ID]*Job{}
	}
	if j.others[mp] == nil {
		j.others[mp] = &Job{
			Project: j.Project, Map: mp, Blobs: j.Blobs, Layout: j.Layout, Paging: j.Paging, Parts: j.Parts,
			Scale: j.Scale, Width: j.Width, DPI: j.DPI, Renderer: j.Renderer, Lang: j.Lang, Speaks: j.Speaks,
		}
	}
	return j.others[mp]
}
