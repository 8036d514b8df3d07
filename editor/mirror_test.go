package editor_test

import (
	"testing"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/canvas/layout/layouttest"
	"throughline/canvas/scene"
	"throughline/editor"
	"throughline/journey"
)

// What is true of a map that reads from the left is true of one that reads from
// the right: the same stories, told of its mirror image.
func TestFromTheRight(t *testing.T) {
	for name, story := range map[string]func(*testing.T){
		"a card to another cell": TestADragMovesACardToAnotherCell, "the order in a cell": TestADragChangesTheOrderInACell,
		"many cards": TestSeveralCardsAreDraggedTogether, "a drag at the edges": TestADragScrollsTheMapAtItsEdges,
		"a stage to another place": TestAStageIsDraggedToAnotherPlace, "a stage is copied": TestAStageIsCopiedByDragging,
		"a lane to another place": TestALaneIsDraggedToAnotherPlace, "a stage at the edges": TestACarriedStageScrollsTheMap,
		"a wider stage": TestAStageIsMadeWiderAtTheEdgesOfItsSteps, "wider headers": TestTheLaneNamesAreMadeWider,
		"a higher lane": TestALaneIsMadeHigherAtItsFoot, "edges at any zoom": TestAnEdgeFollowsThePointerAtAnyZoom,
		"a box": TestABoxSelectsWhatItTouches, "a box at the edges": TestABoxScrollsTheMap,
		"a link": TestALinkIsDrawnFromTheHandleOfACard, "a link to a new card": TestALinkLeadsToANewCard,
		"the end of a link": TestAnEndOfALinkIsAttachedElsewhere, "a wider card": TestACardSpansSeveralSteps,
		"a note": TestANoteIsPlacedMovedAndMadeWider, "a new card": TestADoubleClickInAnEmptyPlaceAddsACard,
		"a new point": TestADoubleClickInTheFeelingsAddsAPoint, "a point": TestAFeelingIsDraggedOnTheCurve,
		"a point along the curve": TestAPointMovesAlongTheCurve, "titles of the bands": TestEditingTheTitlesOfTheBands,
		"typing": TestADoubleClickTypesWhereItIs, "the keys of typing": TestTheKeysOfTyping, "text by keys": TestSelectingTextByKeys,
		"text by mouse": TestSelectingTextByMouse, "wrapped text": TestUpAndDownInWrappedText,
		"a card in sight": TestTypingBringsItsCardIntoSight, "arrows": TestArrowsWalkCellsAndCards, "every card by arrows": TestEveryCardIsReachedByArrows,
		"Ctrl and arrows": TestCtrlArrowsMoveCards, "Shift and arrows": TestShiftExtends, "a stage between two": TestAStageIsAddedBetweenTwoOthers,
		"a lane between two": TestALaneIsAddedBetweenTwoOthers, "a box behind the last": TestBehindTheLastOneThereIsABoxToAddAnother,
		"an empty cell": TestAnEmptyCellSaysWhatCanStandThere, "an empty curve": TestAnEmptyCurveSaysHowToBegin,
		"Esc in a drag": TestEscapeInADragLeavesNothing, "Esc with a stage": TestWhatIsCarriedAndGivenUpStaysWhereItWas,
		"Esc with an edge": TestAnEdgeThatIsGivenUpStaysWhereItWas, "Esc with a link": TestALinkThatIsGivenUpLeavesNothing,
		"Esc with a box": TestEscapeGivesABoxUp, "Esc with a point": TestAPointThatIsGivenUpStaysWhereItWas,
		"a selected link": TestASelectedLinkKeepsItsLabel, "cells of a spreadsheet": TestCellsOfASpreadsheetBecomeCards,
		"panning": TestPanning, "the wheel": TestTheWheelScrolls, "zooming": TestZoomingAtThePointer, "zooming beside": TestZoomingBesideTheBodyKeepsItsEdge,
	} {
		t.Run(name, story)
	}
}

// inArabic begins a story with the sample in Arabic.
func inArabic(t *testing.T) *story {
	p, blobs := layouttest.Arabic(t)
	return begin(t, p, blobs)
}

// onScreen is where a card is on the screen.
func (s *story) onScreen(id journey.ID) geom.Rect {
	s.t.Helper()
	pane := s.e.Frame().Panes[0]
	it, at, ok := pane.Scene.Find(string(id), layout.CardPart)
	if !ok {
		s.fail("%s is not to be seen", id)
	}
	return it.Box.Add(at).Add(geom.Point{}.Sub(pane.At)).Mul(pane.Zoom).Add(pane.Rect.Min)
}

// raw sends an event as the window does, in places of the screen.
func (s *story) raw(ev input.Event) *story {
	s.t.Helper()
	s.now = s.now.Add(1e9)
	ev.Now = s.now
	s.e.Event(ev)
	return s
}

