package editor

// Gestured is something that hands do on the map and that no command stands
// for. The cheat sheet lists them beside the commands.
type Gestured struct{ Group, Title, How string }

// Gestures is what there is to do with the pointer, and while typing.
var Gestures = []Gestured{
	{"Pointer", "Move the map", "Space+drag, middle drag, right drag"},
	{"Pointer", "Move the map sideways", "Shift+wheel"},
	{"Pointer", "Zoom at the pointer", "Ctrl+wheel"},
	{"Pointer", "Select more", "Shift+click"},
	{"Pointer", "Select what is in a box", "drag beside the cards"},
	{"Pointer", "Move", "drag"},
	{"Pointer", "Duplicate", "Alt+drag, Ctrl+drag"},
	{"Pointer", "Edit a text, add a card in a cell", "double click"},
	{"Pointer", "Change a width or a height", "drag the edge of a step or a lane"},
	{"Pointer", "Open the menu", "right click"},
	{"Typing", "Keep and end", "Enter, Esc"},
	{"Typing", "New line", "Shift+Enter"},
	{"Typing", "Next and previous field, then cell", "Tab, Shift+Tab"},
	{"Typing", "New card below", "Ctrl+Enter"},
	{"Typing", "Word by word", "Ctrl+Left, Ctrl+Right"},
	{"Typing", "Select a word, or all", "double click, triple click"},
	{"Typing", "Bold, italic, link, in a text lane", "Ctrl+B, Ctrl+I, Ctrl+K"},
	{"Typing", "Undo in the text", "Ctrl+Z"},
}
