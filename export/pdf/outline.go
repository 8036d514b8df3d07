package pdf

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// bookmark is a line of the outline (ISO 32000-1, 12.3.3).
type bookmark struct {
	at   *element
	kids []bookmark
}

// bookmarks is the maps of the document, and under each its stages.
func (t *tree) bookmarks() []bookmark {
	var all []bookmark
	for _, k := range t.root.kids {
		if k.e.mark == "" {
			continue
		}
		m := bookmark{at: k.e}
		for _, x := range k.e.kids {
			if x.e != nil && x.e.mark != "" && x.e.page >= 0 {
				m.kids = append(m.kids, bookmark{at: x.e})
			}
		}
		all = append(all, m)
	}
	return all
}

// outline adds bookmarks and is what the catalog says of them. The stages of a
// map that is alone stand under none.
func (f *file) outline(all []bookmark) string {
	if len(all) == 1 {
		all = all[0].kids
	}
	if len(all) == 0 {
		return ""
	}
	root := f.add("")
	f.set(root, "<</Type/Outlines"+f.lines(all, root)+">>")
	return "/Outlines " + ref(root)
}

// lines adds bookmarks below up and is what up has to know of them.
func (f *file) lines(all []bookmark, up int) string {
	first := len(f.objects) + 1
	shown := len(all)
	for range all {
		f.add("")
	}
	for i, x := range all {
		b := "<</Title" + textString(x.at.name) + "/Parent " + ref(up) + "/Dest" + textString(x.at.mark)
		if i > 0 {
			b += "/Prev " + ref(first+i-1)
		}
		if i+1 < len(all) {
			b += "/Next " + ref(first+i+1)
		}
		if len(x.kids) > 0 {
			b += f.lines(x.kids, first+i)
			shown += len(x.kids)
		}
		f.set(first+i, b+">>")
	}
	return "/First " + ref(first) + "/Last " + ref(first+len(all)-1) + "/Count " + strconv.Itoa(shown)
}

// destinations is the names under which maps and stages are found (ISO 32000-1,
// 12.3.2.3): a map shows the whole page, a stage fills the window.
func destinations(all []bookmark, pages []int) string {
	at := map[string]string{}
	for _, m := range all {
		at[m.at.mark] = "[" + ref(pages[m.at.page]) + "/Fit]"
		for _, s := range m.kids {
			at[s.at.mark] = "[" + ref(pages[s.at.page]) + "/FitR " + string(appendBox4(nil, s.at.box)) + "]"
		}
	}
	if len(at) == 0 {
		return ""
	}
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(at)) {
		b.WriteString(textString(name) + at[name])
	}
	return "/Dests<</Names[" + b.String() + "]>>"
}
