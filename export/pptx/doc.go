// Package pptx writes scenes as the slides of a presentation: what is drawn as
// shapes, and text as text boxes that can be edited, item by item a group. It is
// set in Arial, which stands on every computer that shows slides.
//
// The package must never look at the map behind a scene, at a clock or at a
// file: the same slides give the same bytes. What slides cannot do it does
// without: nothing is clipped but pictures and straight boxes.
package pptx
