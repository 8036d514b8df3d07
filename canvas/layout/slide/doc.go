// Package slide lays a map out for a room: as slides of 1440 × 900 u that can
// be read from three metres, in several views of the same cards. A wider slide
// shows more of its neighbours. Nothing is cut: what does not fit on a slide
// stands on a further page of the same stage.
//
// It must never depend on a window, a file or a clock, nor show text below 14 u
// but where the map itself is shown.
package slide
