// Package table is maps as tables of texts, the way spreadsheets hold them, and
// back. There are two forms. A grid has stages and steps as columns and lanes as
// rows, or the other way round, and cards as lines in its cells: that is what
// people draw up and read. The other form has one row a card with a column a
// field: that is what programs want, and it loses nothing.
//
// Reading takes tables that anybody made. It must never lose words in silence,
// never panic, and never need more memory than a fixed multiple of its input.
// The package opens no files and imports journey only.
package table
