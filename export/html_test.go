package export_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/xml"
	"errors"
	stdhtml "html"
	"io"
	"regexp"
	"strings"
	"testing"

	"throughline/canvas/layout"
	"throughline/export/exporttest"
	"throughline/export/html"
	"throughline/journey"
	"throughline/journey/journeytest"
	"throughline/storage/importer"
)

// between is what stands between two marks, each time.
func between(s, begin, end string) (out []string) {
	for {
		_, rest, ok := strings.Cut(s, begin)
		if !ok {
			return out
		}
		inner, rest, ok := strings.Cut(rest, end)
		if !ok {
			return out
		}
		out, s = append(out, inner), rest
	}
}

// wholePage checks a page as strictly as its browser may not: its elements close, it
// runs and looks as its own script and style say, and nothing else.
func wholePage(t *testing.T, page string) {
	t.Helper()
	styles, scripts := between(page, "<style>", "</style>"), between(page, "<script>", "</script>")
	policy := between(page, `http-equiv="Content-Security-Policy" content="`, `"`)
	if len(styles) != 1 || len(scripts) != 1 || len(policy) != 1 || strings.Count(strings.ToLower(page), "<script") != 1 {
		t.Fatalf("%d styles, %d scripts, %d policies", len(styles), len(scripts), len(policy))
	}
	hash := func(s string) string {
		sum := sha256.Sum256([]byte(s))
		return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	}
	want := "default-src 'none'; img-src data:; font-src data:; style-src " + hash(styles[0]) + "; script-src " + hash(scripts[0]) + "; base-uri 'none'; form-action 'none'"
	if policy[0] != want {
		t.Errorf("the page allows %s", policy[0])
	}
	rest := strings.ReplaceAll(strings.ReplaceAll(page, styles[0], ""), scripts[0], "")
	d := xml.NewDecoder(strings.NewReader(rest))
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("byte %d: %v", d.InputOffset(), err)
		}
		e, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		for _, a := range e.Attr {
			name, v := strings.ToLower(a.Name.Local), strings.ToLower(strings.TrimSpace(a.Value))
			switch {
			case strings.HasPrefix(name, "on"), name == "style", name == "srcdoc":
				t.Errorf("<%s %s>", e.Name.Local, a.Name.Local)
			case name == "src", name == "href" && e.Name.Local != "a":
				if !strings.HasPrefix(v, "#") && !strings.HasPrefix(v, "data:image/png;base64,") {
					t.Errorf("<%s> fetches %.60q", e.Name.Local, a.Value)
				}
			case name == "href":
				if !strings.HasPrefix(v, "#") && !strings.HasPrefix(v, "http://") && !strings.HasPrefix(v, "https://") && !strings.HasPrefix(v, "mailto:") {
					t.Errorf("a link to %.60q", a.Value)
				}
			}
		}
		switch e.Name.Local {
		case "iframe", "object", "embed", "link", "form", "base", "foreignObject", "img":
			t.Errorf("there is a <%s>", e.Name.Local)
		}
	}
}

func TestAPageIsWholeAndFetchesNothing(t *testing.T) {
	for name, r := range tables(t) {
		page := string(written(t, r, "html"))
		t.Run(name, func(t *testing.T) { wholePage(t, page) })
		p := r.Project
		text := plainOf(page)
		for _, l := range p.Lanes(exporttest.First(p)) {
			if l.Hidden {
				continue
			}
			for _, c := range p.LaneCards(l) {
				for _, s := range []string{c.Title, c.Text} {
					if want := letters(journey.CleanText(s)); !strings.Contains(text, want) {
						t.Errorf("%s: “%s” cannot be read", name, s)
					}
				}
			}
		}
	}
}

