package layout

// TouchpointIcon is an icon that says what a touchpoint is.
type TouchpointIcon struct {
	Name  string // of assets/icons
	Title string // what it stands for
}

// TouchpointIcons is the icons of channels and touchpoints, in the order in
// which they are offered.
var TouchpointIcons = []TouchpointIcon{
	{"web", "Website"},
	{"search", "Search"},
	{"ad", "Advertisement"},
	{"social", "Social media"},
	{"share", "Recommendation"},
	{"email", "E-mail"},
	{"newsletter", "Newsletter"},
	{"phone", "Phone"},
	{"app", "App"},
	{"chat", "Chat"},
	{"chatbot", "Chatbot"},
	{"video", "Video"},
	{"sms", "Text message"},
	{"store", "Shop"},
	{"person", "Person"},
	{"people", "Word of mouth"},
	{"event", "Event"},
	{"bike", "Bicycle"},
	{"letter", "Letter"},
	{"parcel", "Parcel"},
	{"truck", "Delivery"},
	{"invoice", "Invoice"},
	{"card", "Card"},
	{"contract", "Contract"},
	{"form", "Form"},
	{"catalogue", "Catalogue"},
	{"review", "Review"},
	{"referral", "Referral"},
	{"support", "Hotline"},
	{"help", "Help"},
	{"service", "Service"},
	{"kiosk", "Kiosk"},
	{"till", "Till"},
	{"location", "Place"},
	{"tv", "Television"},
	{"radio", "Radio"},
	{"poster", "Poster"},
	{"qr", "QR code"},
	{"bell", "Notification"},
	{"account", "Account"},
	{"document", "Document"},
	{"camera", "Camera"},
}

// ContentIcons are the icons of what stands behind touchpoints.
var ContentIcons = []TouchpointIcon{
	{Name: "gear", Title: "Gear"}, {Name: "clock", Title: "Clock"}, {Name: "bolt", Title: "Automation"}, {Name: "database", Title: "Database"}, {Name: "filter", Title: "Filter"},
	{Name: "split", Title: "Split"}, {Name: "flag", Title: "Flag"}, {Name: "quote", Title: "Quote"}, {Name: "bulb", Title: "Idea"}, {Name: "alert", Title: "Alert"}, {Name: "spark", Title: "Spark"},
	{Name: "chart", Title: "Chart"}, {Name: "wave", Title: "Wave"}, {Name: "link", Title: "Link"}, {Name: "image", Title: "Image"}, {Name: "comment", Title: "Comment"}, {Name: "tag", Title: "Tag"},
}
