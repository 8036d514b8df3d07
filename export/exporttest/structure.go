package exporttest

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// Structure checks the structure of a PDF as qpdf reads it, against ISO 32000-1
// 14.7 and what PDF/UA asks for besides: all content is an element's or
// decoration, elements and content know each other, figures are described,
// lists have entries, headings leave out no level, links are known. It is the
// elements in the order of reading, indented, each with what is read in its
// place.
func Structure(t testing.TB, path string) []string {
	t.Helper()
	var doc struct {
		QPDF []map[string]json.RawMessage `json:"qpdf"`
	}
	if err := json.Unmarshal(Run(t, "qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=inline", "--decode-level=generalized", path), &doc); err != nil {
		t.Fatal(err)
	}
	c := &structure{t: t, objects: doc.QPDF[1], owner: map[string]string{}, used: map[string]bool{}}
	root := c.dict(c.dict(c.dict(c.object("trailer")["value"])["/Root"]))
	tree := c.dict(root["/StructTreeRoot"])
	if c.dict(root["/MarkInfo"])["/Marked"] != true || len(tree) == 0 {
		t.Fatalf("%s is not tagged", path)
	}
	c.promises(root)
	var links []string
	for _, p := range c.list(c.dict(root["/Pages"])["/Kids"]) {
		links = append(links, c.page(p.(string), tree)...)
	}
	c.element(tree["/K"].(string), "", 0)
	for k := range c.owner {
		if !c.used[k] {
			t.Errorf("no element has content %s", k)
		}
	}
	for _, l := range links {
		if !c.used[l] {
			t.Errorf("no element has link %s", l)
		}
	}
	return c.out
}

// promises checks what PDF/UA-1 (ISO 14289-1) asks of a document as a whole: a title,
// which is shown, in its metadata, and fonts that are there and say what their signs
// mean. No file claims to be PDF/UA: nobody but us has checked it.
func (c *structure) promises(root map[string]any) {
	if c.dict(root["/ViewerPreferences"])["/DisplayDocTitle"] != true {
		c.t.Error("the title is not shown")
	}
	about, _ := base64.StdEncoding.DecodeString(fmt.Sprint(c.dict(root["/Metadata"])["data"]))
	if !strings.Contains(string(about), "<dc:title>") || strings.Contains(string(about), "pdfuaid") {
		c.t.Errorf("the metadata has no title, or claims what is not known:\n%s", about)
	}
	for name := range c.objects {
		o, ok := c.object(name)["value"].(map[string]any)
		switch {
		case !ok:
		case o["/Type"] == "/Font" && o["/Subtype"] == "/Type0":
			if o["/ToUnicode"] == nil {
				c.t.Errorf("nobody knows what the signs of font %s mean", name)
			}
		case o["/Type"] == "/FontDescriptor":
			if o["/FontFile2"] == nil {
				c.t.Errorf("font %v is not embedded", o["/FontName"])
			}
		}
	}
}

type structure struct {
	t       testing.TB
	objects map[string]json.RawMessage
	owner   map[string]string // of content, by its page and number, and of links
	used    map[string]bool
	level   int // of the last heading
	out     []string
}

func (c *structure) object(name string) map[string]any {
	var o map[string]any
	if err := json.Unmarshal(c.objects[name], &o); err != nil {
		c.t.Fatalf("%s: %v", name, err)
	}
	return o
}

// follow is what a reference leads to, or v itself.
func (c *structure) follow(v any) any {
	if s, ok := v.(string); ok && strings.HasSuffix(s, " 0 R") {
		o := c.object("obj:" + s)
		if stream, ok := o["stream"].(map[string]any); ok {
			return stream
		}
		return o["value"]
	}
	return v
}

func (c *structure) dict(v any) map[string]any { d, _ := c.follow(v).(map[string]any); return d }

func (c *structure) list(v any) []any { l, _ := c.follow(v).([]any); return l }

// parent is what the parent tree has under a key.
func (c *structure) parent(tree map[string]any, key any) any {
	nums := c.list(c.dict(tree["/ParentTree"])["/Nums"])
	for i := 0; i+1 < len(nums); i += 2 {
		if nums[i] == key {
			return nums[i+1]
		}
	}
	return nil
}