// A page of a map that is read from right to left is read so, and says which of
// its words are in another language, or are read the other way.
func TestAPageSaysHowItIsRead(t *testing.T) {
	for title, want := range map[string][]string{
		"خريطة الرحلة":       {`<html lang="ar" dir="rtl">`, `<div class="tools" lang="en" dir="ltr"`, `<div id="view" tabindex`},
		"Carte":              {`<html lang="fr" dir="ltr">`, `<div class="tools" lang="en" dir="ltr"`},
		"Map":                {`<html lang="en" dir="ltr">`, `<div class="tools" role=`},
		"Map from the right": {`<html lang="en" dir="rtl">`, `<div class="tools" lang="en" dir="ltr"`, `<dt lang="en" dir="ltr">`},
	} {
		e := journey.New().Edit(nil)
		e.Put(journey.Map{ID: "map", Title: title})
		e.Put(journey.Stage{ID: "s", Map: "map"})
		e.Put(journey.Lane{ID: "l", Map: "map", LaneKind: journey.Touchpoints})
		e.Put(journey.Card{ID: "c", Lane: "l", Stage: "s", Truth: true, Evidence: journey.Assumed})
		var b bytes.Buffer
		p := html.Page{Scene: exporttest.Poster(t, &importer.Result{Project: e.Project()}, &layout.Print), Project: e.Project(), Map: "map", Title: title, Theme: &layout.Print}
		p.Lang, p.RTL = want[0][len(`<html lang="`):][:2], strings.Contains(want[0], "rtl")
		if err := html.Write(t.Context(), &b, p); err != nil {
			t.Fatal(err)
		}
		wholePage(t, b.String())
		for _, w := range append(want, ">Moment of truth</dt>", ">Assumed</dd>", ">Stage 1</h2>", ">Touchpoints</h4>") {
			if !strings.Contains(b.String(), w) {
				t.Errorf("%s: there is no %s", title, w)
			}
		}
	}
}

var tags = regexp.MustCompile(`<[^>]*>`)

// plainOf is the letters of the part of a page that is text.
func plainOf(page string) string {
	_, text, _ := strings.Cut(page, "<main")
	text = stdhtml.UnescapeString(tags.ReplaceAllString(text, " "))
	return letters(text)
}

// A person searches, zooms and reads a card, with mouse and keyboard.
func TestAPageIsUsedInABrowser(t *testing.T) {
	b := exporttest.NewBrowser(t)
	path := exporttest.File(t, "a.html", written(t, exporttest.Sample(t), "html"))
	b.Open(path)
	level := func() string { return b.Eval("document.getElementById('level').textContent") }
	width := func() string {
		return b.Eval("document.querySelector('#view svg').getBoundingClientRect().width > 1500")
	}
	if width() != "false" {
		t.Error("the map is wider than the window at first")
	}
	b.Key("0")
	if got := level(); got != "100 %" || width() != "true" {
		t.Errorf("0 zooms to %s", got)
	}
	b.Key("+")
	if got := level(); got != "125 %" {
		t.Errorf("+ zooms to %s", got)
	}
	b.Click("#fit")
	b.Key("/")
	b.Type("leasing")
	count := func() string { return b.Eval("document.getElementById('count').textContent") }
	if got := count(); !strings.HasSuffix(got, " cards") {
		t.Errorf("the search says %q", got)
	}
	b.Key("Enter")
	if got := count(); !strings.HasPrefix(got, "1 of ") {
		t.Errorf("Enter says %q", got)
	}
	card := func() string { return b.Eval("document.getElementById('card').innerText") }
	if got := card(); !strings.Contains(strings.ToLower(got), "leasing") {
		t.Errorf("the card says %q", got)
	}
	b.Key("Escape")
	if b.Eval("document.getElementById('card').classList.contains('open')") != "false" {
		t.Error("Esc leaves the card open")
	}
	id := b.Eval("[...document.querySelectorAll('article')].find(a => a.textContent.includes('Test-ride booking')).id")
	b.Click("#on-" + id)
	if got := card(); !strings.Contains(got, "Test-ride booking") {
		t.Errorf("a click on a card says %q", got)
	}
	if len(b.Requests) != 1 || len(b.Refused) > 0 {
		t.Errorf("it asked for %q, and was refused %q", b.Requests, b.Refused)
	}
	if b.Eval("document.querySelectorAll('h2').length") != "6" {
		t.Error("stages are missing in the text")
	}
}

