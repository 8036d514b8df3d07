// Package raster turns scenes into pixels: the tiles of the screen, thumbnails,
// and pictures of any size.
//
// A pixel is a function of the scene, the scale and its own place, never of
// the piece of the picture that is being painted: pieces of any size, at any
// offset, fit together to the last bit. So every operation is covered on a
// pixel box of its own, or in the cells of a fixed grid where that is large,
// and only then laid over what is there; and everything that is rounded is
// rounded in device pixels counted from the scene's top left.
//
// Boxes and straight lines stand on whole pixels, as a browser's do; curves
// and slanted lines stay where they are. The package must never decide what is
// drawn: that is the scene's business.
package raster
