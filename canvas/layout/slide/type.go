package slide

import "throughline/canvas/text"

// The type of a slide, u.
var (
	titleText  = text.Style{Weight: text.DisplayBold, Size: 56, Line: 64, Tracking: -0.022}
	goalText   = text.Style{Weight: text.Regular, Size: 20, Line: 24}
	quoteText  = text.Style{Weight: text.MediumItalic, Size: 28, Line: 38, Tracking: -0.012}
	headText   = text.Style{Weight: text.SemiBold, Size: 18, Line: 24}
	cardTitle  = text.Style{Weight: text.SemiBold, Size: 21, Line: 28, Tracking: -0.008}
	cardText   = text.Style{Weight: text.Regular, Size: 17, Line: 24}
	noticeText = text.Style{Weight: text.SemiBold, Size: 19, Line: 26}
	pillText   = text.Style{Weight: text.SemiBold, Size: 14, Line: 20}
	barText    = text.Style{Weight: text.Regular, Size: 16, Line: 20}
	countText  = text.Style{Weight: text.SemiBold, Size: 16, Line: 22}
	footText   = text.Style{Weight: text.Regular, Size: 14, Line: 20}
	labelText  = text.Style{Weight: text.SemiBold, Size: 16, Line: 20}
	smallText  = text.Style{Weight: text.Regular, Size: 15, Line: 20}
	monogram   = text.Style{Weight: text.SemiBold, Size: 20, Line: 24}
	largeLabel = text.Style{Weight: text.SemiBold, Size: 20, Line: 26}
	figureText = text.Style{Weight: text.DisplaySemiBold, Size: 26, Line: 30, Tracking: -0.01}
)

// titleSizes is the sizes of a title, of which the first is taken at which it
// has no more than titleMost lines.
var titleSizes = []float64{56, 44, 34, 26}

const (
	titleLeads = 64.0 / 56
	titleMost  = 2
)

// PanelWidth is how wide a stage's panel is, u.
const PanelWidth = 960

// The measures of a slide, u.
const (
	side               = 48 // free at both sides
	panelGap           = 32
	panelTop           = 96
	panelBottom        = 600 // where there is a curve below
	panelLow           = 844 // where there is none
	curveTop, curveLow = 616, 844
	footTop            = 862
)
