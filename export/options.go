package export

import (
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"strings"

	"throughline/canvas/layout"
	"throughline/canvas/layout/slide"
	"throughline/journey"
)

// Options is what people choose for an export: on the command line, in the
// dialog, and in the presets of a file, which hold it as JSON.
type Options struct {
	Format  string         `json:"format,omitempty"` // the name of a Format; the command line takes the file's ending
	Pages   string         `json:"pages,omitempty"`  // one of PageModes; "" is the first
	Slides  string         `json:"slides,omitempty"` // what slides show, the name of a slide.Kind; "" is the first
	Paper   string         `json:"paper,omitempty"`  // one of layout.Papers, and how it lies: "A3", "A3 landscape"
	Margin  journey.Number `json:"margin,omitzero"`  // millimetres
	Overlap float64        `json:"overlap"`          // of tiles, millimetres
	Crop    bool           `json:"crop,omitempty"`   // crop marks and page numbers beside tiles
	Cover   bool           `json:"cover,omitempty"`  // title block and legend on a page of their own
	Percent float64        `json:"percent,omitempty"`
	Theme   string         `json:"theme,omitempty"`
	Parts   Parts          `json:"parts"`

	View     string   `json:"view,omitempty"` // a saved view, by its title or ID
	Stages   []string `json:"stages,omitempty"`
	Lanes    []string `json:"lanes,omitempty"`
	Personas []string `json:"personas,omitempty"`

	Clear  bool    `json:"transparent,omitempty"`
	Pixels float64 `json:"pixels"`          // a unit of the map
	Width  int     `json:"width,omitempty"` // pixels, in place of Pixels
	DPI    float64 `json:"dpi,omitempty"`   // on paper, in place of Pixels
	Live   bool    `json:"live_text,omitempty"`
	Attach bool    `json:"attach,omitempty"` // a PDF carries the map as a file
	Small  bool    `json:"small,omitempty"`  // a PDF takes longer and is smaller
	Lang   string  `json:"lang,omitempty"`   // of the texts, as in "pt-BR"; "" is guessed from them
}

// DefaultOptions is what is chosen where nobody has chosen.
func DefaultOptions() Options {
	return Options{Overlap: 10, Crop: true, Theme: layout.Print.Name, Parts: DefaultParts, Pixels: DefaultScale}
}

// The least and the greatest that options may be.
const (
	leastPercent, mostPercent = 10, 400
	mostOverlap, mostMargin   = 30, 50
	mostPixels, mostWidth     = 64, 100_000
	mostDPI                   = 2400
)

// ReadOptions is the options of a preset. What it does not say is as by default.
func ReadOptions(s string) (Options, error) {
	o := DefaultOptions()
	if err := json.Unmarshal([]byte(s), &o); err != nil {
		return DefaultOptions(), fmt.Errorf("the preset cannot be read: %w", err)
	}
	if o.Theme == "" {
		o.Theme = DefaultOptions().Theme
	}
	return o, o.Check()
}

// String is the options as a preset holds them.
func (o Options) String() string {
	b, err := json.Marshal(o)
	if err != nil { // a NaN, which Check does not let pass
		return "{}"
	}
	return string(b)
}

// Check says in a sentence which option is none that there is.
func (o Options) Check() error {
	between := func(what string, v, least, most float64) error {
		if !(v >= least && v <= most) {
			return fmt.Errorf("%s takes a number from %v to %v", what, least, most)
		}
		return nil
	}
	if o.Pages != "" && !layoutMode(o.Pages) {
		return fmt.Errorf("there are no pages “%s”; use %s", o.Pages, strings.Join(PageModes, ", "))
	}
	if _, ok := slide.KindNamed(o.Slides); !ok && o.Slides != "" {
		return fmt.Errorf("there are no slides “%s”; use %s", o.Slides, slideNames())
	}
	if _, _, err := o.paper(); err != nil {
		return err
	}
	if o.Lang != "" && !isLanguage(o.Lang) {
		return fmt.Errorf("“%s” is no language; use a tag such as en or pt-BR", o.Lang)
	}
	if o.Percent != 0 {
		if err := between("--percent", o.Percent, leastPercent, mostPercent); err != nil {
			return err
		}
	}
	if !(o.Pixels > 0) || o.Pixels > mostPixels {
		return fmt.Errorf("--scale takes a number of pixels above 0, up to %d", mostPixels)
	}
	if o.Width != 0 {
		if err := between("--width", float64(o.Width), 1, mostWidth); err != nil {
			return err
		}
	}
	if o.DPI != 0 {
		if err := between("--dpi", o.DPI, 1, mostDPI); err != nil {
			return err
		}
	}
	if err := between("--overlap", o.Overlap, 0, mostOverlap); err != nil {
		return err
	}
	return between("--margin", o.Margin.Or(0), 0, mostMargin)
}