// A map that is read from the right and is much wider than the window begins at
// its right edge, and is zoomed and searched as every other one.
func TestAPageThatIsReadFromTheRightBeginsThere(t *testing.T) {
	p := exporttest.Sample(t).Project
	e := p.Edit(nil)
	m := p.Maps()[0]
	m.Direction = journey.FromRight
	e.Put(m)
	page := written(t, &importer.Result{Project: e.Project()}, "html")
	page = bytes.Replace(page, []byte("zoom(Math.min(1, view.clientWidth / box.width))"), []byte("zoom(2)"), 1) // as if it were too wide to fit
	script := between(string(page), "<script>", "</script>")[0]
	sum := sha256.Sum256([]byte(script))
	policy := regexp.MustCompile(`script-src '[^']*'`)
	page = policy.ReplaceAll(page, []byte("script-src 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'"))
	b := exporttest.NewBrowser(t)
	b.Open(exporttest.File(t, "a.html", page))
	atEnd := "Math.abs(document.querySelector('#view svg').getBoundingClientRect().right - document.getElementById('view').getBoundingClientRect().right) < 20"
	if got := b.Eval(atEnd); got != "true" {
		t.Error("it does not begin at the right")
	}
	b.Key("n")
	inSight := "(r => r.left >= 0 && r.right <= innerWidth)(document.querySelector('.ring.now').getBoundingClientRect())"
	if got := b.Eval(inSight); got != "true" {
		t.Error("the first card is not in sight")
	}
	middle := "(r => { const v = document.getElementById('view'); return Math.round((v.clientWidth / 2 - r.left) / r.width * 1000) })(document.querySelector('#view svg').getBoundingClientRect())"
	was := b.Eval(middle)
	if b.Key("+"); b.Eval(middle) != was {
		t.Errorf("what was at %s thousandths of the map is at %s when zoomed", was, b.Eval(middle))
	}
	if got := b.Eval("getComputedStyle(document.querySelector('main dd')).textAlign"); got != "right" {
		t.Errorf("a number stands at the %s, away from what it is of", got)
	}
	// without its script, too, the page leaves the drawing's texts as they are
	if got := b.Eval("(v => { v.dir = ''; return getComputedStyle(v).direction + ' ' + getComputedStyle(v.firstElementChild).direction })(document.getElementById('view'))"); got != "rtl ltr" {
		t.Errorf("the view and its drawing are read %s", got)
	}
}

// Nothing that somebody wrote into a map runs.
func TestNothingRunsInAPage(t *testing.T) {
	b := exporttest.NewBrowser(t)
	for name, p := range map[string]*journey.Project{"dangerous": dangerous(), "naughty": journeytest.Sentences(4, naughty(t))} {
		b.Requests, b.Refused = nil, nil
		page := written(t, &importer.Result{Project: p}, "html")
		wholePage(t, string(page))
		b.Open(exporttest.File(t, "a.html", page))
		if len(b.Requests) != 1 || len(b.Refused) > 0 || len(b.Dialogs) > 0 {
			t.Errorf("%s: it asked for %q, was refused %q and opened %q", name, b.Requests, b.Refused, b.Dialogs)
		}
		b.Key("n") // the first card, whose text goes into the panel
		if b.Eval("document.getElementById('card').classList.contains('open')") != "true" {
			t.Error("no card opens")
		}
		if n, want := bytes.Count(page, []byte("<article")), len(p.LaneCards(p.Lanes("map")[0])); n != want {
			t.Errorf("%s: %d cards of %d", name, n, want)
		}
	}
}
