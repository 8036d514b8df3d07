package layout

import "throughline/canvas/scene"

// The parts that rows draw, for hits and editing.
const (
	CardPart    scene.Part = "card"
	TitlePart   scene.Part = "title" // of a card, stage, step or lane
	TextPart    scene.Part = "text"  // of a card
	PointPart   scene.Part = "point" // of a feelings curve
	CurvePart   scene.Part = "curve"
	StagePart   scene.Part = "stage"
	StepPart    scene.Part = "step"
	HeatPart    scene.Part = "heat"    // of a stage: how much it hurts
	SummaryPart scene.Part = "summary" // of a stage
	LanePart    scene.Part = "lane"
	HintPart    scene.Part = "hint"  // guidance in an empty cell, which is hit as the cell
	LinkPart    scene.Part = "link"  // the line of a link
	LabelPart   scene.Part = "label" // of a link
	NotePart    scene.Part = "note"
	GhostPart   scene.Part = "ghost" // the edge that a dragged card leaves behind
)
