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
	{"Pointer", "Open the menu", "right click"},
	{"Typing", "Keep and end", "Enter, Esc"},
	{"Typing", "New line", "Shift+Enter"},
	{"Typing", "Next and previous field, then cell", "Tab, Shift+Tab"},
	{"Typing", "Undo in the text", "Ctrl+Z"},
}
