package canvas

import (
	"fyne.io/fyne/v2/driver/desktop"

	"throughline/canvas/input"
)

// cursors are Fyne's shapes for ours; it has no hand, so the pointing one
// stands for it.
var cursors = map[input.Cursor]desktop.Cursor{
	input.Arrow: desktop.DefaultCursor, input.Hand: desktop.PointerCursor, input.Grabbing: desktop.PointerCursor,
	input.IBeam: desktop.TextCursor, input.Crosshair: desktop.CrosshairCursor, input.NotAllowed: desktop.CrosshairCursor,
	input.ResizeRow: desktop.VResizeCursor, input.ResizeColumn: desktop.HResizeCursor, input.Hidden: desktop.HiddenCursor,
}

func cursorOf(c input.Cursor) desktop.Cursor {
	if d, ok := cursors[c]; ok {
		return d
	}
	return desktop.DefaultCursor
}
