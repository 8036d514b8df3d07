package text

import "io/fs"

// noto are the families that the program carries besides its own, and the
// characters for which they are: whole blocks of Unicode, so that punctuation
// of a script is in its face. bold says that there is a bold face, too.
var noto = []struct {
	name   string // of the file noto/Noto<name>-Regular.ttf
	bold   bool
	blocks []span
}{
	{"SansArabic", true, []span{{0x600, 0x6FF}, {0x750, 0x77F}, {0x8A0, 0x8FF}, {0xFB50, 0xFDFF}, {0xFE70, 0xFEFE}}},
	{"SansHebrew", true, []span{{0x590, 0x5FF}, {0xFB1D, 0xFB4F}}},
	{"SansDevanagari", true, []span{{0x900, 0x97F}, {0x1CD0, 0x1CFF}, {0xA8E0, 0xA8FF}}},
	{"SansBengali", true, []span{{0x980, 0x9FF}}},
	{"SansGurmukhi", true, []span{{0xA00, 0xA7F}}},
	{"SansGujarati", true, []span{{0xA80, 0xAFF}}},
	{"SansOriya", false, []span{{0xB00, 0xB7F}}},
	{"SansTamil", true, []span{{0xB80, 0xBFF}}},
	{"SansTelugu", true, []span{{0xC00, 0xC7F}}},
	{"SansKannada", true, []span{{0xC80, 0xCFF}}},
	{"SansMalayalam", true, []span{{0xD00, 0xD7F}}},
	{"SansSinhala", true, []span{{0xD80, 0xDFF}, {0x111E0, 0x111FF}}},
	{"SansThai", true, []span{{0xE00, 0xE7F}}},
	{"SansLao", true, []span{{0xE80, 0xEFF}}},
	{"SerifTibetan", false, []span{{0xF00, 0xFFF}}},
	{"SansMyanmar", true, []span{{0x1000, 0x109F}, {0xA9E0, 0xA9FF}, {0xAA60, 0xAA7F}}},
	{"SansGeorgian", true, []span{{0x10A0, 0x10FF}, {0x1C90, 0x1CBF}, {0x2D00, 0x2D2F}}},
	{"SansArmenian", true, []span{{0x530, 0x58F}, {0xFB13, 0xFB17}}},
	{"SansEthiopic", true, []span{{0x1200, 0x139F}, {0x2D80, 0x2DDF}, {0xAB00, 0xAB2F}}},
	{"SansKhmer", true, []span{{0x1780, 0x17FF}, {0x19E0, 0x19FF}}},
	{"SansMongolian", false, []span{{0x1800, 0x18AF}}},
	{"SansCanadianAboriginal", false, []span{{0x1400, 0x167F}, {0x18B0, 0x18FF}}},
	{"SansCherokee", false, []span{{0x13A0, 0x13FF}, {0xAB70, 0xABBF}}},
	{"SansTifinagh", false, []span{{0x2D30, 0x2D7F}}},
	{"SansThaana", false, []span{{0x780, 0x7BF}}},
	{"SansNKo", false, []span{{0x7C0, 0x7FF}}},
	{"SansSyriac", false, []span{{0x700, 0x74F}, {0x860, 0x86F}}},
	{"SansAdlam", false, []span{{0x1E900, 0x1E95F}}},
	{"SansJavanese", false, []span{{0xA980, 0xA9DF}}},
	{"SansBalinese", false, []span{{0x1B00, 0x1B7F}}},
	{"SansSundanese", false, []span{{0x1B80, 0x1BBF}, {0x1CC0, 0x1CCF}}},
	{"SansTagalog", false, []span{{0x1700, 0x171F}}},
	{"SansTaiTham", false, []span{{0x1A20, 0x1AAF}}},
	{"SansTaiViet", false, []span{{0xAA80, 0xAADF}}},
	{"SansOlChiki", false, []span{{0x1C50, 0x1C7F}}},
	{"SansMeeteiMayek", false, []span{{0xAAE0, 0xAAFF}, {0xABC0, 0xABFF}}},
	{"SansChakma", false, []span{{0x11100, 0x1114F}}},
	{"SansVai", false, []span{{0xA500, 0xA63F}}},
	{"SansYi", false, []span{{0xA000, 0xA4CF}}},
	{"SansDeseret", false, []span{{0x10400, 0x1044F}}},
	{"SansOgham", false, []span{{0x1680, 0x169F}}},
	{"SansRunic", false, []span{{0x16A0, 0x16FF}}},
	{"SansGothic", false, []span{{0x10330, 0x1034F}}},
	{"SansCoptic", false, []span{{0x2C80, 0x2CFF}, {0x102E0, 0x102FF}}},
	// What is for every character, in the order in which it is asked.
	{"Sans", false, nil},
	{"SansSymbols", false, nil},
	{"SansSymbols2", false, nil},
	{"SansMath", false, nil},
}

// fallbacks is the families of a folder of fonts, and its emoji.
func fallbacks(fsys fs.FS) (families []*family, emoji *lazyFace) {
	face := func(name, file string) *lazyFace {
		return &lazyFace{name: "noto-" + name, path: "noto/Noto" + file + ".ttf", fsys: fsys, embed: true}
	}
	for _, n := range noto {
		f := &family{regular: face(n.name, n.name+"-Regular"), blocks: n.blocks}
		if n.bold {
			f.bold = face(n.name+"-Bold", n.name+"-Bold")
		}
		families = append(families, f)
	}
	return families, face("emoji", "ColorEmoji")
}