func layoutMode(name string) bool {
	for _, m := range PageModes {
		if m == name {
			return true
		}
	}
	return false
}

// paper is the paper's name and how it lies, each "" where it is left open.
func (o Options) paper() (name, lies string, err error) {
	for _, w := range strings.Fields(o.Paper) {
		if p, ok := layout.PaperNamed(w); ok && name == "" {
			name = p.Name
			continue
		}
		if w = strings.ToLower(w); (w == layout.Portrait || w == layout.Landscape) && lies == "" {
			lies = w
			continue
		}
		var names []string
		for _, p := range layout.Papers {
			names = append(names, p.Name)
		}
		return "", "", fmt.Errorf("there is no paper “%s”; use %s, and portrait or landscape", o.Paper, strings.Join(names, ", "))
	}
	return name, lies, nil
}

// Paging is how the options make pages of a map.
func (o Options) Paging() layout.Paging {
	name, lies, _ := o.paper()
	return layout.Paging{
		Mode: o.Pages, Paper: name, Lies: lies, Margin: o.Margin, Overlap: o.Overlap, Marks: o.Crop, Cover: o.Cover, Scale: o.Percent / 100,
	}
}

// Apply makes the job what the options ask for, all but its format and theme. It
// takes from it what encodes the map where no document shall carry one.
func (o Options) Apply(j *Job) error {
	if err := o.Check(); err != nil {
		return err
	}
	v, err := o.view(j.Project, j.Map)
	if err != nil {
		return err
	}
	parts := o.Parts
	j.Layout.View, j.Parts, j.Paging = v, &parts, o.Paging()
	if !o.Attach {
		j.Encode = nil
	}
	j.Small, j.Lang, j.Slides = o.Small, o.Lang, o.Slides
	j.Scale, j.Width, j.DPI, j.Clear, j.LiveText = o.Pixels, o.Width, o.DPI, o.Clear, o.Live
	return nil
}

// view is the saved view, and of that what is named besides.
func (o Options) view(p *journey.Project, mp journey.ID) (journey.View, error) {
	var v journey.View
	if o.View != "" {
		all := p.Views(mp)
		i := called(all, o.View, func(v journey.View) string { return v.Title })
		if i < 0 {
			return v, noSuch("view", o.View, all, func(v journey.View) string { return v.Title })
		}
		v = all[i]
	}
	stages, err := theIDs("stage", o.Stages, p.Stages(mp), func(s journey.Stage) string { return s.Title })
	if err != nil {
		return v, err
	}
	lanes, err := theIDs("lane", o.Lanes, p.Lanes(mp), func(l journey.Lane) string { return l.Title })
	if err != nil {
		return v, err
	}
	personas, err := theIDs("persona", o.Personas, p.Personas(), func(w journey.Persona) string { return w.Name })
	v.Stages, v.Lanes, v.Personas = both(v.Stages, stages), both(v.Lanes, lanes), both(v.Personas, personas)
	return v, err
}

// called is the index of the row with a title or an ID, −1 where there is none.
func called[R journey.Row](rows []R, name string, title func(R) string) int {
	for i, r := range rows {
		if title(r) == name || string(r.RowID()) == name {
			return i
		}
	}
	return -1
}

func theIDs[R journey.Row](what string, names []string, rows []R, title func(R) string) ([]string, error) {
	var out []string
	for _, n := range names {
		i := called(rows, n, title)
		if i < 0 {
			return nil, noSuch(what, n, rows, title)
		}
		out = append(out, string(rows[i].RowID()))
	}
	return out, nil
}

func noSuch[R journey.Row](what, name string, rows []R, title func(R) string) error {
	if len(rows) == 0 {
		return fmt.Errorf("there is no %s “%s”; the map has none", what, name)
	}
	var all []string
	for _, r := range rows {
		all = append(all, "“"+title(r)+"”")
	}
	return fmt.Errorf("there is no %s “%s”; there is %s", what, name, strings.Join(all, ", "))
}

