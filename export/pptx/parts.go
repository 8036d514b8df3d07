package pptx

import (
	"fmt"
	"strings"
	"time"

	"throughline/export/markup"
)

const (
	head       = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	spaces     = `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`
	relations  = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	emptyGroup = `<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>`
	kind       = "application/vnd.openxmlformats-officedocument.presentationml."
	themeKind  = "application/vnd.openxmlformats-officedocument.theme+xml"
	white      = `<p:bg><p:bgPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>`
	colourMap  = `<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>`
)

// rest writes what makes slides a presentation: the list of them, and the
// master, layout and theme that each must have and that hold nothing.
func (b *book) rest(slides []Slide) {
	var types, list, rels strings.Builder
	for i := range slides {
		fmt.Fprintf(&types, `<Override PartName="/ppt/slides/slide%d.xml" ContentType="%sslide+xml"/>`, i+1, kind)
		fmt.Fprintf(&list, `<p:sldId id="%d" r:id="rId%d"/>`, 256+i, i+3)
		rels.WriteString(relation(i+3, "slide", fmt.Sprintf("slides/slide%d.xml", i+1)))
	}
	notes, notesRels, notesTypes := b.notesMaster(len(slides) + 3)
	types.WriteString(notesTypes)
	rels.WriteString(notesRels)
	b.part("[Content_Types].xml", head+`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/ppt/presentation.xml" ContentType="`+kind+`presentation.main+xml"/><Override PartName="/ppt/slideMasters/slideMaster1.xml" ContentType="`+kind+`slideMaster+xml"/><Override PartName="/ppt/slideLayouts/slideLayout1.xml" ContentType="`+kind+`slideLayout+xml"/><Override PartName="/ppt/theme/theme1.xml" ContentType="`+themeKind+`"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>`+types.String()+`</Types>`)
	b.part("_rels/.rels", head+relations+relation(1, "officeDocument", "ppt/presentation.xml")+
		`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`)
	b.part("docProps/core.xml", b.about())
	b.part("ppt/presentation.xml", head+`<p:presentation `+spaces+`><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>`+notes+`<p:sldIdLst>`+list.String()+
		fmt.Sprintf(`</p:sldIdLst><p:sldSz cx="%d" cy="%d"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`, b.size[0], b.size[1]))
	b.part("ppt/_rels/presentation.xml.rels", head+relations+relation(1, "slideMaster", "slideMasters/slideMaster1.xml")+relation(2, "theme", "theme/theme1.xml")+rels.String()+`</Relationships>`)
	title := `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="-600000"/><a:ext cx="12192000" cy="500000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody></p:sp>`
	b.part("ppt/slideMasters/slideMaster1.xml", head+`<p:sldMaster `+spaces+`><p:cSld>`+white+`<p:spTree>`+emptyGroup+title+
		`</p:spTree></p:cSld>`+colourMap+`<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle/><p:bodyStyle/><p:otherStyle/></p:txStyles></p:sldMaster>`)
	b.part("ppt/slideMasters/_rels/slideMaster1.xml.rels", head+relations+relation(1, "slideLayout", "../slideLayouts/slideLayout1.xml")+relation(2, "theme", "../theme/theme1.xml")+`</Relationships>`)
	b.part("ppt/slideLayouts/slideLayout1.xml", head+`<p:sldLayout `+spaces+` type="titleOnly" preserve="1"><p:cSld name="Map"><p:spTree>`+emptyGroup+title+`</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`)
	b.part("ppt/slideLayouts/_rels/slideLayout1.xml.rels", head+relations+relation(1, "slideMaster", "../slideMasters/slideMaster1.xml")+`</Relationships>`)
	b.part("ppt/theme/theme1.xml", theme())
}

// about is what the presentation says of itself.
func (b *book) about() string {
	o := b.options
	when := ""
	if !o.Date.IsZero() {
		when = `<dcterms:created xsi:type="dcterms:W3CDTF">` + o.Date.Format(time.RFC3339) + `</dcterms:created>`
	}
	return head + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>` +
		markup.Text(o.Title) + `</dc:title><dc:subject>` + markup.Text(o.Subject) + `</dc:subject><dc:creator>` + markup.Text(o.Author) + `</dc:creator>` + when + `</cp:coreProperties>`
}

// standIns is the fonts of other scripts that systems with slides have. Letters are in
// Arial, which is everywhere and no wider than Inter: where Inter is named and not
// there, what stands in for it may be wider, and titles run into what is beside them.
// All texts take the fonts of the theme, so one choice there changes them all.
var standIns = []string{
	"Jpan Yu Gothic", "Hang Malgun Gothic", "Hans Microsoft YaHei", "Hant Microsoft JhengHei", "Arab Arial", "Hebr Arial", "Thai Leelawadee UI", "Ethi Ebrima",
	"Deva Nirmala UI", "Beng Nirmala UI", "Gujr Nirmala UI", "Guru Nirmala UI", "Knda Nirmala UI", "Mlym Nirmala UI", "Orya Nirmala UI", "Taml Nirmala UI", "Telu Nirmala UI", "Sinh Nirmala UI",
	"Khmr Leelawadee UI", "Laoo Leelawadee UI", "Mymr Myanmar Text", "Tibt Microsoft Himalaya", "Armn Segoe UI", "Geor Segoe UI", "Thaa MV Boli", "Syrc Estrangelo Edessa",
}

// theme is one that says as little as the format allows.
func theme() string {
	var colours strings.Builder
	for _, c := range []string{
		"dk1 000000", "lt1 FFFFFF", "dk2 1D1C1A", "lt2 F4F3F0", "accent1 37649E", "accent2 02717A", "accent3 2E734B", "accent4 895709", "accent5 9D4529", "accent6 7C4D90", "hlink 4A4FD0", "folHlink 4A4FD0",
	} {
		name, value, _ := strings.Cut(c, " ")
		fmt.Fprintf(&colours, `<a:%s><a:srgbClr val="%s"/></a:%s>`, name, value, name)
	}
	font := `<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface="Arial"/>`
	for _, f := range standIns {
		script, name, _ := strings.Cut(f, " ")
		font += fmt.Sprintf(`<a:font script="%s" typeface="%s"/>`, script, name)
	}
	fill := strings.Repeat(`<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>`, 3)
	line := strings.Repeat(`<a:ln w="9525"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>`, 3)
	effect := strings.Repeat(`<a:effectStyle><a:effectLst/></a:effectStyle>`, 3)
	return head + `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Map"><a:themeElements><a:clrScheme name="Map">` + colours.String() + `</a:clrScheme><a:fontScheme name="Map"><a:majorFont>` + font +
		`</a:majorFont><a:minorFont>` + font + `</a:minorFont></a:fontScheme><a:fmtScheme name="Map"><a:fillStyleLst>` + fill + `</a:fillStyleLst><a:lnStyleLst>` + line + `</a:lnStyleLst><a:effectStyleLst>` + effect +
		`</a:effectStyleLst><a:bgFillStyleLst>` + fill + `</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`
}
