package editor

import "throughline/canvas/input"

// walkCommands move the focus. They stand in no menu: the keys are all there is
// to them.
var walkCommands = []Command{
	walking("go.left", "Go left", input.KeyLeft, func(e *Editor) Focus { return e.next(e.way(leftward)) }),
	walking("go.right", "Go right", input.KeyRight, func(e *Editor) Focus { return e.next(e.way(rightward)) }),
	walking("go.up", "Go up", input.KeyArrowUp, func(e *Editor) Focus { return e.next(upward) }),
	walking("go.down", "Go down", input.KeyArrowDown, func(e *Editor) Focus { return e.next(downward) }),
	extending("extend.left", "Extend to the left", input.KeyLeft, func(e *Editor) Focus { return e.next(e.way(leftward)) }),
	extending("extend.right", "Extend to the right", input.KeyRight, func(e *Editor) Focus { return e.next(e.way(rightward)) }),
	extending("extend.up", "Extend upwards", input.KeyArrowUp, func(e *Editor) Focus { return e.next(upward) }),
	extending("extend.down", "Extend downwards", input.KeyArrowDown, func(e *Editor) Focus { return e.next(downward) }),
	walking("go.first", "First cell of the lane", input.KeyHome, func(e *Editor) Focus { return e.edge(false) }),
	walking("go.last", "Last cell of the lane", input.KeyEnd, func(e *Editor) Focus { return e.edge(true) }),
	extending("extend.first", "Extend to the first cell of the lane", input.KeyHome, func(e *Editor) Focus { return e.edge(false) }),
	extending("extend.last", "Extend to the last cell of the lane", input.KeyEnd, func(e *Editor) Focus { return e.edge(true) }),
	going("go.begin", "First cell of the map", input.Chord{Mods: input.Ctrl, Key: input.KeyHome}, false, func(e *Editor) Focus { return e.corner(false) }),
	going("go.end", "Last cell of the map", input.Chord{Mods: input.Ctrl, Key: input.KeyEnd}, false, func(e *Editor) Focus { return e.corner(true) }),
	walking("go.next", "Next cell", input.KeyTab, func(e *Editor) Focus { return e.along(1) }),
	going("go.previous", "Previous cell", input.Chord{Mods: input.Shift, Key: input.KeyTab}, false, func(e *Editor) Focus { return e.along(-1) }),
}

func walking(name, title string, k input.Key, to func(*Editor) Focus) Command {
	return going(name, title, input.Chord{Key: k}, false, to)
}

func extending(name, title string, k input.Key, to func(*Editor) Focus) Command {
	return going(name, title, input.Chord{Mods: input.Shift, Key: k}, true, to)
}

func going(name, title string, k input.Chord, extend bool, to func(*Editor) Focus) Command {
	return Command{Name: name, Title: title, Keys: []input.Chord{k}, Run: func(e *Editor) error {
		e.goTo(to(e), extend)
		return nil
	}}
}