func TestAMapInArabicIsShownFromTheRight(t *testing.T) {
	s := inArabic(t)
	f := s.e.Frame()
	if body, headers, corner := f.Panes[0].Rect, f.Panes[2].Rect, f.Panes[4].Rect; headers.Min.X != body.Max.X || headers.Max.X != storyWide || corner.Max.X != storyWide || body.Min.X != 0 {
		t.Errorf("the cells are at %v, the lanes' names at %v", body, headers)
	}
	at := func(p input.Pane, owner string, part scene.Part) geom.Rect {
		it, at, ok := p.Scene.Find(owner, part)
		if !ok {
			t.Fatalf("%s is not to be seen", owner)
		}
		return it.Box.Add(at).Add(geom.Point{}.Sub(p.At)).Mul(p.Zoom).Add(p.Rect.Min)
	}
	first, second := at(f.Panes[1], "spark", layout.StagePart), at(f.Panes[1], "research", layout.StagePart)
	if first.Max.X != f.Panes[0].Rect.Max.X || second.Max.X > first.Min.X+1 {
		t.Errorf("the first stage is at %v, the second at %v", first, second)
	}

	// what is under the pointer is what is seen there, and so is its menu
	box := s.onScreen("model-comparison")
	s.raw(input.Event{Kind: input.Press, At: box.Center(), Button: input.Left, Clicks: 1}).raw(input.Event{Kind: input.Release, At: box.Center(), Button: input.Left})
	s.Selected("model-comparison")
	s.raw(input.Event{Kind: input.Press, At: box.Center(), Button: input.Right, Clicks: 1}).raw(input.Event{Kind: input.Release, At: box.Center(), Button: input.Right})
	if m, ok := s.e.ContextMenu(); !ok || m.At != box.Center() || m.Fit != editor.OnCard {
		t.Errorf("the menu of a card at %v is at %v", box.Center(), m.At)
	}
	s.raw(input.Event{Kind: input.KeyDown, Key: "F10", Mods: input.Shift})
	if m, ok := s.e.ContextMenu(); !ok || m.At != geom.Pt(box.Min.X, box.Max.Y) {
		t.Errorf("by keys the menu of a card at %v is at %v", box, m.At)
	}
	// keys go where they point
	s.raw(input.Event{Kind: input.KeyDown, Key: input.KeyRight}).Selected("kita-parents-chat")
	s.raw(input.Event{Kind: input.KeyDown, Key: input.KeyLeft}).Selected("model-comparison")
	s.raw(input.Event{Kind: input.KeyDown, Key: input.KeyLeft, Mods: input.Ctrl})
	if c := s.card("model-comparison"); c.Step != "check-the-budget" {
		t.Errorf("a card that is moved to the left goes to %s", c.Step)
	}
	s.Undo().Do("arrange.right")
	if c := s.card("model-comparison"); c.Step != "ask-around" {
		t.Errorf("a card that is moved to the right goes to %s", c.Step)
	}
	s.Undo()
	s.raw(input.Event{Kind: input.KeyDown, Key: input.KeyLeft, Mods: input.Alt | input.Shift})
	if steps := s.e.Doc.Project().Steps("research"); len(steps) != 3 || steps[1].Title != "" {
		t.Errorf("a step after is not at the left: %v", steps)
	}
}

// Letters are not mirrored: a caret stands where they are seen.
func TestTypingInArabicIsSeenWhereItIs(t *testing.T) {
	s := inArabic(t)
	box := s.onScreen("test-ride-booking")
	it, _, _ := s.e.Sheet().Card(s.card("test-ride-booking"))
	f := it.Fields[0]
	wide := f.Block.Width // the title is one line, which ends at the icon
	right := box.Max.X - (it.Box.Min.X + f.At.X)
	click := func(x float64, clicks int) {
		at := geom.Pt(x, box.Min.Y+f.At.Y+f.Block.Height/2)
		s.raw(input.Event{Kind: input.Press, At: at, Button: input.Left, Clicks: clicks}).raw(input.Event{Kind: input.Release, At: at, Button: input.Left})
	}
	caret := func() geom.Rect {
		m := s.e.Frame().Marks
		return m[len(m)-1].Rect
	}
	click(right-3, 1)
	click(right-3, 2)
	s.raw(input.Event{Kind: input.KeyDown, Key: input.KeyHome})
	if x := caret().Center().X; x < right-2 || x > right+2 {
		t.Errorf("the caret before the first letter is at %v, the text ends at %v", x, right)
	}
	s.raw(input.Event{Kind: input.KeyDown, Key: input.KeyLeft})
	if x := caret().Center().X; x >= right-2 {
		t.Errorf("Left brings the caret to %v", x)
	}
	s.raw(input.Event{Kind: input.KeyDown, Key: input.KeyEnd})
	if x := caret().Center().X; x < right-wide-2 || x > right-wide+2 {
		t.Errorf("the caret behind the last letter is at %v, the text begins at %v", x, right-wide)
	}
	click(right-1, 1)
	if s.Type("أ").Key("Escape"); s.card("test-ride-booking").Title != "أحجز تجربة القيادة" {
		t.Errorf("typed at the first letter: %q", s.card("test-ride-booking").Title)
	}
}