// Flags makes each option a flag, with a sentence on it. The word in back
// quotes is what it takes.
func (o *Options) Flags(f *flag.FlagSet) {
	f.StringVar(&o.Pages, "pages", o.Pages, "poster: one page at true size, page: one page fitted to the paper, stages: cut at stages, tiles: a poster on several papers, tablet: one page a stage, slides: a presentation, notes: a sheet a slide with the speaker's notes. The `MODE` is poster")
	f.StringVar(&o.Slides, "slides", o.Slides, "what slides show, "+slideNames()+"; the `VIEW` is stages")
	f.StringVar(&o.Paper, "paper", o.Paper, "`NAME` of the paper, "+paperNames()+", and how it lies: “A3 landscape”")
	f.Func("margin", "free edge of the paper, `MM`", func(s string) error { return number(s, func(v float64) { o.Margin = journey.Num(v) }) })
	f.Func("overlap", "what tiles repeat of each other, `MM`; 10", func(s string) error { return number(s, func(v float64) { o.Overlap = v }) })
	f.BoolVar(&o.Crop, "crop", o.Crop, "crop marks and page numbers beside tiles; --crop=false leaves them out")
	f.BoolVar(&o.Cover, "cover", o.Cover, "title block and legend on a page of their own")
	f.Func("percent", "size on paper, `N` from 10 to 400; 100 is true size", func(s string) error {
		return number(s, func(v float64) { o.Percent = v })
	})
	f.StringVar(&o.Theme, "theme", o.Theme, "`NAME` of the colours")
	f.Func("with", "`PARTS` that are not there by default: "+partsAbout(false), func(s string) error { return o.parts(s, true) })
	f.Func("without", "`PARTS` that are there by default: "+partsAbout(true), func(s string) error { return o.parts(s, false) })
	f.StringVar(&o.View, "view", o.View, "`TITLE` of a saved view: what it does not show is left out")
	for _, x := range []struct {
		name string
		to   *[]string
	}{{"stage", &o.Stages}, {"lane", &o.Lanes}, {"persona", &o.Personas}} {
		first := true
		f.Func(x.name, "`TITLE` of a "+x.name+" to show, once for each; the others are left out", func(s string) error {
			if first { // a preset's are others
				*x.to, first = nil, false
			}
			*x.to = append(*x.to, s)
			return nil
		})
	}
	f.BoolVar(&o.Attach, "attach", o.Attach, "a PDF carries the map, without comments and what is hidden, for an import")
	f.BoolVar(&o.Small, "small", o.Small, "a PDF is smaller, and takes longer")
	f.StringVar(&o.Lang, "lang", o.Lang, "language of the texts, a `TAG` such as en or pt-BR, for those who have them read aloud; else it is guessed from them")
	f.BoolVar(&o.Live, "live-text", o.Live, "an SVG holds text as text, and the fonts for it; else text is shapes")
	f.BoolVar(&o.Clear, "transparent", o.Clear, "no ground, in PNG and SVG")
	f.Float64Var(&o.Pixels, "scale", o.Pixels, "pixels a unit of the map, `N` above 0 up to 64, for pictures")
	f.IntVar(&o.Width, "width", o.Width, "width of a picture, `PIXELS`")
	f.Float64Var(&o.DPI, "dpi", o.DPI, "pixels an inch of paper, `N`, for pictures")
}

// number sets a finite number.
func number(s string, set func(float64)) error {
	var v float64
	if _, err := fmt.Sscan(s, &v); err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		return fmt.Errorf("“%s” is no number", s)
	}
	set(v)
	return nil
}

// parts adds parts that are named, or takes them out.
func (o *Options) parts(list string, in bool) error {
	for name := range strings.SplitSeq(list, ",") {
		p, ok := partNamed(strings.TrimSpace(name))
		if !ok {
			return fmt.Errorf("there is no part “%s”; use %s", name, strings.Join((^Parts(0)).names(), ", "))
		}
		if in {
			o.Parts |= p
		} else {
			o.Parts &^= p
		}
	}
	return nil
}

// partsAbout is the parts that are there by default, or are not, with what they
// are.
func partsAbout(on bool) string {
	var out []string
	for _, p := range PartNames {
		if (DefaultParts&p.Part != 0) == on {
			out = append(out, p.Name+" ("+p.About+")")
		}
	}
	return strings.Join(out, ", ")
}

func paperNames() string {
	var names []string
	for _, p := range layout.Papers {
		names = append(names, p.Name)
	}
	return strings.Join(names, " ")
}

// KeepPreset keeps options in a file under a name, in place of those that had
// it.
func KeepPreset(e *journey.Edit, name string, o Options) {
	all := e.Now().Presets()
	if i := called(all, name, func(p journey.Preset) string { return p.Title }); i >= 0 {
		p := all[i]
		p.Options = o.String()
		e.Put(p)
		return
	}
	var last journey.Order
	if n := len(all); n > 0 {
		last = all[n-1].Order
	}
	e.Put(journey.Preset{ID: e.NewID(), Order: journey.Between(last, ""), Title: name, Options: o.String()})
}
