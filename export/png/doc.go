// Package png writes a scene as one PNG picture of any size: eight bits a
// colour, sRGB, without a ground where the scene has none. The picture is painted, filtered and deflated in bands by
// several goroutines, so memory does not grow with its height. It must never
// hold the whole picture, nor draw anything itself: pixels come from
// canvas/raster, the same as on the screen.
package png
