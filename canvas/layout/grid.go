package layout

// The measures of the grid, u.
const (
	HeaderWidth = 160 // of the lane headers, unless the map says otherwise
	StepWidth   = 176 // of a step's column, unless its stage says otherwise

	bandTop, chevron, bandBottom = 8, 44, 4
	chevronPoint, chevronGap     = 10, 2
	chevronFirst, chevronText    = 16, 26 // where a name begins: in the first, in the others
	stepRow, stepText            = 32, 12

	cellPadX, cellPadY = 8, 12
	cardGap            = 8
	rowMin             = 56
	foldedRow          = 32 // of a folded lane
	headerPadX         = 12
	headerPadY         = 16
	headerIcon         = 16

	// CardRadius is the radius of a card's corners.
	CardRadius = 8
	// CurvePad is the room above +2 and below −2 in a row with a curve.
	CurvePad = 34

	// Zooms at which detail changes.
	zoomAll, zoomTitles, zoomTiles = 0.75, 0.5, 0.25
)
