package pptx

import (
	"fmt"
	"strings"

	"throughline/export/markup"
)

// A page of notes has the slide above what is said to it.
const (
	slideOnNotes = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="685800" y="1143000"/><a:ext cx="5486400" cy="3086100"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>`
	textOnNotes  = `<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="685800" y="4400550"/><a:ext cx="5486400" cy="3600450"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>%s</p:txBody></p:sp>`
)

// notes writes what the speaker says to the n-th slide.
func (b *book) notes(n int, says string) {
	b.noted = append(b.noted, n)
	var text strings.Builder
	side := ""
	if b.options.RTL {
		side = `<a:pPr algn="r" rtl="1"/>`
	}
	for line := range strings.SplitSeq(strings.TrimRight(says, "\n"), "\n") {
		text.WriteString(`<a:p>` + side + `<a:r><a:rPr/><a:t>` + markup.Text(line) + `</a:t></a:r></a:p>`)
	}
	name := fmt.Sprintf("notesSlide%d.xml", n)
	b.part("ppt/notesSlides/"+name, head+`<p:notes `+spaces+`><p:cSld><p:spTree>`+emptyGroup+slideOnNotes+fmt.Sprintf(textOnNotes, text.String())+`</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`)
	b.part("ppt/notesSlides/_rels/"+name+".rels", head+relations+relation(1, "notesMaster", "../notesMasters/notesMaster1.xml")+relation(2, "slide", fmt.Sprintf("../slides/slide%d.xml", n))+`</Relationships>`)
}

// notesMaster writes what pages of notes need where there are any, and is what the
// presentation says of it and what is listed of all.
func (b *book) notesMaster(rel int) (list, rels, types string) {
	if len(b.noted) == 0 {
		return "", "", ""
	}
	for _, n := range b.noted {
		types += fmt.Sprintf(`<Override PartName="/ppt/notesSlides/notesSlide%d.xml" ContentType="%snotesSlide+xml"/>`, n, kind)
	}
	b.part("ppt/notesMasters/notesMaster1.xml", head+`<p:notesMaster `+spaces+`><p:cSld>`+white+`<p:spTree>`+emptyGroup+slideOnNotes+fmt.Sprintf(textOnNotes, `<a:p><a:endParaRPr/></a:p>`)+`</p:spTree></p:cSld>`+colourMap+`</p:notesMaster>`)
	b.part("ppt/notesMasters/_rels/notesMaster1.xml.rels", head+relations+relation(1, "theme", "../theme/theme2.xml")+`</Relationships>`)
	b.part("ppt/theme/theme2.xml", theme())
	types += `<Override PartName="/ppt/notesMasters/notesMaster1.xml" ContentType="` + kind + `notesMaster+xml"/><Override PartName="/ppt/theme/theme2.xml" ContentType="` + themeKind + `"/>`
	return fmt.Sprintf(`<p:notesMasterIdLst><p:notesMasterId r:id="rId%d"/></p:notesMasterIdLst>`, rel), relation(rel, "notesMaster", "notesMasters/notesMaster1.xml"), types
}