// page checks the content of a page and is its links.
func (c *structure) page(name string, tree map[string]any) []string {
	p := c.dict(name)
	if p["/Tabs"] != "/S" {
		c.t.Errorf("page %s is not walked in the order of its structure", name)
	}
	data, _ := base64.StdEncoding.DecodeString(c.dict(p["/Contents"])["data"].(string))
	owners := c.list(c.parent(tree, p["/StructParents"]))
	open, seen := "", 0
	for line := range strings.Lines(string(data)) {
		f := strings.Fields(line)
		for i, op := range f {
			switch {
			case op == "BMC" || strings.HasSuffix(op, ">>BDC"):
				if open != "" {
					c.t.Fatalf("%s: marked content within marked content", name)
				}
				open = f[i-1]
				if op != "BMC" {
					k := fmt.Sprintf("%s %d", name, seen)
					if !strings.HasPrefix(op, fmt.Sprintf("%d>>", seen)) || seen >= len(owners) {
						c.t.Fatalf("%s: content %d is not known: %s", name, seen, line)
					}
					c.owner[k] = owners[seen].(string)
					seen++
				}
			case op == "EMC":
				open = ""
			case open == "" && (op == "f" || op == "S" || op == "Do" || op == "sh" || strings.HasSuffix(op, "TJ") || strings.HasSuffix(op, "Tj")):
				c.t.Fatalf("%s: what %q draws is neither of an element nor decoration", name, strings.TrimSpace(line))
			}
		}
	}
	if seen != len(owners) {
		c.t.Errorf("%s has %d contents, its structure %d", name, seen, len(owners))
	}
	var links []string
	for _, a := range c.list(p["/Annots"]) {
		d := c.dict(a)
		up, ok := c.parent(tree, d["/StructParent"]).(string)
		if !ok || d["/Contents"] == nil {
			c.t.Errorf("link %v is not in the structure", a)
			continue
		}
		c.owner[a.(string)] = up
		links = append(links, a.(string))
	}
	return links
}

var within = map[string][]string{"/L": {"/LI"}, "/LI": {"/LBody"}}

// element checks an element and all below it.
func (c *structure) element(name, up string, depth int) {
	e := c.dict(name)
	tag, _ := e["/S"].(string)
	says, _ := e["/Alt"].(string)
	if says == "" {
		says, _ = e["/ActualText"].(string)
	}
	if lang, ok := e["/Lang"].(string); ok {
		says += " [" + strings.TrimPrefix(lang, "u:") + "]"
	}
	c.out = append(c.out, strings.Repeat(" ", depth)+strings.TrimSpace(tag[1:]+" "+strings.TrimPrefix(says, "u:")))
	if up != "" && e["/P"] != up {
		c.t.Errorf("%s %s is in %s and says %v", tag, name, up, e["/P"])
	}
	if tag == "/Figure" && e["/Alt"] == nil {
		c.t.Errorf("figure %s has no description", name)
	}
	if tag == "/TH" && !strings.Contains(fmt.Sprint(c.follow(e["/A"])), "/Scope") {
		c.t.Errorf("nobody knows what heading %s is of", name)
	}
	if len(tag) == 3 && tag[1] == 'H' && tag[2] >= '1' && tag[2] <= '6' {
		level := int(tag[2] - '0')
		if level > c.level+1 {
			c.t.Errorf("a heading of level %d after one of level %d", level, c.level)
		}
		c.level = level
	}
	kids := c.list(e["/K"])
	if len(kids) == 0 {
		c.t.Errorf("%s %s is empty", tag, name)
	}
	for _, k := range kids {
		switch k := k.(type) {
		case float64:
			c.own(fmt.Sprintf("%v %d", e["/Pg"], int(k)), name)
		case map[string]any:
			c.own(k["/Obj"].(string), name)
		case string:
			if want := within[tag]; want != nil && !slices.Contains(want, c.dict(k)["/S"].(string)) {
				c.t.Errorf("%s has a %v", tag, c.dict(k)["/S"])
			}
			c.element(k, name, depth+1)
		}
	}
}

func (c *structure) own(k, element string) {
	if c.owner[k] != element || c.used[k] {
		c.t.Errorf("%s says it has %s, which knows %q", element, k, c.owner[k])
	}
	c.used[k] = true
}
