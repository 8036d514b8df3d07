package layout

import "throughline/canvas/text"

// The type of a map. Sizes are u; 11 is the smallest there is.
var (
	posterTitle  = text.Style{Weight: text.DisplayBold, Size: 46, Line: 52, Tracking: -0.022}
	posterSub    = text.Style{Weight: text.Regular, Size: 16, Line: 24}
	factTitle    = text.Style{Weight: text.SemiBold, Size: 17, Line: 24}
	factText     = text.Style{Weight: text.Regular, Size: 14, Line: 20}
	initialsText = text.Style{Weight: text.SemiBold, Size: 30, Line: 36}
	label        = text.Style{Weight: text.SemiBold, Size: 12, Line: 16}
	stageName    = text.Style{Weight: text.Bold, Size: 15, Line: 20}
	stageNumber  = text.Style{Weight: text.Regular, Size: 15, Line: 20}
	stepName     = text.Style{Weight: text.SemiBold, Size: 12, Line: 16}
	quote        = text.Style{Weight: text.MediumItalic, Size: 14, Line: 20, Tracking: -0.003}
	goal         = text.Style{Weight: text.SemiBold, Size: 13, Line: 17, Tracking: -0.004}
	cardTitle    = text.Style{Weight: text.SemiBold, Size: 13, Line: 16, Tracking: -0.004}
	cardText     = text.Style{Weight: text.Regular, Size: 12, Line: 16}
	caption      = text.Style{Weight: text.Regular, Size: 11, Line: 16}
	captionBold  = text.Style{Weight: text.SemiBold, Size: 11, Line: 16}
	noteText     = text.Style{Weight: text.Regular, Size: 13, Line: 18}
	legendText   = text.Style{Weight: text.Regular, Size: 12, Line: 16}
)

// legible is the size in device-independent pixels below which text is not
// drawn as letters on a screen.
const legible = 8
