// Package assets holds the files that the program carries: fonts, icons,
// templates and its own icon. It has no code but the embedding; what the files
// mean is the business of those who are handed them.
package assets

import "embed"

// Fonts has the Inter faces in fonts/, and in fonts/noto/ those for other scripts
// and emoji (SIL Open Font License, see OFL.txt beside each).
//
//go:embed fonts
var Fonts embed.FS

// Icons has icons/icons.json: names and SVG paths on a grid of 24.
//
//go:embed icons
var Icons embed.FS

// Templates has the maps that the program ships, one templates/NAME.json each,
// in the JSON form of FORMAT.md, and templates/translations/LANGUAGE.json: their
// texts, each as it stands there and as the language has it.
//
//go:embed templates
var Templates embed.FS

// Translations has what the window says in other languages than English, one
// translations/LANGUAGE.json each: a sentence, as the code has it with {1} for
// what changes in it, and its translation.
//
//go:embed translations
var Translations embed.FS
