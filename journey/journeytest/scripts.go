package journeytest

import (
	"fmt"

	"throughline/journey"
)

// Greeting is a sentence in a script.
type Greeting struct{ Script, Says string }

// Greetings is a sentence in each of many scripts.
var Greetings = []Greeting{
	{"Latin", "Welcome to the shop, Việt Ελλάδα Привет"},
	{"Arabic", "مرحبا بكم في المتجر"},
	{"Hebrew", "ברוכים הבאים לחנות"},
	{"Devanagari", "दुकान में आपका स्वागत है।"},
	{"Bengali", "দোকানে আপনাকে স্বাগতম"},
	{"Gurmukhi", "ਦੁਕਾਨ ਵਿੱਚ ਜੀ ਆਇਆਂ ਨੂੰ"},
	{"Gujarati", "દુકાનમાં આપનું સ્વાગત છે"},
	{"Oriya", "ଦୋକାନକୁ ସ୍ୱାଗତ"},
	{"Tamil", "கடைக்கு வரவேற்கிறோம்"},
	{"Telugu", "దుకాణానికి స్వాగతం"},
	{"Kannada", "ಅಂಗಡಿಗೆ ಸ್ವಾಗತ"},
	{"Malayalam", "കടയിലേക്ക് സ്വാഗതം"},
	{"Sinhala", "වෙළඳසැලට සාදරයෙන් පිළිගනිමු"},
	{"Thai", "ยินดีต้อนรับสู่ร้านของเรา"},
	{"Lao", "ຍິນດີຕ້ອນຮັບສູ່ຮ້ານ"},
	{"Khmer", "សូមស្វាគមន៍មកកាន់ហាង"},
	{"Myanmar", "ဆိုင်မှကြိုဆိုပါတယ်"},
	{"Georgian", "კეთილი იყოს თქვენი მობრძანება"},
	{"Armenian", "Բարի գալուստ խանութ"},
	{"Ethiopic", "እንኳን ወደ ሱቁ በደህና መጡ"},
	{"Tibetan", "ཚོང་ཁང་ལ་ཕེབས་པར་དགའ་བསུ་ཞུ།"},
	{"Cherokee", "ᎣᏏᏲ ᎠᏓᏅᎯᏛ"},
	{"Tifinagh", "ⴰⵏⵙⵓⴼ ⵖⵔ ⵜⵃⴰⵏⵓⵜ"},
	{"CanadianAboriginal", "ᑐᙵᓱᒋᑦ ᓂᐅᕕᕐᕕᖕᒧᑦ"},
	{"Thaana", "މަރުޙަބާ ފިހާރައަށް"},
}

// Emoji is emoji of many kinds, each of which people count as one character.
var Emoji = []string{
	"😀", "👍", "👍🏽", "👩🏽\u200d💻", "👨\u200d👩\u200d👧\u200d👦", "🏳️\u200d🌈", "🏴\u200d☠️", "❤️\u200d🔥", "🧑🏿\u200d🤝\u200d🧑🏻", "🇩🇪", "🇺🇳",
	"🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F", "1️⃣", "#️⃣", "*️⃣", "❤️", "☺️", "✈️", "☕", "⌛", "🤷🏻\u200d♀️", "👁️\u200d🗨️", "⬜", "©️",
}

// Sentences is a project of one map whose cards, in n columns, have the given
// titles and texts.
func Sentences(n int, cards [][2]string) *journey.Project {
	e := journey.New().Edit(journey.CountedIDs("c"))
	e.Put(journey.Map{ID: "map", Order: "V", Title: "All scripts مرحبا"})
	for i, o := range journey.Spread(n) {
		e.Put(journey.Stage{ID: stageID(i), Map: "map", Order: o, Title: Greetings[i%len(Greetings)].Says})
	}
	e.Put(journey.Lane{ID: "cards", Map: "map", Order: "V", LaneKind: journey.Touchpoints, Title: "What they say 💬"})
	for i, o := range journey.Spread(len(cards)) {
		e.Put(journey.Card{ID: CardID(i), Lane: "cards", Stage: stageID(i % n), Order: o, Title: cards[i][0], Text: cards[i][1]})
	}
	return e.Project()
}

// CardID is the ID of a card of Sentences.
func CardID(i int) journey.ID { return journey.ID(fmt.Sprintf("card%d", i)) }

func stageID(i int) journey.ID { return journey.ID(fmt.Sprintf("stage%d", i)) }
